"""A batch is stored so that what others are checked against stands before them."""

from pathlib import Path

import pytest

from loaders.examine import Examination
from loaders.ingest import ingest_files
from loaders.order import in_storing_order, step_of
from loaders.report import FileReport

SAMPLES = Path(__file__).parents[3] / "data" / "samples"


@pytest.fixture
def examined(drawn):
    rows_of = {
        "strategy": {"title": "แผน"},
        "budget_by_plan": {"plan": "แผน"},
        "kpi_targets": {"kpi": "ตัวชี้วัด"},
        "kpi_results": {"kpi": "ตัวชี้วัด"},
        "area_profile": {"year": 2569},
    }

    def examined(name, *forms):
        report = FileReport(name, name, "accepted", (), (), ())
        return Examination(
            Path(name), report, tuple(drawn(form, [rows_of[form]]) for form in forms)
        )

    return examined


def test_strategies_come_first_and_results_last_and_equals_stay_in_line(examined):
    given = [
        examined("r1", "kpi_results"),
        examined("b1", "budget_by_plan"),
        examined("t", "kpi_targets"),
        examined("b2", "budget_by_plan"),
        examined("s", "strategy"),
        examined("profile", "area_profile"),
        examined("refused"),
    ]
    ordered = [one.path.name for one in in_storing_order(given, read_again=None)]
    assert ordered == ["s", "profile", "refused", "b1", "b2", "t", "r1"]


def test_the_earliest_table_of_a_workbook_decides(examined):
    assert step_of(examined("both", "kpi_results", "kpi_targets")) == 2
    assert step_of(examined("all", "kpi_results", "strategy")) == 0


def test_what_is_first_is_passed_on_before_the_rest_is_read(examined):
    read = []

    def reading():
        for one in (examined("s", "strategy"), examined("b", "budget_by_plan")):
            read.append(one.path.name)
            yield one

    ordered = in_storing_order(reading(), read_again=None)
    assert (next(ordered).path.name, read) == ("s", ["s"])


def test_tables_beyond_the_room_are_read_again_when_it_is_their_turn(examined):
    small, large = examined("t", "kpi_targets"), examined("b", "budget_by_plan")
    room = sum(table.rows.nbytes + table.series.nbytes for table in small.tables)
    again = []

    def read_again(path):
        again.append(path.name)
        return large

    ordered = list(in_storing_order([small, large], read_again, held_bytes=room))
    assert (ordered, again) == ([large, small], ["b"])


def test_the_samples_taken_in_by_name_ask_about_every_plan_the_strategy_writes_otherwise(
    con, tmp_path
):
    paths = [*SAMPLES.glob("budget_by_plan_2550*.xlsx"), *SAMPLES.glob("strategy_2550*.xlsx")]
    budget, strategy = ingest_files(con, paths, data_dir=tmp_path)
    assert (budget.file, strategy.file) == tuple(path.name for path in paths)
    assert sorted(finding.code for finding in budget.findings) == [
        *["plan_not_in_strategy"] * 4,
        "shares_residue",
        "shares_swapped",
    ]
    # One plan is in no mapping; three are written otherwise there, which a person has to confirm.
    asked = [one.value for one in budget.findings if one.code == "plan_not_in_strategy"]
    assert asked == [
        "พัฒนาและสร้างโอกาสให้ชุมชน",
        "พัฒนาคุณภาพชีวิตของชุมชน",
        "สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ",
        "บริการขั้นพื้นฐาน",
    ]
