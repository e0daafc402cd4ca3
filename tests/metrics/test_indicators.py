from decimal import Decimal as D
from math import prod

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, t
from metrics.scope import Scope

PRINTED_2557 = """
    src_row | area_code     | kpi                     | unit_kind | target_total | target_total_text
    2       | upper-north-1 | รายได้ท่องเที่ยวขยายตัว      | growth    | 20           | 20
    3       | 50            | รายได้ท่องเที่ยวเพิ่มขึ้น      | growth    | 15           | 15
    4       | 58            | การค้าชายแดนเพิ่มขึ้น       | growth    | 12           | 12
    5       | 52            | รายได้ท่องเที่ยวเพิ่มขึ้น      | growth    | 10           | 10 (เป้าหมาย รวม)
    6       | 51            | จำนวนแปลงที่เพิ่มขึ้น       | count     | 40           | 40
"""
YEARLY_2557 = {
    2: ("upper-north-1", "รายได้ท่องเที่ยวขยายตัว", (5, 5, 5, 5)),
    3: ("50", "รายได้ท่องเที่ยวเพิ่มขึ้น", (3, 3.5, 4, 4.5)),
    4: ("58", "การค้าชายแดนเพิ่มขึ้น", (3, 3, 3, 3)),
    5: ("52", "รายได้ท่องเที่ยวเพิ่มขึ้น", (10, 10, 10, 10)),
    6: ("51", "จำนวนแปลงที่เพิ่มขึ้น", (10, 10, 10, 10)),
}


def yearly_targets() -> str:
    rows = [
        f"{row} | {area} | {area}/{kpi} | {2557 + place} | {value}"
        for row, (area, kpi, values) in YEARLY_2557.items()
        for place, value in enumerate(values)
    ]
    return "\n".join(["src_row | area_code | kpi_code | fiscal_year | target", *rows])


def test_the_targets_of_2557_add_and_compound_as_printed_or_not(given):
    given.sent("kpi_targets", fy=2557, fact_indicator=PRINTED_2557, fact_target=yearly_targets())
    rows = records(
        given.con,
        "kpi_targets",
        Scope(fiscal_year=2560),
        "area_code",
        "target",
        "target_total",
        "sum_of_targets",
        "compound_of_targets",
    )
    assert sorted(rows) == [
        ("50", D("4.5"), D(15), D(15), 15.8583),
        ("51", D(10), D(40), D(40), None),
        ("52", D(10), D(10), D(40), 46.41),
        ("58", D(3), D(12), D(12), 12.5509),
        ("upper-north-1", D(5), D(20), D(20), 21.5506),
    ]


def test_a_year_without_target_leaves_sum_and_compound_unknown(given):
    given.sent(
        "kpi_targets",
        fact_indicator="""
        src_row | area_code | kpi | unit_kind | target_year_from | target_year_to
        2       | 50        | ก   | growth    | 2557             | 2559
        """,
        fact_target="""
        src_row | area_code | kpi_code | fiscal_year | target
        2       | 50        | 50/ก     | 2557        | 5
        2       | 50        | 50/ก     | 2559        | 5
        """,
    )
    columns = ("sum_of_targets", "compound_of_targets", "target_count", "year_count")
    assert records(given.con, "kpi_targets", Scope(), *columns) == [(None, None, 2, 3)] * 2


@pytest.fixture(scope="module")
def store():
    made = Given()
    yield made
    made.con.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(targets=st.lists(st.integers(-50, 200), min_size=1, max_size=6))
def test_sum_and_compound_agree_with_plain_arithmetic(store, targets):
    rows = [f"2|50|50/ก|{2560 + place}|{target}" for place, target in enumerate(targets)]
    sent = store.sent(
        "kpi_targets",
        fact_indicator="src_row|area_code|kpi|unit_kind\n2|50|ก|growth",
        fact_target="\n".join(["src_row|area_code|kpi_code|fiscal_year|target", *rows]),
    )
    columns = ("sum_of_targets", "compound_of_targets")
    found = records(store.con, "kpi_targets", Scope(fiscal_year=2560), *columns)
    store.event(sent, "withdrawn")
    compound = 100 * (prod(1 + target / 100 for target in targets) - 1)
    assert found == [(D(sum(targets)), pytest.approx(compound, abs=1e-4))]


def growth(given, unit_kind, before, now, *columns, quarter=""):
    """The growth of an indicator from `before` to `now`; blank = not reported."""
    given.sent(
        "kpi_results",
        fact_kpi_result=f"""
        area_code | kpi | fiscal_year | quarter   | unit_kind   | actual
        50        | ก   | 2568        | {quarter} | {unit_kind} | {before}
        50        | ก   | 2569        | {quarter} | {unit_kind} | {now}
        """,
    )
    return records(given.con, "kpi_growth", Scope(fiscal_year=2569), *columns)[0]


