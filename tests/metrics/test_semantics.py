"""What indicators declare decides how their numbers are made."""

from decimal import Decimal as D
from statistics import mean

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.scope import Scope

STANDING = ("quarter", "actual", "target_to_date", "status", "reason")


def declare(given, targets=None, **attributes):
    """Form 1 of indicator ก in Chiang Mai: a count of which more is better, unless said otherwise."""
    declared = {"unit_kind": "count", "direction": "higher", **attributes}
    drawn = {"fact_indicator": _drawn({"src_row": 2, "area_code": 50, "kpi": "ก", **declared})}
    if targets:
        head = "src_row | area_code | kpi_code | fiscal_year | target"
        rows = [f"2 | 50 | 50/ก | {year} | {value}" for year, value in targets.items()]
        drawn["fact_target"] = "\n".join([head, *rows])
    given.sent("kpi_targets", **drawn)


def _drawn(row):
    return " | ".join(row) + "\n" + " | ".join(map(str, row.values()))


def report(given, values, kind="count", **more):
    """Form 2 of indicator ก: (fiscal year, quarter or blank) → result."""
    return given.sent(
        "kpi_results",
        **more,
        fact_kpi_result="\n".join(
            [
                "area_code | kpi | fiscal_year | quarter | unit_kind | actual",
                *(
                    f"50 | ก | {year} | {quarter} | {kind} | {value}"
                    for (year, quarter), value in values.items()
                ),
            ]
        ),
    )


def standing(given, columns=STANDING):
    return records(given.con, "kpi_attainment", Scope(fiscal_year=2568), *columns)[0]


THREE = {(2568, 1): 20, (2568, 2): 45, (2568, 3): 60}


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"submission_style": "period"}, (3, D(125), D(75), "met", None)),
        ({"submission_style": "cumulative"}, (3, D(60), D(75), "near", None)),
        ({"submission_style": "stock"}, (3, D(60), D(100), "at_risk", None)),
        (
            {"submission_style": "period", "time_agg": "mean"},
            (3, D("41.666667"), D(100), "critical", None),
        ),
        (
            {"submission_style": "period", "time_agg": "last"},
            (3, D(60), D(100), "at_risk", None),
        ),
        ({}, (3, None, None, "no_data", "style_undeclared")),
    ],
)
def test_the_style_of_submission_decides_the_value_to_date(given, attributes, expected):
    declare(given, {2568: 100}, **attributes)
    report(given, THREE)
    assert standing(given) == expected


def test_one_quarter_alone_is_known_whatever_its_style_but_not_what_is_due(given):
    declare(given, {2568: 100})
    report(given, {(2568, 1): 20})
    assert standing(given) == (1, D(20), None, "no_data", "style_undeclared")


def test_a_whole_year_needs_no_style(given):
    declare(given, {2568: 100})
    report(given, THREE | {(2568, ""): 100})
    assert standing(given) == (None, D(100), D(100), "met", None)


def test_a_running_total_needs_no_earlier_quarter(given):
    declare(given, {2568: 100}, submission_style="cumulative")
    report(given, {(2568, 1): 20, (2568, 3): 80})
    assert standing(given) == (3, D(80), D(75), "met", None)
    rows = records(given.con, "kpi_growth", Scope(fiscal_year=2568), "quarter", "value", "reason")
    assert rows == [(1, D(20), "base_missing"), (3, None, "earlier_quarter_missing")]


def test_a_running_total_that_fell_is_flagged_and_kept(given):
    declare(given, {2568: 100}, submission_style="cumulative")
    report(given, {(2568, 1): 40, (2568, 2): 30})
    assert standing(given) == (2, D(30), D(50), "at_risk", "cumulative_fell")
    rows = records(given.con, "kpi_growth", Scope(fiscal_year=2568), "quarter", "value")
    assert rows == [(1, D(40)), (2, D(-10))]


@pytest.fixture(scope="module")
def store():
    made = Given()
    declare(made, submission_style="cumulative")
    yield made
    made.con.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 500), min_size=4, max_size=4))
def test_a_running_total_taken_apart_agrees_with_plain_subtraction(store, running):
    sent = report(store, {(2568, quarter): v for quarter, v in enumerate(running, start=1)})
    rows = records(store.con, "kpi_growth", Scope(fiscal_year=2568), "value")
    store.event(sent, "withdrawn")
    before = [0, *running[:-1]]
    assert [value for (value,) in rows] == [D(a - b) for a, b in zip(running, before, strict=True)]


