"""The pages about the dashboard itself, on an empty store."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from store import open_store
from ui import language, settings

ROOT = Path(__file__).parents[3]


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Opens a page by name with codes in its address; an exception on it fails the test."""
    open_store(tmp_path / "strategy.duckdb").close()
    monkeypatch.setenv("PSD_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("PSD_DB", raising=False)
    _forget()

    def open_page(name: str, lang: str = "th", **codes: str) -> AppTest:
        # Not by the address: AppTest asks widgets for their labels outside of any visit.
        monkeypatch.setattr(language, "current", lambda: lang)
        page = AppTest.from_file(ROOT / "ui" / "main.py", default_timeout=60)
        page.query_params.update(codes)
        page.run().switch_page(f"../pages/about/{name}.py").run()
        assert not page.exception, [error.message for error in page.exception]
        return page

    yield open_page
    _forget()


def _forget():
    settings.load.cache_clear()
    st.cache_data.clear()
    st.cache_resource.clear()