@pytest.mark.parametrize(
    ("unit_kind", "before", "now", "expected"),
    [
        ("count", 80, 100, (25.0, None, "ok", None)),
        ("count", 100, 0, (-100.0, None, "ok", None)),
        ("count", 0, 5, (None, None, "not_meaningful", "zero_base")),
        ("count", 0, 0, (None, None, "not_meaningful", "zero_to_zero")),
        ("money", -10, 5, (None, None, "not_meaningful", "negative_base")),
        ("percent", 10, 9, (None, D(-1), "ok", "percent_unit")),
        ("growth", 0, -2, (None, D(-2), "ok", "percent_unit")),
        ("count", "", 5, (None, None, "no_base", "base_missing")),
        ("count", 5, "", (None, None, "missing", "value_missing")),
        ("", 5, 6, (None, None, "not_meaningful", "unit_unknown")),
    ],
)
def test_growth_by_base_and_unit(given, unit_kind, before, now, expected):
    columns = ("growth_pct", "change_pp", "status", "reason")
    assert growth(given, unit_kind, before, now, *columns) == expected


def test_a_quarter_is_compared_with_the_same_quarter_a_year_earlier(given):
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | kpi | fiscal_year | quarter | unit_kind | actual
        50        | ก   | 2568        | 1       | count     | 10
        50        | ก   | 2568        | 4       | count     | 40
        50        | ก   | 2569        | 1       | count     | 12
        """,
    )
    columns = ("quarter", "base_value", "growth_pct", "base_rule")
    rows = records(given.con, "kpi_growth", Scope(fiscal_year=2569), *columns)
    assert rows == [(1, D(10), 20.0, "same_quarter_last_year")]


def test_a_declared_baseline_stands_in_only_when_it_is_of_the_year_before(given):
    for kpi, year in (("ก", 2568), ("ข", 2560)):
        given.sent(
            "kpi_targets",
            agency=kpi,
            fact_indicator=f"""
            area_code | kpi   | unit_kind | baseline | baseline_year
            50        | {kpi} | count     | 50       | {year}
            """,
        )
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | kpi | fiscal_year | unit_kind | actual
        50        | ก   | 2569        | count     | 60
        50        | ข   | 2569        | count     | 60
        """,
    )
    columns = ("kpi", "growth_pct", "base_rule", "status")
    assert records(given.con, "kpi_growth", Scope(), *columns) == [
        ("ก", 20.0, "declared_baseline", "ok"),
        ("ข", None, "previous_year", "no_base"),
    ]


def test_calendar_and_fiscal_years_are_not_compared(given):
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | kpi | fiscal_year | unit_kind | actual | period_basis
        50        | ก   | 2568        | count     | 10     | calendar
        50        | ก   | 2569        | count     | 20     | fiscal
        """,
    )
    columns = ("growth_pct", "change", "reason")
    assert records(given.con, "kpi_growth", Scope(fiscal_year=2569), *columns) == [
        (None, None, "definition_break")
    ]


def test_provisional_values_make_provisional_growth(given):
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | kpi | fiscal_year | unit_kind | actual | value_status
        50        | ก   | 2568        | count     | 10     | final
        50        | ก   | 2569        | count     | 20     | provisional
        """,
    )
    rows = records(given.con, "kpi_growth", Scope(fiscal_year=2569), "growth_pct", "status")
    assert rows == [(100.0, "provisional")]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=st.integers(-1000, 1000), now=st.integers(-1000, 1000))
def test_growth_agrees_with_plain_arithmetic(store, before, now):
    found = growth(store, "count", before, now, "growth_pct", "change")
    expected = pytest.approx(100 * (now - before) / before) if before > 0 else None
    assert found == (expected, D(now - before))


def attained(given, declared, actual, *columns, target="100"):
    """Attainment of a whole year for an indicator declared as kind, direction, baseline."""
    kind, direction, baseline = declared
    given.sent(
        "kpi_targets",
        fact_indicator=f"""
        src_row | area_code | kpi | unit_kind | direction   | baseline
        2       | 50        | ก   | {kind}    | {direction} | {baseline}
        """,
        fact_target=f"""
        src_row | area_code | kpi_code | fiscal_year | target
        2       | 50        | 50/ก     | 2568        | {target}
        """,
    )
    given.sent(
        "kpi_results",
        fact_kpi_result=f"""
        area_code | kpi | fiscal_year | unit_kind | actual
        50        | ก   | 2568        | {kind}    | {actual}
        """,
    )
    return records(given.con, "kpi_attainment", Scope(fiscal_year=2568), *columns)[0]


