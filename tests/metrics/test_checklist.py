"""The rules for choosing indicators, on drawn sets and on the printed ones of 2557."""

from decimal import Decimal

import pytest
from given import Given, records

from metrics.scope import Scope

CHECKS = ("kpi", "lacking_count", "is_measurable", "has_budget", "project_count", "allocated_thb")
RULES = ("rule", "verdict", "found_count", "needed_count", "unknown_count", "lacking")


@pytest.fixture
def store():
    return Given()


def two_indicators(store, *, topics=("ท่องเที่ยว", "ยาเสพติด"), levels=("outcome", "")):
    store.sent(
        "kpi_targets",
        fact_indicator=f"""
            area_code | kpi | topic | level | baseline | unit_kind | data_source | owner | frequency | strategic_issue
            50 | รายได้ | {topics[0]} | {levels[0]} | 100 | growth | ททท. | ททจ. | yearly | ประเด็น 1
            50 | คดี    | {topics[1]} | {levels[1]} |     | count  |      | ตร.   |        | ประเด็น 2
        """,
        fact_target="""
            area_code | kpi_code | fiscal_year | target
            50 | 50/รายได้ | 2569 | 5
            50 | 50/คดี    | 2569 | 40
            50 | 50/คดี    | 2570 | 30
        """,
    )


def a_project(store, kpi_code, *, allocated_thb="1000"):
    store.sent(
        "projects",
        fact_project=f"""
            fiscal_year | province_code | project_code | plan | kpi_code | allocated_thb
            2569 | 50 | ค1 | แผน | {kpi_code} | {allocated_thb}
        """,
    )


def test_an_indicator_is_measurable_when_unit_target_source_owner_and_frequency_are_there(store):
    two_indicators(store)
    a_project(store, "50/รายได้")

    assert records(store.con, "kpi_checks", Scope(province="50", fiscal_year=2569), *CHECKS) == [
        ("คดี", 4, False, False, 0, None),
        ("รายได้", 0, True, True, 1, Decimal("1000.00")),
    ]


def test_where_no_project_names_an_indicator_none_is_said_to_lack_money(store):
    two_indicators(store)
    a_project(store, "")

    rows = records(store.con, "kpi_checks", Scope(province="50", fiscal_year=2569), *CHECKS)

    assert [(kpi, budget, count) for kpi, _, _, budget, count, _ in rows] == [
        ("คดี", None, None),
        ("รายได้", None, None),
    ]


def test_only_indicators_aimed_at_in_the_year_count_and_those_never_aimed_at(store):
    two_indicators(store)
    store.sent("kpi_targets", fact_indicator="area_code | kpi\n50 | ยังไม่มีเป้า")

    names = records(
        store.con, "kpi_checks", Scope(province="50", fiscal_year=2570), "kpi", "target"
    )

    assert sorted(names) == [("คดี", Decimal("30.000000")), ("ยังไม่มีเป้า", None)]


def test_the_checklist_of_a_province_says_what_is_met_what_not_and_what_cannot_be_told(store):
    two_indicators(store)
    a_project(store, "50/รายได้")

    assert records(store.con, "kpi_checklist", Scope(province="50", fiscal_year=2569), *RULES) == [
        ("count_limit", "met", 2, 5, 0, []),
        ("domains", "not_met", 2, 4, 0, ["d2", "d3"]),
        ("both_sides", "met", 2, 2, 0, []),
        ("outcome_per_issue", "unknown", 1, 2, 1, ["ประเด็น 2"]),
        ("funded", "not_met", 1, 2, 0, ["คดี"]),
        ("baseline", "not_met", 1, 2, 0, ["คดี"]),
        ("measurable", "not_met", 1, 2, 0, ["คดี"]),
    ]


def test_a_topic_nobody_knows_leaves_the_domains_open(store):
    two_indicators(store, topics=("ท่องเที่ยว", "เรื่องอื่น"))

    rows = records(store.con, "kpi_checklist", Scope(province="50", fiscal_year=2569), *RULES)

    assert rows[1] == ("domains", "unknown", 1, 4, 1, ["d2", "d3", "d4"])


