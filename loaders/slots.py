"""Which submission a table belongs to: form × agency × area × period."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa

from loaders.form import Form
from loaders.names import made_code, name_key
from loaders.table import FormTable
from thai.text import match_key

COUNTRY = "TH"
_PROFILE_IDENTITY = {"area", "province", "district", "year", "price"}
_AREA_KEYS = ("area", "province", "plan_owner")


@dataclass(frozen=True)
class Slot:
    """The place a submission takes. A newer one of the same place supersedes the older.

    `measures` tells profiles apart (form 7): sending the Human Achievement Index does not replace
    the provincial product; nor does a set of policies (form 10) replace the plan it is laid over, nor
    a money sheet that of another day.
    `quarter` counts for forms whose rows are of a quarter; a project sheet restates its whole year
    whichever quarter it was sent in.
    """

    form: str
    agency: str | None
    area_code: str
    fiscal_year: int | None
    quarter: int | None
    measures: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """ "<form>/<agency or ->/<area>/<year or ->/<quarter or ->", as kept in the store."""
        form = "+".join((self.form, *self.measures))
        agency = match_key(self.agency) if self.agency else None
        parts = (form, agency, self.area_code, self.fiscal_year, self.quarter)
        return "/".join("-" if part is None else str(part) for part in parts)


@dataclass(frozen=True)
class Parcel:
    """The tables of one workbook that make up one submission."""

    slot: Slot
    form: Form
    tables: tuple[FormTable, ...]

    @property
    def row_count(self) -> int:
        return sum(table.rows.num_rows for table in self.tables)

    @property
    def as_of(self) -> date | None:
        """The newest "ข้อมูล ณ วันที่" of its tables; None when none says."""
        return max((t.context.as_of for t in self.tables if t.context.as_of), default=None)

    @property
    def sent_quarter(self) -> int | None:
        """The quarter the sheets speak of, also where it is no part of the slot."""
        said = {table.context.quarter for table in self.tables if table.context.quarter}
        return self.slot.quarter or (said.pop() if len(said) == 1 else None)


def parcels_of(tables: Iterable[FormTable]) -> tuple[Parcel, ...]:
    """The submissions that the tables of one workbook make up, in the order they appear."""
    by_slot: dict[Slot, list[FormTable]] = {}
    for table in tables:
        by_slot.setdefault(slot_of(table), []).append(table)
    return tuple(
        Parcel(
            replace(slot, measures=slot.measures or _measures(members)),
            members[0].form,
            tuple(members),
        )
        for slot, members in by_slot.items()
    )


def slot_of(table: FormTable) -> Slot:
    """The slot of a table, from what its rows share, else from what its titles say; the measures
    of a profile are those of all its sheets together, which parcels_of adds."""
    keys = {column.key for column in table.form.columns}
    return Slot(
        form=table.form.name,
        agency=table.context.agency or _only(_distinct(table, "agency")),
        area_code=_area(table),
        fiscal_year=_fiscal_year(table),
        quarter=_quarter(table) if "quarter" in keys else None,
        measures=_project(table) or _day(table),
    )


def _area(table: FormTable) -> str:
    """The one province its rows share, else the one group they or the title name, else TH."""
    codes = {code for key in _AREA_KEYS for code in _distinct(table, key)}
    if (one := _only(codes)) is not None:
        return one
    said = table.context.area_code
    if not codes:
        return said or COUNTRY
    groups = {code for code in {*codes, said} if code and not code.isdigit() and code != COUNTRY}
    return _only(groups) or COUNTRY


def _fiscal_year(table: FormTable) -> int | None:
    """The one year of the rows; of a plan over several years the first, of a revision its own."""
    if table.form.period == "plan":
        if (revised := _only(_distinct(table, "revision"))) is not None:
            return revised
        series = table.series
        years = {*_distinct(table, "year_from"), *_values(series, "year")}
        years |= set(_values(series, "year_from"))
        return min(years, default=table.context.fiscal_year)
    rows = {*_distinct(table, "fiscal_year"), *_distinct(table, "year")}
    years = rows | set(_values(table.series, "year"))
    return _only(years) if years else table.context.fiscal_year


def _quarter(table: FormTable) -> int | None:
    if "quarter" in table.column_of:
        return _only(set(table.rows["quarter"].unique().to_pylist()))
    if _values(table.series, "quarter"):
        return None
    return table.context.quarter


def _measures(tables: Iterable[FormTable]) -> tuple[str, ...]:
    """The kinds of figures in profiles, sectors of the provincial product as one kind; policies."""
    if all(_distinct(table, "node_type") == {"policy"} for table in tables):
        return ("policy",)
    profiles = [table for table in tables if table.form.name == "area_profile"]
    keys = {key for table in profiles for key in (*table.column_of, *_values(table.series, "key"))}
    return tuple(sorted({key.split("_")[0] for key in keys - _PROFILE_IDENTITY}))


def _project(table: FormTable) -> tuple[str, ...]:
    """A code for the one project of a brief: briefs come one by one, none replaces another."""
    if table.form.name != "project_brief" or len(names := _distinct(table, "project")) != 1:
        return ()
    return (made_code("brief", name_key(names.pop())),)


def _day(table: FormTable) -> tuple[str, ...]:
    """The day of a monthly money sheet: the next month's sheet does not replace this one's."""
    if table.form.name != "money_monthly" or (day := _only(_distinct(table, "as_of"))) is None:
        return ()
    return (day.isoformat(),)


def _distinct(table: FormTable, key: str) -> set:
    return set(_values(table.rows, key))


def _values(rows: pa.Table, key: str) -> list:
    if key not in rows.column_names:
        return []
    return rows[key].unique().drop_null().to_pylist()


def _only(values: set):
    return next(iter(values)) if len(values) == 1 else None
