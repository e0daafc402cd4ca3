"""Which rule answers, and that rules about other things change nothing."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.asks import KINDS
from loaders.reading import Workbook
from loaders.rule_store import Draft, UnknownRule, all_rules, amend, remember, revoke, rulebook
from loaders.rules import NO_RULES, Rule, RuleBook
from loaders.table import Context
from loaders.tables import read_tables
from store import open_store
from tests.loaders.tables.conftest import draw

NOW = datetime(2026, 1, 1)
SHEETS = (
    draw(
        ["หน่วยงาน: สำนักงานจังหวัดเชียงใหม่"],
        ["จังหวัดเชียงใหม่ ปีงบประมาณ 2568"],
        ["แผนงาน", "จำนวนโครงกาน", "งบประมาณ (บาท)", "ร้อยละ"],
        ["น้ำ", "2", "100", "25"],
        ["ป่า", "3", "-", "75"],
    ),
    draw(
        ["จังหวัดเชียงใหม่ ปีงบประมาณ 2568"],
        ["ตัวชี้วัด", "หน่วยวัด", "อำเภอ", "ไตรมาส 1", "ไตรมาส 2"],
        ["จำนวนคดี", "คดี", "แม่ริม", "1", "2"],
        ["จำนวนคน", "คน", "ฝั่งโน้น", "-", "2"],
    ),
)


def rule(number, answer, agency=None, form=None, *, kind="nil_meaning", subject="budget_thb"):
    return Rule(number, kind, agency, form, subject, answer, NOW, "")


@pytest.mark.parametrize(
    ("agency", "form", "answer"),
    [
        ("สำนักงาน ก", "projects", "of the agency"),
        ("สำนักงาน  ก ", "projects", "of the agency"),
        ("สำนักงาน ข", "projects", "of the form"),
        (None, "projects", "of the form"),
        ("สำนักงาน ก", "budget_by_plan", "of everybody"),
    ],
)
def test_the_nearest_rule_answers(agency, form, answer):
    book = RuleBook(
        (
            rule(1, "of the agency", "สำนักงาน ก", "projects"),
            rule(2, "of everybody"),
            rule(3, "of the form", None, "projects"),
        )
    )
    found = book.find("nil_meaning", "budget_thb", agency=agency, form=form)
    assert found.answer == answer


def test_next_years_header_is_the_same_header():
    book = RuleBook((rule(1, "target", kind="column_meaning", subject="แผน ปี 2568"),))
    found = book.find("column_meaning", "แผนปี ๒๕๖๙", agency=None, form="kpi_targets")
    assert found.answer == "target"


unrelated = st.builds(
    Rule,
    st.integers(1, 99),
    st.sampled_from(KINDS),
    st.sampled_from([None, "สำนักงานจังหวัดเชียงใหม่"]),
    st.sampled_from([None, "budget_by_plan", "kpi_results"]),
    st.text("กขคงจ", min_size=12, max_size=20),
    st.sampled_from(["zero", "ignore", "100", "5001", "budget_thb", "cumulative"]),
    st.just(NOW),
    st.just(""),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(unrelated, max_size=8))
def test_rules_about_something_else_change_nothing(rules):
    for sheet in SHEETS:
        book = Workbook("xlsx", None, (sheet,))
        plain = read_tables(book, Context())
        ruled = read_tables(book, Context(), rules=RuleBook(tuple(rules)))
        assert ruled.findings == plain.findings
        for one, other in zip(ruled.tables, plain.tables, strict=True):
            assert one.rows.equals(other.rows)
            assert one.series.equals(other.series)
            assert (one.findings, one.texts, one.answers) == (other.findings, other.texts, {})


def test_without_a_store_there_are_no_rules():
    assert rulebook(None) is NO_RULES


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


DASH = Draft("nil_meaning", "budget_thb", "zero", "สำนักงาน ก", "budget_by_plan")


def test_a_rule_says_who_made_it_when_and_why(con):
    made = remember(con, DASH, actor="somchai", reason="หนังสือ ว 12")
    (kept,) = all_rules(con)
    assert kept == made
    assert (kept.made_by, kept.reason, kept.answer) == ("somchai", "หนังสือ ว 12", "zero")


def test_the_same_answer_again_is_no_second_rule(con):
    assert remember(con, DASH) == remember(con, DASH)
    assert len(all_rules(con)) == 1


def test_a_revoked_rule_stays_on_record_but_out_of_the_book(con):
    made = remember(con, DASH)
    revoke(con, made.rule_id, actor="somsri", reason="ตอบผิด")
    (kept,) = all_rules(con)
    assert (kept.revoked_by, kept.revoked_because) == ("somsri", "ตอบผิด")
    assert rulebook(con) == NO_RULES
    with pytest.raises(UnknownRule):
        revoke(con, made.rule_id)


def test_an_amended_rule_may_reach_every_agency(con):
    made = remember(con, DASH)
    new = amend(con, made.rule_id, "not_reported", everybody=True)
    assert [(r.rule_id, r.agency, r.answer) for r in rulebook(con).rules] == [
        (new.rule_id, None, "not_reported")
    ]
