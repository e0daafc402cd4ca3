"""How the districts watched their risks: two years by quarter, and three named periods each."""

import math
from collections.abc import Iterator
from random import Random

from loaders.demo.chance import chance, within
from loaders.demo.places import RUNNING_YEAR, districts, population, villages

WATCHED_YEARS = (RUNNING_YEAR - 1, RUNNING_YEAR)
_QUARTERS = (1, 2, 3, 4)
# Incidents per 10,000 people and quarter of an ordinary district, and their seasons.
_USUAL = {
    "crime": (2.2, (1.0, 1.0, 1.0, 1.0)),
    "drugs": (3.4, (0.9, 1.0, 1.1, 1.0)),
    "accident": (5.0, (1.1, 1.2, 1.1, 0.8)),
    "disaster": (0.4, (1.4, 0.4, 0.8, 1.6)),
}
# Of a quarter's accidents and disasters, what falls into the named period.
_PERIODS = {
    "new_year": ("accident", 0.14),
    "songkran": ("accident", 0.16),
    "rainy": ("disaster", 1.4),
}
_TAMBONS_LISTED = "accident"


def surveillance_rows(province: str) -> Iterator[dict]:
    """The surveillance of every district of a province; accidents of the last year by subdistrict."""
    for year in WATCHED_YEARS:
        for district in districts(province):
            if year == RUNNING_YEAR and chance("silent", district).random() < 0.04:
                continue
            for quarter in _QUARTERS:
                yield from _of_quarter(province, district, year, quarter)
            for period in _PERIODS:
                yield _of_period(province, district, year, period)


def _of_quarter(province: str, district: str, year: int, quarter: int) -> Iterator[dict]:
    for kind in _USUAL:
        row = {
            "province": province,
            "district": district,
            "fiscal_year": year,
            "quarter": str(quarter),
            "risk_type": kind,
            "risk_level": _level(district, kind, year),
            "has_plan": _has_plan(district, kind, year, quarter),
        }
        if kind == _TAMBONS_LISTED and year == RUNNING_YEAR:
            yield row
            yield from _by_tambon(row, district, year, quarter)
        else:
            disaster = _relief(district, year, quarter) if kind == "disaster" else {}
            yield {**row, "incident_count": _incidents(district, kind, year, quarter), **disaster}


def _by_tambon(row: dict, district: str, year: int, quarter: int) -> Iterator[dict]:
    about = {
        key: row[key] for key in ("province", "district", "fiscal_year", "quarter", "risk_type")
    }
    tambons = _tambons(district)
    total = _incidents(district, _TAMBONS_LISTED, year, quarter)
    weights = [chance("hot spot", district, name).paretovariate(1.1) for name in tambons]
    fate = chance("tambon incidents", district, year, quarter)
    places = fate.choices(tambons, weights=weights, k=total)
    for name in tambons:
        yield {**about, "subdistrict": name, "incident_count": places.count(name)}


def _of_period(province: str, district: str, year: int, period: str) -> dict:
    kind, share = _PERIODS[period]
    quarter = {"new_year": 2, "songkran": 3, "rainy": 4}[period]
    fate = chance("period", district, year, period)
    return {
        "province": province,
        "district": district,
        "fiscal_year": year,
        "named_period": period,
        "risk_type": kind,
        "incident_count": _drawn(fate, share * _expected(district, kind, year, quarter)),
    }


def _incidents(district: str, kind: str, year: int, quarter: int) -> int:
    fate = chance("incidents", district, kind, year, quarter)
    return _drawn(fate, _expected(district, kind, year, quarter))


def _expected(district: str, kind: str, year: int, quarter: int) -> float:
    usual, seasons = _USUAL[kind]
    own = chance("district", district, kind).lognormvariate(0, 0.45)
    progress = 0.93 if year == RUNNING_YEAR else 1
    return usual * own * progress * seasons[quarter - 1] * population(district) / 10_000


def _drawn(fate: Random, expected: float) -> int:
    return max(0, round(fate.gauss(expected, math.sqrt(expected))))


def _level(district: str, kind: str, year: int) -> str:
    usual, _ = _USUAL[kind]
    ratio = _expected(district, kind, year, 1) / (usual * population(district) / 10_000)
    steps = ((1.9, "very_high"), (1.35, "high"), (0.75, "medium"))
    return next((level for least, level in steps if ratio >= least), "low")


def _has_plan(district: str, kind: str, year: int, quarter: int) -> bool:
    """More districts have their plan approved as the year goes on."""
    return chance("plan", district, kind, year).random() < 0.45 + 0.12 * quarter


def _relief(district: str, year: int, quarter: int) -> dict:
    fate = chance("relief", district, year, quarter)
    registered = fate.randint(0, 220) if quarter in (1, 4) else fate.randint(0, 40)
    missed = fate.randint(1, 18) if fate.random() < 0.2 else 0
    tambons, pace = len(_tambons(district)), chance("drills", district, year).uniform(0.12, 0.3)
    return {
        "registered_count": registered,
        "relieved_count": max(0, registered - missed),
        "drilled_count": round(within(tambons * pace * quarter, 0, tambons)),
        "subdistrict_count": tambons,
    }


def _tambons(district: str) -> tuple[str, ...]:
    own = (village for village in villages(district[:2]) if village.district_code == district)
    return tuple(dict.fromkeys(village.subdistrict.removeprefix("ตำบล") for village in own))
