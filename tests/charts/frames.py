"""Frames drawn as tables: what a metric would answer, as small as a test needs it."""

import pandas as pd


def drawn(table: str, **constant: object) -> pd.DataFrame:
    """A table with bars as a frame; numbers become numbers, an empty cell is missing.

    >>> drawn("plan | share_pct\\nก | 60").to_dict("records")
    [{'plan': 'ก', 'share_pct': 60.0}]
    """
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    header, *body = lines
    columns = {name: [row[at] or None for row in body] for at, name in enumerate(header)}
    frame = pd.DataFrame({name: _typed(name, values) for name, values in columns.items()})
    return frame.assign(**constant)


def _typed(name: str, values: list) -> pd.Series:
    if name.endswith(("_code", "_key")):
        return pd.Series(values, dtype=object)
    try:
        return pd.Series([None if v is None else float(v) for v in values], dtype="float64")
    except ValueError:
        return pd.Series(values, dtype=object)
