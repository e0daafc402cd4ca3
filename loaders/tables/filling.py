"""The texts of a table's columns, with merged cells undone and "same as above" filled in."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.tables.grid import Grid

_STAYS_BLANK = "\x00"


def unmerged(grid: Grid, col: int, rows: np.ndarray) -> pa.Array:
    """The column's texts at the rows; inside a merged range of several rows, its first text."""
    texts = _taken(grid, col, rows)
    merges = grid.tall_merges.get(col)
    if not merges:
        return texts
    filled = texts.to_pylist()
    for merge in merges:
        text = grid.sheet.cell(merge.row0, merge.col0)
        first, last = np.searchsorted(rows, (merge.row0, merge.row1 + 1))
        filled[first:last] = [text] * (last - first)
    return pa.array(filled, pa.string())


def figures(grid: Grid, col: int, rows: np.ndarray) -> pa.Array:
    """The column's texts at the rows as they stand: a merged figure belongs to its first row."""
    return _taken(grid, col, rows)


def filled_down(columns: Mapping[str, pa.Array], order: Sequence[str]) -> dict[str, pa.Array]:
    """The columns with blanks meaning "same as above" filled, `order` from the left.

    A blank beside a new value further left starts anew: a new province does not inherit the
    district of the one above it.
    """
    filled: dict[str, pa.Array] = {}
    anew: np.ndarray | None = None
    for key in order:
        texts = columns[key]
        blank = texts.is_null().to_numpy(zero_copy_only=False)
        if blank.any():
            if anew is not None and (blank & anew).any():
                texts = pc.if_else(pa.array(blank & anew), _STAYS_BLANK, texts)
            texts = pc.fill_null_forward(texts)
            texts = pc.if_else(pc.equal(texts, _STAYS_BLANK), pa.scalar(None, pa.string()), texts)
        filled[key] = texts
        changed = _changed(texts)
        anew = changed if anew is None else anew | changed
    return filled


def sections_under(texts: pa.Array | None, sections: Sequence[str | None]) -> pa.Array:
    """The column's texts, or where it is blank or absent, those of the section lines above."""
    under = pa.array(sections, pa.string())
    return under if texts is None else pc.coalesce(texts, under)


def _taken(grid: Grid, col: int, rows: np.ndarray) -> pa.Array:
    column = grid.sheet.columns[col]
    taken = column.take(pa.array(rows, pa.int64())) if not _is_run(rows) else _slice(column, rows)
    return taken.combine_chunks() if isinstance(taken, pa.ChunkedArray) else taken


def _is_run(rows: np.ndarray) -> bool:
    return len(rows) > 0 and rows[-1] - rows[0] + 1 == len(rows)


def _slice(column: pa.Array, rows: np.ndarray) -> pa.Array:
    return column.slice(int(rows[0]), len(rows))


def _changed(texts: pa.Array) -> np.ndarray:
    """Where a value differs from the one in the row above; never in the first row."""
    changed = np.zeros(len(texts), dtype=bool)
    if len(texts) > 1:
        differs = pc.not_equal(texts.slice(1), texts.slice(0, len(texts) - 1))
        changed[1:] = differs.fill_null(True).to_numpy(zero_copy_only=False)
    return changed
