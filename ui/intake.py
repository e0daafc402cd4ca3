"""Where files come in: dropped one by one or as a folder, kept on disk at once, then examined."""

import json
import time

import streamlit as st

from loaders import inbox
from store import StoreError
from ui import actor, examined
from ui.examined import Examined
from ui.language import tr
from ui.settings import load
from ui.text import safe_md

FILE_TYPES = ("xlsx", "xlsm", "xls", "ods", "csv", "html", "htm")
_ROUND = "upload.round"
# A bar that flashes by only makes people nervous.
_QUIET_S = 0.4
# Streamlit writes the uploader's own words in English only; its limits are said above it.
_UPLOADER_STYLE = """<style>
[data-testid="stFileUploaderDropzone"] button p {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after {{ font-size: 0.875rem; content: {button}; }}
[data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
</style>"""


def choose_mode() -> str:
    """Single files or a whole folder: a browser offers one or the other."""
    return st.segmented_control(
        tr("upload.intake.mode"),
        ("files", "folder"),
        format_func=lambda mode: tr(f"upload.intake.{mode}"),
        default="files",
        required=True,
        key="upload.mode",
        label_visibility="collapsed",
    )


def draw_intake(mode: str) -> None:
    """The place to drop files; whatever is dropped goes to the inbox on disk at once."""
    # A new key empties the uploader: its files are in the inbox now, and a rerun must not add
    # again what was taken out.
    turn = st.session_state.setdefault(_ROUND, 0)
    st.html(
        _UPLOADER_STYLE.format(button=json.dumps(tr("upload.intake.button"), ensure_ascii=False))
    )
    dropped = st.file_uploader(
        tr(f"upload.intake.drop_{mode}", limit=st.get_option("server.maxUploadSize")),
        type=FILE_TYPES,
        accept_multiple_files="directory" if mode == "folder" else True,
        key=f"upload.files.{turn}",
    )
    if not dropped:
        return
    try:
        for file in dropped:
            inbox.put(load().data_dir, file.name, file.getvalue(), actor=actor.current())
    except (StoreError, OSError):
        st.error(tr("upload.intake.no_room"))
        return
    st.session_state[_ROUND] = turn + 1
    st.rerun()


def examine_all() -> list[Examined]:
    """Every waiting file as examined, in the order in which they came, with a bar while it takes."""
    waiting = inbox.waiting(load().data_dir)
    began, bar = time.monotonic(), st.empty()
    found = []
    for done, file in enumerate(waiting):
        if time.monotonic() - began > _QUIET_S:
            told = tr("upload.examining", done=done, total=len(waiting))
            bar.progress(done / len(waiting), f"{told} · {safe_md(file.path.name)}")
        found.append(examined.examine(file))
    bar.empty()
    return found
