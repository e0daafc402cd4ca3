"""The committed facts: small CSV files whose every value is kept as the source prints it."""

import csv
from pathlib import Path

ROOT = Path(__file__).parent.parent
FACTS = ROOT / "data" / "facts"


def facts(name: str) -> list[dict[str, str]]:
    """The rows of data/facts/<name>.csv, values as text, '' where the source is blank."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> int | float | str | None:
    """A cell for a printed value: a number when it is one, None when blank, else the text itself.

    >>> number("36.928"), number("1257"), number(""), number("10 (เป้าหมาย รวม)")
    (36.928, 1257, None, '10 (เป้าหมาย รวม)')
    """
    if not text:
        return None
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text
