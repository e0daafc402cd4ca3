"""Turning any file an agency sends into cells, safely."""

from loaders.reading.model import (
    LIMITS,
    CellSet,
    Limits,
    Merge,
    Note,
    Refusal,
    Sheet,
    Workbook,
    address,
    column_letters,
)
from loaders.reading.read import read_workbook, read_workbooks

__all__ = [
    "LIMITS",
    "CellSet",
    "Limits",
    "Merge",
    "Note",
    "Refusal",
    "Sheet",
    "Workbook",
    "address",
    "column_letters",
    "read_workbook",
    "read_workbooks",
]
