import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from given import Given
from test_budget import CHIANG_MAI_2550

from metrics.cli import _moment, main

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "store.duckdb"
    store = Given(path)
    store.sent("budget_by_plan", fy=2550, agency="สนจ.", fact_budget_plan=CHIANG_MAI_2550)
    store.con.close()
    return str(path)


@pytest.fixture
def ask(database, capsys):
    def run(*arguments):
        status = main([*arguments, "--db", database])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.mark.parametrize("name", ["เชียงใหม่", "จ.เชียงใหม่", "Chiang Mai", "50"])
def test_json_is_a_list_of_objects_with_plain_numbers(ask, name):
    asked = ("budget_share_by_plan", "--province", name, "--fiscal-year", "2550")
    status, out, _ = ask(*asked, "--format", "json")
    rows = json.loads(out)
    assert status == 0
    assert [row["share_pct_display"] for row in rows] == [39.71, 23.79, 9.10, 2.97, 24.43]
    assert [row["share_pct_reported"] for row in rows] == [39.69, 23.77, 2.98, 9.14, 24.42]
    assert "เศรษฐกิจพอเพียง" in out


def test_csv_has_a_header_and_keeps_blanks_blank(ask):
    _, out, _ = ask("budget_share_by_plan", "--group", "ภาคเหนือตอนบน 1", "--format", "csv")
    header, first, *_ = out.splitlines()
    assert header.startswith("fiscal_year,area,plan,project_count,budget_thb")
    assert first.startswith("2550,ภาคเหนือตอนบน 1,เศรษฐกิจพอเพียง,495,36928000.00")


def test_a_plan_is_asked_for_by_title_or_code(ask):
    _, by_title, _ = ask("budget_share_by_plan", "--plan", "เศรษฐกิจพอเพียง", "--format", "json")
    (row,) = json.loads(by_title)
    _, by_code, _ = ask("budget_share_by_plan", "--plan", row["plan_code"], "--format", "json")
    assert by_code == by_title


def test_trace_prints_the_source_cells(ask):
    asked = ("budget_share_by_plan", "--row", "2", "--column", "budget_thb", "--format", "json")
    status, out, _ = ask("trace", *asked)
    (cell,) = json.loads(out)
    assert (status, cell["cell"], cell["sender"]) == (0, "E4", "สนจ.")


def test_list_and_show_need_no_database(capsys):
    assert main(["list"]) == 0
    assert "grade_distribution" in capsys.readouterr().out
    assert main(["show", "grade_distribution"]) == 0
    assert "-- columns:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("budget",), "budget_share_by_plan"),
        (("show", "budget"), "budget_share_by_plan"),
        (("one", "two", "three"), "list"),
        (("tourism", "--province", "เชียงหม่"), "เชียงใหม่ (50)"),
        (("tourism", "--plan", "ไม่มี"), "เศรษฐกิจพอเพียง"),
        (("tourism", "--group", "ภาคใต้ชายแดน", "--basket", "period"), "--basket"),
        (("trace", "tourism"), "--row"),
        (("trace", "tourism", "--row", "0", "--column", "area"), "0"),
        (("trace", "budget_share_by_plan", "--row", "0", "--column", "nothing"), "nothing"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why_and_gives_2(ask, arguments, said):
    status, out, err = ask(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_a_missing_database_is_not_created(tmp_path, capsys):
    path = tmp_path / "none.duckdb"
    assert main(["tourism", "--db", str(path)]) == 2
    assert not path.exists()
    assert str(path) in capsys.readouterr().err


def test_days_are_thai_days_and_moments_thai_time():
    assert _moment("2026-11-20") == datetime(2026, 11, 20, 16, 59, 59, 999999)
    assert _moment("2026-11-20T09:00") == datetime(2026, 11, 20, 2)
    assert _moment("2026-11-20T09:00+00:00") == datetime(2026, 11, 20, 9)


def test_the_program_answers_without_pandas(database):
    asked = ["budget_share_by_plan", "--db", database, "--format", "json"]
    command = [sys.executable, "-X", "importtime", "-m", "metrics", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout)) == 5
    assert "pandas.core" not in done.stderr
