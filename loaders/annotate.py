"""The sender's workbook handed back with the faulty cells marked and a list of them in front."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import Workbook as NewWorkbook
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook as OpenWorkbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from i18n import t
from loaders.findings import Finding
from loaders.reading import Workbook, address

# Colours that stay apart for the colour blind; the word stands beside them in the list.
_FILLS = {"error": "F4B183", "warning": "FFE699", "question": "BDD7EE", "note": "E7E6E6"}
_RANK = ("error", "warning", "question", "note")
_WIDTHS = {"A": 24, "B": 10, "C": 12, "D": 90, "E": 24, "F": 40}
# Excel keeps every comment as a drawing: more of them than this and the copy opens slowly.
_MOST_COMMENTS = 1_000
Pages = Mapping[str, Worksheet]
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def annotate(
    path: Path, copy: Path, workbook: Workbook, findings: Iterable[Finding], lang: str = "th"
) -> None:
    """Writes `copy` (.xlsx): the workbook at `path` as its sender made it, with the findings.

    Each cell of a finding is coloured by severity and carries the sentence as a comment; the
    first sheet lists all of them with a link each. Of other formats than .xlsx the copy holds the
    cells without their looks. `workbook` is what reading `path` gave.
    """
    findings = list(findings)
    book = load_workbook(path) if workbook.kind == "xlsx" else _from_cells(workbook)
    # A text file's sheet may bear a name that no sheet of a workbook can: go by the place.
    names = [sheet.name for sheet in workbook.sheets]
    pages = dict(zip(names, book.worksheets, strict=False)) | {p.title: p for p in book.worksheets}
    for finding in sorted(findings, key=lambda one: -_RANK.index(one.severity)):
        _colour(pages, finding)
    for finding in findings[:_MOST_COMMENTS]:
        _comment(pages, finding, lang)
    _list(book, pages, findings, lang)
    book.save(copy)


def _from_cells(workbook: Workbook) -> OpenWorkbook:
    book = NewWorkbook()
    book.remove(book.active)
    for sheet in workbook.sheets:
        page = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows(), 1):
            for col, text in enumerate(row, 1):
                if text is not None:
                    _write(page.cell(number, col), text)
        for merge in sheet.merges:
            page.merge_cells(
                start_row=merge.row0 + 1,
                start_column=merge.col0 + 1,
                end_row=merge.row1 + 1,
                end_column=merge.col1 + 1,
            )
    return book


def _colour(pages: Pages, finding: Finding) -> None:
    if (cell := _cell(pages, finding)) is not None:
        cell.fill = PatternFill("solid", start_color=_FILLS[finding.severity])


def _comment(pages: Pages, finding: Finding, lang: str) -> None:
    """Added to what stands there already: the sender's own note, or another finding's."""
    if (cell := _cell(pages, finding)) is None:
        return
    said = _UNWRITABLE.sub("", finding.message(lang))
    text = f"{cell.comment.text}\n{said}" if cell.comment else said
    cell.comment = Comment(text, t("loaders.annotate.author", lang=lang), height=120, width=360)


def _cell(pages: Pages, finding: Finding) -> Cell | None:
    """The cell to mark; of a merged range its first, of a whole row its first cell."""
    if finding.row is None or finding.sheet not in pages:
        return None
    page = pages[finding.sheet]
    row, col = finding.row + 1, (finding.col or 0) + 1
    for area in page.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= col <= area.max_col:
            row, col = area.min_row, area.min_col
    return page.cell(row, col)


def _list(book: OpenWorkbook, pages: Pages, findings: list[Finding], lang: str) -> None:
    page = book.create_sheet(_free_title(book, t("loaders.annotate.title", lang=lang)), 0)
    heads = ("sheet", "cell", "severity", "message", "value", "expected")
    for col, head in enumerate(heads, 1):
        _write(page.cell(1, col), t(f"loaders.annotate.{head}", lang=lang))
        page.cell(1, col).font = Font(bold=True)
    for row, finding in enumerate(findings, 2):
        _list_row(page, row, finding, lang)
        _link(page.cell(row, 2), pages, finding)
    for letter, width in _WIDTHS.items():
        page.column_dimensions[letter].width = width
    page.freeze_panes = "A2"
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False


def _list_row(page: Worksheet, row: int, finding: Finding, lang: str) -> None:
    severity = t(f"loaders.severity.{finding.severity}", lang=lang)
    whole = t("loaders.whole_file", lang=lang)
    texts = (
        finding.sheet or whole,
        finding.cell,
        severity,
        finding.message(lang),
        finding.value,
        finding.expected,
    )
    for col, text in enumerate(texts, 1):
        if text is not None:
            _write(page.cell(row, col), text)
        page.cell(row, col).alignment = Alignment(wrap_text=True, vertical="top")
    page.cell(row, 3).fill = PatternFill("solid", start_color=_FILLS[finding.severity])


def _link(cell: Cell, pages: Pages, finding: Finding) -> None:
    if finding.row is not None and finding.sheet in pages:
        name = pages[finding.sheet].title.replace("'", "''")
        place = f"'{name}'!{address(finding.row, finding.col or 0)}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
        cell.style = "Hyperlink"


def _write(cell: Cell, text: str) -> None:
    """Text as text: what begins with = must not become a formula."""
    cell.value = _UNWRITABLE.sub("", text)
    cell.data_type = "s"


def _free_title(book: OpenWorkbook, title: str) -> str:
    taken = set(book.sheetnames)
    number = 1
    while (free := title if number == 1 else f"{title} {number}") in taken:
        number += 1
    return free
