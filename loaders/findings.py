"""What is wrong, doubtful or worth knowing about a workbook, as values addressed to a cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from i18n import catalogue, t
from loaders.asks import Asks

Severity = Literal["error", "warning", "question", "note"]

# Code → severity. An error blocks the submission, a warning is stored with the data, a question
# waits for a person's answer, a note only informs.
SEVERITY: Mapping[str, Severity] = {
    "unreadable_file": "error",
    "encrypted_file": "error",
    "unsafe_file": "error",
    "empty_file": "error",
    "no_known_form": "error",
    "missing_column": "error",
    "missing_value": "error",
    "missing_context": "error",
    "agency_unsaid": "error",
    "not_a_number": "error",
    "not_a_year": "error",
    "not_a_date": "error",
    "not_in_list": "error",
    "unknown_area": "error",
    "ambiguous_area": "error",
    "district_not_in_province": "error",
    "out_of_range": "error",
    "duplicate_row": "error",
    "wrong_period": "error",
    "future_quarter": "error",
    "formula_without_value": "error",
    "error_cell": "error",
    "assessor_conflict": "error",
    "personal_data": "error",
    "more_than_all": "warning",
    "already_received": "note",
    "older_version": "question",
    "accepted_in_part": "note",
    "near_duplicate": "note",
    "sent_in_another_name": "question",
    "price_unclear": "question",
    "round_closed": "question",
    "unknown_column": "note",
    "column_resembles": "question",
    "nil_unclear": "question",
    "sub_rows": "warning",
    "title_shared": "note",
    "rule_applied": "note",
    "earlier_quarter_missing": "warning",
    "sheet_ignored": "note",
    "total_differs": "warning",
    "share_differs": "warning",
    "shares_swapped": "warning",
    "shares_residue": "note",
    "shares_do_not_add": "warning",
    "grade_differs": "warning",
    "target_total_disputed": "warning",
    "unit_suspected": "question",
    "unit_mixed": "warning",
    "ratio_as_percent": "question",
    "change_mode_unclear": "question",
    "looks_cumulative": "question",
    "style_undeclared": "question",
    "aggregation_conflict": "warning",
    "base_years_unclear": "warning",
    "running_total_fell": "warning",
    "decreasing_cumulative": "warning",
    "disbursed_over_allocated": "warning",
    "progress_spending_gap": "warning",
    "too_many_kpis": "warning",
    "no_baseline": "warning",
    "plan_not_in_strategy": "question",
    "issue_not_in_strategy": "question",
    "source_unknown": "question",
    "kpi_not_declared": "question",
    "project_sent_twice": "question",
    "kpi_without_project": "warning",
    "group_target_above_members": "warning",
    "thresholds_turn_back": "warning",
    "thresholds_incomplete": "warning",
    "weights_not_100": "warning",
    "dimension_weight_differs": "warning",
    "kpi_cannot_be_scored": "question",
    "date_order": "warning",
    "year_shifted": "warning",
    "hidden_rows": "warning",
    "several_tables": "note",
    "hidden_sheet": "note",
    "errors_not_checked": "warning",
    "dates_1904": "note",
    "macros_ignored": "note",
    "external_links_ignored": "note",
}


@dataclass(frozen=True)
class Finding:
    """One thing found: where (sheet, zero-based row and column), what, and what was expected.

    `row`/`col` are None when the whole sheet or file is meant. `params` fill the sentence. `asks` is
    what a person could answer once and for all; it takes no part in comparing findings.
    """

    code: str
    sheet: str | None = None
    row: int | None = None
    col: int | None = None
    value: str | None = None
    expected: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    asks: Asks | None = field(default=None, compare=False, repr=False)

    @property
    def severity(self) -> Severity:
        """error, warning, question or note, by the code."""
        return SEVERITY[self.code]

    @property
    def cell(self) -> str | None:
        """The address as a spreadsheet shows it ("E2"), the row number alone, or None."""
        if self.row is None:
            return None
        return (
            f"{column_letters(self.col)}{self.row + 1}"
            if self.col is not None
            else f"{self.row + 1}"
        )

    def message(self, lang: str) -> str:
        """The sentence for a person: what was found, what was expected, what to do."""
        expected = self.params.get(f"expected_{lang}") or self.expected or "-"
        values = {"value": self.value or "-", **self.params, **_in_language(self.params, lang)}
        values["expected"] = expected
        values["reason"] = _reason(values.get("reason", "other"), lang)
        return t(f"findings.{self.code}", lang=lang, **values)

    @property
    def blocks(self) -> bool:
        """True when nothing of the workbook may be stored."""
        return self.severity == "error"


def _in_language(params: Mapping[str, str], lang: str) -> dict[str, str]:
    """The params given in both languages, under their plain names: "subject_th" as "subject"."""
    ending = f"_{lang}"
    return {key.removesuffix(ending): one for key, one in params.items() if key.endswith(ending)}


def _reason(key: str, lang: str) -> str:
    """Why a file was refused, in words; a reason nobody has written a sentence for stays general."""
    sentences = catalogue(lang)
    return sentences.get(f"findings.reason.{key}", sentences["findings.reason.other"])


def column_letters(col: int) -> str:
    """Zero-based column → letters.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
