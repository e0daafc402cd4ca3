"""Things are found by every word of a search, however the words are spaced and their digits set."""

import pytest
from given import Given, records

from metrics.scope import Scope


@pytest.fixture(scope="module")
def store():
    given = Given()
    given.sent(
        "kpi_targets",
        fact_indicator="""
        area_code | kpi | owner | target_year_to
        50 | รายได้จากการท่องเที่ยว ปี ๒๕๖๙ | สำนักงานท่องเที่ยว | 2570
        52 | รายได้จากการท่องเที่ยว | | 2569
        """,
    )
    given.sent(
        "strategy",
        fact_strategy_node="""
        owner_area_code | plan_name | year_from | year_to | revision | node_type | node_code | title
        50 | แผนจังหวัด | 2566 | 2570 | | strategic_issue | I1 | พัฒนาการท่องเที่ยว
        50 | แผนจังหวัด (ทบทวน 2568) | 2566 | 2570 | 2568 | strategic_issue | I1 | พัฒนาการท่องเที่ยว
        50 | นโยบาย | 2569 | 2569 | | policy | N1 | ส่งเสริมการท่องเที่ยว
        """,
    )
    given.sent(
        "projects",
        fact_project="""
        fiscal_year | province_code | project_code | project | plan | agency
        2568 | 50 | p1 | เส้นทางท่องเที่ยวชุมชน | แผนหนึ่ง | หน่วย ก
        2569 | 50 | p2 | เส้นทางท่องเที่ยวชุมชน | แผนหนึ่ง | หน่วย ข
        2569 | 50 | p3 | ขุดลอกคลอง | แผนหนึ่ง | หน่วย ข
        """,
    )
    yield given
    given.con.close()


def found(store, words, **scope):
    columns = ("thing_kind", "name", "detail", "fiscal_year", "entry_count", "code", "area_code")
    return records(store.con, "name_search", Scope(words=words, **scope), *columns)


def test_every_kind_of_thing_is_found_with_its_newest_year_and_place(store):
    rows = found(store, "ท่องเที่ยว", province="50")
    assert [(kind, year, count, code) for kind, _, _, year, count, code, _ in rows] == [
        ("indicator", 2570, 1, "50/รายได้จากการท่องเที่ยว ปี ๒๕๖๙"),
        ("plan_node", 2570, 2, "I1"),
        ("policy", 2569, 1, "N1"),
        ("project", 2569, 2, None),
    ]


def test_a_name_sent_again_is_one_row_with_its_newest_agency(store):
    assert found(store, "เส้นทาง ชุมชน") == [
        ("project", "เส้นทางท่องเที่ยวชุมชน", "หน่วย ข", 2569, 2, None, "50")
    ]


@pytest.mark.parametrize("words", ["รายได้ 2569", "ปี๒๕๖๙", "2569 ท่องเที่ยว"])
def test_digits_spaces_and_the_order_of_words_make_no_difference(store, words):
    assert [name for _, name, *_ in found(store, words)] == ["รายได้จากการท่องเที่ยว ปี ๒๕๖๙"]


def test_every_word_must_stand_in_the_name(store):
    assert found(store, "ท่องเที่ยว คลอง") == []


@pytest.mark.parametrize("words", [None, "", "   "])
def test_nothing_is_found_without_words(store, words):
    assert found(store, words) == []


def test_an_area_narrows_the_search(store):
    assert [area for *_, area in found(store, "รายได้")] == ["52", "50"]
    assert [area for *_, area in found(store, "รายได้", province="52")] == ["52"]
