"""Each of the executives' pages opens on any store, in both languages, and says what it shows."""

import pytest

PAGES = ("overview", "indicators", "budget", "community_plans", "compare")
VIEWS = (
    {"fy": "2569"},
    {"fy": "2569", "group": "upper-north-1"},
    {"fy": "2569", "province": "50"},
    {"fy": "2568", "province": "50", "quarter": "1"},
)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_an_empty_store_says_why_and_what_to_do(empty, opened, name, lang):
    page = opened(name, lang=lang)

    why = {"th": "เพราะยังไม่มีหน่วยงาน", "en": "no agency of the chosen area"}[lang]
    what = {"th": "ให้หน่วยงานส่งแบบ ", "en": "Ask the agencies for form "}[lang]
    assert any(why in text.value for text in page.text)
    assert any(text.value.startswith(what) for text in page.caption)


def test_a_year_without_figures_names_the_newest_that_has_some(full, opened):
    page = opened("budget", fy="2570", province="50")

    assert "ปีล่าสุดที่มีข้อมูลคือ 2569" in "".join(text.value for text in page.caption)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(view.values()))
@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_figures_draws_them_in_every_view(full, opened, name, view):
    page = opened(name, **view)

    assert page.subheader
    assert page.get("plotly_chart")


def test_the_overview_counts_the_indicators_worst_first(full, opened):
    headlines = [heading.value for heading in opened("overview", fy="2569").subheader]

    # 4 of 10 % growth is 40 %: critical; 30 accidents so far where 20 were to be had: 66 %.
    assert "▼ วิกฤต 2 · ◆ เสี่ยง 2 จาก 4 ตัวชี้วัด" in headlines


def test_the_money_headline_is_the_ratio_of_the_sums(full, opened):
    headlines = [heading.value for heading in opened("overview", fy="2569").subheader]

    # (12 + 30) of (100 + 300), twice: 10.5 %, and not the mean of 12 % and 10 %.
    assert any("10\\.5%" in headline for headline in headlines)


def test_an_english_reader_gets_english_places(full, opened):
    page = opened("indicators", lang="en", province="50", fy="2569")

    assert any("Chiang Mai" in heading.value for heading in page.subheader)


def test_a_year_without_grades_shows_the_newest_that_has_them_and_says_so(full, opened):
    page = opened("community_plans", fy="2570", province="50")

    assert [info.value for info in page.info] == ["ปี 2570 ยังไม่มีผลประเมิน จึงแสดงปีล่าสุดที่มี คือปี 2569"]
    assert page.get("plotly_chart")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_a_district_opens(full, opened, name):
    opened(name, fy="2569", province="50", district="5001")


def test_a_sum_of_chain_volumes_is_refused_in_words(full, opened):
    page = opened("compare", group="upper-north-1")
    assert not page.warning

    page.segmented_control[-1].set_value("chain_volume").run()

    assert "ปริมาณลูกโซ่" in page.warning[0].value


def test_the_group_is_the_sum_of_its_provinces_with_their_number(full, opened):
    headlines = [h.value for h in opened("compare", group="upper-north-1").subheader]

    # 2 of 4 provinces reported 110 thousand million baht each.
    assert any("220\\.0" in headline and "2/4" in headline for headline in headlines)
