"""The metrics in the groups a reader looks for them in."""

from collections.abc import Mapping

from metrics import catalogue

_GROUP_OF_START = {
    "kpi": "indicators",
    "definitions": "indicators",
    "required": "indicators",
    "budget": "money",
    "disbursement": "money",
    "money": "money",
    "spent": "money",
    "group": "money",
    "grade": "villages",
    "criteria": "villages",
    "near": "villages",
    "risk": "risks",
    "red": "risks",
    "assessment": "assessments",
    "district": "districts",
    "incident": "districts",
    "watch": "districts",
    "disaster": "districts",
    "project": "projects",
    "stuck": "projects",
    "milestone": "projects",
    "priority": "projects",
    "agency": "projects",
    "proposal": "projects",
    "best": "projects",
    "similar": "projects",
    "gpp": "areas",
    "gross": "areas",
    "human": "areas",
    "tourism": "areas",
    "province": "areas",
    "decision": "meetings",
    "feedback": "meetings",
    "data": "sending",
    "finding": "sending",
    "findings": "sending",
    "frequent": "sending",
    "reporting": "sending",
    "round": "sending",
    "submission": "sending",
    "name": "strategy",
    "agreement": "evaluation",
    "evaluation": "evaluation",
    "policy": "strategy",
    "strategy": "strategy",
    "unmatched": "strategy",
}
GROUPS = (
    "strategy",
    "evaluation",
    "indicators",
    "money",
    "projects",
    "villages",
    "areas",
    "districts",
    "risks",
    "assessments",
    "meetings",
    "sending",
    "other",
)


def grouped() -> Mapping[str, list[str]]:
    """Group → names of its metrics, groups without any left out."""
    found: dict[str, list[str]] = {group: [] for group in GROUPS}
    for name in catalogue.names():
        found[_GROUP_OF_START.get(name.split("_")[0], "other")].append(name)
    return {group: names for group, names in found.items() if names}


def title(name: str, lang: str) -> str:
    """What a metric is called."""
    metric = catalogue.describe(name)
    return metric.title_en if lang == "en" else metric.title_th


def matching(text: str) -> Mapping[str, list[str]]:
    """The groups with the metrics in whose header all words of `text` occur."""
    words = text.casefold().split()
    left = {
        group: [name for name in names if _has(name, words)] for group, names in grouped().items()
    }
    return {group: names for group, names in left.items() if names}


def _has(name: str, words: list[str]) -> bool:
    header = catalogue.describe(name).sql.split("\nwith ", 1)[0]
    searched = f"{name} {header}".casefold()
    return all(word in searched for word in words)
