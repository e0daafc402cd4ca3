"""Year-end forecasts and run-rates beside plain arithmetic."""

from statistics import mean, median

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.scope import Scope

ALLOCATED = 1000
COURSE = ("spending_type", "method", "forecast_pct", "low_pct", "high_pct", "backtest_error_pp")


def spending(years):
    """The quarters of one project: fiscal year → percent disbursed by the end of each quarter."""
    rows = [
        f"{year} | {quarter} | 50 | ก | p | capital | {ALLOCATED} | {ALLOCATED * pct / 100}"
        for year, course in years.items()
        for quarter, pct in enumerate(course, start=1)
        if pct is not None
    ]
    head = (
        "fiscal_year | quarter | province_code | plan | project_code | spending_type"
        " | allocated_thb | disbursed_thb"
    )
    return "\n".join([head, *rows])


def forecast(given, years, scope, *columns, kind="capital"):
    given.sent("projects", fact_project_quarter=spending(years))
    rows = records(given.con, "disbursement_forecast", scope, "spending_type", *columns)
    return next(row[1:] for row in rows if row[0] == kind)


NORMAL = {
    2563: (8, 25, 45, 74),
    2564: (9, 27, 50, 78),
    2565: (7, 24, 47, 76),
    2566: (8, 26, 49, 77),
}


def test_capital_of_2568_at_month_nine_by_profile_and_by_a_straight_line(given):
    """Published: 39.8 % after nine months; a straight line says 53 %, the years before far more."""
    years = NORMAL | {2567: (2, 8, 33, 65), 2568: (6, 20, 39.8, None)}
    columns = (*COURSE[1:], "linear_pct", "years", "target_pct", "gap_pp")
    method, value, low, high, error, linear, used, target, gap = forecast(
        given, years, Scope(fiscal_year=2568), *columns
    )
    parts = {year: NORMAL[year][2] / NORMAL[year][3] for year in (2564, 2565, 2566)}
    missed = [
        abs(NORMAL[year][2] / median(p for y, p in parts.items() if y != year) - NORMAL[year][3])
        for year in parts
    ]
    assert (method, used) == ("profile", "2564, 2565, 2566")  # 2567 began without a budget act
    assert value == pytest.approx(39.8 / median(parts.values()))
    assert (low, high) == pytest.approx((39.8 / max(parts.values()), 39.8 / min(parts.values())))
    assert error == pytest.approx(mean(missed))
    assert round(linear) == 53
    assert (target, gap) == (80, pytest.approx(value - 80))


@pytest.mark.parametrize(
    ("years", "year", "expected"),
    [
        ({2568: (6, 20, 40, 70)}, 2568, ("final", 70.0, None)),
        ({2568: (6, None, None, None)}, 2568, ("none", None, "too_few_points")),
        ({2568: (6, 20, None, None)}, 2568, ("linear", 20 / (182 / 365), "too_few_years")),
        (NORMAL | {2567: (2, 8, None, None)}, 2567, ("linear", 8 / (183 / 366), "delayed_year")),
    ],
)
def test_without_a_profile_the_line_is_called_one_or_nothing_is_said(given, years, year, expected):
    found = forecast(given, years, Scope(fiscal_year=year), "method", "forecast_pct", "reason")
    method, value, reason = expected
    assert found == (method, value if value is None else pytest.approx(value), reason)


def test_a_quarter_asked_for_is_forecast_as_it_was_then(given):
    years = NORMAL | {2568: (6, 20, 39.8, 75)}
    method, value = forecast(
        given, years, Scope(fiscal_year=2568, quarter=2), "method", "forecast_pct"
    )
    parts = [NORMAL[year][1] / NORMAL[year][3] for year in (2564, 2565, 2566)]
    assert (method, value) == ("profile", pytest.approx(20 / median(parts)))


@pytest.fixture(scope="module")
def store():
    made = Given()
    yield made
    made.con.close()


