"""The first start: from nothing to a database with the samples and the demonstration set."""

import tempfile
from collections.abc import Iterator
from statistics import median

from benchmarks.bar import Result, parse_bar
from benchmarks.harness import Size, as_seconds
from benchmarks.process import seconds_of

NAME = "first_start"

PREPARE = (
    "import sys; from pathlib import Path; from loaders.first_start import prepare; "
    "folder = Path(sys.argv[1]); prepare(folder / 'strategy.duckdb', folder)"
)


def measure(size: Size) -> Iterator[Result]:
    """The whole of it: workbooks written, read, checked and stored."""
    time = median(subject() for _ in range(min(size.rounds, 3)))
    what = "samples and demonstration set written, read, checked, stored"
    yield Result(NAME, what, time, parse_bar("≤ 30 s"), as_seconds(time))


def subject() -> float:
    """Seconds that the server needs before it can show its first page for the first time."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        return seconds_of(["-c", PREPARE, folder])
