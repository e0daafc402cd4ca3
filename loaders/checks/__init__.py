"""Checks that find what the documents themselves get wrong: FormTable in, findings out."""

from loaders.checks.dispatch import check_against_store, check_table

__all__ = ["check_against_store", "check_table"]
