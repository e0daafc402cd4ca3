"""The strategies of the nine provinces: five issues each, six plans that all of them share, and
the policies laid over them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from loaders.demo.declared import declared
from loaders.demo.places import RUNNING_YEAR, YEARS, province_name

# พัทลุง has its printed policies of 2569 among the samples.
PRINTED_POLICIES = ("93",)
REVISED = 2568
"""The year in which some provinces revised their plan."""
REVISING = ("50", "93")

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
    policies: tuple[str, ...]


@cache
def plans() -> tuple[Plan, ...]:
    """The six plans that every province carries out."""
    return tuple(Plan(**entry) for entry in declared("plan"))


def issues(province: str) -> tuple[str, ...]:
    """The five strategic issues of a province, in their order of priority."""
    if real := _REAL_ISSUES.get(province):
        return real
    return tuple(title.format(province=province_name(province)) for title in _MADE_UP_ISSUES)


def strategy_rows(province: str, revision: int | None = None) -> Iterator[dict]:
    """Form 10 of a province: its plan as first decided, or as revised in a year."""
    first, last = YEARS[0], YEARS[-1]
    head = {
        "plan_owner": province,
        "plan_name": f"แผนพัฒนาจังหวัด{province_name(province)} พ.ศ. {first}–{last} (สาธิต)",
        "year_from": first,
        "year_to": last,
        "revision": revision,
    }
    version = "revised" if revision else "original"
    for node in _nodes():
        if node.version in (None, version):
            yield {**head, **_row(node, province)}
    for number, title in enumerate(issues(province), 1):
        node = {"node_type": "strategic_issue", "ordinal": str(number), "priority": number}
        yield {**head, **node, "node_code": _code(province, f"I{number}"), "title": title}
    for number, plan in enumerate(plans(), 1):
        node = {"node_type": "plan", "ordinal": str(number), "title": plan.title}
        link = _code(province, f"I{plan.issue}")
        yield {**head, **node, "node_code": _code(province, f"P{number}"), "linked_to": link}


def policy_rows(province: str) -> Iterator[dict]:
    """Form 10 of a province without printed policies: the ministry's, from the running year on."""
    for number, policy in enumerate(declared("policy"), 1):
        yield {
            "plan_owner": province,
            "plan_name": "นโยบายกระทรวงมหาดไทย (สาธิต)",
            "year_from": RUNNING_YEAR,
            "year_to": YEARS[-1],
            "node_type": "policy",
            "ordinal": str(number),
            "node_code": policy_code(province, policy["code"]),
            "title": policy["title"],
            "work_stream": "งานนโยบาย (Functions)",
        }


def policy_code(province: str, code: str) -> str | None:
    """The code by which a province names a policy; None for one it does not have."""
    if province in PRINTED_POLICIES:
        return f"{province}-{RUNNING_YEAR}-{code}"
    return f"สาธิต-{province}-{code}" if code.startswith("MOI") else None


def policy_codes(province: str, codes: Iterable[str]) -> str | None:
    """What stands in the cell of policies; None when the province has none of them."""
    known = [found for code in codes if (found := policy_code(province, code))]
    return ";".join(known) or None


@dataclass(frozen=True)
class Node:
    """A node of the plan above issues and plans; the fields are told in nodes.toml."""

    code: str
    type: str
    title: str
    parent: str | None = None
    linked: tuple[str, ...] = ()
    version: str | None = None


@cache
def _nodes() -> tuple[Node, ...]:
    return tuple(Node(**entry) for entry in declared("node"))


def _row(node: Node, province: str) -> dict:
    return {
        "node_type": node.type,
        "ordinal": node.code[1:] or None,
        "node_code": _code(province, node.code),
        "title": node.title.format(province=province_name(province)),
        "parent": _code(province, node.parent) if node.parent else None,
        "linked_to": ";".join(_code(province, code) for code in node.linked) or None,
    }


def _code(province: str, code: str) -> str:
    """A plan (P) has one code in all provinces; พัทลุง keeps the issue codes of its printed plan:
    the same issues under the same address."""
    if code.startswith("P"):
        return f"สาธิต-{code}"
    if code.startswith("I"):
        first = 2561 if province in _REAL_ISSUES else YEARS[0]
        return f"{province}-{first}-{code}"
    return f"สาธิต-{province}-{code}"
