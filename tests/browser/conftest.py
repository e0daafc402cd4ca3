"""A server of its own on a private port, and a browser page that notes every call it makes.

With no Chromium, Chrome or Edge on the machine these tests are skipped, loudly; under CI=true that
is a failure.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
INSTALLED_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# The browser's own calls home would be taken for ours.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# A first start on a busy machine; nothing waits longer than it must.
READY_WITHIN_S = 240


@dataclass
class Visit:
    """A browser page and what it asked for: `outside` is every call beyond 127.0.0.1."""

    page: object
    base_url: str
    outside: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to `path` and wait until its script has run to the end, first start included."""
        self.page.goto(self.base_url + path)
        self.page.wait_for_selector("[data-testid=stSelectbox]", timeout=READY_WITHIN_S * 1000)
        self.settle()

    def settle(self) -> None:
        """Wait until the server has nothing more to draw."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.page.wait_for_timeout(300)


def pytest_collection_modifyitems(items):
    """Everything here drives a browser; without one it fails in CI and is skipped elsewhere."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if browser_path() is None and os.environ.get("CI") != "true":
            item.add_marker(pytest.mark.skip(reason="NO BROWSER: install Chromium to test pages"))


def browser_path() -> str | None:
    """The first Chromium, Chrome or Edge on this machine."""
    found = (shutil.which(name) for name in BROWSERS)
    elsewhere = (path for path in INSTALLED_ELSEWHERE if Path(path).exists())
    return next((path for path in (*found, *elsewhere) if path), None)


@pytest.fixture(scope="session")
def base_url(tmp_path_factory):
    """The address of a server with a data folder of its own, made by the first start."""
    port = free_port()
    folder = tmp_path_factory.mktemp("data")
    log = folder / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(port), "--server.headless", "true"]
    environment = {**os.environ, "PSD_DATA_DIR": str(folder), "PSD_DB": ""}
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
        try:
            wait_for_health(f"http://127.0.0.1:{port}", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def browser():
    """One headless browser for all tests."""
    from playwright.sync_api import sync_playwright

    path = browser_path()
    assert path, "no Chromium, Chrome or Edge was found"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def visit(browser, base_url):
    """A fresh visitor at 1366 × 768; the test fails if any call left this computer."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="th-TH")
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), base_url)
    visit.page.on("request", lambda request: note_outside(visit, request.url))
    visit.page.on("websocket", lambda websocket: note_outside(visit, websocket.url))
    visit.page.on("console", lambda message: note_blocked(visit, message.text))
    yield visit
    context.close()
    assert visit.outside == []


def note_outside(visit: Visit, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
        visit.outside.append(url)


def note_blocked(visit: Visit, text: str) -> None:
    if "Content Security Policy" in text:
        visit.blocked.append(text)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_health(base_url: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{base_url}/api/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
