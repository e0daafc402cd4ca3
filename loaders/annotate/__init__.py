"""The sender's workbook handed back with the faulty cells marked and a list of them in front."""

from loaders.annotate.copy import annotate

__all__ = ["annotate"]
