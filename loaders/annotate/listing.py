"""The first sheet of a marked copy: every finding under its sheet, repeated ones folded away."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from i18n import t
from loaders.annotate.marks import FOLDED_AFTER, RANK, repeated
from loaders.annotate.package import text_xml
from loaders.annotate.styles import Styles
from loaders.findings import Finding, column_letters
from loaders.reading import address
from loaders.report import by_sheet
from loaders.template.layout import LINE_HEIGHT, line_count

_HEADS = ("sheet", "cell", "severity", "message", "value", "expected")
_WIDTHS = (38, 24, 16, 90, 26, 40)
_RAGGED = 8  # lines break between Thai words: about one letter in eight stays unused
_MOST_FOLDED = (
    500  # of one kind listed one by one under its fold; the cells are coloured all the same
)
_WORKSHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns='
    '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">'
    '<pane ySplit="{top}" topLeftCell="A{below}" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
    '<sheetFormatPr defaultRowHeight="24" outlineLevelRow="1"/><cols>{cols}</cols>'
    "<sheetData>{rows}</sheetData>{links}"
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
)


@dataclass(frozen=True)
class Listing:
    """What is listed: the file, remarks on the copy, the findings in reading order, and the title
    in the copy of each sheet as read."""

    file_name: str
    remarks: tuple[str, ...]
    findings: tuple[Finding, ...]
    titles: Mapping[str, str]
    lang: str


@dataclass
class _Rows:
    """Rows written so far, and the links of their cells."""

    xml: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def add(self, cells: Sequence[tuple[str | None, int]], options: str = "") -> int:
        """A row of (text, look); the number it got."""
        number = len(self.xml) + 1
        written = "".join(
            f'<c r="{address(number - 1, col)}" s="{look}" t="inlineStr">'
            f'<is><t xml:space="preserve">{text_xml(text)}</t></is></c>'
            for col, (text, look) in enumerate(cells)
            if text is not None
        )
        self.xml.append(f'<row r="{number}"{options}>{written}</row>')
        return number

    def link(self, row: int, col: int, location: str) -> None:
        self.links.append(
            f"<hyperlink ref={quoteattr(address(row - 1, col))} location={quoteattr(location)}/>"
        )


def listing_xml(listing: Listing, styles: Styles) -> bytes:
    """The sheet's XML: title, counts and remarks, then under each sheet's line its findings, each
    with a link to its cell. What is said of a column more than FOLDED_AFTER times is one line with
    the number of cells, the single ones folded under it."""
    rows, lang = _Rows(), listing.lang
    bold, line = styles.listed("title"), styles.listed("line")
    title = t("loaders.annotate.title", lang)
    rows.add([(f"{title}: {listing.file_name}", bold)])
    rows.add([(_counts(listing.findings, lang), line)])
    for remark in listing.remarks:
        rows.add([(remark, line)])
    top = rows.add([(t(f"loaders.annotate.{name}", lang), bold) for name in _HEADS])
    for sheet, findings in by_sheet(listing.findings).items():
        named = sheet or t("loaders.whole_file", lang)
        rows.add([(f"{named}  ({_counts(findings, lang)})", bold)])
        for group in sorted(repeated(findings).values(), key=_rank):
            _add_group(rows, group, listing, styles)
    return _worksheet(rows, top).encode()


def _rank(group: Sequence[Finding]) -> int:
    """What must be mended stands before what is only asked to be looked at."""
    return min(RANK.index(finding.severity) for finding in group)


def _add_group(rows: _Rows, group: Sequence[Finding], listing: Listing, styles: Styles) -> None:
    if len(group) <= FOLDED_AFTER:
        for finding in group:
            _add_finding(rows, finding, listing, styles)
        return
    first, lang = group[0], listing.lang
    column = column_letters(first.col) if first.col is not None else "-"
    cells = t("loaders.annotate.cells", lang, column=column, count=f"{len(group):,}")
    summary = _texts(first, lang)
    summary[1] = cells
    row = rows.add(_looks(summary, first, styles), _height(summary))
    _link(rows, row, first, listing)
    for finding in group[:_MOST_FOLDED]:
        _add_finding(rows, finding, listing, styles, ' outlineLevel="1" hidden="1"')
    if len(group) > _MOST_FOLDED:
        left = t("loaders.annotate.not_listed", lang, count=f"{len(group) - _MOST_FOLDED:,}")
        rows.add([(left, styles.listed("line"))], ' outlineLevel="1" hidden="1"')


def _add_finding(
    rows: _Rows, finding: Finding, listing: Listing, styles: Styles, options: str = ""
) -> None:
    texts = _texts(finding, listing.lang)
    row = rows.add(_looks(texts, finding, styles), options + _height(texts))
    _link(rows, row, finding, listing)


def _texts(finding: Finding, lang: str) -> list[str | None]:
    return [
        finding.sheet or t("loaders.whole_file", lang),
        finding.cell,
        t(f"loaders.severity.{finding.severity}", lang),
        finding.message(lang),
        finding.value,
        finding.params.get(f"expected_{lang}") or finding.expected,
    ]


def _height(texts: Sequence[str | None]) -> str:
    """High enough for the longest text, which Excel works out by itself only for rows it has
    edited."""
    lines = max(
        line_count(text or "", width - width // _RAGGED)
        for text, width in zip(texts, _WIDTHS, strict=True)
    )
    return f' ht="{lines * LINE_HEIGHT}" customHeight="1"' if lines > 1 else ""


def _looks(
    texts: Sequence[str | None], finding: Finding, styles: Styles
) -> list[tuple[str | None, int]]:
    plain = styles.listed("plain")
    looks = [plain, styles.listed("link"), styles.listed("plain", finding.severity)]
    return list(zip(texts, [*looks, plain, plain, plain], strict=True))


def _link(rows: _Rows, row: int, finding: Finding, listing: Listing) -> None:
    if finding.row is not None and finding.sheet in listing.titles:
        title = listing.titles[finding.sheet].replace("'", "''")
        rows.link(row, 1, f"'{title}'!{address(finding.row, finding.col or 0)}")


def _counts(findings: Sequence[Finding], lang: str) -> str:
    """ "ข้อผิดพลาด 3 · ควรตรวจ 2", the gravest first; that nothing was found, without any."""
    counts = Counter(finding.severity for finding in findings)
    said = [
        f"{t(f'loaders.severity.{severity}', lang)} {counts[severity]:,}"
        for severity in RANK
        if counts[severity]
    ]
    return " · ".join(said) or t("loaders.annotate.nothing_found", lang)


def _worksheet(rows: _Rows, top: int) -> str:
    cols = "".join(_col(number, width) for number, width in enumerate(_WIDTHS, 1))
    links = f"<hyperlinks>{''.join(rows.links)}</hyperlinks>" if rows.links else ""
    return _WORKSHEET.format(top=top, below=top + 1, cols=cols, rows="".join(rows.xml), links=links)


def _col(number: int, width: int) -> str:
    return f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
