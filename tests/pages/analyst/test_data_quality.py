"""The data quality page: measures with their parts, mistakes with what prevents them, their cells."""

import pytest

from loaders.ingest import ingest_file
from tests.pages.analyst.conftest import CONTEXT, HEADER, TITLE, workbook_file
from ui import data


@pytest.fixture
def faulty(full, store_of):
    """The office has also sent a file with a word where a number belongs."""
    rows = (("น้ำ", 2, 100), ("ป่า", 3, "สามร้อย"))
    path = workbook_file(full / "ผิด.xlsx", TITLE, CONTEXT, HEADER, *rows)
    with store_of(full) as con:
        assert ingest_file(con, path, data_dir=full).state == "rejected"
    return full


@pytest.fixture
def chosen(monkeypatch):
    """The row of the mistake: a test cannot click one."""
    from ui import quality

    monkeypatch.setattr(quality, "draw_guidance", lambda kinds: "not_a_number")


@pytest.mark.parametrize(("lang", "words"), [("th", "ไม่พบข้อผิดพลาด"), ("en", "Nothing wrong")])
def test_figures_without_a_mistake_are_said_to_be_so(faulty, opened, monkeypatch, lang, words):
    answer = data.get
    monkeypatch.setattr(
        data,
        "get",
        lambda name, scope: answer(name, scope).head(0 if name == "frequent_mistakes" else None),
    )

    page = opened("data_quality", fy="2569", province="50", lang=lang)

    assert words in page.success[0].value


def test_where_nothing_was_sent_nothing_is_said_to_be_right(empty, opened):
    assert not opened("data_quality").success


def test_the_commonest_mistake_is_named_with_what_prevents_it(faulty, opened):
    page = opened("data_quality", fy="2569", province="50")
    headlines = [one.value.replace("\\", "") for one in page.subheader]
    assert any(one.startswith("พบบ่อยที่สุด: ") and "ใน 1 หน่วยงาน" in one for one in headlines)
    guidance = page.dataframe[0].value.set_index("title")
    assert guidance.loc["ไม่ใช่ตัวเลข", "count"] == 1
    assert "พิมพ์เฉพาะตัวเลข" in guidance.loc["ไม่ใช่ตัวเลข", "guidance"]


def test_a_mistake_is_followed_to_its_cell(faulty, opened, chosen):
    page = opened("data_quality", fy="2569", province="50")
    (cells,) = [one.value for one in page.dataframe]
    assert cells["file"].tolist() == ["ผิด.xlsx › Sheet › C5"]
    assert "สามร้อย" in cells["message"][0]


def test_a_rejected_file_counts_against_correctness(faulty, opened, store_of):
    from metrics import Scope, run

    with store_of(faulty) as con:
        frame = run(con, "data_quality", Scope(province="50", fiscal_year=2569))
    (row,) = frame.to_dict("records")
    assert row["checked_count"] - row["correct_count"] == 1
    assert row["checked_count"] > 10
