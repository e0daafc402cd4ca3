"""Which workbooks are sent, by whom and when: some late, some never, some a second time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from loaders.demo.budgets import budget_rows
from loaders.demo.chance import chance
from loaders.demo.communities import ASSESSED_YEARS, profile_rows, village_rows
from loaders.demo.evaluation import agreement_rows, framework_rows
from loaders.demo.indicators import target_rows
from loaders.demo.joint import AGENCY as JOINT_AGENCY
from loaders.demo.joint import joint_rows
from loaders.demo.places import (
    CLOSED_YEARS,
    PROVINCES,
    RUNNING_YEAR,
    STARTED_YEAR,
    YEARS,
    agency,
)
from loaders.demo.projects import SENDERS, project_rows
from loaders.demo.registers import (
    SURVEYED,
    dataset_rows,
    heritage_rows,
    problem_rows,
    survey_rows,
)
from loaders.demo.results import result_rows
from loaders.demo.reviews import ASSESSED_PROVINCES, assessment_rows, risk_rows
from loaders.demo.steps import STEPPED_PROVINCES, step_rows
from loaders.demo.strategy import (
    PRINTED_POLICIES,
    REVISED,
    REVISING,
    policy_rows,
    strategy_rows,
)
from loaders.demo.surveillance import surveillance_rows
from loaders.demo.treasury import GROUPS, money_rows, request_rows
from loaders.table import Context

OFFICE = ("office",)  # reports for all agencies of its province, except in
RESULT_SENDERS = {"50": ("commerce", "health"), "93": ("commerce", "health")}
WHOLE_YEAR = (1, 2, 3, 4, None)
REDEFINED = 2569  # when the provinces that revised their plan stated their definitions anew
DAYS_ALLOWED = 15  # after the end of the period
_AS_THE_YEAR_BEGINS = {
    *(
        "strategy",
        "kpi_targets",
        "area_profile",
        "budget_by_plan",
        "budget_requests",
        "joint_indicators",
        "evaluation_framework",
        "agreements",
    ),
}
# The moment at which the demonstration stands still: nothing is sent after it.
STANDS_AT = datetime(2026, 11, 20, 3, 0)

Rows = Callable[[], Iterable[Mapping[str, object]]]


@dataclass(frozen=True)
class Sending:
    """One workbook to be sent: its name, form, context and rows, and when it is due and comes.

    Times are UTC. `rows` is called when the workbook is written.
    """

    name: str
    form: str
    given: Context
    rows: Rows
    due_at: datetime
    received_at: datetime

    @property
    def late(self) -> bool:
        """True when it came after it was due."""
        return self.received_at > self.due_at


def sendings(
    provinces: tuple[str, ...] = PROVINCES, years: tuple[int, ...] = YEARS
) -> list[Sending]:
    """Everything that is sent for these provinces and years, in the order in which it comes."""
    found = [sending for province in provinces for sending in _of_province(province, years)]
    found += [_joint(year) for year in years if year in (RUNNING_YEAR, STARTED_YEAR)]
    return sorted(found, key=lambda sending: (sending.received_at, sending.name))


def _of_province(province: str, years: tuple[int, ...]) -> Iterator[Sending]:
    yield _sending("strategy", province, "office", years[0], partial(strategy_rows, province))
    if province in REVISING and REVISED in years:
        rows = partial(strategy_rows, province, REVISED)
        yield _sending("strategy", province, "office", REVISED, rows, what="ทบทวน")
        rows = partial(target_rows, province, 2)
        yield _sending("kpi_targets", province, "office", REDEFINED, rows, what="ทบทวนนิยาม")
    if province not in PRINTED_POLICIES and RUNNING_YEAR in years:
        rows = partial(policy_rows, province)
        yield _sending("strategy", province, "office", RUNNING_YEAR, rows, what="นโยบาย")
    yield _sending("kpi_targets", province, "office", years[0], partial(target_rows, province))
    yield _sending("area_profile", province, "community", years[0], partial(profile_rows, province))
    if RUNNING_YEAR in years:
        yield from _reviews(province)
        yield from _registers(province)
    if STARTED_YEAR in years:
        yield from _evaluations(province)
    if RUNNING_YEAR in years and province in STEPPED_PROVINCES:
        rows = partial(step_rows, province, RUNNING_YEAR)
        yield _sending("project_steps", province, "office", RUNNING_YEAR, rows, quarter=4)
    for year in years:
        yield from _results(province, year)
        yield from _projects(province, year)
        rows = partial(budget_rows, province, year)
        yield _sending("budget_by_plan", province, "office", year, rows)
        if year in ASSESSED_YEARS:
            rows = partial(village_rows, province, year)
            yield _sending("community_plans", province, "community", year, rows, quarter=4)
        if year == RUNNING_YEAR:
            # All months in one workbook; the year just begun is known of projects alone.
            rows = partial(money_rows, province, year)
            yield _sending("money_monthly", province, "treasury", year, rows, quarter=4)
    if STARTED_YEAR in years:
        yield from _requests(province)


def _evaluations(province: str) -> Iterator[Sending]:
    """The frameworks of all years in one workbook, the agreements in another."""
    rows_of = {"evaluation_framework": framework_rows, "agreements": agreement_rows}
    for form, rows in rows_of.items():
        sending = _sending(form, province, "office", STARTED_YEAR, partial(rows, province))
        given = Context(area_code=province, agency=sending.given.agency)
        yield replace(sending, given=given)


def _reviews(province: str) -> Iterator[Sending]:
    """Several quarters in one workbook each: the registers, the assessments, the surveillance."""
    rows = partial(risk_rows, province)
    yield _sending("risks", province, "office", STARTED_YEAR, rows, quarter=1)
    if province in ASSESSED_PROVINCES:
        rows = partial(assessment_rows, province)
        yield _sending("assessments", province, "office", RUNNING_YEAR, rows, quarter=2)
    rows = partial(surveillance_rows, province)
    form, sender = "district_surveillance", "administration"
    yield _sending(form, province, sender, RUNNING_YEAR, rows, quarter=4)


def _registers(province: str) -> Iterator[Sending]:
    """Problems everywhere; surveys, the catalogue of data and heritage in two provinces."""
    yield _sending("problems", province, "office", RUNNING_YEAR, partial(problem_rows, province))
    if province not in RESULT_SENDERS:
        return
    yield _sending("datasets", province, "office", RUNNING_YEAR, partial(dataset_rows, province))
    for year in SURVEYED:
        rows = partial(survey_rows, province, year)
        yield _sending("surveys", province, "office", year, rows, quarter=4)
        rows = partial(heritage_rows, province, year)
        yield _sending("cultural_assets", province, "community", year, rows)


def _requests(province: str) -> Iterator[Sending]:
    """What a province asks for in the year just begun, and one province of each group for all."""
    send = partial(_sending, "budget_requests", province, "office", STARTED_YEAR)
    yield send(partial(request_rows, province, STARTED_YEAR))
    if group := GROUPS.get(province):
        yield send(partial(request_rows, group, STARTED_YEAR), what="กลุ่มจังหวัด")


def _results(province: str, year: int) -> Iterator[Sending]:
    several = RESULT_SENDERS.get(province, OFFICE)
    for sender in OFFICE if year in CLOSED_YEARS else several:
        for quarter, periods in _reported(year).items():
            if _never_sent(province, sender, year, quarter):
                continue
            send = partial(_sending, "kpi_results", province, sender, year, quarter=quarter)
            yield send(partial(result_rows, province, sender, year, periods))
            if quarter == 3 and chance("restated", province, sender, year).random() < 0.3:
                yield send(partial(result_rows, province, sender, year, periods, 2), version=2)


def _reported(year: int) -> Mapping[int | None, tuple[int | None, ...]]:
    """Quarter of a report → the periods it tells of: the fourth also tells of the whole year."""
    if year in CLOSED_YEARS:
        return {None: WHOLE_YEAR}
    return {1: (1,)} if year == STARTED_YEAR else {1: (1,), 2: (2,), 3: (3,), 4: (4, None)}


def _never_sent(province: str, sender: str, year: int, quarter: int | None) -> bool:
    """Nothing is missing before the running year: what came then is what is expected now."""
    missing = chance("never sent", province, sender, year, quarter).random() < 0.1
    return year >= RUNNING_YEAR and missing


def _projects(province: str, year: int) -> Iterator[Sending]:
    quarter = 1 if year == STARTED_YEAR else 4
    for sender in OFFICE if year in CLOSED_YEARS else SENDERS:
        if year == STARTED_YEAR and chance("not yet", province, sender).random() < 0.4:
            continue
        send = partial(_sending, "projects", province, sender, year, quarter=quarter)
        yield send(partial(project_rows, province, sender, year))
        if year == RUNNING_YEAR and chance("late bills", province, sender).random() < 0.25:
            yield send(partial(project_rows, province, sender, year, 2), version=2)


def _sending(
    form: str,
    province: str,
    role: str,
    year: int,
    rows: Rows,
    *,
    quarter: int | None = None,
    version: int = 1,
    what: str = "",
) -> Sending:
    period = f"{year}" if quarter is None else f"{year}_q{quarter}"
    subject = f"{form}_{what}" if what else form
    again = "" if version == 1 else f"_ฉบับที่{version}"
    due_at = _due(form, year, quarter)
    return Sending(
        name=f"{subject}_{province}_{role}_{period}{again}.xlsx",
        form=form,
        given=Context(
            area_code=province, agency=agency(role, province), fiscal_year=year, quarter=quarter
        ),
        rows=rows,
        due_at=due_at,
        received_at=_received(due_at, version, form, province, role, period),
    )


def _joint(year: int) -> Sending:
    """What ministries measure together with provinces, sent for the whole country."""
    due_at = _due("joint_indicators", year, None)
    return Sending(
        name=f"joint_indicators_TH_{year}.xlsx",
        form="joint_indicators",
        given=Context(area_code="TH", agency=JOINT_AGENCY, fiscal_year=year),
        rows=partial(joint_rows, year),
        due_at=due_at,
        received_at=due_at - timedelta(days=3),
    )


def _due(form: str, year: int, quarter: int | None) -> datetime:
    """Plans and budgets are due as the year begins, reports a fortnight after their period."""
    months = 1 if form in _AS_THE_YEAR_BEGINS else 3 * (quarter or 4)
    begins = datetime(year - 544, 10, 1)
    month = begins.month - 1 + months
    end = datetime(begins.year + month // 12, month % 12 + 1, 1)
    return end + timedelta(days=DAYS_ALLOWED)


def _received(due_at: datetime, version: int, *about: object) -> datetime:
    """Most come a few days early, one in eight late; a second version weeks after the first."""
    fate = chance("received", *about)
    days = fate.uniform(2, 40) if fate.random() < 0.125 else -fate.uniform(0, 9)
    hour = timedelta(hours=fate.randint(1, 9), minutes=fate.randint(0, 59))
    first = min(
        due_at + timedelta(days=round(days)) + hour,
        STANDS_AT - timedelta(days=fate.randint(1, 12)),
    )
    if version == 1:
        return first
    return min(first + timedelta(days=fate.randint(14, 30)), STANDS_AT)
