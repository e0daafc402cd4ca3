"""Community plans: every village assessed each year, better as the years go by."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.demo.chance import chance, within
from loaders.demo.places import (
    RUNNING_YEAR,
    YEARS,
    Village,
    districts,
    population,
    village_name,
    villages,
)

ASSESSED_YEARS = tuple(year for year in YEARS if year <= RUNNING_YEAR)
THRESHOLD_PCT = 70
_GRADES = {4: "A", 3: "B"}


def village_rows(province: str, year: int) -> Iterator[dict]:
    """Form 5 of a province: one row a village, a few criteria unknown, a few grades mistaken."""
    fate = chance("community plans", province, year)
    age = YEARS.index(year)
    for village in villages(province):
        yield _row(province, village, year, age, fate)


def _row(province: str, village: Village, year: int, age: int, fate) -> dict:
    criteria = {
        "accounts_pct": round(within(100 * village.accounts + 4 * age + fate.gauss(0, 4), 0, 100)),
        "attending_pct": round(
            within(100 * village.attending + 2 * age + fate.gauss(0, 4), 0, 100)
        ),
        "local_government_joined": village.joined < 0.80 + 0.03 * age,
        "written_plan": village.written < 0.88 + 0.02 * age,
    }
    grade = _grade(criteria)
    if fate.random() < 0.03:
        criteria[fate.choice(tuple(criteria))] = None
    if fate.random() < 0.01:
        grade = "A" if grade != "A" else "B"
    return {
        "fiscal_year": year,
        "province": province,
        "district": village.district_code,
        "subdistrict": village.subdistrict,
        "village_no": village.village_no,
        "village": village_name(village),
        "households": village.households,
        **criteria,
        "grade_reported": grade,
        "assessed_on": date(year - 543, 5, 1) + timedelta(days=village.number % 60),
    }


def _grade(criteria: dict) -> str:
    met = [
        criteria["accounts_pct"] >= THRESHOLD_PCT,
        criteria["attending_pct"] >= THRESHOLD_PCT,
        criteria["local_government_joined"],
        criteria["written_plan"],
    ]
    return _GRADES.get(sum(met), "C")


def profile_rows(province: str) -> Iterator[dict]:
    """Form 7 of a province: villages, households and subdistricts, the province before its districts.

    The province comes first because a blank district further down means the district above.
    """
    for year in ASSESSED_YEARS:
        counts = _counts(villages(province))
        yield {"area": province, "year": year, **counts, **_status_indicators(province, year)}
    for district in districts(province):
        own = [village for village in villages(province) if village.district_code == district]
        for year in ASSESSED_YEARS:
            counts = {**_counts(own), "population": population(district)}
            yield {"area": province, "district": district, "year": year, **counts}


def _status_indicators(province: str, year: int) -> dict:
    """The three that every province reports of itself: no document names them, so neither do we."""
    values = {}
    for slot in (1, 2, 3):
        start = chance("status indicator", province, slot).uniform(45, 75)
        moved = chance("status indicator", province, slot, year).gauss(0, 1)
        values[f"status_indicator_{slot}"] = round(start + YEARS.index(year) + moved, 1)
    return values


def _counts(members) -> dict:
    return {
        "villages": len(members),
        "households": sum(village.households for village in members),
        "subdistricts": len({(v.district_code, v.subdistrict) for v in members}),
    }
