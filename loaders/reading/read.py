"""Reading files: sniff, pre-check, let a bounded child parse, and say what came of it."""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from loaders.reading.model import LIMITS, MIB, Limits, Note, Refusal, Workbook
from loaders.reading.precheck import check_package, unsafe
from loaders.reading.sandbox import Job, run_child
from loaders.reading.sniff import sniff
from loaders.reading.wire import load_result

# Files up to this size share a child; a larger one has a child of its own.
SMALL_BYTES = 256 * 1024
BATCH_SIZE = 32
CHILDREN = 2


@dataclass(frozen=True)
class _Admitted:
    """A file that passed the checks made without parsing."""

    path: Path
    kind: str
    encoding: str | None
    notes: tuple[Note, ...]
    size: int


def read_workbook(path: Path, limits: Limits = LIMITS) -> Workbook | Refusal:
    """The cells of a file, or why they cannot be had; never raises for what is in the file.

    Raises OSError when the file itself is missing or may not be opened.
    """
    admitted = _admit(path, limits)
    return admitted if isinstance(admitted, Refusal) else _read_alone(admitted, limits)


def read_workbooks(
    paths: Iterable[Path], limits: Limits = LIMITS
) -> Iterator[tuple[Path, Workbook | Refusal]]:
    """The same for many files, in the order given: two children at once, small files batched."""
    paths = list(paths)
    with ThreadPoolExecutor(CHILDREN) as pool:
        groups = _groups(paths)
        for group, results in zip(
            groups, pool.map(lambda group: _read_group(group, limits), groups), strict=True
        ):
            yield from zip(group, results, strict=True)


def _groups(paths: Sequence[Path]) -> list[list[Path]]:
    """Consecutive small files together, every large file by itself."""
    groups: list[list[Path]] = []
    room = 0
    for path in paths:
        small = path.stat().st_size <= SMALL_BYTES
        if small and room:
            groups[-1].append(path)
            room -= 1
        else:
            groups.append([path])
            room = BATCH_SIZE - 1 if small else 0
    return groups


def _admit(path: Path, limits: Limits) -> _Admitted | Refusal:
    size = path.stat().st_size
    if size > limits.file_bytes:
        return unsafe("too_large", limit_mb=limits.file_bytes // MIB)
    data = path.read_bytes()
    sniffed = sniff(data, path.name)
    if sniffed.kind is None:
        return Refusal(sniffed.code, {"reason": sniffed.reason})
    if sniffed.kind != "zip":
        kind = "xls" if sniffed.kind == "ole" else sniffed.kind
        return _Admitted(path, kind, sniffed.encoding, (), size)
    package = check_package(data, limits)
    if isinstance(package, Refusal):
        return package
    return _Admitted(path, package.kind, None, package.notes, size)


def _read_group(paths: Sequence[Path], limits: Limits) -> list[Workbook | Refusal]:
    if len(paths) == 1:
        return [read_workbook(paths[0], limits)]
    admitted = [_admit(path, limits) for path in paths]
    waiting = [one for one in admitted if isinstance(one, _Admitted)]
    read = iter(_read_together(waiting, limits))
    return [one if isinstance(one, Refusal) else next(read) for one in admitted]


def _read_together(files: Sequence[_Admitted], limits: Limits) -> list[Workbook | Refusal]:
    """One child for all; whatever it left undone when it died is read one child a file."""
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        jobs = [_job(file, Path(folder, str(number))) for number, file in enumerate(files)]
        run_child(jobs, limits, limits.seconds)
        return [
            load_result(Path(job.out), *_told(file)) or _read_alone(file, limits)
            for job, file in zip(jobs, files, strict=True)
        ]


def _read_alone(file: _Admitted, limits: Limits) -> Workbook | Refusal:
    """One child, and for a package that killed it a second one with the slower reader.

    Honest files can kill the fast reader: it takes memory for what a damaged table of texts, or
    a stray far cell, only claims to hold. The second child names the far cell, or reads on.
    """
    deadline = time.monotonic() + limits.seconds
    result = _attempt(file, limits, "read", deadline)
    if isinstance(result, str) and result != "timeout" and file.kind == "xlsx":
        result = _attempt(file, limits, "second_reader", deadline)
    return unsafe(result) if isinstance(result, str) else result


def _attempt(
    file: _Admitted, limits: Limits, task: str, deadline: float
) -> Workbook | Refusal | str:
    """The child's result, or how it died: timeout, memory or crash."""
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        job = _job(file, Path(folder, "0"), task)
        ending = run_child([job], limits, max(deadline - time.monotonic(), 0))
        return load_result(Path(job.out), *_told(file)) or ending.how


def _told(file: _Admitted) -> tuple[str, str | None, tuple[Note, ...]]:
    kind = "ods" if file.kind == "fods" else file.kind
    return kind, file.encoding, file.notes


def _job(file: _Admitted, out: Path, task: str = "read") -> Job:
    """Readers go by the extension, so the file is put beside its result under the right one."""
    out.mkdir(parents=True)
    path = file.path.resolve()
    if path.suffix.lower() != f".{file.kind}":
        path = Path(shutil.copyfile(path, out / f"file.{file.kind}"))
    return Job(str(path), file.kind, file.encoding, str(out), task)
