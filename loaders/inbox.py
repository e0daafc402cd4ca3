"""Files that have arrived and wait for a person's word, kept on disk so that no restart loses one.

Each lies in a folder of its own, <data>/work/<sha256>/: the bytes under the sender's file name and
about.json with what was said about them. Nothing of them is in the database yet.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from loaders.received import require_room
from loaders.report import FileReport
from loaders.slots import Slot
from loaders.table import Context
from store.database import utc_now

ABOUT = "about.json"
_LONGEST_NAME = 80  # characters: three bytes each in Thai, and a file system takes 255
_FORBIDDEN_IN_NAMES = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')
_SAID = ("area_code", "agency", "fiscal_year", "quarter")


@dataclass(frozen=True)
class Outcome:
    """What the last examination came to, for lists that must not read the file again.

    `slots` are the places its facts would take; empty when none could be read.
    """

    state: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Waiting:
    """One waiting file: its bytes at `path`, when it came (UTC), and what a person said of it.

    `given` and `form` overrule the sheets; `outcome` is None until it was examined.
    """

    sha256: str
    path: Path
    arrived_at: datetime
    brought_by: str
    given: Context = field(default_factory=Context)
    form: str | None = None
    outcome: Outcome | None = None


def put(data_dir: Path, file_name: str, content: bytes, *, actor: str = "") -> Waiting:
    """Keeps a file, whole or not at all; the same bytes again are the file that waits already.

    Raises StoreError when the disk is nearly full, OSError when it cannot be written.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    folder = _folder(data_dir, sha256)
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        _write_folder(folder, _safe_name(file_name), content, data_dir, actor)
    return _read(folder)


def waiting(data_dir: Path) -> tuple[Waiting, ...]:
    """Every waiting file, in the order in which they came."""
    found = [_read(about.parent) for about in (data_dir / "work").glob(f"[!.]*/{ABOUT}")]
    return tuple(sorted(found, key=lambda file: (file.arrived_at, file.path.name)))


def answer(data_dir: Path, sha256: str, given: Context, form: str | None) -> Waiting:
    """Writes down what a person says a file is about; it has to be examined again."""
    return _rewrite(data_dir, sha256, given=given, form=form, outcome=None)


def note_outcome(data_dir: Path, sha256: str, report: FileReport, slots: Iterable[Slot]) -> None:
    """Writes down what examining a file came to; nothing when it waits no longer."""
    if _folder(data_dir, sha256).exists():
        _rewrite(data_dir, sha256, outcome=Outcome(report.state, tuple(slots)))


def take_out(data_dir: Path, sha256: str) -> None:
    """Forgets a waiting file, stored by now or not wanted; nothing when it is gone already."""
    folder = _folder(data_dir, sha256)
    # Renamed first: a half-deleted folder must not be taken for a waiting file.
    leaving = folder.with_name(f".{sha256}.leaving")
    if folder.exists():
        folder.replace(leaving)
    shutil.rmtree(leaving, ignore_errors=True)


def _folder(data_dir: Path, sha256: str) -> Path:
    return data_dir / "work" / sha256


def _safe_name(file_name: str) -> str:
    """The last part of a name, short enough for any file system, its ending kept."""
    plain = _FORBIDDEN_IN_NAMES.sub("-", re.split(r"[\\/]", file_name)[-1]).strip(". ") or "-"
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = plain, "", ""
    name = f"{stem[:_LONGEST_NAME]}{dot}{ending}"
    return f"_{name}" if name == ABOUT else name


def _write_folder(folder: Path, name: str, content: bytes, data_dir: Path, actor: str) -> None:
    unfinished = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        path = unfinished / name
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        require_room(path, data_dir)
        _write_about(unfinished, Waiting(folder.name, path, utc_now(), actor))
        unfinished.replace(folder)
    except OSError:
        # The same file from another session may have come first; then nothing is missing.
        if not folder.exists():
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _read(folder: Path) -> Waiting:
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    return Waiting(
        sha256=folder.name,
        path=folder / about["file_name"],
        arrived_at=datetime.fromisoformat(about["arrived_at"]),
        brought_by=about["brought_by"],
        given=Context(**about["given"]),
        form=about["form"],
        outcome=_outcome(about["outcome"]),
    )


def _outcome(found: dict | None) -> Outcome | None:
    if found is None:
        return None
    slots = (Slot(**{**slot, "measures": tuple(slot["measures"])}) for slot in found["slots"])
    return Outcome(found["state"], tuple(slots))


def _rewrite(data_dir: Path, sha256: str, **changes: object) -> Waiting:
    changed = replace(_read(_folder(data_dir, sha256)), **changes)
    _write_about(changed.path.parent, changed)
    return changed


def _write_about(folder: Path, file: Waiting) -> None:
    about = {
        "file_name": file.path.name,
        "arrived_at": file.arrived_at.isoformat(),
        "brought_by": file.brought_by,
        "given": {key: getattr(file.given, key) for key in _SAID},
        "form": file.form,
        "outcome": file.outcome and asdict(file.outcome),
    }
    unfinished = folder / f".{ABOUT}.{os.getpid()}"
    unfinished.write_text(json.dumps(about, ensure_ascii=False, indent=2), encoding="utf-8")
    unfinished.replace(folder / ABOUT)
