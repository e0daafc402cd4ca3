"""Keys under which two spellings of the same Thai text are equal.

Nothing here is for showing: what a person typed is stored and displayed as typed.
"""

import re
import unicodedata

from thai.digits import to_arabic

# In the order in which they are typed after a consonant: vowels above and below, then tone marks,
# then the silencers; nikhahit last, so that it stands beside the า with which it forms ำ.
_MARK_ORDER = "ัิีึืฺุู็่้๊๋์๎ํ"
_VOWELS = "ัิีึืฺุู็"
_TONES = "่้๊๋์๎"
_SARA_AM = "ำ"
# Zero-width characters, and the control characters that PDF converters leave inside words.
_INVISIBLE = dict.fromkeys(
    [*range(0x09), *range(0x0E, 0x20), 0x7F, 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF], None
)

# One look that lets clean text, nearly all of it, past the repairs.
_NEEDS_REPAIR = re.compile(
    f"เเ|ํ|ำ[{_MARK_ORDER}]|[{_TONES}][{_VOWELS}]|"
    + "|".join(mark * 2 for mark in _MARK_ORDER)
    + "|["
    + "".join(map(chr, _INVISIBLE))
    + r"]|[^\S ]|  |^ | $"
)
_SPLIT_SARA_AM = re.compile(f"ํ([{_MARK_ORDER}]*)า")
_MARK_AFTER_SARA_AM = re.compile(f"{_SARA_AM}+([{_MARK_ORDER}]+)")
_MISPLACED_MARKS = re.compile(
    f"[{_MARK_ORDER}]*?"
    f"(?:[{_TONES}][{_VOWELS}]|ํ[{_MARK_ORDER}]|([{_MARK_ORDER}])\\1)"
    f"[{_MARK_ORDER}]*"
)
_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_SECONDARY = dict.fromkeys(map(ord, "็่้๊๋์๎ํฯๆ"), None)

# A point, dash or slash between two digits carries meaning (PM2.5, ข้อ 1.1, 2557-2560).
_PUNCTUATION = re.compile(r"""[\s,:;'"`’‘“”()\[\]{}_*•·…]+|(?<!\d)[.\-–—/\\]+|[.\-–—/\\]+(?!\d)""")
_NOT_IN_CONSONANT_KEY = dict.fromkeys(
    [
        *map(ord, _MARK_ORDER + "0123456789๐๑๒๓๔๕๖๗๘๙ \t\r\n\u00a0.,:;'\"`()[]{}-–—_*/\\"),
        *_INVISIBLE,
    ],
    None,
) | {ord("ำ"): "า", ord("ฏ"): "ฎ"}


def normalise(text: str) -> str:
    """The text with the slips of Thai typing repaired; for comparing only.

    Composes ำ, turns a doubled เ into แ, puts vowel and tone marks into typing order, drops
    doubled marks and zero-width characters, and makes every run of white space one space.

    >>> normalise("นํ้า  เเม่ ท่ี") == "น้ำ แม่ ที่"
    True
    """
    if not _NEEDS_REPAIR.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = " ".join(text.translate(_INVISIBLE).split())
    text = unicodedata.normalize("NFC", text).replace("เเ", "แ")
    text = _SPLIT_SARA_AM.sub(rf"\1{_SARA_AM}", text)
    text = _MARK_AFTER_SARA_AM.sub(rf"\1{_SARA_AM}", text)
    return _MISPLACED_MARKS.sub(_marks_in_order, text)


def match_key(text: str) -> str:
    """A key equal for two writings of the same words: headers, unit names, list entries.

    Normalised, without spaces and punctuation, Thai digits made Arabic, lower case.

    >>> match_key("ข้อมูล พื้นฐาน*") == match_key("ข้อมูลพื้นฐาน")
    True
    >>> match_key("ไตรมาสที่ ๒ (พ.ศ. 2569)")
    'ไตรมาสที่2พศ2569'
    >>> match_key("PM 2.5")
    'pm2.5'
    """
    bare = _PUNCTUATION.sub("", to_arabic(normalise(text)).replace(" ", "").lower())
    # Marks that punctuation kept apart may stand in the wrong order now.
    return normalise(bare)


def consonant_key(text: str) -> str:
    """What stays of a Thai name when marks are lost or displaced: letters and full vowels only.

    Drops every mark above and below, digits, punctuation and spaces; ำ becomes า and ฏ becomes ฎ.
    Unique over the 77 provinces, and within each province over its districts. Text copied out of a
    PDF, where marks get lost or wander, keeps its key.

    >>> consonant_key("สุราษฎร์ธานี") == consonant_key("สราษฎรธาน") == consonant_key("สุราษฏร์ธานี")
    True
    """
    return text.translate(_NOT_IN_CONSONANT_KEY).replace("เเ", "แ")


def sort_key(text: str) -> tuple[str, str]:
    """A key for sorted() that gives Thai dictionary order, for lists in memory.

    A vowel written before its consonant counts after it; tone marks decide only between words
    otherwise equal. In SQL use ``collate th`` instead.

    >>> sorted(["อุดรธานี", "เลย", "ขอนแก่น", "แพร่", "ลำปาง"], key=sort_key)
    ['ขอนแก่น', 'แพร่', 'ลำปาง', 'เลย', 'อุดรธานี']
    """
    swapped = _LEADING_VOWEL.sub(r"\2\1", to_arabic(normalise(text)).lower())
    return swapped.translate(_SECONDARY), swapped


def _marks_in_order(run: re.Match[str]) -> str:
    return "".join(sorted(set(run[0]), key=_MARK_ORDER.index))
