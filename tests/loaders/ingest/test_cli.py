"""The command line, whose options, output and exit status scripts rely on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from loaders.cli import main

ROOT = Path(__file__).parents[3]

HEADER = ["แผนงาน", "งบประมาณ (บาท)", "ร้อยละ"]
RIGHT = [HEADER, ["พอเพียง", 60, 60], ["บริการ", 40, 40]]
WRONG = [HEADER, ["พอเพียง", "หกสิบ", 60], ["บริการ", 40, 40]]
GIVEN = ["--province", "Chiang Mai", "--fiscal-year", "2569"]


@pytest.fixture
def run(tmp_path, capsys):
    """Runs a command on a database of the test; gives exit status, stdout and stderr."""

    def run_command(name, *arguments):
        status = main([name, *map(str, arguments), "--db", str(tmp_path / "psd.duckdb")])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_command


@pytest.fixture
def sheet(tmp_path):
    def write(name, rows):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def test_ingest_publishes_and_prints_what_became_of_each_file(run, sheet):
    status, out, _ = run("ingest", sheet("a.xlsx", RIGHT), *GIVEN, "--json")
    (file,) = json.loads(out)["files"]
    assert (status, file["file"], file["state"], file["submissions"]) == (
        *(0, "a.xlsx", "accepted"),
        [1],
    )
    assert file["sheets"] == [{"sheet": "Sheet", "form": "budget_by_plan", "rows": 2}]
    (listed,) = json.loads(run("submissions", "--json")[1])["submissions"]
    assert (listed["state"], listed["area_code"], listed["fiscal_year"]) == (
        "published",
        "50",
        2569,
    )


def test_received_files_lie_beside_the_database(run, sheet, tmp_path):
    run("ingest", sheet("a.xlsx", RIGHT), *GIVEN)
    (kept,) = [path for path in (tmp_path / "received").rglob("*") if path.is_file()]
    assert kept.read_bytes() == (tmp_path / "a.xlsx").read_bytes()


@pytest.mark.parametrize("name", ["เชียงใหม่", "จ.เชียงใหม่", "Chiang Mai", "50"])
def test_an_area_goes_by_thai_name_english_name_or_code(run, sheet, name):
    options = ["--province", name, "--fiscal-year", 2569, "--publish", "--json"]
    status, _, _ = run("ingest", sheet("a.xlsx", RIGHT), *options)
    (listed,) = json.loads(run("submissions", "--json")[1])["submissions"]
    assert (status, listed["area_code"]) == (0, "50")


def test_one_rejected_file_makes_the_status_one_and_the_others_go_in(run, sheet):
    files = [sheet("right.xlsx", RIGHT), sheet("wrong.xlsx", WRONG)]
    status, out, _ = run("ingest", *files, *GIVEN, "--json")
    right, wrong = json.loads(out)["files"]
    assert (status, right["state"], wrong["state"]) == (1, "accepted", "rejected")
    (finding,) = wrong["findings"]
    assert (finding["code"], finding["cell"], finding["value"]) == ("not_a_number", "B2", "หกสิบ")


def test_the_same_file_again_is_no_failure(run, sheet):
    path = sheet("a.xlsx", RIGHT)
    run("ingest", path, *GIVEN)
    status, out, _ = run("ingest", path, *GIVEN, "--json")
    (file,) = json.loads(out)["files"]
    assert (status, file["state"], file["submissions"]) == (0, "already_received", [1])


def test_a_draft_is_published_withdrawn_and_brought_back_by_command(run, sheet):
    run("ingest", sheet("a.xlsx", RIGHT), *GIVEN, "--draft")

    def changed(*command):
        status, out, _ = run(*command, "--json")
        change = json.loads(out)
        return status, change["before"], change["after"]

    assert changed("publish", 1) == (0, "drafted", "published")
    assert changed("withdraw", 1, "--reason", "ส่งผิดปี") == (0, "published", "withdrawn")
    assert changed("undo", 1) == (0, "withdrawn", "published")
    changed("withdraw", 1)
    assert changed("restore", 1, "--reason", "ถูกต้องแล้ว") == (0, "withdrawn", "published")
    refused = run("restore", 1, "--reason", "อีกครั้ง", "--lang", "en")
    assert refused == (2, "", "Submission 1 is published, so it cannot become published\n")


def test_only_right_rows_are_taken_in_when_that_is_asked_for(run, sheet):
    path = sheet("wrong.xlsx", WRONG)
    assert run("ingest", path, *GIVEN)[0] == 1
    status, out, _ = run("ingest", path, *GIVEN, "--accept-rows", "good", "--json")
    (file,) = json.loads(out)["files"]
    assert (status, file["state"], file["findings"][0]["code"]) == (
        0,
        "accepted",
        "accepted_in_part",
    )


def test_check_says_the_same_and_stores_nothing(run, sheet, tmp_path):
    status, out, _ = run("check", sheet("wrong.xlsx", WRONG), *GIVEN, "--json")
    (file,) = json.loads(out)["files"]
    assert (status, file["state"], file["submissions"]) == (1, "rejected", [])
    assert not (tmp_path / "psd.duckdb").exists()


def test_a_report_for_people_is_thai_first_and_english_on_demand(run, sheet):
    path = sheet("wrong.xlsx", WRONG)
    assert "ไม่รับ" in run("check", path, *GIVEN)[1]
    english = run("check", path, *GIVEN, "--lang", "en")[1].splitlines()
    assert english[0].startswith("wrong.xlsx: rejected")
    assert english[2].strip().startswith("B2 [error]")


@pytest.mark.parametrize(
    "command",
    [
        ["ingest", "nowhere.xlsx"],
        ["ingest", __file__, "--province", "เชียงหมู่บ้าน"],
        ["submissions"],
        ["publish", "7"],
    ],
)
def test_what_cannot_be_meant_is_status_two_with_a_word_on_stderr(run, command):
    status, out, err = run(*command)
    assert (status, out) == (2, "")
    assert err.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["ingest", "a.xlsx", "--quarter", "5"],
        ["template", "no_form", "-o", "a.xlsx"],
        [],
    ],
)
def test_wrong_options_are_status_two(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().out == ""


def test_an_unknown_or_untouched_submission_is_said_to_be_so(run, sheet):
    run("ingest", sheet("a.xlsx", RIGHT), *GIVEN, "--draft")
    assert run("publish", 9, "--lang", "en") == (2, "", "There is no submission 9\n")
    status, _, err = run("undo", 1, "--lang", "en")
    assert (status, "nothing to undo" in err) == (2, True)


def test_a_blank_workbook_is_written_for_a_form(run, tmp_path):
    path = tmp_path / "blank.xlsx"
    status, out, err = run("template", "budget_by_plan", *GIVEN, "-o", path)
    assert (status, out) == (0, "")
    assert str(path) in err
    assert "แผนงาน" in {cell.value for cell in load_workbook(path).worksheets[0][1]}


def test_annotate_marks_the_faulty_cell(run, sheet, tmp_path):
    copy = tmp_path / "copy.xlsx"
    status, _, _ = run("annotate", sheet("wrong.xlsx", WRONG), "-o", copy, *GIVEN)
    assert status == 0
    assert "หกสิบ" in load_workbook(copy)["Sheet"]["B2"].comment.text


def test_annotating_what_is_no_workbook_is_refused(run, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    status, _, err = run("annotate", tmp_path / "a.xlsx", "-o", tmp_path / "copy.xlsx")
    assert (status, (tmp_path / "copy.xlsx").exists()) == (1, False)
    assert "a.xlsx" in err


def test_the_command_line_does_without_pandas(tmp_path, sheet):
    """Its import is half a second of every command; DuckDB and Arrow try for it of themselves."""
    program = (
        "import runpy, sys\n"
        "try:\n    runpy.run_module('loaders', run_name='__main__')\n"
        "except SystemExit as done:\n    print(done.code, 'pandas' in sys.modules)\n"
    )
    path = sheet("a.xlsx", RIGHT)
    arguments = ["ingest", path, *GIVEN, "--db", tmp_path / "psd.duckdb"]
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 False"
