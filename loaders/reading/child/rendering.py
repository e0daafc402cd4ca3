"""Stored values as text, a whole Arrow array at a time; agrees with `cell_text` cell by cell."""

import re
from html import unescape

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .serial import serial_text
from .text import cell_text

BOOLEANS = pa.array(["FALSE", "TRUE"])
ESCAPED = "&|_x[0-9A-Fa-f]{4}_|\r"


def shortest(texts: pa.Array) -> pa.Array:
    """Numbers as the shortest decimal that is the same double."""
    values = pc.cast(texts, pa.float64())
    short = pc.cast(values, pa.string())
    odd = pc.or_(pc.match_substring(short, "e"), pc.equal(short, "-0"))
    if not pc.any(odd).as_py():
        return short
    fixed = [cell_text(value) for value in values.filter(odd).to_pylist()]
    return pc.replace_with_mask(short, odd, pa.array(fixed, pa.string()))


def moments(texts: pa.Array, styles: np.ndarray, book) -> pa.Array:
    """Day numbers as dates or elapsed times; each distinct number is rendered once."""
    encoded = texts.dictionary_encode()
    serials = [float(text) for text in encoded.dictionary.to_pylist()]

    def rendered(elapsed: bool) -> pa.Array:
        found = [serial_text(serial, book.date_1904, elapsed=elapsed) for serial in serials]
        return pa.array(found, pa.string()).take(encoded.indices)

    spans = np.isin(styles, list(book.elapsed_styles))
    dates = rendered(elapsed=False)
    return pc.if_else(pa.array(spans), rendered(elapsed=True), dates) if spans.any() else dates


def iso_text(texts: pa.Array) -> pa.Array:
    """ISO dates as some programs store them: 2026-03-31T00:00:00 → 2026-03-31."""
    days = pc.replace_substring_regex(texts, r"T00:00:00(\.0+)?Z?$", "")
    return pc.replace_substring_regex(days, r"T(\d\d:\d\d:\d\d).*$", r" \1")


def plain_text(texts: pa.Array) -> pa.Array:
    """XML text with its escapes resolved and white space alone made null."""
    escaped = pc.match_substring_regex(texts, ESCAPED)
    if pc.any(escaped).as_py():
        resolved = [unescaped(text) for text in texts.filter(escaped).to_pylist()]
        texts = pc.replace_with_mask(texts, escaped, pa.array(resolved, pa.string()))
    return pc.if_else(pc.or_(pc.utf8_is_space(texts), pc.equal(texts, "")), None, texts)


def unescaped(text: str) -> str:
    """Resolve XML's entities, then the _x000D_ by which Excel writes control characters."""
    text = unescape(text.replace("\r\n", "\n"))
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
