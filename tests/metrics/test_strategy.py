"""The plan as a tree, held to the printed plans and to plain counting."""

from decimal import Decimal as D
from itertools import product

import pytest
from given import records

from metrics.scope import Scope
from metrics.trace import trace

PLAN = """
    owner_area_code | plan_name | year_from | year_to | revision | node_type | ordinal | node_code | title | parent_code | linked_to | priority
    93 | แผน | 2566 | 2570 | | vision | | V | เมืองดี | | |
    93 | แผน | 2566 | 2570 | | definition | 1 | D1 | คนดี | V | I2 |
    93 | แผน | 2566 | 2570 | | definition | 1.1 | D1.1 | คนเรียนรู้ | D1 | |
    93 | แผน | 2566 | 2570 | | definition | 2 | D2 | ชุมชนเข้มแข็ง | V | |
    93 | แผน | 2566 | 2570 | | mission | 1 | M1 | พัฒนาคน | | I2 |
    93 | แผน | 2566 | 2570 | | strategic_issue | 1 | I1 | เกษตร | | | 2
    93 | แผน | 2566 | 2570 | | strategic_issue | 2 | I2 | คน | | | 1
    93 | แผน | 2566 | 2570 | | plan | 1 | P1 | แผนน้ำ | | I1 |
    93 | แผน | 2566 | 2570 | | mission_group | 1 | G1 | เศรษฐกิจ | | I1;I2;P1 |
"""
POLICIES = """
    owner_area_code | plan_name | year_from | year_to | node_type | ordinal | node_code | title | parent_code
    93 | นโยบาย | 2569 | 2569 | policy | 1 | R1 | สงบ |
    93 | นโยบาย | 2569 | 2569 | policy | 1.1 | R1.1 | เฝ้าระวัง | R1
    93 | นโยบาย | 2569 | 2569 | policy | 2 | R2 | ธรรมชาติ |
    93 | นโยบาย | 2569 | 2569 | policy | 3 | R3 | ว่าง |
"""
PROJECTS = """
    fiscal_year | province_code | project_code | strategic_issue | plan | kpi_code | policy | allocated_thb
    2569 | 93 | p1 | เกษตร | แผนน้ำ | k1 | R1.1;R2 | 100
    2569 | 93 | p2 | คน | แผนอื่น | | R2;R1 | 40
    2569 | 93 | p3 | | แผนน้ำ | | | 7
    2568 | 93 | p4 | เกษตร | แผนน้ำ | | R1 | 1000
    2569 | 50 | p5 | เกษตร | แผนน้ำ | | R1 | 5000
"""
SPENDING = """
    src_row | fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
    2 | 2569 | 1 | 93 | แผนน้ำ | p1 | 100 | 10
    2 | 2569 | 2 | 93 | แผนน้ำ | p1 | 100 | 50
"""
IN_93 = Scope(province="93", fiscal_year=2569)


@pytest.fixture
def store(given):
    given.sent("strategy", area="93", fy=2566, fact_strategy_node=PLAN)
    given.sent("strategy", area="93", fact_strategy_node=POLICIES)
    given.sent("projects", area="93", fact_project=PROJECTS, fact_project_quarter=SPENDING)
    given.sent(
        "kpi_targets",
        area="93",
        fact_indicator="""
            area_code | kpi | kpi_code | strategic_issue | unit_kind | direction | level | policy
            93 | ข้าว | k1 | เกษตร | count | higher | output | R2
            93 | บัณฑิต | k2 | คน | count | higher | outcome |
        """,
        fact_target="""
            area_code | kpi_code | fiscal_year | target
            93 | k1 | 2569 | 10
            93 | k2 | 2569 | 10
        """,
    )
    given.sent(
        "kpi_results",
        area="93",
        fact_kpi_result="""
            area_code | kpi | kpi_code | unit_kind | fiscal_year | actual
            93 | ข้าว | k1 | count | 2569 | 4
            93 | บัณฑิต | k2 | count | 2569 | 10
        """,
    )
    return given


def of_tree(store, *columns, scope=IN_93):
    return records(store.con, "strategy_tree", scope, *columns)


def test_each_node_counts_what_is_under_it_or_linked_with_it_once(store):
    columns = ("node_code", "indicator_count", "met_count", "critical_count", "project_count")
    assert of_tree(store, *columns) == [
        ("V", 2, 1, 1, 3),
        ("D1", 1, 1, 0, 1),
        ("D1.1", 0, 0, 0, 0),
        ("D2", 0, 0, 0, 0),
        ("M1", 1, 1, 0, 1),
        ("I2", 1, 1, 0, 1),
        ("I1", 1, 0, 1, 1),
        ("P1", 1, 0, 1, 2),
        ("G1", 2, 1, 1, 3),
    ]


