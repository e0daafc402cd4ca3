import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.areas import (
    Ambiguous,
    Found,
    Unknown,
    all_areas,
    area,
    find_area,
    group_members,
)
from store.reference_files import read_rows
from thai.text import consonant_key

DISTRICT = ("district",)


def code_and_way(text, **where):
    found = find_area(text, **where)
    return (found.area.code, found.how) if isinstance(found, Found) else found


@pytest.mark.parametrize(
    ("written", "code", "how"),
    [
        ("เชียงใหม่", "50", "exact"),
        ("จังหวัดเชียงใหม่", "50", "exact"),
        ("จ.เชียงใหม่", "50", "exact"),
        ("จ. เชียง ใหม่", "50", "exact"),
        ("เชียงใหม่\u200b\u00a0", "50", "exact"),
        ("Chiang Mai", "50", "exact"),
        ("CHIANGMAI", "50", "exact"),
        ("Lopburi Province", "16", "exact"),
        ("50", "50", "exact"),
        ("๕๐", "50", "exact"),
        ("50.0", "50", "exact"),
        ("50000000", "50", "exact"),
        ("กรุงเทพฯ", "10", "alias"),
        ("กทม.", "10", "alias"),
        ("อยุธยา", "14", "alias"),
        ("จ.อยุธยา", "14", "alias"),
        ("โคราช", "30", "alias"),
        ("จังหวัดศรีษะเกษ", "33", "alias"),
        ("Ayutthaya", "14", "alias"),
        ("ทั้งประเทศ", "TH", "alias"),
        ("ประเทศไทย", "TH", "exact"),
    ],
)
def test_provinces_as_people_write_them(written, code, how):
    assert code_and_way(written) == (code, how)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("สุราษฏร์ธานี", "84"), ("กาฬสินธ์", "46"), ("สุราษฎ์ธานี", "84"), ("นครศรธรรมราช", "80"),
        ("สมทรสงคราม", "75"), ("ฉะเชงเทรา", "24"), ("อำนาจเจิญ", "37"), ("ปทุมธานี 1", "13"),
        ("มกดาหาร", "49"), ("พระนครศรอยธยา", "14"), ("อางทอง", "15"), ("บงกาฬ", "38"),
        ("อบลราชธาน", "34"), ("แมฮองสอน", "58"), ("พงงา", "82"), ("เชยงใหม", "50"),
        ("รอยเอด", "45"), ("สตล", "91"), ("นาน", "55"), ("แพร", "54"), ("ตรง", "92"),
        ("ประจวบครขนธ", "77"), ("อานาจเจรญ", "37"), ("ลาปาง", "52"), ("กาแพงแพชร", "62"),
        ("อตรดตถ", "53"), ("ชัยนาท 1,2", "18"), ("ศีรสะเกษ", "33"), ("สิรินทร", "32"),
        ("สุพรรณบุรี 60,90", "72"), ("สุพรรณ", "72"), ("แม่ฮ่องสอน.", "58"), ("สุริ่นทร์", "32"),
        ("ประจวบคีรีขนัธ์", "77"), ("เชียงใหม๋", "50"), ("อทุัยธานี", "61"), ("ประจวบศิรีขันธ์", "77"),
        ("สุราษฎร\x1fธานี", "84"), ("แม่\x1eฮ\x1eองสอน", "58"), ("จังหวัดสุราษฎ์ธานี", "84"),
        ("อุบลราชานี", "34"), ("กาฬสินธ์ุ์", "46"), ("สระเแก้ว", "27"), ("อุดรานี", "41"),
        ("จังหวัดสิงค์บุรี", "17"), ("พิษณุโลก 2, 60-2", "65"), ("บรุีรัมย์", "31"),
    ],
)  # fmt: skip
def test_spellings_met_in_real_files_are_recognised(written, code):
    assert code_and_way(written)[0] == code


