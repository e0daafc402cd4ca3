"""Sentences about meetings: ratios of sums, nothing counted twice."""

import pandas as pd

from charts.headlines import meetings


def test_participation_is_the_ratio_of_the_sums():
    rates = pd.DataFrame({"received_count": [1, 9], "expected_count": [1, 19]})

    assert meetings.participation(rates, "th") == "ส่งข้อมูลแล้ว 10/20 ชุด (50.0%)"


def test_nothing_expected_has_no_share():
    rates = pd.DataFrame({"received_count": [0], "expected_count": [0]})

    assert meetings.participation(rates, "en") == "0/0 submissions received (no data)"


def test_an_agency_counts_once_and_only_when_all_it_owes_came():
    rates = pd.DataFrame(
        {
            "agency": ["ก", "ก", "ข", "ค"],
            "received_count": [2, 0, 3, 0],
            "expected_count": [2, 1, 3, 0],
        }
    )

    assert meetings.complete_agencies(rates, "th") == "หน่วยงานที่ส่งครบ 1/2"


def test_the_plan_of_a_group_does_not_count_its_provinces_money_again():
    aligned = pd.DataFrame(
        {
            "area_code": ["50", "52", "upper-north-1"],
            "aligned_allocated_thb": [1e6, 0.0, 1e6],
            "all_allocated_thb": [1e6, 3e6, 4e6],
        }
    )

    assert meetings.alignment(aligned, "th") == (
        "งบที่มีตัวชี้วัดรองรับ 25.0% (1.00 ล้านบาท จาก 4.00 ล้านบาท)"
    )


def test_open_decisions_are_counted_and_closed_ones_are_not():
    states = pd.DataFrame({"decision_state": ["overdue", "open", "done", "overdue"]})

    assert meetings.open_decisions(states, "th") == "ข้อสั่งการค้าง 3 จาก 4 เรื่อง · ▼ เกินกำหนด 2"
    assert meetings.open_decisions(states.tail(2).head(1), "th") == "▲ ข้อสั่งการปิดครบ 1 เรื่อง"


def test_changes_are_told_worst_first():
    changed = pd.DataFrame({"movement": ["better", "worse", "same", "worse"]})

    assert meetings.changes(changed, "th") == (
        "▼ แย่ลง 2 · = สถานะเดิม 1 · ▲ ดีขึ้น 1 — ตัวชี้วัดที่เปลี่ยน 4 ตัว"
    )
