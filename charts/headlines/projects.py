"""Sentences about projects on their way from proposal to evaluation."""

import pandas as pd

from charts.labels import clipped, is_missing, money
from charts.projects import gap_words, level_name, stage_name
from i18n import t
from thai.format import million_baht, number, percent

_FINISHED = ("completed", "evaluated")


def standing(stages: pd.DataFrame, lang: str) -> str:
    """How many are not finished, at which stage most of these stand, and how many give days."""
    first = stages.iloc[0]
    open_stages = stages[~stages["stage"].isin(_FINISHED)]
    unfinished = int(open_stages["standing_count"].sum())
    counts = {
        "unfinished": number(unfinished, 0, lang),
        "known": number(first["known_count"], 0, lang),
        "total": number(first["project_count"], 0, lang),
        "dated": number(first["dated_count"], 0, lang),
    }
    if not unfinished:
        return t("projects.headline.all_finished", lang, **counts)
    most = open_stages.sort_values("standing_count", kind="stable").iloc[-1]
    return t(
        "projects.headline.standing",
        lang,
        stage=stage_name(most["stage"], lang),
        level=level_name(most["actor_level"], lang),
        count=number(most["standing_count"], 0, lang),
        **counts,
    )


def stuck(projects: pd.DataFrame, lang: str) -> str:
    """How many have stood beyond twice the median, and the one that stands longest."""
    longest = projects.iloc[0]
    return t(
        "projects.headline.stuck",
        lang,
        stuck=number(int((projects["is_stuck"] == True).sum()), 0, lang),  # noqa: E712
        total=number(len(projects), 0, lang),
        days=number(longest["standing_days"], 0, lang),
        stage=stage_name(longest["stage"], lang),
        district="-" if is_missing(longest["district"]) else longest["district"],
    )


def apart(projects: pd.DataFrame, lang: str) -> str:
    """Projects whose work and money lie more than 20 points apart, either way."""
    states = projects["gap_state"].value_counts()
    work, paid = (int(states.get(name, 0)) for name in ("work_ahead", "money_ahead"))
    return t(
        "projects.headline.apart",
        lang,
        apart=number(work + paid, 0, lang),
        compared=number(len(projects) - int(states.get("unknown", 0)), 0, lang),
        work=number(work, 0, lang),
        money=number(paid, 0, lang),
    )


def together(project: pd.DataFrame, lang: str) -> str:
    """One project's name, and how its work stands against its money."""
    row = project.iloc[0]
    return f"{clipped(row['project'], 60)} — {gap_words(row, lang)}"


def schedule(told: pd.DataFrame, lang: str) -> str:
    """Milestones reached of all, and how many are overdue."""
    states = told["milestone_state"].value_counts()
    reached = int(states.get("reached", 0) + states.get("late", 0))
    overdue = int(states.get("overdue", 0))
    key = "behind" if overdue else "in_time"
    counts = {"reached": reached, "total": len(told), "overdue": overdue}
    return t(f"projects.headline.{key}", lang, **counts)


def schedules(projects: pd.DataFrame, lang: str) -> str:
    """How many projects are behind, and how many have no milestones to tell by."""
    states = projects["schedule_state"].value_counts()
    return t(
        "projects.headline.schedules",
        lang,
        behind=int(states.get("behind", 0)),
        none=int(states.get("no_milestones", 0)),
        total=len(projects),
    )


def cut(ranked: pd.DataFrame, lang: str) -> str:
    """To which rank the allocation reaches."""
    first = ranked.iloc[0]
    if is_missing(first["available_thb"]):
        return t("projects.headline.no_allocation", lang, total=len(ranked))
    within = ranked[ranked["within_allocation"] == True]  # noqa: E712
    return t(
        "projects.headline.cut",
        lang,
        money=million_baht(first["available_thb"], lang),
        rank=int(within["priority"].max()) if len(within) else 0,
        requested=million_baht(ranked["requested_thb"].sum(), lang),
        total=len(ranked),
    )


def districts(days: pd.DataFrame, lang: str) -> str:
    """The district whose approvals take longest and the one whose take least."""
    known = days.dropna(subset=["approval_days", "district"]).sort_values("approval_days")
    if known.empty:
        return t("projects.headline.no_days", lang)
    fast, slow = known.iloc[0], known.iloc[-1]
    key = "districts" if len(known) > 1 else "one_district"
    return t(
        f"projects.headline.{key}",
        lang,
        slow=slow["district"],
        slow_days=number(float(slow["approval_days"]), 0, lang),
        fast=fast["district"],
        fast_days=number(float(fast["approval_days"]), 0, lang),
    )


