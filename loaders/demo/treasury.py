"""The treasury's monthly sheets of a province, and what provinces and groups asked for."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.demo.chance import chance, in_turn, within
from loaders.demo.places import DELAYED_YEARS
from loaders.demo.projects import SPENDING, projects
from loaders.demo.strategy import issues, plans
from store.areas import area

GROUPS = {"50": "upper-north-1", "84": "south-gulf"}
"""The province whose office files the requests of its group, and the group."""
# Ministries spend many times what a province itself does; what was carried over is soon gone.
_TIMES_THE_PROVINCE = {"province": 1.0, "group": 0.45, "function": 11.0, "carry_over": 0.3}
_CARRIED_OVER = (0.25, 0.6, 0.85, 0.98)
_REASONS = (
    "แบบรูปรายการไม่พร้อม",
    "ซ้ำซ้อนกับงบส่วนราชการ",
    "ยังไม่ได้รับอนุญาตใช้พื้นที่",
    "ลดขอบเขตงาน",
)


def money_rows(province: str, year: int) -> Iterator[dict]:
    """The monthly sheets of a year, one after another."""
    rank = chance("printed rank", province, year).randint(1, 76)
    for month in range(1, 13):
        for source in _TIMES_THE_PROVINCE:
            for spending_type in ("current", "capital"):
                row = _money_row(province, year, month, source, spending_type)
                yield {**row, "disbursed_rank": rank if source == "province" else None}


def _money_row(province: str, year: int, month: int, source: str, spending_type: str) -> dict:
    budget = _budget(province, year, source, spending_type)
    paid = round(budget * _share_paid(province, year, month, source, spending_type), 2)
    bound = chance("bound", province, year, source, spending_type).uniform(0.3, 0.8)
    return {
        "province": province,
        "fiscal_year": year,
        "as_of": _last_day(year, month),
        "source": source,
        "spending_type": spending_type,
        "budget_thb": budget,
        "committed_thb": round((budget - paid) * bound * within(month / 6, 0, 1), 2),
        "disbursed_thb": paid,
    }


def _budget(province: str, year: int, source: str, spending_type: str) -> int:
    own = sum(
        project.allocated_thb
        for project in projects(province, year)
        if project.spending_type == spending_type
    )
    varied = chance("budget", province, year, source).uniform(0.85, 1.15)
    return 1000 * round(own * _TIMES_THE_PROVINCE[source] * varied / 1000)


def _share_paid(province: str, year: int, month: int, source: str, spending_type: str) -> float:
    """The share paid out by the end of a month, evenly between the ends of quarters."""
    course = SPENDING[spending_type, year in DELAYED_YEARS]
    if source == "carry_over":
        course = _CARRIED_OVER
    reached = (0.0, *course)
    quarter, step = divmod(month - 1, 3)
    usual = reached[quarter] + (reached[quarter + 1] - reached[quarter]) * (step + 1) / 3
    # Every province keeps its own pace through the year, so that no month falls behind the last.
    pace = chance("treasury", province, year, source).uniform(0.78, 1.03)
    return within(usual * pace, 0, 1)


def _last_day(year: int, month: int) -> date:
    months = 9 + month
    return date(year - 544 + months // 12, months % 12 + 1, 1) - timedelta(days=1)


def request_rows(requester: str, year: int) -> Iterator[dict]:
    """What a province or a group asked for in a year, not all of it decided yet."""
    for number in range(1, 11):
        yield _request_row(requester, year, number)


def _request_row(requester: str, year: int, number: int) -> dict:
    fate = chance("request", requester, year, number)
    plan = in_turn(plans(), number)
    asked = 100_000 * round(plan.middling_thb * fate.uniform(4, 30) / 100_000 + 1)
    cut = fate.choices((0, 0.3, 0.5, 1), weights=(4, 3, 2, 2))[0]
    is_decided = number < 9
    place = area(requester).name_th
    # A group's plan has issues of its own, which the demonstration does not have.
    issue = issues(requester)[plan.issue - 1] if requester.isdigit() else None
    return {
        "area": requester,
        "fiscal_year": year,
        "priority": number,
        "strategic_issue": issue,
        "plan": plan.title,
        "project": f"{in_turn(plan.works, number)} {place} (คำขอสาธิต {number})",
        "requested_thb": asked,
        "allocated_thb": round(asked * (1 - cut)) if is_decided else None,
        "cut_reason": in_turn(_REASONS, number) if cut and is_decided else None,
    }
