"""A Scope turned into the parameters of the queries: the one place where codes get their meaning."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from functools import partial

import duckdb

from metrics.scope import BY_PERIOD, Scope, ScopeError
from store.areas import area
from store.database import utc_now
from thai.calendar import fiscal_year_be, fiscal_year_bounds
from thai.digits import to_arabic
from thai.text import normalise

_THAI_TIME = timedelta(hours=7)

_MEMBERS = """
    select province_code from group_member
    where group_code = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
    order by province_code
"""
_SETS_EVER = """
    with moments as (
        select distinct valid_from as moment from group_member where group_code = $group_code
    ),
    sets as (
        select moment, list(province_code order by province_code) as members
        from moments
        inner join group_member
            on group_code = $group_code
            and valid_from <= moment
            and (valid_to is null or valid_to > moment)
        group by moment
    )
    select count(distinct members) from sets
"""
_ISSUE_KEYS = "select issue_key from issue_name_at(?::timestamp) where issue_code = ?"
_PLAN_KEYS = "select plan_key from plan_name_at(?::timestamp) where plan_code = ?"
_NEWEST_YEAR = """
    select max(fiscal_year) from published_at($as_of::timestamp)
    where list_contains($forms, form) and ($fiscal_year is null or fiscal_year <= $fiscal_year)
"""


def query_parameters(
    con: duckdb.DuckDBPyConnection, scope: Scope, names: Collection[str] | None = None
) -> Mapping[str, object]:
    """The parameters `names` that a metric's SQL may name (all when None), without dollar signs.

    Lists are None for "all" and empty for "nothing matches". `group_code` is set only when the
    answer is to be one sum over the group. What has to be looked up is looked up only when named:
    a year found so is a constant to the database, which then reads that year alone. Raises
    ScopeError when the group's set of provinces cannot be settled.
    """
    moment = scope.as_of or utc_now()
    today = thai_date(moment)
    basket = None if _narrower_than_group(scope) else _basket_year(con, scope, today)
    provinces = _province_codes(con, scope, basket, today)
    group = scope.group if basket else None
    known = {
        "group_code": group,
        "basket": basket,
        "province_codes": provinces,
        "area_codes": [*provinces, group] if group else provinces,
        "members_total": len(provinces) if group else 1,
        "district_code": scope.district,
        "fiscal_year": scope.fiscal_year,
        "quarter": scope.quarter,
        "node_code": scope.node,
        "words": _search_words(scope.words),
        "as_of": scope.as_of,
        "since": scope.since,
        "since_day": thai_date(scope.since) if scope.since else None,
        "today": today,
    }
    return known | {
        name: look_up(con, scope)
        for name, look_up in _LOOKED_UP.items()
        if names is None or name in names
    }


def thai_date(moment: datetime) -> date:
    """The calendar day in Thailand at a UTC moment."""
    return (moment + _THAI_TIME).date()


def _search_words(text: str | None) -> list[str] | None:
    """The words of a search as search_key writes names; None without any."""
    return to_arabic(normalise(text)).lower().split() or None if text else None


def _narrower_than_group(scope: Scope) -> bool:
    return not scope.group or bool(scope.province or scope.district)


def _province_codes(
    con: duckdb.DuckDBPyConnection, scope: Scope, basket: int | None, today: date
) -> list[str] | None:
    if basket:
        return _members_in(con, scope.group, basket, today)
    if scope.province:
        return [scope.province]
    return [scope.district[:2]] if scope.district else None


def _members_in(con: duckdb.DuckDBPyConnection, group: str, basket: int, today: date) -> list[str]:
    """The provinces of a group at the end of a fiscal year, or today when that is earlier."""
    day = min(fiscal_year_bounds(basket)[1], today)
    members = [code for (code,) in con.execute(_MEMBERS, [group, day, day]).fetchall()]
    if not members:
        raise ScopeError("group_not_in_force", group=_name(group), fiscal_year=basket)
    return members


def _basket_year(con: duckdb.DuckDBPyConnection, scope: Scope, today: date) -> int:
    """The fiscal year whose set of provinces stands for the group throughout the answer."""
    if scope.basket_fy is None:
        return fiscal_year_be(today)
    if scope.basket_fy != BY_PERIOD:
        return int(scope.basket_fy)
    if scope.fiscal_year:
        return scope.fiscal_year
    (sets,) = con.execute(_SETS_EVER, {"group_code": scope.group}).fetchone()
    if sets > 1:
        raise ScopeError("basket_needed", group=_name(scope.group))
    return fiscal_year_be(today)


def _keys(
    con: duckdb.DuckDBPyConnection, query: str, as_of: datetime | None, code: str | None
) -> list[str] | None:
    if not code:
        return None
    return [key for (key,) in con.execute(query, [as_of, code]).fetchall()]


def _newest_year(
    con: duckdb.DuckDBPyConnection, scope: Scope, forms: tuple[str, ...]
) -> int | None:
    """The newest fiscal year up to the one asked for of which any of the forms was published."""
    asked = {"as_of": scope.as_of, "fiscal_year": scope.fiscal_year, "forms": list(forms)}
    (year,) = con.execute(_NEWEST_YEAR, asked).fetchone()
    return year


def _name(group: str) -> str:
    try:
        return area(group).name_th
    except KeyError:
        return group


_LOOKED_UP = {
    "issue_keys": lambda con, scope: _keys(con, _ISSUE_KEYS, scope.as_of, scope.strategic_issue),
    "plan_keys": lambda con, scope: _keys(con, _PLAN_KEYS, scope.as_of, scope.plan),
    "newest_project_year": partial(_newest_year, forms=("projects",)),
    "newest_grading_year": partial(
        _newest_year, forms=("community_plans", "community_plan_grades")
    ),
}
