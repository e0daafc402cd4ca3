"""The sheet XML of a large workbook straight to Arrow columns, a few thousand rows at a time.

The general readers make a Python object of every cell (slow), or text with decimals cut off after
the ninth. Here NumPy finds all tags of a piece of XML at once, and the bytes of the values become
Arrow text without a loop over cells. Only XML of the regular shape that office programs write is
read; anything else raises `Irregular` and goes to the general reader.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .rendering import BOOLEANS, iso_text, moments, plain_text, shortest

LT, GT, QUOTE, SPACE = b'<>" '
PADDING = b" " * 16
NUMBER, SHARED, INLINE, FORMULA_TEXT, BOOLEAN, ERROR, DATE = range(7)
TYPES = {b"n": NUMBER, b"s": SHARED, b"i": INLINE, b"b": BOOLEAN, b"e": ERROR, b"d": DATE}
SAFE_DIGITS = 15  # what a double holds of every decimal number as it is written


class Irregular(Exception):
    """XML of a shape that this reader does not read."""


class Piece:
    """Whole rows of a sheet: `first` row, one array of text per column from A on, and signs.

    `percent` are runs (column, first row, last row) of numbers with a percent style;
    `has_errors` and `has_uncached` tell whether a closer look is worth while.
    """

    def __init__(self, xml: bytes, book, shared: pa.Array) -> None:
        cells = _Cells(xml)
        self.first, self.last, self.columns, self.percent = 0, -1, [], []
        self.has_errors = bool((cells.kind == ERROR).any())
        self.has_uncached = cells.has_formula_without_value or (
            book.recalculates and cells.has_formula_of_zero
        )
        if not len(cells.row):
            return
        self.first, self.last = int(cells.row.min()), int(cells.row.max())
        self.columns = self._columns(cells, _rendered(cells, book, shared))
        percent = np.isin(cells.style, list(book.percent_styles)) & (cells.kind == NUMBER)
        self.percent = list(_runs(cells.row[percent], cells.col[percent]))

    def _columns(self, cells: "_Cells", text: pa.Array) -> list[pa.Array]:
        height, width = self.last - self.first + 1, int(cells.col.max()) + 1
        if height * width > 20 * len(cells.row) + 100_000:
            raise Irregular("cells far apart")
        where = np.full((width, height), -1, np.int64)
        where[cells.col, cells.row - self.first] = np.arange(len(cells.row))
        return [text.take(pa.array(at, mask=at < 0)) for at in where]


def _runs(rows: np.ndarray, cols: np.ndarray):
    """(column, first row, last row) of unbroken runs of cells."""
    for col in np.unique(cols):
        mine = rows[cols == col]
        breaks = np.flatnonzero(np.diff(mine) != 1)
        firsts, lasts = mine[np.r_[0, breaks + 1]], mine[np.r_[breaks, len(mine) - 1]]
        yield from ((int(col), int(a), int(b)) for a, b in zip(firsts, lasts, strict=True))


class _Cells:
    """The cells of a piece that hold a value: place, kind, style, and where the value's bytes are."""

    def __init__(self, piece: bytes) -> None:
        self.buffer = buffer = np.frombuffer(piece + PADDING, np.uint8)
        tags = np.flatnonzero(buffer == LT)
        name, after = buffer[tags + 1], buffer[tags + 2]
        ends_name = (after == SPACE) | (after == GT)
        is_cell = (name == ord("c")) & ends_name
        is_value = ((name == ord("v")) | (name == ord("t"))) & ends_name
        owner = np.cumsum(is_cell) - 1
        at = np.flatnonzero(is_value)
        if len(at) and (owner[at[0]] < 0 or (np.diff(owner[at]) == 0).any()):
            raise Irregular("several texts in a cell")
        is_formula = (name == ord("f")) & ends_name
        begin, end = _between(buffer, tags, at)
        full = end > begin
        self.begin, self.end = begin[full], end[full]
        self._formulas(owner[is_formula], owner[at[full]], len(tags))
        self._attributes(tags[is_cell][owner[at[full]]])

    def _formulas(self, formulas: np.ndarray, valued: np.ndarray, most: int) -> None:
        is_valued = np.zeros(most, bool)
        is_valued[valued] = True
        self.has_formula_without_value = not is_valued[formulas].all()
        zero = (self.end - self.begin == 1) & (self.buffer[self.begin] == ord("0"))
        is_valued[valued] = zero
        self.has_formula_of_zero = bool(is_valued[formulas].any())

    def _attributes(self, starts: np.ndarray) -> None:
        """Read r, s and t of each cell's tag, in whatever order they stand."""
        buffer = self.buffer
        quotes = np.flatnonzero(buffer == QUOTE)
        index = np.searchsorted(quotes, starts)
        count = len(starts)
        self.row, self.col = np.full(count, -1, np.int64), np.zeros(count, np.int64)
        self.style, self.kind = np.zeros(count, np.int64), np.zeros(count, np.uint8)
        alive = np.arange(count)
        for _ in range(6):
            if not len(alive):
                break
            opening, closing = quotes[index[alive]], quotes[index[alive] + 1]
            single = buffer[opening - 3] == SPACE
            letter = np.where(single, buffer[opening - 2], 0)
            self._read(letter, alive, opening + 1, closing)
            index[alive] += 2
            alive = alive[buffer[closing + 1] == SPACE]
        if (self.row < 0).any():
            raise Irregular("a cell without address")

    def _read(self, letter, alive, begin, end) -> None:
        if (places := letter == ord("r")).any():
            self._places(alive[places], begin[places], end[places])
        if (styles := letter == ord("s")).any():
            self.style[alive[styles]] = _digits(self.buffer, begin[styles], end[styles])
        if (types := letter == ord("t")).any():
            self._types(alive[types], begin[types], end[types])

    def _places(self, alive, begin, end) -> None:
        column, at = np.zeros(len(alive), np.int64), begin.copy()
        for _ in range(3):
            byte = self.buffer[at].astype(np.int64)
            letter = (byte >= 65) & (byte <= 90)
            column = np.where(letter, column * 26 + byte - 64, column)
            at += letter
        self.col[alive] = column - 1
        self.row[alive] = _digits(self.buffer, at, end) - 1

    def _types(self, alive, begin, end) -> None:
        first, length = self.buffer[begin], end - begin
        for mark, kind in TYPES.items():
            self.kind[alive[first == mark[0]]] = kind
        self.kind[alive[(first == ord("s")) & (length == 3)]] = FORMULA_TEXT

    def texts(self) -> pa.Array:
        """The bytes of all values, in document order, as one Arrow array."""
        return _texts(self.buffer, self.begin, self.end)


