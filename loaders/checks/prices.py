"""Provincial products of which nobody says at which prices they are."""

from collections.abc import Iterator

from loaders.checks.cells import source_rows, values
from loaders.findings import Finding
from loaders.table import FormTable

_PRODUCT = "gpp"


def check_prices(table: FormTable) -> Iterator[Finding]:
    """One question a table for its products without a price basis, at the first of them.

    Current prices and chain-volume measures differ by a third, and only the former add up; without
    knowing which, a product is kept but nothing is computed from it.
    """
    places = _products(table)
    prices = dict(zip(source_rows(table), values(table, "price"), strict=True))
    unsaid = sorted((row, col) for row, col in places if prices.get(row) is None)
    if unsaid:
        row, col = unsaid[0]
        yield Finding(
            "price_unclear",
            table.sheet,
            row - 1,
            col - 1,
            expected=table.form.column("price").header,
            params={"row_count": str(len({row for row, _ in unsaid}))},
        )


def _products(table: FormTable) -> list[tuple[int, int]]:
    """The cells (row and column from one) that hold a product, of all sectors or of one."""
    return [
        (row, col + 1)
        for key, col in table.column_of.items()
        if key.startswith(_PRODUCT)
        for row, value in zip(source_rows(table), values(table, key), strict=True)
        if value is not None
    ]
