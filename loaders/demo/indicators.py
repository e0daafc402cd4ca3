"""Eight indicators a province, one of each kind that offices really report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from loaders.demo.chance import chance
from loaders.demo.declared import declared
from loaders.demo.places import NORTH, PROVINCES, YEARS, agency
from loaders.demo.strategy import issues, policy_codes

Kind = Literal["growth", "flow", "stock", "share", "milestone", "ratio"]


@dataclass(frozen=True)
class Pattern:
    """What an indicator is like in any province; the fields are told in indicators.toml."""

    kpi: str
    unit: str
    kind: Kind
    issue: int
    topic: str
    sender: str
    start: tuple[float, float]
    step: float
    seasons: tuple[float, ...] = (0.25, 0.25, 0.25, 0.25)
    rule: str | None = None
    direction: str = "higher"
    policies: tuple[str, ...] = ()
    only: Literal["north", "south"] | None = None
    semantics: Mapping[str, str | int] = field(default_factory=dict)
    redefined: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def cumulative(self) -> bool:
        """Whether its quarters are reported as running totals of the year."""
        return self.semantics.get("submission_style") == "cumulative"


@dataclass(frozen=True)
class Indicator:
    """An indicator of one province with its yearly targets.

    `skill` is result ÷ target in an ordinary year: about 1 is met, 0.95 near, 0.7 clearly off.
    """

    province: str
    code: str
    pattern: Pattern
    baseline: float
    targets: tuple[float, ...]
    skill: float

    def target(self, year: int) -> float:
        """The target of a fiscal year."""
        return self.targets[YEARS.index(year)]


@cache
def indicators(province: str) -> tuple[Indicator, ...]:
    """The indicators of a province; a few are clearly off, some near, most of them met."""
    here = "north" if province in NORTH else "south"
    found = [pattern for pattern in _patterns() if pattern.only in (None, here)]
    return tuple(_indicator(province, number, pattern) for number, pattern in enumerate(found, 1))


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(Pattern(**entry) for entry in declared("indicator"))


def _indicator(province: str, number: int, pattern: Pattern) -> Indicator:
    fate = chance("indicator", province, number)
    first = fate.uniform(*pattern.start)
    targets = tuple(_rounded(pattern, first * pattern.step**age) for age in range(len(YEARS)))
    amount = fate.uniform(2000, 60000)  # what a growth starts from, in million baht
    before = {"growth": amount, "milestone": 4}.get(pattern.kind, first / pattern.step)
    # Every province has one indicator that is off and one that is near, never the same two.
    turn = (PROVINCES.index(province) + number) % 8
    skill = {0: fate.uniform(0.6, 0.75), 1: fate.uniform(0.93, 0.98)}.get(turn)
    return Indicator(
        province=province,
        code=f"สาธิต-{province}-{number:02}",
        pattern=pattern,
        baseline=_rounded(pattern, before),
        targets=targets,
        skill=skill or fate.uniform(0.99, 1.1),
    )


def _rounded(pattern: Pattern, value: float) -> float:
    return round(value, 1) if pattern.kind in ("growth", "share") else round(value)


def target_rows(province: str, version: int = 1) -> Iterator[dict]:
    """Form 1 of a province: definitions, baselines and the targets of the five years.

    A second version is the same but for the definitions that were changed.
    """
    for found in indicators(province):
        pattern = found.pattern
        yield {
            "area": province,
            "strategic_issue": issues(province)[pattern.issue - 1],
            "topic": pattern.topic,
            "kpi_code": found.code,
            "kpi": pattern.kpi,
            "unit": pattern.unit,
            "direction": pattern.direction,
            "baseline": _baseline(found),
            "baseline_year": YEARS[0] - 1,
            **{f"target_{year}": shown(pattern, found.target(year)) for year in YEARS},
            "target_total": _total(found),
            "target_rule": pattern.rule,
            "level": "outcome" if pattern.kind != "milestone" else "output",
            "policy": policy_codes(province, pattern.policies),
            "owner": agency(pattern.sender, province),
            **pattern.semantics,
            **(pattern.redefined if version > 1 else {}),
        }


def shown(pattern: Pattern, value: float) -> float | str:
    """The value as an office writes it: a ratio as 1:2,950."""
    return f"1:{value:,.0f}" if pattern.kind == "ratio" else value


def _baseline(found: Indicator) -> float | str:
    """A growth starts from an amount, written with its unit in the same cell."""
    if found.pattern.kind == "growth":
        return f"{found.baseline:,.2f} ล้านบาท"
    return shown(found.pattern, found.baseline)


def _total(found: Indicator) -> float | str | None:
    match found.pattern.rule:
        case "sum":
            return round(sum(found.targets), 1)
        case "final" | "maintain":
            return shown(found.pattern, found.targets[-1])
    return None
