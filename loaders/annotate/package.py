"""The parts of an .xlsx package: finding the sheets, adding parts and relations, writing it all back."""

import posixpath
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr, unescape

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
    b'"http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_WITH_MACROS = re.compile(
    rb"application/vnd\.ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml"
)
_TEMPLATE = (_CONTENT + "template.main+xml").encode()
_TAG = re.compile(rb"<Relationship\b[^>]*>")
_ENTITIES = {"&quot;": '"', "&apos;": "'"}
_LEVEL = 1  # of compression: a third of the time of the usual 6 for a fifth more bytes


class Unusual(Exception):
    """The package's XML is not written the way Excel writes it; it must be written anew first."""


class Package:
    """An .xlsx file whose parts are read when asked for and replaced in memory until saved.

    Raises Unusual for a package laid out in a way this does not edit.
    """

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)
        self._names = self._zip.namelist()
        self._changed: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._types = self.read("[Content_Types].xml")
        self.workbook_part = self._workbook_part()
        self._targets = self.relations_of(self.workbook_part)
        self.sheets = self._sheets()
        self.styles_part = self._styles_part()

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *_) -> None:
        self._zip.close()

    def read(self, part: str) -> bytes:
        """A part's bytes as they stand now; Unusual when the package has no such part."""
        if part in self._changed:
            return self._changed[part]
        try:
            data = self._zip.read(part)
        except KeyError as error:
            raise Unusual(part) from error
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Unusual(part)
        return data

    def has(self, part: str) -> bool:
        """Whether the package has the part."""
        return part in self._changed or (part in self._names and part not in self._dropped)

    def replace(self, part: str, data: bytes) -> None:
        """Gives a part new bytes, or adds it."""
        self._changed[part] = data

    def title_of(self, part: str) -> str:
        """The title on the tab of a sheet's part."""
        return next(title for title, place in self.sheets.items() if place == part)

    def relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id → (last word of its type, target part) of a part; external ones left out."""
        place = _relations_part(part)
        if not self.has(place):
            return {}
        found = {}
        for tag in _TAG.findall(self.read(place)):
            if attribute(tag, "TargetMode") != "External":
                target = attribute(tag, "Target") or ""
                kind = (attribute(tag, "Type") or "").rpartition("/")[2]
                found[attribute(tag, "Id")] = (kind, _resolved(part, target))
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Adds a relation from a part to another; the new relation's id."""
        place = _relations_part(part)
        data = self.read(place) if self.has(place) else _EMPTY_RELATIONS
        taken = {attribute(tag, "Id") for tag in _TAG.findall(data)}
        new = next(f"rId{number}" for number in range(1, 100_000) if f"rId{number}" not in taken)
        relation = f'<Relationship Id="{new}" Type="{_RELATIONS}/{kind}" Target="/{target}"/>'
        self.replace(place, _before_end(data, b"</Relationships>", relation.encode()))
        return new

    def declare(self, part: str, content: str) -> None:
        """Says what a new part holds ("comments", "worksheet")."""
        override = f'<Override PartName="/{part}" ContentType="{_CONTENT}{content}+xml"/>'
        self._types = _before_end(self._types, b"</Types>", override.encode())

    def declare_ending(self, ending: str, content: str) -> None:
        """Says what every part of an ending holds, unless that is said already."""
        if not re.search(rb'<Default\b[^>]*\bExtension="%s"' % ending.encode(), self._types, re.I):
            default = f'<Default Extension="{ending}" ContentType="{content}"/>'
            self._types = _before_end(self._types, b"</Types>", default.encode())

    def free_part(self, pattern: str) -> str:
        """A part name made of the pattern and the first number that no part has yet."""
        names = {name.lower() for name in (*self._names, *self._changed)}
        numbers = range(1, 100_000)
        return next(part for n in numbers if (part := pattern.format(n)).lower() not in names)

    def drop_macros(self) -> bool:
        """Leaves the macros out, which an .xlsx may not hold; whether there were any."""
        self._types = self._types.replace(_TEMPLATE, (_CONTENT + "sheet.main+xml").encode())
        if not _WITH_MACROS.search(self._types):
            return False
        self._types = _WITH_MACROS.sub((_CONTENT + "sheet.main+xml").encode(), self._types)
        place = _relations_part(self.workbook_part)
        gone = [target for kind, target in self._targets.values() if kind == "vbaProject"]
        kept = _TAG.sub(_without_kind(b"/vbaProject"), self.read(place))
        self.replace(place, kept)
        for part in gone:
            self._dropped |= {part, _relations_part(part)}
            self._types = re.sub(
                rb'<Override\b[^>]*PartName="/%s"[^>]*/>' % re.escape(part.encode()),
                b"",
                self._types,
            )
        return True

    def add_first_sheet(self, title: str, data: bytes) -> None:
        """Puts a worksheet before all others and shows it when the workbook is opened."""
        part = self.free_part("xl/worksheets/sheet{}.xml")
        self.replace(part, data)
        self.declare(part, "worksheet")
        relation = self.relate(self.workbook_part, "worksheet", part)
        book = self.read(self.workbook_part)
        taken = [int(number) for number in re.findall(rb'\bsheetId="(\d+)"', book)]
        tab = (
            f"<sheet xmlns:r={quoteattr(_RELATIONS)} name={quoteattr(self._free_title(title))}"
            f' sheetId="{max(taken, default=0) + 1}" r:id="{relation}"/>'
        )
        book = re.sub(rb"(<sheets\b[^>]*>)", lambda m: m[1] + tab.encode(), book, count=1)
        book = re.sub(rb'\blocalSheetId="(\d+)"', _one_more, book)
        book = re.sub(rb'\s(?:activeTab|firstSheet)="\d+"', b"", book)
        self.replace(self.workbook_part, book)

    def save(self, path: Path) -> None:
        """Writes the package; parts nobody touched keep their bytes."""
        self.replace("[Content_Types].xml", self._types)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as out:
            for name in dict.fromkeys((*self._names, *self._changed)):
                if name not in self._dropped and not name.endswith("/"):
                    out.writestr(name, self.read(name))

    def _workbook_part(self) -> str:
        for kind, target in self.relations_of("").values():
            if kind == "officeDocument":
                return target
        raise Unusual("no workbook")

    def _sheets(self) -> dict[str, str]:
        """Title → part of every worksheet, in the order of their tabs."""
        sheets = {}
        for tag in re.findall(rb"<sheet\b[^>]*>", self.read(self.workbook_part)):
            title, relation = attribute(tag, "name"), attribute(tag, "r:id")
            if title is None or relation not in self._targets:
                raise Unusual("sheets")
            kind, part = self._targets[relation]
            if kind == "worksheet":
                sheets[title] = part
        if not sheets:
            raise Unusual("sheets")
        return sheets

    def _styles_part(self) -> str:
        for kind, target in self._targets.values():
            if kind == "styles":
                return target
        raise Unusual("styles")

    def _free_title(self, title: str) -> str:
        tags = re.findall(rb"<sheet\b[^>]*>", self.read(self.workbook_part))
        taken = {(attribute(tag, "name") or "").lower() for tag in tags}
        numbered = (title if number == 1 else f"{title} {number}" for number in range(1, 1000))
        return next(name for name in numbered if name.lower() not in taken)


def attribute(tag: bytes, name: str) -> str | None:
    """An attribute of a tag as text; None when the tag has none of that name."""
    found = re.search(rb"""\s%s=(?:"([^"]*)"|'([^']*)')""" % re.escape(name.encode()), tag)
    if found is None:
        return None
    return unescape((found[1] if found[1] is not None else found[2]).decode(), _ENTITIES)


def text_xml(text: str) -> str:
    """Text between tags, without the characters that XML cannot hold."""
    return escape(_UNWRITABLE.sub("", text))


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _before_end(data: bytes, end: bytes, addition: bytes) -> bytes:
    place = data.rfind(end)
    if place < 0:
        raise Unusual(end.decode())
    return data[:place] + addition + data[place:]


def _without_kind(kind: bytes):
    return lambda found: b"" if kind in found[0] else found[0]


def _one_more(found: re.Match[bytes]) -> bytes:
    return b'localSheetId="%d"' % (int(found[1]) + 1)
