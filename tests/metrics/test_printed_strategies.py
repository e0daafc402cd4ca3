"""The strategies printed in the provinces' own documents, from workbook to metric."""

from pathlib import Path

import pytest
from given import records

from loaders.ingest import ingest_files
from metrics.scope import Scope
from store import open_store

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
IN_50 = Scope(province="50", fiscal_year=2550)


@pytest.fixture(scope="module")
def con(tmp_path_factory):
    store = open_store(":memory:")
    names = ("strategy_*", "budget_by_plan_2550_*", "projects_2550_*")
    paths = sorted(path for name in names for path in SAMPLES.glob(name))
    reports = ingest_files(store, paths, data_dir=tmp_path_factory.mktemp("data"))
    assert {report.state for report in reports} == {"accepted"}
    yield store
    store.close()


def of_type(con, scope, kind):
    rows = records(con, "strategy_tree", scope, "node_type", "title", "parent_code", "is_shown")
    return [row[1:3] for row in rows if row[0] == kind and row[3]]


def test_phatthalung_has_five_issues_in_its_own_order(con):
    titles = [
        title
        for title, _ in of_type(con, Scope(province="93", fiscal_year=2564), "strategic_issue")
    ]
    assert [title.split()[0] for title in titles] == [
        "การเพิ่มขีดความสามารถภาคเกษตร",
        "การพัฒนาสู่อุตสาหกรรมท่องเที่ยวเชิงนิเวศน์แบบเพิ่มคุณค่าครบวงจรที่ยั่งยืน",
        "การพัฒนาคุณภาพ",
        "การจัดการทรัพยากรธรรมชาติ",
        "การพัฒนาโครงสร้างพื้นฐาน",
    ]


def test_phatthalung_has_four_themes_of_fourteen_statements_and_five_missions_and_objectives(con):
    scope = Scope(province="93", fiscal_year=2564)
    definitions = of_type(con, scope, "definition")
    themes = [title for title, parent in definitions if parent == "93-2561-V"]
    assert (len(themes), len(definitions) - len(themes)) == (4, 14)
    assert len(of_type(con, scope, "mission")) == len(of_type(con, scope, "objective")) == 5


def test_the_lists_do_not_line_up_so_nothing_is_linked_by_number(con):
    scope = Scope(province="93", fiscal_year=2564)
    rows = records(con, "strategy_tree", scope, "node_type", "link_gap")
    assert {gap for kind, gap in rows if kind == "mission"} == {"mission_without_issue"}


def test_the_revision_is_a_version_of_its_own(con):
    rows = records(
        con, "strategy_tree", Scope(province="93", fiscal_year=2564), "revision_be", "is_in_force"
    )
    assert set(rows) == {(2564, True)}


def test_nineteen_policies_fourteen_of_the_governor_with_52_points(con):
    scope = Scope(province="93", fiscal_year=2569)
    rows = records(con, "policy_overview", scope, "node_code", "is_point", "point_count")
    tops = {code: points for code, is_point, points in rows if not is_point}
    governor = {code: points for code, points in tops.items() if "MOI" not in code}
    assert (len(tops), len(governor), sum(governor.values())) == (19, 14, 52)
    loves = sum(points for code, points in governor.items() if "-R" in code)
    assert (loves, sum(governor.values()) - loves) == (29, 23)
    assert sum(is_point for _, is_point, _ in rows) == 52


def test_chiang_mai_has_four_groups_twenty_issues_and_five_distinct_plans(con):
    plans = {title.split(" (")[0] for title, _ in of_type(con, IN_50, "plan")}
    assert len(of_type(con, IN_50, "mission_group")) == 4
    assert len(of_type(con, IN_50, "strategic_issue")) == 20
    assert plans == {
        "เศรษฐกิจพอเพียง",
        "พัฒนาและสร้างโอกาส",
        "สงเคราะห์ผู้ด้อยโอกาส",
        "บริการประชาชน",
        "ฟื้นฟูความอุดมสมบูรณ์",
    }


