"""Finding the tables of a workbook by their words and turning their cells into a form's values."""

from loaders.tables.read import Reading, read_tables

__all__ = ["Reading", "read_tables"]
