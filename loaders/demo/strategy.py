"""The strategies of the nine provinces: five issues each and six plans that all of them share."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.demo.declared import declared
from loaders.demo.places import YEARS, province_name

# The real issues of พัทลุง 2561–2565; the other provinces have made-up ones.
_REAL_ISSUES = {
    "93": (
        "การเพิ่มขีดความสามารถภาคเกษตร อุตสาหกรรมต่อเนื่องจากการเกษตร ผลิตภัณฑ์ชุมชน และท้องถิ่น",
        "การพัฒนาสู่อุตสาหกรรมท่องเที่ยวเชิงนิเวศน์แบบเพิ่มคุณค่าครบวงจรที่ยั่งยืน",
        "การพัฒนาคุณภาพ สังคมคุณธรรม สู่เมืองแห่งภูมิปัญญาและสุขภาวะยั่งยืน",
        "การจัดการทรัพยากรธรรมชาติ และสิ่งแวดล้อมที่ยั่งยืน",
        "การพัฒนาโครงสร้างพื้นฐาน และการบริหารจัดการบ้านเมืองรองรับการเปลี่ยนแปลง และการพัฒนาสู่เมืองน่าอยู่",
    )
}
_MADE_UP_ISSUES = (
    "ยกระดับเกษตรปลอดภัยและสินค้าชุมชนของ{province}",
    "พัฒนาการท่องเที่ยวคุณภาพของ{province}",
    "พัฒนาคุณภาพชีวิตและสังคมของ{province}",
    "จัดการทรัพยากรธรรมชาติและสิ่งแวดล้อมของ{province}",
    "พัฒนาโครงสร้างพื้นฐานและความปลอดภัยของ{province}",
)


@dataclass(frozen=True)
class Plan:
    """A plan and what its projects are like; the fields are told in plans.toml."""

    title: str
    issue: int
    capital: float
    middling_thb: int
    weight: int
    works: tuple[str, ...]


@cache
def plans() -> tuple[Plan, ...]:
    """The six plans that every province carries out."""
    return tuple(Plan(**entry) for entry in declared("plan"))


def issues(province: str) -> tuple[str, ...]:
    """The five strategic issues of a province, in their order of priority."""
    if real := _REAL_ISSUES.get(province):
        return real
    return tuple(title.format(province=province_name(province)) for title in _MADE_UP_ISSUES)


def strategy_rows(province: str) -> Iterator[dict]:
    """Form 10 of a province: its vision, its issues, and the plans linked to them."""
    name = province_name(province)
    first, last = YEARS[0], YEARS[-1]
    # พัทลุง keeps the codes of its printed plan: the same issues under the same address.
    code = f"{province}-2561" if province in _REAL_ISSUES else f"{province}-{first}"
    head = {
        "plan_owner": province,
        "plan_name": f"แผนพัฒนาจังหวัด{name} พ.ศ. {first}–{last} (สาธิต)",
        "year_from": first,
        "year_to": last,
    }
    vision = f"{name} น่าอยู่ ทันสมัย เติบโตอย่างยั่งยืน (วิสัยทัศน์สาธิต)"
    yield {**head, "node_type": "vision", "node_code": f"สาธิต-{province}-V", "title": vision}
    for number, title in enumerate(issues(province), 1):
        node = {"node_type": "strategic_issue", "ordinal": str(number), "priority": number}
        yield {**head, **node, "node_code": f"{code}-I{number}", "title": title}
    for number, plan in enumerate(plans(), 1):
        node = {"node_type": "plan", "ordinal": str(number), "node_code": f"สาธิต-P{number}"}
        yield {**head, **node, "title": plan.title, "linked_to": f"{code}-I{plan.issue}"}
