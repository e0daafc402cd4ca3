"""One bar of all that was to be sent, and bars of quality beside their parts."""

import pandas as pd

from charts import quality, sending

STATES = ["missing", *["sent"] * 8, "late"]
AGENCY = {
    "agency": "สำนักงาน",
    "area_code": "50",
    **{"correct_pct": 91.0, "correct_count": 364, "checked_count": 400},
    **{"complete_pct": 50.0, "received_count": 1, "due_count": 2},
    **{"consistent_pct": None, "passed_count": None, "rule_count": None},
    **{"timely_pct": 100.0, "on_time_count": 1},
}


def test_states_are_counted_in_a_fixed_order_and_said_by_sign_and_word():
    drawn = sending.counts(pd.DataFrame({"sending_status": STATES}), "th")
    assert [(part.name, part.x[0]) for part in drawn.data] == [
        ("▲ ส่งทัน 8", 8),
        ("● ส่งช้า 1", 1),
        ("▼ ยังไม่ส่ง 1", 1),
    ]


def test_words_stand_only_in_parts_wide_enough_for_them():
    drawn = sending.counts(pd.DataFrame({"sending_status": STATES}), "en")
    assert [part.text[0] for part in drawn.data] == ["▲ In time 8", "", ""]


def test_every_state_has_a_sign_of_its_own():
    assert len({one.symbol for one in sending.SENDINGS}) == len(sending.SENDINGS)


def test_each_measure_stands_with_its_parts_and_an_unknown_one_has_no_bar():
    drawn = quality.four_bars(pd.DataFrame([AGENCY]), "en")
    tracks, bars = drawn.data[::2], drawn.data[1::2]
    assert [track.text[0] for track in tracks] == [
        "91.0% (364/400)",
        "50.0% (1/2)",
        "unknown",
        "100.0% (1/1)",
    ]
    assert [bar.x[0] for bar in bars] == [91.0, 50.0, 0, 100.0]


def test_a_line_is_broken_where_a_measure_is_unknown():
    periods = pd.DataFrame([AGENCY | {"fiscal_year": 2569, "quarter": 1}])
    drawn = quality.trend(periods, "en")
    assert [line.y[0] for line in drawn.data] == [91.0, 50.0, None, 100.0]
