"""Grades as 100 percent bars: A first, best area on top, villages added and never averaged."""

from frames import drawn

from charts import criteria, grades

BY_AREA = drawn(
    """
    area    | area_code | grade | share_pct | village_count | total_count | change_pp
    ลำพูน   | 51        | A     | 20        | 2             | 10          | -5
    ลำพูน   | 51        | B     | 30        | 3             | 10          |
    ลำพูน   | 51        | C     | 50        | 5             | 10          |
    ลำปาง   | 52        | A     | 80        | 80            | 100         |
    ลำปาง   | 52        | B     | 20        | 20            | 100         |
    ลำปาง   | 52        | C     | 0         | 0             | 100         |
    """,
    fiscal_year=2569,
)


def test_areas_are_sorted_by_a_and_clickable():
    figure = grades.by_area(BY_AREA, {"51": -5.0}, "th", key="area_code")

    assert list(figure.layout.yaxis.ticktext) == ["ลำปาง", "ลำพูน"]
    assert [trace.name for trace in figure.data] == ["A ดี", "B ปานกลาง", "C ต้องปรับปรุง"]
    assert [list(trace.x) for trace in figure.data] == [[80, 20], [20, 30], [0, 50]]
    assert [code for (code,) in figure.data[0].customdata] == ["52", "51"]


def test_the_change_of_a_stands_beside_and_none_is_a_dash():
    figure = grades.by_area(BY_AREA, grades.change_of_a(BY_AREA), "th", key="area_code")
    texts = [note.text for note in figure.layout.annotations]

    assert texts == ["A จากปีก่อน", "–", "▼ \u22125.0"]


def test_least_keeps_the_areas_with_the_smallest_share_of_a():
    figure = grades.by_area(BY_AREA, {}, "th", key="area_code", least=1)

    assert list(figure.layout.yaxis.ticktext) == ["ลำพูน"]


def test_a_segment_too_narrow_for_its_number_has_none():
    figure = grades.by_area(BY_AREA, {}, "th", key="area_code")

    assert list(figure.data[2].text) == ["", "50.0%"]


def test_villages_are_added_over_areas():
    added = grades.added_by_year(BY_AREA)

    # 82 of 110 villages, not the mean of 20 % and 80 %.
    assert added[added["grade"] == "A"]["share_pct"].round(2).tolist() == [74.55]


def test_criteria_are_added_over_districts_most_failures_first():
    met = drawn(
        """
        criterion | criterion_key | failed_count | known_count
        บัญชี     | accounts_pct  | 1            | 10
        แผน       | written_plan  | 5            | 10
        บัญชี     | accounts_pct  | 7            | 10
        """
    )
    figure = criteria.criteria(met, "th")

    assert list(figure.data[0].x) == [8, 5]
    assert figure.data[0].text[0] == "8 จาก 20 หมู่บ้าน (40.0%)"


def test_change_between_two_years_needs_both():
    now = drawn("district_code | grade | share_pct\n5001 | A | 60\n5002 | A | 50")
    before = drawn("district_code | grade | share_pct\n5001 | A | 45")

    assert grades.change_between(now, before) == {"5001": 15.0}
