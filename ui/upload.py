"""What is done with waiting files: confirm all, one or none; and what became of those confirmed."""

from collections.abc import Sequence

import streamlit as st

from loaders import inbox
from loaders.report import FileReport
from loaders.slots import Slot
from store import StoreError
from ui import changes, examined, sitemap, upload_list, wording
from ui.examined import Examined
from ui.language import tr
from ui.settings import load
from ui.text import safe_md

# Where the figures of a form are shown.
_SHOWN_ON = {
    "kpi_targets": "indicators",
    "kpi_results": "indicators",
    "projects": "budget",
    "budget_by_plan": "budget",
    "community_plans": "community_plans",
    "community_plan_grades": "community_plans",
    "area_profile": "compare",
    "strategy": "strategy",
    "risks": "risks",
    "assessments": "assessments",
    "district_surveillance": "districts",
    "money_monthly": "treasury",
    "budget_requests": "treasury",
    "evaluation_framework": "scorecard",
    "agreements": "agreements",
    "reward_bands": "scorecard",
    "joint_indicators": "indicator_checklist",
    "project_steps": "projects",
    "problems": "problems",
    "surveys": "registers",
    "datasets": "registers",
    "cultural_assets": "registers",
}
_RECEIPTS = "upload.receipts"
_FEW, _RECEIPTS_PX = 4, 300


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
        with st.container(horizontal=True, vertical_alignment="center"):
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
            label = tr(
                "upload.receipt.see",
                page=tr(f"ui.page.{page}"),
                what=safe_md(upload_list.about(slot)),
            )
            sitemap.link(page, label, **_codes(slot))


def _codes(slot: Slot) -> dict[str, str]:
    """The view in which the figures of a slot are seen."""
    codes = {}
    if slot.area_code != "TH":
        codes["province" if slot.area_code.isdigit() else "group"] = slot.area_code
    if slot.fiscal_year and slot.form != "area_profile":
        codes["fy"] = str(slot.fiscal_year)
    return codes


def _total(files: Sequence[Examined], kind: str) -> int:
    return sum(file.total(kind) for file in files)
