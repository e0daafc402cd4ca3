"""The explore page: any metric, in the reader's view, down to its cells."""

import re

import pandas as pd
import pytest

import metrics
from charts import exploring
from ui import explore, metric_groups, table

PLACE = re.compile(r"row(\d+)_col(\d+)")


def test_every_metric_can_be_explored(full, opened):
    page = opened("explore", fy="2569")
    for name in metrics.names():
        page.selectbox(key="explore.metric").set_value(name).run()
        assert not page.exception, (name, [error.message for error in page.exception])


def test_the_address_names_the_metric(full, opened):
    page = opened("explore", fy="2569", metric="budget_share_by_plan")

    assert page.selectbox(key="explore.metric").value == "budget_share_by_plan"
    assert page.query_params["metric"] == "budget_share_by_plan"


def test_the_table_holds_what_the_metric_answers(full, opened):
    page = opened("explore", fy="2569", province="50", metric="budget_share_by_plan")
    key = "panel.explore.budget_share_by_plan.columns"
    page.multiselect(key=key).set_value(["plan", "budget_thb"]).run()

    (table,) = page.dataframe
    assert table.value.to_numpy().tolist() == [["น้ำ", 100.0], ["ป่า", 300.0]]


def test_an_answer_of_too_many_rows_is_neither_fetched_nor_shown_in_part(full, opened, monkeypatch):
    asked = []
    run = metrics.run
    monkeypatch.setattr(
        metrics, "run", lambda con, *about: asked.append(about[0]) or run(con, *about)
    )
    monkeypatch.setattr(explore, "MOST_ROWS", 1)
    page = opened("explore", fy="2569", province="50", metric="budget_share_by_plan")

    (warning,) = (one.value for one in page.warning)
    assert ("2 แถว" in warning, "1 แถว" in warning) == (True, True)
    assert len(page.dataframe) == 0
    assert "budget_share_by_plan" not in asked


@pytest.fixture
def clicked(full, opened, monkeypatch):
    """The page after a click on the budget of the second plan: a test cannot click a cell."""
    monkeypatch.setattr(table, "show", lambda *_, **__: (1, "budget_thb"))
    return opened("explore", fy="2569", province="50", metric="budget_share_by_plan")


def test_a_clicked_figure_opens_its_cell_and_the_cell_in_its_sheet(clicked):
    cells, picture = (one.value for one in clicked.dataframe)
    assert "«งบประมาณ (บาท)» มาจาก 1 เซลล์" in [text.value for text in clicked.text]

    assert cells.to_dict("records") == [{"value_as_typed": "300", "cell": "C5"}]
    captions = [one.value.replace("\\", "") for one in clicked.caption]
    (shared,) = (text for text in captions if "งบประมาณ.xlsx" in text)
    assert shared.startswith("ไฟล์ งบประมาณ.xlsx · แผ่นงาน Sheet · ")
    assert "ผู้ส่ง สำนักงานจังหวัดเชียงใหม่" in shared
    assert [*picture.index] == ["1", "2", "3", "4", "▸ 5"]
    assert [*picture.columns] == ["A", "B", "▸ C"]
    assert picture.loc["▸ 5"].tolist() == ["ป่า", "3", "300"]
    assert picture.loc["3"].tolist() == ["แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)"]


def test_only_the_cell_and_the_header_stand_out(clicked):
    rules = clicked.dataframe[1].proto.arrow_data.styler.styles.split("}")
    coloured = {
        colour: {place for rule in rules if colour in rule for place in PLACE.findall(rule)}
        for colour in ("#FFD54F", "#D5DCE4")
    }
    heads = {(row, col) for row in "12" for col in "012"}
    assert coloured == {"#FFD54F": {("4", "2")}, "#D5DCE4": heads}


def test_a_clicked_name_tells_the_cells_of_its_row(full, opened, monkeypatch):
    monkeypatch.setattr(table, "show", lambda *_, **__: (0, "plan"))
    page = opened("explore", fy="2569", province="50", metric="budget_share_by_plan")

    assert any(text.value.startswith("ตัวเลขในแถวนี้มาจาก") for text in page.text)


def test_a_figure_whose_file_is_gone_is_still_traced(clicked, full):
    for path in (full / "received").rglob("*"):
        if path.is_file():
            path.unlink()
    clicked.run()

    assert not clicked.exception
    assert len(clicked.dataframe) == 1
    assert "ไม่มีไฟล์ต้นฉบับในเครื่องนี้" in [caption.value for caption in clicked.caption]


def test_every_metric_stands_in_exactly_one_group():
    grouped = metric_groups.grouped()

    assert sorted(name for names in grouped.values() for name in names) == list(metrics.names())


def test_a_chart_leaves_out_what_is_missing_and_keeps_rows_of_one_name_apart():
    frame = pd.DataFrame({"area": ["ก", "ก", "ข"], "value": [1.0, 3.0, None]})

    (bars,) = exploring.chart(frame, "area", "value", "ค่า", None).data
    assert list(bars.x) == [3.0, 1.0]
    assert list(bars.y) == [0, 1]


def test_years_are_names_on_the_axis_and_each_series_a_line():
    frame = pd.DataFrame(
        {"year": [2566, 2567, 2566], "area": ["ก", "ก", "ข"], "value": [1.0, 2.0, 5.0]}
    )

    drawn = exploring.chart(frame, "year", "value", "ค่า", "area")
    assert [(line.name, list(line.x), list(line.y)) for line in drawn.data] == [
        ("ก", ["2566", "2567"], [1.0, 2.0]),
        ("ข", ["2566"], [5.0]),
    ]
    assert drawn.layout.xaxis.type == "category"


def test_a_year_with_several_rows_of_one_name_becomes_lines_of_their_own():
    frame = pd.DataFrame(
        {
            "year": [2566, 2566, 2567, 2567],
            "area": ["ก", "ก", "ก", "ก"],
            "price": ["current", "chain", "current", "chain"],
            "value": [1.0, 2.0, 3.0, 4.0],
        }
    )

    drawn = exploring.chart(frame, "year", "value", "ค่า", None)
    assert [(line.name, list(line.y)) for line in drawn.data] == [
        ("current", [1.0, 3.0]),
        ("chain", [2.0, 4.0]),
    ]


def test_the_axis_offered_first_is_years_else_what_tells_most_rows_apart():
    frame = pd.DataFrame(
        {"year": [2568, 2568, 2569], "area": ["ก", "ก", "ข"], "policy": ["1", "2", "3"]}
    )

    assert exploring.telling(frame, ["area", "policy"]) == 1
    assert exploring.telling(frame, ["year", "area", "policy"]) == 0
