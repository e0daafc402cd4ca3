"""The looks of a package: a marked copy of a cell's own look, and those of the list of findings."""

import re
from functools import cache

from loaders.annotate.marks import RANK
from loaders.annotate.package import Unusual

# Colours that stay apart for the colour blind; the word stands beside them in the list.
FILLS = {"error": "F4B183", "warning": "FFE699", "question": "BDD7EE", "note": "E7E6E6"}
_XF = re.compile(rb"<xf\b[^>]*?/>|<xf\b[^>]*>.*?</xf>", re.S)
_FONT = '<name val="TH Sarabun New"/>'
_FONTS = {
    "plain": f'<font><sz val="16"/>{_FONT}</font>',
    "bold": f'<font><b/><sz val="16"/>{_FONT}</font>',
    "link": f'<font><u/><sz val="16"/><color rgb="FF0563C1"/>{_FONT}</font>',
}
_FONT_OF = {"line": "plain", "title": "bold"}  # looks of lines that run over their cell's edge


class Styles:
    """The styles part with looks added at the end of its lists, so that no number in use changes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        formats = self._list("cellXfs")
        self._formats = _XF.findall(formats[1])
        if not self._formats:
            raise Unusual("cellXfs")
        self._first_fill = _count(self._list("fills")[1], b"fill")
        self._first_font = _count(self._list("fonts")[1], b"font")
        self._added: list[bytes] = []
        self.marked = cache(self._marked)
        self.listed = cache(self._listed)

    def xml(self) -> bytes:
        """The styles part with everything that was asked for."""
        fills = "".join(
            f'<fill><patternFill patternType="solid"><fgColor rgb="FF{FILLS[severity]}"/>'
            f'<bgColor indexed="64"/></patternFill></fill>'
            for severity in RANK
        )
        data = _appended(self._data, "fonts", "".join(_FONTS.values()).encode(), len(_FONTS))
        data = _appended(data, "fills", fills.encode(), len(RANK))
        return _appended(data, "cellXfs", b"".join(self._added), len(self._added))

    def _marked(self, look: int, severity: str) -> int:
        """The number of a look like another, filled in the colour of a severity."""
        if look >= len(self._formats):
            raise Unusual("cell style")
        made = self._formats[look]
        head, rest = re.fullmatch(rb"(<xf\b[^>]*?)(/?>.*)", made, re.S).groups()
        head = re.sub(rb'\s(?:fillId|applyFill)="[^"]*"', b"", head)
        fill = self._first_fill + RANK.index(severity)
        return self._add(head + b' fillId="%d" applyFill="1"' % fill + rest)

    def _listed(self, font: str, severity: str | None = None) -> int:
        """The number of a look of the list: "plain", "bold" or "link", on a colour or not; "line"
        and "title" are plain and bold without line breaks."""
        fill = 0 if severity is None else self._first_fill + RANK.index(severity)
        number = self._first_font + list(_FONTS).index(_FONT_OF.get(font, font))
        wraps = int(font not in _FONT_OF)
        look = (
            f'<xf numFmtId="0" fontId="{number}" fillId="{fill}" borderId="0" xfId="0"'
            f' applyFont="1" applyFill="1" applyAlignment="1">'
            f'<alignment vertical="top" wrapText="{wraps}"/></xf>'
        )
        return self._add(look.encode())

    def _add(self, look: bytes) -> int:
        self._added.append(look)
        return len(self._formats) + len(self._added) - 1

    def _list(self, name: str) -> re.Match[bytes]:
        found = _list_of(name).search(self._data)
        if found is None:
            raise Unusual(name)
        return found


@cache
def _list_of(name: str) -> re.Pattern[bytes]:
    return re.compile(rb"<%s\b[^>]*>(.*?)</%s>" % (name.encode(), name.encode()), re.S)


def _count(entries: bytes, tag: bytes) -> int:
    return len(re.findall(rb"<%s\b" % tag, entries))


def _appended(data: bytes, name: str, entries: bytes, number: int) -> bytes:
    """The list with entries at its end, its count brought up to date."""
    found = _list_of(name).search(data)
    head = data[found.start() : found.start(1)]
    head = re.sub(rb'\scount="(\d+)"', lambda m: b' count="%d"' % (int(m[1]) + number), head)
    end = found.end(1)
    return data[: found.start()] + head + found[1] + entries + data[end:]
