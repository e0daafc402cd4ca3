"""Bringing workbooks in: drop them, see what each would change, confirm all, one or none."""

import json
import time
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from loaders import inbox
from loaders.report import FileReport
from loaders.slots import Slot
from store import StoreError
from ui import actor, changes, examined, sitemap, table, wording
from ui.examined import Examined
from ui.export import inert
from ui.language import tr
from ui.settings import load
from ui.text import safe_md

FILE_TYPES = ("xlsx", "xlsm", "xls", "ods", "csv", "html", "htm")
# Where the figures of a form are shown.
_SHOWN_ON = {
    "kpi_targets": "indicators",
    "kpi_results": "indicators",
    "projects": "budget",
    "budget_by_plan": "budget",
    "community_plans": "community_plans",
    "community_plan_grades": "community_plans",
    "area_profile": "compare",
    "strategy": "overview",
}
_ROUND, _RECEIPTS = "upload.round", "upload.receipts"
# Column and its width: the whole row fits 1366 pixels, a name of 60 letters in two lines.
_TEXTS = (("file", 266), ("state", 112), ("form", 130), ("agency", 130), ("about", 104))
_NUMBERS = (("rows", 44), ("errors", 50), ("questions", 66), ("warnings", 60))
_NUMBERS += (("new", 44), ("changed", 52), ("removed", 50), ("jumps", 56))
_ROWS_AT_ONCE, _LIST_PX = 6, 450
# A bar that flashes by only makes people nervous.
_QUIET_S = 0.4
_FEW, _RECEIPTS_PX = 4, 300
# Streamlit writes the uploader's own words in English only; its limits are said above it.
_UPLOADER_STYLE = """<style>
[data-testid="stFileUploaderDropzone"] button p {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after {{ font-size: 0.875rem; content: {button}; }}
[data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
</style>"""


def choose_mode() -> str:
    """Single files or a whole folder: a browser offers one or the other."""
    return st.segmented_control(
        tr("upload.intake.mode"),
        ("files", "folder"),
        format_func=lambda mode: tr(f"upload.intake.{mode}"),
        default="files",
        required=True,
        key="upload.mode",
        label_visibility="collapsed",
    )


def draw_intake(mode: str) -> None:
    """The place to drop files; whatever is dropped goes to the inbox on disk at once."""
    # A new key empties the uploader: its files are in the inbox now, and a rerun must not add
    # again what was taken out.
    turn = st.session_state.setdefault(_ROUND, 0)
    st.html(
        _UPLOADER_STYLE.format(button=json.dumps(tr("upload.intake.button"), ensure_ascii=False))
    )
    dropped = st.file_uploader(
        tr(f"upload.intake.drop_{mode}", limit=st.get_option("server.maxUploadSize")),
        type=FILE_TYPES,
        accept_multiple_files="directory" if mode == "folder" else True,
        key=f"upload.files.{turn}",
    )
    if not dropped:
        return
    try:
        for file in dropped:
            inbox.put(load().data_dir, file.name, file.getvalue(), actor=actor.current())
    except (StoreError, OSError):
        st.error(tr("upload.intake.no_room"))
        return
    st.session_state[_ROUND] = turn + 1
    st.rerun()


def examine_all() -> list[Examined]:
    """Every waiting file as examined, in the order in which they came, with a bar while it takes."""
    waiting = inbox.waiting(load().data_dir)
    began, bar = time.monotonic(), st.empty()
    found = []
    for done, file in enumerate(waiting):
        if time.monotonic() - began > _QUIET_S:
            told = tr("upload.examining", done=done, total=len(waiting))
            bar.progress(done / len(waiting), f"{told} · {safe_md(file.path.name)}")
        found.append(examined.examine(file))
    bar.empty()
    return found


def draw_list(files: Sequence[Examined]) -> Examined | None:
    """A row a file; returns the one whose details are asked for: the clicked, else the first."""
    frame = pd.DataFrame([_row(file) for file in files])
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config=_columns(),
        row_height=table.TWO_LINES_PX,
        height="content" if len(files) <= _ROWS_AT_ONCE else _LIST_PX,
        key=f"upload.list.{len(files)}",
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [_most_urgent(files)]}},
    )
    rows = event.selection["rows"]
    return files[rows[0]] if rows and rows[0] < len(files) else None


