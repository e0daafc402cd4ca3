"""Tables for half the page's width: figures in sight, and what every row repeats said only once."""

from collections.abc import Sequence

import pandas as pd

_PERIODS = ("fiscal_year", "quarter", "year", "base_fiscal_year")
NAME_PX, PERIOD_PX, FIGURE_PX = 190, 72, 116
_LETTER_PX, _PADDING_PX = 8, 20
_MEASURED = 200


def arranged(frame: pd.DataFrame, columns: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """The columns to show, and those left out as every row says the same there.

    What names a row comes first, then its period and figures, then the rest in its order. A figure
    is never left out, however often it repeats: it is what a reader looks for.
    """
    chosen = list(columns) or list(frame.columns)
    figures = [name for name in chosen if _is_figure(frame[name], name)]
    others = [name for name in chosen if name not in figures]
    same = [name for name in others if _is_same(frame[name])]
    telling = [name for name in others if name not in same]
    periods = [name for name in telling if name in _PERIODS]
    names = [name for name in telling if name not in _PERIODS]
    shown = [*names[:1], *periods, *figures, *names[1:]]
    return (shown, same) if shown else (chosen[:1], chosen[1:])


def widths(frame: pd.DataFrame, shown: Sequence[str]) -> dict[str, int]:
    """Pixels for each column shown; a name takes what it needs, and two lines past NAME_PX."""
    return {name: _width(frame[name], name) for name in shown}


def needs_two_lines(frame: pd.DataFrame, shown: Sequence[str]) -> bool:
    """Whether the longest name is longer than its column is wide."""
    name = shown[0]
    room = (_width(frame[name], name) - _PADDING_PX) / _LETTER_PX
    return not _is_figure(frame[name], name) and _longest(frame[name]) > room


def _width(series: pd.Series, name: str) -> int:
    if name in _PERIODS:
        return PERIOD_PX
    if _is_figure(series, name):
        return FIGURE_PX
    return min(max(_LETTER_PX * _longest(series) + _PADDING_PX, PERIOD_PX), NAME_PX)


def _longest(series: pd.Series) -> int:
    """Letters of the longest text."""
    return max((len(str(one)) for one in series.dropna().head(_MEASURED)), default=0)


def _is_figure(series: pd.Series, name: str) -> bool:
    is_number = pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_bool_dtype(series)
    return is_number and name not in _PERIODS and not name.endswith("_be")


def _is_same(series: pd.Series) -> bool:
    return series.map(repr).nunique() <= 1
