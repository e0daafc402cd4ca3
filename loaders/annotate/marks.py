"""What is marked where: the gravest colour and the sentences of each cell, repeated ones folded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from i18n import t
from loaders.findings import Finding
from loaders.reading import Sheet, Workbook

RANK = ("error", "warning", "question", "note")
# Excel keeps every comment as a drawing: more of them than this and the copy opens slowly.
MOST_COMMENTS = 1_000
# The same thing said of a column more often than this is said in full in its first cells only.
FOLDED_AFTER = 16

Place = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """How a cell is marked: the severity that colours it, and what its comment says ("" for none)."""

    severity: str
    text: str


def marks_by_sheet(
    workbook: Workbook, findings: Iterable[Finding], lang: str
) -> dict[str, dict[Place, Mark]]:
    """Sheet → zero-based place → its mark, of the findings that are about a cell or row.

    A merged range is marked in its first cell, a whole row in the row's first.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    places: dict[tuple[str, Place], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.row is not None and finding.sheet in sheets:
            places[finding.sheet, _place(sheets[finding.sheet], finding)].append(finding)
    texts = _texts([one for group in places.values() for one in group], lang)
    marks: dict[str, dict[Place, Mark]] = defaultdict(dict)
    spoken = 0
    for (name, place), group in places.items():
        severity = min((finding.severity for finding in group), key=RANK.index)
        said = [text for finding in group if (text := texts.get(id(finding)))]
        text = "\n".join(dict.fromkeys(said)) if spoken < MOST_COMMENTS else ""
        spoken += bool(text)
        marks[name][place] = Mark(severity, text)
    return marks


def repeated(findings: Iterable[Finding]) -> dict[tuple, list[Finding]]:
    """The findings by what they say of which column, in the order met."""
    groups: dict[tuple, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.sheet, finding.code, finding.col].append(finding)
    return groups


def _place(sheet: Sheet, finding: Finding) -> Place:
    place = (finding.row, finding.col or 0)
    return sheet.anchors.get(place, place) if sheet.merges else place


def _texts(findings: Sequence[Finding], lang: str) -> Mapping[int, str]:
    """Identity of a finding → the sentence for its comment; none for those folded away."""
    texts = {}
    for group in repeated(findings).values():
        shown = group[:FOLDED_AFTER] if len(group) > FOLDED_AFTER else group
        for finding in shown:
            texts[id(finding)] = finding.message(lang)
        if len(group) > FOLDED_AFTER:
            more = t("loaders.annotate.more_below", lang, count=len(group) - 1)
            texts[id(group[0])] += f"\n{more}"
    return texts
