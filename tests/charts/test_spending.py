"""Spending against the official target: a tick where there is one, words where there is none."""

from frames import drawn

from charts import spending
from charts.palette import SERIES, STATUS

QUARTERS = drawn(
    """
    quarter | disbursed_pct | target_pct | gap_pp | projection_pct | area_code
    1       | 30            | 32         | -2     |                | 50
    2       | 60            | 52         | 8      |                | 50
    3       | 70            |            |        | 80             | 50
    """,
    area="เชียงใหม่",
    allocated_thb=1_000_000,
    disbursed_thb=300_000,
    fiscal_year=2566,
)


def test_a_bar_per_area_is_coloured_by_being_ahead_behind_or_without_a_target():
    track, bars = spending.against_target(QUARTERS, "th").data

    assert list(track.x) == [100] * 3
    assert list(bars.marker.color) == [STATUS[2], STATUS[0], SERIES[0]]
    assert [code for (code,) in bars.customdata] == ["50"] * 3


def test_only_a_loaded_target_has_a_tick():
    figure = spending.against_target(QUARTERS, "th")

    assert [shape.x0 for shape in figure.layout.shapes] == [32, 52]


def test_the_gap_is_said_in_points_with_sign_and_word():
    rows = QUARTERS.to_dict("records")

    assert [spending.gap_words(row, "th") for row in rows] == [
        "▼ ต่ำกว่าเป้า 2.0 จุด",
        "▲ สูงกว่าเป้า 8.0 จุด",
        "○ ไม่มีเป้าทางการ",
    ]


def test_a_projection_is_drawn_apart_from_targets():
    bars, targets, projection = spending.by_quarter(QUARTERS, "th").data

    assert list(bars.y) == [30, 60, 70]
    assert list(targets.y) == [32, 52]
    assert (projection.name, list(projection.y)) == ("ค่าคาดการณ์ (ไม่ใช่เป้าหมาย)", [80])


def test_quarters_not_reported_yet_keep_their_place():
    axis = spending.by_quarter(QUARTERS.head(1), "th").layout.xaxis

    assert list(axis.categoryarray) == [f"ไตรมาส {quarter}" for quarter in (1, 2, 3, 4)]
    assert tuple(axis.range) == (-0.5, 3.5)
