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
    agency,
    districts,
    province_name,
)
from loaders.demo.strategy import Plan, issues, plans, policy_codes
from store.areas import area

SENDERS = ("administration", "works")

# Share of the year's money paid out by the end of each quarter: in ordinary years, and in years
# that began without a budget act.
_SPENDING = {
    ("current", False): (0.30, 0.54, 0.78, 0.97),
    ("capital", False): (0.12, 0.29, 0.50, 0.80),
    ("current", True): (0.22, 0.42, 0.68, 0.95),
    ("capital", True): (0.03, 0.10, 0.31, 0.70),
}
_KINDS = {"current": ("training", "self_reliant"), "capital": ("hired", "procurement")}
_SOURCES = ("งบพัฒนาจังหวัด", "งบพัฒนากลุ่มจังหวัด", "งบกระทรวง กรม")


# One province calls a plan otherwise than its strategy does, as offices do.
_PLAN_SLIPS = {("90", "ส่งเสริมการท่องเที่ยวและบริการ"): "ส่งเสริมท่องเที่ยวชุมชนและบริการ"}


@dataclass(frozen=True)
class Project:
    """A made-up project; `pace` is its spending against the usual course (1 = usual)."""

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
    return Project(
        code=f"สาธิต-{province}-{year % 100}-{number:03}",
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
    )


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
    usual = _SPENDING[project.spending_type, project.year in DELAYED_YEARS][:quarters]
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
    place = area(project.district).name_th
    implementer = "agency" if project.spending_type == "capital" else "village"
    left = project.allocated_thb - spent[-1]
    return {
        "project_code": project.code,
        "project": f"{project.work} อำเภอ{place} (โครงการสาธิต {project.number})",
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
        "source": in_turn(_SOURCES, project.number // 7),
        "spending_type": project.spending_type,
        "allocated_thb": project.allocated_thb,
        "committed_thb": round(left * fate.uniform(0, 0.9), 2) if share < 1 else 0,
        **{f"disbursed_thb_{quarter}": money for quarter, money in enumerate(spent, 1)},
        "progress_pct": round(within(100 * share + fate.gauss(4, 7), 0, 100)),
        "stage": _stage(share, fate.random()),
        "start_date": start,
        "end_date": start + timedelta(days=fate.randint(60, 200)),
        **{f"screen_{item}": fate.randint(2, 5) for item in range(1, 6)},
        "beneficiaries": fate.randint(20, 900),
        "best_practice": fate.random() < 0.03,
        "highlight": f"ตัวอย่างจุดเด่นของ{province_name(project.province)}" if share == 1 else None,
    }


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


def _stage(share: float, luck: float) -> str:
    if share >= 0.98:
        return "evaluated" if luck < 0.4 else "completed"
    if share > 0.5:
        return "disbursed" if luck < 0.3 else "in_progress"
    return "in_progress" if share > 0.1 else "approved"
