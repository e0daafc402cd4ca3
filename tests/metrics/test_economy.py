from decimal import Decimal as D

from given import records

from metrics.scope import Scope

PRODUCT = """
    area_code | year_be | measure | sector      | price        | value
    50        | 2562    | gpp     |             | current      | 100
    51        | 2562    | gpp     |             | current      | 50
    52        | 2562    | gpp     |             | current      | 30
    58        | 2562    | gpp     |             | current      | 20
    50        | 2563    | gpp     |             | current      | 110
    51        | 2563    | gpp     |             | current      | 60
    52        | 2563    | gpp     |             | current      | 30
    50        | 2563    | gpp     | agriculture | current      | 11
    50        | 2563    | gpp     |             | chain_volume | 70
    51        | 2563    | gpp     |             | chain_volume | 40
"""


def product(given, scope, *columns):
    given.sent("area_profile", fact_area_measure=PRODUCT)
    return records(given.con, "gross_provincial_product", scope, *columns)


def test_a_group_is_the_sum_of_its_provinces_and_grows_over_the_same_ones(given):
    columns = ("year", "value_thb", "growth_pct", "members_reporting", "members_total", "reason")
    rows = product(given, Scope(group="upper-north-1"), "price", "sector", *columns)
    assert [row[2:] for row in rows if row[:2] == ("current", "total")] == [
        (2562, D("200.00"), None, 4, 4, None),
        (2563, D("200.00"), 100 * (200 - 180) / 180, 3, 4, "members_missing"),
    ]


def test_chain_volumes_of_a_group_are_refused_with_the_reason(given):
    columns = ("value_thb", "growth_pct", "reason")
    rows = product(given, Scope(group="upper-north-1"), "price", *columns)
    assert [row[1:] for row in rows if row[0] == "chain_volume"] == [
        (None, None, "chain_volume_not_additive")
    ]


def test_chain_volumes_of_a_province_are_given(given):
    rows = product(given, Scope(province="51"), "price", "value_thb", "reason")
    assert rows[-1] == ("chain_volume", D("40.00"), None)


def test_the_own_chain_volume_of_a_group_is_shown_when_it_was_published(given):
    given.sent(
        "area_profile",
        fact_area_measure="""
        area_code     | year_be | measure | price        | value
        upper-north-1 | 2563    | gpp     | chain_volume | 400
        """,
    )
    rows = product(given, Scope(group="upper-north-1"), "price", "value_thb", "reason")
    assert rows[-1] == ("chain_volume", D("400.00"), None)


def test_sectors_are_shares_of_the_total(given):
    columns = ("sector", "share_of_total_pct")
    assert product(given, Scope(province="50", fiscal_year=2563), "price", *columns)[:2] == [
        ("current", "total", 100.0),
        ("current", "agriculture", 10.0),
    ]


def test_restated_figures_replace_the_older_ones(given):
    given.sent("area_profile", fact_area_measure=PRODUCT)
    given.sent(
        "area_profile",
        fact_area_measure="""
        area_code | year_be | measure | price   | value
        50        | 2562    | gpp     | current | 105
        """,
    )
    scope = Scope(province="50", fiscal_year=2562)
    assert records(given.con, "gross_provincial_product", scope, "value_thb") == [(D("105.00"),)]


def test_per_head_of_a_group_is_sum_over_sum_and_no_mean_of_provinces(given):
    given.sent(
        "area_profile",
        fact_area_measure="""
        area_code | year_be | measure    | price   | value
        50        | 2563    | gpp        | current | 1000
        50        | 2563    | population |         | 10
        51        | 2563    | gpp        | current | 1000
        51        | 2563    | population |         | 90
        52        | 2563    | gpp        | current | 500
        """,
    )
    columns = ("per_head_thb", "population", "members_reporting", "members_total")
    assert records(given.con, "gpp_per_head", Scope(group="upper-north-1"), *columns) == [
        (D("20.00"), 100, 2, 4)
    ]


