"""Where the committed reference facts lie and how one of their files is read."""

import csv
from hashlib import sha256
from pathlib import Path

REFERENCE_DIR = Path(__file__).parents[1] / "data" / "reference"


class ReferenceDataError(RuntimeError):
    """A committed reference file contradicts itself; the message names the file and the rows."""


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of data/reference/`name`.csv as texts by column name; an empty cell is ''."""
    with (REFERENCE_DIR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reference_fingerprint() -> str:
    """A short text that changes whenever one of the reference files does."""
    digest = sha256()
    for path in sorted(REFERENCE_DIR.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
