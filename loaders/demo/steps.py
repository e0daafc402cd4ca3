"""How the projects of the running year went through their life cycle: some stuck, some with gaps."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.demo.chance import chance, in_turn
from loaders.demo.places import agency
from loaders.demo.projects import Project, project_name, projects
from loaders.forms.project_steps import stage_key
from store.life_cycle import stages
from thai.calendar import fiscal_year_bounds

STEPPED_PROVINCES = ("50", "51", "52", "58", "93")

# Days that a stage lasts in an ordinary project, the last stage aside.
_USUAL_DAYS = (16, 21, 18, 9, 14, 75, 12, 30)
_SECOND_CALL_BELOW = 6  # what has not begun was proposed at the second call
_AFP = ("area", "function", "participation")
_PARTNERS = ("อบต. ในพื้นที่", "กลุ่มออมทรัพย์ของชุมชน", "วิทยาลัยชุมชน", "หอการค้าจังหวัด", "วัดในพื้นที่")
_PIECES = (("จัดเตรียมพื้นที่และกลุ่มเป้าหมาย", 20), ("ดำเนินงานหลัก", 50), ("ตรวจรับและส่งมอบ", 30))


def step_rows(province: str, year: int) -> Iterator[dict]:
    """Form 20 of a province for a year: a project's first row says all, the next are milestones.

    Three in four projects are told of; one in eight of them has no milestones.
    """
    told = [found for found in projects(province, year) if found.number % 4]
    ranks = {found.code: rank for rank, found in enumerate(sorted(told, key=_urgency), start=1)}
    for project in told:
        days = _days(project)
        first, *others = _milestones(project, days) or [{}]
        yield {**_about(project), **_details(project, ranks[project.code]), **days, **first}
        for milestone in others:
            yield {**_about(project), **milestone}


def _about(project: Project) -> dict:
    return {
        "project_code": project.code,
        "project": project_name(project),
        "fiscal_year": project.year,
        "agency": agency(project.sender, project.province),
        "province": project.province,
        "district": project.district,
    }


def _details(project: Project, rank: int) -> dict:
    fate = chance("details", project.code)
    announced = _announced(project)
    partners = fate.sample(_PARTNERS, fate.choice((0, 0, 1, 2)))
    return {
        "priority": rank,
        "requested_thb": 100 * round(project.allocated_thb * fate.uniform(1.0, 1.35) / 100),
        "afp": in_turn(_AFP, project.number) if fate.random() < 0.85 else None,
        "partners": "; ".join(partners) or None,
        "announced_on": announced,
        "deadline_on": announced + timedelta(days=fate.choice((7, 10, 15, 21, 30))),
    }


def _days(project: Project) -> dict[str, date]:
    """The day of each stage reached; of one project in ten a day in between is not known."""
    fate = chance("days", project.code)
    slow = chance("slow district", project.district).uniform(0.7, 1.4)
    reached = _announced(project) + timedelta(days=fate.randint(3, 20))
    _, last = fiscal_year_bounds(project.year)
    days = {}
    for stage, usual in zip(stages()[: project.stage_order], (*_USUAL_DAYS, 0), strict=False):
        if reached > last:
            break
        days[stage_key(stage.code)] = reached
        reached += timedelta(days=max(1, round(usual * slow * fate.uniform(0.5, 1.6))))
    if fate.random() < 0.1 and len(days) > 3:
        del days[fate.choice(list(days)[1:-1])]
    return days


def _milestones(project: Project, days: dict[str, date]) -> list[dict]:
    """Three pieces of work from the day it began; those beyond the stage reached are open."""
    fate = chance("milestones", project.code)
    if fate.random() < 0.125:
        return []
    begun = days.get(stage_key("in_progress"))
    done = days.get(stage_key("completed"))
    planned = begun or _announced(project) + timedelta(days=120)
    _, last = fiscal_year_bounds(project.year)
    rows = []
    for place, (piece, weight) in enumerate(_PIECES):
        planned += timedelta(days=round(weight * 1.2))
        reached = begun is not None and (done is not None or fate.random() < 0.7 - 0.3 * place)
        finished = planned + timedelta(days=round(fate.gauss(2, 8)))
        rows.append(
            {
                "milestone": piece,
                "planned_on": planned,
                "actual_on": finished if reached and finished <= last else None,
                "weight_pct": weight,
            }
        )
    return rows


def _announced(project: Project) -> date:
    """Before the fiscal year, the same day for a district; of its second call months later."""
    first, _ = fiscal_year_bounds(project.year)
    before = chance("announced", project.district).randint(20, 60)
    if project.stage_order < _SECOND_CALL_BELOW or chance("late", project.code).random() < 0.15:
        before -= chance("second call", project.district).randint(150, 240)
    return first - timedelta(days=before)


def _urgency(project: Project) -> float:
    return chance("urgency", project.code).random()
