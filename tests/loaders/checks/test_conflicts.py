"""Nobody assesses their own agency, however its name is written."""

from dataclasses import replace

import pytest

from loaders.agencies import agency_key
from loaders.checks import check_table
from loaders.names import name_key
from tests.loaders.drawn import drawn

HEAD = "area | fiscal_year | quarter | agency | kpi | assessor | assessor_agency | score\n"
COMMERCE = "สำนักงานพาณิชย์จังหวัดเชียงใหม่"


def conflicts(agency, assessor, assessor_agency, answers=None):
    row = f"50 | 2569 | 1 | {agency} | รายได้ | {assessor} | {assessor_agency} | 4"
    table = replace(drawn("assessments", HEAD + row), answers=answers or {})
    return [(f.cell, f.value) for f in check_table(table) if f.code == "assessor_conflict"]


@pytest.mark.parametrize(
    "same",
    [
        COMMERCE,
        "สนง.พาณิชย์ จ.เชียงใหม่",
        "พาณิชย์จังหวัดเชียงใหม่",
        "พณจ.เชียงใหม่",
        "สํานักงานพาณิชย์ จังหวัดเชียงใหม่",
        "สำนักงานพาณิชย์จังหวัดเชียงใหม (สาธิต)",
        "หัวหน้าสำนักงานพาณิชย์จังหวัด",
    ],
)
def test_the_agency_itself_is_refused_in_every_spelling(same):
    assert conflicts(COMMERCE, "ผู้ตรวจคนที่ 1", same) == [("G2", same)]


@pytest.mark.parametrize(
    "other",
    [
        "สำนักงานจังหวัดเชียงใหม่",
        "สำนักงานแรงงานจังหวัดเชียงใหม่",
        "สำนักงานพัฒนาชุมชนจังหวัดเชียงใหม่",
        "จังหวัดเชียงใหม่",
    ],
)
def test_another_agency_of_the_province_may_assess(other):
    assert conflicts(COMMERCE, "หัวหน้าฝ่าย", other) == []


def test_agriculture_and_agriculture_with_cooperatives_are_two():
    assert conflicts("สำนักงานเกษตรจังหวัดเชียงใหม่", "ผู้ตรวจ", "กสจ.เชียงใหม่") == []
    assert conflicts("กษจ.เชียงใหม่", "ผู้ตรวจ", "เกษตรจังหวัดเชียงใหม่") != []


def test_a_position_that_names_the_agency_is_enough():
    position = "หัวหน้าสำนักงานพาณิชย์จังหวัดเชียงใหม่"
    assert conflicts(COMMERCE, position, "") == [("F2", position)]


def test_a_remembered_answer_makes_two_names_one():
    answers = {("name_alias", "agency", name_key("ตึกแดง")): COMMERCE}
    assert conflicts(COMMERCE, "ผู้ตรวจ", "ตึกแดง") == []
    assert conflicts(COMMERCE, "ผู้ตรวจ", "ตึกแดง", answers) == [("G2", "ตึกแดง")]


def test_the_provincial_office_is_an_agency_and_a_province_is_none():
    assert agency_key("สำนักงานจังหวัดพัทลุง", "93") == agency_key("สนง.จังหวัด", "93") != ""
    assert agency_key("จังหวัดพัทลุง", "93") == ""
