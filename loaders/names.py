"""Keys by which the same plan, issue or indicator is recognised however it was numbered."""

import re
from hashlib import blake2b

from thai.digits import to_arabic
from thai.text import match_key, normalise

_SEPARATOR = r"[\s.):\-–—]*"
_ORDINAL = r"\(?\d+(?:\.\d+)*\)?"
_KINDS = "แผนงาน|ประเด็นยุทธศาสตร์|ประเด็นการพัฒนา|ยุทธศาสตร์|กลุ่มภารกิจ|ตัวชี้วัด|นโยบาย"
# What a thing is, said before its name: "แผนงานที่ 2 :", "ประเด็นยุทธศาสตร์ ๑"; "แผนงาน" also alone.
_KIND = re.compile(
    rf"^(?:(?:{_KINDS})\s*(?:ข้อ)?(?:ที่)?\s*{_ORDINAL}{_SEPARATOR}|(?:{_KINDS})\s*:|แผนงาน)"
)
# A bare number counts as numbering only with a mark behind it: "3 จังหวัดชายแดนใต้" is a name.
_NUMBERING = re.compile(r"^(?:\(?\d+(?:\.\d+)*[.):\]]+\s*(?!\d)|\d+(?:\.\d+)+\s+)")


def name_key(name: str) -> str:
    """The match key of a plan, issue, indicator or policy name without its leading numbering.

    Never empty for a name that holds a letter or digit: what is nothing but numbering stays.

    >>> name_key("1. เศรษฐกิจพอเพียง") == name_key("แผนงานที่ ๑ : เศรษฐกิจ พอเพียง")
    True
    >>> name_key("3 จังหวัดชายแดนใต้")
    '3จังหวัดชายแดนใต้'
    """
    bare = to_arabic(normalise(name))
    shortened = _NUMBERING.sub("", _KIND.sub("", _NUMBERING.sub("", bare)))
    return match_key(shortened) or match_key(bare)


def kpi_code(area_code: str, kpi: str) -> str:
    """The code of an indicator whose sheet gives none: the same for the same area and name.

    >>> kpi_code("50", "1. ร้อยละ ที่เพิ่มขึ้น") == kpi_code("50", "ร้อยละที่เพิ่มขึ้น")
    True
    """
    return made_code(area_code, name_key(kpi))


def made_code(area_code: str, *keys: str) -> str:
    """A short stable code for something that has none of its own: area, dash, ten hex digits."""
    digest = blake2b("\x1f".join(keys).encode(), digest_size=5).hexdigest()
    return f"{area_code}-{digest}"