@pytest.mark.parametrize(
    ("fiscal_year", "expected"),
    [(2557, ("not_met", 4, 3)), (2558, ("met", 4, 5)), (2556, ("unknown", 4, None))],
)
def test_the_limit_is_that_of_the_year(store, fiscal_year, expected):
    numbers = range(4)
    store.sent(
        "kpi_targets",
        fact_indicator="area_code | kpi\n" + "\n".join(f"50 | ต{n}" for n in numbers),
        fact_target="area_code | kpi_code | fiscal_year | target\n"
        + "\n".join(f"50 | 50/ต{n} | {fiscal_year} | 1" for n in numbers),
    )

    scope = Scope(province="50", fiscal_year=fiscal_year)

    assert records(store.con, "kpi_checklist", scope, *RULES[:1], *RULES[1:4])[0] == (
        "count_limit",
        *expected,
    )


def test_an_indicator_is_in_each_scheme_by_its_own_words(store):
    store.sent(
        "kpi_targets",
        fact_indicator="""
            area_code | kpi | topic | category
            50 | ก | อุตสาหกรรม การค้า การลงทุน |
            50 | ข | อุตสาหกรรมสีเขียว |
            50 | ค | ไม่รู้จัก | เศรษฐกิจ
            50 | ง | ไม่รู้จัก |
        """,
    )

    rows = records(
        store.con, "kpi_topics", Scope(province="50", fiscal_year=2569),
        "scheme", "node_code", "kpis", "all_count",
    )  # fmt: skip

    assert {(scheme, node, tuple(kpis)) for scheme, node, kpis, _ in rows if kpis} == {
        ("categories", "c1", ("ก", "ค")),
        ("categories", "c1.3", ("ก",)),
        ("categories", "c1.4", ("ก",)),
        ("categories", "c2", ("ข",)),
        ("categories", "c2.1", ("ข",)),
        ("categories", None, ("ง",)),
        ("domains", "d1", ("ก", "ค")),
        ("domains", "d3", ("ข",)),
        ("domains", None, ("ง",)),
        ("topics", "t1", ("ก", "ค")),
        ("topics", "t1.3", ("ก",)),
        ("topics", "t1.6", ("ก",)),
        ("topics", "t2", ("ข",)),
        ("topics", "t2.2", ("ข",)),
        ("topics", None, ("ง",)),
    }
    assert {total for *_, total in rows} == {4}


def a_profile(store, *figures):
    rows = "\n".join(f"{a} | {y} | gpp | {s} | current | {v}" for a, y, s, v in figures)
    store.sent(
        "area_profile",
        area="TH",
        fact_area_measure=f"area_code | year_be | measure | sector | price | value\n{rows}",
    )


def test_the_revenue_driver_is_the_mean_of_the_named_years_of_all_members(store):
    a_profile(
        store,
        *(("50", year, "trade", value) for year, value in ((2553, 10), (2554, 20), (2555, 30))),
        ("50", 2556, "trade", 9999),
        *(("51", year, "trade", 5) for year in (2553, 2555)),
        *(("50", year, "mining", 5) for year in (2553, 2554, 2555)),
        ("50", 2555, "education", 70),
        *(("50", year, "industry", 999) for year in (2553, 2554, 2555)),
    )

    scope = Scope(group="upper-north-1", fiscal_year=2558)
    columns = ("sector", "mean_thb", "share_pct", "sector_rank", "year_count", "members_reporting")

    assert records(store.con, "revenue_driver", scope, *columns) == [
        ("trade", Decimal("25.00"), pytest.approx(100 * 25 / 30), 1, 2, 2),
        ("mining", Decimal("5.00"), pytest.approx(100 * 5 / 30), 2, 3, 1),
    ]


def test_where_no_document_names_the_years_the_newest_three_stand_in_and_it_is_said(store):
    a_profile(store, *(("50", year, "trade", year) for year in range(2558, 2564)))

    columns = ("base_year_from", "base_year_to", "mean_thb", "base_source")

    assert records(
        store.con, "revenue_driver", Scope(province="50", fiscal_year=2569), *columns
    ) == [(2561, 2563, Decimal("2562.00"), None)]


