"""A status is a colour, a sign and a word, and what nobody reported is never a good one."""

import pytest

from charts.status import STATUSES, status_of


@pytest.mark.parametrize("attribute", ["symbol", "marker", "colour"])
def test_every_status_has_its_own(attribute):
    assert len({getattr(status, attribute) for status in STATUSES}) == len(STATUSES)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_status_has_its_own_word(lang):
    assert len({status.word(lang) for status in STATUSES}) == len(STATUSES)


def test_the_label_is_sign_and_word():
    assert [status.label("th") for status in STATUSES] == [
        "▲ บรรลุ",
        "● ใกล้เป้า",
        "◆ เสี่ยง",
        "▼ วิกฤต",
        "○ ไม่มีข้อมูล",
        "□ ยังไม่ถึงกำหนด",
    ]


@pytest.mark.parametrize("code", [None, "", "no_target", float("nan")])
def test_an_unknown_code_is_no_data(code):
    assert status_of(code).code == "no_data"
