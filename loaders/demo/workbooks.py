"""Writing the demonstration set as the workbooks that agencies would send."""

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
    wanted = sendings() if wanted is None else wanted
    files = []
    for done, sending in enumerate(wanted, 1):
        files.append(_write(folder, sending))
        if on_progress is not None:
            on_progress(done, len(wanted), files[-1].path)
    return files


def _write(folder: Path, sending: Sending) -> DemoFile:
    path = folder / sending.name
    write_template(
        FORMS[sending.form],
        sending.given,
        path,
        rows=sending.rows(),
        years=YEARS,
        guidance=False,
    )
    return DemoFile(path, sending.given, sending.due_at, sending.received_at)
