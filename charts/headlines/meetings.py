"""Sentences about meetings: what is still open, and what changed since the last one."""

import pandas as pd

from i18n import t

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


def remarks(feedback: pd.DataFrame, lang: str) -> str:
    """How many remarks of `feedback_list` there are."""
    return t("meeting.headline.feedback", lang, total=len(feedback))
