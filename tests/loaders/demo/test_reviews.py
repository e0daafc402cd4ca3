"""The made-up registers, assessments and surveillance: what the pages need to show is in them."""

from collections import Counter, defaultdict
from itertools import pairwise

from loaders.agencies import agency_key
from loaders.demo.places import PROVINCES, districts, population
from loaders.demo.reviews import REGISTERED, assessment_rows, risk_rows
from loaders.demo.surveillance import WATCHED_YEARS, surveillance_rows


def test_registers_tell_of_five_quarters_with_risks_that_come_and_close():
    for province in PROVINCES:
        rows = list(risk_rows(province))
        periods = Counter((row["fiscal_year"], int(row["quarter"])) for row in rows)
        assert [*periods] == [*REGISTERED]
        closed = [row for row in rows if row["status"] == "ปิดแล้ว"]
        assert [(row["fiscal_year"], row["quarter"]) for row in closed] == [(2569, "4")]
        assert periods[2569, 3] == periods[2569, 1] + 1
        assert {row["likelihood"] for row in rows} | {row["impact"] for row in rows} <= {
            *range(1, 6)
        }


def test_scores_move_both_ways_over_all_provinces():
    courses = defaultdict(list)
    for province in PROVINCES:
        for row in risk_rows(province):
            courses[province, row["risk"]].append(row["likelihood"])
    steps = {b > a for course in courses.values() for a, b in pairwise(course) if a != b}
    assert steps == {True, False}


def test_nobody_assesses_their_own_agency():
    for row in assessment_rows("93"):
        assert agency_key(row["assessor_agency"], "93") != agency_key(row["agency"], "93")
        assert 1 <= row["score"] <= 5


def test_every_district_is_watched_in_both_years_but_for_the_few_that_are_silent():
    rows = list(surveillance_rows("50"))
    seen = {
        year: {r["district"] for r in rows if r["fiscal_year"] == year} for year in WATCHED_YEARS
    }
    assert seen[WATCHED_YEARS[0]] == {*districts("50")}
    assert len(districts("50")) - 3 <= len(seen[WATCHED_YEARS[1]]) <= len(districts("50"))
    assert {row.get("named_period") for row in rows} == {None, "new_year", "songkran", "rainy"}
    assert all(population(district) > 5_000 for district in districts("50"))


def test_drills_only_grow_and_nobody_is_relieved_who_was_not_registered():
    drilled = defaultdict(list)
    for row in surveillance_rows("93"):
        if "drilled_count" in row:
            drilled[row["fiscal_year"], row["district"]].append(row["drilled_count"])
            assert 0 <= row["relieved_count"] <= row["registered_count"]
            assert row["drilled_count"] <= row["subdistrict_count"]
    assert all(course == sorted(course) for course in drilled.values())
