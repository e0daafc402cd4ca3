"""แบบ จ.1-1, a project in brief: a label in one column, what is said of it in the next."""

import re
from dataclasses import dataclass, field

import pyarrow.compute as pc

from loaders.forms.project_brief import FORM
from loaders.reading import Sheet
from loaders.tables.official.drawing import Row, redrawn, rows_of
from thai.digits import to_arabic
from thai.text import match_key, normalise

_NUMBER = re.compile(r"^\(?\d{1,2}[.)]?\)?\s*")
_HINT = re.compile(r"\([^)]*\)\s*$")
_DOTS = re.compile(r"^[\s:.…_–—-]+")
_LONGEST = 60  # a label; a longer text is what is said
_MOST_ROWS = 2_000
_FEWEST = 6  # of the labels a sheet must have to be a brief
_PROVINCE = re.compile(r"จังหวัด\s*:?\s*([ก-๙]+)")
_YEAR = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_AGENCIES = re.compile(r"หน่วยงาน(?:ผู้รับผิดชอบหลัก|ผู้รับผิดชอบ|ดำเนินการหลัก)\s*:\s*")
_RELATED = re.compile(r"หน่วยงานที่เกี่ยวข้อง\s*:\s*")
_MONEY = re.compile(r"^(?P<money>[^(]*?บาท|[\d,.\s]+)\s*(?:\((?P<source>[^)]*)\))?\s*$")
# What the label says where it differs from the header of the form.
_LABELS = {
    "ประเด็นการพัฒนาจังหวัด": "strategic_issue",
    "ประเด็นการพัฒนา": "strategic_issue",
    "หัวข้อ": "heading",  # of the numbered rows: ends what was said above it
}
_LABELLED = (
    *("strategic_issue", "guideline", "issue_indicators", "main_plan", "plan", "project"),
    *("rationale", "objectives", "indicators", "target_area", "activities", "agency"),
    *("duration", "budget_thb", "outputs", "outcomes"),
)


@dataclass
class _Brief:
    """A project being read: where its name stands, and what is said under each key."""

    row: int
    said: dict[str, list[str]] = field(default_factory=dict)

    def text(self, key: str) -> str | None:
        return "\n".join(self.said.get(key, [])) or None


def briefs_laid_out(sheet: Sheet) -> Sheet:
    """The sheet with its project briefs as a plain table, a row a project at the row of its name;
    a sheet that is none as it is."""
    if not _may_hold(sheet):
        return sheet
    found = _labels_of(sheet)
    if len({key for _, _, key in found}) < _FEWEST or not {"project", "rationale"} <= {
        key for _, _, key in found
    }:
        return sheet
    rows = rows_of(sheet)
    top = found[0][0]
    if found[0][2] == "project" and top == 0:
        return sheet
    header = top - 1 if found[0][2] == "project" else top
    keys = [column.key for column in FORM.columns]
    laid: list[Row] = [row if number < header else [None] for number, row in enumerate(rows)]
    laid[header] = [FORM.column(key).header for key in keys]
    for brief in _briefs(rows, found):
        values = _values(brief)
        laid[brief.row] = [values.get(key) for key in keys]
    return redrawn(sheet, laid, header)


def _may_hold(sheet: Sheet) -> bool:
    """Quickly, for most sheets do not: whether the label that every brief has stands anywhere."""
    return any(
        pc.any(pc.match_substring(column, "หลักการ")).as_py()
        for column in sheet.columns[:4]
        if len(column) < _MOST_ROWS
    )


def _labels_of(sheet: Sheet) -> list[tuple[int, int, str]]:
    """Row, column and key of every label, from the top down: those of the column with the most, for
    what is said beside them may begin with the same words."""
    labels = _known()
    by_column = [
        [
            (row, col, key)
            for row, text in enumerate(column.to_pylist() if len(column) < _MOST_ROWS else [])
            if text and (key := _label(text, labels))
        ]
        for col, column in enumerate(sheet.columns[:4])
    ]
    return max(by_column, key=len)


def _known() -> dict[str, str]:
    known = {
        match_key(word): column.key
        for column in FORM.columns
        if column.key in _LABELLED
        for word in (column.header, *column.accepted)
    }
    return known | {match_key(word): key for word, key in _LABELS.items()}


def _label(text: str, labels: dict[str, str]) -> str | None:
    """The key of a label, with its number before and a hint in brackets behind left out."""
    bare = _NUMBER.sub("", to_arabic(normalise(text)))[:_LONGEST]
    for form in (bare, _HINT.sub("", bare), bare.split(":")[0], re.split(r"\.{2,}|…", bare)[0]):
        if (key := labels.get(match_key(form))) is not None:
            return key
    return None


def _briefs(rows: list[Row], found: list[tuple[int, int, str]]) -> list[_Brief]:
    """The projects on the sheet: a label met again begins the next one."""
    briefs = [_Brief(-1)]
    stops = [*(row for row, _, _ in found[1:]), len(rows)]
    for (row, col, key), stop in zip(found, stops, strict=True):
        if key in briefs[-1].said:
            briefs.append(_Brief(-1))
        brief = briefs[-1]
        brief.said[key] = _said(rows, row, col, stop)
        if key == "project":
            brief.row = row
    return [brief for brief in briefs if brief.row >= 0]


def _said(rows: list[Row], row: int, col: int, stop: int) -> list[str]:
    """What stands behind a label: in its own cell after a colon or dots, beside it, and in the
    lines below that have no label."""
    label = rows[row][col] or ""
    own = re.split(r":|\.{2,}|…", label, maxsplit=1)
    inside = [_DOTS.sub("", own[1])] if len(own) > 1 else []
    beside = [text for line in rows[row:stop] for text in line[col + 1 :] if text]
    hints = {text for text in beside if _HINT.fullmatch(text.strip())}
    said = [*inside, *(text for text in beside if text not in hints)]
    return [text.strip() for text in said if text.strip(" .…-–—")]


def _values(brief: _Brief) -> dict[str, str | None]:
    """The columns of the form: place and year out of the words, money apart from its source."""
    values = {key: brief.text(key) for key in _LABELLED}
    where, when = values["target_area"] or "", to_arabic(values["duration"] or "")
    province, years = _PROVINCE.search(where), sorted(set(_YEAR.findall(when)))
    money = _MONEY.match(to_arabic(values["budget_thb"] or ""))
    agency, *related = _RELATED.split(values["agency"] or "", maxsplit=1)
    return values | {
        "area": province[1] if province else None,
        "fiscal_year": years[0] if years else None,
        "budget_thb": money["money"].strip() if money else values["budget_thb"],
        "source": money["source"] if money else None,
        "agency": _AGENCIES.sub("", agency).strip() or None,
        "related_agencies": related[0].strip() if related else None,
    }
