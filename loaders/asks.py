"""What a finding asks of a person: which rule an answer would make, and what can be answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "column_meaning",  # header as written → key of a column of the form, or IGNORED
    "nil_meaning",  # key of a column → zero | not_reported: what "-" says there
    "change_mode",  # indicator → level | points | percent: how its targets are written
    "area_alias",  # name as written → area code; `within` the area it must lie in
    "name_alias",  # name as written → name in the strategy; `within` the column's key
    "target_rule",  # indicator → sum | compound | overall | final | maintain
    "unit_factor",  # key of a column, or indicator (`within` the column) → factor of its figures
    "style",  # indicator, or key of a column → period | cumulative (| stock, of an indicator)
    "form_of_sheet",  # header row as written → name of a form, or IGNORED
    "agency_of_file",  # a file's name → agency, or NOBODY; `within` the area it is about
]

KINDS: tuple[Kind, ...] = Kind.__args__
IGNORED = "ignore"
NOBODY = "-"  # of no single agency

MOST_CELLS = 12  # cells named one by one before the rest is only counted


@dataclass(frozen=True)
class Choice:
    """One possible answer; `detail` is what speaks for it: a likeness, a computed value, a place."""

    answer: str
    detail: str = ""


@dataclass(frozen=True)
class Asks:
    """The question in a finding.

    `subject` is what the rule would be about, `within` narrows it (see Kind). When `inverse`, the
    choices are subjects and `subject` is the answer: which of these headers is the missing column?
    `other_subjects` are what it might be about instead: other rows that may be the header.
    `cells` are the first of the `cell_count` cells (zero-based) that an answer would change.
    """

    kind: Kind
    form: str | None
    agency: str | None
    subject: str
    choices: tuple[Choice, ...] = ()
    within: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    cell_count: int = 0
    inverse: bool = False
    other_subjects: tuple[str, ...] = ()


def first_cells(rows: Iterable[int], col: int) -> tuple[tuple[int, int], ...]:
    """The first cells of a column at zero-based rows, as many as a question names."""
    return tuple((int(row), col) for row, _ in zip(rows, range(MOST_CELLS), strict=False))
