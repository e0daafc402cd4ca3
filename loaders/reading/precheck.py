"""A look at a zip package's directory before anything in it is unpacked."""

import io
import zipfile
from dataclasses import dataclass

from loaders.reading.model import MIB, Limits, Note, Refusal

WORKBOOKS = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods"}
OTHER_OFFICE = {"word/": "docx", "ppt/": "pptx"}
# Below this a steep ratio is only an emptyish sheet, and harmless.
RATIO_MATTERS_FROM = 8 * MIB


@dataclass(frozen=True)
class Package:
    """A zip that may be unpacked: the kind of workbook in it, and what to tell about it."""

    kind: str
    notes: tuple[Note, ...]


def check_package(data: bytes, limits: Limits) -> Package | Refusal:
    """The kind of workbook in a zip, or why it must not be unpacked. Never unpacks a part."""
    if data.count(b"PK\x01\x02") > limits.zip_parts:
        return unsafe("zip_parts", limit=limits.zip_parts)
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return Refusal("unreadable_file", {"reason": "damaged_zip"})
    return _danger(entries, limits) or _identify([entry.filename for entry in entries])


def unsafe(reason: str, **params: object) -> Refusal:
    """A refusal for the machine's sake."""
    return Refusal("unsafe_file", {"reason": reason, **{k: str(v) for k, v in params.items()}})


def _danger(entries: list[zipfile.ZipInfo], limits: Limits) -> Refusal | None:
    names = [entry.filename.lower() for entry in entries]
    packed = sum(entry.compress_size for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if any(entry.flag_bits & 1 for entry in entries):
        return Refusal("encrypted_file", {"reason": "password"})
    if len(set(names)) < len(names):
        return unsafe("duplicate_part")
    if any(name.startswith(("/", "\\")) or ".." in name or ":" in name for name in names):
        return unsafe("part_name")
    if unpacked > limits.unpacked_bytes:
        return unsafe("too_large_unpacked", limit_mb=limits.unpacked_bytes // MIB)
    if unpacked > RATIO_MATTERS_FROM and unpacked > packed * limits.zip_ratio:
        return unsafe("zip_ratio", limit=limits.zip_ratio)
    return None


def _identify(names: list[str]) -> Package | Refusal:
    """By the parts present, as neither the zip's name nor its first part is dependable."""
    lowered = [name.lower().replace("\\", "/") for name in names]
    for part, kind in WORKBOOKS.items():
        if part in lowered:
            return Package(kind, _notes(lowered))
    for prefix, reason in OTHER_OFFICE.items():
        if any(name.startswith(prefix) for name in lowered):
            return Refusal("unreadable_file", {"reason": reason})
    if any(name.startswith("xl/") or "workbook" in name for name in lowered):
        return Package("xlsx", _notes(lowered))
    return Refusal("unreadable_file", {"reason": "zip_without_workbook"})


def _notes(names: list[str]) -> tuple[Note, ...]:
    macros = any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names)
    links = sum(
        name.startswith("xl/externallinks/") and name.endswith((".xml", ".bin")) for name in names
    )
    found = [Note("macros_ignored")] if macros else []
    return tuple(found + ([Note("external_links_ignored", {"count": str(links)})] if links else []))
