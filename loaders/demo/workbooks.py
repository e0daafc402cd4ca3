"""Writing the demonstration set as the workbooks that agencies would send."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from loaders.demo.places import YEARS
from loaders.demo.schedule import Sending, sendings
from loaders.forms import FORMS
from loaders.table import Context
from loaders.template import write_template

Progress = Callable[[int, int, Path], None]

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class DemoFile:
    """A workbook that was written: what it is about, when it was due and when it comes (UTC)."""

    path: Path
    given: Context
    due_at: datetime
    received_at: datetime


def write_workbooks(
    folder: Path,
    on_progress: Progress | None = None,
    *,
    wanted: Sequence[Sending] | None = None,
) -> list[DemoFile]:
    """Writes the set (or the sendings wanted) into `folder`, in the order in which it is sent.

    The same bytes every time. `on_progress` is called with (done, total, path) after each file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if wanted is None:
        return _write_by_two(folder, on_progress)
    return [
        _written(folder, sending, on_progress, done, wanted)
        for done, sending in enumerate(wanted, 1)
    ]


def _write_by_two(folder: Path, on_progress: Progress | None) -> list[DemoFile]:
    """The whole set, every second workbook by a process of its own: the first start waits for it."""
    wanted = sendings()
    command = [sys.executable, "-m", "loaders.demo", str(folder.resolve())]
    with subprocess.Popen(command, cwd=ROOT) as other:
        for done, sending in enumerate(wanted[::2], 1):
            _written(folder, sending, on_progress, 2 * done - 1, wanted)
    if other.returncode:
        raise OSError(f"the demonstration workbooks could not be written into {folder}")
    return [_file(folder, sending) for sending in wanted]


def _written(
    folder: Path,
    sending: Sending,
    on_progress: Progress | None,
    done: int,
    wanted: Sequence[Sending],
) -> DemoFile:
    file = _write(folder, sending)
    if on_progress is not None:
        on_progress(done, len(wanted), file.path)
    return file


def _write(folder: Path, sending: Sending) -> DemoFile:
    file = _file(folder, sending)
    write_template(
        FORMS[sending.form],
        sending.given,
        file.path,
        rows=sending.rows(),
        years=YEARS,
        guidance=False,
    )
    return file


def _file(folder: Path, sending: Sending) -> DemoFile:
    return DemoFile(folder / sending.name, sending.given, sending.due_at, sending.received_at)
