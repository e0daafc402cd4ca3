"""About 150 projects a province and year, and how their money was spent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from loaders.demo.chance import chance, in_turn, within
from loaders.demo.indicators import indicators
from loaders.demo.places import (
    DELAYED_YEARS,
    RUNNING_YEAR,
    STARTED_YEAR,
    Village,
    agency,
    districts,
    village_name,
    villages,
)
from loaders.demo.strategy import Plan, issues, plans, policy_codes
from store.areas import area
from store.life_cycle import stages

SENDERS = ("administration", "works")

# Share of the year's money paid out by the end of each quarter: in ordinary years, and in years
# that began without a budget act.
SPENDING = {
    ("current", False): (0.30, 0.54, 0.78, 0.97),
    ("capital", False): (0.12, 0.29, 0.50, 0.80),
    ("current", True): (0.22, 0.42, 0.68, 0.95),
    ("capital", True): (0.03, 0.10, 0.31, 0.70),
}
_KINDS = {"current": ("training", "self_reliant"), "capital": ("hired", "procurement")}
_GROUP_BUDGET = "งบพัฒนากลุ่มจังหวัด"
_SOURCES = ("งบพัฒนาจังหวัด", _GROUP_BUDGET, "งบกระทรวง กรม")

# Of a thousand projects of the running year, how many have stopped at each stage of the life cycle;
# the others went all the way. Before its work begins a project spends nothing.
_STOPPING = (8, 10, 14, 12, 20, 150, 60, 150)
_WORK_BEGINS = 6
_STRENGTHS = (
    "ชุมชนร่วมวางแผนและลงแรงเอง",
    "ใช้ภูมิปัญญาท้องถิ่น",
    "อปท. และภาคเอกชนร่วมสมทบ",
    "มีกองทุนหมุนเวียนดูแลต่อเนื่อง",
    "เปิดเผยบัญชีรับจ่ายให้ตรวจสอบได้",
    "ขยายผลไปหมู่บ้านข้างเคียง",
)

# One province calls a plan otherwise than its strategy does, as offices do.
_PLAN_SLIPS = {("90", "ส่งเสริมการท่องเที่ยวและบริการ"): "ส่งเสริมท่องเที่ยวชุมชนและบริการ"}


@dataclass(frozen=True)
class Project:
    """A made-up project; `pace` is its spending against the usual course (1 = usual).

    `stage_order` is how far it has come by now, None before the running year.
    """

    code: str
    sender: str
    province: str
    district: str
    year: int
    number: int
    plan: Plan
    work: str
    spending_type: str
    allocated_thb: int
    pace: float
    stage_order: int | None


@cache
def projects(province: str, year: int) -> tuple[Project, ...]:
    """The projects of a province in a fiscal year: 140–160."""
    count = chance("projects", province, year).randint(140, 160)
    return tuple(_project(province, year, number) for number in range(1, count + 1))


def _project(province: str, year: int, number: int) -> Project:
    fate = chance("project", province, year, number)
    plan = fate.choices(plans(), weights=[plan.weight for plan in plans()])[0]
    # Provinces differ in diligence; some projects hardly move.
    pace = chance("pace", province, year).uniform(0.86, 1.06) * fate.uniform(0.85, 1.12)
    code = f"สาธิต-{province}-{year % 100}-{number:03}"
    stage_order = _stage_reached(code) if year == RUNNING_YEAR else None
    pace *= stage_order is None or stage_order >= _WORK_BEGINS
    return Project(
        code=code,
        sender=SENDERS[number % 2],
        province=province,
        district=fate.choice(districts(province)),
        year=year,
        number=number,
        plan=plan,
        work=fate.choice(plan.works),
        spending_type="capital" if fate.random() < plan.capital else "current",
        allocated_thb=100 * round(plan.middling_thb * fate.lognormvariate(0, 0.6) / 100),
        pace=pace * (0.35 if fate.random() < 0.06 else 1),
        stage_order=stage_order,
    )


def _stage_reached(code: str) -> int:
    weights = (*_STOPPING, 1000 - sum(_STOPPING))
    return chance("stage", code).choices(range(1, 10), weights=weights)[0]


def project_rows(province: str, sender: str, year: int, version: int = 1) -> Iterator[dict]:
    """Form 3 of one agency for a year; in the year just begun only its first quarter.

    The provincial office ("office") reports the projects of all agencies. A second version tells the last quarter anew, with the bills that came in late.
    """
    quarters = 1 if year == STARTED_YEAR else 4
    for project in projects(province, year):
        if sender in ("office", project.sender):
            yield _row(project, _spent(project, quarters, version))


def _spent(project: Project, quarters: int, version: int) -> list[float]:
    """Money paid out by the end of each quarter, never falling, in baht and satang."""
    usual = SPENDING[project.spending_type, project.year in DELAYED_YEARS][:quarters]
    fate = chance("spent", project.code)
    shares, reached = [], 0.0
    for share in usual:
        reached = within(share * project.pace * fate.uniform(0.85, 1.1), reached, 1.0)
        shares.append(reached)
    if version > 1:
        shares[-1] = within(shares[-1] * 1.06, 0, 1.0)
    return [round(project.allocated_thb * share, 2) for share in shares]


def _row(project: Project, spent: list[float]) -> dict:
    fate = chance("row", project.code)
    share = spent[-1] / project.allocated_thb
    start = date(project.year - 544, 11, 1) + timedelta(days=fate.randint(0, 120))
    implementer = "agency" if project.spending_type == "capital" else "village"
    left = project.allocated_thb - spent[-1]
    return {
        "project_code": project.code,
        "project": project_name(project),
        "fiscal_year": project.year,
        "strategic_issue": _issue_of(project),
        "plan": _PLAN_SLIPS.get((project.province, project.plan.title), project.plan.title),
        "kpi_code": _indicator_of(project),
        "policy": _policies_of(project),
        "agency": agency(project.sender, project.province),
        "implementer": implementer,
        "kind": in_turn(_KINDS[project.spending_type], project.number),
        "province": project.province,
        "district": project.district,
        **_village_of(project, implementer),
        "source": _source_of(project),
        "spending_type": project.spending_type,
        "allocated_thb": project.allocated_thb,
        "committed_thb": round(left * fate.uniform(0, 0.9), 2) if share < 1 else 0,
        **{f"disbursed_thb_{quarter}": money for quarter, money in enumerate(spent, 1)},
        "progress_pct": round(_progress(project, share, fate.gauss(4, 7))),
        "stage": _stage(project, share, fate.random()),
        "start_date": start,
        "end_date": start + timedelta(days=fate.randint(60, 200)),
        **{f"screen_{item}": fate.randint(2, 5) for item in range(1, 6)},
        **_staff_of(project),
        "beneficiaries": fate.randint(20, 900),
        **_practice(fate.random() < 0.03, project),
    }


def _village_of(project: Project, implementer: str) -> dict:
    """The village that carries the project out, one of its district's."""
    if implementer != "village":
        return {}
    found = chance("village of", project.code).choice(_villages_of(project.district))
    return {"subdistrict": found.subdistrict, "village": village_name(found)}


