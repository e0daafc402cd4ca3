"""Sentences about meetings: what is still open, and what changed since the last one."""

import pandas as pd

from i18n import t
from thai.format import million_baht, percent

OPEN_STATES = ("overdue", "due_soon", "open")
_MOVEMENTS = ("worse", "lost", "same", "reported", "better")


def open_decisions(decisions: pd.DataFrame, lang: str) -> str:
    """How many of `decision_list` are still open, and how many of those overdue or due soon."""
    found = list(decisions["decision_state"])
    counts = {state: found.count(state) for state in OPEN_STATES}
    still_open = sum(counts.values())
    if not still_open:
        return t("meeting.headline.all_closed", lang, total=len(found))
    pressing = "".join(
        f" · {t(f'codes.decision_state.{state}', lang)} {counts[state]}"
        for state in ("overdue", "due_soon")
        if counts[state]
    )
    said = {"open": still_open, "total": len(found), "states": pressing}
    return t("meeting.headline.open", lang, **said)


def changes(changed: pd.DataFrame, lang: str) -> str:
    """How many indicators of `kpi_changes` moved which way, worst first."""
    found = list(changed["movement"])
    counts = " · ".join(
        f"{t(f'codes.movement.{movement}', lang)} {found.count(movement)}"
        for movement in _MOVEMENTS
        if movement in found
    )
    return t("meeting.headline.changes", lang, counts=counts, total=len(found))


def participation(rates: pd.DataFrame, lang: str) -> str:
    """Of `reporting_rate`, what came of what was expected; the ratio of the sums."""
    received, expected = int(rates["received_count"].sum()), int(rates["expected_count"].sum())
    said = {"received": received, "expected": expected}
    return t("meeting.measure.participation", lang, share=_share(received, expected, lang), **said)


def complete_agencies(rates: pd.DataFrame, lang: str) -> str:
    """Of `reporting_rate_by_agency`, the agencies that sent everything expected of them."""
    owing = rates.groupby("agency")[["received_count", "expected_count"]].sum()
    owing = owing[owing["expected_count"] > 0]
    complete = int((owing["received_count"] >= owing["expected_count"]).sum())
    return t("meeting.measure.agencies", lang, complete=complete, total=len(owing))


def alignment(aligned: pd.DataFrame, lang: str) -> str:
    """Of `strategy_alignment`, the part of all money under issues with indicators.

    Only provinces are added up: a group's plan speaks of the same projects again.
    """
    rows = aligned[aligned["area_code"].str.isdigit()].drop_duplicates("area_code")
    part, total = rows["aligned_allocated_thb"].sum(), rows["all_allocated_thb"].sum()
    said = {"part": million_baht(part, lang), "total": million_baht(total, lang)}
    return t("meeting.measure.alignment", lang, share=_share(part, total, lang), **said)


def remarks(feedback: pd.DataFrame, lang: str) -> str:
    """How many remarks of `feedback_list` there are."""
    return t("meeting.headline.feedback", lang, total=len(feedback))


def _share(part: float, total: float, lang: str) -> str:
    return percent(100 * float(part) / float(total) if total else None, 1, lang)