@pytest.mark.parametrize(
    "written",
    [
        "หนองควาย", "หนองค่าย", "นครสวรรค์ตก", "โสธร", "ศรีษะเกษ", "ศรีเชียงใหม่", "ไชยภูมิ", "แร่",
        "กระบุรี", "ถนนเพชรบุรี", "ชัยนาม", "กุดขอนแก่น", "ชุมแพ", "ชุมพล", "ปราณบุรี", "ลำปาว",
        "เชียงดาว", "หนองบัว", "ราชธานี", "ธนบุรี", "ตากใบ", "กระบี่น้อย", "น้ำแพร่", "ขุนน่าน", "ตานี",
    ],
)  # fmt: skip
def test_smaller_places_with_a_similar_name_are_not_taken_for_a_province(written):
    assert isinstance(find_area(written), Unknown)


@pytest.mark.parametrize(
    "written",
    ["", "-", "รวม", "รวมทั้งสิ้น", "99", "1", "5014", "2557", "500705", "อ.เชียงใหม่", "ภาคเหนือ"],
)
def test_what_is_no_province_group_or_country_stays_unknown(written):
    assert isinstance(find_area(written), Unknown)


def test_an_unknown_name_comes_with_the_likeliest_meant():
    nearest = find_area("หนองควาย").nearest
    assert nearest[0].name_th == "หนองคาย"
    assert len(nearest) <= 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("กลุ่ม จังหวัด ภาคเหนือ ตอนบน 1", "upper-north-1"),
        ("กลุ่มภาคเหนือตอนบน 1", "upper-north-1"),
        ("กลุ่มจังหวัดภาคเหนือตอนบน ๑", "upper-north-1"),
        ("ภาคเหนือตอนบน 2", "upper-north-2"),
        ("เหนือตอนบน 2", "upper-north-2"),
        ("กลมภาคเหนอตอนบน 1", None),
        ("กลุ่มภาคเหนอตอนบน 1", "upper-north-1"),
        ("อีสานตอนบน 1", "upper-northeast-1"),
        ("กลุ่มจังหวัดอีสานตอนกลาง", "central-northeast"),
        ("กลุ่มจังหวัดภาคใต้ฝั่งอ่าวไทย", "south-gulf"),
        ("Upper Northern 1", "upper-north-1"),
        ("upper-north-1", "upper-north-1"),
        ("กลุ่มจังหวัดภาคตะวันออก", "east"),
        ("ภาคตะวันออก 1", "east-1"),
        ("ภาคเหนือตอนบน", None),  # which of the two?
        ("ภาคตะวันออก", None),  # a region in national tables, not the group of 2552
    ],
)
def test_province_groups(written, code):
    found = find_area(written, levels=("group",))
    assert (found.area.code if isinstance(found, Found) else None) == code


@pytest.mark.parametrize(
    ("written", "within", "code"),
    [
        ("แม่ริม", "50", "5007"),
        ("อำเภอแม่ริม", "50", "5007"),
        ("อ.แม่ริม", None, "5007"),
        ("แมรม", "50", "5007"),
        ("กิ่งอ.แม่ออน", "50", "5023"),
        ("Mae Rim District", "50", "5007"),
        ("5007", "50", "5007"),
        ("500705", "50", "5007"),
        ("50070501", None, "5007"),
        ("10030200", None, "1003"),
        ("เขตพระนคร", "10", "1001"),
        ("เมือง", "50", "5001"),
        ("อ.เมือง", "93", "9301"),
        ("อำเภอเมืองพัทลุง", "93", "9301"),
        ("อ.เมือง จ.พัทลุง", None, "9301"),
        ("อำเภอจอมทอง จังหวัดเชียงใหม่", None, "5002"),
        ("จอมทอง", "10", "1035"),
        ("สันทราย", "upper-north-1", "5014"),
    ],
)
def test_districts(written, within, code):
    found = find_area(written, levels=DISTRICT, within=within)
    assert isinstance(found, Found)
    assert found.area.code == code


