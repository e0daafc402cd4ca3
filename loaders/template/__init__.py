"""The blank workbook of a form, made from its declaration."""

from loaders.template.workbook import write_template

__all__ = ["write_template"]
