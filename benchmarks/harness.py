"""Paired rounds: floor, subject, floor, subject …, so that a busy machine slows both alike."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.bar import Result, parse_bar


@dataclass(frozen=True)
class Size:
    """How much is measured: `scale` of the promised amount of data, `rounds` of each pair.

    `slow` allows what is measured once and takes minutes.
    """

    scale: float
    rounds: int
    slow: bool = False

    def rows(self, full: int) -> int:
        """That many rows at full scale, at least a few."""
        return max(20, round(full * self.scale))


FULL = Size(scale=1, rounds=5, slow=True)
QUICK = Size(scale=1, rounds=3)
TINY = Size(scale=0.002, rounds=1)


@dataclass(frozen=True)
class Pair:
    """The figures of a floor and of a subject, round by round."""

    floor: Sequence[float]
    subject: Sequence[float]

    @property
    def ratio(self) -> float:
        """The median of the rounds' ratios, each of two neighbours in time."""
        return median(s / f for f, s in zip(self.floor, self.subject, strict=True))


def paired(floor: Callable[[], float], subject: Callable[[], float], rounds: int) -> Pair:
    """The figures of both, taken in turn."""
    taken = [(floor(), subject()) for _ in range(rounds)]
    floors, subjects = zip(*taken, strict=True)
    return Pair(floors, subjects)


def seconds(work: Callable[[], object]) -> float:
    """How long a call takes on the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio_result(
    benchmark: str, what: str, pair: Pair, bar: str, shown: Callable[[float], str]
) -> Result:
    """The line of a bar on subject ÷ floor."""
    subject, floor = (shown(median(figures)) for figures in (pair.subject, pair.floor))
    return Result(benchmark, what, pair.ratio, parse_bar(bar), subject, floor)


def as_seconds(figure: float) -> str:
    """1.25 s"""
    return f"{figure:.2f} s"


def as_ms(figure: float) -> str:
    """Seconds shown as milliseconds: 1.3 ms"""
    return f"{figure * 1000:.1f} ms"


def as_mib(figure: float) -> str:
    """214 MiB"""
    return f"{figure:.0f} MiB"
