"""The pages of problems and registers open on any store and answer with figures, or say why not."""

import pytest

PAGES = ("problems", "registers")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("view", [{}, {"group": "upper-north-1", "lang": "en"}])
def test_a_page_opens_on_an_empty_store(empty, opened, name, view):
    opened(name, **view)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_full_store(full, opened, name):
    opened(name, fy="2569", province="50")


def test_the_figures_answer_to_problems_even_where_none_is_registered(full, opened):
    page = opened("problems", fy="2569", province="50")

    said = [text.value.replace("\\", "") for text in page.markdown]
    assert any("ตัวชี้วัดที่มีทั้งค่าฐานและแหล่งข้อมูล 0 จาก 2" in text for text in said)
    assert any("ยังไม่มีวันอนุมัติและวันเบิกจ่าย" in text for text in said)
