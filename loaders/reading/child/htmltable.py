"""Tables of a web page that was saved under the name of a workbook."""

from html.parser import HTMLParser
from pathlib import Path
from re import IGNORECASE, search

from .result import FoundSheet, Refused
from .text import rectangle

SKIPPED = {"script", "style", "head", "title", "template"}
WIDEST_SPAN, TALLEST_SPAN = 1_000, 65_534


def read(path: Path, encoding: str, limits: dict) -> list[FoundSheet]:
    """Every outermost table as a sheet "Table 1" …; a spanned cell becomes a merged range."""
    data = path.read_bytes()
    reader = _Tables(limits["cells"])
    reader.feed(data.decode(_declared(data) or encoding, "replace"))
    reader.close()
    if not reader.tables:
        framed = b"frameset" in data.lower()  # its sheets are files in a folder beside it
        raise Refused("unreadable_file", "html_frameset" if framed else "html_without_table")
    return [
        FoundSheet(f"Table {number}", rectangle(table.rows), merges=table.merges)
        for number, table in enumerate(reader.tables, 1)
    ]


def _declared(data: bytes) -> str | None:
    """The charset the page names, when it is one of those in use and the bytes obey it."""
    named = search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096], IGNORECASE)
    label = named[1].decode("ascii").lower() if named else ""
    codec = {"utf-8": "utf-8-sig", "windows-874": "cp874", "tis-620": "cp874"}.get(label)
    try:
        return codec if codec and data.decode(codec) is not None else None
    except UnicodeDecodeError:
        return None


class _Table:
    def __init__(self) -> None:
        self.rows: list[list] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.taken: dict[int, int] = {}  # column → last row that a rowspan from above covers

    def place(self, text: str, colspan: int, rowspan: int) -> int:
        """Put a cell into the last row at the next free column; how wide the row now is."""
        row, cells = len(self.rows) - 1, self.rows[-1]
        while self.taken.get(len(cells), -1) >= row:
            cells.append(None)
        col = len(cells)
        cells.extend([text] + [None] * (colspan - 1))
        if colspan > 1 or rowspan > 1:
            self.merges.append((row, col, row + rowspan - 1, col + colspan - 1))
        if rowspan > 1:
            self.taken.update(dict.fromkeys(range(col, col + colspan), row + rowspan - 1))
        return len(cells)


class _Tables(HTMLParser):
    def __init__(self, most_cells: int) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.most_cells, self.cell_count = most_cells, 0
        self.depth = self.skipping = 0
        self.cell: tuple[int, int] | None = None
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.skipping += tag in SKIPPED and tag != "head"
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append(_Table())
        elif self.depth == 1 and tag == "tr":
            self._finish_cell()
            self.tables[-1].rows.append([])
        elif self.depth == 1 and tag in ("td", "th"):
            self._finish_cell()
            spans = dict(attrs)
            self.cell = (
                _span(spans.get("colspan"), WIDEST_SPAN),
                _span(spans.get("rowspan"), TALLEST_SPAN),
            )
        elif tag in ("br", "p", "div") and self.words:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIPPED and tag != "head":
            self.skipping = max(0, self.skipping - 1)
        if self.depth == 1 and tag in ("td", "th", "tr", "table"):
            self._finish_cell()
        if tag == "table":
            self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.skipping:
            self.words.append(data.replace("\n", " "))

    def _finish_cell(self) -> None:
        if self.cell is None:
            return
        table = self.tables[-1]
        if not table.rows:
            table.rows.append([])
        self.cell_count += table.place(_tidy("".join(self.words)), *self.cell)
        if self.cell_count > self.most_cells:
            raise Refused("unsafe_file", "too_many_cells", limit=self.most_cells)
        self.cell, self.words = None, []


def _tidy(text: str) -> str:
    """Text as a browser shows it: white space run together, line breaks of <br> kept."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _span(value: str | None, most: int) -> int:
    """A colspan or rowspan as browsers read it: at least 1, never beyond their own limit."""
    return min(max(int(value), 1), most) if value and value.strip().isdigit() else 1
