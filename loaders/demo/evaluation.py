"""How the nine provinces are evaluated: a framework a year, and agreements from the governor down.

The weights of the external dimensions make 70 and of the internal ones 30, as in real agreements.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from loaders.demo.chance import chance
from loaders.demo.declared import declared
from loaders.demo.indicators import Indicator, indicators
from loaders.demo.places import STARTED_YEAR, province_name

EVALUATED_YEARS = (2568, 2569, STARTED_YEAR)
_SHARES = (0.8, 0.9, 1.0, 1.1, 1.2)  # of the target: reaching it earns 3
_POINTS = (-2, -1, 0, 1, 2)  # beside the target of a growth
_LEVELS = (1, 2, 3, 4, 5)
_ITEM = ("dimension_group", "dimension_no", "dimension", "item_no", "item")

_ECONOMY, _SOCIETY = "รองผู้ว่าราชการจังหวัด{} (ด้านเศรษฐกิจ)", "รองผู้ว่าราชการจังหวัด{} (ด้านสังคม)"
# Head of an agency → the deputy above, and whose indicators it answers for.
_HEADS = {
    "หัวหน้าสำนักงานพาณิชย์จังหวัด{}": (_ECONOMY, "commerce"),
    "หัวหน้าสำนักงานคลังจังหวัด{}": (_ECONOMY, "treasury"),
    "หัวหน้าสำนักงานสาธารณสุขจังหวัด{}": (_SOCIETY, "health"),
    "หัวหน้าสำนักงานจังหวัด{}": (_SOCIETY, "office"),
}


def framework_rows(province: str) -> Iterator[dict]:
    """The frameworks of a province, a row an indicator of an item, year by year."""
    for year in EVALUATED_YEARS:
        for line in _lines(province, year):
            kept = {key: value for key, value in line.items() if key not in ("sender", "result")}
            yield {"area": province, "fiscal_year": year, **kept}


def agreement_rows(province: str) -> Iterator[dict]:
    """The agreements of a province: the governor's, two deputies', four heads', year by year."""
    for year in EVALUATED_YEARS:
        lines = _lines(province, year)
        for signer, role, superior, senders in _positions():
            own = [line for line in lines if line["sender"] in senders]
            for line, weight in zip(own, _weights(own), strict=True):
                yield {
                    "area": province,
                    "fiscal_year": year,
                    "signer": signer.format(province_name(province)),
                    "role": role,
                    "superior": superior and superior.format(province_name(province)),
                    "weight_pct": weight,
                    **_agreed(line),
                    **_reported(province, year, signer, line),
                }


def _lines(province: str, year: int) -> list[dict]:
    """The rows of a framework with whose they are, and the result of those form 2 does not tell."""
    own = iter(_own(province))
    found = []
    for entry in _entries():
        if year in range(entry.get("from", 0), entry.get("to", STARTED_YEAR) + 1):
            shown = {key: entry[key] for key in _ITEM}
            if "kpi" in entry:
                found.append({**shown, **_common(entry, province, year)})
            else:
                found += [
                    {**shown, **_of_indicator(indicator, year), "weight_pct": weight}
                    for weight, indicator in zip(entry["weights"], own, strict=False)
                ]
    return found


@cache
def _entries() -> tuple[Mapping, ...]:
    return tuple(declared("evaluation"))


@cache
def _own(province: str) -> tuple[Indicator, ...]:
    """Six indicators of the province's own; ratios written 1:x are left out."""
    return tuple(one for one in indicators(province) if one.pattern.kind != "ratio")[:6]


def _common(entry: Mapping, province: str, year: int) -> dict:
    """An indicator that all provinces have; its result is known once the year is over."""
    fate = chance("evaluated", province, year, entry["kpi"])
    low, high = entry["results"]
    known = year < STARTED_YEAR and fate.random() < 0.93
    result = fate.randint(low, high) if entry["method"] == "milestone" else fate.uniform(low, high)
    return {
        "kpi": entry["kpi"],
        "unit": entry["unit"],
        "weight_pct": entry["weights"][0],
        "score_method": entry["method"],
        **_thresholds(entry["thresholds"]),
        "sender": entry["sender"],
        "result": round(result, 2) if known else None,
    }


def _of_indicator(found: Indicator, year: int) -> dict:
    pattern, target = found.pattern, found.target(year)
    if pattern.kind == "milestone":
        ladder: Iterable[float] = _LEVELS
    elif pattern.kind == "growth":
        ladder = (target + points for points in _POINTS)
    else:
        shares = _SHARES if pattern.direction == "higher" else reversed(_SHARES)
        ladder = (target * share for share in shares)
    return {
        "kpi_code": found.code,
        "kpi": pattern.kpi,
        "unit": pattern.unit,
        "score_method": "milestone" if pattern.kind == "milestone" else "interpolate",
        **_thresholds(round(value, 2) for value in ladder),
        "sender": pattern.sender,
        "result": None,
    }


def _thresholds(values: Iterable[float]) -> dict:
    return {f"score_{level}": value for level, value in enumerate(values, start=1)}


def _positions() -> Iterator[tuple[str, str, str | None, tuple[str, ...]]]:
    """Position, level, superior, and the senders whose indicators are agreed on."""
    governor = "ผู้ว่าราชการจังหวัด{}"
    yield governor, "governor", None, tuple(sender for _, sender in _HEADS.values())
    for deputy in (_ECONOMY, _SOCIETY):
        senders = tuple(sender for above, sender in _HEADS.values() if above == deputy)
        yield deputy, "deputy", governor, senders
    for head, (above, sender) in _HEADS.items():
        yield head, "agency_head", above, (sender,)


def _weights(lines: list[dict]) -> list[float]:
    """Weights in the proportion of the framework's that make 100 exactly."""
    whole = sum(line["weight_pct"] for line in lines)
    weights = [round(100 * line["weight_pct"] / whole, 2) for line in lines]
    return [*weights[:-1], round(100 - sum(weights[:-1]), 2)]


def _agreed(line: dict) -> dict:
    unagreed = (*_ITEM, "weight_pct", "sender", "result")
    return {key: value for key, value in line.items() if key not in unagreed}


def _reported(province: str, year: int, signer: str, line: dict) -> dict:
    """Result and self-assessed score; agencies are kinder to themselves than the thresholds are."""
    fate = chance("self-assessed", province, year, signer, line["kpi"])
    kind = year < STARTED_YEAR and fate.random() < 0.8
    return {"actual": line["result"], "self_score": round(fate.uniform(3, 5), 2) if kind else None}
