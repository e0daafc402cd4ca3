"""Both languages say the same things: same keys, same placeholders, nothing left empty."""

from string import Formatter

from i18n import LANGUAGES, catalogue


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences():
    th, en = (set(catalogue(lang)) for lang in LANGUAGES)

    assert th - en == set()
    assert en - th == set()


def test_a_sentence_asks_for_the_same_values_in_both_languages():
    th, en = (catalogue(lang) for lang in LANGUAGES)

    assert [
        key for key in th.keys() & en.keys() if placeholders(th[key]) != placeholders(en[key])
    ] == []


def test_no_sentence_is_empty():
    assert [
        key for lang in LANGUAGES for key, text in catalogue(lang).items() if not text.strip()
    ] == []
