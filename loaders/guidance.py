"""What prevents a mistake from being made again, by the code of its finding."""

from collections.abc import Mapping

from i18n import t

_TOPICS: Mapping[str, tuple[str, ...]] = {
    "blank_form": (
        "no_known_form",
        "missing_column",
        "unknown_column",
        "sheet_ignored",
        "missing_context",
        "agency_unsaid",
        "wrong_period",
        "several_tables",
        "column_resembles",
        "title_shared",
        "rule_applied",
    ),
    "plain_numbers": ("not_a_number", "out_of_range", "ratio_as_percent"),
    "dates": ("not_a_year", "not_a_date", "year_shifted", "date_order", "dates_1904"),
    "lists": (
        "not_in_list",
        "unknown_area",
        "ambiguous_area",
        "district_not_in_province",
        "plan_not_in_strategy",
        "issue_not_in_strategy",
        "source_unknown",
        "kpi_not_declared",
    ),
    "fill_all": ("missing_value", "no_baseline", "nil_unclear", "accepted_in_part"),
    "open_and_save": ("formula_without_value", "error_cell", "errors_not_checked"),
    "plain_file": (
        "unreadable_file",
        "encrypted_file",
        "unsafe_file",
        "empty_file",
        "macros_ignored",
        "external_links_ignored",
    ),
    "hidden": ("hidden_rows", "hidden_sheet"),
    "units": ("unit_suspected", "unit_mixed", "price_unclear"),
    "formulas": (
        "total_differs",
        "share_differs",
        "shares_swapped",
        "shares_do_not_add",
        "shares_residue",
    ),
    "grades": ("grade_differs",),
    "targets": ("target_total_disputed", "change_mode_unclear", "group_target_above_members"),
    "definitions": ("style_undeclared", "aggregation_conflict", "base_years_unclear"),
    "scores": (
        "thresholds_turn_back",
        "thresholds_incomplete",
        "weights_not_100",
        "dimension_weight_differs",
        "kpi_cannot_be_scored",
    ),
    "fewer_kpis": ("too_many_kpis", "kpi_without_project"),
    "cumulative": (
        *("looks_cumulative", "decreasing_cumulative", "earlier_quarter_missing"),
        "running_total_fell",
    ),
    "spending": ("disbursed_over_allocated", "progress_spending_gap", "future_quarter"),
    "one_row_each": ("duplicate_row", "sub_rows", "project_sent_twice"),
    "other_assessor": ("assessor_conflict",),
    "counts_only": ("personal_data",),
    "parts_of_all": ("more_than_all",),
    "in_time": ("round_closed",),
    "sent_once": ("already_received", "older_version", "near_duplicate", "sent_in_another_name"),
}
_TOPIC_OF = {code: topic for topic, codes in _TOPICS.items() for code in codes}


def guidance(code: str, lang: str) -> str:
    """What to do in future so that this is not found again; general advice for a code without."""
    return t(f"guidance.{_TOPIC_OF.get(code, 'general')}", lang)


def title(code: str, lang: str) -> str:
    """A finding's kind in a few words, for lists and charts."""
    return t(f"guidance.title.{code}", lang)
