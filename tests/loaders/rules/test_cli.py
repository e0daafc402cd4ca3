"""Rules from the command line: a file's questions, an answer, the list, taking it back."""

import json
from hashlib import sha256

import pytest
from openpyxl import Workbook

from loaders.cli import main
from store import open_store

AGENCY = "สำนักงานจังหวัดเชียงใหม่"


@pytest.fixture
def run(tmp_path, capsys):
    """Runs a command on a store of its own; gives the exit status and what was printed."""
    open_store(tmp_path / "s.duckdb").close()

    def command(*arguments):
        status = main([*map(str, arguments), "--db", str(tmp_path / "s.duckdb")])
        said = capsys.readouterr()
        return status, said.out or said.err

    return command


@pytest.fixture
def file(tmp_path):
    book = Workbook()
    for row in (
        (f"หน่วยงาน: {AGENCY}",),
        ("จังหวัดเชียงใหม่ ปีงบประมาณ 2568",),
        ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)"),
        ("น้ำ", 2, 5000),
        ("ป่า", 3, "-"),
    ):
        book.active.append(row)
    book.save(tmp_path / "งบ.xlsx")
    return tmp_path / "งบ.xlsx"


def test_the_questions_of_a_file_name_cells_and_possible_answers(run, file):
    status, printed = run("questions", file, "--json")
    assert status == 0
    assert json.loads(printed)["questions"] == [
        {
            "kind": "nil_meaning",
            "subject": "budget_thb",
            "within": "",
            "form": "budget_by_plan",
            "agency": AGENCY,
            "inverse": False,
            "blocks": False,
            "sheet": "Sheet",
            "cells": ["C5"],
            "cell_count": 1,
            "choices": [
                {"answer": "not_reported", "detail": ""},
                {"answer": "zero", "detail": ""},
            ],
        }
    ]


def test_an_answer_is_listed_used_and_taken_back(run, file):
    about = ("--agency", AGENCY, "--form", "budget_by_plan", "--reason", "ว 12")
    assert run("answer", "nil_meaning", "budget_thb", "zero", *about)[0] == 0
    assert json.loads(run("questions", file, "--json")[1]) == {"questions": []}
    (rule,) = json.loads(run("rules", "--json")[1])["rules"]
    assert (rule["rule_id"], rule["answer"], rule["reason"], rule["file_count"]) == (
        1,
        "zero",
        "ว 12",
        0,
    )

    assert run("revoke", 1)[0] == 0
    assert json.loads(run("rules", "--json")[1]) == {"rules": []}
    assert len(json.loads(run("rules", "--all", "--json")[1])["rules"]) == 1


def test_an_answer_nobody_can_give_and_a_rule_nobody_made_are_wrong_usage(run):
    status, said = run("answer", "nil_meaning", "budget_thb", "perhaps")
    assert (status, "zero, not_reported" in said) == (2, True)
    assert run("revoke", 7)[0] == 2


def test_whose_a_file_is_holds_for_its_name_only_where_that_tells_the_agency(run, tmp_path):
    agency = "สำนักงานเกษตรจังหวัดเชียงใหม่"
    book = tmp_path / "Book1.csv"
    book.write_text("แผนงาน,งบประมาณ (บาท)", encoding="utf-8")

    assert run("answer", "agency_of_file", "Book1.csv", agency)[0] == 2
    assert run("answer", "agency_of_file", book, agency)[0] == 0
    assert run("answer", "agency_of_file", "ผล_เกษตร_Q1.csv", agency)[0] == 0
    rules = json.loads(run("rules", "--json")[1])["rules"]
    assert [rule["subject"] for rule in rules] == [
        f"Book1.csv #{sha256(book.read_bytes()).hexdigest()[:12]}",
        "ผล_เกษตร_Q1.csv",
    ]
