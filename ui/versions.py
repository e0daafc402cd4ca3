"""The versions of one slot: the list of them, two of them beside each other, and the way back."""

import pandas as pd
import streamlit as st

from loaders.submissions import RESTORABLE
from ui import acts, differences, register, wording
from ui.export import inert
from ui.language import tr

_COLUMNS = ("submission_id", "version", "state", "received_at", "received_by", "file_name")


def draw(rows: pd.DataFrame, number: int) -> None:
    """Every version in `rows`, the newest first, and the one of that id beside its neighbour."""
    st.dataframe(
        _listed(rows),
        hide_index=True,
        column_config={name: tr(f"submissions.column.{name}") for name in _COLUMNS},
    )
    if len(rows) > 1:
        _draw_comparison(rows.set_index("submission_id").sort_values("version"), number)


def _listed(rows: pd.DataFrame) -> pd.DataFrame:
    texts = {name: rows[name].fillna("").map(inert) for name in ("received_by", "file_name")}
    came = [wording.moment(at.to_pydatetime()) for at in rows["received_at"]]
    shown = rows.assign(state=rows["state"].map(wording.state), received_at=came, **texts)
    return shown[[*_COLUMNS]]


def _draw_comparison(rows: pd.DataFrame, number: int) -> None:
    """Two versions, cell by cell; of each that is not shown any more, the button to show it."""
    ids = [int(one) for one in rows.index]
    place = max(ids.index(number), 1)

    def label(one: int) -> str:
        version, state = rows.loc[one, ["version", "state"]]
        return f"{tr('submissions.detail.version', version=version)} · {wording.state(state)}"

    with st.container(horizontal=True, vertical_alignment="bottom"):
        older, newer = (
            st.selectbox(
                tr(f"submissions.versions.{side}"),
                ids,
                index=place - 1 if side == "older" else place,
                format_func=label,
                key=f"submissions.versions.{side}.{number}",
            )
            for side in ("older", "newer")
        )
        for one in (older, newer):
            _draw_restore(one, rows.loc[one])
    difference = register.version_difference(older, newer)
    differences.draw_changes(difference, tr("submissions.versions.same"))


def _draw_restore(number: int, row: pd.Series) -> None:
    if row["state"] in RESTORABLE and st.button(
        tr("submissions.versions.restore", version=row["version"]),
        icon=":material/history:",
        key=f"submissions.versions.restore.{number}",
    ):
        acts.ask("restore", number)