@pytest.mark.parametrize(
    ("declared", "target", "actual", "expected"),
    [
        (("level", "higher", ""), 100, 100, (100.0, "met", None)),
        (("level", "higher", ""), 100, 99.99, (99.99, "near", None)),
        (("level", "higher", ""), 100, 75, (75.0, "near", None)),
        (("level", "higher", ""), 100, 74.99, (74.99, "at_risk", None)),
        (("level", "higher", ""), 100, 49.99, (49.99, "critical", None)),
        (("level", "lower", 120), 100, 110, (50.0, "at_risk", None)),
        (("level", "lower", 120), 100, 90, (150.0, "met", None)),
        (("level", "lower", 120), 100, 130, (-50.0, "critical", None)),
        (("level", "lower", ""), 100, 125, (80.0, "near", None)),
        (("level", "lower", ""), 100, 0, (None, "met", None)),
        (("level", "higher", ""), 0, 5, (None, "met", "target_zero")),
        (("level", "higher", ""), 0, -5, (None, "critical", "target_zero")),
        (("level", "lower", ""), 0, 0, (None, "met", "target_zero")),
        (("growth", "higher", ""), 5, 4, (80.0, "near", None)),
        (("growth", "higher", ""), 5, -3, (0.0, "critical", "shrinking")),
        (("growth", "higher", ""), -2, -1, (None, "met", "shrinking")),
        (("milestone", "higher", ""), 5, 4, (80.0, "near", None)),
        (("ratio", "lower", 3366), 2500, 2933, (50.0, "at_risk", None)),
        (("level", "", ""), 100, 80, (80.0, "near", "direction_assumed")),
        (("level", "range", ""), 100, 80, (80.0, "no_data", "range_not_declared")),
        (("level", "higher", ""), "", 80, (None, "no_data", "target_missing")),
        (("level", "higher", ""), 100, "", (None, "no_data", "result_missing")),
    ],
)
def test_attainment_by_direction_and_kind(given, declared, target, actual, expected):
    found = attained(given, declared, actual, "attainment_pct", "status", "reason", target=target)
    assert found == (pytest.approx(expected[0]) if expected[0] else expected[0], *expected[1:])


def test_growth_indicators_tell_their_gap_in_points(given):
    found = attained(given, ("growth", "higher", ""), 3, "gap_pp", "attainment_pct", target=5)
    assert found == (D(-2), 60.0)


QUARTERS = """
    area_code | kpi | fiscal_year | quarter | unit_kind | actual
    50        | ก   | 2568        | 1       | {kind}    | 20
    50        | ก   | 2568        | 2       | {kind}    | 25
    50        | ก   | 2568        | 3       | {kind}    | 15
"""


def to_date(given, kind, scope, *columns, rows=QUARTERS):
    given.sent(
        "kpi_targets",
        fact_indicator=f"""
        src_row | area_code | kpi | unit_kind | direction | submission_style
        2       | 50        | ก   | {kind}    | higher    | period
        """,
        fact_target="""
        src_row | area_code | kpi_code | fiscal_year | target
        2       | 50        | 50/ก     | 2568        | 100
        """,
    )
    given.sent("kpi_results", fact_kpi_result=rows.format(kind=kind))
    return records(given.con, "kpi_attainment", scope, *columns)[0]


def test_counts_add_up_over_the_quarters_and_are_due_in_proportion(given):
    columns = ("quarter", "actual", "target_to_date", "attainment_pct", "status")
    scope = Scope(fiscal_year=2568, quarter=2)
    assert to_date(given, "count", scope, *columns) == (2, D(45), D(50), 45.0, "near")


def test_the_newest_quarter_counts_when_none_is_asked_for(given):
    columns = ("quarter", "actual", "target_to_date")
    assert to_date(given, "count", Scope(), *columns) == (3, D(60), D(75))


def test_a_level_is_its_newest_value_and_is_never_added(given):
    columns = ("quarter", "actual", "target_to_date")
    assert to_date(given, "level", Scope(), *columns) == (3, D(15), D(100))


def test_a_later_workbook_that_restates_a_quarter_replaces_it(given):
    to_date(given, "count", Scope(), "actual")
    given.sent(
        "kpi_results",
        quarter=3,
        fact_kpi_result="""
        area_code | kpi | fiscal_year | quarter | unit_kind | actual
        50        | ก   | 2568        | 1       | count     | 18
        """,
    )
    assert records(given.con, "kpi_attainment", Scope(), "actual") == [(D(58),)]