def draw_actions(files: Sequence[Examined]) -> None:
    """Confirm all that are ready; take out what need not be brought in."""
    ready = [file for file in files if file.state == "accepted"]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button(
            tr("upload.action.confirm_all", count=len(ready)),
            type="primary",
            disabled=not ready,
            icon=":material/done_all:",
            key="upload.confirm_all",
        ):
            _confirm_dialog(ready)
        left = [file for file in files if file.state == "already_received"]
        if left and st.button(
            tr("upload.action.clear_known", count=len(left)), type="tertiary", key="upload.clear"
        ):
            for file in left:
                inbox.take_out(load().data_dir, file.file.sha256)
            st.rerun()


def draw_actions_of(chosen: Examined) -> None:
    """Confirm this one file, write down that it goes back to its sender, or take it out."""
    if chosen.state == "accepted" and st.button(
        tr("upload.action.confirm_one"), icon=":material/check:", key="upload.confirm"
    ):
        _confirm_dialog([chosen])
    good = examined.good_rows_only(chosen)
    if good is not None and st.button(
        tr("upload.action.good_rows", rows=f"{good.rows:,}"),
        icon=":material/rule:",
        key="upload.good_rows",
        help=tr("upload.action.good_rows_help"),
    ):
        _confirm_dialog([good])
    if chosen.state == "rejected" and st.button(
        tr("upload.action.returned"),
        icon=":material/assignment_return:",
        key="upload.returned",
        help=tr("upload.action.returned_help"),
    ):
        _store([chosen])
    if st.button(
        tr("upload.action.take_out"),
        icon=":material/close:",
        type="tertiary",
        key="upload.take_out",
        help=tr("upload.action.take_out_help"),
    ):
        inbox.take_out(load().data_dir, chosen.file.sha256)
        st.rerun()


def draw_receipts() -> None:
    """What this visit has confirmed so far, each with the page where its figures are seen."""
    receipts: list[FileReport] = st.session_state.get(_RECEIPTS, [])
    if not receipts:
        return
    with st.container(border=True):
        st.markdown(f"**{tr('upload.receipt.title', count=len(receipts))}**")
        # Every file is listed: past a handful in a frame of its own, so that the list stays near.
        with st.container(height=_RECEIPTS_PX if len(receipts) > _FEW else "content", border=False):
            for report, slots in receipts:
                _draw_receipt(report, slots)
        with st.container(horizontal=True):
            sitemap.link("submissions", tr("upload.receipt.history"))
            if st.button(tr("upload.receipt.close"), type="tertiary", key="upload.receipts.close"):
                del st.session_state[_RECEIPTS]
                st.rerun()


def _confirm_dialog(files: Sequence[Examined]) -> None:
    @st.dialog(tr("upload.confirm.title"), width="medium")
    def ask() -> None:
        st.text(tr("upload.confirm.what", count=len(files)))
        counts = {kind: _total(files, kind) for kind in ("new", "changed", "removed", "jumps")}
        with st.container(horizontal=True):
            for kind, count in counts.items():
                st.metric(tr(f"upload.difference.{kind}"), f"{count:,}", border=True)
        doubts = sum(file.counts["warning"] + file.counts["question"] for file in files)
        for warning in _warnings(files, counts, doubts):
            st.warning(warning)
        reason = _ask_reason(files)
        if st.button(
            tr("upload.confirm.yes"),
            type="primary",
            key="upload.confirm.yes",
            disabled=reason is None,
        ):
            _store(files, reason)

    ask()


def _ask_reason(files: Sequence[Examined]) -> str | None:
    """Why a closed round is changed; "" where none is asked, None while one is owed."""
    closed = changes.closed_rounds(slot for file in files for slot in file.slots)
    if not closed:
        return ""
    periods = ", ".join(wording.period(one.fiscal_year, one.quarter) for one in closed)
    st.warning(tr("upload.confirm.closed", periods=periods), icon=":material/lock:")
    return st.text_input(tr("upload.confirm.reason"), key="upload.reason").strip() or None


