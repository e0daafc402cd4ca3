"""The shapes of the made-up figures, in one province."""

import csv
from pathlib import Path

from loaders.demo.budgets import SLIPS, budget_rows
from loaders.demo.communities import profile_rows, village_rows
from loaders.demo.indicators import indicators, target_rows
from loaders.demo.places import PROVINCES, YEARS, districts
from loaders.demo.projects import project_rows, projects
from loaders.demo.results import result_rows
from loaders.demo.strategy import issues, plans, policy_rows, strategy_rows
from store.areas import area

ROOT = Path(__file__).parents[3]
QUARTERS = (1, 2, 3, 4)


def spent_share(year, quarter, spending_type):
    """Money paid out ÷ allocated of a kind of spending, over all nine provinces."""
    rows = [
        row
        for province in PROVINCES
        for sender in ("administration", "works")
        for row in project_rows(province, sender, year)
        if row["spending_type"] == spending_type
    ]
    return sum(row[f"disbursed_thb_{quarter}"] for row in rows) / sum(
        row["allocated_thb"] for row in rows
    )


def test_about_150_projects_a_province_and_year_in_its_real_districts():
    for province in PROVINCES:
        for year in YEARS:
            found = projects(province, year)
            assert 140 <= len(found) <= 160
            assert {project.district for project in found} <= {*districts(province)}
            assert {project.plan for project in found} == {*plans()}


def test_spending_never_falls_and_never_passes_the_budget():
    for row in project_rows("50", "works", 2568):
        course = [row[f"disbursed_thb_{quarter}"] for quarter in QUARTERS]
        assert course == sorted(course)
        assert course[-1] <= row["allocated_thb"]


def test_capital_money_moves_late_and_a_delayed_budget_later_still():
    ordinary = [spent_share(2568, quarter, "capital") for quarter in QUARTERS]
    current = [spent_share(2568, quarter, "current") for quarter in QUARTERS]
    delayed = [spent_share(2567, quarter, "capital") for quarter in QUARTERS]
    assert all(capital < usual for capital, usual in zip(ordinary, current, strict=True))
    assert all(late < capital for late, capital in zip(delayed, ordinary, strict=True))
    assert ordinary[3] - ordinary[2] > ordinary[1] - ordinary[0]
    assert 0.4 < ordinary[2] < 0.55


def test_only_the_first_quarter_of_the_year_just_begun_is_reported():
    row = next(project_rows("50", "works", 2570))
    assert [key for key in row if key.startswith("disbursed")] == ["disbursed_thb_1"]


def test_a_summary_adds_up_except_where_an_office_slipped():
    *plans, total = budget_rows("50", 2568)
    assert total["budget_thb"] == sum(row["budget_thb"] for row in plans)
    assert total["project_count"] == sum(row["project_count"] for row in plans)
    assert total["project_count"] == len(projects("50", 2568))
    assert abs(sum(row["share_pct_reported"] for row in plans) - 100) < 0.05
    swapped = budget_rows("52", 2567)
    whole = swapped[-1]["budget_thb"]
    wrong = [
        number
        for number, row in enumerate(swapped[:-1])
        if abs(100 * row["budget_thb"] / whole - row["share_pct_reported"]) > 0.05
    ]
    assert (SLIPS["52", 2567], wrong) == ("shares_swapped", [2, 3])


def test_every_province_has_eight_indicators_of_every_kind_one_off_and_one_near():
    for province in PROVINCES:
        found = indicators(province)
        assert len(found) == 8
        assert {i.pattern.kind for i in found} == {
            *("growth", "flow", "stock", "share", "milestone", "ratio")
        }
        assert "lower" in {i.pattern.direction for i in found}
        assert sum(i.skill < 0.8 for i in found) == 1
        assert sum(0.9 < i.skill < 0.985 for i in found) == 1


def test_targets_name_the_rule_by_which_their_total_follows():
    for row in target_rows("50"):
        yearly = [row[f"target_{year}"] for year in YEARS]
        if row["target_rule"] == "sum":
            assert row["target_total"] == round(sum(yearly), 1)
        elif row["target_rule"] in ("final", "maintain"):
            assert row["target_total"] == yearly[-1]
        else:
            assert row["target_total"] is None


def test_a_share_is_its_numerator_over_its_denominator():
    rows = [
        row for row in result_rows("50", "health", 2568, (*QUARTERS, None)) if "numerator" in row
    ]
    assert rows
    assert all(
        row["actual"] == round(100 * row["numerator"] / row["denominator"], 2) for row in rows
    )


def results_of(kpi, sender):
    rows = [
        row
        for row in result_rows("50", sender, 2568, (*QUARTERS, None))
        if row["kpi"].startswith(kpi)
    ]
    assert [row["quarter"] for row in rows] == ["1", "2", "3", "4", "ทั้งปี"]
    return [row["actual"] for row in rows]


def test_a_flow_of_the_year_is_the_sum_of_its_quarters():
    *quarters, whole = results_of("จำนวนผู้เสียชีวิต", "health")
    assert whole == sum(quarters)


def test_a_running_total_ends_at_the_flow_of_the_year():
    *quarters, whole = results_of("มูลค่าการจำหน่าย", "commerce")
    assert quarters == sorted(quarters)
    assert quarters[-1] == whole


