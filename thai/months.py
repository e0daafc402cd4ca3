"""The names of the months, and which month a written name means."""

from thai.text import consonant_key, match_key

TH = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
SHORT_TH = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
]
EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT_EN = [name[:3] for name in EN]

_SPOKEN_TH = [
    "มกรา",
    "กุมภา",
    "มีนา",
    "เมษา",
    "พฤษภา",
    "มิถุนา",
    "กรกฎา",
    "สิงหา",
    "กันยา",
    "ตุลา",
    "พฤศจิกา",
    "ธันวา",
]
_MISSPELT = {"พฤษจิกายน": 11, "พฤษจิกา": 11, "พฤศภาคม": 5, "ธันวาคน": 12, "sept": 9}

# Abbreviations are told apart by their vowels (ม.ค. and มี.ค.), so they match exactly;
# full names survive the loss of their marks.
_EXACT = {
    match_key(name): number
    for names in (TH, SHORT_TH, EN, SHORT_EN, _SPOKEN_TH)
    for number, name in enumerate(names, start=1)
} | {match_key(name): number for name, number in _MISSPELT.items()}
_BY_CONSONANTS = {
    consonant_key(name): number
    for names in (TH, _SPOKEN_TH)
    for number, name in enumerate(names, start=1)
}


def month_number(name: str) -> int | None:
    """The month, 1 to 12, that a Thai or English name or abbreviation means; None if it is none.

    >>> month_number("พย."), month_number("ก.พ."), month_number("กุมภาพันธุ์"), month_number("Nov")
    (11, 2, 2, 11)
    >>> month_number("มค"), month_number("มีค"), month_number("วันนี้")
    (1, 3, None)
    """
    return _EXACT.get(match_key(name)) or _BY_CONSONANTS.get(consonant_key(name))
