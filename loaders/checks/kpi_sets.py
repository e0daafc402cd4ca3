"""Indicators as a set: how many an owner may have, what money backs them, groups against members."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import duckdb

from loaders.checks.cells import Entry, at_entry, at_row, indicator_codes, shown, values
from loaders.checks.targets import Indicator, indicators_of
from loaders.findings import Finding
from loaders.names import name_key
from loaders.table import FormTable
from store import run_query
from store.areas import area as area_of
from store.areas import group_members
from thai.calendar import fiscal_year_bounds

_SQL = Path(__file__).parent / "sql"


def check_kpi_count(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A finding for each owner with more indicators than its level may have in some target year.

    At the first indicator too many, for the first year in which there are too many.
    """
    for code, owned in _by_area(table).items():
        for year in _target_years(owned):
            aimed = [one for one in owned if _target_in(one, year) is not None]
            limit = _limit(con, area_of(code).level, year)
            if limit is not None and len(aimed) > limit:
                yield at_row(
                    table,
                    "too_many_kpis",
                    aimed[limit].src_row,
                    "kpi",
                    value=str(len(aimed)),
                    expected=str(limit),
                    params={"owner": area_of(code).name_th, "fiscal_year": str(year)},
                )
                break


def check_kpi_projects(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A finding for each indicator that no project with a budget names, in its first such year.

    Only where projects of the province and year are known and name indicators at all.
    """
    codes = indicator_codes(table)
    for area, owned in _by_area(table).items():
        supported = {year: _supported(con, area, year) for year in _target_years(owned)}
        for one in owned:
            bare = [
                year
                for year, known in supported.items()
                if known
                and codes[one.src_row][1] not in known
                and _target_in(one, year) is not None
            ]
            if bare:
                yield at_row(
                    table,
                    "kpi_without_project",
                    one.src_row,
                    "kpi",
                    value=one.kpi,
                    expected=str(bare[0]),
                )


def check_group_targets(table: FormTable) -> Iterator[Finding]:
    """A finding for each growth target of a group that its members' own targets cannot add up to.

    Members count when the sheet has the same indicator for them with a base in the same unit; with
    fewer than two such members, or blank bases, nothing is computed.
    """
    by_area = _by_area(table)
    for code, owned in by_area.items():
        if area_of(code).level != "group":
            continue
        for one in owned:
            if one.kind == "growth":
                yield from _above_members(table, code, one, by_area)


def _above_members(
    table: FormTable, group: str, one: Indicator, by_area: Mapping[str, list[Indicator]]
) -> Iterator[Finding]:
    for target in one.targets:
        if target.value is None or target.year is None:
            continue
        first_day, _ = fiscal_year_bounds(target.year)
        same = _same_indicator(one, _members(group, first_day, by_area))
        backed = [
            (member.baseline, aim.value)
            for member in same
            if (aim := _target_in(member, target.year))
        ]
        implied = _implied_growth(backed)
        if implied is not None and target.value > implied:
            yield at_entry(
                table,
                "group_target_above_members",
                target,
                value=shown(target.value),
                expected=shown(implied, 2),
                params={"fiscal_year": str(target.year), "covered": str(len(backed))},
            )
            return


def _members(group: str, day: dt.date, by_area: Mapping[str, list[Indicator]]) -> list[Indicator]:
    return [one for code in group_members(group, day) for one in by_area.get(code, ())]


def _same_indicator(one: Indicator, others: Sequence[Indicator]) -> list[Indicator]:
    """Those with the same name and a base in one unit; none when their units differ."""
    same = [
        other
        for other in others
        if name_key(other.kpi) == name_key(one.kpi) and other.baseline and other.baseline > 0
    ]
    return same if len({other.baseline_unit for other in same}) == 1 else []


def _implied_growth(backed: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Σ base·growth / Σ base over the members, in percent; None with fewer than two."""
    if len(backed) < 2:
        return None
    return sum(base * growth for base, growth in backed) / sum(base for base, _ in backed)


def _by_area(table: FormTable) -> dict[str, list[Indicator]]:
    found: dict[str, list[Indicator]] = {}
    for code, indicator in zip(values(table, "area"), indicators_of(table), strict=True):
        if code:
            found.setdefault(code, []).append(indicator)
    return found


def _target_years(owned: Sequence[Indicator]) -> list[int]:
    return sorted({entry.year for one in owned for entry in one.targets if entry.year})


def _target_in(one: Indicator, year: int) -> Entry | None:
    return next((e for e in one.targets if e.year == year and e.value is not None), None)


def _limit(con: duckdb.DuckDBPyConnection, level: str, fiscal_year: int) -> int | None:
    given = {"owner_level": level, "fiscal_year": fiscal_year}
    row = run_query(con, _SQL / "kpi_limit.sql", given).fetchone()
    return row[0] if row else None


def _supported(con: duckdb.DuckDBPyConnection, area: str, fiscal_year: int) -> set[str]:
    given = {"area": area, "fiscal_year": fiscal_year}
    return {code for (code,) in run_query(con, _SQL / "supported_kpis.sql", given).fetchall()}
