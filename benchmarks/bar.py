"""A speed bar as it is written, "≤ 1.5 ×", and what was measured against it."""

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(?P<side>[≤≥]) (?P<limit>\d+(?:\.\d+)?) (?P<unit>×|ms|s|/s)")


@dataclass(frozen=True)
class Bar:
    """The most, or with `at_least` the least, that a figure of `unit` may be; "×" is a ratio."""

    limit: float
    unit: str
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g} {self.unit}"

    def holds(self, figure: float) -> bool:
        """Whether a figure keeps to the bar."""
        return figure >= self.limit if self.at_least else figure <= self.limit


def parse_bar(written: str) -> Bar:
    """The bar a text means. Raises ValueError for any other text.

    >>> parse_bar("≥ 6 ×")
    Bar(limit=6.0, unit='×', at_least=True)
    """
    found = _WRITTEN.fullmatch(written)
    if not found:
        raise ValueError(f"not a speed bar: {written!r}")
    return Bar(float(found["limit"]), found["unit"], found["side"] == "≥")


@dataclass(frozen=True)
class Result:
    """One line of the table: what was measured, beside which floor, against which bar.

    `figure` is in the bar's unit: a ratio for "×". `subject` and `floor` are the medians as shown,
    with their units; `floor` is empty where the bar is not a ratio.
    """

    benchmark: str
    what: str
    figure: float
    bar: Bar
    subject: str
    floor: str = ""

    @property
    def kept(self) -> bool:
        """Whether the bar holds."""
        return self.bar.holds(self.figure)
