"""The yearly summaries of the provincial offices, with the slips such summaries really have."""

from loaders.demo.places import YEARS
from loaders.demo.projects import Project, projects
from loaders.demo.strategy import plans

# (province, year) → what went wrong in that summary.
SLIPS = {
    ("52", YEARS[1]): "shares_swapped",
    ("90", YEARS[2]): "share_differs",
    ("58", YEARS[2]): "shares_swapped",
    ("84", YEARS[3]): "total_differs",
}


def budget_rows(province: str, year: int) -> list[dict]:
    """Form 4 of a province: the projects of the year summed up by plan, the total below."""
    found = projects(province, year)
    total = sum(project.allocated_thb for project in found)
    rows = [
        _row(plan.title, [project for project in found if project.plan == plan], total)
        for plan in plans()
    ]
    rows = [{"area": province, "fiscal_year": year, **row} for row in rows]
    _slip(rows, SLIPS.get((province, year)))
    printed = total + 100_000 if SLIPS.get((province, year)) == "total_differs" else total
    sums = {"project_count": len(found), "budget_thb": printed, "share_pct_reported": 100}
    return [*rows, {"plan": "รวม", **sums}]


def _row(title: str, found: list[Project], total: int) -> dict:
    budget = sum(project.allocated_thb for project in found)
    return {
        "plan": title,
        "project_count": len(found),
        "budget_thb": budget,
        "share_pct_reported": round(100 * budget / total, 2),
    }


def _slip(rows: list[dict], slip: str | None) -> None:
    share = "share_pct_reported"
    if slip == "shares_swapped":
        rows[2][share], rows[3][share] = rows[3][share], rows[2][share]
    if slip == "share_differs":
        rows[1][share] = round(rows[1][share] + 3, 2)
