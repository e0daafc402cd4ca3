"""The table of texts that the cells of a workbook share."""

import zipfile
from xml.parsers import expat

import pyarrow as pa

from .columnar import Irregular, tag_texts
from .rendering import plain_text, unescaped

PART = "xl/sharedStrings.xml"


def shared_texts(package: zipfile.ZipFile) -> pa.Array:
    """All shared texts in order, white space alone as null; empty when the package has none."""
    names = {name.lower(): name for name in package.namelist()}
    if PART.lower() not in names:
        return pa.array([], pa.string())
    xml = package.read(names[PART.lower()])
    items = xml.count(b"<si>")
    if items and xml.count(b"<t>") + xml.count(b"<t ") == items == xml.count(b"</t></si>"):
        return plain_text(tag_texts(xml, b"t"))
    return pa.array([unescaped_codes(text) for text in _by_parser(xml)], pa.string())


def unescaped_codes(text: str) -> str | None:
    """A text the XML parser has resolved, with Excel's own escapes resolved too."""
    return None if not text or text.isspace() else unescaped(text) if "_x" in text else text


def _by_parser(xml: bytes) -> list[str]:
    """Texts that consist of runs with formats of their own; phonetic hints left out."""
    texts: list[list[str]] = []
    open_tags: list[str] = []

    def start(tag: str, _attrs: dict) -> None:
        open_tags.append(tag.rpartition(":")[2])
        if open_tags[-1] == "si":
            texts.append([])

    def characters(text: str) -> None:
        if open_tags[-1:] == ["t"] and "rPh" not in open_tags:
            texts[-1].append(text)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = start, characters
    parser.EndElementHandler = lambda _tag: open_tags.pop()
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise Irregular("shared texts") from error
    return ["".join(parts) for parts in texts]
