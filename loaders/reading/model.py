"""What reading a file gives: cells with their addresses, or the reason why there are none."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pyarrow as pa

MIB = 1 << 20


class Merge(NamedTuple):
    """A merged range, zero-based and inclusive."""

    row0: int
    col0: int
    row1: int
    col1: int


@dataclass(frozen=True)
class Limits:
    """How much one file may ask of the machine; real government workbooks stay far below."""

    file_bytes: int = 20 * MIB
    unpacked_bytes: int = 200 * MIB
    zip_parts: int = 2_000
    zip_ratio: int = 100
    cells: int = 5_000_000
    memory_bytes: int = 1024 * MIB
    seconds: float = 10.0


LIMITS = Limits()


class CellSet(Set):
    """A set of zero-based (row, column) pairs, kept as runs of rows per column.

    A column of 75,000 percentages is one run, so it costs bytes instead of megabytes.
    """

    def __init__(self, runs: Mapping[int, list[tuple[int, int]]] | None = None) -> None:
        self._runs = {col: tuple(map(tuple, spans)) for col, spans in sorted((runs or {}).items())}

    @classmethod
    def _from_iterable(cls, cells) -> frozenset:
        return frozenset(cells)

    def __contains__(self, cell: object) -> bool:
        row, col = cell
        return any(first <= row <= last for first, last in self._runs.get(col, ()))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for col, spans in self._runs.items():
            for first, last in spans:
                yield from ((row, col) for row in range(first, last + 1))

    def __len__(self) -> int:
        return sum(last - first + 1 for spans in self._runs.values() for first, last in spans)

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return f"CellSet({self._runs!r})"

    @property
    def columns(self) -> frozenset[int]:
        """The columns that hold at least one of the cells."""
        return frozenset(self._runs)

    def runs(self, col: int) -> tuple[tuple[int, int], ...]:
        """The cells of a column as runs of rows, first and last inclusive."""
        return self._runs.get(col, ())


@dataclass(frozen=True)
class Sheet:
    """One sheet as text: row i of a column is sheet row i + 1, column j is sheet column j + 1.

    Dates are "2026-03-31", numbers the shortest decimal without ".0", booleans TRUE and FALSE;
    None is a blank cell (white space alone counts as blank). A merged range has its text in its
    first cell only. `error_cells` gives the code of each Excel error, which is also the cell's
    text; `uncached_formulas` are formulas whose result the file does not hold (blank here, not
    zero); `percent_cells` are numbers shown with a % format, so 0.05 there means 5 percent.
    """

    name: str
    visible: bool
    columns: tuple[pa.Array, ...]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    error_cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    uncached_formulas: Set[tuple[int, int]] = frozenset()
    percent_cells: Set[tuple[int, int]] = frozenset()

    @property
    def row_count(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    @property
    def column_count(self) -> int:
        return len(self.columns)

    def cell(self, row: int, col: int) -> str | None:
        """The text at a zero-based place; None when blank or outside the sheet."""
        inside = 0 <= row < self.row_count and 0 <= col < self.column_count
        return self.columns[col][row].as_py() if inside else None

    def rows(self, start: int = 0, stop: int | None = None) -> list[list[str | None]]:
        """Rows start to stop (exclusive) as lists of text, for looking at a few of them."""
        stop = self.row_count if stop is None else min(stop, self.row_count)
        taken = [column.slice(start, max(stop - start, 0)).to_pylist() for column in self.columns]
        return [list(row) for row in zip(*taken, strict=True)]

    @cached_property
    def anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each covered cell of a merged range → the range's first cell, which holds its text."""
        return {
            (row, col): (m.row0, m.col0)
            for m in self.merges
            for row in range(m.row0, min(m.row1, self.row_count - 1) + 1)
            for col in range(m.col0, min(m.col1, self.column_count - 1) + 1)
            if (row, col) != (m.row0, m.col0)
        }


@dataclass(frozen=True)
class Note:
    """Something a reader of the figures should know about the file: macros, hidden sheets …"""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """A file that could be read. `kind` is what it is by content, whatever its name says."""

    kind: str
    encoding: str | None
    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A file that could not, or must not, be read; `params["reason"]` is a stable key.

    `code` is one of encrypted_file, unsafe_file, unreadable_file, empty_file.
    """

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


def address(row: int, col: int) -> str:
    """The spreadsheet name of a zero-based place.

    >>> address(1, 4)
    'E2'
    >>> address(0, 26)
    'AA1'
    """
    return f"{column_letters(col)}{row + 1}"


def column_letters(col: int) -> str:
    """The letters of a zero-based column: 0 → A, 26 → AA."""
    letters = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
