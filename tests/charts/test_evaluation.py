"""The scorecard and the cascade say score, band and coverage in colour, shape and word."""

import pandas as pd
import pytest

from charts.agreements import cascade
from charts.headlines import evaluation as sentences
from charts.scorecard import areas, gains, raising, scorecard
from charts.scores import BANDS, band_of, shown

BASE = {
    "area": "เชียงใหม่",
    "area_code": "50",
    "fiscal_year": 2569,
    "dimension_key": None,
    "item_identity": None,
    "number": None,
    "score_scale": "1-5",
    "weight_total_pct": 100.0,
    "coverage_pct": 60.0,
    "line_count": 2,
    "scored_count": 1,
    "unscored_reason": None,
    "reward_band_count": 0,
    "reward_band": None,
    "reward": None,
    "score_exclude": 4.0,
    "band_exclude": "high",
    "score_strict": 2.8,
    "band_strict": "low",
}
DIMENSION = {"rollup_level": "dimension", "title": "ผล <b>", "number": "1", "dimension_key": "ผล"}
ITEM = {
    **DIMENSION,
    "rollup_level": "item",
    "title": "รายได้",
    "item_identity": "ร",
    "score_exclude": None,
    "band_exclude": "no_score",
}
TOTALS = pd.DataFrame(
    [
        {**BASE, "rollup_level": "framework", "title": None},
        {**BASE, "rollup_level": "group", "title": "external"},
        {**BASE, **DIMENSION},
        {**BASE, **ITEM},
    ]
)
AGREEMENT = {
    "role": "governor",
    "signer": "ผู้ว่าฯ",
    "signer_key": "ก",
    "superior_key": None,
    "superior_state": "none",
    "score_exclude": 2.5,
    "band_exclude": "low",
    "coverage_pct": 50.0,
    "kpi_count": 4,
    "low_count": 1,
}
SCORES = pd.DataFrame(
    [
        AGREEMENT,
        {
            **AGREEMENT,
            **{"role": "deputy", "signer": "รอง", "signer_key": "ข"},
            **{"superior_key": "ก", "superior_state": "found", "score_exclude": 4.5},
            "band_exclude": "high",
        },
        {
            **AGREEMENT,
            **{"role": "agency_head", "signer": "คลัง", "signer_key": "ค"},
            **{"superior_key": "ไม่รู้", "superior_state": "not_found"},
        },
    ]
)


def notes(figure):
    return [note["text"] for note in figure.layout.annotations]


def test_every_band_differs_in_colour_and_sign():
    assert len({band.colour for band in BANDS}) == len({band.symbol for band in BANDS}) == 4
    assert band_of(None).code == band_of("unheard").code == "no_score"
    assert (shown(None, "th"), shown(3.13006, "th")) == ("–", "3.13")


def test_the_card_shows_group_dimension_and_item_each_with_chip_and_coverage():
    figure = scorecard(TOTALS, TOTALS.iloc[:0], "th", mode="exclude")
    covered = "น้ำหนัก 100 · มีคะแนน 60%"
    assert notes(figure) == [
        *("<b>มิติภายนอก</b>", "▲ 4.00", covered),
        *("<b>1 ผล &lt;b></b>", "▲ 4.00", covered),
        *("1 รายได้", "○ –", covered),
    ]
    assert [custom[0] for custom in figure.data[2].customdata] == [None, "ผล", "ผล"]


def test_last_years_tick_stands_only_at_the_same_item_on_the_same_scale():
    other = TOTALS.assign(score_exclude=[1.0, 1.5, 2.0, 3.5])
    _, _, *ticks = scorecard(TOTALS, other, "th", mode="exclude").layout.shapes
    of_another_scale = other.assign(score_scale="0-100")
    _, _, *without = scorecard(TOTALS, of_another_scale, "th", mode="exclude").layout.shapes
    assert ([(tick.x0, tick.y0 < 2 < tick.y1) for tick in ticks], without) == ([(3.5, True)], [])


