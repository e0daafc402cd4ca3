"""A second look at a legacy .xls for what calamine does not tell.

calamine turns #REF! into a blank and knows nothing of hidden rows and percent formats. The records
of the workbook stream say all of it: [MS-XLS] 2.4, with the stream's sectors as in [MS-CFB] 2.
"""

from dataclasses import dataclass, field
from struct import error as StructError
from struct import unpack_from

from .package import shown_as
from .result import add_to_runs

END_OF_CHAIN = 0xFFFF_FFFA  # this and above are marks, not sectors
BOF, EOF, BOUNDSHEET, FORMAT, XF = 0x809, 0x0A, 0x85, 0x41E, 0xE0
ROW, COLINFO, BOOLERR, FORMULA = 0x208, 0x7D, 0x205, 0x06
NUMBER, RK, MULRK, LABEL, LABELSST = 0x203, 0x27E, 0xBD, 0x204, 0xFD
NUMBERS, TEXTS = {NUMBER, RK, FORMULA}, {LABEL, LABELSST, BOOLERR}
FILEPASS, BIFF8 = 0x2F, 0x600
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
NO_RESULT, ERROR_RESULT = 3, 2
CALCULATE_ON_LOAD = 0x02


class Damaged(Exception):
    """The container or its records cannot be followed."""


@dataclass
class Signs:
    """What the records of one sheet say beside its values, in zero-based places."""

    name: str
    last_row: int = 0
    last_col: int = 0
    errors: list = field(default_factory=list)
    uncached: dict = field(default_factory=dict)
    percent: dict = field(default_factory=dict)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)


def sheet_signs(data: bytes) -> list[Signs]:
    """The signs of every sheet, in the order of the tabs. Raises Damaged."""
    try:
        stream = workbook_stream(data)
        sheets, percent = _globals(stream)
        return [_signs(stream, offset, Signs(name), percent) for offset, name in sheets]
    except (StructError, IndexError) as error:
        raise Damaged(str(error)) from error


def workbook_stream(data: bytes) -> bytes:
    """The stream named Workbook (or Book) of an OLE container."""
    sector = 1 << unpack_from("<H", data, 30)[0]
    directory_at, _, cutoff, small_at = unpack_from("<IIII", data, 48)
    if sector not in (512, 4096):
        raise Damaged("sector size")
    fat = _fat(data, sector)
    directory = _chain(data, fat, directory_at, sector, sector)
    entries = {name: place for name, *place in _entries(directory)}
    start, size = entries.get("workbook") or entries.get("book") or (None, 0)
    if start is None:
        raise Damaged("no workbook")
    if size >= cutoff:
        return _chain(data, fat, start, sector, sector)[:size]
    small_fat = _chain(data, fat, small_at, sector, sector)
    small_fat = unpack_from(f"<{len(small_fat) // 4}I", small_fat)
    pool = _chain(data, fat, entries["root entry"][0], sector, sector)
    return _chain(pool, small_fat, start, 64, 0)[:size]


