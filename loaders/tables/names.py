"""Names as they are kept: tidy, and without the number that only orders them."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from loaders.form import Column
from thai.digits import to_arabic

NUMBERED = frozenset({"plan", "strategic_issue", "topic", "kpi", "project", "risk"})

# A number counts as numbering only with a mark behind it: "3 จังหวัดชายแดนใต้" is a name.
_NUMBERING = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*(?:[.)]+\s*|\s*[:–-]\s+)(?=\D)")
_DASHES = pa.array(["", "-", "–", "—"])


def clean_names(texts: pa.Array, column: Column) -> pa.Array:
    """The texts trimmed, line breaks and runs of spaces made one space, a lone dash blank;
    leading "1. " or "แผนงานที่ 2 :" dropped from columns of numbered names."""
    encoded = texts.dictionary_encode()
    tidy = pc.utf8_trim_whitespace(
        pc.replace_substring_regex(encoded.dictionary, r"[\s\x{00A0}\x{200B}]+", " ")
    )
    tidy = pc.if_else(pc.is_in(tidy, _DASHES), pa.scalar(None, pa.string()), tidy)
    if column.key in NUMBERED:
        tidy = pa.array([_unnumbered(name, column) for name in tidy.to_pylist()], pa.string())
    return tidy.take(encoded.indices)


def _unnumbered(name: str | None, column: Column) -> str | None:
    """The name without its ordinal; a name that is nothing else stays.

    "แผนงานที่ 2 : เศรษฐกิจพอเพียง" and "2. เศรษฐกิจพอเพียง" both give เศรษฐกิจพอเพียง.
    """
    if name is None:
        return None
    plain = to_arabic(name)
    rest = _ordinal_of(column).sub("", plain, count=1)
    rest = _NUMBERING.sub("", rest, count=1)
    return name[len(plain) - len(rest) :].strip() or name


def _ordinal_of(column: Column) -> re.Pattern[str]:
    words = "|".join(map(re.escape, (column.header, *column.accepted)))
    return re.compile(rf"^(?:{words})\s*(?:ข้อ)?ที่\s*\d+(?:\.\d+)*[\s.):–—-]*")