@cache
def _villages_of(district: str) -> tuple[Village, ...]:
    return tuple(found for found in villages(district[:2]) if found.district_code == district)


def _progress(project: Project, share: float, ahead: float) -> float:
    return within(100 * share + ahead + _apart(project), 0, 100) if project.pace else 0


def _apart(project: Project) -> float:
    """Points by which the work runs ahead of the money, or in few projects behind it."""
    luck = chance("apart", project.code).random()
    return 34 if luck < 0.05 else -34 if luck < 0.08 else 0


def _staff_of(project: Project) -> dict:
    """Staff planned and at work; one project in eight does not say."""
    fate = chance("staff", project.code)
    planned = fate.randint(2, 9)
    at_work = max(0, planned - fate.choice((0, 0, 0, 1, 1, 2, 3)))
    told = fate.random() > 0.125
    return {"staff_planned": planned, "staff_actual": at_work} if told else {}


def _practice(is_best: bool, project: Project) -> dict:
    strengths = chance("strengths", project.code).sample(_STRENGTHS, 2)
    return {"best_practice": is_best, "highlight": "; ".join(strengths) if is_best else None}


def _source_of(project: Project) -> str:
    return in_turn(_SOURCES, project.number // 7)


def project_name(project: Project) -> str:
    """Its full name. Some of what a group pays for carries one name in all its provinces."""
    if _source_of(project) == _GROUP_BUDGET and project.number % 7 == 0:
        return f"{project.plan.works[0]} เชื่อมโยงกลุ่มจังหวัด (โครงการสาธิต)"
    place = area(project.district).name_th
    return f"{project.work} อำเภอ{place} (โครงการสาธิต {project.number})"


def _indicator_of(project: Project) -> str | None:
    """The indicator a project works for: one of the same issue, if there is any."""
    issue = project.plan.issue
    same = [found.code for found in indicators(project.province) if found.pattern.issue == issue]
    return in_turn(same, project.number) if same else None


def _issue_of(project: Project) -> str | None:
    """The strategic issue of the plan; one project in twenty leaves it blank."""
    if chance("no issue", project.code).random() < 0.05:
        return None
    return issues(project.province)[project.plan.issue - 1]


def _policies_of(project: Project) -> str | None:
    """The policies a project says it serves: often none, sometimes two, and none before there were
    any."""
    if project.year < RUNNING_YEAR:
        return None
    fate = chance("policies", project.code)
    count = fate.choices((0, 1, 2), weights=(4, 5, 2))[0]
    return policy_codes(project.province, sorted(fate.sample(project.plan.policies, count)))


def _stage(project: Project, share: float, luck: float) -> str:
    if project.stage_order is not None:
        return stages()[project.stage_order - 1].code
    if share >= 0.98:
        return "evaluated" if luck < 0.4 else "completed"
    if share > 0.5:
        return "disbursed" if luck < 0.3 else "in_progress"
    return "in_progress" if share > 0.1 else "approved"
