"""Headers nobody knows: which column of the form they may be, asked with what speaks for it."""

from collections.abc import Iterator, Mapping

from loaders.asks import IGNORED, Asks, Choice, first_cells
from loaders.findings import Finding
from loaders.form import Column
from loaders.tables.found import Found
from loaders.tables.words import likeness

# A header this alike (0 to 100) is probably a misspelling: ตัวชี้วัค reaches 90, while
# ยุทธศาสตร์ชาติ, which is something else than ยุทธศาสตร์, stays at 83.
_RESEMBLES = 85
_MOST_CHOICES = 8


def used_unknown(found: Found) -> dict[int, str]:
    """The columns with a header that the form does not have and something under it."""
    rows = found.rows
    unknown = found.header.unknown
    return {col: text for col, text in unknown.items() if found.grid.has_text(col)[rows].any()}


def ask_for_missing(found: Found, column: Column) -> Asks | None:
    """Which of the unknown headers a required column is; None when there is no other header."""
    alike = _ranked(found, column, used_unknown(found).values())
    if not alike:
        return None
    choices = [Choice(text, f"{round(score)} %") for text, score in alike[:_MOST_CHOICES]]
    count = len(found.rows)
    return found.asks("column_meaning", column.key, choices, cell_count=count, inverse=True)


def ask_about_resembling(found: Found) -> Iterator[tuple[int, Finding]]:
    """(column, question) for each unknown header that looks like one the sheet does not have.

    Headers that may be a missing required column are asked about there. On a sheet that only a
    person's word makes one of this form, every header is asked about.
    """
    missing = {column.key for column in found.header.missing}
    absent = [column for column in found.header.form.columns if column.key not in found.header.keys]
    for col, text in used_unknown(found).items():
        columns = found.header.form.columns
        alike = {column.key: _likeness(found, column, text) for column in columns}
        least = 0 if found.header.sheet_rule else _RESEMBLES
        near = [column for column in absent if alike[column.key] >= least]
        # A header in the form's very words was not taken for a reason: percent where money belongs.
        known = max(alike.values()) == 100
        if near and not known and not missing & {column.key for column in near}:
            near.sort(key=lambda column: -alike[column.key])
            yield col, _resembling(found, col, text, near, alike)


def _resembling(
    found: Found, col: int, text: str, near: list[Column], alike: Mapping[str, float]
) -> Finding:
    likeliest = near[:_MOST_CHOICES]
    choices = [Choice(column.key, f"{round(alike[column.key])} %") for column in likeliest]
    filled = found.rows[found.grid.has_text(col)[found.rows]]
    asks = found.asks(
        "column_meaning",
        text,
        [*choices, Choice(IGNORED)],
        cells=first_cells(filled, col),
        cell_count=len(filled),
    )
    params = {
        "expected_th": near[0].header,
        "expected_en": near[0].header_en,
        "cell_count": str(len(filled)),
    }
    place = (found.grid.sheet.name, found.header.bottom, col)
    return Finding("column_resembles", *place, text, near[0].header, params, asks=asks)


def _ranked(found: Found, column: Column, headers) -> list[tuple[str, float]]:
    scored = [(text, _likeness(found, column, text)) for text in dict.fromkeys(headers)]
    return sorted(scored, key=lambda pair: -pair[1])


def _likeness(found: Found, column: Column, text: str) -> float:
    return likeness(found.header.form.name, column.key, text)
