"""Cells that look like persons: names with a title, ID numbers, telephone numbers."""

import re
from collections.abc import Iterator

import numpy as np

from loaders.findings import Finding
from loaders.tables.found import Found
from thai.digits import to_arabic
from thai.text import match_key

# What is found → how it is told; the text itself is never repeated anywhere.
_SUBJECTS = {
    "id_number": ("เลขประจำตัวประชาชน (13 หลัก)", "a 13-digit ID number"),
    "telephone": ("หมายเลขโทรศัพท์", "a telephone number"),
    "name": ("ชื่อบุคคล", "the name of a person"),
    "column": ("คอลัมน์ข้อมูลส่วนบุคคล", "a column of personal data"),
}
_ID_NUMBER = re.compile(r"(?<!\d)[1-8](?:[\s-]?\d){12}(?!\d)")
_TELEPHONE = re.compile(r"(?<![\d.])(?:\+66[\s-]?|0)[2-9]\d?(?:[\s-]?\d){7}(?![\d.])")
# นายอำเภอ, นายก, นายแพทย์ … are positions. "นาง" begins many names of places, so a surname must follow.
_TITLED = re.compile(
    r"(?:^|[\s,/(:])(?:"
    r"นาย(?!อำเภอ|ก|ทะเบียน|แพทย์|สัตวแพทย์|ช่าง|ตรวจ|ด่าน|ท่า|สถานี|ไปรษณีย์)\s*[ก-๙]{2,}"
    r"|(?:นางสาว|น\.\s?ส\.|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง)\s*[ก-๙]{2,}"
    r"|นาง\s*[ก-๙]{2,}\s+[ก-๙]{2,}"
    r"|(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z]\w+"
    r")"
)
_COLUMN_WORDS = (
    *("ชื่อสกุล", "ชื่อนามสกุล", "ชื่อผู้", "ชื่อบุคคล", "ชื่อเหยื่อ", "นามสกุล", "รายชื่อ"),
    *("เลขประจำตัวประชาชน", "เลขบัตรประชาชน", "บัตรประชาชน", "เลขประจำตัว13หลัก"),
    *("โทรศัพท์", "เบอร์โทร", "มือถือ", "บ้านเลขที่", "idcard", "citizenid", "fullname", "phone"),
)


def personal_cells(found: Found) -> tuple[Finding, ...]:
    """An error for each cell of the table that looks like a person, and for each such column.

    The finding names the cell and what it looks like, and does not repeat what stands in it.
    """
    if not found.header.form.without_persons:
        return ()
    return (*_columns(found), *_cells(found))


def _columns(found: Found) -> Iterator[Finding]:
    for col, header in found.header.unknown.items():
        if any(word in match_key(header) for word in _COLUMN_WORDS):
            yield _finding(found, "column", found.header.bottom, col)


def _cells(found: Found) -> Iterator[Finding]:
    for col in range(found.grid.sheet.column_count):
        encoded = found.grid.encoded(col)
        kinds = [_kind(text) for text in encoded.dictionary.to_pylist()]
        if not any(kinds):
            continue
        indices = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        faulty = np.array([index for index, kind in enumerate(kinds) if kind])
        for row in found.rows[np.isin(indices[found.rows], faulty)].tolist():
            yield _finding(found, kinds[indices[row]], row, col)


def _kind(text: str) -> str | None:
    plain = to_arabic(text)
    if _ID_NUMBER.search(plain):
        return "id_number"
    if _TELEPHONE.search(plain):
        return "telephone"
    return "name" if _TITLED.search(plain) else None


def _finding(found: Found, kind: str, row: int, col: int) -> Finding:
    thai, english = _SUBJECTS[kind]
    subject = {"subject_th": thai, "subject_en": english}
    return Finding("personal_data", found.grid.sheet.name, row, col, params=subject)
