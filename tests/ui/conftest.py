"""A store of its own for each test, as the pages see it."""

import pytest
import streamlit as st

from ui import settings


@pytest.fixture
def database(tmp_path, monkeypatch):
    """The path the pages read their figures from; nothing cached from another test."""
    path = tmp_path / "strategy.duckdb"
    monkeypatch.setenv("PSD_DB", str(path))
    forget()
    yield path
    forget()


def forget():
    settings.load.cache_clear()
    st.cache_data.clear()
    st.cache_resource.clear()
