"""The results as a Markdown table, with the versions and the machine they were taken on."""

import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from benchmarks.bar import Result

PACKAGES = ("streamlit", "duckdb", "pandas", "pyarrow", "plotly", "python-calamine", "openpyxl")
_COLUMNS = ("kept", "what", "ratio or figure", "bar", "ours", "floor")


def as_text(result: Result) -> str:
    """One line for a terminal."""
    beside = f" (floor {result.floor})" if result.floor else ""
    mark = "ok  " if result.kept else "OVER"
    figure = f"{result.figure:.2f} {result.bar.unit}"
    return f"{mark} {result.benchmark}: {result.what}: {figure}, bar {result.bar}; {result.subject}{beside}"


def as_markdown(results: Sequence[Result], floors: Mapping[str, str]) -> str:
    """The whole of RESULTS.md: how it was taken, then a table for each benchmark."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    machine = (
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors"
    )
    head = [
        "# How fast it is",
        "",
        "Written by `python -m benchmarks`. A ratio is ours to a floor measured in the same rounds, in",
        "turn; figures are medians. Judge the ratios: seconds are those of one machine.",
        "",
        f"{machine}; {packages}.",
    ]
    names = dict.fromkeys(result.benchmark for result in results)
    tables = [_table(name, results, floors) for name in names]
    return "\n".join([*head, *(line for table in tables for line in table)]) + "\n"


def _table(name: str, results: Sequence[Result], floors: Mapping[str, str]) -> list[str]:
    floor = [f"Floor: {floors[name]}.", ""] if name in floors else []
    rows = [_row(_COLUMNS), _row("---" for _ in _COLUMNS)]
    rows += [_row(_cells(result)) for result in results if result.benchmark == name]
    return ["", f"## {name}", "", *floor, *rows]


def _cells(result: Result) -> tuple[str, ...]:
    kept = "yes" if result.kept else "**no**"
    figure = f"{result.figure:.2f} {result.bar.unit}"
    return (kept, result.what, figure, str(result.bar), result.subject, result.floor)


def _row(cells) -> str:
    return f"| {' | '.join(cells)} |"
