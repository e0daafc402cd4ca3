"""Flagship projects (form 11) and project briefs (form 12) as facts."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import (
    MONEY,
    TEXT,
    WHOLE,
    column,
    converted,
    keys_of,
    rows_of_series,
    series_of,
)
from loaders.table import FormTable
from thai.digits import to_arabic
from thai.numbers import parse_number

_PROJECT_TEXTS = (
    *("strategic_issue", "plan", "flagship", "project", "national_strategy", "national_plan"),
    *("regional_goal", "source", "agency"),
)
_BRIEF_TEXTS = (
    *("strategic_issue", "guideline", "issue_indicators", "main_plan", "plan", "project"),
    *("rationale", "objectives", "indicators", "target_area", "activities", "agency"),
    *("related_agencies", "duration", "source", "outputs", "outcomes"),
)
_ACTIVITY = re.compile(r"(?:\d+\.\d+\s*)?กิจกรรมที่\s*\d+\s*:?")
_PARTS = re.compile(r"(งบประมาณ|หน่วยงานผู้รับผิดชอบ|หน่วยงานที่เกี่ยวข้อง)\s*:")
_ACTIVITIES = pa.schema(
    [
        ("src_row", WHOLE),
        ("ordinal", WHOLE),
        ("activity", TEXT),
        ("budget_thb", MONEY),
        ("responsible_agency", TEXT),
        ("related_agencies", TEXT),
    ]
)


def plan_projects(table: FormTable) -> dict[str, pa.Table]:
    """fact_plan_project, a row a project, and fact_plan_project_year, a row for each year's money."""
    texts = {key: column(table, key, TEXT) for key in _PROJECT_TEXTS}
    project = pa.table(
        {
            **texts,
            **_totals(table),
            "src_row": column(table, "src_row", WHOLE),
            "area_code": column(table, "area", TEXT),
            "issue_key": keys_of(texts["strategic_issue"]),
            "plan_key": keys_of(texts["plan"]),
            "project_key": keys_of(texts["project"]),
        }
    )
    cells = series_of(table, ["budget_thb"])
    of_project = project.take(rows_of_series(table, cells))
    yearly = pa.table(
        {
            "src_row": cells["src_row"].cast(WHOLE),
            "src_col": cells["src_col"].cast(WHOLE),
            "area_code": of_project["area_code"],
            "project_key": of_project["project_key"],
            "fiscal_year": cells["year"].cast(WHOLE),
            "budget_thb": converted(cells["value"].combine_chunks(), MONEY),
        }
    )
    return {"fact_plan_project": project, "fact_plan_project_year": yearly}


def project_brief(table: FormTable) -> dict[str, pa.Table]:
    """fact_project_brief, a row a project, and fact_brief_activity, a row an activity."""
    texts = {key: column(table, key, TEXT) for key in _BRIEF_TEXTS}
    rows = column(table, "src_row", WHOLE)
    brief = pa.table(
        {
            **texts,
            "src_row": rows,
            "area_code": column(table, "area", TEXT),
            "fiscal_year": column(table, "fiscal_year", WHOLE),
            "issue_key": keys_of(texts["strategic_issue"]),
            "plan_key": keys_of(texts["plan"]),
            "project_key": keys_of(texts["project"]),
            "budget_thb": column(table, "budget_thb", MONEY),
        }
    )
    pairs = zip(rows.to_pylist(), texts["activities"].to_pylist(), strict=True)
    found = [{"src_row": row, **one} for row, text in pairs if text for one in activities_in(text)]
    return {
        "fact_project_brief": brief,
        "fact_brief_activity": pa.Table.from_pylist(found, _ACTIVITIES),
    }


def activities_in(text: str) -> list[dict]:
    """The activities a text lists as the official form does: "6.1 กิจกรรมที่ 1: … งบประมาณ: … บาท
    หน่วยงานผู้รับผิดชอบ: … หน่วยงานที่เกี่ยวข้อง: …"; none for a text laid out otherwise."""
    plain = to_arabic(text)
    starts = list(_ACTIVITY.finditer(plain))
    ends = [*(start.start() for start in starts[1:]), len(plain)]
    return [
        {"ordinal": number, **_activity(plain[start.end() : end])}
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def _activity(text: str) -> dict:
    name, *rest = _PARTS.split(text)
    parts = {label: said.strip() for label, said in zip(rest[::2], rest[1::2], strict=True)}
    money = parse_number(parts.get("งบประมาณ", "").removesuffix("บาท").strip() or "-")
    return {
        "activity": name.strip(),
        "budget_thb": money and money.value,
        "responsible_agency": parts.get("หน่วยงานผู้รับผิดชอบ") or None,
        "related_agencies": parts.get("หน่วยงานที่เกี่ยวข้อง") or None,
    }


def _totals(table: FormTable) -> dict[str, pa.Array]:
    """The printed budget of the whole period of each row, and the years it spans."""
    cells = series_of(table, ["budget_total_thb"]).combine_chunks()
    place = pc.index_in(table.rows["src_row"], value_set=cells["src_row"]).combine_chunks()
    stated = {
        "budget_total_thb": converted(cells["value"].combine_chunks(), MONEY),
        "year_from": cells["year_from"].cast(WHOLE),
        "year_to": cells["year"].cast(WHOLE),
    }
    return {name: values.take(place) for name, values in stated.items()}
