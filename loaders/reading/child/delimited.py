"""Text with separators, in whatever encoding an office program saved it."""

import csv
import re
from pathlib import Path

from .result import FoundSheet, Refused
from .text import rectangle

SEPARATORS = ",;\t|"
LONGEST_FIELD = 1 << 20


def read(path: Path, encoding: str, limits: dict) -> FoundSheet:
    """The table as one sheet named after nothing: a text file has no sheet names."""
    content = path.read_bytes().decode(encoding).removeprefix("\ufeff")
    separator, content = _separator(content)
    csv.field_size_limit(LONGEST_FIELD)
    rows = _rows(content, separator, limits["cells"])
    return FoundSheet("", rectangle(rows))


def _rows(content: str, separator: str, most_cells: int) -> list[list[str]]:
    rows, widest = [], 0
    try:
        for row in csv.reader(content.splitlines(keepends=True), delimiter=separator):
            rows.append(row)
            widest = max(widest, len(row))
            if widest * len(rows) > most_cells:
                raise Refused("unsafe_file", "too_many_cells", limit=most_cells)
    except csv.Error as error:
        raise Refused("unreadable_file", "damaged_text", line=len(rows) + 1) from error
    return rows


def _separator(content: str) -> tuple[str, str]:
    """The separator that splits the first lines most evenly; Excel's own "sep=" line wins."""
    if named := re.match(r"sep=(.)\r?\n", content, re.IGNORECASE):
        return named[1], content[named.end() :]
    sample = [line for line in content[:20_000].splitlines()[:50] if line.strip()]
    return max(SEPARATORS, key=lambda mark: _evenness(sample, mark)), content


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    """How many lines agree on a count of the mark above zero, then that count."""
    counts = [re.sub(r'"[^"]*"', "", line).count(mark) for line in lines]
    agreed = max((c for c in counts if c), key=counts.count, default=0)
    return (counts.count(agreed), agreed) if agreed else (0, 0)