def test_money_reaches_a_plan_only_where_a_project_names_it(con):
    columns = ("mission_group", "plan", "allocated_thb", "told_by", "plan_state")
    rows = records(con, "strategy_flow", IN_50, *columns)
    told = {row[1]: row for row in rows if row[3] == "projects"}
    assert {plan: (row[0], int(row[2])) for plan, row in told.items()} == {
        "ฟื้นฟูความอุดมสมบูรณ์": ("ความมั่นคง", 255_000),
        "ด้านการบริการ": (None, 70_000),
        "เศรษฐกิจพอเพียง": ("เศรษฐกิจ", 50_000),
        "พัฒนาและสร้างโอกาส": ("เศรษฐกิจ", 43_000),
    }
    assert told["ด้านการบริการ"][4] == "unknown"
    assert {row[2] for row in rows if row[3] == "document"} == {None}


def test_plan_names_that_do_not_match_across_the_document_are_questions(con):
    columns = ("name", "nearest", "found_in")
    assert set(records(con, "unmatched_names", IN_50, *columns)) == {
        ("บริการขั้นพื้นฐาน", "บริการประชาชน", "budget_by_plan"),
        ("พัฒนาและสร้างโอกาสให้ชุมชน", "พัฒนาและสร้างโอกาส", "budget_by_plan"),
        ("พัฒนาคุณภาพชีวิตของชุมชน", "พัฒนาและสร้างโอกาส", "budget_by_plan"),
        ("สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ", "สงเคราะห์ผู้ด้อยโอกาส", "budget_by_plan"),
        ("ด้านการบริการ", "บริการประชาชน (ด้านสาธารณสุขและการศึกษา)", "projects"),
    }


def test_the_positioning_of_2557_has_two_targets_without_indicator_and_one_with(tmp_path):
    store = open_store(":memory:")
    paths = sorted(SAMPLES.glob("*_2557_ภาคเหนือตอนบน1.xlsx"))
    assert {report.state for report in ingest_files(store, paths, data_dir=tmp_path)} == {
        "accepted"
    }
    scope = Scope(group="upper-north-1", fiscal_year=2557)
    rows = records(store, "strategy_tree", scope, "node_type", "indicator_count", "indicator_gap")
    assert rows == [
        ("positioning", 1, None),
        ("objective", 0, "objective_without_indicator"),
        ("objective", 0, "objective_without_indicator"),
        ("objective", 1, None),
    ]


def test_corrected_policies_show_their_new_words_and_keep_those_of_the_document(con):
    scope = Scope(province="93", fiscal_year=2569)
    rows = records(con, "policy_overview", scope, "node_code", "title", "original_title")
    corrected = {code: (title, words) for code, title, words in rows if words}
    assert corrected == {
        "93-2569-R5.4": (
            "ปลูกฝังวัฒนธรรมองค์กรด้านคุณธรรมและธรรมาภิบาล",
            "ปลุกฝังวัฒนธรรมองค์กรด้านคุณธรรมและธรรมาภิบาล",
        ),
        "93-2569-R6.4": (
            "ยกระดับการให้บริการของรัฐให้เป็นมิตรและเข้าถึงง่าย",
            "ยกกระตือรือร้นการให้บริการของรัฐให้เป็นมิตรและเข้าถึงง่าย",
        ),
        "93-2569-S2.3": (
            "ยกระดับสาธารณูปโภคขั้นพื้นฐานให้ได้มาตรฐานเท่าเทียม",
            "ยกกระตือรือร้นปศุสัตว์ขึ้นพื้นฐานให้ได้มาตรฐานเท่าเทียม",
        ),
    }


def test_the_governors_policies_stand_in_the_stream_the_document_names(con):
    rows = records(con, "policy_overview", Scope(province="93", fiscal_year=2569), "work_stream")
    assert set(rows) == {("งานนโยบาย Functions",)}
