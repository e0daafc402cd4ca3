"""The registers' pictures and sentences: states by shape and word, people beside percentages."""

import pandas as pd
import pytest

from charts import registers
from charts.headlines import registers as sentences

SUMMARY = pd.DataFrame(
    [("information", 3, 1, 0, 4, 1), ("budgeting", 2, 2, 4, 8, 4)],
    columns=[
        *("problem_area", "open_count", "in_progress_count", "solved_count", "problem_count"),
        "area_order",
    ],
)
RESULTS = pd.DataFrame(
    [
        ("50", "เชียงใหม่", "ทะเบียน", 60.0, 2.5, 60, 100),
        ("50", "เชียงใหม่", "สาธารณสุข", 90.0, None, 270, 300),
    ],
    columns=[
        *("area_code", "area", "subject", "satisfied_pct", "change_pp"),
        *("satisfied_count", "respondent_count"),
    ],
)


def test_states_are_told_by_colour_shape_and_word():
    traces = registers.problems(SUMMARY, "th").to_plotly_json()["data"]

    assert [(trace["name"], trace["text"]) for trace in traces] == [
        ("○ ยังไม่แก้", ["○ 3", "○ 2"]),
        ("▶ กำลังแก้", ["▶ 1", "▶ 2"]),
        ("● แก้แล้ว", ["", "● 4"]),
    ]
    assert len({trace["marker"]["color"] for trace in traces}) == 3
    assert traces[0]["customdata"] == [["information"], ["budgeting"]]


def test_the_headline_names_the_area_with_most_unsolved():
    assert sentences.problems(SUMMARY, "th") == (
        "ยังไม่แก้เสร็จ 8 จาก 12 เรื่อง มากที่สุดใน «ข้อมูลพื้นฐานในการกำหนดยุทธศาสตร์»"
    )
    done = SUMMARY.assign(open_count=0, in_progress_count=0)
    assert sentences.problems(done, "en") == "All 12 problems solved"


def test_a_share_always_has_its_number_of_people():
    figure = registers.satisfaction(RESULTS, "th").to_plotly_json()

    assert [note["text"] for note in figure["layout"]["annotations"]] == [
        "60.0% จาก 100 คน · +2.5 จุดร้อยละ",
        "90.0% จาก 300 คน",
    ]
    assert sentences.satisfaction(RESULTS, "th") == (
        "พึงพอใจ 82.5% จากผู้ตอบ 400 คน · ต่ำสุด «ทะเบียน» 60.0%"
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (40, "ค้างนานที่สุด 40 วัน: «ถนน» · ยังไม่มีข้อเสนอ 1 เรื่อง"),
        (None, "ยังไม่แก้ 1 เรื่อง ยังไม่มีข้อเสนอ 1 เรื่อง"),
    ],
)
def test_the_board_says_what_waits_longest_where_days_are_known(days, said):
    board = pd.DataFrame(
        [{"problem": "ถนน", "problem_state": "open", "proposal": None, "days_open": days}]
    )

    assert sentences.board(board, "th") == said


def test_an_answer_without_figures_is_none():
    nothing = pd.DataFrame(
        columns=["expected_count", "received_count", "project_count", "joint_count"]
    )

    assert sentences.participation(nothing, "th") is None
    assert sentences.together(nothing, "th") is None
