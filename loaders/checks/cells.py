"""Where a value of a table stands on its sheet, how it was typed, and how a figure is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from loaders.asks import Asks, Choice, Kind
from loaders.findings import Finding, column_letters
from loaders.names import kpi_code
from loaders.table import Assertion, Context, FormTable
from loaders.tolerances import decimals_of
from thai.digits import to_arabic
from thai.numbers import parse_number

MOST_DECIMALS_SHOWN = 6


@dataclass(frozen=True)
class Entry:
    """One cell of a repeated column (a year, a quarter); `src_row` and `src_col` are one-based."""

    src_row: int
    src_col: int
    year: int | None
    quarter: int | None
    value: Decimal | None
    text: str | None


def values(table: FormTable, key: str) -> list:
    """A column as Python values, in row order; what the title says where the sheet has no column."""
    if key in table.rows.column_names:
        column = table.rows.column(key)
        if key in table.column_of or not column.null_count:
            return column.to_pylist()
    return [_said_by_title(table.context, key)] * table.rows.num_rows


def numbers(table: FormTable, key: str) -> list[Decimal | None]:
    """A column of figures, every one a Decimal or None."""
    return [
        value if value is None or isinstance(value, Decimal) else Decimal(str(value))
        for value in values(table, key)
    ]


def source_rows(table: FormTable) -> list[int]:
    """The one-based sheet row of each row."""
    return table.rows.column("src_row").to_pylist()


def entries(table: FormTable, *keys: str) -> dict[int, list[Entry]]:
    """The cells of repeated columns, grouped by one-based row, in order of year and quarter."""
    columns = ("src_row", "src_col", "year", "quarter", "value", "text")
    series = table.series
    found: dict[int, list[Entry]] = {}
    lists = [series.column(name).to_pylist() for name in columns]
    for key, *cell in zip(series.column("key").to_pylist(), *lists, strict=True):
        if key in keys:
            entry = Entry(*cell)
            found.setdefault(entry.src_row, []).append(entry)
    for row in found.values():
        row.sort(key=lambda entry: (entry.year or 0, entry.quarter or 0))
    return found


def indicator_codes(table: FormTable) -> dict[int, tuple[str, str]]:
    """One-based row → area and indicator code, as given or as the loader makes it."""
    columns = [values(table, key) for key in ("area", "kpi_code", "kpi")]
    return {
        src_row: (area, given or kpi_code(area, table.canonical("kpi", kpi)))
        for src_row, area, given, kpi in zip(source_rows(table), *columns, strict=True)
        if area and (given or kpi)
    }


def grouped_rows(table: FormTable, *keys: str) -> Iterator[list[int]]:
    """Positions of the rows that agree in all the keys, groups and rows in sheet order."""
    groups: dict[tuple, list[int]] = {}
    columns = [values(table, key) for key in keys]
    for position in range(table.rows.num_rows):
        groups.setdefault(tuple(column[position] for column in columns), []).append(position)
    yield from groups.values()


def at_row(table: FormTable, code: str, src_row: int | None, key: str, **found) -> Finding:
    """A finding at the cell where the row meets the key's column; `src_row` one-based.

    Without a row the finding stands at the column's header.
    """
    row = table.header_row if src_row is None else src_row - 1
    return _finding(table, code, row, table.column_of.get(key), **found)


def at_entry(table: FormTable, code: str, entry: Entry, **found) -> Finding:
    """A finding at a cell of a repeated column."""
    return _finding(table, code, entry.src_row - 1, entry.src_col - 1, **found)


def at_assertion(table: FormTable, code: str, printed: Assertion, **found) -> Finding:
    """A finding at a printed total."""
    return _finding(table, code, printed.row, printed.col, **found)


def asks(table: FormTable, kind: Kind, subject: str, choices: Iterable[Choice], **more) -> Asks:
    """A question about the table's sender and form; `more` as in loaders.asks.Asks."""
    return Asks(kind, table.form.name, table.context.agency, subject, tuple(choices), **more)


def address(table: FormTable, src_row: int, key: str) -> str:
    """The spreadsheet name of a cell ("D8"), or the row alone when the column is not known."""
    col = table.column_of.get(key)
    return str(src_row) if col is None else f"{column_letters(col)}{src_row}"


def typed(table: FormTable, src_row: int, key: str, value: object) -> str:
    """The text as typed where it differs from the value, else the value as shown."""
    return table.texts.get((src_row - 1, key)) or shown(value)


def shown(value: object, decimals: int | None = None) -> str:
    """A figure with grouped thousands and the decimals it needs (or so many), other things as text.

    >>> shown(Decimal("538800.000")), shown(Decimal("9.1009"), 2), shown(Decimal("33.333333333"))
    ('538,800', '9.10', '33.333333')
    >>> shown(None)
    ''
    """
    if value is None:
        return ""
    if not isinstance(value, (int, float, Decimal)) or isinstance(value, bool):
        return str(value)
    exact = Decimal(str(value))
    places = min(decimals_of(exact), MOST_DECIMALS_SHOWN) if decimals is None else decimals
    return f"{exact:,.{places}f}"


def last_place(text: str | None, value: Decimal) -> Decimal:
    """The worth of the last printed place: 1,000 baht for "36.928" million, 0.01 for 24.32.

    `text` is the cell as typed where that differs from the value, None otherwise.

    >>> last_place("36.928", Decimal(36_928_000)), last_place(None, Decimal("24.32"))
    (Decimal('1000'), Decimal('0.01'))
    """
    parsed = parse_number(to_arabic(text)) if text else None
    if parsed is None or not parsed.value or not value:
        return Decimal(1).scaleb(-decimals_of(value))
    written = max(0, -parsed.value.as_tuple().exponent)
    return (value / parsed.value) * Decimal(1).scaleb(-written)


def columns_of_kind(table: FormTable, *kinds: str) -> Sequence[str]:
    """Keys of the form's plain columns of these kinds that the sheet has."""
    return [
        column.key
        for column in table.form.columns
        if column.kind in kinds and not column.repeat and column.key in table.column_of
    ]


def _said_by_title(context: Context, key: str) -> object | None:
    if key in ("area", "province"):
        return context.area_code
    return getattr(context, key) if key in ("fiscal_year", "quarter", "agency") else None


def _finding(
    table: FormTable,
    code: str,
    row: int,
    col: int | None,
    *,
    value: str | None = None,
    expected: str | None = None,
    params: Mapping[str, str] | None = None,
    asks: Asks | None = None,
) -> Finding:
    return Finding(code, table.sheet, row, col, value, expected, dict(params or {}), asks=asks)
