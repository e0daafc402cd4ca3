"""Every page: who it is for, where its script is, and what the address and the menu call it."""

from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st

from i18n import t
from ui import language
from ui.settings import ROOT, load

PAGES = ROOT / "pages"
# Beside all of the analysts': these write, or name who is to do or to judge something.
NOT_PUBLIC = ("meeting", "risks", "assessments")


@dataclass(frozen=True)
class PageEntry:
    """One page; `name` is also its script's name and its title's key.

    `section` is the menu it stands in where that is not its audience's own.
    """

    audience: str
    name: str
    icon: str
    default: bool = False
    section: str = ""

    @property
    def path(self) -> Path:
        return PAGES / self.audience / f"{self.name}.py"

    @property
    def is_open(self) -> bool:
        """Whether it has a script and this reader may open it."""
        if load().public and (self.audience == "analyst" or self.name in NOT_PUBLIC):
            return False
        return self.path.exists()

    @property
    def url_path(self) -> str:
        return self.name.replace("_", "-")


SITEMAP = (
    PageEntry("executive", "overview", ":material/monitoring:", default=True),
    PageEntry("executive", "indicators", ":material/target:"),
    PageEntry("executive", "budget", ":material/account_balance_wallet:"),
    PageEntry("executive", "community_plans", ":material/cottage:"),
    PageEntry("executive", "meeting", ":material/groups:"),
    PageEntry("executive", "strategy", ":material/account_tree:", section="strategy"),
    PageEntry("executive", "policies", ":material/flag:", section="strategy"),
    PageEntry("executive", "indicator_checklist", ":material/checklist:", section="strategy"),
    PageEntry("executive", "indicator_dictionary", ":material/book_2:", section="strategy"),
    PageEntry("executive", "scorecard", ":material/scoreboard:", section="evaluation"),
    PageEntry("executive", "agreements", ":material/handshake:", section="evaluation"),
    PageEntry("executive", "assessments", ":material/rule:", section="evaluation"),
    PageEntry("executive", "risks", ":material/warning:", section="evaluation"),
    PageEntry("executive", "projects", ":material/engineering:", section="projects"),
    PageEntry("executive", "best_practices", ":material/award_star:", section="projects"),
    PageEntry("executive", "treasury", ":material/payments:", section="projects"),
    PageEntry("executive", "compare", ":material/compare_arrows:", section="projects"),
    PageEntry("executive", "districts", ":material/location_city:", section="projects"),
    PageEntry("executive", "problems", ":material/report_problem:", section="projects"),
    PageEntry("executive", "registers", ":material/inventory_2:", section="projects"),
    PageEntry("analyst", "upload", ":material/upload_file:"),
    PageEntry("analyst", "submissions", ":material/fact_check:"),
    PageEntry("analyst", "rounds", ":material/event_available:"),
    PageEntry("analyst", "data_quality", ":material/verified:"),
    PageEntry("analyst", "rules", ":material/bookmark_manager:"),
    PageEntry("analyst", "explore", ":material/query_stats:"),
    PageEntry("about", "search", ":material/search:"),
    PageEntry("about", "definitions", ":material/menu_book:"),
    PageEntry("about", "dictionary", ":material/dictionary:"),
)


def navigation_sections() -> dict[str, list[st.Page]]:
    """Menu section in the reader's language → its pages; those that are not open to the reader are left out.

    The executives' pages come under "", which Streamlit lays open in the bar: a governor
    should see them without opening a menu. What would make the bar too long for 1366 pixels
    stands in a section.
    """
    sections: dict[str, list[st.Page]] = {}
    for title, page in _menu(language.current(), public=load().public):
        # A page of its own for every run: Streamlit notes on it that it may be run now.
        sections.setdefault(title, []).append(copy(page))
    return sections


def link(name: str, label: str | None = None, **codes: str) -> None:
    """A link to the page `name`, with filter codes laid over the reader's own.

    Raises KeyError when there is no page of that name.
    """
    entry = {entry.name: entry for entry in SITEMAP}[name]
    if entry.is_open:
        st.page_link(
            _page(entry, language.current()),
            label=label,
            icon=entry.icon,
            query_params=codes or None,
        )


def open_page(name: str, **codes: str) -> None:
    """Go to the page `name` with `codes` laid over the reader's view; ends this run.

    For a click on a chart; does nothing when the page is not open to the reader. Raises KeyError
    when there is no page of that name.
    """
    entry = {entry.name: entry for entry in SITEMAP}[name]
    if not entry.is_open:
        return
    st.switch_page(_page(entry, language.current()), query_params=codes)


def area_codes(area_code: str) -> dict[str, str]:
    """The filter codes that show one area: a province, or a province group."""
    if area_code.isdigit():
        return {"province": area_code[:2]}
    return {"group": area_code}


@cache
def _menu(lang: str, *, public: bool) -> tuple[tuple[str, st.Page], ...]:
    """Section title and page of every open entry; `public` tells the two menus kept apart."""
    entries = (entry for entry in SITEMAP if entry.is_open)
    return tuple((_section_title(entry, lang), _page(entry, lang)) for entry in entries)


def _section_title(entry: PageEntry, lang: str) -> str:
    section = entry.section or entry.audience
    return "" if section == "executive" else t(f"ui.section.{section}", lang)


@cache
def _page(entry: PageEntry, lang: str) -> st.Page:
    return st.Page(
        entry.path,
        title=t(f"ui.page.{entry.name}", lang),
        icon=entry.icon,
        url_path=entry.url_path,
        default=entry.default,
    )
