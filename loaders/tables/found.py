"""A table as found on a sheet, and the faults of its cells while it is being read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from loaders.asks import Asks, Choice, Kind
from loaders.findings import Finding
from loaders.form import Column
from loaders.rules import NO_RULES, Rule, RuleBook
from loaders.table import Context
from loaders.tables import problems
from loaders.tables.body import Body
from loaders.tables.cells import Fault
from loaders.tables.grid import Grid
from loaders.tables.headers import Header
from loaders.tables.words import Hit

# What a title or the caller can say in place of a column: key → field of the context.
_CONTEXT_FIELDS = {
    "area": "area_code",
    "province": "area_code",
    "plan_owner": "area_code",
    "agency": "agency",
    "fiscal_year": "fiscal_year",
    "year": "fiscal_year",
    "quarter": "quarter",
    "as_of": "as_of",
}
_PERIOD_OF = {"year": ("year", "fiscal_year"), "quarter": ("quarter", "quarter")}


@dataclass(frozen=True)
class Found:
    """A table as found on a sheet: header, rows, and what is said of all of it.

    `district` is the name the title gives; `plain_layout` marks our own blank workbook, where an
    optional blank is a blank and never "same as above". `rules` are what was answered before,
    `remarks` what the lines above the table gave rise to.
    """

    grid: Grid
    header: Header
    body: Body
    context: Context
    district: str | None = None
    plain_layout: bool = False
    rules: RuleBook = NO_RULES
    remarks: tuple[Finding, ...] = ()

    @property
    def rows(self) -> np.ndarray:
        """The zero-based sheet rows of the facts."""
        return self.body.facts

    @cached_property
    def single(self) -> dict[str, Column]:
        """The form's columns that are not repeated, by key."""
        return {column.key: column for column in self.header.form.columns if not column.repeat}

    @cached_property
    def column_of(self) -> dict[str, int]:
        """Key → zero-based sheet column, repeated columns left out."""
        return {hit.key: col for col, hit in self.header.hits.items() if hit.key in self.single}

    def rule(self, kind: Kind, subject: str, within: str = "") -> Rule | None:
        """The rule that answers for this sender and form; None when there is none."""
        form = self.header.form.name
        return self.rules.find(kind, subject, agency=self.context.agency, form=form, within=within)

    def asks(self, kind: Kind, subject: str, choices: Iterable[Choice], **more) -> Asks:
        """A question about this sender's form."""
        form, agency = self.header.form.name, self.context.agency
        return Asks(kind, form, agency, subject, tuple(choices), **more)

    def in_context(self, key: str) -> object:
        """What title or caller say for a key; None when nothing, or when the form wants a column."""
        if key not in self.header.form.from_context:
            return None
        return getattr(self.context, _CONTEXT_FIELDS[key]) if key in _CONTEXT_FIELDS else None

    def dated(self, hit: Hit) -> Hit:
        """A repeated column's header with its period, or where it has none that of the title."""
        repeat = self.header.form.column(hit.key).repeat
        if repeat not in _PERIOD_OF:
            return hit
        name, said = _PERIOD_OF[repeat]
        return hit if getattr(hit, name) else replace(hit, **{name: getattr(self.context, said)})

    def lacks_period(self, repeat: str) -> bool:
        """Whether a repeated column has no period in its header and none in the title."""
        form, period = self.header.form, _PERIOD_OF[repeat][0]
        hits = [hit for hit in self.header.hits.values() if form.column(hit.key).repeat == repeat]
        return any(getattr(self.dated(hit), period) is None for hit in hits)


@dataclass
class Faults:
    """The findings of cells: the first of a cell stands, what follows from it is not said again."""

    found: Found
    by_cell: dict[tuple[int, str, int | None], Finding] = field(default_factory=dict)
    used: dict[Rule, list[tuple[int, int | None]]] = field(default_factory=dict)

    def add(self, column: Column, col: int | None, faults: Mapping[int, Fault]) -> None:
        for position, fault in faults.items():
            row = int(self.found.rows[position])
            place = (row, column.key, col)
            if place not in self.by_cell:
                self.by_cell[place] = problems.at_cell(self.found.grid, row, col, fault, column)

    def use(self, rule: Rule, col: int | None, rows: Iterable[int]) -> None:
        """Notes that the rule decided cells of a column (zero-based sheet rows)."""
        self.used.setdefault(rule, []).extend((int(row), col) for row in rows)

    def ask(self, questions: Iterable[Finding]) -> None:
        """Adds questions about columns; a cell that is wrong already is not also doubtful."""
        for question in questions:
            self.by_cell.setdefault((question.row, "", question.col), question)

    def in_reading_order(self) -> list[Finding]:
        """The findings row by row, each row from the left."""
        return sorted(self.by_cell.values(), key=lambda f: (f.row, -1 if f.col is None else f.col))

    def positions(self, key: str) -> list[int]:
        """Positions among the rows where the key's column has a fault."""
        rows = [row for row, faulty, _ in self.by_cell if faulty == key]
        return np.searchsorted(self.found.rows, rows).tolist()
