"""Sentences about definitions: how many are complete, whose are not, what changed, what was restated."""

import pandas as pd

from charts.labels import clipped, is_missing
from i18n import t

_OWNER = 40


def completeness(defined: pd.DataFrame, lang: str) -> str:
    """How many indicators are fully defined, how many declare nothing, how many cannot be measured."""
    untargeted = int((~defined["has_target"].astype(bool)).sum())
    said = t(
        "semantics.dictionary.headline",
        lang,
        complete=int((defined["completeness"] == "complete").sum()),
        undeclared=int((defined["completeness"] == "undeclared").sum()),
        unmeasurable=int((~defined["is_measurable"].astype(bool)).sum()),
        total=len(defined),
    )
    return (
        said + t("semantics.dictionary.untargeted", lang, count=untargeted) if untargeted else said
    )


def agencies(by_agency: pd.DataFrame, lang: str) -> str:
    """The agency with the smallest part of its definitions complete."""
    row = by_agency.sort_values("complete_pct", kind="stable").iloc[0]
    if row["complete_count"] == row["indicator_count"]:
        return t("semantics.dictionary.agencies_complete", lang)
    unnamed = is_missing(row["owner"])
    return t(
        "semantics.dictionary.agencies",
        lang,
        owner=t("semantics.dictionary.no_owner", lang)
        if unnamed
        else clipped(row["owner"], _OWNER),
        complete=int(row["complete_count"]),
        total=int(row["indicator_count"]),
    )


def versions(stated: pd.DataFrame, lang: str) -> str:
    """How often one indicator's definition changed, and the version that stands."""
    newest = stated.sort_values("stated_at").iloc[-1]
    if len(stated) > 1:
        changed = newest["definition_from"]
        when = newest["stated_at"].year + 543 if is_missing(changed) else int(changed)
        return t("semantics.dictionary.versions", lang, count=len(stated) - 1, changed=when)
    if is_missing(newest["definition_version"]) or is_missing(newest["definition_from"]):
        return t("semantics.dictionary.version_unknown", lang)
    return t(
        "semantics.dictionary.version_only",
        lang,
        version=newest["definition_version"],
        since=int(newest["definition_from"]),
    )


def history(values: pd.DataFrame, lang: str) -> str:
    """How many periods of an indicator were restated, and how many are provisional."""
    shown = values[values["value_state"] != "replaced"]
    restated = int((shown["value_state"] == "restated").sum())
    provisional = int((shown["value_status"] == "provisional").sum())
    if not restated and not provisional:
        return t("semantics.history.none", lang)
    return t("semantics.history.headline", lang, restated=restated, provisional=provisional)


def across_areas(shared: pd.DataFrame, lang: str) -> str:
    """How many indicators of several provinces add up, and how many cannot."""
    added = int(shared["value"].notna().sum())
    return t("semantics.across.headline", lang, total=len(shared), added=added)
