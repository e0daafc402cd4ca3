"""Registers of the demonstration: problems from the field, surveys, a catalogue and heritage."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.demo.chance import chance
from loaders.demo.declared import declared
from loaders.demo.places import NORTH, RUNNING_YEAR, agency, districts

SURVEYED = (RUNNING_YEAR - 1, RUNNING_YEAR)
_SUBJECTS = ("ศูนย์ดำรงธรรม", "งานทะเบียนและบัตร", "บริการสาธารณสุข", "ช่วยเหลือผู้ประสบภัย")
_RISKS = ("low", "medium", "high", "very_high")


def problem_rows(province: str) -> Iterator[dict]:
    """Problems of a province: some solved, some taken up, some not, one without any proposal."""
    places = districts(province)
    for number, entry in enumerate(declared("problem")):
        fate = chance("problem", province, number)
        raised_on = date(RUNNING_YEAR - 544, 10, 1) + timedelta(days=fate.randint(5, 330))
        state = fate.choice(("open", "in_progress", "in_progress", "solved"))
        yield {
            "area": province,
            "district": places[fate.randrange(len(places))] if entry["is_local"] else None,
            "fiscal_year": RUNNING_YEAR,
            "problem_area": entry["area"],
            "problem": entry["problem"],
            "proposal": entry["proposal"] if fate.random() < 0.8 else None,
            "raised_in": entry["raised_in"],
            "raised_on": raised_on,
            "problem_state": state,
            "solved_on": raised_on + timedelta(days=fate.randint(7, 60))
            if state == "solved"
            else None,
            "owner": agency("office", province),
        }


def survey_rows(province: str, year: int) -> Iterator[dict]:
    """How many were asked about each service in a year, and how many were satisfied."""
    for subject in _SUBJECTS:
        fate = chance("survey", province, subject)
        asked = fate.randint(180, 900) + 40 * (year - RUNNING_YEAR)
        satisfied = fate.uniform(0.68, 0.93) + 0.02 * (year - RUNNING_YEAR)
        yield {
            "area": province,
            "fiscal_year": year,
            "quarter": 4,
            "subject": subject,
            "respondent_count": asked,
            "satisfied_count": round(asked * satisfied),
            "surveyed_on": date(year - 543, 9, 15),
        }


def dataset_rows(province: str) -> Iterator[dict]:
    """The data a province plans by, a few of them older than they should be."""
    for entry in declared("dataset"):
        fate = chance("dataset", province, entry["dataset"])
        age = fate.randint(3, entry["oldest_days"])
        yield {
            "area": province,
            "dataset": entry["dataset"],
            "source_kind": entry["source_kind"],
            "owner": entry["owner"],
            "frequency": entry.get("frequency"),
            "updated_on": date(2026, 11, 1) - timedelta(days=age),
            "data_quality": fate.choice(("good", "good", "fair", "poor")),
        }


def heritage_rows(province: str, year: int) -> Iterator[dict]:
    """Heritage of a province's own part of the country, and the youths it was passed on to."""
    here = "north" if province in NORTH else "south"
    places = districts(province)
    for entry in declared("heritage_piece"):
        if entry["only"] != here:
            continue
        fate = chance("heritage", province, entry["asset"])
        yield {
            "province": province,
            "district": places[fate.randrange(len(places))],
            "fiscal_year": year,
            "asset_kind": entry["kind"],
            "asset": entry["asset"],
            "risk_level": fate.choice(_RISKS),
            "custodian": entry["custodian"],
            "youth_count": fate.randint(8, 60) + 4 * (year - RUNNING_YEAR),
        }
