"""Making the marked copy: straight inside the sender's package where its XML is as Excel writes it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from i18n import t
from loaders.annotate.listing import Listing, listing_xml
from loaders.annotate.marks import marks_by_sheet
from loaders.annotate.package import Package, Unusual
from loaders.annotate.plain import write_cells
from loaders.annotate.sheet import mark_sheet
from loaders.annotate.styles import Styles
from loaders.findings import Finding
from loaders.reading import Workbook


def annotate(
    path: Path, copy: Path, workbook: Workbook, findings: Iterable[Finding], lang: str = "th"
) -> None:
    """Writes `copy` (.xlsx): the workbook at `path` as its sender made it, with the findings.

    Each cell of a finding is coloured by severity and carries the sentence as a comment; the
    first sheet lists all of them with a link each. `workbook` is what reading `path` gave. The
    package is edited in place, so pictures, charts, formulas and rules stay; only macros are left
    out. Of other formats than .xlsx the copy holds the cells without their looks, and the list
    says so, as it does of a package so unusual that it had to be written anew.
    """
    found = list(findings)
    with TemporaryDirectory() as folder:
        if workbook.kind != "xlsx":
            plain = write_cells(workbook, Path(folder) / "cells.xlsx")
            remark = t("loaders.annotate.made_from_cells", lang, kind=f".{workbook.kind}")
            _mark(plain, copy, path.name, workbook, found, [remark], lang)
            return
        try:
            _mark(path, copy, path.name, workbook, found, [], lang)
        except Unusual:
            rewritten = _rewritten(path, Path(folder) / "rewritten.xlsx")
            remark = t("loaders.annotate.rewritten", lang)
            _mark(rewritten, copy, path.name, workbook, found, [remark], lang)


def _rewritten(path: Path, target: Path) -> Path:
    """The workbook as openpyxl understands it: what it does not know is lost."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.save(target)
    return target


def _mark(
    source: Path,
    copy: Path,
    file_name: str,
    workbook: Workbook,
    findings: Sequence[Finding],
    remarks: list[str],
    lang: str,
) -> None:
    with Package(source) as package:
        parts = _parts_by_name(package, workbook)
        if package.drop_macros():
            remarks = [*remarks, t("loaders.annotate.macros_left_out", lang)]
        styles = Styles(package.read(package.styles_part))
        marks = marks_by_sheet(workbook, findings, lang)
        for name, part in parts.items():
            mark_sheet(package, part, marks.get(name, {}), styles, lang)
        names = {name: package.title_of(part) for name, part in parts.items()}
        listing = Listing(file_name, tuple(remarks), tuple(findings), names, lang)
        title = t("loaders.annotate.title", lang)
        package.add_first_sheet(title, listing_xml(listing, styles))
        package.replace(package.styles_part, styles.xml())
        package.save(copy)


def _parts_by_name(package: Package, workbook: Workbook) -> dict[str, str]:
    """Sheet name as read → its part. A text file's sheet may bear a name that no sheet of a
    workbook can: then the order tells."""
    by_title = package.sheets
    in_order = list(by_title.values())
    parts = dict(by_title)
    if workbook.kind != "xlsx":
        parts = {sheet.name: part for sheet, part in zip(workbook.sheets, in_order, strict=True)}
    return parts
