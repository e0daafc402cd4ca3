"""Sources of money and the treasury's sheets."""

import pytest

from loaders.checks import check_table
from loaders.facts import facts_of
from loaders.findings import Finding
from loaders.names import name_key
from tests.loaders.drawn import drawn

SHEET = "province|fiscal_year|as_of|spender|source|spending_type|budget_thb|after_transfers_thb|committed_thb|disbursed_thb"


def sheet(*lines: str):
    return drawn("money_monthly", "\n".join([SHEET, *lines]))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("งบพัฒนาจังหวัด", "province"),
        ("งบ กลุ่มจังหวัด", "group"),
        ("งบ Function", "function"),
        ("กระทรวง/กรม", "function"),
        ("อปท.", "local"),
        ("เงินกันไว้เบิกเหลื่อมปี", "carry_over"),
        ("carry_over", "carry_over"),
        ("กองทุนหมู่บ้าน", "กองทุนหมู่บ้าน"),
    ],
)
def test_a_known_spelling_is_a_code_and_an_unknown_one_stays_as_written(written, code):
    table = sheet(f"50|2569|2026-05-31||{written}|current|100|||10")
    assert facts_of(table)["fact_money_monthly"]["source"].to_pylist() == [code]


def test_an_unknown_source_is_asked_about_once_with_every_source_to_choose_from():
    line = "50|2569|{day}||กองทุนหมู่บ้าน|current|100|||10"
    table = sheet(line.format(day="2026-05-31"), line.format(day="2026-06-30"))
    (found,) = check_table(table)
    assert (found.code, found.severity, found.cell, found.value, found.params) == (
        *("source_unknown", "question", "E2", "กองทุนหมู่บ้าน"),
        {"row_count": "2"},
    )
    assert (found.asks.kind, found.asks.subject, found.asks.within) == (
        *("name_alias", "กองทุนหมู่บ้าน", "source"),
    )
    assert "กันเหลื่อมปี" in [choice.answer for choice in found.asks.choices]


def test_an_answer_gives_the_source_its_code_and_ends_the_question():
    table = sheet("50|2569|2026-05-31||กองทุนหมู่บ้าน|current|100|||10")
    table.answers[("name_alias", "source", name_key("กองทุนหมู่บ้าน"))] = "เอกชน"
    assert check_table(table) == ()
    assert facts_of(table)["fact_money_monthly"]["source"].to_pylist() == ["private"]


def test_a_day_outside_its_fiscal_year_is_refused():
    (found,) = check_table(sheet("50|2569|2026-10-31||province|current|100|||10"))
    assert (found.code, found.cell, found.expected) == ("wrong_period", "C2", "2569")
    assert found.blocks


@pytest.mark.parametrize(
    ("line", "findings"),
    [
        ("50|2569|2026-05-31||province|current|100|||100", ()),
        (
            "50|2569|2026-05-31||province|current|100|||101",
            (Finding("disbursed_over_allocated", "Sheet1", 1, 9, "101", "100"),),
        ),
        ("50|2569|2026-05-31||province|current|100|120||101", ()),
        (
            "50|2569|2026-05-31||province|current|100|80||90",
            (Finding("disbursed_over_allocated", "Sheet1", 1, 9, "90", "80"),),
        ),
    ],
)
def test_money_paid_is_held_to_the_budget_after_transfers(line, findings):
    assert check_table(sheet(line)) == findings


def test_a_total_that_falls_is_found_within_its_own_line_only():
    table = sheet(
        "50|2569|2026-05-31||province|current|100|||50",
        "50|2569|2026-05-31||province|capital|100|||20",
        "50|2569|2026-06-30||province|current|100|||40",
        "50|2569|2026-06-30||province|capital|100|||20",
    )
    assert check_table(table) == (Finding("decreasing_cumulative", "Sheet1", 3, 9, "40", "50"),)
