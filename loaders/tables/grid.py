"""A sheet made ready for looking at: distinct texts per column, merged cells, blanks."""

from collections.abc import Callable, Set
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.reading import CellSet, Merge, Sheet

_FEW_TEXTS = 3_000


class Grid:
    """A sheet with what several readers of it need computed once, on first use."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._encoded: dict[int, pa.DictionaryArray] = {}
        self._matches: dict[str, dict[int, np.ndarray]] = {}

    def encoded(self, col: int) -> pa.DictionaryArray:
        """The column with each distinct text once; blanks are null indices."""
        if col not in self._encoded:
            column = self.sheet.columns[col]
            if isinstance(column, pa.ChunkedArray):
                column = column.combine_chunks()
            self._encoded[col] = column.dictionary_encode()
        return self._encoded[col]

    @cached_property
    def filled(self) -> np.ndarray:
        """How many cells of each row hold something."""
        counts = np.zeros(self.sheet.row_count, dtype=np.int32)
        for col in range(self.sheet.column_count):
            counts += self.has_text(col)
        return counts

    def has_text(self, col: int) -> np.ndarray:
        """Whether each row's cell of the column holds something."""
        column = self.sheet.columns[col]
        if column.null_count == 0:
            return np.ones(len(column), dtype=bool)
        return column.is_valid().to_numpy(zero_copy_only=False)

    def where(self, col: int, pattern: str, wanted: Callable[[str], bool]) -> np.ndarray:
        """The rows (as booleans) whose text in the column satisfies `wanted`, which is asked once a
        text, and only of texts that contain the (RE2) pattern."""
        encoded = self.encoded(col)
        answers = self._matching(col, pattern)
        for index in np.flatnonzero(answers):
            answers[index] = wanted(encoded.dictionary[int(index)].as_py())
        return self._spread(encoded, answers)

    def where_matches(self, col: int, pattern: str) -> np.ndarray:
        """The rows whose text in the column contains the (RE2) pattern."""
        encoded = self.encoded(col)
        return self._spread(encoded, self._matching(col, pattern))

    def texts(self, row: int) -> list[tuple[int, str]]:
        """The filled cells of a row as (column, text)."""
        cells = ((col, self.sheet.cell(row, col)) for col in range(self.sheet.column_count))
        return [(col, text) for col, text in cells if text is not None]

    def shown(self, row: int, col: int) -> str | None:
        """The text a person sees at a place: that of the merged range it belongs to."""
        return self.sheet.cell(*self.sheet.anchors.get((row, col), (row, col)))

    @cached_property
    def wide_merges(self) -> dict[int, int]:
        """Row → number of columns of the widest merged range that starts in it."""
        widths: dict[int, int] = {}
        for merge in self.sheet.merges:
            width = merge.col1 - merge.col0 + 1
            widths[merge.row0] = max(width, widths.get(merge.row0, 0))
        return widths

    @cached_property
    def tall_merges(self) -> dict[int, list[Merge]]:
        """Column → merged ranges of several rows that cover it."""
        found: dict[int, list[Merge]] = {}
        for merge in self.sheet.merges:
            if merge.row1 > merge.row0:
                for col in range(merge.col0, min(merge.col1, self.sheet.column_count - 1) + 1):
                    found.setdefault(col, []).append(merge)
        return found

    def _matching(self, col: int, pattern: str) -> np.ndarray:
        """Which distinct texts of the column contain the pattern."""
        texts = self.encoded(col).dictionary
        if len(texts) > _FEW_TEXTS:
            return _contain(texts, pattern)
        if pattern not in self._matches:
            self._matches[pattern] = self._matching_together(pattern)
        return self._matches[pattern][col].copy()

    def _matching_together(self, pattern: str) -> dict[int, np.ndarray]:
        """The same for all columns of few texts at once: compiling the pattern takes longer than
        looking through a small sheet."""
        every = {col: self.encoded(col).dictionary for col in range(self.sheet.column_count)}
        few = {col: texts for col, texts in every.items() if len(texts) <= _FEW_TEXTS}
        ends = np.cumsum([len(texts) for texts in few.values()])[:-1]
        found = np.split(_contain(pa.concat_arrays(list(few.values())), pattern), ends)
        return dict(zip(few, found, strict=True))

    @staticmethod
    def _spread(encoded: pa.DictionaryArray, answers: np.ndarray) -> np.ndarray:
        if not len(answers):
            return np.zeros(len(encoded), dtype=bool)
        indices = encoded.indices.fill_null(len(answers)).to_numpy(zero_copy_only=False)
        return np.append(answers, False)[indices]


def _contain(texts: pa.Array, pattern: str) -> np.ndarray:
    return pc.match_substring_regex(texts, pattern).to_numpy(zero_copy_only=False).copy()


def marked(cells: Set, col: int, rows: np.ndarray) -> np.ndarray:
    """Which of the rows (ascending) have their cell of the column in a set of cells."""
    if isinstance(cells, CellSet):
        runs = cells.runs(col)
    else:
        runs = [(row, row) for row, c in cells if c == col]
    found = np.zeros(len(rows), dtype=bool)
    for first, last in runs:
        found[slice(*np.searchsorted(rows, (first, last + 1)))] = True
    return found
