"""Limit this process, then read one file after the other and write down what was found."""

import json
import sys
from pathlib import Path

from .result import Refused, write_refusal, write_result

KILLED_FOR_MEMORY = 3


def main(order_stream, expected: str | None = None) -> int:
    """Work through the jobs; exit status 0, or 3 when memory ran out.

    `expected` "large": the jobs are still to come, and probably of a large workbook.
    """
    if expected == "large":
        from . import large, xlsx  # noqa: F401
    order = order_stream.read()
    if not order:
        return 0  # started early, and not needed
    order = json.loads(order)
    limits = order["limits"]
    bound_this_process(limits["memory_bytes"], int(limits["seconds"]) + 1, len(order["jobs"]))
    for job in order["jobs"]:
        try:
            _run(job, limits)
        except MemoryError:
            return KILLED_FOR_MEMORY
    return 0


def bound_this_process(memory_bytes: int, seconds: int, job_count: int) -> None:
    """Set the limits that the operating system knows; none exist on Windows."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, seconds * job_count),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_FSIZE, memory_bytes),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some of them
            continue


def _run(job: dict, limits: dict) -> None:
    out = Path(job["out"])
    try:
        write_result(out, *_read(job, limits))
    except Refused as refused:
        write_refusal(out, refused)
    except (MemoryError, ImportError, KeyboardInterrupt, SystemExit):
        raise  # not the file's fault, or not to be answered by this process
    except BaseException as error:
        # A panic of a Rust reader is a BaseException, so `except Exception` would let it through.
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        write_refusal(out, Refused("unreadable_file", "damaged", detail=type(error).__name__))


def _read(job: dict, limits: dict):
    """The sheets and notes of one file; every reader is imported only when it is needed."""
    path, kind = Path(job["path"]), job["kind"]
    if kind == "csv":
        from . import delimited

        return [delimited.read(path, job["encoding"], limits)], []
    if kind == "html":
        from . import htmltable

        return htmltable.read(path, job["encoding"], limits), []
    if kind in ("ods", "fods"):
        from . import ods

        return ods.read(path, kind, limits)
    if kind == "xlsx":
        from . import xlsx

        return xlsx.read(path, limits, second_reader=job["task"] == "second_reader")
    from . import binary

    return binary.read(path, kind, limits)
