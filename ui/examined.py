"""The files of the inbox as examined: read once, checked against the figures as they stand now."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import streamlit as st

from loaders import inbox
from loaders.difference import Difference, differences
from loaders.examine import Examination, already, examine_read, find_earlier
from loaders.findings import Finding
from loaders.inbox import Waiting
from loaders.partial import only_good_rows
from loaders.reading import Refusal, Workbook, read_workbook
from loaders.rule_store import rules_version
from loaders.slots import Slot, parcels_of
from loaders.table import Context
from ui import data
from ui.settings import load

# Cells of larger files are read again when needed rather than held in memory.
_KEPT_BYTES = 2 << 20


@dataclass(frozen=True)
class Examined:
    """One waiting file with everything found in it and what confirming it would change."""

    file: Waiting
    examination: Examination
    differences: tuple[Difference, ...]

    @property
    def state(self) -> str:
        """accepted (ready to be confirmed), rejected or already_received."""
        return self.examination.report.state

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.examination.report.findings

    @property
    def rows(self) -> int:
        return sum(sheet.rows for sheet in self.examination.report.sheets)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """What its submissions are of, each with the quarter it was sent for."""
        parcels = parcels_of(self.examination.tables)
        return tuple(replace(one.slot, quarter=one.sent_quarter) for one in parcels)

    @cached_property
    def counts(self) -> Counter[str]:
        """Findings by severity."""
        return Counter(finding.severity for finding in self.findings)

    def total(self, kind: str) -> int:
        """Rows that are new, changed, removed or unchanged, or figures that jump."""
        return sum(getattr(difference, kind) for difference in self.differences)


def examine(file: Waiting) -> Examined:
    """The file as it looks now; quick when neither figures nor rules changed since last time."""
    with data.reading() as con:
        version = f"{data.data_version()}/{rules_version(con)}"
    return _examine(file.sha256, file.given, file.form, version, _file=file)


def good_rows_only(file: Examined) -> Examined | None:
    """The file as if its faulty rows were not there; None when that would leave nothing to store."""
    partial = only_good_rows(file.examination)
    if file.state != "rejected" or partial.report.state != "accepted":
        return None
    with data.reading() as con:
        return Examined(file.file, partial, differences(con, partial.storable))


def workbook(file: Waiting) -> Workbook | Refusal:
    """The cells of a waiting file, read in the bounded child."""
    if file.path.stat().st_size > _KEPT_BYTES:
        return read_workbook(file.path)
    return _workbook(file.sha256, _path=file.path)


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Context: repr})
def _examine(
    sha256: str, given: Context, form: str | None, version: str, _file: Waiting
) -> Examined:
    with data.reading() as con:
        if earlier := find_earlier(con, sha256):
            return Examined(_file, already(_file.path, sha256, earlier), ())
        cells = workbook(_file)
        examination = examine_read(con, _file.path, sha256, cells, given, form)
        found = Examined(_file, examination, differences(con, examination.storable))
    inbox.note_outcome(load().data_dir, sha256, examination.report, found.slots)
    return found


@st.cache_resource(show_spinner=False, max_entries=64)
def _workbook(sha256: str, _path: Path) -> Workbook | Refusal:
    return read_workbook(_path)
