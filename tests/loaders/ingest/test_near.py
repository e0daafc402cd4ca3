"""Nearly the same again, or in another name, is said with the file that came first."""

import pytest
from openpyxl import Workbook

from loaders.ingest import ingest_file
from loaders.table import Context
from store import open_store

CODES = ("near_duplicate", "sent_in_another_name")
PLANS = [(f"แผน {number}", number + 1, 1_000 + number) for number in range(20)]


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def said(con, tmp_path):
    """What is found in the plans of an agency beside what came before."""

    def said(name, plans, agency="สำนักงานจังหวัด", area_code="50"):
        book = Workbook()
        for row in [("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)"), *plans]:
            book.active.append(row)
        book.save(tmp_path / f"{name}.xlsx")
        given = Context(area_code=area_code, agency=agency, fiscal_year=2569)
        report = ingest_file(con, tmp_path / f"{name}.xlsx", given, data_dir=tmp_path / "data")
        assert report.state == "accepted", report
        return [
            (one.code, one.value, one.expected, one.params["version"])
            for one in report.findings
            if one.code in CODES
        ]

    return said


def changed(count):
    return [(plan, n, thb + (place < count)) for place, (plan, n, thb) in enumerate(PLANS)]


def test_a_version_that_differs_in_one_value_names_the_one_that_stands(said):
    assert said("first", PLANS) == []
    # 60 values: the three of each plan that may change.
    assert said("again", changed(1)) == [("near_duplicate", "98.3", "first.xlsx", "1")]
    assert said("third", changed(2)) == [("near_duplicate", "98.3", "again.xlsx", "2")]


def test_a_version_that_differs_in_many_values_is_not_remarked_on(said):
    said("first", PLANS)
    assert said("again", changed(4)) == []


def test_the_same_rows_in_the_name_of_another_agency_are_asked_about(said):
    said("first", PLANS, agency="สำนักงานเกษตร")
    assert said("second", changed(1), agency="สำนักงานประมง") == [
        ("sent_in_another_name", "98.3", "first.xlsx", "1")
    ]


def test_what_another_area_or_another_agency_says_differently_is_not_remarked_on(said):
    said("first", PLANS, agency="สำนักงานเกษตร")
    assert said("second", changed(1), area_code="51") == []
    assert said("third", changed(20), agency="สำนักงานประมง") == []
