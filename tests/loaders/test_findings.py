"""Every finding has a sentence in both languages, saying the same with the same figures."""

from string import Formatter

import pytest

from i18n import LANGUAGES, catalogue
from loaders.findings import SEVERITY, Finding

PREFIX = "findings."


def sentences(lang: str) -> dict[str, str]:
    return {
        key.removeprefix(PREFIX): text
        for key, text in catalogue(lang).items()
        if key.startswith(PREFIX)
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_exactly_the_known_codes_have_sentences(lang):
    codes = {key for key in sentences(lang) if not key.startswith("reason.")}
    assert codes == set(SEVERITY)


def test_both_languages_have_the_same_sentences_with_the_same_placeholders():
    thai, english = sentences("th"), sentences("en")
    assert {key: placeholders(text) for key, text in thai.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_a_message_names_what_was_found_and_what_was_expected():
    finding = Finding("not_in_list", "Sheet1", 7, 4, "เกรด ก", "A, B, C")
    assert (finding.cell, finding.severity, finding.message("th")) == (
        "E8",
        "error",
        "ไม่รู้จัก «เกรด ก» คำที่ใช้ได้หรือใกล้เคียง: A, B, C กรุณาเลือกคำหนึ่ง",
    )


def test_text_from_a_cell_with_braces_is_only_text():
    assert "{0.__class__}" in Finding("not_a_number", value="{0.__class__}").message("en")


def test_the_reason_of_a_refusal_is_told_in_words():
    message = Finding("unreadable_file", params={"reason": "pdf"}).message("en")
    assert message.startswith("This file cannot be read: it is a PDF.")


def test_a_reason_without_a_sentence_stays_general():
    unknown = Finding("unreadable_file", params={"reason": "never_heard_of"}).message("th")
    assert unknown == Finding("unreadable_file").message("th")
