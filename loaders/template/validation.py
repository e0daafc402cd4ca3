"""Drop-downs and limits: what Excel itself refuses, said in the reader's own language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from i18n import t
from loaders.form import Column
from loaders.table import Context
from loaders.template.layout import Slot, words
from store.areas import all_areas

# Excel holds no longer list inside a cell's rule: a longer one stands on the hidden sheet.
INLINE_LIMIT = 255

# A cell of these kinds may also hold a unit or a remark ("9,981.97 ล้านบาท", "24 พ.ค. 2569"),
# so Excel asks instead of refusing.
_ASKS = ("number", "date")
_EARLIEST, _LATEST = date(1950, 1, 1), date(2100, 12, 31)
_YEARS = (2400, 2700)


@dataclass(frozen=True)
class Choices:
    """A drop-down: the words, the name of their range when they are too long to stand inline, and
    whether anything else may stand in the cell once it has been confirmed."""

    entries: tuple[str, ...]
    range_name: str | None
    open: bool = False


def choices(slot: Slot, given: Context, names: Sequence[str] = ()) -> Choices | None:
    """The drop-down of a column, None when it has none; districts are those of the province.

    `names` are offered in a column that has no list of its own, and others are let pass.
    """
    entries = _areas(slot.column, given) or words(slot.column)
    offered = entries or tuple(names)
    if not offered:
        return None
    inline = len(",".join(offered)) <= INLINE_LIMIT and not any("," in word for word in offered)
    return Choices(
        offered, None if inline else f"รายการ_{slot.key}", open=slot.column.open or not entries
    )


def _areas(column: Column, given: Context) -> tuple[str, ...]:
    levels = {
        "area": ("group", "province"),
        "province": ("province",),
        "district": ("district",),
    }.get(column.kind, ())
    parent = (given.area_code or "")[:2] if column.kind == "district" else None
    return tuple(
        found.name_th
        for found in all_areas()
        if found.level in levels and (parent is None or found.parent == parent)
    )


def rule(column: Column, offered: Choices | None, lang: str) -> dict | None:
    """The validation of a column as XlsxWriter takes it; None where any text is right."""
    limits = _list(offered) if offered else _limits(column)
    if limits is None:
        return None
    asks = offered.open if offered else column.kind in _ASKS
    code = ("one_of_names" if asks else "in_list") if offered else column.kind
    return {
        **limits,
        "error_title": t("template.error_title", lang),
        "error_message": t(f"template.must_be_{code}", lang, **_bounds(column)),
        "error_type": "warning" if asks else "stop",
    }


def _list(offered: Choices) -> dict:
    source = f"={offered.range_name}" if offered.range_name else list(offered.entries)
    return {"validate": "list", "source": source}


def _limits(column: Column) -> dict | None:
    match column.kind:
        case "year":
            return _between("integer", *_YEARS)
        case "date":
            return _between("date", _EARLIEST, _LATEST)
        case "count":
            return {"validate": "integer", "criteria": ">=", "value": int(column.minimum or 0)}
        case "number" | "percent" | "money":
            return _number(column)
    return None


def _number(column: Column) -> dict:
    low, high = column.minimum, column.maximum
    if low is not None and high is not None:
        return _between("decimal", low, high)
    if low is not None:
        return {"validate": "decimal", "criteria": ">=", "value": low}
    # Any number at all: Excel needs a limit to know that a number is meant.
    return {"validate": "decimal", "criteria": ">=", "value": -1e300}


def _between(kind: str, low, high) -> dict:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


def _bounds(column: Column) -> dict[str, str]:
    if column.minimum is None or column.maximum is None:
        return {"range": ""}
    return {"range": f" {column.minimum:g}–{column.maximum:g}"}
