"""Blank workbooks that know what is known already: whose indicators, which projects, what stood before."""

from loaders.prefill.bundle import Due, blank_workbooks, due_in
from loaders.prefill.known import write_prefilled

__all__ = ["Due", "blank_workbooks", "due_in", "write_prefilled"]
