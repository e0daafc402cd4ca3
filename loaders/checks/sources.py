"""Sources of money that a sheet names and nobody knows: kept as written, and asked about once."""

from collections.abc import Iterator

from loaders.asks import Choice, first_cells
from loaders.checks.cells import asks, at_row, source_rows, values
from loaders.findings import Finding
from loaders.form import Column
from loaders.table import FormTable
from loaders.tables.cells import choice_code, nearest_choices


def check_sources(table: FormTable) -> Iterator[Finding]:
    """One question for each word outside the list of an open choice, at the first row that uses it."""
    for column in table.form.columns:
        if column.open and column.key in table.rows.column_names:
            for word, rows in _unknown_words(table, column).items():
                yield _question(table, column, word, rows)


def _unknown_words(table: FormTable, column: Column) -> dict[str, list[int]]:
    """Word → one-based rows, of the words that stand for no entry of the list."""
    found: dict[str, list[int]] = {}
    for src_row, word in zip(source_rows(table), values(table, column.key), strict=True):
        if word and choice_code(column, table.canonical(column.key, word)) is None:
            found.setdefault(word, []).append(src_row)
    return found


def _question(table: FormTable, column: Column, word: str, rows: list[int]) -> Finding:
    nearest = nearest_choices(column, word)
    col = table.column_of.get(column.key)
    return at_row(
        table,
        "source_unknown",
        rows[0],
        column.key,
        value=word,
        expected=nearest,
        params={"row_count": str(len(rows))},
        asks=asks(
            table,
            "name_alias",
            word,
            [Choice(accepted[0]) for _, accepted in column.choices],
            within=column.key,
            cells=() if col is None else first_cells((row - 1 for row in rows), col),
            cell_count=len(rows),
        ),
    )
