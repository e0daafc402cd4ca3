"""Rows as an aligned table, CSV or JSON."""

import csv
import json
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO

FORMATS = ("table", "csv", "json")


def write(out: TextIO, columns: Sequence[str], rows: Sequence[tuple], kind: str) -> None:
    """Writes rows in one of FORMATS; JSON is a list of objects, its decimals plain numbers."""
    match kind:
        case "json":
            objects = [dict(zip(columns, map(_plain, row), strict=True)) for row in rows]
            out.write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
        case "csv":
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([[_text(value) for value in row] for row in rows])
        case _:
            out.write(aligned(columns, rows) + "\n")


def aligned(columns: Sequence[str], rows: Sequence[tuple]) -> str:
    """A table whose columns line up on a terminal, also in Thai; numbers stand to the right.

    >>> print(aligned(("plan", "budget"), [("ก", 10), ("กี่", None)]))
    plan  budget
    ก         10
    กี่
    """
    right = [
        any(isinstance(row[place], int | float | Decimal) for row in rows)
        for place in range(len(columns))
    ]
    lines = [list(columns), *([_shown(value) for value in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(_padded, line, widths, right)).rstrip() for line in lines)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def _text(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return _plain(value) if isinstance(value, date | datetime) else value


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else str(_text(value))


def _width(text: str) -> int:
    """Columns on a terminal: Thai vowels and tone marks above and below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
