"""The bytes as they were received, kept for good under the fingerprint of their content."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from store import StoreError

_CHUNK = 1 << 20
# Beside the upload itself the database needs room for its journal and a checkpoint.
_ROOM_FACTOR, _ROOM_BYTES = 3, 64 << 20


@dataclass(frozen=True)
class Received:
    """A kept file: its fingerprint, its size and where it lies below the data folder."""

    sha256: str
    byte_count: int
    stored_path: str


class FileChanged(RuntimeError):
    """The file was replaced between being read and being kept; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} changed while it was being read: send it again")
        self.path = path


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex. Raises OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def require_room(path: Path, data_dir: Path) -> None:
    """Raises StoreError unless the data folder has room to keep `path` and to store its facts."""
    needed = _ROOM_FACTOR * path.stat().st_size + _ROOM_BYTES
    data_dir.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(data_dir).free
    if free < needed:
        raise StoreError(f"disk nearly full: {data_dir} has {free} bytes free, {needed} needed")


def keep(path: Path, data_dir: Path, sha256: str) -> Received:
    """Keeps the bytes of `path` as received/ab/<sha256>, whole or not at all; once is enough.

    Raises FileChanged when the bytes are no longer those of the fingerprint.
    """
    stored = Path("received", sha256[:2], sha256)
    target = data_dir / stored
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_whole(path, target, sha256)
    return Received(sha256, target.stat().st_size, stored.as_posix())


def forget(received: Received, data_dir: Path) -> None:
    """Removes the kept bytes of a file that must not be kept."""
    (data_dir / received.stored_path).unlink(missing_ok=True)


def _copy_whole(path: Path, target: Path, sha256: str) -> None:
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as unfinished:
        try:
            with path.open("rb") as source:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    unfinished.write(chunk)
            if digest.hexdigest() != sha256:
                raise FileChanged(path)
            unfinished.flush()
            os.fsync(unfinished.fileno())
            unfinished.close()
            Path(unfinished.name).replace(target)
        except BaseException:
            unfinished.close()
            Path(unfinished.name).unlink(missing_ok=True)
            raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
