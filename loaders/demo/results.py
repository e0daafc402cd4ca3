"""What the indicators came to: seasons, good and bad years, gaps and second thoughts."""

from collections.abc import Iterator

from loaders.demo.chance import chance, within
from loaders.demo.indicators import Indicator, indicators, shown
from loaders.demo.places import RUNNING_YEAR, STARTED_YEAR

EXPLANATIONS = (
    "ผลยังไม่เป็นไปตามเป้าหมาย อยู่ระหว่างทบทวนมาตรการ",
    "ได้รับผลกระทบจากสภาพอากาศในพื้นที่",
    "งบประมาณได้รับจัดสรรช้ากว่าแผน",
)


def result_rows(
    province: str, sender: str, year: int, quarters: tuple[int | None, ...], version: int = 1
) -> Iterator[dict]:
    """Form 2 of one agency: its indicators in the quarters asked for (None = the whole year).

    The provincial office ("office") reports those of all agencies. A second version restates: what was provisional is final and differs a little.
    """
    for found in indicators(province):
        if sender in ("office", found.pattern.sender):
            for quarter in quarters:
                if not _left_out(found, year, quarter, version):
                    yield _row(found, year, quarter, version)


def _row(found: Indicator, year: int, quarter: int | None, version: int) -> dict:
    pattern, skill = found.pattern, _skill(found, year, version)
    target = _target(found, year, quarter)
    off = skill < 0.85 and quarter in (None, 4)
    return {
        "area": found.province,
        "kpi_code": found.code,
        "kpi": pattern.kpi,
        "unit": pattern.unit,
        "fiscal_year": year,
        "quarter": str(quarter) if quarter else "ทั้งปี",
        "window": "fiscal",
        "target": shown(pattern, target),
        "value_status": _status(year, quarter, version),
        "explanation": chance("why", found.code, year).choice(EXPLANATIONS) if off else None,
        **_measured(found, year, quarter, skill),
    }


def _measured(found: Indicator, year: int, quarter: int | None, skill: float) -> dict:
    """The result; of a share with the two amounts it comes from, "-" where none is known yet."""
    if _unknown(found, year, quarter):
        return {"actual": "-", "explanation": "อยู่ระหว่างรวบรวมข้อมูล"}
    if found.pattern.kind != "share":
        return {"actual": shown(found.pattern, _reported(found, year, quarter, skill))}
    part, whole = _parts(found, year, quarter, skill)
    return {"actual": round(100 * part / whole, 2), "numerator": part, "denominator": whole}


def _parts(found: Indicator, year: int, quarter: int | None, skill: float) -> tuple[int, int]:
    """Tonnes handled rightly and tonnes in all; of a year those of its quarters together."""
    if quarter is None:
        quarters = [_parts(found, year, each, skill) for each in (1, 2, 3, 4)]
        return sum(part for part, _ in quarters), sum(whole for _, whole in quarters)
    whole = chance("tonnes", found.code, year, quarter).randint(27_000, 33_000)
    return round(whole * _actual(found, year, quarter, skill) / 100), whole


def _target(found: Indicator, year: int, quarter: int | None) -> float:
    """The target as it is sent beside the result: of a running total with the quarters before."""
    if quarter and found.pattern.cumulative:
        return sum(_due(found, year, each) for each in range(1, quarter + 1))
    return _due(found, year, quarter)


def _due(found: Indicator, year: int, quarter: int | None) -> float:
    """What is due in one quarter, or in the year."""
    yearly = found.target(year)
    if quarter is None:
        return yearly
    if found.pattern.kind == "milestone":
        return found.pattern.seasons[quarter - 1]
    return round(yearly * found.pattern.seasons[quarter - 1]) if _flows(found) else yearly


def _reported(found: Indicator, year: int, quarter: int | None, skill: float) -> float:
    """The result as it is sent: of a running total with the quarters before it."""
    if quarter and found.pattern.cumulative:
        return sum(_actual(found, year, each, skill) for each in range(1, quarter + 1))
    return _actual(found, year, quarter, skill)


def _actual(found: Indicator, year: int, quarter: int | None, skill: float) -> float:
    """The result of a quarter; of a year the sum of its quarters, or what was seen last."""
    if quarter is None and _flows(found):
        return sum(_actual(found, year, each, skill) for each in (1, 2, 3, 4))
    moment = quarter or 4
    fate = chance("result", found.code, year, moment)
    target = _due(found, year, moment)
    # Where less is better a skill below 1 means more than the target.
    factor = skill if found.pattern.direction == "higher" else 2 - skill
    value = target * (factor + fate.uniform(-0.06, 0.06))
    match found.pattern.kind:
        case "growth":
            return round(value + fate.uniform(-1.5, 1.5), 2)
        case "share":
            return within(value, 5, 99.5)
        case "milestone":
            return within(round(target - 1 if skill < 0.9 else target), 1, 5)
    return max(0, round(value))


def _flows(found: Indicator) -> bool:
    return found.pattern.kind == "flow"


def _skill(found: Indicator, year: int, version: int) -> float:
    drift = chance("year", found.code, year).uniform(-0.05, 0.05)
    return found.skill + drift + (0.02 if version > 1 else 0)


def _status(year: int, quarter: int | None, version: int) -> str:
    recent = year == STARTED_YEAR or (year == RUNNING_YEAR and quarter in (None, 3, 4))
    return "provisional" if recent and version == 1 else "final"


def _left_out(found: Indicator, year: int, quarter: int | None, version: int) -> bool:
    """Some rows never come; a second version is sent because they were missing."""
    return (
        version == 1
        and year >= RUNNING_YEAR
        and chance("left out", found.code, year, quarter).random() < 0.05
    )


def _unknown(found: Indicator, year: int, quarter: int | None) -> bool:
    return chance("unknown", found.code, year, quarter).random() < 0.03