def test_money_of_a_node_is_that_of_its_projects_and_missing_without_any(store):
    columns = ("allocated_thb", "disbursed_thb", "reporting_allocated_thb", "disbursed_pct")
    found = dict(zip(of_tree(store, "node_code"), of_tree(store, *columns), strict=True))
    assert found["I1",] == (D("100.00"), D("50.00"), D("100.00"), 50.0)
    assert found["I2",] == (D("40.00"), None, None, None)
    assert found["D2",] == (None, None, None, None)
    assert found["G1",][0] == D("147.00")


def test_what_a_node_lacks_is_named(store):
    columns = ("node_code", "indicator_gap", "project_gap", "link_gap")
    gaps = {row[0]: row[1:] for row in of_tree(store, *columns) if any(row[1:])}
    assert gaps == {
        "D1.1": ("statement_without_indicator", None, None),
        "D2": ("theme_without_indicator", None, "theme_without_issue"),
        "I1": ("issue_outputs_only", None, "issue_without_mission"),
    }


def test_a_cycle_of_parents_does_no_harm(given):
    loop = """
        owner_area_code | plan_name | year_from | year_to | node_type | node_code | title | parent_code
        93 | แผน | 2566 | 2570 | mission | A | ก | B
        93 | แผน | 2566 | 2570 | mission | B | ข | A
    """
    given.sent("strategy", area="93", fact_strategy_node=loop)
    assert of_tree(given, "node_code", "indicator_count") == [("A", 0), ("B", 0)]


def test_the_flow_adds_up_to_all_projects_and_each_stands_once(store):
    columns = ("mission_group", "strategic_issue", "plan", "project_count", "allocated_thb")
    rows = records(store.con, "strategy_flow", IN_93, *columns, "total_allocated_thb", "told_by")
    assert {row[-1] for row in rows} == {"projects"}
    assert [row[:5] for row in rows] == [
        ("เศรษฐกิจ", "เกษตร", "แผนน้ำ", 1, D("100.00")),
        ("เศรษฐกิจ", "คน", "แผนอื่น", 1, D("40.00")),
        ("เศรษฐกิจ", None, "แผนน้ำ", 1, D("7.00")),
    ]
    assert {row[5] for row in rows} == {D("147.00")}


def test_links_of_the_document_only_move_no_money(given):
    given.sent("strategy", area="93", fy=2566, fact_strategy_node=PLAN)
    columns = ("mission_group", "strategic_issue", "plan", "allocated_thb", "told_by")
    assert records(given.con, "strategy_flow", IN_93, *columns) == [
        ("เศรษฐกิจ", "คน", None, None, "document"),
        ("เศรษฐกิจ", "เกษตร", None, None, "document"),
        ("เศรษฐกิจ", None, "แผนน้ำ", None, "document"),
    ]


def test_alignment_is_the_money_under_issues_with_indicators(store):
    columns = ("aligned_allocated_thb", "issue_allocated_thb", "all_allocated_thb")
    assert records(store.con, "strategy_alignment", IN_93, *columns) == [
        (D("140.00"), D("140.00"), D("147.00"))
    ]


def test_a_project_that_serves_two_policies_counts_once_in_the_total(store):
    columns = ("node_code", "indicator_count", "project_count", "allocated_thb", "policy_gap")
    rows = records(store.con, "policy_overview", IN_93, *columns, "all_allocated_thb")
    assert [row[:5] for row in rows] == [
        ("R3", 0, 0, None, "nothing"),
        ("R1", 0, 2, D("140.00"), "no_indicator"),
        ("R2", 1, 2, D("140.00"), None),
        ("R1.1", 0, 1, D("100.00"), "no_indicator"),
    ]
    assert {row[5] for row in rows} == {D("140.00")}


def test_coverage_agrees_with_counting_project_by_project(store):
    """An oracle in plain Python: who names the policy or a point of it, under which issue."""
    projects = [("เกษตร", {"R1.1", "R2"}, 100), ("คน", {"R2", "R1"}, 40), (None, set(), 7)]
    points = {"R1": {"R1", "R1.1"}, "R2": {"R2"}, "R3": {"R3"}}
    expected = {
        (policy, issue): (
            len(
                found := [
                    thb for at, codes, thb in projects if at == issue and codes & points[policy]
                ]
            ),
            D(sum(found)) if found else None,
        )
        for policy, issue in product(points, ("เกษตร", "คน"))
    }
    columns = ("node_code", "strategic_issue", "project_count", "allocated_thb")
    rows = records(store.con, "policy_coverage", IN_93, *columns, "policy_order")
    assert {row[:2]: row[2:4] for row in rows} == expected
    assert [row[0] for row in rows] == ["R3", "R3", "R1", "R1", "R2", "R2"]


