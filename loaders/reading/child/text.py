"""Cell values as the text the rest of the project works on."""

import datetime as dt
from decimal import Decimal


def cell_text(value: object) -> str | None:
    """The text of a value as a reader library gives it; None for blank.

    >>> cell_text(93010203.0), cell_text(36.928), cell_text(1e-07), cell_text(True)
    ('93010203', '36.928', '0.0000001', 'TRUE')
    """
    return _RENDER.get(type(value), _other)(value)


def _text(value: str) -> str | None:
    return value if value and not value.isspace() else None


def _number(value: float) -> str:
    if value.is_integer():
        return str(int(value))
    short = repr(value)
    return short if "e" not in short else format(Decimal(short), "f")


def _moment(value: dt.datetime) -> str:
    if value.microsecond >= 500_000:  # Excel's day fractions miss whole seconds by a hair
        value += dt.timedelta(seconds=1)
    value = value.replace(microsecond=0)
    return str(value.date()) if value.time() == dt.time() else value.isoformat(" ")


def _span(value: dt.timedelta) -> str:
    """Elapsed time as hours:minutes:seconds, as the [h]:mm:ss format shows it."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _other(value: object) -> str | None:
    return _text(str(value))


_RENDER = {
    str: _text,
    float: _number,
    int: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    dt.date: str,
    dt.datetime: _moment,
    dt.time: lambda value: value.isoformat("seconds"),
    dt.timedelta: _span,
    type(None): lambda value: None,
}


def to_columns(rows: list[list]) -> list[list[str | None]]:
    """Rows of values, all of one length, as columns of text."""
    render, get = _RENDER, _other
    return [
        [render.get(type(value), get)(value) for value in column]
        for column in zip(*rows, strict=True)
    ]


def rectangle(rows: list[list]) -> list[list[str | None]]:
    """Columns of text from rows of uneven length; blank rows and columns at the end dropped."""
    width = max(map(len, rows), default=0)
    columns = to_columns([row + [None] * (width - len(row)) for row in rows])
    while columns and not any(text is not None for text in columns[-1]):
        columns.pop()
    height = max((last_filled(column) for column in columns), default=0)
    return [column[:height] for column in columns]


def last_filled(column: list[str | None]) -> int:
    """How many cells there are up to the last that is not blank."""
    return next((i + 1 for i in range(len(column) - 1, -1, -1) if column[i] is not None), 0)


def put(columns: list[list], row: int, col: int, text: str) -> None:
    """Write a text at a place, widening and lengthening the columns when it lies outside."""
    height = max(len(columns[0]) if columns else 0, row + 1)
    while len(columns) <= col:
        columns.append([])
    for column in columns:
        column.extend([None] * (height - len(column)))
    columns[col][row] = text


def make_blank(columns: list[list], runs: dict[int, list]) -> None:
    """Blank the cells of the runs: a stored 0 that is no result must not be read as zero."""
    for col, spans in runs.items():
        for first, last in spans if col < len(columns) else ():
            length = len(columns[col][first : last + 1])
            columns[col][first : first + length] = [None] * length


def letters(col: int) -> str:
    """The name of a zero-based column: 0 → A, 26 → AA."""
    name = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        name = chr(65 + rest) + name
    return name
