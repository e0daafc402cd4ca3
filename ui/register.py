"""The register of submissions as pages show it: who sent what, what became of it, the file itself."""

import json
from pathlib import Path

import pandas as pd
import streamlit as st

import store
from loaders import difference
from loaders.difference import Difference
from loaders.excerpt import parse_address
from loaders.findings import Finding
from ui import data
from ui.settings import load


def submissions() -> pd.DataFrame:
    """One row per submission, the newest first, columns as ui/sql/submission_list.sql says."""
    return _submissions(data.data_version())


def agencies() -> tuple[str, ...]:
    """Every agency that ever sent something, in Thai order."""
    return tuple(_frame("agency_choice")["agency"])


def events(submission_id: int) -> pd.DataFrame:
    """What happened to a submission, the newest first: event, at_time (UTC), actor, reason."""
    return _frame("submission_events", submission_id=submission_id)


def findings_of(submission_id: int) -> tuple[Finding, ...]:
    """What was found in a submission when it was taken in."""
    rows = _frame("submission_findings", submission_id=submission_id).to_dict("records")
    return tuple(
        Finding(
            code=row["code"],
            sheet=_known(row["sheet_name"]),
            row=_zero_based(row["src_row"]),
            col=_zero_based(row["src_col"]),
            value=_known(row["value"]),
            expected=_known(row["expected"]),
            params=json.loads(row["params"]),
        )
        for row in rows
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def version_difference(older: int, newer: int) -> Difference:
    """What one submission of the register says otherwise than another; neither ever changes."""
    with data.reading() as con:
        return difference.version_difference(con, older, newer)


def source_sheet(submission_id: int, sheet: str, cell: str) -> dict[str, object] | None:
    """The file behind a cell of a submission: sha256, file_name, stored_path and header_row.

    `cell` is an address as the metrics trace it. None for a submission that is not there.
    """
    row, _ = parse_address(cell)
    asked = {"submission_id": submission_id, "sheet_name": sheet, "src_row": row + 1}
    found = _frame("source_sheet", **asked).to_dict("records")
    return {name: _known(value) for name, value in found[0].items()} if found else None


def original(stored_path: str | None) -> Path | None:
    """Where the file lies as it was received; None when it is not kept here."""
    if not isinstance(stored_path, str):
        return None
    path = load().data_dir / stored_path
    return path if path.is_file() else None


@st.cache_data(show_spinner=False, max_entries=2)
def _submissions(version: str) -> pd.DataFrame:
    return _frame("submission_list")


def _frame(query: str, **parameters: object) -> pd.DataFrame:
    with data.reading() as con:
        return store.run_query(con, data.SQL / f"{query}.sql", parameters).df()


def _known(value: object):
    return None if pd.isna(value) else value


def _zero_based(value: object) -> int | None:
    return None if pd.isna(value) else int(value) - 1