def _warnings(files: Sequence[Examined], counts: dict[str, int], doubts: int) -> list[str]:
    said = []
    if any(file.counts["error"] for file in files):
        said.append(tr("upload.confirm.in_part"))
    if counts["removed"]:
        said.append(tr("upload.confirm.removed", count=counts["removed"]))
    if counts["jumps"]:
        said.append(tr("upload.confirm.jumps", count=counts["jumps"]))
    if doubts:
        said.append(tr("upload.confirm.doubts", count=doubts))
    places = [difference.slot for file in files for difference in file.differences]
    if len(set(places)) < len(places):
        said.append(tr("upload.confirm.same_slot"))
    return said


def _store(files: Sequence[Examined], reason: str = "") -> None:
    try:
        reports = changes.confirm(files, reason)
    except (StoreError, OSError):
        st.error(tr("upload.confirm.failed"))
        return
    slots = {file.file.sha256: file.slots for file in files}
    done = [(report, slots[report.sha256]) for report in reports]
    st.session_state.setdefault(_RECEIPTS, []).extend(done)
    st.rerun()


def _draw_receipt(report: FileReport, slots: Sequence[Slot]) -> None:
    rows = sum(sheet.rows for sheet in report.sheets)
    numbers = ", ".join(map(str, report.submissions))
    held = any(finding.code == "round_closed" for finding in report.findings)
    outcome = "held" if held else report.state
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        what = {"file": report.file, "rows": f"{rows:,}", "numbers": numbers}
        st.text(tr(f"upload.receipt.{outcome}", **what))
        if report.state == "rejected":
            return
        for slot in {slot.form: slot for slot in slots}.values():
            page = _SHOWN_ON.get(slot.form, "submissions")
            label = tr("upload.receipt.see", page=tr(f"ui.page.{page}"), what=safe_md(_about(slot)))
            sitemap.link(page, label, **_codes(slot))


def _codes(slot: Slot) -> dict[str, str]:
    """The view in which the figures of a slot are seen."""
    codes = {}
    if slot.area_code != "TH":
        codes["province" if slot.area_code.isdigit() else "group"] = slot.area_code
    if slot.fiscal_year and slot.form != "area_profile":
        codes["fy"] = str(slot.fiscal_year)
    return codes


def _about(slot: Slot) -> str:
    return f"{wording.area(slot.area_code)} {wording.period(slot.fiscal_year, slot.quarter)}"


def _row(file: Examined) -> dict[str, object]:
    slots = file.slots
    return {
        "file": inert(file.file.path.name),
        "state": tr(f"upload.state.{file.state}"),
        "form": _joined(wording.form_title(slot.form) for slot in slots),
        "agency": inert(_joined(slot.agency or "" for slot in slots)),
        "about": _joined(_about(slot) for slot in slots),
        "rows": file.rows,
        "errors": file.counts["error"],
        "questions": file.counts["question"],
        "warnings": file.counts["warning"],
        "new": file.total("new"),
        "changed": file.total("changed"),
        "removed": file.total("removed"),
        "jumps": file.total("jumps"),
    }


def _columns() -> dict:
    texts = {name: st.column_config.TextColumn(_heading(name), width=w) for name, w in _TEXTS}
    numbers = {
        name: st.column_config.NumberColumn(_heading(name), format="%,d", width=w)
        for name, w in _NUMBERS
    }
    return texts | numbers


def _heading(column: str) -> str:
    return tr(f"upload.column.{column}")


def _joined(texts) -> str:
    return ", ".join(dict.fromkeys(text for text in texts if text))


def _most_urgent(files: Sequence[Examined]) -> int:
    rank = {"rejected": 0, "accepted": 1, "already_received": 2}
    return min(range(len(files)), key=lambda i: rank[files[i].state])


def _total(files: Sequence[Examined], kind: str) -> int:
    return sum(file.total(kind) for file in files)
