"""What a file is by its first bytes; its name is only a hint for telling people."""

import re
from dataclasses import dataclass

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# A stream that begins with BOF of Excel 2, 3 or 4, outside any container.
OLD_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
SHEET_IN_OLE = ("Workbook", "Book")


@dataclass(frozen=True)
class Sniffed:
    """`kind` is zip, ole, fods, csv or html, or None when `reason` says why it cannot be read."""

    kind: str | None
    encoding: str | None = None
    code: str = ""
    reason: str = ""


def sniff(data: bytes, name: str = "") -> Sniffed:
    """What the bytes of a whole file are. Never raises."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return _refused("empty_file", "empty")
    if _is_lock_file(data, name):
        return _refused("unreadable_file", "lock_file")
    if data.startswith(LFS_POINTER):
        return _refused("unreadable_file", "git_lfs_pointer")
    if data.startswith(ZIP):
        return Sniffed("zip")
    if data.startswith(OLE):
        return _sniff_ole(data)
    if data.startswith(b"%PDF-"):
        return _refused("unreadable_file", "pdf")
    if data[:2] in OLD_BIFF and data[2:4] in (b"\x04\0", b"\x06\0", b"\x08\0", b"\x10\0"):
        return _refused("unreadable_file", "old_biff")
    return _sniff_text(data)


def _refused(code: str, reason: str) -> Sniffed:
    return Sniffed(None, code=code, reason=reason)


def _is_lock_file(data: bytes, name: str) -> bool:
    """Office's owner file: one length byte, the user's name, padding, then the name in UTF-16."""
    return (name.startswith("~$") or "~$" in name) and len(data) in (54, 55, 162, 165)


def _sniff_ole(data: bytes) -> Sniffed:
    names = _ole_names(data)
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        return _refused("encrypted_file", "password")
    if names.isdisjoint(SHEET_IN_OLE):
        other = {"WordDocument": "doc", "PowerPoint Document": "ppt"}
        if reason := next((other[name] for name in other if name in names), None):
            return _refused("unreadable_file", reason)
    return Sniffed("ole")


def _ole_names(data: bytes) -> set[str]:
    """Names of known streams that occur in the container's directory."""
    known = (*SHEET_IN_OLE, "EncryptedPackage", "EncryptionInfo", "WordDocument")
    return {n for n in (*known, "PowerPoint Document") if n.encode("utf-16-le") + b"\0\0" in data}


def _sniff_text(data: bytes) -> Sniffed:
    encoding = _encoding(data)
    if encoding is None:
        return _refused("unreadable_file", "unknown_format")
    head = data[:65536].decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    kind = _markup(head)
    if kind in ("spreadsheetml", "xml", "rtf"):
        return _refused("unreadable_file", kind)
    return Sniffed(kind, encoding)


def _encoding(data: bytes) -> str | None:
    """The text encoding: by mark, else UTF-8 when valid, else Thai Windows; None for binary."""
    if data[:2] in UTF16:
        return "utf-16"
    if (wide := _utf16_without_mark(data[:4096])) is not None:
        return wide
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data[:65536]):
        return None
    for encoding in ("utf-8-sig", "cp874"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _utf16_without_mark(head: bytes) -> str | None:
    """Thai and ASCII text in UTF-16 has a high byte of 0x00 or 0x0e at every second place."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[offset::2]
        if len(high) > 4 and high.count(0) and high.count(0) + high.count(14) >= 0.95 * len(high):
            return encoding
    return None


def _markup(head: str) -> str:
    low = head[:4096].lower()
    if low.startswith("{\\rtf"):
        return "rtf"
    if not low.startswith("<"):
        return "csv"
    if "urn:oasis:names:tc:opendocument" in low:
        return "fods"
    if "urn:schemas-microsoft-com:office:spreadsheet" in low and "<html" not in low:
        return "spreadsheetml"
    if re.search(r"<(!doctype html|html|head|body|table|meta|tr|style|div)\b", low):
        return "html"
    return "xml" if low.startswith("<?xml") or low.startswith("<!") else "csv"