def tag_texts(xml: bytes, tag: bytes) -> pa.Array:
    """The raw text of every element of a one-letter name, in document order."""
    buffer = np.frombuffer(xml + PADDING, np.uint8)
    tags = np.flatnonzero(buffer == LT)
    after = buffer[tags + 2]
    is_wanted = (buffer[tags + 1] == tag[0]) & ((after == SPACE) | (after == GT))
    return _texts(buffer, *_between(buffer, tags, np.flatnonzero(is_wanted)))


def _between(buffer: np.ndarray, tags: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """From behind the > of each chosen tag to the < of the tag that follows it."""
    begin = tags[at] + 3
    for attributed in np.flatnonzero(buffer[begin - 1] != GT):
        start = begin[attributed]
        closing = buffer[start : start + 200].tobytes().find(b">")
        if closing < 0:
            raise Irregular("a long tag")
        begin[attributed] += closing + 1
    return begin, tags[np.minimum(at + 1, len(tags) - 1)]


def _texts(buffer: np.ndarray, begin: np.ndarray, end: np.ndarray) -> pa.Array:
    """The bytes from begin to end of each as Arrow text: every second slice of the buffer, those
    between them being the tags."""
    offsets = np.empty(2 * len(begin) + 1, np.int32)
    offsets[:-1:2], offsets[1::2], offsets[-1] = begin, end, len(buffer)
    slices = pa.StringArray.from_buffers(
        2 * len(begin), pa.py_buffer(offsets), pa.py_buffer(buffer)
    )
    return slices.take(pa.array(np.arange(0, 2 * len(begin), 2)))


def _digits(buffer: np.ndarray, begin: np.ndarray, end: np.ndarray) -> np.ndarray:
    """The whole numbers written between begin and end."""
    length = end - begin
    longest = int(length.max(initial=0))
    if longest > 9 or (length < 1).any():
        raise Irregular("a number out of range")
    value = np.zeros(len(begin), np.int64)
    for position in range(longest):
        byte = buffer[np.minimum(begin + position, len(buffer) - 1)].astype(np.int64) - 48
        within = position < length
        if ((byte < 0) | (byte > 9))[within].any():
            raise Irregular("not a number")
        value = np.where(within, value * 10 + byte, value)
    return value


def _rendered(cells: _Cells, book, shared: pa.Array) -> pa.Array:
    """The text of every cell, as `cell_text` would give it."""
    raw = cells.texts()
    changes = []
    for kind, change in (
        (SHARED, lambda some: shared.take(pc.cast(some, pa.int32()))),
        (INLINE, plain_text),
        (FORMULA_TEXT, plain_text),
        (ERROR, plain_text),
        (BOOLEAN, lambda some: BOOLEANS.take(pc.cast(some, pa.int8()))),
        (DATE, iso_text),
    ):
        if len(at := np.flatnonzero(cells.kind == kind)):
            changes.append((at, change(raw.take(pa.array(at)))))
    numbers = cells.kind == NUMBER
    dated = numbers & np.isin(cells.style, list(book.date_styles | book.elapsed_styles))
    if len(at := np.flatnonzero(dated)):
        changes.append((at, moments(raw.take(pa.array(at)), cells.style[at], book)))
    length = cells.end - cells.begin
    last = cells.buffer[cells.end - 1]
    plain = (length <= SAFE_DIGITS) & (last != ord("0")) | (length == 1)
    if _has_exponent(cells, numbers):
        plain[:] = False
    if len(at := np.flatnonzero(numbers & ~dated & ~plain)):
        changes.append((at, shortest(raw.take(pa.array(at)))))
    return _replaced(raw, changes)


def _replaced(raw: pa.Array, changes: list) -> pa.Array:
    """`raw` with the texts at some places changed."""
    if not changes:
        return raw
    chosen = np.arange(len(raw))
    start = len(raw)
    for at, _ in changes:
        chosen[at] = np.arange(start, start + len(at))
        start += len(at)
    return pa.concat_arrays([raw, *(texts for _, texts in changes)]).take(pa.array(chosen))


def _has_exponent(cells: _Cells, numbers: np.ndarray) -> bool:
    """Whether some number is not written as digits, one dot and a leading minus."""
    begin, end = cells.begin[numbers], cells.end[numbers]
    marks = np.flatnonzero((cells.buffer == ord("E")) | (cells.buffer == ord("e")))
    first = np.searchsorted(marks, begin)
    return bool((np.searchsorted(marks, end) > first).any())
