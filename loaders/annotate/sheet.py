"""Colouring cells inside a sheet's XML, and adding those that are blank."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from loaders.annotate.comments import add_comments
from loaders.annotate.marks import Mark, Place
from loaders.annotate.package import Package, Unusual
from loaders.annotate.styles import Styles
from loaders.reading import address

_ROW = re.compile(rb'<row\b[^>]*?\sr="(\d+)"[^>]*>')
_CELL = re.compile(rb'<c\b[^>]*?\sr="([A-Z]{1,3})(\d+)"[^>]*>')
_ANY_CELL = re.compile(rb"<c[\s>/]")
_LOOK = re.compile(rb'\ss="(\d+)"')
_COL = re.compile(rb'<col\b[^>]*\bmin="(\d+)"[^>]*>')
_SELECTED = re.compile(rb'\stabSelected="(?:1|true)"')

Marks = Mapping[Place, Mark]


def mark_sheet(package: Package, part: str, marks: Marks, styles: Styles, lang: str) -> None:
    """Colours the marked cells of a sheet, gives them their comments, and takes the selection
    from the sheet, so that only the list in front is selected."""
    data = package.read(part)
    head = data.find(b"<sheetData")
    if head < 0:
        raise Unusual(part)
    data = _SELECTED.sub(b"", data[:head]) + data[head:]
    if marks:
        data = _coloured(data, marks, styles)
        data = add_comments(package, part, data, marks, lang)
    package.replace(part, data)


def _coloured(data: bytes, marks: Marks, styles: Styles) -> bytes:
    start, end = _span_of_rows(data)
    rows = _rows(data, start, end)
    default = _column_looks(data[:start])
    by_row: dict[int, dict[int, str]] = defaultdict(dict)
    for (row, col), mark in marks.items():
        by_row[row][col] = mark.severity
    pieces, done = [data[:start]], start
    for row in sorted(by_row):
        place, stop = rows.at(row + 1)
        pieces.append(data[done:place])
        pieces.append(_with_marks(data[place:stop], row, by_row[row], styles, default))
        done = stop
    return b"".join([*pieces, data[done:]])


class _Rows:
    """Where the rows of a sheet begin and end in its XML."""

    def __init__(self, numbers: list[int], starts: list[int], stops: list[int], end: int) -> None:
        self._places = dict(zip(numbers, zip(starts, stops, strict=True), strict=True))
        self._numbers, self._starts, self._end = numbers, starts, end

    def at(self, number: int) -> tuple[int, int]:
        """Start and end of the row; of one that is missing, twice the place where it belongs."""
        if number in self._places:
            return self._places[number]
        after = bisect_left(self._numbers, number)
        place = self._starts[after] if after < len(self._starts) else self._end
        return place, place


def _span_of_rows(data: bytes) -> tuple[int, int]:
    """Where the rows stand: from behind <sheetData> to its end."""
    opening = re.compile(rb"<sheetData\b[^>]*>").search(data)
    closing = data.rfind(b"</sheetData>")
    if closing < 0:
        raise Unusual("sheetData")
    return opening.end(), closing


def _rows(data: bytes, start: int, end: int) -> _Rows:
    found = list(_ROW.finditer(data, start, end))
    if len(found) != data.count(b"<row", start, end):
        raise Unusual("rows without numbers")
    numbers = [int(row[1]) for row in found]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise Unusual("rows out of order")
    starts = [row.start() for row in found]
    return _Rows(numbers, starts, [*starts[1:], end][: len(starts)], end)


def _with_marks(
    data: bytes, row: int, severities: Mapping[int, str], styles: Styles, default: Mapping
) -> bytes:
    """One row with its marked cells; `data` is empty for a row that the sheet does not have."""
    if not data:
        data = b'<row r="%d"></row>' % (row + 1)
    tag = _ROW.match(data)[0]
    opened = re.sub(rb'\sspans="[^"]*"', b"", tag)
    inside = b"" if tag.endswith(b"/>") else data[len(tag) : data.rindex(b"</row>")]
    after = b"" if tag.endswith(b"/>") else data[data.rindex(b"</row>") + len(b"</row>") :]
    if tag.endswith(b"/>"):
        opened, after = opened[:-2].rstrip() + b">", data[len(tag) :]
    cells = list(_CELL.finditer(inside))
    if len(cells) != len(_ANY_CELL.findall(inside)):
        raise Unusual("cells without addresses")
    row_look = _row_look(tag)
    pieces, done = [opened], 0
    for col in sorted(severities):
        place = next((cell for cell in cells if _column(cell[1]) >= col), None)
        at = place.start() if place else len(inside)
        pieces.append(inside[done:at])
        done = at
        if place and _column(place[1]) == col:
            pieces.append(_relooked(place[0], severities[col], styles))
            done = place.end()
        else:
            look = row_look if row_look is not None else default.get(col, 0)
            made = styles.marked(look, severities[col])
            pieces.append(b'<c r="%s" s="%d"/>' % (address(row, col).encode(), made))
    return b"".join([*pieces, inside[done:], b"</row>", after])


def _relooked(tag: bytes, severity: str, styles: Styles) -> bytes:
    found = _LOOK.search(tag)
    made = b' s="%d"' % styles.marked(int(found[1]) if found else 0, severity)
    return _LOOK.sub(made, tag, count=1) if found else tag.replace(b"<c", b"<c" + made, 1)


def _row_look(tag: bytes) -> int | None:
    found = _LOOK.search(tag)
    return int(found[1]) if found and re.search(rb'\scustomFormat="(?:1|true)"', tag) else None


def _column_looks(head: bytes) -> dict[int, int]:
    """Zero-based column → the look of its blank cells."""
    looks = {}
    for found in _COL.finditer(head):
        look = re.search(rb'\sstyle="(\d+)"', found[0])
        last = re.search(rb'\smax="(\d+)"', found[0])
        if look and last:
            looks |= dict.fromkeys(range(int(found[1]) - 1, int(last[1])), int(look[1]))
    return looks


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1
