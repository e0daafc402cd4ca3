"""The checklist's pictures and sentences, on the printed set of 2557 and on drawn answers."""

import pandas as pd
import pytest

from charts import checklist
from charts.headlines import checklist as sentences

RULES = pd.DataFrame(
    [
        ("count_limit", "not_met", 8, 5, 0, [], 1),
        ("domains", "not_met", 3, 4, 0, ["d4"], 2),
        ("funded", "unknown", 0, 8, 8, [], 5),
        ("baseline", "met", 8, 8, 0, [], 6),
    ],
    columns=[
        *("rule", "verdict", "found_count", "needed_count", "unknown_count", "lacking"),
        "rule_order",
    ],
)


def texts(figure):
    return [note["text"] for note in figure.to_plotly_json()["layout"]["annotations"]]


def test_each_rule_says_how_far_it_is_kept_and_its_verdict_in_sign_and_word():
    said = texts(checklist.rules(RULES, "th"))

    assert said == [
        *("จำนวนตัวชี้วัด", "8 (ไม่เกิน 5)", "✖ ไม่ผ่าน"),
        *("ครบ 4 ด้าน", "3 จาก 4", "✖ ไม่ผ่าน"),
        *("มีโครงการและงบ", "0 จาก 8", "? ยังตอบไม่ได้"),
        *("มีค่าฐาน", "8 จาก 8", "✔ ผ่าน"),
    ]


def test_a_limit_overstepped_fills_the_bar_and_no_more():
    bars = checklist.rules(RULES, "en").to_plotly_json()["data"][1]

    assert bars["x"] == [1, 0.75, 0, 1]


def test_a_rule_without_a_number_for_the_year_draws_no_bar():
    row = RULES.head(1).assign(verdict="unknown", needed_count=None)

    figure = checklist.rules(row, "en")

    assert figure.to_plotly_json()["data"][1]["x"] == [0]
    assert texts(figure)[1:] == ["8 (no rule)", "? Cannot tell"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("th", "ผ่าน 1 จาก 4 หลักเกณฑ์ · ไม่ผ่าน 2 · ยังตอบไม่ได้ 1"),
        ("en", "1 of 4 rules met · 2 not met · 1 cannot be told"),
    ],
)
def test_the_headline_counts_the_verdicts(lang, said):
    assert sentences.rules(RULES, lang) == said


def checked(**answers):
    row = {"kpi": "<b>ก</b>", "kpi_code": "50-1", "is_measurable": False}
    return pd.DataFrame([{**row, **dict.fromkeys(checklist.CHECKS, True), **answers}])


def test_a_check_that_fails_differs_from_one_that_need_not_hold_and_one_nobody_knows():
    frame = checked(has_source=False, is_joint=False, has_budget=None)

    grid = checklist.matrix(frame, "th").to_plotly_json()["data"][0]
    answers = dict(zip(checklist.CHECKS, grid["text"][0], strict=True))

    assert {sign: [c for c in answers if answers[c] == sign] for sign in "✖–?"} == {
        "✖": ["has_source"],
        "–": ["is_joint"],
        "?": ["has_budget"],
    }


def test_a_name_from_a_cell_is_never_markup():
    figure = checklist.matrix(checked(), "th").to_plotly_json()

    assert figure["layout"]["yaxis"]["ticktext"] == ["&lt;b>ก&lt;/b> "]


def test_the_headline_names_what_most_indicators_lack():
    frame = pd.concat([checked(has_source=False), checked(has_source=False, has_owner=False)])

    assert sentences.checks(frame, "th") == ("วัดได้ครบ 0 จาก 2 ตัวชี้วัด · ขาดมากที่สุด 2 ตัวคือ «แหล่ง ข้อมูล»")
    assert sentences.checks(checked(is_measurable=True), "en") == (
        "1 of 1 indicators fully measurable, nothing lacking"
    )


def nodes(*rows):
    columns = ["scheme", "node_code", "node", "node_en", "indicator_count", "depth", "node_order"]
    return pd.DataFrame(rows, columns=columns)


def test_empty_nodes_are_hollow_and_what_cannot_be_placed_is_asked_for():
    frame = nodes(
        ("domains", "d1", "เศรษฐกิจ", "Economy", 2, 1, 1),
        ("domains", "d4", "ความมั่นคง", "Security", 0, 1, 2),
        ("domains", None, None, None, 1, 1, 1000),
    )

    said = texts(checklist.topics(frame, "en"))

    assert said[said.index("● 2") :][:6] == [
        *("● 2", "Economy", "○ 0", "Security", "? 1"),
        "Cannot be placed: no topic stated",
    ]
    assert sentences.topics(frame, "en") == "1 of 2 domains covered · none yet for Security"


def test_the_driver_says_over_which_years_and_by_what_rule():
    row = {
        "sector": "trade",
        "sector_rank": 1,
        "share_pct": 22.71,
        "base_year_from": 2553,
        "base_year_to": 2555,
        "base_source": "หลักการ",
    }

    assert sentences.driver(pd.DataFrame([row]), "th") == (
        "ฐานรายได้หลัก: การขายส่งขายปลีก 22.7% เฉลี่ยปี 2553–2555 ตามหลักการ"
    )
    assert "ไม่มีหลักเกณฑ์ของปีนี้" in sentences.driver(pd.DataFrame([{**row, "base_source": None}]), "th")
