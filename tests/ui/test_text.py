"""Text from a cell shows as typed and does nothing."""

import re

import pytest

from ui.text import safe_md

MARKUP = (
    "![x](http://example.org/a.png)",
    "[x](http://example.org)",
    "<b>x</b> & <script>",
    "*a* _b_ ~~c~~ `d`",
    "# หัวข้อ",
    "1. ข้อ",
    "> อ้าง",
    "a\\b | c",
    ":red[x]",
    ":material/home:",
    "$x$",
)


@pytest.mark.parametrize("text", MARKUP)
def test_no_mark_is_left_that_markdown_would_read(text):
    unescaped = re.sub(r"\\.", "", safe_md(text))

    assert re.search(r"[\\`*_{}\[\]()<>#!|~:$&]", unescaped) is None


@pytest.mark.parametrize("text", MARKUP)
def test_the_letters_stay(text):
    assert re.sub(r"\\(.)", r"\1", safe_md(text)).replace("\u2060", "") == text


@pytest.mark.parametrize("text", ["http://a.org", "www.a.org", "a@b.org"])
def test_an_address_is_broken_by_a_joiner_without_width(text):
    assert safe_md(text).count("\u2060") == 1


def test_lines_become_one():
    assert safe_md("ก\n\n- ข") == "ก \\- ข"
