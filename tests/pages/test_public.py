"""What the public sees: figures to read, nothing to change, nothing about persons."""

import pytest

from ui import settings, sitemap

NEVER = {"meeting", "risks", "assessments", "upload", "submissions", "rounds", "rules", "explore"}


@pytest.fixture
def public(full, monkeypatch):
    monkeypatch.setenv("PSD_PUBLIC", "1")
    settings.load.cache_clear()
    yield
    monkeypatch.delenv("PSD_PUBLIC")
    settings.load.cache_clear()


def open_names():
    return {entry.name for entry in sitemap.SITEMAP if entry.is_open}


def test_pages_that_write_or_tell_of_persons_are_not_open(public):
    assert not open_names() & NEVER
    assert {"overview", "indicators", "budget", "strategy", "search"} <= open_names()


def test_an_office_has_every_page(full):
    assert open_names() >= NEVER


def test_the_overview_and_a_district_offer_nothing_to_change_and_no_source_cells(public, opened):
    for name, codes in (("overview", {}), ("districts", {"district": "5001"})):
        page = opened(name, fy="2569", province="50", **codes)
        assert "demo.remove" not in {button.key for button in page.button}
        drawers = [pills.options for pills in page.button_group if "drawer" in (pills.key or "")]
        assert drawers
        assert all("ที่มา" not in options for options in drawers)


def test_an_office_sees_the_source_of_every_figure(full, opened):
    page = opened("overview", fy="2569", province="50")
    drawers = [pills.options for pills in page.button_group if "drawer" in (pills.key or "")]
    assert drawers
    assert all("ที่มา" in options for options in drawers)
