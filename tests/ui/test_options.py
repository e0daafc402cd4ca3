"""A view holds only codes that exist and fit together."""

import pytest

from ui.options import Choice, Options, default_codes, offered, valid_codes

OPTIONS = Options(
    groups=(Choice("upper-north-1", "ภาคเหนือตอนบน 1"), Choice("south-gulf", "ภาคใต้ฝั่งอ่าวไทย")),
    provinces=(
        Choice("50", "เชียงใหม่", "Chiang Mai", frozenset({"upper-north-1"})),
        Choice("93", "พัทลุง", "Phatthalung", frozenset({"south-gulf"})),
    ),
    districts=(
        Choice("5014", "สันทราย", "San Sai", frozenset({"50"})),
        Choice("9305", "ควนขนุน", "Khuan Khanun", frozenset({"93"})),
    ),
    issues=(Choice("i-1", "ท่องเที่ยว", parents=frozenset({"50"})), Choice("i-2", "ทุกจังหวัด")),
    years=(2570, 2569),
    meetings=(Choice("7", "ประชุม"),),
)
DEFAULT = {
    "group": "",
    "province": "",
    "district": "",
    "fy": "2570",
    "quarter": "",
    "issue": "",
    "plan": "",
    "meeting": "",
    "present": "",
    "lang": "th",
}


def test_the_first_view_is_the_country_in_the_newest_year():
    assert default_codes(OPTIONS) == DEFAULT


def test_an_empty_store_has_a_view_too():
    assert valid_codes({"fy": "2569", "province": "50"}, Options()) == {**DEFAULT, "fy": ""}


def test_codes_that_fit_are_kept():
    wanted = {
        "group": "upper-north-1",
        "province": "50",
        "district": "5014",
        "fy": "2569",
        "quarter": "1",
        "issue": "i-1",
        "plan": "",
        "meeting": "7",
        "present": "1",
        "lang": "en",
    }

    assert valid_codes(wanted, OPTIONS) == wanted


@pytest.mark.parametrize(
    ("requested", "name"),
    [
        ({"province": "99"}, "province"),
        ({"group": "south-gulf", "province": "50"}, "province"),
        ({"province": "50", "district": "9305"}, "district"),
        ({"district": "5014"}, "district"),
        ({"fy": "2499"}, "fy"),
        ({"fy": ""}, "fy"),
        ({"quarter": "5"}, "quarter"),
        ({"province": "93", "issue": "i-1"}, "issue"),
        ({"lang": "xx"}, "lang"),
        ({"meeting": "8"}, "meeting"),
        ({"present": "yes"}, "present"),
        ({"group": "<script>"}, "group"),
    ],
)
def test_a_code_that_is_unknown_or_does_not_fit_is_put_back(requested, name):
    assert valid_codes(requested, OPTIONS)[name] == DEFAULT[name]


def test_a_group_narrows_the_provinces_and_a_province_its_districts():
    choices = offered(OPTIONS, {**DEFAULT, "group": "south-gulf", "province": "93"})

    assert [c.code for c in choices["province"]] == ["93"]
    assert [c.code for c in choices["district"]] == ["9305"]
    assert [c.code for c in choices["issue"]] == ["i-2"]


def test_a_name_falls_back_to_thai():
    assert Choice("i-1", "ท่องเที่ยว").name("en") == "ท่องเที่ยว"
