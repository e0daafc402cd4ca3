"""The first start: no database yet, so one is made in the background and everybody watches."""

import logging
import threading
import time
import uuid
from dataclasses import dataclass

import streamlit as st

from loaders import first_start as preparation
from ui import sitemap
from ui.language import tr
from ui.settings import Settings, load

log = logging.getLogger(__name__)


@dataclass
class Job:
    """One preparation under way, shared by every session that waits for it."""

    done: int = 0
    total: int = 0
    item: str = ""
    error_number: str | None = None
    thread: threading.Thread | None = None


def ensure() -> None:
    """Return when there is a database; until then show the progress of making it."""
    if not preparation.is_prepared(load().db):
        _watch(_job())


@st.cache_resource(show_spinner=False)
def _job() -> Job:
    """The one preparation of this server: a second session gets the same, not its own."""
    job = Job()
    # Its own thread: a reader who closes the page must not stop it half way.
    job.thread = threading.Thread(target=_prepare, args=(job, load()), name="first-start")
    job.thread.start()
    return job


def _prepare(job: Job, settings: Settings) -> None:
    def on_progress(done: int, total: int, item: str) -> None:
        job.done, job.total, job.item = done, total, item

    try:
        preparation.prepare(settings.db, settings.data_dir, on_progress)
    except Exception:
        job.error_number = uuid.uuid4().hex[:8]
        log.exception("error %s: first start", job.error_number)


def _watch(job: Job) -> None:
    # Naming the pages keeps the address a reader came with until there is something to show.
    st.navigation(sitemap.navigation_sections(), position="hidden")
    st.title(tr("ui.app.title"))
    with st.status(tr("ui.first_start.title"), expanded=True) as status:
        st.write(tr("ui.first_start.why"))
        bar = st.progress(0.0)
        current = st.empty()
        while job.thread.is_alive():
            if job.total:
                bar.progress(
                    job.done / job.total,
                    tr("ui.first_start.step", done=job.done, total=job.total),
                )
                current.text(job.item)
            time.sleep(0.2)
        if job.error_number is None:
            status.update(label=tr("ui.first_start.done"), state="complete")
            st.rerun()
        status.update(label=tr("ui.first_start.failed"), state="error")
        advice = tr("ui.first_start.advice", folder=load().db.parent, number=job.error_number)
        current.text(advice)
    st.button(tr("ui.first_start.retry"), on_click=_job.clear, type="primary")
    st.stop()