@pytest.mark.parametrize(
    ("mode", "direction", "expected"),
    [
        ("points", "higher", (D("24.53"), "at_risk")),
        ("percent", "higher", (D("20.5065"), "met")),
        ("level", "higher", (D(5), "met")),
        ("points", "lower", (D("14.53"), "critical")),
        ("percent", "lower", (D("18.5535"), "critical")),
    ],
)
def test_a_target_of_5_beside_a_base_of_1953_is_what_it_is_declared_to_be(
    given, mode, direction, expected
):
    declare(
        given,
        {2568: 5},
        unit_kind="percent",
        direction=direction,
        change_mode=mode,
        baseline="19.53",
        baseline_year=2567,
    )
    report(given, {(2568, ""): "20.6" if direction == "higher" else "19"}, "percent")
    target, status = standing(given, columns=("target", "status"))
    assert target == expected[0]
    if mode != "points" or direction != "higher":
        assert (status == "met") == (expected[1] == "met")


def test_a_change_from_an_unknown_base_has_no_target(given):
    declare(given, {2568: 5}, change_mode="points", unit_kind="percent")
    report(given, {(2568, ""): 20}, "percent")
    columns = ("target", "target_step", "status", "reason")
    assert standing(given, columns=columns) == (None, D(5), "no_data", "base_missing")


def test_changes_start_from_the_years_before_or_add_up_from_a_fixed_one(given):
    values = {(2566, ""): 100, (2567, ""): 120, (2568, ""): 130}
    targets = {2567: 10, 2568: 10}
    declare(given, targets, change_mode="points", base_rule="previous")
    report(given, values)
    assert standing(given, columns=("baseline", "target")) == (D(120), D(130))
    declare(
        given, targets, change_mode="points", base_rule="fixed", base_years=2566, target_rule="sum"
    )
    assert standing(given, columns=("baseline", "target")) == (D(100), D(120))


BASE = ("base_value", "base_rule", "base_years", "base_year_count", "growth_pct", "reason")


def base(given, rule, years, values, now=120, columns=BASE, **more):
    declare(given, base_rule=rule, base_years=years, **more)
    report(given, {(year, ""): value for year, value in values.items()} | {(2556, ""): now})
    return records(given.con, "kpi_growth", Scope(fiscal_year=2556), *columns)[0]


def test_a_base_is_the_mean_of_the_named_years_that_have_a_value(given):
    found = base(given, "mean", "2549;2550;2553", {2549: 90, 2553: 110, 2555: 500})
    assert found == (D(100), "mean_of_years", "2549, 2553", 2, 20.0, None)


def test_with_one_of_three_named_years_there_is_no_base(given):
    found = base(given, "mean", "2553;2554;2555", {2555: 110})
    assert found == (None, "mean_of_years", "2555", 1, None, "base_years_missing")


def test_a_base_may_be_one_year_that_stays(given):
    found = base(given, "fixed", "2550", {2550: 60, 2555: 110})
    assert found == (D(60), "fixed_year", "2550", None, 100.0, None)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.none() | st.integers(1, 900), min_size=4, max_size=4))
def test_a_mean_base_agrees_with_plain_arithmetic(store, values):
    named = dict(zip(range(2552, 2556), values, strict=True))
    known = {year: value for year, value in named.items() if value is not None}
    (found, _) = base(
        store, "mean", "2552;2553;2554;2555", known, columns=("base_value", "growth_pct")
    )
    store.event(store.count, "withdrawn")
    expected = mean(known.values()) if len(known) >= 3 else None
    assert found is None if expected is None else float(found) == pytest.approx(expected, abs=1e-5)


def test_values_before_and_after_a_change_of_definition_are_not_compared(given):
    values = {(2567, ""): 80, (2568, ""): 100}
    declare(given, definition_version=1, definition_from=2560)
    report(given, values)
    growth = ("growth_pct", "change", "reason")
    assert records(given.con, "kpi_growth", Scope(fiscal_year=2568), *growth) == [
        (25.0, D(20), None)
    ]
    declare(given, definition_version=2, definition_from=2568, definition="ใหม่")
    assert records(given.con, "kpi_growth", Scope(fiscal_year=2568), *growth) == [
        (None, None, "definition_break")
    ]
    columns = ("definition_version", "changed_attributes", "is_standing")
    assert records(given.con, "kpi_definition_versions", Scope(), *columns) == [
        ("1", None, False),
        ("2", "definition;definition_version;definition_from", True),
    ]


