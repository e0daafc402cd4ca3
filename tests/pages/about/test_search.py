"""Search: what is typed is found by name, and each thing leads to the page that tells of it."""

import pandas as pd
import pytest
from given import Given

from ui.search import place_of
from ui.settings import load


@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_empty_box_says_what_can_be_searched_for(opened, lang):
    page = opened("search", lang=lang)
    assert [note.value for note in page.info]


def test_a_name_nobody_sent_is_said_not_to_be_found(opened):
    page = opened("search", q="เรือเหาะ")
    assert "เรือเหาะ" in page.info[0].value


def test_what_is_found_stands_in_a_table_with_its_kind(opened):
    page = opened("search")
    store = Given(load().db)
    store.sent(
        "projects",
        fact_project="""
        fiscal_year | province_code | project_code | project | plan
        2569 | 50 | p1 | ขุดลอกคลองแม่ข่า | แผนหนึ่ง
        2569 | 50 | p2 | ซ่อมถนน | แผนหนึ่ง
        """,
    )
    store.con.close()
    page.text_input(key="search.words").set_value("แม่ข่า").run()

    assert not page.exception
    shown = page.dataframe[0].value
    assert shown["name"].tolist() == ["ขุดลอกคลองแม่ข่า"]
    assert shown["thing_kind"].tolist() == ["โครงการ"]


@pytest.mark.parametrize(
    ("thing", "place"),
    [
        (
            {"thing_kind": "indicator", "area_code": "50", "fiscal_year": 2570, "code": "K1"},
            ("indicators", {"province": "50", "kpi": "K1"}),
        ),
        (
            {"thing_kind": "project", "area_code": "50", "fiscal_year": 2568, "code": None},
            ("projects", {"province": "50", "fy": "2568"}),
        ),
        (
            {"thing_kind": "dataset", "area_code": "TH", "fiscal_year": pd.NA, "code": None},
            ("registers", {}),
        ),
        (
            {
                "thing_kind": "plan_node",
                "area_code": "upper-north-1",
                "fiscal_year": 2560,
                "code": "N1",
            },
            ("strategy", {"group": "upper-north-1", "node": "N1"}),
        ),
    ],
)
def test_each_thing_leads_to_its_page_and_area(thing, place):
    assert place_of(thing) == place