def test_tourism_grows_and_occupancy_is_never_averaged(given):
    given.sent(
        "area_profile",
        fact_area_measure="""
        area_code | year_be | measure          | value
        50        | 2564    | tourism_receipts | 100
        50        | 2565    | tourism_receipts | 150
        51        | 2565    | tourism_receipts | 50
        50        | 2564    | visitors         | 10
        50        | 2565    | visitors         | 20
        50        | 2565    | occupancy_pct    | 46.5
        51        | 2565    | occupancy_pct    | 20
        """,
    )
    columns = ("receipts_thb", "receipts_growth_pct", "receipts_per_visitor_thb", "occupancy_pct")
    group = records(given.con, "tourism", Scope(group="upper-north-1", fiscal_year=2565), *columns)
    single = records(given.con, "tourism", Scope(province="50", fiscal_year=2565), *columns)
    assert group == [(D("200.00"), 50.0, D("7.50"), None)]
    assert single == [(D("150.00"), 50.0, D("7.50"), D("46.500000"))]


INDEX = """
    area_code | year_be | measure | value
    50        | 2563    | hai     | 0.60
    50        | 2564    | hai     | 0.62
    51        | 2564    | hai     | 0.66
    52        | 2564    | hai     | 0.62
    10        | 2564    | hai     | 0.70
"""


def test_the_index_is_ranked_with_ties_in_the_country(given):
    given.sent("area_profile", fact_area_measure=INDEX)
    columns = ("area_code", "hai", "change", "rank", "ranked_count")
    assert records(given.con, "human_achievement_index", Scope(fiscal_year=2564), *columns) == [
        ("10", D("0.700000"), None, 1, 4),
        ("50", D("0.620000"), D("0.020000"), 3, 4),
        ("52", D("0.620000"), None, 3, 4),
        ("51", D("0.660000"), None, 2, 4),
    ]


def test_a_group_has_a_range_and_no_index_of_its_own(given):
    given.sent("area_profile", fact_area_measure=INDEX)
    columns = ("hai", "rank", "lowest", "highest", "reason", "members_reporting")
    scope = Scope(group="upper-north-1", fiscal_year=2564)
    assert records(given.con, "human_achievement_index", scope, *columns) == [
        (None, None, D("0.620000"), D("0.660000"), "index_not_additive", 3)
    ]


def test_provinces_are_ranked_by_the_newest_year_and_less_poverty_is_better(given):
    given.sent("area_profile", fact_area_measure=INDEX)
    given.sent(
        "area_profile",
        fact_area_measure="""
        area_code | year_be | measure     | value
        50        | 2562    | poverty_pct | 12
        51        | 2562    | poverty_pct | 3
        """,
    )
    columns = ("measure", "year", "value", "rank", "ranked_count", "tile_column")
    assert records(given.con, "province_ranking", Scope(province="51"), *columns) == [
        ("hai", 2564, 0.66, 2, 4, 1),
        ("poverty_pct", 2562, 3.0, 1, 2, 1),
    ]


def test_the_ranking_keeps_all_provinces_in_the_rank_when_a_group_is_shown(given):
    given.sent("area_profile", fact_area_measure=INDEX)
    columns = ("area_code", "rank", "ranked_count")
    rows = records(given.con, "province_ranking", Scope(group="upper-north-1"), *columns)
    assert rows == [("51", 2, 4), ("50", 3, 4), ("52", 3, 4)]


def test_spending_and_villages_are_ranked_in_their_newest_fiscal_year(given):
    given.sent(
        "projects",
        fy=2569,
        fact_project_quarter="""
        fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        2569        | 1       | 50            | ก    | p1           | 100           | 10
        2569        | 2       | 50            | ก    | p1           | 100           | 40
        2569        | 2       | 51            | ก    | p2           | 100           | 60
        """,
    )
    given.sent(
        "community_plan_grades",
        fy=2568,
        fact_grade_summary="""
        area_code | fiscal_year | grade | village_count
        50        | 2568        | A     | 1
        50        | 2568        | B     | 3
        """,
    )
    columns = ("measure", "year", "quarter", "area_code", "value", "rank")
    assert records(given.con, "province_ranking", Scope(), *columns) == [
        ("disbursed_pct", 2569, 2, "51", 60.0, 1),
        ("disbursed_pct", 2569, 2, "50", 40.0, 2),
        ("grade_a_pct", 2568, None, "50", 25.0, 1),
    ]
