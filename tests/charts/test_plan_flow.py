"""The flow of money as a specification for ECharts, and what a click on it means."""

import pandas as pd

from charts.plan_flow import clicked, narrowed, sankey

FLOW = pd.DataFrame(
    [
        ("G1", "เศรษฐกิจ", "told", "i1", "เกษตร", "declared", "p1", "น้ำ {b}", "declared", 100.0),
        (None, None, "none", "i1", "เกษตร", "declared", "p2", "ดิน", "unknown", 40.0),
        ("G1", "เศรษฐกิจ", "told", None, None, "blank", "p1", "น้ำ {b}", "declared", 7.0),
        ("G2", "สังคม", "told", "i2", "คน", "declared", None, None, "blank", None),
    ],
    columns=[
        *("group_code", "mission_group", "group_state", "issue_key", "strategic_issue"),
        *("issue_state", "plan_key", "plan", "plan_state", "allocated_thb"),
    ],
)


def test_bands_carry_all_money_and_what_is_blank_has_a_box_of_its_own():
    (series,) = sankey(FLOW, "th")["series"]
    bands = {(band["source"], band["target"]): band["value"] for band in series["links"]}
    assert bands == {
        ("group|G1", "issue|i1"): 100,
        ("group|", "issue|i1"): 40,
        ("group|G1", "issue|"): 7,
        ("issue|i1", "plan|p1"): 100,
        ("issue|i1", "plan|p2"): 40,
        ("issue|", "plan|p1"): 7,
    }
    assert [box["name"] for box in series["data"] if box["depth"] == 0] == ["group|G1", "group|"]


def test_a_name_cannot_become_a_template():
    labels = str(sankey(FLOW, "th")["series"][0]["data"])
    assert "{b}" not in labels
    assert "น้ำ (b)" in labels


def test_without_money_there_is_nothing_to_draw():
    assert sankey(FLOW.tail(1), "th") == {}


def test_a_click_on_a_box_or_a_band_keeps_the_rows_that_pass_through():
    spec = sankey(FLOW, "th")
    names = [box["name"] for box in spec["series"][0]["data"]]
    box = clicked(spec, [{"data_type": "node", "data_indices": [names.index("issue|i1")]}])
    assert list(narrowed(FLOW, box).index) == [0, 1]
    band = clicked(spec, [{"data_type": "edge", "data_indices": [0]}])
    assert (band, list(narrowed(FLOW, band).index)) == (("group|G1", "issue|i1"), [0])
    assert list(narrowed(FLOW, clicked(spec, [])).index) == [0, 1, 2, 3]
