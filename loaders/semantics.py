"""What a Thai indicator's name and printed targets say about how to compute with it.

Everything here proposes; a person confirms. Where the words admit two readings the answer is None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from loaders.tolerances import compound_slack, rounding_of_sum
from thai.digits import to_arabic
from thai.numbers import unit_factor
from thai.text import match_key, normalise

RULES = ("sum", "compound", "overall", "final", "maintain", "max", "mean")

# The rules a target may be declared to follow; max and mean are only ever named as readings.
DECLARABLE_RULES = RULES[:5]

_PERCENT_UNITS = {match_key(word) for word in ("ร้อยละ", "%", "เปอร์เซ็นต์", "percent")} | {"%"}
# fmt: off
_COUNT_UNITS = {
    "คน", "ราย", "แห่ง", "แปลง", "ฟาร์ม", "หมู่บ้าน", "ครัวเรือน", "คดี", "ครั้ง", "โครงการ", "ชุมชน", "ตำบล", "อำเภอ",
    "กลุ่ม", "ผลิตภัณฑ์", "ฉบับ", "เรื่อง", "หลัง", "ตัว", "ต้น", "คัน", "โรงเรียน", "สถานประกอบการ", "ศูนย์", "เส้นทาง", "จุด",
}
# fmt: on
_LEVEL_UNITS = {"ปี", "องศาเซลเซียส", "ต่อแสนประชากร", "ต่อประชากรแสนคน", "ต่อพันคน"}

_YEARS = re.compile(r"(?<!\d)(2[45]\d\d)(?:\s*(?:[-–—]|ถึง)\s*(2[45]\d\d))?(?!\d)")
_CHANGE = r"(?:เพิ่มขึ้น|เพิ่ม|ขยายตัว|เติบโต|ลดลง)"
_GROWTH_NAME = re.compile(
    rf"^(?:ร้อยละ|อัตรา)(?:ของ)?(?:ที่|การ|ความ){_CHANGE}"
    rf"|^ร้อยละ.*ที่(?:เพิ่มขึ้น|ลดลง|ขยายตัว)$"
    rf"|^อัตราการ{_CHANGE}"
)
_CHANGE_NAME = re.compile(r"(?:เพิ่มขึ้น|ลดลง|ขยายตัว)$")
_ADDED_COUNT_NAME = re.compile(r"^จำนวน.*ที่(?:เพิ่มขึ้น|ลดลง)")
_MONEY_NAME = re.compile(r"^(?:มูลค่า|รายได้|รายจ่าย|ผลิตภัณฑ์มวลรวม)")

_UP = re.compile(r"เพิ่มขึ้น|ขยายตัว|เติบโต|ไม่น้อยกว่า|ไม่ต่ำกว่า|ขึ้นไป")
_DOWN = re.compile(r"ลดลง|ไม่เกิน|ไม่มากกว่า")
_CURED = re.compile(
    r"บำบัด|แก้ไข|ช่วยเหลือ|ได้รับการ|ผ่านเกณฑ์|ถูกต้อง|ปลอดภัย|เลิก|พ้น|หลุดพ้น|รักษา|ฟื้นฟู|ป้องกัน|เฝ้าระวัง"
)
_HARM = re.compile(
    r"คดี|เสียชีวิต|การตาย|อุบัติเหตุ|อาชญากรรม|ยาเสพติด|ประสบภัย|ยากจน|คนจน|มลพิษ|หมอกควัน|จุดความร้อน"
    r"|ว่างงาน|หนี้|ผู้ป่วย|อัตราป่วย|บุกรุก|ร้องเรียน|ความเสียหาย|เหตุรุนแรง|ตั้งครรภ์ไม่พร้อม"
)
_GOOD = re.compile(
    r"รายได้|มูลค่า|ความสำเร็จ|พึงพอใจ|ผลิตภัณฑ์มวลรวม|นักท่องเที่ยว|การลงทุน|ปีการศึกษาเฉลี่ย|ดัชนีความก้าวหน้า|มีงานทำ"
    r"|ผลผลิต|ส่งออก|พื้นที่ป่า|รีไซเคิล"
)


@dataclass(frozen=True)
class RuleFit:
    """One reading of a total target: the value the rule gives, and whether that is the stated one.

    `value` is in the unit of the targets (percent numbers for growth), None when the rule cannot
    be computed from them.
    """

    rule: str
    value: Decimal | None
    fits: bool


def infer_unit_kind(kpi_name: str, unit_text: str | None) -> str | None:
    """count, money, percent, growth, ratio, level, milestone or index; None when unsure.

    growth is the percent change of something, percent a ratio in percent (it changes in points).

    >>> infer_unit_kind("ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว", None)
    'growth'
    >>> infer_unit_kind("รายได้จากการท่องเที่ยวเพิ่มขึ้น", "ร้อยละ"), infer_unit_kind("ความสุข", None)
    ('growth', None)
    """
    name = _joined(kpi_name)
    unit = match_key(unit_text) if unit_text else ""
    return _kind_by_first_words(name) or _kind_by_unit(name, unit) or _kind_by_name(name, unit)


def infer_direction(kpi_name: str) -> str | None:
    """higher or lower: which way is better; None when the name does not say or says both.

    A staffing ratio written 1:x ("อัตราส่วนแพทย์ต่อประชากร") is lower: x people share one doctor.

    >>> infer_direction("จำนวนคดียาเสพติดลดลง"), infer_direction("รายได้จากการท่องเที่ยวเพิ่มขึ้น")
    ('lower', 'higher')
    """
    name = _joined(kpi_name)
    up, down = bool(_UP.search(name)), bool(_DOWN.search(name))
    cured, harm = bool(_CURED.search(name)), bool(_HARM.search(name))
    if up and down:
        return None
    if down:
        return "lower"
    if up:
        return "higher" if cured or not harm else None
    if re.match(r"อัตราส่วน.+ต่อ(?:จำนวน)?ประชากร", name):
        return "lower"
    if cured:
        return "higher"
    if harm:
        return "lower"
    return "higher" if _GOOD.search(name) else None


def named_years(written: str) -> tuple[int, ...]:
    """The Buddhist-era years that a text names, ranges filled in, in order; none where it has none.

    >>> named_years("เฉลี่ยปี ๒๕๕๓–๒๕๕๕"), named_years("2549, 2550 และ 2553")
    ((2553, 2554, 2555), (2549, 2550, 2553))
    """
    years: set[int] = set()
    for first, last in _YEARS.findall(to_arabic(written)):
        years.update(range(int(first), int(last or first) + 1))
    return tuple(sorted(years))


def infer_submission_style(kpi_name: str, unit_kind: str | None) -> str | None:
    """period, cumulative or stock where the name itself says it; None when it does not.

    >>> infer_submission_style("จำนวนหมู่บ้านที่ผ่านเกณฑ์สะสม", "count")
    'cumulative'
    >>> infer_submission_style("จำนวนคดี", "count") is None
    True
    """
    name = _joined(kpi_name)
    if "สะสม" in name:
        return "cumulative"
    if re.search(r"สิ้นงวด|สิ้นปี|คงเหลือ|ทั้งหมด|ที่มีอยู่|ขึ้นทะเบียน(?:อยู่|ไว้)", name):
        return "stock"
    return "period" if unit_kind == "count" and says_added_count(kpi_name) else None


def says_change(kpi_name: str) -> bool:
    """Whether the name itself announces a change (…เพิ่มขึ้น, …ลดลง) rather than a level."""
    return bool(_CHANGE_NAME.search(_joined(kpi_name)))


def says_added_count(kpi_name: str) -> bool:
    """Whether the name counts what was added ("จำนวนฟาร์มที่เพิ่มขึ้น…"), so base and target differ."""
    return bool(_ADDED_COUNT_NAME.search(_joined(kpi_name)))


def candidate_rules(targets: Sequence[Decimal | None], total: Decimal) -> tuple[RuleFit, ...]:
    """Every rule of RULES with its value and whether it gives `total`, in the order of RULES.

    `targets` are the yearly ones in order, None where a year is blank. When a rule gives the total
    exactly, only exact ones fit: rounding must not make compound growth of a quiet KPI fit too.

    >>> [fit.rule for fit in candidate_rules([Decimal(5)] * 4, Decimal(20)) if fit.fits]
    ['sum']
    """
    given = [value for value in targets if value is not None]
    values = _values_of_rules(given, total)
    slack = {
        "sum": rounding_of_sum([*given, total]),
        "compound": compound_slack(total),
    }
    off = {rule: abs(value - total) for rule, value in values.items() if value is not None}
    exact = {rule for rule, distance in off.items() if distance == 0}
    near = {rule for rule, distance in off.items() if distance <= slack.get(rule, 0)}
    fitting = exact or near
    return tuple(RuleFit(rule, values[rule], rule in fitting) for rule in RULES)


def settled_rule(fits: Sequence[RuleFit]) -> str | None:
    """The one declarable rule that fits, or None when none or several do (then a person decides).

    >>> settled_rule(candidate_rules([Decimal(3), Decimal(4)], Decimal(7)))
    'sum'
    >>> settled_rule(candidate_rules([Decimal(10)] * 4, Decimal(10))) is None
    True
    """
    fitting = [fit.rule for fit in fits if fit.fits and fit.rule in DECLARABLE_RULES]
    return fitting[0] if len(fitting) == 1 else None


def _joined(name: str) -> str:
    return normalise(name).replace(" ", "")


def _kind_by_first_words(name: str) -> str | None:
    """Names that settle the kind whatever the unit says."""
    if name.startswith("อัตราส่วน"):
        return "ratio"
    if name.startswith("ระดับความสำเร็จ"):
        return "milestone"
    if name.startswith("ดัชนี"):
        return "index"
    return "growth" if _GROWTH_NAME.search(name) else None


def _kind_by_unit(name: str, unit: str) -> str | None:
    if unit in _PERCENT_UNITS:
        is_share = name.startswith(("ร้อยละ", "สัดส่วน", "อัตรา"))
        return "growth" if _CHANGE_NAME.search(name) and not is_share else "percent"
    if unit and unit_factor(unit):
        return "money"
    if unit in _LEVEL_UNITS:
        return "level"
    if unit == "ระดับ":
        return "milestone"
    if unit in _COUNT_UNITS:
        return "level" if "เฉลี่ย" in name else "count"
    return None


def _kind_by_name(name: str, unit: str) -> str | None:
    """What the name alone says, where the unit is blank or a word we do not know."""
    if name.startswith("จำนวน"):
        return "level" if "เฉลี่ย" in name else "count"
    if unit:
        return None
    if name.startswith(("ร้อยละ", "สัดส่วน")):
        return "percent"
    if _MONEY_NAME.search(name) and not _CHANGE_NAME.search(name):
        return "money"
    return "level" if re.match(r"อัตรา.+ต่อ.*(?:แสน|พัน|หมื่น)", name) else None


def _values_of_rules(given: Sequence[Decimal], total: Decimal) -> dict[str, Decimal | None]:
    if not given:
        return dict.fromkeys(RULES) | {"overall": total}
    steady = len(set(given)) == 1
    return {
        "sum": sum(given, Decimal(0)),
        "compound": _compounded(given),
        # The total is a goal of its own only when no single year states another one.
        "overall": given[0] if steady else None,
        "final": given[-1],
        "maintain": given[0] if steady and len(given) > 1 else None,
        "max": max(given),
        "mean": sum(given, Decimal(0)) / len(given),
    }


def _compounded(growth_pct: Sequence[Decimal]) -> Decimal | None:
    """100·(Π(1+g/100) − 1); None where a fall of more than everything makes it meaningless."""
    if any(value <= -100 for value in growth_pct):
        return None
    index = Decimal(1)
    for value in growth_pct:
        index *= 1 + value / 100
    return (index - 1) * 100
