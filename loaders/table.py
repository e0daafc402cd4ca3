"""One table found on a sheet, its cells turned into the values of a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pyarrow as pa

from loaders.findings import Finding
from loaders.form import Form
from loaders.names import name_key


@dataclass(frozen=True)
class Context:
    """What a whole workbook or sheet is about, from its title lines, hidden sheet or the caller.

    None means not said. `unit_factor` turns the sheet's money into baht (1_000_000 for ล้านบาท).
    """

    area_code: str | None = None
    agency: str | None = None
    fiscal_year: int | None = None
    quarter: int | None = None
    unit_factor: Decimal | None = None
    as_of: date | None = None

    def overlaid(self, over: "Context") -> "Context":
        """This context with everything `over` says taking precedence."""
        merged = {
            k: v if (v := getattr(over, k)) is not None else getattr(self, k) for k in _FIELDS
        }
        return Context(**merged)


_FIELDS = tuple(Context.__dataclass_fields__)


@dataclass(frozen=True)
class Assertion:
    """A printed total (รวม, เฉลี่ย, an unlabelled last row): checked, never stored as a fact.

    `row` and `col` are zero-based; `value` is in the column's unit, baht for money.
    """

    row: int
    col: int
    label: str | None
    key: str
    text: str
    value: Decimal | None


@dataclass(frozen=True)
class FormTable:
    """The facts of one table, before checks.

    `rows`: one Arrow row per data row of the sheet; columns are the form's keys (typed: decimal,
    int, string, bool, date32; areas as codes; names trimmed) plus `src_row` (1-based int).
    `series`: the repeated columns unpivoted, one row per cell that holds a value: `src_row`,
    `src_col` (1-based), `key` (the declared column key), `year_from` (int|null, the first year of a
    range of years), `year` (int|null, the year or the last of the range), `quarter` (int|null),
    `district` (code of the district that heads the column, else null), `value` (decimal|null, baht
    for money), `text` (as written).
    `column_of`: key → zero-based column of the sheet. `header_row`: zero-based, the last header row.
    `texts`: (zero-based row, key) → text as typed, only where it differs from the value.
    `answers`: (kind of rule, its `within`, name key) → answer, for the names on the sheet that a
    rule speaks of: the spelling of a plan, how an indicator's targets are written.
    """

    form: Form
    sheet: str
    header_row: int
    column_of: Mapping[str, int]
    context: Context
    rows: pa.Table
    series: pa.Table
    assertions: tuple[Assertion, ...]
    texts: Mapping[tuple[int, str], str]
    findings: tuple[Finding, ...]
    answers: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def canonical(self, key: str, name: str) -> str:
        """The strategy's spelling of a name in column `key`; the name itself when nobody said."""
        return self.answer("name_alias", name, key) or name

    def answer(self, kind: str, name: str, within: str = "") -> str | None:
        """What a rule says of a name on the sheet; None when no rule does."""
        return self.answers.get((kind, within, name_key(name))) if self.answers else None
