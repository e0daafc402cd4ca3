"""Definitions: every metric is there, found by its words, and linked to by name."""

import pytest

import metrics
from metrics import catalogue
from ui import metric_groups


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_link_opens_one_definition_in_full(opened, lang):
    page = opened("definitions", metric="kpi_growth", lang=lang)

    metric = catalogue.describe("kpi_growth")
    title = metric.title_en if lang == "en" else metric.title_th
    assert title in [heading.value for heading in page.subheader]
    assert page.dataframe[0].value["name"].tolist() == [one.name for one in metric.columns]
    assert page.code[0].value == metric.sql.strip()


def test_every_metric_is_offered(opened):
    keys = {button.key for button in opened("definitions").button}

    assert {f"definitions.{name}" for name in metrics.names()} <= keys


def test_a_search_leaves_what_mentions_all_its_words(opened):
    page = opened("definitions")
    page.text_input(key="definitions.search").set_value("Budget share").run()

    offered = {one.key for one in page.button if (one.key or "").startswith("definitions.")}
    assert "definitions.budget_share_by_plan" in offered
    assert len(offered) < len(metrics.names())


def test_a_search_without_an_answer_says_so(opened):
    page = opened("definitions")
    page.text_input(key="definitions.search").set_value("ไม่มีคำนี้แน่นอน").run()

    assert not page.exception
    assert metric_groups.matching("ไม่มีคำนี้แน่นอน") == {}
    assert len(page.info) == 1
