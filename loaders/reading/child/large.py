"""A large sheet read by columns, its pieces on two threads, with the same signs as a small one."""

import zipfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from . import xmlscan
from .columnar import Irregular, Piece
from .result import Refused, add_run
from .shared import shared_texts

THREADS = 2
WAITING = 4  # pieces in memory at once


def read_large_sheets(package: zipfile.ZipFile, sheets: list, book, limits: dict):
    """(sheet, columns, signs) of those sheets whose XML has the regular shape."""
    try:
        shared = shared_texts(package)
    except Irregular:
        return
    for sheet in sheets:
        try:
            yield sheet, *_read_sheet(package, sheet, book, shared, limits)
        except (Irregular, pa.ArrowInvalid):
            continue


def _read_sheet(
    package: zipfile.ZipFile, sheet, book, shared: pa.Array, limits: dict
) -> tuple[pa.RecordBatch, xmlscan.Scan]:
    found, done, end, widest = xmlscan.Scan(), [], 0, 0
    for xml, piece in _pieces(package, sheet.part, book, shared):
        xmlscan.look_at_rows(xml, found)
        if piece.has_errors:
            xmlscan.look_for_errors(xml, found)
        if piece.has_uncached:
            xmlscan.look_for_uncached(xml, found, book.recalculates)
        for col, first, last in piece.percent:
            add_run(found.percent, col, first, last)
        if piece.columns:
            if piece.first < end:
                raise Irregular("rows out of order")
            done.append(piece)
            end = piece.last + 1
            widest = max(widest, len(piece.columns))
            _check_area(package, sheet, end * widest, limits["cells"])
    return _without(_joined(done), found.uncached), found


def _without(columns: pa.RecordBatch, runs: dict) -> pa.RecordBatch:
    """The columns with the cells of the runs blank: a stored 0 there is no result."""
    for col, spans in runs.items():
        if col < columns.num_columns:
            blank = np.zeros(columns.num_rows, bool)
            for first, last in spans:
                blank[first : last + 1] = True
            kept = pc.if_else(pa.array(blank), None, columns.column(col))
            columns = columns.set_column(col, str(col), kept)
    return columns


def _pieces(package, part: str, book, shared) -> Iterator[tuple[bytes, Piece]]:
    """Pieces in order; NumPy and Arrow leave the interpreter free, so two are worked on at once."""
    waiting: deque[tuple[bytes, Future]] = deque()
    with ThreadPoolExecutor(THREADS) as pool:
        for xml in xmlscan.pieces(package, part):
            waiting.append((xml, pool.submit(Piece, xml, book, shared)))
            if len(waiting) >= WAITING:
                xml, future = waiting.popleft()
                yield xml, future.result()
        for xml, future in waiting:
            yield xml, future.result()


def _check_area(package: zipfile.ZipFile, sheet, area: int, most_cells: int) -> None:
    if area > most_cells:
        _, _, cell = xmlscan.extent(package, sheet.part)
        raise Refused("unsafe_file", "far_cell", sheet=sheet.name, cell=cell)


def _joined(pieces: list[Piece]) -> pa.RecordBatch:
    """One array per column, rows and columns that no piece holds filled with nulls."""
    width = max((len(piece.columns) for piece in pieces), default=0)
    parts: list[list[pa.Array]] = [[] for _ in range(width)]
    end = 0
    for piece in pieces:
        height = piece.last - piece.first + 1
        blank, missing = pa.nulls(piece.first - end, pa.string()), pa.nulls(height, pa.string())
        for col, arrays in enumerate(parts):
            arrays += [blank, piece.columns[col] if col < len(piece.columns) else missing]
        end = piece.last + 1
    columns = [pa.concat_arrays(arrays) for arrays in parts]
    return pa.record_batch(columns, names=[str(col) for col in range(width)])
