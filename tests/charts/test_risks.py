"""The risk map and its sentences."""

import pytest
from frames import drawn

from charts import risks
from charts.headlines import risks as sentences

BANDS = {
    score: "low" if score < 4 else "medium" if score < 10 else "high" if score < 15 else "very_high"
    for score in range(1, 26)
}
MAP = """
fiscal_year | quarter | area | likelihood | impact | risk_level | risk_count | risks
2569 | 4 | เชียงใหม่ | 5 | 5 | very_high | 1 | น้ำ<b>ท่วม
2569 | 4 | พัทลุง | 5 | 5 | very_high | 2 | ราคาตก · ไฟ
2569 | 4 | พัทลุง | 1 | 2 | low | 1 | ฝน
"""


def test_all_25_cells_are_there_and_risks_of_all_areas_add_up():
    figure = risks.heat_map(drawn(MAP), BANDS, "th")
    cells = figure.data[0]
    assert len(cells.x) == 25
    assert [tuple(cell) for cell in cells.customdata][-1] == (5, 5)
    assert [note.text for note in figure.layout.annotations] == [
        "<b>1</b><br>▲ ต่ำ",
        "<b>3</b><br>▼ สูงมาก",
    ]
    assert "น้ำ&lt;b>ท่วม" in cells.hovertext[-1]


def test_the_sentence_counts_high_risks_of_all():
    assert sentences.standing(drawn(MAP), "th") == (
        "ความเสี่ยงที่ยังไม่ปิด 4 เรื่อง สูงหรือสูงมาก 3 เรื่อง (ไตรมาส 4/2569)"
    )


RED = "answered_by | kpi\nnothing | ก\nnothing | ข\nrisk | ค"


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (RED, "2 จาก 3 ตัวชี้วัดแดงยังไม่มีความเสี่ยงหรือข้อสั่งการรองรับ — แย่สุด «ก»"),
        (RED.replace("nothing", "both"), "ทั้ง 3 ตัวชี้วัดแดงมีความเสี่ยงหรือข้อสั่งการรองรับแล้ว"),
    ],
)
def test_red_indicators_nobody_answers_are_counted_of_all(frame, said):
    assert sentences.unanswered(drawn(frame), "th") == said


def test_movement_is_counted_and_a_missing_quarter_before_is_said():
    moved = "risk_movement | review_overdue_days\nup | 3\nclosed |\nnew |"
    assert sentences.movement(drawn(moved), "th") == (
        "จากไตรมาสก่อน: เพิ่มขึ้น 1 ลดลง 0 ใหม่ 1 ปิด 1 · เลยกำหนดทบทวน 1"
    )
    first = "risk_movement | review_overdue_days\n | 3\n |"
    assert sentences.movement(drawn(first), "th").startswith("2 เรื่อง เทียบไม่ได้")
