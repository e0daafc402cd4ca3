"""Assessors who would assess their own agency."""

from collections.abc import Callable, Iterator

from loaders.agencies import agency_key
from loaders.checks.cells import at_row, source_rows, values
from loaders.findings import Finding
from loaders.table import FormTable

# Columns that tell to which agency an assessor belongs; a position often names it too.
_TELLING = ("assessor_agency", "assessor")


def check_conflicts(table: FormTable) -> Iterator[Finding]:
    """An error for each assessment by somebody of the agency assessed, however it is spelled."""
    columns = [values(table, key) for key in ("area", "agency", *_TELLING)]
    for src_row, area, agency, *assessors in zip(source_rows(table), *columns, strict=True):
        same = _same_as(table, agency, area)
        for key, assessor in zip(_TELLING, assessors, strict=True):
            if assessor and same(assessor):
                yield at_row(
                    table, "assessor_conflict", src_row, key, value=assessor, expected=agency
                )
                break


def _same_as(table: FormTable, agency: str | None, area: str | None) -> Callable[[str], bool]:
    own = agency_key(_known_as(table, agency), area) if agency else ""
    return lambda other: bool(own) and agency_key(_known_as(table, other), area) == own


def _known_as(table: FormTable, agency: str) -> str:
    """The name that a remembered answer gives for this spelling, else the spelling itself."""
    return table.canonical("agency", agency)
