"""The dictionary of indicators: what is declared, what is asked for, and finding one by a word."""

import pytest


@pytest.mark.parametrize("lang", ["th", "en"])
def test_on_an_empty_store_it_says_why_and_what_to_do(empty, opened, lang):
    page = opened("indicator_dictionary", lang=lang)

    words = {"th": "ให้หน่วยงานส่งแบบ 1.", "en": "Ask the agencies for form 1."}[lang]
    assert any(words in text.value.replace("\\", "") for text in page.caption)


@pytest.mark.parametrize("view", [{}, {"group": "upper-north-1"}, {"province": "50"}])
def test_what_nobody_declared_is_asked_for(full, opened, view):
    page = opened("indicator_dictionary", fy="2569", **view)

    assert "ยังไม่กำหนดนิยาม" in page.subheader[0].value
    assert any("กรุณากรอกในแบบ 1" in info.value for info in page.info)


def test_a_search_without_a_hit_says_so(full, opened):
    page = opened("indicator_dictionary", province="50")
    page.text_input[0].set_value("ไม่มีคำนี้").run()

    assert any("ไม่พบตัวชี้วัด" in info.value for info in page.info)
