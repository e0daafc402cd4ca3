"""Workbooks that came back as they were handed out: rows that say where and when, and no more."""

from collections.abc import Iterable

from loaders.form import Form
from loaders.table import FormTable

# In the key of a row these only say what it is about; any other text in it is the sender's own.
_FRAME_KINDS = {"area", "province", "district", "year", "quarter", "choice"}
_SMALL_PLACES = {"subdistrict", "village", "village_no", "village_code"}


def nothing_filled(tables: Iterable[FormTable]) -> bool:
    """Whether no row of any table holds more than its frame: taken in, it would count as sent."""
    return not any(map(_says_something, tables))


def _says_something(table: FormTable) -> bool:
    frame = _frame(table.form)
    columns = (name for name in table.rows.column_names if name not in frame)
    values = (table.rows[name] for name in columns)
    return table.series.num_rows > 0 or any(one.null_count < len(one) for one in values)


def _frame(form: Form) -> set[str]:
    keys = (form.column(key) for key in form.row_key)
    framing = {one.key for one in keys if one.kind in _FRAME_KINDS or one.key in _SMALL_PLACES}
    return framing | {"src_row"}
