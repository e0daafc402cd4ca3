"""The parts of an xlsx package: its sheets in order, number formats, and what must not be there."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from .result import Refused

STYLES, WORKBOOK = "xl/styles.xml", "xl/workbook.xml"
# Numbers of formats that a package uses without spelling them out.
PERCENT_FORMATS = {9, 10, 67, 68}
DATE_FORMATS = {*range(14, 23), 45, 47}
ELAPSED_FORMATS = {46}


@dataclass(frozen=True)
class SheetPart:
    name: str
    part: str | None
    visible: bool


@dataclass
class Contents:
    """What the package says about itself; `recalculates` means cached results are not trusted."""

    sheets: list[SheetPart] = field(default_factory=list)
    date_1904: bool = False
    recalculates: bool = False
    percent_styles: frozenset[int] = frozenset()
    date_styles: frozenset[int] = frozenset()
    elapsed_styles: frozenset[int] = frozenset()


def contents(package: zipfile.ZipFile) -> Contents:
    """Read workbook.xml, its relations and the number formats."""
    refuse_dtd(package)
    found = Contents()
    targets = _targets(package)
    for tag, attrs in elements(package, WORKBOOK):
        if tag == "sheet":
            part = targets.get(attrs.get("id", ""))
            visible = attrs.get("state", "visible") == "visible"
            found.sheets.append(SheetPart(attrs.get("name", ""), part, visible))
        elif tag == "workbookPr":
            found.date_1904 = attrs.get("date1904") in ("1", "true")
        elif tag == "calcPr":
            found.recalculates = attrs.get("fullCalcOnLoad") in ("1", "true")
    _number_formats(package, found)
    return found


def refuse_dtd(package: zipfile.ZipFile) -> None:
    """Entities can expand without end or reach outside; no office program writes a DTD here."""
    for info in package.infolist():
        if info.filename.endswith((".xml", ".rels", ".vml")):
            with package.open(info) as part:
                head = part.read(4096).replace(b"\0", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise Refused("unsafe_file", "xml_entities")


def elements(package: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    """Every start tag of a small part with its attributes, both without prefix; [] if missing."""
    try:
        data = package.read(part)
    except KeyError:
        return []
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attrs: found.append(
        (tag.rpartition(":")[2], {k.rpartition(":")[2]: v for k, v in attrs.items()})
    )
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused("unreadable_file", "damaged", detail=part) from error
    return found


def _targets(package: zipfile.ZipFile) -> dict[str, str]:
    names = {name.lower(): name for name in package.namelist()}
    found = {}
    for tag, attrs in elements(package, "xl/_rels/workbook.xml.rels"):
        if tag == "Relationship" and "Target" in attrs:
            part = posixpath.normpath(posixpath.join("/xl", attrs["Target"])).lstrip("/")
            found[attrs.get("Id", "")] = names.get(part.lower())
    return found


def _number_formats(package: zipfile.ZipFile, found: Contents) -> None:
    codes: dict[int, str] = {}
    numbers: list[int] = []
    inside = False
    for tag, attrs in elements(package, STYLES):
        if tag == "numFmt":
            codes[_int(attrs.get("numFmtId"))] = attrs.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            numbers.append(_int(attrs.get("numFmtId")))
    shows = [shown_as(number, codes.get(number, "")) for number in numbers]
    found.percent_styles, found.date_styles, found.elapsed_styles = (
        frozenset(i for i, what in enumerate(shows) if what == wanted)
        for wanted in ("percent", "date", "elapsed")
    )


def shown_as(number: int, code: str = "") -> str:
    """What a number format makes of a number: percent, date, elapsed (time) or number.

    >>> shown_as(0, "0.0%"), shown_as(164, "[$-D07041E]d mmm yyyy"), shown_as(165, '0.0"%"')
    ('percent', 'date', 'number')
    """
    if code:
        return _shown_by_code(re.sub(r'"[^"]*"|\\.|_.|\*.', "", code.split(";")[0]))
    kinds = {"percent": PERCENT_FORMATS, "date": DATE_FORMATS, "elapsed": ELAPSED_FORMATS}
    return next((kind for kind, known in kinds.items() if number in known), "number")


def _shown_by_code(code: str) -> str:
    if re.search(r"\[(h+|m+|s+)\]", code, re.IGNORECASE):
        return "elapsed"
    code = re.sub(r"\[[^\]]*\]", "", code).lower()
    if "%" in code:
        return "percent"
    return "date" if "general" not in code and re.search("[dmyhs]", code) else "number"


def _int(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1


def part_size(package: zipfile.ZipFile, part: str | None) -> int:
    """Bytes of a part when unpacked, 0 when there is none."""
    return package.getinfo(part).file_size if part else 0
