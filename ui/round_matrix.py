"""The matrix of a round: a row an agency, a column a form, in each cell sign, word and colour."""

import pandas as pd
import streamlit as st

from charts.sending import OWED, SENDINGS, Sending
from loaders.locks import Period
from loaders.rounds import Assignment, Round
from thai.calendar import format_date
from ui import language, rounds, wording
from ui.export import inert
from ui.language import tr
from ui.text import safe_md

_ROWS_SHOWN = 16
# The forms share what a screen of 1366 pixels leaves beside the agency; a narrow heading is told
# in full when pointed at.
_AREA_PX, _AGENCY_PX, _FORMS_PX, _NARROWEST_PX = 96, 290, 815, 110


def draw(chosen: Round, matrix: pd.DataFrame) -> None:
    """The matrix, what is owed first, and below it the cell that was clicked."""
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.caption(tr("rounds.matrix.how"))
    owed_only = right.toggle(tr("rounds.matrix.owed_only"), key="rounds.owed_only")
    rows = rounds.owed(matrix) if owed_only else matrix
    if rows.empty:
        st.success(tr("rounds.matrix.all_sent"), icon=":material/check_circle:")
        return
    clicked = _draw_table(rows)
    if clicked is not None:
        _draw_detail(chosen, clicked)


def _draw_table(rows: pd.DataFrame) -> dict | None:
    """Returns the row of the clicked cell; None when none is, or nothing is expected there."""
    forms = sorted(rows["form"].unique(), key=wording.form_title)
    by_agency = _ordered(rows)
    cells = [
        {form: _label(row.get(form)) for form in forms} | {"area": area, "agency": inert(agency)}
        for (area, agency), row in by_agency
    ]
    frame = pd.DataFrame(cells, columns=["area", "agency", *forms])
    event = st.dataframe(
        frame.style.map(_background, subset=forms),
        hide_index=True,
        height="content" if len(frame) <= _ROWS_SHOWN else 620,
        column_config={
            "area": st.column_config.TextColumn(tr("rounds.matrix.area"), width=_AREA_PX),
            "agency": st.column_config.TextColumn(tr("rounds.matrix.agency"), width=_AGENCY_PX),
            **{form: _form_column(form, len(forms)) for form in forms},
        },
        key="rounds.matrix",
        on_select="rerun",
        selection_mode="single-cell",
    )
    if not event.selection.get("cells"):
        return None
    place, column = event.selection["cells"][0]
    return by_agency[place][1].get(column) if place < len(by_agency) else None


def _form_column(form: str, count: int):
    title = wording.form_title(form)
    width = max(_NARROWEST_PX, _FORMS_PX // count)
    return st.column_config.TextColumn(title, width=width, help=title)


def _ordered(rows: pd.DataFrame) -> list[tuple[tuple[str, str], dict[str, dict]]]:
    """((area, agency), form → row), those who owe most first, else as the metric orders them."""
    found: dict[tuple[str, str], dict[str, dict]] = {}
    for row in rows.to_dict("records"):
        key = (wording.area(row["area_code"]), row["agency"])
        found.setdefault(key, {})[row["form"]] = row
    return sorted(found.items(), key=lambda item: -_owed_count(item[1]))


def _owed_count(row: dict[str, dict]) -> int:
    return sum(cell["sending_status"] in OWED for cell in row.values())


def _label(cell: dict | None) -> str:
    return _sending(cell).label(language.current()) if cell else ""


def _sending(cell: dict) -> Sending:
    return next(one for one in SENDINGS if one.code == cell["sending_status"])


def _background(label: str) -> str:
    for one in SENDINGS:
        if label == one.label(language.current()):
            return f"background-color: {one.colour}; color: {one.text_colour}"
    return ""


def _draw_detail(chosen: Round, row: dict) -> None:
    with st.container(border=True):
        title = f"{_label(row)} — {row['agency']} · {wording.form_title(row['form'])}"
        st.subheader(safe_md(title), anchor=False)
        _draw_facts(row)
        assignment = Assignment(row["agency"], row["form"], row["area_code"])
        if row["sending_status"] == "waived":
            st.text(tr("rounds.detail.waived", reason=row["waiver_reason"]))
            _draw_waiver(chosen.period, assignment, waived=False)
        elif row["sending_status"] in ("missing", "faulty", "not_due"):
            _draw_waiver(chosen.period, assignment, waived=True)


def _draw_facts(row: dict) -> None:
    received = None if pd.isna(row["received_at"]) else row["received_at"].to_pydatetime()
    facts = {
        "due": format_date(row["due_on"].date(), language.current()),
        "received": wording.moment(received),
        "days_late": "–" if pd.isna(row["days_late"]) else f"{int(row['days_late']):,}",
        "versions": str(row["version_count"]),
        "rejected": str(row["rejected_count"]),
    }
    with st.container(horizontal=True, gap="medium"):
        for name, value in facts.items():
            st.text(f"{tr(f'rounds.detail.{name}')}: {value}", width="content")
    if row["is_proposed"]:
        st.caption(tr("rounds.detail.proposed"))
    if row["sending_status"] == "faulty":
        st.text(tr("rounds.detail.faulty", count=int(row["error_count"])))


def _draw_waiver(period: Period, assignment: Assignment, *, waived: bool) -> None:
    with st.form("rounds.waive", border=False, clear_on_submit=True):
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        reason = left.text_input(
            tr("rounds.waive.reason" if waived else "rounds.waive.undo_reason"),
            placeholder=tr("rounds.waive.placeholder") if waived else None,
        )
        asked = right.form_submit_button(
            tr("rounds.waive.do" if waived else "rounds.waive.undo"), width="stretch"
        )
    if not asked:
        return
    if not reason.strip():
        st.warning(tr("rounds.waive.needs_reason"))
        return
    rounds.waive(period, assignment, reason, waived)
    done = "done" if waived else "undone"
    rounds.tell(tr(f"rounds.waive.{done}", agency=assignment.agency))
    st.rerun()
