"""A fast second look at a sheet's XML for what the readers do not tell.

The readers turn #REF! into a blank, a formula without a stored result too, and know nothing of
hidden rows and percent formats. Each is looked for only in pieces of XML in which its sign occurs,
so a sheet without them costs little more than unpacking it.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .result import add_to_runs

PIECE = 2 << 20
FILLED = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,7})([0-9]{1,12})"(?:[^>]*[^/>])?>')
ERROR = re.compile(rb'<c\b([^>]*\bt="e"[^>]*)>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL)
FORMULA = re.compile(rb"<c\b([^>]*[^/>])>\s*(<f\b(?:(?!</c>).)*)</c>", re.DOTALL)
VALUE = re.compile(rb"<v\b[^>]*>([^<]*)</v>")
ROW = re.compile(rb"<row\b([^>]*)>")
COL = re.compile(rb"<col\b([^>]*)>")
MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
PLACE = re.compile(rb'\br="([A-Z]{1,7})([0-9]{1,12})"')
NO_RESULT = (b"</f></c>", b"<v/></c>", b"<v></v></c>", b"/></c>", b"<v /></c>")
LAST_COL = 16_383


@dataclass
class Scan:
    """What the XML of one sheet says beside its values, in zero-based places."""

    errors: list = field(default_factory=list)
    uncached: dict = field(default_factory=dict)
    percent: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    lacks_addresses: bool = False


def scan(package: zipfile.ZipFile, part: str, percent_styles, recalculates: bool) -> Scan:
    """Look through one sheet; memory stays at a few pieces however large the sheet is."""
    found = Scan()
    percent = _percent_pattern(percent_styles)
    for piece in pieces(package, part):
        found.lacks_addresses |= _lacks_addresses(piece)
        look_at_rows(piece, found)
        look_for_errors(piece, found)
        look_for_uncached(piece, found, recalculates)
        if percent:
            _percent(piece, found, percent)
    return found


def pieces(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part unpacked in pieces that end at the end of a row; prefixes of tags taken off."""
    rest, tidy = b"", None
    with package.open(part) as stream:
        while block := stream.read(PIECE):
            rest += block
            if cut := rest.rfind(b"row>") + 4 if b"row>" in block else 0:
                tidy = tidy or _tidier(rest)
                yield tidy(rest[:cut])
                rest = rest[cut:]
    yield (tidy or _tidier(rest))(rest)


def _tidier(head: bytes) -> Callable[[bytes], bytes]:
    """What brings a writer's habits to the usual: a prefix on every tag, single quotes."""
    named = re.search(rb"<(\w+:)(?:worksheet|sheetData)\b", head[:65536])
    if named:
        opening, closing = b"<" + named[1], b"</" + named[1]
        return lambda piece: piece.replace(opening, b"<").replace(closing, b"</")
    if re.search(rb"<(?:row|c)\b[^>\"]*\br='", head):
        return lambda piece: piece.replace(b"'", b'"')
    return lambda piece: piece


def extent(package: zipfile.ZipFile, part: str) -> tuple[int, int, str]:
    """The last used row and column, counted from 1, and the cells that lie there, by name."""
    last_row = last_col = 0
    low = right = ""
    for piece in pieces(package, part):
        for letters, digits in FILLED.findall(piece):
            row = int(digits)
            if row > last_row:
                last_row, low = row, (letters + digits).decode()
            if (col := column(letters)) >= last_col:
                last_col, right = col + 1, (letters + digits).decode()
    return last_row, last_col, low if low == right else f"{right}, {low}"


_COLUMNS: dict[bytes, int] = {}


def column(letters: bytes) -> int:
    """The zero-based column of letters: A → 0."""
    if letters not in _COLUMNS:
        number = 0
        for letter in letters:
            number = number * 26 + letter - 64
        _COLUMNS[letters] = number - 1
    return _COLUMNS[letters]


def _place(attrs: bytes) -> tuple[int, int] | None:
    found = PLACE.search(attrs)
    return (int(found[2]) - 1, column(found[1])) if found else None


def look_at_rows(piece: bytes, found: Scan) -> None:
    """Hidden rows and columns, and merged ranges, which stand behind the last row."""
    if b" hidden=" in piece:
        for attrs in ROW.findall(piece):
            if _is_hidden(attrs) and (number := _number(rb"r", attrs)):
                found.hidden_rows.append(number - 1)
        for attrs in COL.findall(piece):
            if _is_hidden(attrs):
                first, last = _number(rb"min", attrs), _number(rb"max", attrs)
                found.hidden_columns.extend(range(first - 1, min(last, LAST_COL + 1)))
    if not piece.endswith(b"row>"):
        for left, top, right, bottom in MERGE.findall(piece):
            found.merges.append((int(top) - 1, column(left), int(bottom) - 1, column(right)))


def _lacks_addresses(piece: bytes) -> bool:
    usual = piece.count(b'<c r="')
    return piece.count(b"<c ") + piece.count(b"<c>") > usual and any(
        not PLACE.search(attrs) for attrs in re.findall(rb"<c\b([^>]*)>", piece)
    )


def _is_hidden(attrs: bytes) -> bool:
    return b'hidden="1"' in attrs or b'hidden="true"' in attrs


def _number(name: bytes, attrs: bytes) -> int:
    found = re.search(rb"\b" + name + rb'="([0-9]{1,7})"', attrs)
    return int(found[1]) if found else 0


def look_for_errors(piece: bytes, found: Scan) -> None:
    """Cells that hold an Excel error."""
    if b't="e"' in piece:
        for attrs, code in ERROR.findall(piece):
            if place := _place(attrs):
                found.errors.append([*place, code.decode("utf-8", "replace").strip()])


def look_for_uncached(piece: bytes, found: Scan, recalculates: bool) -> None:
    """Formulas whose result is missing; a zero stored for later recalculation is no result."""
    zeros = recalculates and b"<v>0</v>" in piece
    if b"<f" not in piece or not (zeros or any(sign in piece for sign in NO_RESULT)):
        return
    for attrs, body in FORMULA.findall(piece):
        value = VALUE.search(body)
        blank = value is None or not value[1].strip() or (zeros and value[1] == b"0")
        if blank and b't="str"' not in attrs and (place := _place(attrs)):
            add_to_runs(found.uncached, *place)


def _percent_pattern(styles) -> re.Pattern | None:
    numbers = b"|".join(str(style).encode() for style in sorted(styles))
    return re.compile(rb'<c\b([^>]*?\bs="(?:' + numbers + rb')"[^>]*)>') if styles else None


def _percent(piece: bytes, found: Scan, pattern: re.Pattern) -> None:
    for attrs in pattern.findall(piece):
        is_text = b' t="' in attrs and b' t="n"' not in attrs
        if not attrs.endswith(b"/") and not is_text and (place := _place(attrs)):
            add_to_runs(found.percent, *place)
