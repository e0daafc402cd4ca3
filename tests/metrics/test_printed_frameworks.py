"""The frameworks printed for 2557 and 2558, from workbook to metric."""

from pathlib import Path

import pytest
from given import records

from loaders.ingest import ingest_files
from metrics.scope import Scope
from store import open_store

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def con(tmp_path_factory):
    store = open_store(":memory:")
    paths = sorted(SAMPLES.glob("evaluation_framework_*"))
    reports = ingest_files(store, paths, data_dir=tmp_path_factory.mktemp("data"))
    assert [(report.state, report.findings) for report in reports] == [("accepted", ())] * 2
    yield store
    store.close()


def test_four_dimensions_of_seven_items_each_year_divided_only_in_2558(con):
    for year, groups in ((2557, {None}), (2558, {"external", "internal"})):
        rows = records(
            con,
            "evaluation_items",
            Scope(fiscal_year=year),
            *("dimension_no", "dimension_group", "item_no", "area_code"),
        )
        assert [row[0] for row in rows] == ["1", "1", "2", "3", "3", "4", "4"]
        assert {row[1] for row in rows} == groups
        assert {row[3] for row in rows} == {"TH"}


def test_without_printed_weights_there_is_no_total_but_a_count(con):
    columns = ("rollup_level", "score_exclude", "weight_total_pct", "unscored_reason", "line_count")
    for province in (None, "50"):
        rows = records(
            con, "evaluation_totals", Scope(fiscal_year=2557, province=province), *columns
        )
        assert rows[0] == ("framework", None, None, "weights_missing", 7)


def test_item_4_2_of_the_two_years_are_two_items_and_the_others_the_same(con):
    rows = records(
        con, "evaluation_change", Scope(fiscal_year=2558), "comparison", "item", "last_item"
    )
    assert [row[0] for row in rows] == ["same"] * 6 + ["new", "ended"]
    assert rows[-2:] == [
        ("new", "ระดับคุณธรรมและความโปร่งใสการดำเนินงานของหน่วยงาน", None),
        ("ended", None, "การสร้างความปลอดภัย"),
    ]
    assert all(item == last for kind, item, last in rows if kind == "same")
