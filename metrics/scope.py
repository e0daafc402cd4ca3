"""What a question is about: area, period, plan, issue and the moment it is asked as of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

BY_PERIOD = "period"


@dataclass(frozen=True)
class Scope:
    """A view of the data in codes; None everywhere means "all, as known now".

    The narrowest area wins: a district stands inside its province, a province before its group.
    A `group` is one area, the sum of a fixed set of provinces; without one every province is an
    area of its own. `basket_fy` fixes that set to the one in force at the end of a fiscal year
    (today's set when None); "period" asks for the set in force in the year asked about, which is
    refused for a series across a change of membership. `node` is one of a plan's or a set of
    policies', by its code in the document. `words` are what names are searched for. `as_of` shows
    what was published by then (UTC); `since` is the earlier moment that metrics of change compare
    it with.
    """

    group: str | None = None
    province: str | None = None
    district: str | None = None
    fiscal_year: int | None = None
    quarter: int | None = None
    strategic_issue: str | None = None
    plan: str | None = None
    node: str | None = None
    words: str | None = None
    as_of: datetime | None = None
    since: datetime | None = None
    basket_fy: int | Literal["period"] | None = None


class ScopeError(ValueError):
    """A question that cannot be answered as asked.

    `code` names the reason ("basket_needed", "group_not_in_force", "unknown_area"), whose
    sentence is the i18n key "metrics.scope.<code>" filled with `values`.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}")
        self.code, self.values = code, values