def _fat(data: bytes, sector: int) -> tuple[int, ...]:
    """The table of which sector follows which; its own sectors are listed in the header first."""
    places = list(unpack_from("<109I", data, 76))
    more, per_sector = unpack_from("<I", data, 68)[0], sector // 4
    for _ in range(len(data) // sector):
        if more >= END_OF_CHAIN:
            break
        listed = unpack_from(f"<{per_sector}I", data, sector + more * sector)
        places += listed[:-1]
        more = listed[-1]
    table: list[int] = []
    for place in places:
        if place < END_OF_CHAIN:
            table += unpack_from(f"<{per_sector}I", data, sector + place * sector)
    return tuple(table)


def _chain(data: bytes, fat: tuple[int, ...], start: int, sector: int, header: int) -> bytes:
    """The sectors from `start` on put together; a chain that loops is cut by counting."""
    parts = []
    while start < END_OF_CHAIN:
        at = header + start * sector
        parts.append(data[at : at + sector])
        if len(parts) > len(fat):
            raise Damaged("looping chain")
        start = fat[start]
    return b"".join(parts)


def _entries(directory: bytes):
    for at in range(0, len(directory) - 127, 128):
        length = unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        yield name.lower(), *unpack_from("<II", directory, at + 116)


def _records(stream: bytes, at: int):
    """(record type, where its content starts, how long it is) up to the end of the substream."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        depth += (kind == BOF) - (kind == EOF)
        yield kind, at + 4, length
        if depth <= 0:
            return
        at += 4 + length


def _globals(stream: bytes) -> tuple[list[tuple[int, str]], set[int]]:
    """Where each sheet's records start and its name, and the cell formats that show a percentage."""
    sheets, codes, numbers = [], {}, []
    for kind, at, length in _records(stream, 0):
        if kind == BOUNDSHEET:
            sheets.append((unpack_from("<I", stream, at)[0], _name(stream, at + 6)))
        elif kind == FILEPASS:
            raise Damaged("encrypted")
        elif kind == FORMAT:
            codes[unpack_from("<H", stream, at)[0]] = stream[at + 2 : at + length].decode("latin-1")
        elif kind == XF:
            numbers.append(unpack_from("<H", stream, at + 2)[0])
    shows = [shown_as(number, _code(codes.get(number, ""))) for number in numbers]
    return sheets, {index for index, what in enumerate(shows) if what == "percent"}


def _name(stream: bytes, at: int) -> str:
    """A tab's name: its length, in Excel 97 and later a byte for its width, then the letters."""
    length, wide = stream[at], stream[at + 1]
    if unpack_from("<H", stream, 4)[0] != BIFF8:
        return stream[at + 1 : at + 1 + length].decode("cp874", "replace")
    if wide & 1:
        return stream[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    return stream[at + 2 : at + 2 + length].decode("latin-1")


def _code(content: str) -> str:
    """A format's text without its length bytes, and without the zero bytes of wide characters."""
    return content[3:].replace("\0", "")


def _signs(stream: bytes, offset: int, found: Signs, percent: set[int]) -> Signs:
    for kind, at, length in _records(stream, offset):
        if kind in NUMBERS:
            row, col, style = unpack_from("<HHH", stream, at)
            is_number = kind != FORMULA or _formula(stream, at, row, col, found)
            _cell(found, row, col, is_number and style in percent)
        elif kind in TEXTS:
            row, col = unpack_from("<HH", stream, at)
            _cell(found, row, col, is_percent=False)
            if kind == BOOLERR:
                _boolean_or_error(stream, at, row, col, found)
        elif kind == MULRK:
            row, col = unpack_from("<HH", stream, at)
            for index in range((length - 6) // 6):
                style = unpack_from("<H", stream, at + 4 + index * 6)[0]
                _cell(found, row, col + index, style in percent)
        elif kind == ROW and unpack_from("<H", stream, at + 12)[0] & 0x20:
            found.hidden_rows.append(unpack_from("<H", stream, at)[0])
        elif kind == COLINFO and unpack_from("<H", stream, at + 8)[0] & 1:
            first, last = unpack_from("<HH", stream, at)
            found.hidden_columns.extend(range(first, min(last, 255) + 1))
    return found


def _cell(found: Signs, row: int, col: int, is_percent: bool) -> None:
    if row > found.last_row:
        found.last_row = row
    if col > found.last_col:
        found.last_col = col
    if is_percent:
        add_to_runs(found.percent, row, col)


def _boolean_or_error(stream: bytes, at: int, row: int, col: int, found: Signs) -> None:
    code, is_error = stream[at + 6], stream[at + 7]
    if is_error:
        found.errors.append([row, col, ERRORS.get(code, "#ERROR!")])


def _formula(stream: bytes, at: int, row: int, col: int, found: Signs) -> bool:
    """Note an error or a missing result; whether the result is a number."""
    result = stream[at + 6 : at + 14]
    if result[6:] == b"\xff\xff":
        if result[0] == ERROR_RESULT:
            found.errors.append([row, col, ERRORS.get(result[2], "#ERROR!")])
        elif result[0] == NO_RESULT:
            add_to_runs(found.uncached, row, col)
        return False
    if not any(result) and stream[at + 14] & CALCULATE_ON_LOAD:
        add_to_runs(found.uncached, row, col)
    return True
