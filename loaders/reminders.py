"""The letter to an agency that owes something: what has not come, and what was wrong in what came."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import duckdb

from i18n import t
from loaders.findings import Finding
from loaders.forms import FORMS
from loaders.guidance import guidance
from loaders.locks import Period
from loaders.quality import agency_key
from thai.calendar import format_date, quarter_label

MOST_FINDINGS = 10
_THAI_TIME = timedelta(hours=7)

_OWED = """
    select
        slot.status, slot.form, area.name_th, area.name_en, slot.days_late, slot.due_on,
        source_file.file_name, slot.rejected_sha256, rejected.rejected_at
    from round_slot_at(null, $today::date) as slot
    left join area using (area_code)
    left join source_file on source_file.sha256 = slot.rejected_sha256
    left join rejected_at(null) as rejected
        using (fiscal_year, quarter, form, agency_key, area_code)
    where
        slot.fiscal_year = $fiscal_year
        and slot.quarter = $quarter
        and slot.agency_key = $agency_key
        and slot.status in ('missing', 'faulty', 'not_due')
        and slot.is_expected
    order by slot.form, area.sort_order
"""
_FAULTS = """
    select code, sheet_name, src_row - 1, src_col - 1, value, expected, params
    from finding
    where sha256 = $sha256 and found_at = $found_at and severity = 'error'
    order by sheet_name nulls first, src_row nulls first, src_col nulls first, code
"""


@dataclass(frozen=True)
class Owed:
    """One submission that is missing, faulty or still to come; file and times only when faulty."""

    status: str
    form: str
    area_th: str | None
    area_en: str | None
    days_late: int | None
    due_on: date
    file_name: str | None
    sha256: str | None
    rejected_at: datetime | None


def reminder_text(
    con: duckdb.DuckDBPyConnection, period: Period, agency: str, lang: str, *, today: date
) -> str | None:
    """A letter asking an agency for what it owes in a round, to be copied; None when it owes nothing.

    Tells of each submission past due or not yet due, and of each rejected file its first errors
    with their cells and what would prevent them.
    """
    asked = {"fiscal_year": period.fiscal_year, "quarter": period.quarter, "today": today}
    rows = con.execute(_OWED, asked | {"agency_key": agency_key(agency)}).fetchall()
    owed = [Owed(*row) for row in rows]
    if not owed:
        return None
    said = {
        "agency": agency,
        "period": quarter_label(period.fiscal_year, period.quarter, lang, long=True),
        "due": format_date(owed[0].due_on, lang, long=True),
    }
    parts = [
        t("reminder.opening", lang, **said),
        *_listed(owed, "missing", lang),
        *_listed(owed, "not_due", lang),
        *_faulty(con, owed, lang),
        t("reminder.closing", lang, **said),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _listed(owed: Iterable[Owed], status: str, lang: str) -> Iterator[str]:
    items = [one for one in owed if one.status == status]
    if items:
        lines = [f"{number}. {_line(one, lang)}" for number, one in enumerate(items, 1)]
        yield "\n".join([t(f"reminder.{status}", lang), *lines])


def _faulty(con: duckdb.DuckDBPyConnection, owed: Iterable[Owed], lang: str) -> Iterator[str]:
    items = [one for one in owed if one.status == "faulty"]
    if not items:
        return
    lines, codes = [t("reminder.faulty", lang)], []
    for number, one in enumerate(items, 1):
        found = _faults(con, one)
        codes += [finding.code for finding in found]
        lines.append(f"{number}. {_line(one, lang)}")
        lines += [f"   - {_place(finding, lang)}" for finding in found[:MOST_FINDINGS]]
        if len(found) > MOST_FINDINGS:
            lines.append(f"   {t('reminder.more', lang, count=len(found) - MOST_FINDINGS)}")
    yield "\n".join(lines)
    advice = dict.fromkeys(guidance(code, lang) for code in codes)
    yield "\n".join([t("reminder.prevent", lang), *(f"- {sentence}" for sentence in advice)])


def _line(owed: Owed, lang: str) -> str:
    form, area = FORMS[owed.form], owed.area_en if lang == "en" else owed.area_th
    said = {"form": form.title_en if lang == "en" else form.title, "area": area or "-"}
    if owed.status == "faulty":
        came = format_date((owed.rejected_at + _THAI_TIME).date(), lang)
        return t("reminder.faulty_line", lang, **said, file=owed.file_name, came=came)
    if owed.status == "missing":
        return t("reminder.missing_line", lang, **said, days=owed.days_late)
    return t("reminder.not_due_line", lang, **said)


def _faults(con: duckdb.DuckDBPyConnection, owed: Owed) -> list[Finding]:
    rows = con.execute(_FAULTS, {"sha256": owed.sha256, "found_at": owed.rejected_at}).fetchall()
    return [Finding(*place, json.loads(params)) for *place, params in rows]


def _place(finding: Finding, lang: str) -> str:
    message = finding.message(lang)
    if finding.sheet is None:
        return message
    if finding.cell is None:
        return t("reminder.on_sheet", lang, sheet=finding.sheet, message=message)
    said = {"sheet": finding.sheet, "cell": finding.cell, "message": message}
    return t("reminder.in_cell", lang, **said)
