"""What became of a file, for people and for programs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from i18n import t
from loaders.findings import Finding

State = Literal["accepted", "rejected", "already_received"]


@dataclass(frozen=True)
class SheetReport:
    """One table that was read: the sheet, the form it fits and how many rows it holds."""

    sheet: str
    form: str
    rows: int


@dataclass(frozen=True)
class FileReport:
    """What became of one file.

    `submissions` are the ids stored (for a file received before, those of the first time; none
    for a rejected or merely checked one). `findings` is everything found, in reading order.
    """

    file: str
    sha256: str
    state: State
    submissions: tuple[int, ...]
    sheets: tuple[SheetReport, ...]
    findings: tuple[Finding, ...]


def as_json(reports: Iterable[FileReport]) -> dict[str, list[dict]]:
    """The reports as plain values, in the shape that scripts outside rely on."""
    return {"files": [_file(report) for report in reports]}


def as_text(report: FileReport, lang: str) -> str:
    """A short report for a terminal: the outcome, then the findings sheet by sheet.

    A file that could be accepted and was not stored is one merely checked.
    """
    rows = sum(sheet.rows for sheet in report.sheets)
    counts = Counter(finding.severity for finding in report.findings)
    merely_checked = report.state == "accepted" and not report.submissions
    outcome = t(f"loaders.state.{'acceptable' if merely_checked else report.state}", lang=lang)
    summary = t(
        "loaders.summary",
        lang=lang,
        rows=f"{rows:,}",
        errors=counts["error"],
        warnings=counts["warning"],
        questions=counts["question"],
    )
    lines = [f"{report.file}: {outcome} ({summary})"]
    for sheet, findings in by_sheet(report.findings).items():
        lines.append(f"  {sheet or t('loaders.whole_file', lang=lang)}")
        lines += [f"    {_line(finding, lang)}" for finding in findings]
    return "\n".join(lines)


def by_sheet(findings: Iterable[Finding]) -> Mapping[str | None, list[Finding]]:
    """The findings under the sheet they are about; None holds those about the whole file."""
    grouped: dict[str | None, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.sheet, []).append(finding)
    return grouped


def _line(finding: Finding, lang: str) -> str:
    severity = t(f"loaders.severity.{finding.severity}", lang=lang)
    place = f"{finding.cell} " if finding.cell else ""
    # Only who types commands can use the option that would say what is missing.
    option = f" ({finding.params['option']})" if "option" in finding.params else ""
    return f"{place}[{severity}] {finding.message(lang)}{option}"


def _file(report: FileReport) -> dict:
    return {
        "file": report.file,
        "sha256": report.sha256,
        "state": report.state,
        "submissions": list(report.submissions),
        "sheets": [
            {"sheet": sheet.sheet, "form": sheet.form, "rows": sheet.rows}
            for sheet in report.sheets
        ],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "value": finding.value,
        "expected": finding.expected,
        "message_th": finding.message("th"),
        "message_en": finding.message("en"),
    }