def test_a_missing_quarter_makes_the_sum_unknown_not_smaller(given):
    gap = "\n".join(line for line in QUARTERS.splitlines() if "| 2       |" not in line)
    columns = ("quarter", "actual", "attainment_pct", "status", "reason")
    assert to_date(given, "count", Scope(), *columns, rows=gap) == (
        3,
        None,
        None,
        "no_data",
        "quarter_missing",
    )


def test_a_share_is_recomputed_from_its_parts_and_not_averaged(given):
    parts = """
    area_code | kpi | fiscal_year | quarter | unit_kind | actual | numerator | denominator
    50        | ก   | 2568        | 1       | percent   | 50     | 1         | 2
    50        | ก   | 2568        | 2       | percent   | 90     | 90        | 100
    """
    found = to_date(given, "percent", Scope(), "actual", rows=parts)
    assert found == (D("89.215686"),)


def test_a_quarter_has_its_own_target_where_one_was_reported(given):
    rows = """
    area_code | kpi | fiscal_year | quarter | unit_kind | actual | target
    50        | ก   | 2568        | 1       | count     | 20     | 10
    50        | ก   | 2568        | 2       | count     | 25     | 30
    """
    columns = ("actual", "target", "target_to_date", "status")
    assert to_date(given, "count", Scope(), *columns, rows=rows) == (
        D(45),
        D(100),
        D(40),
        "met",
    )


def test_a_year_target_repeated_in_every_quarter_is_not_added_up(given):
    rows = """
    area_code | kpi | fiscal_year | quarter | unit_kind | actual | target
    50        | ก   | 2568        | 1       | count     | 20     | 100
    50        | ก   | 2568        | 2       | count     | 25     | 100
    """
    found = to_date(given, "count", Scope(), "target", "target_to_date", rows=rows)
    assert found == (D(100), D(50))


def test_a_target_of_a_year_to_come_is_not_due(given):
    given.sent(
        "kpi_targets",
        fact_indicator="src_row | area_code | kpi | unit_kind\n2 | 50 | ก | level",
        fact_target="""
        src_row | area_code | kpi_code | fiscal_year | target
        2       | 50        | 50/ก     | 2699        | 5
        """,
    )
    rows = records(given.con, "kpi_attainment", Scope(), "status", "actual")
    assert rows == [("not_due", None)]


def test_results_of_a_district_stand_apart_from_those_of_the_province(given):
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | district_code | kpi | fiscal_year | unit_kind | actual
        50        |               | ก   | 2568        | level     | 80
        50        | 5001          | ก   | 2568        | level     | 30
        """,
    )
    assert records(given.con, "kpi_attainment", Scope(province="50"), "actual") == [(D(80),)]
    assert records(given.con, "kpi_attainment", Scope(district="5001"), "actual") == [(D(30),)]


def test_the_overview_puts_the_worst_first_with_its_trend(given):
    given.sent(
        "kpi_targets",
        fact_indicator="""
        src_row | area_code | kpi | unit_kind | direction
        2       | 50        | ดี   | level     | higher
        3       | 50        | แย่  | level     | lower
        4       | 50        | เงียบ | level     | higher
        """,
        fact_target="""
        src_row | area_code | kpi_code | fiscal_year | target
        2       | 50        | 50/ดี     | 2568        | 10
        3       | 50        | 50/แย่    | 2568        | 10
        4       | 50        | 50/เงียบ   | 2568        | 10
        """,
    )
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | kpi | fiscal_year | quarter | unit_kind | actual
        50        | ดี   | 2567        |         | level     | 9
        50        | ดี   | 2568        |         | level     | 11
        50        | แย่  | 2567        | 4       | level     | 20
        50        | แย่  | 2568        | 1       | level     | 40
        """,
    )
    columns = ("kpi", "status", "trend", "trend_periods", "change", "direction_of_change")
    assert records(given.con, "kpi_overview", Scope(fiscal_year=2568), *columns) == [
        ("แย่", "critical", [20.0, 40.0], ["2567/4", "2568/1"], 20.0, "worse"),
        ("เงียบ", "no_data", None, None, None, None),
        ("ดี", "met", [9.0, 11.0], ["2567", "2568"], 2.0, "better"),
    ]


def test_every_reason_has_its_sentence():
    reasons = (
        "base_missing value_missing zero_base zero_to_zero negative_base percent_unit unit_unknown "
        "definition_break quarter_missing result_missing target_missing target_zero shrinking "
        "range_not_declared direction_assumed chain_volume_not_additive price_unknown "
        "members_missing index_not_additive style_undeclared cumulative_fell base_years_missing "
        "earlier_quarter_missing absolute_change not_additive definitions_differ geo_agg_undeclared"
    )
    assert all(t(f"codes.reason.{key}", lang) for key in reasons.split() for lang in LANGUAGES)
