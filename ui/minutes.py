"""The minutes of a meeting to take along: one page to print, and the same tables as a workbook."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from i18n import t
from loaders.meetings import Meeting
from metrics import catalogue
from metrics.scope import Scope
from thai.calendar import format_date
from ui import data, export, language, names, table, wording
from ui.export import Export
from ui.filters import current_scope
from ui.language import tr

HTML_MIME = "text/html"
_DECISION = ("decision_state", "decision", "area", "owner", "due_on", "tied_name", "newest_note")
_CHANGE = ("movement", "area", "kpi", "status_before", "status_now", "actual_before", "actual")
_STANDING = ("status", "area", "kpi", "actual", "target", "attainment_to_date_pct")
_REMARK = ("area", "topic", "feedback")
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 16mm 14mm; }}
body {{ font: 15px/1.5 "TH Sarabun New", Sarabun, "Noto Sans Thai", Tahoma, sans-serif; }}
h1 {{ font-size: 1.5em; margin: 0; }}
h2 {{ font-size: 1.15em; margin: 1.2em 0 0.3em; break-after: avoid; }}
table {{ border-collapse: collapse; width: 100%; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
th, td {{ border: 1px solid #8a949e; padding: 0.15em 0.5em; text-align: left; vertical-align: top; }}
th {{ background: #f2f5f8; }}
td.number {{ text-align: right; }}
</style>
</head>
<body>
<h1>{title}</h1>
{notes}
{sections}
</body>
</html>
"""


def draw_html(meeting: Meeting) -> None:
    """A button that saves the minutes as one page to print."""
    make = partial(html_bytes, language.current())
    _draw(meeting, "minutes", "html", HTML_MIME, make, ":material/print:")


def draw_xlsx(meeting: Meeting) -> None:
    """A button that saves the same tables as a workbook."""

    def workbook(heading: str, notes: Sequence[str], tables: Sequence[Export]) -> bytes:
        return export.xlsx_bytes(*(replace(one, notes=(heading, *notes)) for one in tables))

    _draw(meeting, "minutes_xlsx", "xlsx", export.XLSX_MIME, workbook, ":material/table:")


def html_bytes(lang: str, heading: str, notes: Sequence[str], tables: Sequence[Export]) -> bytes:
    """The minutes as one page without anything from outside, fit for printing on A4.

    Called when the reader clicks, outside the script's run: `lang` must be said.
    """
    page = _PAGE.format(
        lang=lang,
        title=escape(heading),
        notes="".join(f"<p>{escape(note)}</p>" for note in notes),
        sections="\n".join(_section(one, lang) for one in tables),
    )
    return page.encode("utf-8")


def tables_of(meeting: Meeting, scope: Scope) -> tuple[Export, ...]:
    """What the minutes hold: decisions of the meeting and from before, changes, remarks, standing.

    Indicators are those of the snapshot; decisions and remarks those recorded up to now.
    """
    now = replace(scope, as_of=None)
    decisions = data.get("decision_list", now)
    own = decisions["meeting_id"] == meeting.meeting_id
    earlier = decisions[~own & ~decisions["is_closed"]]
    changes = data.get("kpi_changes", replace(scope, since=meeting.previous_snapshot_at))
    remarks = data.get("feedback_list", now)
    remarks = remarks[remarks["meeting_id"] == meeting.meeting_id]
    return (
        _table("earlier", "decision_list", earlier, _DECISION),
        _table("changes", "kpi_changes", changes, _CHANGE),
        _table("standing", "kpi_overview", data.get("kpi_overview", scope), _STANDING),
        _table("decided", "decision_list", decisions[own], _DECISION),
        _table("feedback", "feedback_list", remarks, _REMARK),
    )


def _draw(meeting: Meeting, name: str, extension: str, mime: str, make, icon: str) -> None:
    scope = current_scope()
    heading = f"{tr('meeting.report.title')} — {meeting.title}"
    stem = export.file_stem(tr("meeting.report.title"), meeting.title, meeting.held_on)
    notes = _notes(meeting, scope)
    st.download_button(
        tr(f"meeting.{name}"),
        partial(make, heading, notes, tables_of(meeting, scope)),
        file_name=f"{stem}.{extension}",
        mime=mime,
        icon=icon,
        on_click="ignore",
        width="stretch",
    )


def _notes(meeting: Meeting, scope: Scope) -> tuple[str, ...]:
    held_on = format_date(meeting.held_on, language.current(), long=True)
    area = wording.area(scope.province or scope.group or meeting.area_code)
    notes = [
        tr("meeting.report.held", held_on=held_on, area=area),
        tr("meeting.report.snapshot", moment=wording.moment(meeting.snapshot_at)),
    ]
    if data.standing(scope).demo:
        notes.append(tr("meeting.report.demo"))
    return tuple(notes)


def _table(name: str, metric: str, frame: pd.DataFrame, columns: Sequence[str]) -> Export:
    lang = language.current()
    docs = {column.name: column for column in catalogue.describe(metric).columns}
    shown = table.with_status_words(names.in_language(frame)[list(columns)], lang)
    for column in shown.columns:
        if pd.api.types.is_datetime64_any_dtype(shown[column]):
            shown[column] = [_day(value, lang) for value in shown[column]]
    return Export(
        title=tr(f"meeting.report.{name}"),
        notes=(),
        headings=tuple(table.heading(column, docs, lang) for column in columns),
        frame=shown,
        sheet_name=tr(f"meeting.report.{name}")[:31],
    )


def _day(value: object, lang: str) -> str | None:
    return None if pd.isna(value) else format_date(value.date(), lang)


def _section(one: Export, lang: str) -> str:
    if one.frame.empty:
        body = f"<p>{escape(t('meeting.report.none', lang))}</p>"
    else:
        head = "".join(f"<th>{escape(heading)}</th>" for heading in one.headings)
        rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in export.rows_of(one))
        body = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<h2>{escape(one.title)}</h2>\n{body}"


def _cell(value: object) -> str:
    if value is None:
        return "<td>–</td>"
    if isinstance(value, int | float):
        shown = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
        return f'<td class="number">{shown}</td>'
    return f"<td>{escape(str(value))}</td>"
