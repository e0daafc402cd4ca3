"""From the files a child wrote back to a Workbook or a Refusal."""

import json
from pathlib import Path

import pyarrow as pa

from loaders.reading.model import CellSet, Merge, Note, Refusal, Sheet, Workbook


def load_result(
    out: Path, kind: str, encoding: str | None, notes: tuple[Note, ...]
) -> Workbook | Refusal | None:
    """What the child found; None when it did not finish. Columns are mapped, not read."""
    try:
        found = json.loads((out / "result.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    if refusal := found.get("refusal"):
        return Refusal(refusal["code"], refusal["params"])
    sheets = tuple(_sheet(out, described) for described in found["sheets"])
    if not any(sheet.row_count for sheet in sheets):
        return Refusal("empty_file", {"reason": "no_cells"})
    told = tuple(Note(code, params) for code, params in found["notes"])
    return Workbook(kind, encoding, sheets, notes + told)


def _sheet(out: Path, found: dict) -> Sheet:
    return Sheet(
        name=found["name"],
        visible=found["visible"],
        columns=_columns(out, found["columns"]),
        merges=tuple(Merge(*merge) for merge in found["merges"]),
        hidden_rows=frozenset(found["hidden_rows"]),
        hidden_columns=frozenset(found["hidden_columns"]),
        error_cells={(row, col): code for row, col, code in found["errors"]},
        uncached_formulas=_cells(found["uncached"]),
        percent_cells=_cells(found["percent"]),
    )


def _cells(runs: dict) -> CellSet:
    return CellSet({int(col): spans for col, spans in runs.items()})


def _columns(out: Path, columns: list | str) -> tuple[pa.Array, ...]:
    if isinstance(columns, list):
        return tuple(pa.array(_full(column), pa.string()) for column in columns)
    with pa.OSFile(str(out / columns), "rb") as source:
        return tuple(pa.ipc.open_file(source).get_batch(0).columns)


def _full(column: list | dict) -> list[str | None]:
    """A column as a list, also when only its few texts were told."""
    if isinstance(column, list):
        return column
    full: list[str | None] = [None] * column["length"]
    for row, text in zip(column["rows"], column["texts"], strict=True):
        full[row] = text
    return full
