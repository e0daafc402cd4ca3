"""Assessor and agency side by side."""

from frames import drawn

from charts import assessments
from charts.headlines import assessments as sentences

ROWS = """
subject | agency | score | claimed_score | score_difference | is_agreed | no_claim_reason
รายได้ | ก | 3 | 4.5 | -1.5 | 0 |
ราคา | ก | 4 | 4.2 | -0.2 | 1 |
น้ำ | ก | 4 | 2 | 2 | 0 |
ถนน | ก | 4 | | | | project_without_score
ป่า | ก | | 3 | | |
"""


def test_every_row_says_what_its_difference_means():
    figure = assessments.dumbbell(drawn(ROWS), "th")
    assert [note.text for note in figure.layout.annotations] == [
        "▼ หน่วยงานให้สูงกว่า 1.5",
        "▲ ตรงกัน (ต่าง 0.2)",
        "◆ หน่วยงานให้ต่ำกว่า 2.0",
        "○ โครงการไม่มีคะแนนตนเอง",
        "○ ผู้ประเมินยังไม่ให้คะแนน",
    ]
    claim, assessor = figure.data[-2:]
    assert (list(claim.y), list(assessor.y)) == ([0, 1, 2, 4], [0, 1, 2, 3])


def test_agreement_is_of_what_can_be_compared():
    assert sentences.agreement(drawn(ROWS), "th") == (
        "ตรงกัน 1 จาก 3 เรื่องที่เทียบได้ (33%) ต่างกันเฉลี่ย 1.23 คะแนน (ประเมินทั้งหมด 5)"
    )
    nothing = drawn(ROWS.splitlines()[1] + "\nถนน | ก | 4 | | | | project_without_score")
    assert sentences.agreement(nothing, "th").startswith("ประเมินแล้ว 1 เรื่อง แต่ยังไม่มี")
