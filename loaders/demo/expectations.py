"""Who is expected to send what in the demonstration, so that what never comes is seen missing."""

from collections.abc import Iterator

from loaders.demo.communities import ASSESSED_YEARS
from loaders.demo.places import CLOSED_YEARS, PROVINCES, STARTED_YEAR, YEARS, agency
from loaders.demo.projects import SENDERS
from loaders.demo.schedule import OFFICE, RESULT_SENDERS
from loaders.locks import Period
from loaders.rounds import Assignment, Expectation

_FIRST = Period(YEARS[0], 1)
_LAST_CLOSED = Period(CLOSED_YEARS[-1], 4)
_FIRST_QUARTERLY = Period(CLOSED_YEARS[-1] + 1, 1)
_LAST_OF_YEARLY_PROJECTS = Period(STARTED_YEAR - 1, 4)


def expectations(provinces: tuple[str, ...] = PROVINCES) -> tuple[Expectation, ...]:
    """Everything expected in these provinces."""
    return tuple(one for province in provinces for one in _of_province(province))


def _of_province(province: str) -> Iterator[Expectation]:
    def expected(form, roles, start, until, due_quarter) -> Iterator[Expectation]:
        for role in roles:
            assignment = Assignment(agency(role, province), form, province)
            yield Expectation(assignment, start, until, due_quarter)

    several = RESULT_SENDERS.get(province, OFFICE)
    last_assessed = Period(ASSESSED_YEARS[-1], 4)
    yield from expected("budget_by_plan", OFFICE, _FIRST, None, 1)
    yield from expected("community_plans", ("community",), _FIRST, last_assessed, 4)
    yield from expected("kpi_results", OFFICE, _FIRST, _LAST_CLOSED, 4)
    yield from expected("kpi_results", several, _FIRST_QUARTERLY, None, None)
    yield from expected("projects", OFFICE, _FIRST, _LAST_CLOSED, 4)
    yield from expected("projects", SENDERS, _FIRST_QUARTERLY, _LAST_OF_YEARLY_PROJECTS, 4)
    yield from expected("projects", SENDERS, Period(STARTED_YEAR, 1), None, None)