def test_policies_of_an_earlier_year_stand_in_and_say_so(store):
    scope = Scope(province="93", fiscal_year=2570)
    assert set(records(store.con, "policy_overview", scope, "covers_year")) == {(False,)}
    assert (
        records(store.con, "policy_overview", Scope(province="93", fiscal_year=2568), "title") == []
    )


REVISED = """
    owner_area_code | plan_name | year_from | year_to | revision | node_type | node_code | title | parent_code
    93 | แผน (ทบทวน ๒๕๖๘) | 2566 | 2570 | 2568 | vision | V | เมืองดีมาก |
    93 | แผน (ทบทวน ๒๕๖๘) | 2566 | 2570 | 2568 | definition | D9 | คนเรียนรู้ | V
    93 | แผน (ทบทวน ๒๕๖๘) | 2566 | 2570 | 2568 | objective | O1 | ใหม่ |
"""


def test_versions_differ_by_code_then_words_and_never_by_number(store):
    store.sent("strategy", area="93", fy=2568, fact_strategy_node=REVISED)
    columns = ("difference", "old_node_code", "new_node_code")
    rows = records(store.con, "strategy_versions", Scope(province="93"), *columns)
    assert ("changed", "V", "V") in rows
    assert ("moved", "D1.1", "D9") in rows
    assert ("added", None, "O1") in rows
    assert {row[1] for row in rows if row[0] == "removed"} == {
        "D1",
        "D2",
        "M1",
        "I1",
        "I2",
        "P1",
        "G1",
    }


@pytest.mark.parametrize(("year", "shown"), [(2567, None), (2568, 2568), (2570, 2568)])
def test_the_newest_version_begun_by_the_year_is_in_force(store, year, shown):
    store.sent("strategy", area="93", fy=2568, fact_strategy_node=REVISED)
    scope = Scope(province="93", fiscal_year=year)
    rows = of_tree(store, "revision_be", "is_in_force", "is_shown", scope=scope)
    assert {row[0] for row in rows if row[1]} == {row[0] for row in rows if row[2]} == {shown}


def test_names_no_strategy_holds_come_with_the_nearest(store):
    columns = ("trace_kind", "name", "nearest", "row_count", "allocated_thb")
    assert records(store.con, "unmatched_names", IN_93, *columns) == [
        ("project_plan", "แผนอื่น", "แผนน้ำ", 1, D("40.00"))
    ]


def test_nothing_is_asked_of_an_area_without_a_strategy(store):
    assert records(store.con, "unmatched_names", Scope(province="50"), "name") == []


def test_money_of_a_node_leads_to_the_cells_of_its_projects(store):
    codes = [code for (code,) in of_tree(store, "node_code")]
    cells = trace(store.con, "strategy_tree", IN_93, codes.index("P1"), "allocated_thb")
    assert list(cells["value_as_typed"]) == ["100", "7"]


def of_projects(store, scope, *columns):
    return records(store.con, "strategy_projects", scope, *columns)


def test_a_node_asked_for_answers_alone_with_all_its_projects(store):
    asked = Scope(province="93", fiscal_year=2569, node="G1")
    assert of_projects(store, asked, "node_code", "project_code", "disbursed_thb") == [
        ("G1", "p1", D("50.00")),
        ("G1", "p2", None),
        ("G1", "p3", None),
    ]
    assert records(store.con, "strategy_indicators", asked, "node_code", "kpi_code") == [
        ("G1", "k1"),
        ("G1", "k2"),
    ]


def test_without_a_node_the_largest_thousand_projects_stand_for_all(given):
    given.sent("strategy", area="93", fy=2566, fact_strategy_node=PLAN)
    given.sent("projects", area="93", fact_project=PROJECTS)
    given.con.execute("""
        insert into fact_project by name
        select * replace (
            1000 + unnest(range(1100)) as allocated_thb, 100 + unnest(range(1100)) as src_row
        )
        from fact_project
        where project_code = 'p1'
    """)
    largest = of_projects(given, IN_93, "node_code", "allocated_thb")
    assert {money for _, money in largest} == {D(1000 + number) for number in range(100, 1100)}
    of_issue = of_projects(given, Scope(province="93", fiscal_year=2569, node="I1"), "node_code")
    assert len(of_issue) == 1101