@pytest.mark.parametrize(
    ("written", "within"),
    [
        ("แม่ริม", "93"),  # a district of another province
        ("5007", "93"),
        ("อ.แม่ริม จ.เชียงใหม่", "93"),
        ("อ.แม่ริม จ.ไม่มี", None),
        ("แมรม", None),  # marks lost, and no province to be sure
        ("เชียงใหม่", "50"),
        ("เมือง", "14"),  # its capital district is not called เมือง
    ],
)
def test_a_district_outside_its_province_is_unknown(written, within):
    assert isinstance(find_area(written, levels=DISTRICT, within=within), Unknown)


def test_a_district_name_borne_by_several_provinces_is_ambiguous():
    found = find_area("อ.จอมทอง", levels=DISTRICT)
    assert found == Ambiguous((area("1035"), area("5002")))
    assert len(find_area("เฉลิมพระเกียรติ", levels=DISTRICT).candidates) == 5


def test_mueang_alone_needs_its_province():
    found = find_area("อำเภอเมือง", levels=DISTRICT)
    assert len(found.candidates) == 75  # every province but Bangkok and Ayutthaya


def test_the_earlier_level_wins():
    assert find_area("พระนครศรีอยุธยา", levels=("province", "district")).area.code == "14"
    assert find_area("พระนครศรีอยุธยา", levels=("district", "province")).area.code == "1401"


@given(st.sampled_from(all_areas()))
def test_every_area_is_found_by_its_code_and_by_its_name(known):
    where = {"levels": (known.level,)}
    assert find_area(known.code, **where).area == known
    if known.level == "district":
        where["within"] = known.parent
    if known.code != "east":
        assert find_area(known.name_th, **where).area == known


@given(st.text(max_size=40), st.sampled_from([None, "50", "upper-north-1", "xx"]))
def test_any_text_is_answered(text, within):
    answer = find_area(text, levels=("province", "district", "group", "country"), within=within)
    assert isinstance(answer, Found | Ambiguous | Unknown)


def test_consonant_keys_are_unique_over_provinces_and_within_each_over_districts():
    keys = [
        (found.level, found.parent, consonant_key(found.name_th))
        for found in all_areas()
        if found.level in ("province", "district")
    ]
    assert len(keys) == 77 + 928
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("group", "on", "members"),
    [
        ("upper-north-1", dt.date(2026, 11, 20), ("50", "51", "52", "58")),
        ("south-gulf", dt.date(2014, 8, 4), ("80", "84", "86", "93")),
        ("south-gulf", dt.date(2017, 11, 16), ("80", "84", "86", "93")),
        ("south-gulf", dt.date(2017, 11, 17), ("80", "84", "86", "90", "93")),
        ("lower-central-1", dt.date(2014, 8, 4), ("70", "71", "72", "73")),
        ("lower-central-1", dt.date(2020, 1, 1), ("70", "71", "72")),
        ("upper-northeast-1", dt.date(2011, 1, 1), ("39", "41", "42", "43")),
        ("upper-northeast-1", dt.date(2011, 6, 1), ("38", "39", "41", "42", "43")),
        ("east", dt.date(2014, 8, 4), ("20", "21", "22", "23")),
        ("east", dt.date(2020, 1, 1), ()),
        ("upper-north-1", dt.date(2008, 1, 1), ()),
    ],
)
def test_members_of_a_group_are_those_of_the_day(group, on, members):
    assert group_members(group, on) == members


@pytest.mark.parametrize(
    ("on", "provinces"),
    [(dt.date(2010, 1, 1), 75), (dt.date(2014, 8, 4), 76), (dt.date(2026, 11, 20), 76)],
)
def test_each_province_belongs_to_one_group_of_eighteen(on, provinces):
    members = {
        row["group_code"]: group_members(row["group_code"], on)
        for row in read_rows("province_groups")
    }
    everyone = [code for codes in members.values() for code in codes]
    assert sum(1 for codes in members.values() if codes) == 18
    assert len(everyone) == len(set(everyone)) == provinces
    assert "10" not in everyone
