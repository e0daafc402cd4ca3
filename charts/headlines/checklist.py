"""Sentences about sets of indicators: which rules they keep, what they lack, what they are about."""

import pandas as pd

from charts.checklist import CHECKS, OPTIONAL
from charts.labels import clipped
from i18n import t
from thai.format import number, percent


def rules(checklist: pd.DataFrame, lang: str) -> str:
    """How many rules are met, not met and cannot be told."""
    counts = checklist["verdict"].value_counts()
    return t(
        "checklist.headline.rules",
        lang,
        met=int(counts.get("met", 0)),
        total=len(checklist),
        failed=int(counts.get("not_met", 0)),
        unknown=int(counts.get("unknown", 0)),
    )


def checks(frame: pd.DataFrame, lang: str) -> str:
    """How many indicators are measurable, and what most of the others lack."""
    said = {"count": int(frame["is_measurable"].sum()), "total": len(frame)}
    needed = [check for check in CHECKS if check not in OPTIONAL]
    lacking = {check: int((frame[check].astype("boolean") == False).sum()) for check in needed}  # noqa: E712
    most = max(lacking, key=lacking.get)
    if not lacking[most]:
        return t("checklist.headline.complete", lang, **said)
    said |= {"check": t(f"checklist.check.{most}", lang).replace("<br>", " ")}
    return t("checklist.headline.checks", lang, lacking=lacking[most], **said)


def topics(frame: pd.DataFrame, lang: str) -> str:
    """How many of the four domains have an indicator, and which have none."""
    domains = frame[(frame["scheme"] == "domains") & frame["node_code"].notna()]
    empty = domains[domains["indicator_count"] == 0]
    name = "node_en" if lang == "en" else "node"
    said = {"count": len(domains) - len(empty), "total": len(domains)}
    if empty.empty:
        return t("checklist.headline.all_domains", lang, **said)
    return t("checklist.headline.domains", lang, empty=", ".join(empty[name]), **said)


def driver(frame: pd.DataFrame, lang: str) -> str:
    """The sector that earns most, and over which years that is the mean."""
    first = frame.sort_values("sector_rank").iloc[0]
    key = "driver" if isinstance(first["base_source"], str) else "driver_newest"
    return t(
        f"checklist.headline.{key}",
        lang,
        sector=t(f"metrics.sector.{first['sector']}", lang),
        share=percent(first["share_pct"], 1, lang),
        first=int(first["base_year_from"]),
        last=int(first["base_year_to"]),
    )


def implied(frame: pd.DataFrame, lang: str) -> str:
    """How many of a group's targets lie above what its members add up to, or cannot be told."""
    counts = frame["verdict"].value_counts()
    return t(
        "checklist.headline.implied",
        lang,
        above=int(counts.get("above", 0)),
        total=len(frame),
        unknown=int(counts.get("unknown", 0)),
    )


def joint(frame: pd.DataFrame, lang: str) -> str:
    """Joint indicators reported, of those that concern the area; the others apart."""
    counts = frame["joint_status"].value_counts()
    concerned = int(counts.get("reported", 0) + counts.get("missing", 0))
    return t(
        "checklist.headline.joint",
        lang,
        reported=int(counts.get("reported", 0)),
        concerned=concerned,
        apart=int(counts.get("not_applicable", 0)),
        open=len(frame) - concerned - int(counts.get("not_applicable", 0)),
    )


def status(frame: pd.DataFrame, lang: str) -> str:
    """How many of the three status indicators an area reports, and for which year."""
    newest = int(frame["year"].max())
    slots = frame.loc[frame["year"] == newest, "slot"].nunique()
    area = clipped(frame["area"].iloc[0], 24)
    return t("checklist.headline.status", lang, count=number(slots, 0), year=newest, area=area)
