"""Which remembered answers decided a reading, told once a rule."""

from collections.abc import Iterator

from loaders.findings import Finding
from loaders.rule_words import answer_words, subject_words
from loaders.rules import Rule
from loaders.tables.found import Faults, Found


def findings_of_rules(found: Found, faults: Faults) -> Iterator[Finding]:
    """One note for each rule used on the table: its number, and how many cells it decided."""
    if found.header.sheet_rule:
        faults.use(found.header.sheet_rule, None, [found.header.top])
    for col, rule in found.header.ruled.items():
        faults.use(rule, col, [found.header.bottom])
    for rule, cells in sorted(faults.used.items(), key=lambda pair: pair[0].rule_id):
        if cells:
            yield rule_applied(found.grid.sheet.name, rule, cells)


def rule_applied(sheet: str, rule: Rule, cells: list[tuple[int, int | None]]) -> Finding:
    """The note that a rule decided cells (zero-based) of a sheet, at the first of them."""
    row, col = cells[0]
    params = {
        "rule": str(rule.rule_id),
        "cell_count": str(len(cells)),
        "subject_th": subject_words(rule.kind, rule.subject, rule.form, "th"),
        "subject_en": subject_words(rule.kind, rule.subject, rule.form, "en"),
        "expected_th": answer_words(rule.kind, rule.answer, rule.form, "th"),
        "expected_en": answer_words(rule.kind, rule.answer, rule.form, "en"),
    }
    return Finding("rule_applied", sheet, row, col, rule.subject, rule.answer, params)
