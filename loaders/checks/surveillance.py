"""Surveillance of districts: every row of some period, and no part larger than its whole."""

from collections.abc import Iterator

from loaders.checks.cells import at_row, numbers, shown, source_rows, values
from loaders.findings import Finding
from loaders.table import FormTable

# (part, whole): columns of which the first cannot be more than the second.
_PARTS = (("drilled_count", "subdistrict_count"), ("relieved_count", "registered_count"))


def check_periods(table: FormTable) -> Iterator[Finding]:
    """An error for each row that is of no quarter and of no named period."""
    columns = (source_rows(table), values(table, "quarter"), values(table, "named_period"))
    quarter, named = table.form.column("quarter"), table.form.column("named_period")
    for src_row, said_quarter, said_period in zip(*columns, strict=True):
        if said_quarter is None and said_period is None:
            either = {
                "expected_th": f"{quarter.header} / {named.header}",
                "expected_en": f"{quarter.header_en} / {named.header_en}",
                "column": quarter.header,
            }
            yield at_row(
                table,
                "missing_value",
                src_row,
                "quarter",
                expected=either["expected_th"],
                params=either,
            )


def check_surveillance_counts(table: FormTable) -> Iterator[Finding]:
    """A warning for each count of a part that is more than that of the whole."""
    for part_key, whole_key in _PARTS:
        part, whole = table.form.column(part_key), table.form.column(whole_key)
        columns = (source_rows(table), numbers(table, part_key), numbers(table, whole_key))
        for src_row, some, every in zip(*columns, strict=True):
            if some is not None and every is not None and some > every:
                names = {
                    "subject_th": part.header,
                    "subject_en": part.header_en,
                    "whole_th": whole.header,
                    "whole_en": whole.header_en,
                }
                yield at_row(
                    table,
                    "more_than_all",
                    src_row,
                    part_key,
                    value=shown(some),
                    expected=shown(every),
                    params=names,
                )
