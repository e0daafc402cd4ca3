"""Eight indicators a province, one of each kind that offices really report."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.demo.chance import chance
from loaders.demo.places import NORTH, PROVINCES, YEARS, agency
from loaders.demo.strategy import issues

# How a year comes together: flows add up over quarters, states are what was last seen.
Kind = Literal["growth", "flow", "share", "milestone", "ratio"]


@dataclass(frozen=True)
class _Pattern:
    """What an indicator is like in any province: first target, yearly step, quarters' weights."""

    kpi: str
    unit: str
    kind: Kind
    issue: int
    topic: str
    sender: str
    rule: str | None
    start: tuple[float, float]
    step: float
    seasons: tuple[float, ...] = (0.25, 0.25, 0.25, 0.25)
    direction: str = "higher"


_COMMON = (
    _Pattern(
        *("ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยวเทียบกับปีก่อน", "ร้อยละ", "growth"),
        *(2, "ท่องเที่ยว", "commerce", "sum", (4, 7), 1.0),
    ),
    _Pattern(
        *("มูลค่าการจำหน่ายสินค้าชุมชนและ OTOP", "ล้านบาท", "flow"),
        *(1, "เศรษฐกิจฐานราก", "commerce", "sum", (900, 4200), 1.04),
        seasons=(0.31, 0.24, 0.21, 0.24),
    ),
    _Pattern(
        *("จำนวนแปลงเกษตรที่ได้รับการรับรองมาตรฐาน GAP", "แปลง", "flow"),
        *(1, "เกษตร", "commerce", "sum", (120, 480), 1.05),
        seasons=(0.15, 0.35, 0.3, 0.2),
    ),
    _Pattern(
        *("ร้อยละของขยะมูลฝอยที่ได้รับการจัดการอย่างถูกต้อง", "ร้อยละ", "share"),
        *(4, "สิ่งแวดล้อม", "health", "final", (62, 78), 1.03),
    ),
    _Pattern(
        *("จำนวนผู้เสียชีวิตจากอุบัติเหตุทางถนน", "ราย", "flow"),
        *(5, "อุบัติเหตุ", "health", None, (60, 290), 0.95),
        seasons=(0.27, 0.26, 0.28, 0.19),
        direction="lower",
    ),
    _Pattern(
        *("ระดับความสำเร็จของการช่วยเหลือครัวเรือนเปราะบางแบบพุ่งเป้า", "ระดับ", "milestone"),
        *(3, "ความยากจน", "health", "maintain", (5, 5), 1.0),
        seasons=(2, 3, 4, 5),
    ),
    _Pattern(
        *("อัตราส่วนแพทย์ต่อประชากร", "อัตราส่วน", "ratio"),
        *(3, "สาธารณสุข", "health", "final", (1800, 3900), 0.97),
        direction="lower",
    ),
)
_NORTH = _Pattern(
    *("จำนวนวันที่ฝุ่นละออง PM2.5 เกินค่ามาตรฐาน", "วัน", "flow"),
    *(4, "หมอกควัน", "health", None, (60, 95), 0.93),
    seasons=(0.08, 0.62, 0.27, 0.03),
    direction="lower",
)
_SOUTH = _Pattern(
    *("จำนวนผู้ป่วยโรคไข้เลือดออก", "ราย", "flow"),
    *(3, "สาธารณสุข", "health", None, (600, 2600), 0.94),
    seasons=(0.3, 0.16, 0.24, 0.3),
    direction="lower",
)


@dataclass(frozen=True)
class Indicator:
    """An indicator of one province with its yearly targets.

    `skill` is result ÷ target in an ordinary year: about 1 is met, 0.95 near, 0.7 clearly off.
    """

    province: str
    code: str
    pattern: _Pattern
    baseline: float
    targets: tuple[float, ...]
    skill: float

    def target(self, year: int) -> float:
        """The target of a fiscal year."""
        return self.targets[YEARS.index(year)]


@cache
def indicators(province: str) -> tuple[Indicator, ...]:
    """The indicators of a province; a few are clearly off, some near, most of them met."""
    patterns = (*_COMMON, _NORTH if province in NORTH else _SOUTH)
    return tuple(
        _indicator(province, number, pattern) for number, pattern in enumerate(patterns, 1)
    )


def _indicator(province: str, number: int, pattern: _Pattern) -> Indicator:
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


def _rounded(pattern: _Pattern, value: float) -> float:
    return round(value, 1) if pattern.kind in ("growth", "share") else round(value)


def target_rows(province: str) -> Iterator[dict]:
    """Form 1 of a province: definitions, baselines and the targets of the five years."""
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
            "owner": agency(pattern.sender, province),
        }


def shown(pattern: _Pattern, value: float) -> float | str:
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