def test_a_stock_of_the_year_is_that_of_its_last_quarter():
    *quarters, whole = results_of("จำนวนแปลงเกษตร", "commerce")
    assert whole == quarters[-1]


def test_two_indicators_of_a_province_declare_nothing_about_themselves():
    for province in PROVINCES:
        declaring = [bool(found.pattern.semantics) for found in indicators(province)]
        assert declaring.count(False) == 2


def test_a_definition_stated_anew_begins_in_a_later_year():
    first = {row["kpi_code"]: row for row in target_rows("50")}
    again = {row["kpi_code"]: row for row in target_rows("50", 2)}
    changed = [code for code in first if first[code] != again[code]]
    assert len(changed) == 1
    assert first[changed[0]]["definition_from"] < again[changed[0]]["definition_from"]


def test_a_second_version_fills_the_gaps_and_changes_figures():
    first = {row["kpi_code"]: row["actual"] for row in result_rows("50", "health", 2569, (3,))}
    again = {row["kpi_code"]: row["actual"] for row in result_rows("50", "health", 2569, (3,), 2)}
    assert first.keys() <= again.keys()
    assert first != again
    statuses = {row["value_status"] for row in result_rows("50", "health", 2569, (3,), 2)}
    assert statuses == {"final"}


def test_every_village_is_assessed_each_year_and_they_get_better():
    def good(year):
        rows = list(village_rows("51", year))
        return len(rows), sum(row["grade_reported"] == "A" for row in rows)

    counts, best = zip(*(good(year) for year in YEARS[:4]), strict=True)
    assert len(set(counts)) == 1
    assert 40 * 8 <= counts[0] <= 90 * 8
    assert list(best) == sorted(best)
    assert best[0] < best[-1] < counts[0]


def test_villages_are_plainly_invented_and_nobody_is_named():
    rows = list(village_rows("51", 2569))
    assert all(row["village"].startswith("บ้านสาธิต ") for row in rows)
    assert len({row["village"] for row in rows}) == len(rows)
    assert not any("assessor" in row for row in rows)
    unknown = sum(row["accounts_pct"] is None or row["written_plan"] is None for row in rows)
    assert 0 < unknown < len(rows) * 0.05


def test_a_province_reports_its_three_status_indicators_each_year_and_its_districts_none():
    slots = tuple(f"status_indicator_{slot}" for slot in (1, 2, 3))
    reported = [all(row.get(slot) is not None for slot in slots) for row in profile_rows("51")]
    of_province = ["district" not in row for row in profile_rows("51")]
    assert reported == of_province
    assert sum(reported) == 4


def test_the_profile_counts_the_villages_that_are_graded():
    rows = list(profile_rows("51"))
    whole = next(row for row in rows if row["year"] == 2569 and "district" not in row)
    parts = [row for row in rows if row["year"] == 2569 and "district" in row]
    assert whole["villages"] == sum(row["villages"] for row in parts)
    assert whole["villages"] == len(list(village_rows("51", 2569)))
    assert [area(row["district"]).parent for row in parts] == ["51"] * 8


def test_phatthalung_keeps_the_issues_and_codes_of_its_printed_plan():
    path = ROOT / "data" / "facts" / "phatthalung_plan_2561.csv"
    with path.open(encoding="utf-8", newline="") as file:
        printed = [
            (row["node_code"], row["title"])
            for row in csv.DictReader(file)
            if row["node_type"] == "ประเด็นยุทธศาสตร์"
        ]
    nodes = [row for row in strategy_rows("93") if row["node_type"] == "strategic_issue"]
    assert [(row["node_code"], row["title"]) for row in nodes] == printed
    assert issues("93") == tuple(title for _code, title in printed)


def test_a_revised_plan_differs_from_the_first_in_a_few_nodes():
    def nodes(revision):
        return {(row["node_code"], row["title"]) for row in strategy_rows("50", revision)}

    assert len(nodes(None) - nodes(2568)) == 3  # vision, a mission, and one that was dropped
    assert len(nodes(2568) - nodes(None)) == 3  # vision, the mission, and a statement


def test_the_third_theme_and_mission_and_the_fifth_issue_are_linked_with_nothing():
    rows = list(strategy_rows("51"))
    linked = {row["node_code"]: row.get("linked_to") for row in rows}
    assert linked["สาธิต-51-D3"] is linked["สาธิต-51-M3"] is None
    missions = [row["linked_to"] for row in rows if row["node_type"] == "mission"]
    assert not any("I5" in (link or "") for link in missions)


def test_projects_name_printed_policies_in_phatthalung_and_the_ministrys_elsewhere():
    def named(province, year):
        rows = (
            row
            for sender in ("administration", "works")
            for row in project_rows(province, sender, year)
        )
        return {code for row in rows if row["policy"] for code in row["policy"].split(";")}

    with (ROOT / "data" / "facts" / "phatthalung_policies_2569.csv").open(encoding="utf-8") as file:
        printed = {row["node_code"] for row in csv.DictReader(file)}
    assert named("93", 2569) <= printed
    assert named("50", 2569) == {"สาธิต-50-MOI1", "สาธิต-50-MOI4"}
    assert named("50", 2569) < {row["node_code"] for row in policy_rows("50")}
    assert named("93", 2568) == set()
