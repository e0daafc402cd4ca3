"""Every declaration is complete and says one thing once."""

import pytest

from loaders.forms import FORMS
from thai.text import match_key

CONTEXT_KEYS = {
    "area",
    "province",
    "district",
    "plan_owner",
    "agency",
    "fiscal_year",
    "year",
    "quarter",
    "as_of",
}


@pytest.fixture(params=FORMS.values(), ids=FORMS.keys())
def form(request):
    return request.param


def test_forms_are_numbered_in_order():
    assert [form.number for form in FORMS.values()] == list(range(1, len(FORMS) + 1))


def test_keys_are_unique(form):
    keys = [column.key for column in form.columns]
    assert sorted(keys) == sorted(set(keys))


def test_no_header_word_means_two_columns(form):
    plain = [
        (match_key(word) or word, column.key)
        for column in form.columns
        if column.repeat is None
        for word in {match_key(w) or w: w for w in (column.header, *column.accepted)}.values()
    ]
    words = [word for word, _ in plain]
    twice = {pair for pair in plain if words.count(pair[0]) > 1}
    assert twice == set()


def test_every_key_named_by_the_form_is_a_column_of_it(form):
    keys = {column.key for column in form.columns}
    instead = {key for column in form.columns for key in column.instead_of}
    assert {*form.row_key, *form.from_context, *instead} <= keys
    assert set(form.from_context) <= CONTEXT_KEYS


def test_choices_are_declared_where_and_only_where_the_kind_is_choice(form):
    assert all((column.kind == "choice") == bool(column.choices) for column in form.columns)


def test_a_choice_word_means_one_entry(form):
    for column in form.columns:
        words = [match_key(word) for _, accepted in column.choices for word in accepted]
        assert sorted(words) == sorted(set(words)), column.key


def test_every_column_is_named_in_both_languages(form):
    assert all(column.header and column.header_en for column in form.columns)
    assert form.title
    assert form.title_en
