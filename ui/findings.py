"""What was found in a workbook, for the person who has to correct it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from loaders.findings import Finding
from loaders.report import by_sheet
from ui import language, wording
from ui.export import inert
from ui.language import tr

# More of one kind in one column than this are told in one line.
_FOLD_ABOVE = 3
_CELLS_NAMED = 4
# Two lines of Thai: a table cell does not grow with its text, and up to four rem it never wraps.
_ROW_HEIGHT = 68


@dataclass(frozen=True)
class Line:
    """One line of the list: one finding, or many of one kind in one column."""

    finding: Finding
    cells: tuple[str, ...]

    @property
    def place(self) -> str:
        """ "E8", or "E8, E9, E12, E13 … (37)"."""
        if len(self.cells) <= _CELLS_NAMED:
            return ", ".join(self.cells)
        return f"{', '.join(self.cells[:_CELLS_NAMED])} … ({len(self.cells)})"


def folded(findings: Iterable[Finding]) -> list[Line]:
    """The findings of a sheet as lines, what repeats down a column told once."""
    groups: dict[tuple, list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.col), []).append(finding)
    lines = []
    for members in groups.values():
        if len(members) > _FOLD_ABOVE and members[0].cell:
            lines.append(Line(members[0], tuple(one.cell for one in members if one.cell)))
        else:
            lines += [Line(one, (one.cell,) if one.cell else ()) for one in members]
    return lines


def draw(findings: Sequence[Finding]) -> None:
    """Errors in a block of their own, then what needs a look, then what is only worth knowing."""
    errors = [one for one in findings if one.severity == "error"]
    doubts = [one for one in findings if one.severity in ("question", "warning")]
    notes = [one for one in findings if one.severity == "note"]
    if not findings:
        st.text(tr("upload.findings.none"))
    if errors:
        st.error(tr("upload.findings.errors", count=len(errors)), icon=":material/block:")
        _draw_sheets(errors)
    if doubts:
        st.warning(tr("upload.findings.doubts", count=len(doubts)), icon=":material/help:")
        _draw_sheets(doubts)
    if notes:
        with st.expander(tr("upload.findings.notes", count=len(notes))):
            _draw_sheets(notes)


def _draw_sheets(findings: Sequence[Finding]) -> None:
    for sheet, members in by_sheet(findings).items():
        st.text(tr("upload.findings.sheet", sheet=sheet) if sheet else tr("loaders.whole_file"))
        lines = folded(members)
        st.dataframe(
            pd.DataFrame([_row(line) for line in lines]),
            hide_index=True,
            row_height=_ROW_HEIGHT,
            height="content" if len(lines) <= 8 else 520,
            column_config={
                "cell": st.column_config.TextColumn(tr("loaders.annotate.cell"), width=150),
                "severity": st.column_config.TextColumn(tr("loaders.annotate.severity"), width=115),
                "value": st.column_config.TextColumn(tr("loaders.annotate.value"), width=150),
                "expected": st.column_config.TextColumn(tr("loaders.annotate.expected"), width=150),
                "message": st.column_config.TextColumn(tr("loaders.annotate.message"), width=520),
            },
        )


def _row(line: Line) -> dict[str, str]:
    lang = language.current()
    finding = line.finding
    message = finding.message(lang)
    if len(line.cells) > 1:
        message = f"{message} {tr('upload.findings.repeated', count=len(line.cells) - 1)}"
    expected = finding.params.get(f"expected_{lang}") or finding.expected or ""
    return {
        "cell": line.place,
        "severity": wording.severity(finding.severity),
        "value": inert(finding.value or ""),
        "expected": "" if expected == "-" else inert(expected),
        "message": inert(message),
    }