part = st.integers(1, 40)
course = st.tuples(part, part, part, part)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(past=st.lists(course, min_size=3, max_size=3), now=st.tuples(part, part, part))
def test_indicator_forecasts_agree_with_plain_arithmetic(store, past, now):
    rows = [
        f"50 | ก | {year} | {quarter} | count | {value}"
        for year, values in zip((2564, 2565, 2566, 2568), [*past, now], strict=True)
        for quarter, value in enumerate(values, start=1)
    ]
    declared = store.sent(
        "kpi_targets",
        fact_indicator="area_code|kpi|unit_kind|direction|submission_style\n50|ก|count|higher|period",
    )
    head = "area_code | kpi | fiscal_year | quarter | unit_kind | actual"
    sent = store.sent("kpi_results", fact_kpi_result="\n".join([head, *rows]))
    columns = ("method", "to_date", "forecast", "low", "high", "backtest_error_pct")
    (found,) = records(store.con, "kpi_forecast", Scope(fiscal_year=2568), *columns)
    store.event(sent, "withdrawn")
    store.event(declared, "withdrawn")

    parts = [sum(values[:3]) / sum(values) for values in past]
    missed = [
        100 * abs(sum(values[:3]) / median(parts[:at] + parts[at + 1 :]) / sum(values) - 1)
        for at, values in enumerate(past)
    ]
    done = sum(now)
    assert found[0] == "profile"
    assert [float(value) for value in found[1:]] == pytest.approx(
        [done, done / median(parts), done / max(parts), done / min(parts), mean(missed)]
    )


def pace_of(given, results, target, *, style="period", direction="higher"):
    given.sent(
        "kpi_targets",
        fact_indicator=f"""
        src_row | area_code | kpi | unit_kind | direction   | submission_style
        2       | 50        | ก   | count     | {direction} | {style}
        """,
        fact_target=f"""
        src_row | area_code | kpi_code | fiscal_year | target
        2       | 50        | 50/ก     | 2568        | {target}
        """,
    )
    rows = "\n".join(
        f"50 | ก | 2568 | {quarter} | count | {value}"
        for quarter, value in enumerate(results, start=1)
    )
    given.sent(
        "kpi_results",
        fact_kpi_result=f"area_code | kpi | fiscal_year | quarter | unit_kind | actual\n{rows}",
    )
    columns = ("pace", "done", "months_left", "needed_per_month", "recent_per_month", "ratio")
    return records(given.con, "required_run_rate", Scope(fiscal_year=2568), *columns)


@pytest.mark.parametrize(
    ("results", "style", "expected"),
    [
        ((10, 20), "period", ("much_faster", 30, 6, 90 / 6, 20 / 3, 90 / 6 / (20 / 3))),
        ((10, 30), "cumulative", ("much_faster", 30, 6, 90 / 6, 20 / 3, 90 / 6 / (20 / 3))),
        ((50, 45), "period", ("on_pace", 95, 6, 25 / 6, 15, 25 / 6 / 15)),
        ((30, 30), "period", ("on_pace", 60, 6, 10, 10, 1)),
        ((30, 20), "period", ("faster", 50, 6, 70 / 6, 20 / 3, 1.75)),
        ((80, 40), "period", ("reached", 120, 6, 0, 40 / 3, 0)),
        ((30, 0), "period", ("no_pace", 30, 6, 15, 0, None)),
        ((30, 30, 20, 20), "period", ("final", 100, 0, None, 20 / 3, None)),
    ],
)
def test_how_much_faster_it_has_to_go(given, results, style, expected):
    ((pace, *numbers),) = pace_of(given, results, 120, style=style)
    assert (pace, *(None if n is None else pytest.approx(n) for n in numbers)) == expected


def test_stocks_and_indicators_of_which_less_is_better_have_no_pace(given):
    assert pace_of(given, (30, 30), 120, style="stock") == []
    assert pace_of(given, (30, 30), 120, direction="lower") == []


def test_the_pace_of_disbursement_is_that_of_its_official_target(given):
    given.sent("projects", fact_project_quarter=spending({2569: (10, 30, None, None)}))
    columns = ("subject", "target", "done", "needed_per_month", "recent_per_month", "pace")
    found = records(given.con, "required_run_rate", Scope(fiscal_year=2569), *columns)
    assert found == [
        ("disbursement", 930, 300, 630 / 6, pytest.approx(200 / 3), "faster"),
    ]
