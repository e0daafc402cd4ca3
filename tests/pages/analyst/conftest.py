"""The analyst's pages on a store of two small submissions, one of them made up, and on an empty one."""

from pathlib import Path

import pytest
import streamlit as st
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from loaders.ingest import ingest_file
from loaders.table import Context
from store import open_store
from ui import settings
from ui.sitemap import SITEMAP

ROOT = Path(__file__).parents[3]
HEADER = ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)")
TITLE = ("หน่วยงาน: สำนักงานจังหวัดเชียงใหม่",)
CONTEXT = ("งบประมาณตามแผนงาน จังหวัดเชียงใหม่ ปีงบประมาณ 2569",)
ROWS = (("น้ำ", 2, 100), ("ป่า", 3, 300))


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A data folder with a database that holds no submission."""
    open_store(tmp_path / "strategy.duckdb").close()
    yield from _in_use(tmp_path, monkeypatch)


@pytest.fixture
def full(tmp_path, monkeypatch):
    """A data folder with the budget of Chiang Mai 2569, and the made-up one of Lampang."""
    with open_store(tmp_path / "strategy.duckdb") as con:
        real = workbook_file(tmp_path / "งบประมาณ.xlsx", TITLE, CONTEXT, HEADER, *ROWS)
        ingest_file(con, real, data_dir=tmp_path, actor="somchai")
        made_up = workbook_file(tmp_path / "สาธิต.xlsx", HEADER, ("ถนน", 1, 50))
        lampang = Context(area_code="52", agency="สำนักงานจังหวัดลำปาง", fiscal_year=2569)
        ingest_file(con, made_up, lampang, data_dir=tmp_path, demo=True)
    yield from _in_use(tmp_path, monkeypatch)


@pytest.fixture
def opened():
    """Opens a page by name with codes in its address; an exception on it fails the test."""

    def open_page(name: str, **codes: str) -> AppTest:
        (audience,) = {entry.audience for entry in SITEMAP if entry.name == name}
        page = AppTest.from_file(ROOT / "ui" / "main.py", default_timeout=60)
        page.query_params.update(codes)
        page.run().switch_page(f"../pages/{audience}/{name}.py").run()
        assert not page.exception, [error.message for error in page.exception]
        return page

    return open_page


@pytest.fixture
def store_of():
    """A connection to the database of a data folder."""

    def connect(folder: Path):
        return open_store(folder / "strategy.duckdb")

    return connect


@pytest.fixture
def send():
    """Publishes a budget of a province by its rows (plan, projects, baht); the submission's id."""

    def send(folder: Path, name: str, *rows: tuple, area: str, agency: str) -> int:
        path = workbook_file(folder / name, HEADER, *rows)
        given = Context(area_code=area, agency=agency, fiscal_year=2569)
        with open_store(folder / "strategy.duckdb") as con:
            (number,) = ingest_file(con, path, given, data_dir=folder).submissions
        return number

    return send


def workbook_file(path: Path, *rows: tuple) -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def _in_use(folder, monkeypatch):
    monkeypatch.setenv("PSD_DATA_DIR", str(folder))
    monkeypatch.delenv("PSD_DB", raising=False)
    _forget()
    yield folder
    _forget()


def _forget():
    settings.load.cache_clear()
    st.cache_data.clear()
    st.cache_resource.clear()
