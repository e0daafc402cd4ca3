"""Where the committed reference facts lie and how one of their files is read."""

import csv
from pathlib import Path

REFERENCE_DIR = Path(__file__).parents[1] / "data" / "reference"


class ReferenceDataError(RuntimeError):
    """A committed reference file contradicts itself; the message names the file and the rows."""


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of data/reference/`name`.csv as texts by column name; an empty cell is ''."""
    with (REFERENCE_DIR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