def kinds(counted: pd.DataFrame, lang: str) -> str:
    """Hired against self-reliant work, of the projects that give their kind."""
    shares = counted.dropna(subset=["kind"]).groupby("kind")["project_count"].sum()
    known = int(shares.sum())
    if not known:
        return t("projects.headline.no_kinds", lang)
    return t(
        "projects.headline.kinds",
        lang,
        hired=percent(100 * int(shares.get("hired", 0)) / known, 0, lang),
        own=percent(100 * int(shares.get("self_reliant", 0)) / known, 0, lang),
        known=number(known, 0, lang),
    )


def dimensions(counted: pd.DataFrame, lang: str) -> str:
    """The dimension with most of the money, and how many projects name none."""
    tagged = counted.dropna(subset=["afp"]).groupby("afp")["allocated_thb"].sum()
    untagged = counted[counted["afp"].isna()]["project_count"].sum()
    most = tagged.sort_values().index[-1]
    return t(
        "projects.headline.dimensions",
        lang,
        dimension=t(f"projects.afp.{most}", lang),
        money=money(tagged[most], lang),
        untagged=number(int(untagged), 0, lang),
    )


def screened(scores: pd.DataFrame, lang: str) -> str:
    """Projects scored, and those whose village's plan contradicts their second score."""
    contradicted = int((scores["plan_check"] == "contradicts").sum())
    unknown = int((scores["plan_check"] == "unknown").sum())
    counts = {"total": len(scores), "contradicted": contradicted, "unknown": unknown}
    return t("projects.headline.screened", lang, **counts)


def ready(counted: pd.DataFrame, lang: str) -> str:
    """Village projects of villages that should first have prepared their plan."""
    counts = counted.groupby("readiness")["project_count"].sum()
    return t(
        "projects.headline.ready",
        lang,
        unready=int(counts.get("prepare", 0) + counts.get("no_plan", 0)),
        total=int(counts.sum()),
        unknown=int(counts.get("unknown", 0)),
    )


def complete(items: pd.DataFrame, lang: str) -> str:
    """The detail that most projects lack."""
    counts = ["before_filled_count", "before_count", "after_filled_count", "after_count"]
    summed = items.groupby("item")[counts].sum()
    filled = summed["before_filled_count"] + summed["after_filled_count"]
    total = summed["before_count"] + summed["after_count"]
    least = (filled / total).sort_values(kind="stable").index[0]
    return t(
        "projects.headline.complete",
        lang,
        item=t(f"projects.item.{least}", lang),
        missing=number(int(total[least] - filled[least]), 0, lang),
        total=number(int(total[least]), 0, lang),
    )


def overlap(issues: pd.DataFrame, lang: str) -> str:
    """The issue on which most agencies work."""
    most = issues.sort_values("agency_count", kind="stable").iloc[-1]
    return t(
        "projects.headline.overlap",
        lang,
        issue=clipped(most["strategic_issue"], 50),
        agencies=int(most["agency_count"]),
        projects=int(most["project_count"]),
        joint=int(most["joint_count"]),
    )


def window(areas: pd.DataFrame, lang: str) -> str:
    """How long villages had to propose: the shortest of all areas."""
    least = areas.sort_values("median_window_days", kind="stable").iloc[0]
    return t(
        "projects.headline.window",
        lang,
        area=least["area"],
        median=number(float(least["median_window_days"]), 0, lang),
        shortest=int(least["shortest_window_days"]),
        late=int(least["late_count"]),
        told=int(least["told_count"]),
    )


def practices(projects: pd.DataFrame, lang: str) -> str:
    """How many best practices there are and what they cost together."""
    return t(
        "projects.headline.practices",
        lang,
        count=len(projects),
        districts=projects["district_code"].nunique(),
        money=million_baht(projects["allocated_thb"].sum(min_count=1), lang),
    )


def alike(villages: pd.DataFrame, lang: str) -> str:
    """The village of a best practice and how many are like it."""
    first = villages.iloc[0]
    return t(
        "projects.headline.alike",
        lang,
        village=first["practice_village"],
        grade=first["grade"],
        households=number(first["practice_households"], 0, lang),
        count=len(villages),
    )
