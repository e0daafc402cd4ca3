"""Running a command in a process of its own: how long it takes, how much memory its tree holds."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROC = Path("/proc")
_EVERY_S = 0.02


def seconds_of(command: Sequence[str]) -> float:
    """Wall time of `python COMMAND` from the project's root. Raises CalledProcessError."""
    start = time.perf_counter()
    subprocess.run(_python(command), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def can_see_memory() -> bool:
    """Whether this system tells what the processes of a tree hold; only Linux does."""
    return (PROC / "self" / "smaps_rollup").exists()


def peak_mib_of(command: Sequence[str]) -> float:
    """The most memory the process and its children held together, shared pages counted once.

    Looking costs time, so do not time the same run.
    """
    process = subprocess.Popen(_python(command), cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_held_kib, _tree(process.pid))))
        time.sleep(_EVERY_S)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return peak / 1024


def _python(command: Sequence[str]) -> list[str]:
    return [sys.executable, *command]


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in (PROC / str(pid) / "task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _held_kib(pid: int) -> int:
    """Its share of memory: a page used by two processes counts half for each."""
    for line in _read(PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    """A file of /proc, empty when its process has just ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
