"""The README's pictures, taken again from the app as it is.

    python -m tools.take_screenshots [--out docs/images]

Starts the app on a private port with a data folder of its own (samples and demonstration set),
opens each page in headless Chromium and saves what a projector would show.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PORT = 8765
SERVER = ("--server.port", str(PORT), "--server.headless", "true")
SIZE = {"width": 1366, "height": 768}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")
FIRST_START_MS = 120_000

# Picture → address: the filters are in the link, as a reader would send it to a colleague.
PICTURES = {
    "overview": "?group=upper-north-1&fy=2569",
    "overview-en": "?group=upper-north-1&fy=2569&lang=en",
    "indicators": "indicators?province=93&fy=2569",
    "budget": "budget?province=50&fy=2569",
    "budget-2550": "budget?province=50&fy=2550",
    "community-plans": "community-plans?province=50&fy=2569",
    "compare": "compare?group=south-gulf&fy=2569",
    "strategy": "strategy?province=93&fy=2569",
    "policies": "policies?province=93&fy=2569",
    "indicator-checklist": "indicator-checklist?group=upper-north-1&fy=2558",
    "scorecard": "scorecard?province=50&fy=2569",
    "projects": "projects?province=50&fy=2569",
    "treasury": "treasury?province=50&fy=2569",
    "districts": "districts?province=93&fy=2569",
    "meeting": "meeting?province=93&fy=2569&present=1",
    "upload": "upload",
    "submissions": "submissions?fy=2569",
    "rounds": "rounds?fy=2569",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with running_app() as base_url, browser_page() as page:
        for name, address in PICTURES.items():
            photograph(page, base_url + address, out / f"{name}.png")


def photograph(page: Page, url: str, path: Path) -> None:
    """Opens `url`, waits until everything is drawn, saves the window as a picture."""
    page.goto(url)
    page.wait_for_selector("[data-testid=stVerticalBlock] button", timeout=FIRST_START_MS)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(1500)
    page.screenshot(path=str(path))


@contextmanager
def running_app() -> Iterator[str]:
    """The app on a private port with an empty data folder; yields its address."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", *SERVER],
            cwd=ROOT,
            env={**os.environ, "PSD_DATA_DIR": folder, "PSD_DB": f"{folder}/strategy.duckdb"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield _when_ready(f"http://127.0.0.1:{PORT}/")
        finally:
            server.terminate()
            server.wait()


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page in the first Chromium, Chrome or Edge on this machine."""
    found = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser.new_page(viewport=SIZE)
        browser.close()


def _when_ready(base_url: str) -> str:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{base_url}api/health")
            return base_url
        except urllib.error.URLError:
            time.sleep(0.5)
    raise TimeoutError(f"no answer from {base_url}")


if __name__ == "__main__":
    main()
