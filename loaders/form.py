"""How a form is declared: its columns, what each may hold, and where its facts go.

From one declaration come the blank workbook, the reader, the checks, the data dictionary and the
synthetic data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",  # kept as written, spaces trimmed
    "number",  # Decimal; a unit in the cell is parsed away and kept in "<key>_unit" if declared
    "count",  # whole number ≥ 0
    "percent",  # percent number, 5 = 5 %
    "money",  # baht after the unit of cell, header or title
    "year",  # Buddhist-era year
    "quarter",  # 1-4, None = whole year
    "date",
    "yes_no",  # True/False/None = unknown
    "choice",  # one of `choices` (code → accepted words)
    "area",  # resolved to an area code
    "province",
    "district",  # resolved within the row's province
]


@dataclass(frozen=True)
class Column:
    """One column of a form.

    `key` is the name in the database; `header` the canonical Thai header printed in the blank
    workbook; `accepted` other headers the reader knows (compared after Thai normalisation, spaces
    removed). `repeat` marks a header that stands for a series of columns: "year" (2557, 2558, …),
    "year_range" (2557 - 2560), "quarter" (ไตรมาส 1 …), "district" (the districts of the sheet's
    province by name), whose values become rows. `instead_of` names
    columns that a sheet with this one need not have (a result a quarter needs no result); the blank
    workbook leaves such a second way of saying the same out. A choice that is `open` keeps a word
    outside its list as written, and a question asks which entry it means.
    """

    key: str
    header: str
    header_en: str
    kind: Kind = "text"
    required: bool = False
    accepted: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    repeat: Literal["year", "year_range", "quarter", "district"] | None = None
    instead_of: tuple[str, ...] = ()
    open: bool = False
    fill_down: bool = False
    nil_is_zero: bool = False
    example: str = ""
    help_th: str = ""
    help_en: str = ""


@dataclass(frozen=True)
class Form:
    """One form: what agencies send, declared once.

    `from_context` names columns that may come from the title lines or the command line instead of
    a column (province, fiscal_year, quarter …). `row_key` is what makes a row unique in a sheet.
    `checks` are the form's own table checks: functions FormTable → iterable of Finding.
    Of a form `without_persons` a sheet that holds names, ID or telephone numbers is not read at all.
    """

    name: str
    number: int
    version: int
    title: str
    title_en: str
    accepted_titles: tuple[str, ...]
    columns: tuple[Column, ...]
    row_key: tuple[str, ...]
    from_context: tuple[str, ...] = ()
    period: Literal["year", "quarter", "plan", "none"] = "year"
    checks: tuple[Callable, ...] = ()
    without_persons: bool = False
    help_th: str = ""
    help_en: str = ""

    def column(self, key: str) -> Column:
        """The declared column of that key; KeyError when the form has none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns that every row must fill (from a column of the sheet or from its title)."""
        return tuple(column for column in self.columns if column.required)