def a_group_target(store, *members):
    indicators = "\n".join(
        f"{area} | รายได้ | growth | {base} | {unit}" for area, base, unit, _ in members
    )
    targets = "\n".join(f"{area} | {area}/รายได้ | 2558 | {aim}" for area, _, _, aim in members)
    store.sent(
        "kpi_targets",
        area="upper-north-1",
        fact_indicator="area_code | kpi | unit_kind | baseline | baseline_unit\n"
        f"upper-north-1 | รายได้ | growth | |\n{indicators}",
        fact_target="area_code | kpi_code | fiscal_year | target\n"
        f"upper-north-1 | upper-north-1/รายได้ | 2558 | 5\n{targets}",
    )


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([("50", "90", "บาท", "3"), ("58", "10", "บาท", "5")], (3.2, "above", None, 2, 2)),
        ([("50", "10", "บาท", "3"), ("58", "90", "บาท", "6")], (5.7, "within", None, 2, 2)),
        ([("50", "90", "บาท", "3"), ("58", "", "", "5")], (None, "unknown", "one_member", 1, 2)),
        ([("50", "", "", "3"), ("58", "", "", "5")], (None, "unknown", "no_base", 0, 2)),
        (
            [("50", "9", "บาท", "3"), ("58", "9", "คน", "5")],
            (None, "unknown", "units_differ", 2, 2),
        ),
        ([], (None, "unknown", "no_member", 0, 0)),
    ],
)
def test_a_groups_target_is_held_against_what_its_members_add_up_to(store, members, expected):
    a_group_target(store, *members)
    columns = ("implied_pct", "verdict", "reason", "members_counted", "members_with_kpi")

    (row,) = records(store.con, "implied_group_growth", Scope(group="upper-north-1"), *columns)

    assert row == (expected[0] and pytest.approx(expected[0]), *expected[1:])


def joint(store, *rows, kpi="ผู้เยี่ยมเยือน"):
    drawn = "\n".join(
        f"2569 | {topic} | {scope} | {area} | {kpi} | 1000" for topic, scope, area in rows
    )
    store.sent(
        "joint_indicators",
        area="TH",
        fact_joint_indicator="fiscal_year | topic | measured_in | area_code | kpi | national_actual\n"
        + drawn,
    )


def a_result(store, area, actual):
    store.sent(
        "kpi_results",
        area=area,
        fact_indicator=f"area_code | kpi | unit_kind\n{area} | ผู้เยี่ยมเยือน | count",
        fact_kpi_result=f"area_code | kpi | fiscal_year | quarter | actual\n"
        f"{area} | ผู้เยี่ยมเยือน | 2569 | | {actual}",
    )


JOINT = ("area_code", "joint_status", "share_pct", "reporting_count", "concerned_count")


def test_a_province_that_is_not_concerned_is_not_missing(store):
    joint(store, ("หมอกควัน", "some", "50"), ("หมอกควัน", "some", "51"))
    a_result(store, "50", 250)

    rows = records(
        store.con, "joint_indicators", Scope(group="upper-north-1", fiscal_year=2569), *JOINT
    )

    assert sorted(rows) == [
        ("50", "reported", 25.0, 1, 2),
        ("51", "missing", None, 1, 2),
        ("52", "not_applicable", None, 1, 2),
        ("58", "not_applicable", None, 1, 2),
    ]


def test_a_topic_of_some_provinces_that_are_not_listed_says_so(store):
    joint(store, ("ชายแดนใต้", "some", ""))

    scope = Scope(province="93", fiscal_year=2569)

    assert records(store.con, "joint_indicators", scope, *JOINT) == [
        ("93", "not_listed", None, 0, None)
    ]


def test_a_topic_without_an_indicator_is_undefined_in_every_province(store):
    joint(store, ("ท่องเที่ยว", "all", ""), kpi="")

    scope = Scope(province="93", fiscal_year=2569)

    assert records(store.con, "joint_indicators", scope, *JOINT) == [
        ("93", "undefined", None, 0, 77)
    ]


def test_status_indicators_are_ranked_and_their_trend_carried_on(store):
    rows = "\n".join(
        f"{area} | {year} | status_indicator_1 | {value}"
        for area, values in (("50", (10, 12, 17)), ("51", (20, 20, 17)), ("52", (None, None, 5)))
        for year, value in zip((2566, 2567, 2568), values, strict=True)
        if value is not None
    )
    store.sent(
        "area_profile",
        area="TH",
        fact_area_measure=f"area_code | year_be | measure | value\n{rows}",
    )
    columns = ("year", "value", "change", "rank_from_top", "reporting_count", "trend_next")

    found = records(store.con, "status_indicators", Scope(province="50"), *columns)

    assert [tuple(map(float_or_none, row)) for row in found] == [
        (2566, 10, None, 2, 2, None),
        (2567, 12, 2, 2, 2, None),
        (2568, 17, 5, 2, 3, pytest.approx(20)),
    ]


def float_or_none(value):
    return None if value is None else float(value)
