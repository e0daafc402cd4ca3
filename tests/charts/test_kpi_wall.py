"""The wall shows each indicator's attainment against one target line, and can always be clicked."""

from frames import drawn

from charts import kpi_wall
from charts.palette import STATUS

STANDING = drawn(
    """
    kpi        | area     | area_code | kpi_code | status   | actual | target | attainment_to_date_pct
    อุบัติเหตุ | ลำพูน    | 51        | a        | critical | 30     | 10     | -20
    ท่องเที่ยว | เชียงใหม่ | 50        | b        | at_risk  | 6.96   | 10     | 69.6
    ขยะ        | เชียงใหม่ | 50        | c        | met      | 300    | 100    | 300
    พยาบาล     | เชียงใหม่ | 50        | d        | no_data  |        | 100    |
    """,
    unit="ราย",
    unit_kind="count",
    trend=None,
)
BEFORE = drawn("area_code | kpi_code | attainment_to_date_pct\n50 | b | 88")


def wall(lang="th", **changes):
    standing = STANDING.assign(**changes) if changes else STANDING
    return kpi_wall.wall(standing, BEFORE, lang, one_area=False)


def test_bars_are_the_attainment_capped_at_the_longest():
    track, before, now = wall().data[:3]

    assert list(track.x) == [130] * 4
    assert list(before.x) == [None, 88, None, None]
    assert list(now.x) == [0, 69.6, 130, None]
    assert now.marker.color[0] == STATUS[3]


def test_a_row_without_a_result_can_be_clicked_too():
    hit = wall().data[-1]

    assert [tuple(code) for code in hit.customdata] == [
        ("a", "51"),
        ("b", "50"),
        ("c", "50"),
        ("d", "50"),
    ]
    assert list(hit.x) == [kpi_wall.CAP_PCT] * 4


def test_status_is_said_by_sign_and_word_and_a_negative_percentage_in_words():
    texts = [note.text for note in wall().layout.annotations]

    assert "▼ วิกฤต" in texts
    assert "◆ เสี่ยง 69%" in texts
    assert "▲ บรรลุ 300%" in texts
    assert "○ ไม่มีข้อมูล" in texts
    assert "แย่กว่าค่าฐาน" in texts


def test_a_missing_result_is_words_and_not_zero():
    assert "ผล ไม่มีข้อมูล · เป้าปี 100" in [note.text for note in wall().layout.annotations]


def test_the_trend_ends_at_the_newest_value_in_its_own_row():
    figure = wall(trend=[[1, 2, 3], None, [5, 5], [7]])
    line = figure.data[3]

    assert list(line.x) == [0, 0.5, 1, None, None, 0, 1, None, None]
    assert line.y[2] < line.y[0] < 0.5
