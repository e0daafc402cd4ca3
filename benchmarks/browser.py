"""What an executive waits for in Chromium: a filter click, and the overview opening."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.bar import Result
from benchmarks.harness import Size, as_ms, paired, ratio_result
from benchmarks.server import empty_server, our_server

NAME = "browser"
FLOOR = "an empty page under Streamlit's default settings, pandas, plotly and duckdb imported"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
YEARS = (1, 2)  # places among the years offered: chosen in turn, each click changes the charts
_SETTLED_MS = 700
_OPTION = "[role=option]"

# From the click on an option to the last change of the page, drawn; quiet for a while after it.
CLICK = """([place, settled]) => new Promise(resolve => {
    const page = document.querySelector("[data-testid=stMain]");
    const options = [...document.querySelectorAll("[role=option]")];
    const start = performance.now();
    let last = start;
    new MutationObserver(() => { last = performance.now(); }).observe(
        page, {subtree: true, childList: true, attributes: true, characterData: true}
    );
    options[place].click();
    const look = () => last > start && performance.now() - last > settled
        ? resolve((last - start) / 1000) : setTimeout(look, 20);
    look();
})"""
# Before anything else of a page runs: note when the first thing its script writes is on it.
FIRST_PAINT = """
    new MutationObserver((_, observer) => {
        const shown = document.querySelector("[data-testid=stMainBlockContainer]");
        if (shown && shown.innerText.trim()) {
            observer.disconnect();
            requestAnimationFrame(() => { window.firstPaint = performance.now() / 1000; });
        }
    }).observe(document, {subtree: true, childList: true, characterData: true});
"""
# The pages forbid evaluating text, so no wait_for_function.
TOLD = """() => new Promise(resolve => {
    const look = () => window.firstPaint ? resolve(window.firstPaint) : setTimeout(look, 10);
    look();
})"""


@dataclass(frozen=True)
class Visited:
    """A page that stays open, and which of its select boxes chooses the year."""

    page: object
    address: str
    year_box: int


def browser_path() -> str | None:
    """The first Chromium, Chrome or Edge on the path; None without one."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def measure(size: Size) -> Iterator[Result]:
    """Click and first paint of the overview against the empty page's; nothing without a browser."""
    if browser_path() is None:
        return
    with _two_pages(size) as (empty, ours):
        _warm(empty, ours)
        years = {"floor": count(), "subject": count()}
        click = partial(paired, rounds=4 * size.rounds)(
            lambda: floor(empty, YEARS[next(years["floor"]) % 2]),
            lambda: subject(ours, YEARS[next(years["subject"]) % 2]),
        )
        paint = paired(partial(first_paint, empty), partial(first_paint, ours), 2 * size.rounds)
    yield ratio_result(NAME, "overview, year chosen to last chart redrawn", click, "≤ 2.5 ×", as_ms)
    yield ratio_result(NAME, "overview opened to first paint", paint, "≤ 2.5 ×", as_ms)


def floor(empty: Visited, year: int) -> float:
    """Seconds from choosing a year on the empty page to its last change."""
    return _choose(empty, year)


def subject(ours: Visited, year: int) -> float:
    """Seconds from choosing a year in the filter bar to the last chart redrawn."""
    return _choose(ours, year)


def first_paint(visited: Visited) -> float:
    """Seconds from opening the address, browser files cached, to the first content on the screen."""
    page = visited.page.context.new_page()
    page.add_init_script(FIRST_PAINT)
    page.goto(visited.address)
    seconds = page.evaluate(TOLD)
    page.close()
    return seconds


@contextmanager
def _two_pages(size: Size) -> Iterator[tuple[Visited, Visited]]:
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory(prefix="benchmark-") as folder,
        our_server(Path(folder), size) as ours,
        empty_server(Path(folder)) as empty,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="th-TH")
        yield _opened(context, empty, 0), _opened(context, ours, 3)
        chromium.close()


def _opened(context, address: str, year_box: int) -> Visited:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("[data-testid=stSelectbox]", timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(_SETTLED_MS)
    return Visited(page, address, year_box)


def _warm(*pages: Visited) -> None:
    """Every year once, so that what is measured is a question asked before."""
    for visited in pages:
        for year in YEARS:
            _choose(visited, year)
        first_paint(visited)


def _choose(visited: Visited, year: int) -> float:
    page = visited.page
    page.bring_to_front()
    page.locator("[data-testid=stSelectbox]").nth(visited.year_box).locator("input").click()
    page.wait_for_selector(_OPTION)
    return page.evaluate(CLICK, [year, _SETTLED_MS])
