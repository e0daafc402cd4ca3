"""Comments on cells: their texts, and the drawings without which Excel shows none of them."""

import re
from collections.abc import Iterator, Mapping

from i18n import t
from loaders.annotate.marks import Mark, Place
from loaders.annotate.package import Package, Unusual, attribute, text_xml
from loaders.reading import address

_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns='
    b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors>'
    b"<commentList></commentList></comments>"
)
_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
# A shape of its own type, so that the sender's drawings keep theirs.
_SHAPE_TYPE = (
    b'<v:shapetype id="check_note" coordsize="21600,21600" o:spt="202"'
    b' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="check_{number}" type="#check_note" fillcolor="#ffffe1" o:insetmode="auto"'
    ' style="position:absolute;width:270pt;height:90pt;visibility:hidden">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/>"
    "<x:Anchor>{left}, 15, {row}, 2, {right}, 15, {below}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{col}</x:Column>"
    "</x:ClientData></v:shape>"
)
_TAGS = re.compile(rb"<(/?)([\w:]+)\b[^>]*?(/?)>")
# What stands behind <legacyDrawing> among the parts of a sheet.
_BEHIND = {
    b"legacyDrawingHF",
    b"picture",
    b"oleObjects",
    b"controls",
    b"webPublishItems",
    b"tableParts",
    b"extLst",
    b"mc:AlternateContent",
}


def add_comments(
    package: Package, part: str, sheet: bytes, marks: Mapping[Place, Mark], lang: str
) -> bytes:
    """Gives the marked cells of a sheet their comments, after what stands there already.

    Returns the sheet's XML, which names the drawing of its comments.
    """
    texts = {place: mark.text for place, mark in marks.items() if mark.text}
    if not texts:
        return sheet
    relations = package.relations_of(part)
    standing = [target for kind, target in relations.values() if kind == "comments"]
    comments_part = standing[0] if standing else _new_comments(package, part)
    author = t("loaders.annotate.author", lang)
    data, added = _with_texts(package.read(comments_part), texts, author)
    package.replace(comments_part, data)
    if named := re.search(rb"<legacyDrawing\b[^>]*>", sheet):
        _, drawing = relations.get(attribute(named[0], "r:id"), (None, ""))
    else:
        drawing, sheet = _new_drawing(package, part, sheet)
    package.replace(drawing, _with_shapes(package.read(drawing), added))
    return sheet


def _new_comments(package: Package, part: str) -> str:
    made = package.free_part("xl/comments{}.xml")
    package.replace(made, _COMMENTS)
    package.declare(made, "comments")
    package.relate(part, "comments", made)
    return made


def _new_drawing(package: Package, part: str, sheet: bytes) -> tuple[str, bytes]:
    made = package.free_part("xl/drawings/vmlDrawing{}.vml")
    package.replace(made, _DRAWING)
    package.declare_ending("vml", _VML_TYPE)
    relation = package.relate(part, "vmlDrawing", made).encode()
    named = b'<legacyDrawing xmlns:r="%s" r:id="%s"/>' % (_RELATIONS, relation)
    place = _place_of_drawing(sheet)
    return made, sheet[:place] + named + sheet[place:]


def _place_of_drawing(sheet: bytes) -> int:
    """Before the first part of the sheet that must stand behind the drawing of comments."""
    start = sheet.rfind(b"</sheetData>") + len(b"</sheetData>")
    for name, place in _children(sheet, start):
        if name in _BEHIND:
            return place
    return sheet.rindex(b"</worksheet>")


def _children(data: bytes, start: int) -> Iterator[tuple[bytes, int]]:
    """Name and place of each element at the level of `start`."""
    depth = 0
    for tag in _TAGS.finditer(data, start):
        closes, name, alone = tag[1], tag[2], tag[3]
        if not closes and depth == 0:
            yield name, tag.start()
        depth += 0 if alone else -1 if closes else 1


def _with_texts(
    data: bytes, texts: Mapping[Place, str], author: str
) -> tuple[bytes, list[tuple[int, int]]]:
    """The comments with the texts, and the places that had none before and need a drawing."""
    if b"</authors>" not in data or b"</commentList>" not in data:
        data = _opened(data)
    number = len(re.findall(rb"<author[\s>/]", data))
    named = f"<author>{text_xml(author)}</author>".encode()
    data = data.replace(b"</authors>", named + b"</authors>", 1)
    there = {attribute(found[0], "ref"): found for found in re.finditer(rb"<comment\b[^>]*>", data)}
    by_name = {address(*place): (place, text) for place, text in texts.items()}
    for name in sorted(by_name.keys() & there.keys(), key=lambda n: -there[n].start()):
        data = _continued(data, there[name].end(), by_name[name][1])
    new = [item for name, item in by_name.items() if name not in there]
    made = "".join(
        f'<comment ref="{address(*place)}" authorId="{number}"><text>{_run(text)}</text></comment>'
        for place, text in new
    )
    end = data.rindex(b"</commentList>")
    return data[:end] + made.encode() + data[end:], [place for place, _ in new]


def _opened(data: bytes) -> bytes:
    """Empty lists written as one tag are opened to take what comes."""
    data = re.sub(rb"<(authors|commentList)\s*/>", rb"<\1></\1>", data)
    if b"</authors>" not in data or b"</commentList>" not in data:
        raise Unusual("comments")
    return data


def _continued(data: bytes, start: int, text: str) -> bytes:
    """The comment that begins at `start` with one more line."""
    end = data.find(b"</text>", start)
    if end < 0 or b"</comment>" in data[start:end]:
        raise Unusual("comment without text")
    said = re.sub(rb"(<text>)(<t\b[^>]*>.*?</t>)$", rb"\1<r>\2</r>", data[start:end], flags=re.S)
    return data[:start] + said + _run(f"\n{text}").encode() + data[end:]


def _run(text: str) -> str:
    return f'<r><t xml:space="preserve">{text_xml(text)}</t></r>'


def _with_shapes(data: bytes, places: list[Place]) -> bytes:
    shapes = "".join(
        _SHAPE.format(number=number, row=row, col=col, left=col + 1, right=col + 5, below=row + 4)
        for number, (row, col) in enumerate(places, 1)
    )
    end = data.rfind(b"</xml>")
    if end < 0:
        raise Unusual("drawing of comments")
    return data[:end] + _SHAPE_TYPE + shapes.encode() + data[end:]