@pytest.mark.parametrize(
    ("kind", "measure", "expected"),
    [
        ("percent", "", (None, D(-1), D(-1), "percent_unit")),
        ("percent", "percent", (pytest.approx(-10), None, D(-1), None)),
        ("count", "", (pytest.approx(-10), None, D(-1), None)),
        ("count", "absolute", (None, None, D(-1), "absolute_change")),
        ("index", "points", (None, D(-1), D(-1), None)),
    ],
)
def test_change_is_told_as_declared(given, kind, measure, expected):
    declare(given, unit_kind=kind, change_measure=measure)
    report(given, {(2567, ""): 10, (2568, ""): 9}, kind)
    columns = ("growth_pct", "change_pp", "change", "reason")
    assert records(given.con, "kpi_growth", Scope(fiscal_year=2568), *columns) == [expected]


def test_a_small_base_is_marked(given):
    declare(given)
    report(given, {(2567, ""): 3, (2568, ""): 6})
    columns = ("growth_pct", "is_small_base")
    assert records(given.con, "kpi_growth", Scope(fiscal_year=2568), *columns) == [(100.0, True)]


def test_levels_in_percent_do_not_compound(given):
    declare(given, {2567: 60, 2568: 62}, unit_kind="percent")
    assert records(given.con, "kpi_targets", Scope(), "compound_of_targets") == [(None,)] * 2


def test_what_is_not_declared_is_named_and_nothing_is_filled_in(given):
    declare(given, {2568: 100}, unit="ราย")
    columns = ("completeness", "missing_attributes", "is_measurable", "has_target")
    assert records(given.con, "kpi_dictionary", Scope(), *columns) == [
        (
            "undeclared",
            "submission_style;time_agg;geo_agg;frequency;base_rule",
            False,
            True,
        )
    ]


def test_a_name_without_target_unit_or_source_cannot_be_measured(given):
    declare(given, owner="พาณิชย์", data_source="ทะเบียน", unit="ราย")
    columns = ("owner", "indicator_count", "measurable_count", "untargeted_count")
    assert records(given.con, "definitions_by_agency", Scope(), *columns) == [("พาณิชย์", 1, 0, 1)]
    declare(given, {2568: 5}, owner="พาณิชย์", data_source="ทะเบียน", unit="ราย")
    assert records(given.con, "definitions_by_agency", Scope(), *columns) == [("พาณิชย์", 1, 1, 0)]


def test_a_restated_value_is_told_with_what_it_was(given):
    first = report(given, {(2568, 1): 20})
    given.event(first, "superseded")
    report(given, {(2568, 1): 18})
    columns = ("value", "value_state", "change", "version_count")
    assert records(given.con, "kpi_value_history", Scope(), *columns) == [
        (D(20), "replaced", None, 2),
        (D(18), "restated", D(-2), 2),
    ]


def shared(given, geo_agg, values, kind="count", scope=None):
    """Indicator ก in several provinces: code → (result, numerator, denominator)."""
    for area, (actual, *parts) in values.items():
        top, bottom = parts or ("", "")
        given.sent(
            "kpi_targets",
            area=area,
            fact_indicator=f"""
            area_code | kpi | unit_kind | direction | submission_style | geo_agg
            {area}    | ก   | {kind}    | higher    | stock            | {geo_agg}
            """,
        )
        given.sent(
            "kpi_results",
            area=area,
            fact_kpi_result=f"""
            area_code | kpi | fiscal_year | quarter | unit_kind | actual | numerator | denominator
            {area}    | ก   | 2568        | 4       | {kind}    | {actual} | {top} | {bottom}
            """,
        )
    columns = ("value", "low", "median", "high", "reporting_count", "applicable_count", "reason")
    return records(given.con, "kpi_across_areas", Scope(fiscal_year=2568), *columns)


def test_values_of_provinces_are_added_only_by_the_rule_declared(given):
    counts = {"50": (10,), "51": (30,), "52": (20,)}
    assert shared(given, "sum", counts) == [(60, 10, 20, 30, 3, 3, None)]
    assert shared(given, "none", counts) == [(None, 10, 20, 30, 3, 3, "not_additive")]
    assert shared(given, "", counts) == [(None, 10, 20, 30, 3, 3, "geo_agg_undeclared")]


def test_percentages_are_added_by_their_parts_and_never_averaged(given):
    parts = {"50": (50, 1, 2), "51": (90, 90, 100)}
    ((value, *rest),) = shared(given, "weighted", parts, "percent")
    assert (value, rest[-1]) == (pytest.approx(100 * 91 / 102), None)
    assert shared(given, "sum", parts, "percent")[0][-1] == "not_additive"
    assert shared(given, "weighted", {"50": (50,), "51": (90,)}, "percent")[0][-1] == "not_additive"


def test_a_sum_without_one_of_the_provinces_is_not_shown(given):
    found = shared(given, "sum", {"50": (10,), "51": ("",)})
    assert found == [(None, 10, 10, 10, 1, 2, "members_missing")]
