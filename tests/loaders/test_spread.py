"""Codes go down to the rows that leave them out, and never to another project of the same name."""

from loaders.spread import spread_codes


def test_a_row_without_a_code_belongs_to_the_project_above_it():
    codes = ("ก1", None, "ก2", None, None)
    names = ("ถนน", "ถนน", "ถนน", "ถนน", "สะพาน")

    assert spread_codes(codes, names) == ["ก1", "ก1", "ก2", "ก2", None]


def test_a_code_given_only_further_down_counts_for_the_rows_before():
    assert spread_codes((None, "ก1"), ("1. ถนน", "ถนน")) == ["ก1", "ก1"]


def test_other_columns_must_agree():
    assert spread_codes(("ก1", None), ("ถนน", "ถนน"), ("50", "51")) == ["ก1", None]
