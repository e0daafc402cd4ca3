"""The bounded child process that reads files, so that no file can harm this process.

A legal workbook of 2 KB can make a reader abort its whole process, which no `except` can catch.
So files are read by `python -I` in a process group of its own, which first limits its own address
space, processor time, open files and core dumps, and is killed when its time is up. Data come back
as JSON and Arrow files, never as pickles, which could run code here. At most two children at once.

On Windows there are no such limits: only the time is bounded, so run a server for strangers' files
on Linux or macOS.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from loaders.reading.model import Limits

CHILD = Path(__file__).parent / "child"
AT_ONCE = threading.BoundedSemaphore(2)
_early: list[subprocess.Popen] = []


@dataclass(frozen=True)
class Job:
    """One file to read: how (`task`), and the folder that takes the result."""

    path: str
    kind: str
    encoding: str | None
    out: str
    task: str = "read"


@dataclass(frozen=True)
class Ending:
    """How a child ended: "done", "timeout", "memory" or "crash"; results may exist all the same."""

    how: str


def start_early() -> None:
    """Start a child that imports what a large workbook needs while its caller is still importing.

    The next `run_child` gives it its jobs. Without any it ends with this process.
    """
    _early.append(_start("large"))


def run_child(jobs: Sequence[Job], limits: Limits, seconds: float) -> Ending:
    """Let one child work through the jobs; it writes result.json into each job's `out` folder."""
    order = json.dumps({"limits": asdict(limits), "jobs": [asdict(job) for job in jobs]})
    with AT_ONCE:
        process = _early.pop() if _early else _start()
        try:
            process.communicate(order.encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            return Ending("timeout")
        finally:
            _end(process)
    return Ending(_how(process.returncode))


def _start(*expected: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-I", str(CHILD), *expected],
        stdin=subprocess.PIPE,
        # Never written to: its end tells at once that the child has ended.
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    """Only what Python itself needs, and settings that keep reserved memory small."""
    kept = {k: os.environ[k] for k in ("PATH", "SYSTEMROOT", "TEMP", "TMPDIR") if k in os.environ}
    return kept | {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2"}


def _end(process: subprocess.Popen) -> None:
    """Kill whatever is left of the child's group and collect it."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
    process.wait()


def _how(status: int) -> str:
    if status == 0:
        return "done"
    if status == -getattr(signal, "SIGXCPU", 24):
        return "timeout"
    # Rust and C abort when memory is refused; Python's own MemoryError is reported as 3.
    return "memory" if status in (3, -signal.SIGABRT, -getattr(signal, "SIGKILL", 9)) else "crash"
