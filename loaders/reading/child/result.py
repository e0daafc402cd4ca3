"""How the child writes what it found: one JSON file a job, wide sheets as Arrow beside it."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class FoundSheet:
    """One sheet on its way back. `columns` are lists of text or None, or an Arrow batch.

    `errors` are [row, col, code]; `uncached` and `percent` are runs {col: [[first, last], …]}.
    """

    name: str
    columns: object
    visible: bool = True
    merges: list = field(default_factory=list)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    uncached: dict = field(default_factory=dict)
    percent: dict = field(default_factory=dict)


class Refused(Exception):
    """The file cannot or must not be read; becomes a Refusal in the parent."""

    def __init__(self, code: str, reason: str, **params: object) -> None:
        super().__init__(reason)
        self.code = code
        self.params = {"reason": reason, **{k: str(v) for k, v in params.items()}}


def hidden_notes(sheets: list) -> list:
    """A note for each sheet that is hidden from its reader; those that our own blank workbooks
    hide (_form, _lists) are nothing to tell."""
    hidden = [sheet.name for sheet in sheets if not sheet.visible]
    return [["hidden_sheet", {"sheet": name}] for name in hidden if not name.startswith("_")]


def write_result(out: Path, sheets: list[FoundSheet], notes: list) -> None:
    """Write all sheets; result.json comes last, so that it exists only when all is there."""
    described = [_describe(out, number, sheet) for number, sheet in enumerate(sheets)]
    _write_json(out, {"sheets": described, "notes": notes})


def write_refusal(out: Path, refused: Refused) -> None:
    _write_json(out, {"refusal": {"code": refused.code, "params": refused.params}})


def _describe(out: Path, number: int, sheet: FoundSheet) -> dict:
    described = dict(vars(sheet))
    if isinstance(sheet.columns, list):
        described["columns"] = [_short_if_sparse(column) for column in sheet.columns]
    else:
        described["columns"] = _write_arrow(out / f"{number}.arrow", sheet.columns)
    return described


def _short_if_sparse(column: list) -> list | dict:
    """A nearly blank column is told by its few texts, as a cell far away leaves many of them."""
    places = [row for row, text in enumerate(column) if text is not None]
    if len(places) * 8 > len(column):
        return column
    return {"length": len(column), "rows": places, "texts": [column[row] for row in places]}


def _write_arrow(path: Path, batch) -> str:
    import pyarrow as pa

    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, batch.schema) as writer:
        writer.write(batch)
    return path.name


def _write_json(out: Path, content: dict) -> None:
    unfinished = out / "result.tmp"
    unfinished.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    unfinished.replace(out / "result.json")


def add_to_runs(runs: dict, row: int, col: int) -> None:
    """Note a cell in runs of rows per column; cells of a column come in rising order."""
    add_run(runs, col, row, row)


def add_run(runs: dict, col: int, first: int, last: int) -> None:
    """Note the cells of a column from the first row to the last."""
    spans = runs.setdefault(col, [])
    if spans and spans[-1][1] == first - 1:
        spans[-1][1] = last
    else:
        spans.append([first, last])
