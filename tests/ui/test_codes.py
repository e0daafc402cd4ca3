"""Codes in words: what readers see in tables, lists of changes and files."""

import re

import pandas as pd
import pytest

from loaders.difference import Change
from loaders.findings import SEVERITY
from loaders.forms import FORMS
from ui import codes, differences, language, table

CHOICES = [
    (column.key, code)
    for form in FORMS.values()
    for column in form.columns
    for code, _ in column.choices
]


@pytest.mark.parametrize(("column", "code"), CHOICES)
def test_every_choice_of_a_form_has_words(column, code):
    assert codes.is_coded(column)
    # Grades and scales are written alike in both languages.
    spoken = code.islower() and code.isidentifier()
    assert not spoken or re.search("[ก-๙]", codes.in_words(column, code, "th"))
    assert not re.search("[ก-๙_]", codes.in_words(column, code, "en"))


@pytest.mark.parametrize("code", SEVERITY)
def test_every_finding_has_words(code):
    assert re.search("[ก-๙]", codes.in_words("code", code, "th"))


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("form", "kpi_results"),
        ("value_status", "final"),
        ("period_basis", "calendar"),
        ("measure", "gpp_per_head"),
        ("sector", "total"),
        ("criterion_key", "written_plan"),
        ("plan_change", "True"),
    ],
)
def test_codes_of_other_columns_have_words(column, code):
    assert re.search("[ก-๙]", codes.in_words(column, code, "th"))
    assert codes.in_words(column, code, "en") != code


def test_what_is_no_code_stays_as_it_is():
    frame = pd.DataFrame({"unit": ["ร้อยละ", "thb"], "level": ["=1+1", "outcome"]})
    shown = table.presented(frame, "th").to_dict("list")
    assert shown == {"unit": ["ร้อยละ", "บาท"], "level": ["'=1+1", "ผลลัพธ์"]}
    assert table.with_status_words(frame, "th")["unit"].tolist() == ["ร้อยละ", "บาท"]


def test_a_list_of_changes_says_codes_in_words_and_days_in_buddhist_years(monkeypatch):
    monkeypatch.setattr(language, "current", lambda: "th")
    change = Change(
        "changed",
        "fact_kpi_result",
        {"area_code": "50", "kpi": "รายได้", "measure": "gpp"},
        8,
        "value_status",
        "provisional",
        "final",
    )
    row = dict(zip(differences._COLUMNS, differences._row(change, {}, True), strict=True))
    assert (row["what"], row["before"], row["after"]) == (
        "รายได้ · ผลิตภัณฑ์มวลรวมจังหวัด",
        "เบื้องต้น",
        "ยืนยันแล้ว",
    )
    assert differences._value("stage_date", "2026-01-15") == "15\u00a0ม.ค.\u00a02569"
