"""OpenDocument spreadsheets, packed (.ods) or flat (.fods), read straight from their XML.

The file says everything itself: value types, repeats, spans, hidden rows, error cells. General
readers fail on indented content, or take a spreadsheet's repeated blank tail for cells.
"""

import re
import zipfile
from pathlib import Path
from xml.parsers import expat

from .result import FoundSheet, Refused, add_to_runs, hidden_notes
from .text import cell_text, last_filled, letters

ERROR_TEXT = re.compile(r"(#[A-Z/0!?]+[!?]?|Err:\d+)$")
CELLS = ("table:table-cell", "table:covered-table-cell")


def read(path: Path, kind: str, limits: dict):
    """Sheets and notes."""
    reader = _Reader(limits["cells"])
    if kind == "fods":
        reader.feed(path.read_bytes())
    else:
        with zipfile.ZipFile(path) as package:
            _refuse_encrypted(package)
            reader.feed(package.read("content.xml"))
    return reader.sheets, hidden_notes(reader.sheets)


def _refuse_encrypted(package: zipfile.ZipFile) -> None:
    try:
        manifest = package.read("META-INF/manifest.xml")
    except KeyError:
        return
    if b"encryption-data" in manifest:
        raise Refused("encrypted_file", "password")


class _Reader:
    """Collects the cells of one sheet after the other while expat walks through the XML."""

    def __init__(self, most_cells: int) -> None:
        self.most_cells = most_cells
        self.sheets: list[FoundSheet] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.depth = 0
        self.attrs: dict | None = None
        self.words: list[str] = []
        self.noted = self.paragraphs = 0

    def feed(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.EntityDeclHandler = _refuse_entity
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise Refused("unreadable_file", "damaged", detail=str(error)) from error

    def start(self, tag: str, attrs: dict) -> None:
        if tag in CELLS and self.depth == 1:
            self.attrs, self.words = attrs, []
        elif tag == "table:table-row" and self.depth == 1:
            self._start_row(attrs)
        elif tag == "table:table-column" and self.depth == 1:
            self._column(attrs)
        elif tag == "table:table":
            self.depth += 1
            if self.depth == 1:
                self._start_sheet(attrs)
        elif tag == "style:style":
            self.style = attrs.get("style:name", "")
        elif tag == "style:table-properties" and attrs.get("table:display") == "false":
            self.hidden_styles.add(self.style)
        elif tag == "office:annotation":
            self.noted += 1
        elif tag == "text:p":
            self.paragraphs += 1
            self.words += ["\n"] if self.words and not self.noted else []
        elif self.attrs is not None and not self.noted:
            self._within_text(tag, attrs)

    def end(self, tag: str) -> None:
        if tag in CELLS and self.depth == 1:
            self._end_cell()
        elif tag == "table:table-row" and self.depth == 1:
            self._end_row()
        elif tag == "table:table":
            if self.depth == 1:
                self._end_sheet()
            self.depth -= 1
        elif tag == "office:annotation":
            self.noted -= 1
        elif tag == "text:p":
            self.paragraphs -= 1

    def characters(self, text: str) -> None:
        if self.attrs is not None and self.paragraphs and not self.noted:
            self.words.append(text)

    def _within_text(self, tag: str, attrs: dict) -> None:
        if tag == "text:s":
            self.words.append(" " * min(_count(attrs, "text:c"), 1000))
        elif tag in ("text:tab", "text:line-break"):
            self.words.append("\t" if tag == "text:tab" else "\n")

    def _start_sheet(self, attrs: dict) -> None:
        visible = attrs.get("table:style-name") not in self.hidden_styles
        self.sheet = FoundSheet(attrs.get("table:name", ""), [], visible)
        self.sheets.append(self.sheet)
        self.rows: list[list[str | None]] = []
        self.row_number = self.col_number = self.widest = 0

    def _column(self, attrs: dict) -> None:
        count = _count(attrs, "table:number-columns-repeated")
        if attrs.get("table:visibility") in ("collapse", "filter"):
            last = min(self.col_number + count, 16_384)
            self.sheet.hidden_columns.extend(range(self.col_number, last))
        self.col_number += count

    def _start_row(self, attrs: dict) -> None:
        self.row: list[str | None] = []
        self.col = 0
        self.row_repeats = _count(attrs, "table:number-rows-repeated")
        self.row_hidden = attrs.get("table:visibility") in ("collapse", "filter")

    def _end_row(self) -> None:
        """A row counts once it holds something, or when a later one does; so must its repeats."""
        if self.row_hidden:
            last = min(self.row_number + self.row_repeats, 1_048_576)
            self.sheet.hidden_rows.extend(range(self.row_number, last))
        if length := last_filled(self.row):
            self.widest = max(self.widest, length)
            self._check_area(self.row_number + self.row_repeats, self.widest)
            self.rows.extend([] for _ in range(self.row_number - len(self.rows)))
            self.rows.extend(self.row[:length] for _ in range(self.row_repeats))
        self.row_number += self.row_repeats

    def _check_area(self, height: int, width: int) -> None:
        if height * width > self.most_cells:
            cell = f"{letters(width - 1)}{height}"
            raise Refused("unsafe_file", "far_cell", sheet=self.sheet.name, cell=cell)

    def _end_cell(self) -> None:
        attrs, self.attrs = self.attrs, None
        repeats = _count(attrs, "table:number-columns-repeated")
        text = self._text(attrs)
        self._merge(attrs)
        if text is None:
            self.col += repeats
            return
        self._check_area(self.row_number + self.row_repeats, self.col + repeats)
        self.row.extend([None] * (self.col - len(self.row)))
        self.row.extend([text] * repeats)
        self._mark(attrs, text, repeats)
        self.col += repeats

    def _merge(self, attrs: dict) -> None:
        height = _count(attrs, "table:number-rows-spanned")
        width = _count(attrs, "table:number-columns-spanned")
        if height > 1 or width > 1:
            row, col = self.row_number, self.col
            self.sheet.merges.append([row, col, row + height - 1, col + width - 1])
        is_formula, kind = "table:formula" in attrs, attrs.get("office:value-type")
        if is_formula and kind is None and not "".join(self.words).strip():
            add_to_runs(self.sheet.uncached, self.row_number, self.col)

    def _mark(self, attrs: dict, text: str, repeats: int) -> None:
        places = [
            (self.row_number + down, self.col + right)
            for down in range(self.row_repeats)
            for right in range(repeats)
        ]
        if attrs.get("office:value-type") == "percentage":
            for row, col in places:
                add_to_runs(self.sheet.percent, row, col)
        elif self._is_error(attrs, text):
            self.sheet.errors.extend([row, col, text] for row, col in places)

    def _is_error(self, attrs: dict, text: str) -> bool:
        formula = "table:formula" in attrs
        return attrs.get("calcext:value-type") == "error" or bool(
            formula and ERROR_TEXT.match(text)
        )

    def _text(self, attrs: dict) -> str | None:
        kind = attrs.get("office:value-type")
        if attrs.get("calcext:value-type") == "error":
            return "".join(self.words) or "#VALUE!"
        if kind in ("float", "percentage", "currency"):
            return cell_text(_float(attrs.get("office:value", "")))
        if kind == "date":
            day, _, time = attrs.get("office:date-value", "").partition("T")
            clock = time.split(".")[0]
            return day if clock in ("", "00:00:00") else f"{day} {clock}"
        if kind == "boolean":
            return attrs.get("office:boolean-value", "").upper() or None
        if kind == "time":
            return _clock(attrs.get("office:time-value", ""))
        return cell_text(attrs.get("office:string-value") or "".join(self.words))

    def _end_sheet(self) -> None:
        self.sheet.columns = [
            [row[col] if col < len(row) else None for row in self.rows]
            for col in range(self.widest)
        ]


def _refuse_entity(*_: object) -> None:
    raise Refused("unsafe_file", "xml_entities")


def _count(attrs: dict, name: str) -> int:
    text = attrs.get(name, "1")
    return max(int(text), 1) if text.isdigit() and len(text) < 10 else 1


def _float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _clock(text: str) -> str | None:
    """PT13H30M00S → 13:30:00."""
    parts = re.fullmatch(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S", text)
    return "{:0>2}:{:0>2}:{:0>2}".format(*parts.groups()) if parts else (text or None)
