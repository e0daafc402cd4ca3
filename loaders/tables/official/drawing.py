"""A sheet taken apart into rows of text and put together again."""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from loaders.reading import Sheet

Row = list[str | None]


def rows_of(sheet: Sheet) -> list[Row]:
    """Every row as its texts, None where a cell is blank."""
    return sheet.rows()


def redrawn(sheet: Sheet, rows: Sequence[Row], top: int) -> Sheet:
    """The sheet with other texts, and nothing merged from row `top` on; rows may have grown wider."""
    width = max(map(len, rows))
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    columns = tuple(pa.array(column, pa.string()) for column in zip(*filled, strict=True))
    return replace(sheet, columns=columns, merges=tuple(m for m in sheet.merges if m.row0 < top))