def test_without_weights_the_card_counts_rows():
    bare = TOTALS.assign(weight_total_pct=None, coverage_pct=None)
    assert "ไม่มีน้ำหนัก · 1/2" in notes(scorecard(bare, bare, "th", mode="strict"))


def test_areas_are_drawn_best_first_with_the_missing_last():
    two = pd.DataFrame(
        [
            {**BASE, "rollup_level": "framework", "title": None, "score_exclude": score}
            | {"area_code": code}
            for code, score in (("50", None), ("51", 3.0), ("52", 4.2))
        ]
    )
    figure = areas(two, "th", mode="exclude")
    assert [custom[0] for custom in figure.data[0].customdata] == ["52", "51", "50"]


WHAT_IF = pd.DataFrame(
    {
        "kpi": ["ก", None, "ค"],
        "item": ["รายการ ก", "รายการ ข", "รายการ ค"],
        "framework_row": [2, 3, 4],
        "target_basis": ["declared", "top", "declared"],
        "gain_strict": [0.1, 0.4, 0.0],
        "total_strict": [3.0, 3.0, 3.0],
        "total_strict_if": [3.1, 3.4, 3.0],
    }
)


def test_only_what_raises_the_total_is_drawn_largest_first():
    assert list(raising(WHAT_IF, "strict")["framework_row"]) == [3, 2]
    assert notes(gains(WHAT_IF, "th", mode="strict")) == ["รายการ ข", "ก"]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (None, "ถ้า «รายการ ข» ได้คะแนนเต็ม คะแนนรวมจะเป็น 3.40 (+0.40)"),
        (2, "ถ้า «ก» ถึงเป้าหมาย คะแนนรวมจะเป็น 3.10 (+0.10)"),
    ],
)
def test_the_sentence_is_about_the_indicator_chosen(chosen, said):
    assert sentences.gains(WHAT_IF, "th", mode="strict", chosen=chosen) == said


def test_no_reward_is_shown_without_bands_and_the_band_by_the_strict_score_with_them():
    assert sentences.reward(TOTALS, "en").startswith("No reward is shown")
    configured = TOTALS.assign(reward_band_count=2)
    assert sentences.reward(configured, "en").startswith("2.80 (missing as lowest) does not reach")
    reached = configured.assign(reward_band="ดี", reward="50 %")
    assert sentences.reward(reached, "en").endswith("band of reward “ดี” (50 %)")


def test_the_cascade_draws_lines_to_known_superiors_only_and_says_whose_is_missing():
    figure = cascade(SCORES, "th", mode="exclude", chosen="ก")
    assert len(figure.layout.shapes) == 3
    assert [text for text in notes(figure) if "ไม่พบ" in text] == ["○ ไม่พบคำรับรองของผู้บังคับบัญชา"]
    assert "4 ตัวชี้วัด · ต่ำ 1 · มีคะแนน 50%" in notes(figure)
    assert list(figure.data[0].y) == [0.0, 0.0, 1.0]


def test_positions_that_answer_to_each_other_are_still_drawn():
    circle = SCORES.assign(superior_key=["ข", "ก", "ค"])
    figure = cascade(circle, "th", mode="exclude")
    assert sorted(figure.data[0].y) == [0.0, 1.0, 2.0]


def test_a_claim_is_compared_only_where_there_is_one():
    rows = pd.DataFrame(
        {"signer": ["ผู้ว่าฯ"] * 2, "score_band": ["low", "high"], "score_difference": [0.5, None]}
    )
    assert sentences.agreed(rows, "en") == (
        "ผู้ว่าฯ: 2 indicators, 1 low · self-assessed above the computed score in 1 of 1"
    )
    unclaimed = rows.assign(score_difference=[None, None])
    assert sentences.agreed(unclaimed, "en") == "ผู้ว่าฯ: 2 indicators, 1 low"


def test_the_headline_of_the_cascade_names_the_lowest():
    assert (
        sentences.cascade(SCORES, "th", mode="exclude") == "3 คำรับรอง คะแนนต่ำ 2 — ต่ำสุด «ผู้ว่าฯ» 2.50"
    )
