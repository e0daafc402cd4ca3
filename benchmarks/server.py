"""Servers to visit: ours with its figures, and Streamlit's own around an empty page."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.harness import Size
from benchmarks.process import ROOT
from loaders.first_start import SAMPLES, prepare
from loaders.ingest import ingest_files
from store import open_store

EMPTY_PAGE = Path(__file__).with_name("empty_page.py")
_READY_WITHIN_S = 60
_QUIET = ("--server.headless", "true", "--browser.gatherUsageStats", "false")


@contextmanager
def our_server(folder: Path, size: Size) -> Iterator[str]:
    """The address of the dashboard with the samples, at full scale also the demonstration set."""
    data = folder / "data"
    data.mkdir()
    if size.scale < 1:
        _take_in_samples(data)
    else:
        prepare(data / "strategy.duckdb", data)
    with _running("app.py", ROOT, {"PSD_DATA_DIR": str(data), "PSD_DB": ""}) as address:
        yield address


@contextmanager
def empty_server(folder: Path) -> Iterator[str]:
    """The address of an empty page under Streamlit's default settings."""
    with _running(str(EMPTY_PAGE), folder, {}) as address:
        yield address


def _take_in_samples(data: Path) -> None:
    with closing(open_store(data / "strategy.duckdb")) as con:
        ingest_files(con, sorted(SAMPLES.glob("*.xlsx")), data_dir=data)


@contextmanager
def _running(script: str, folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """A Streamlit server started in `folder`, whose settings it takes, and ended at the end."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        _command(script, port),
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_healthy(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _command(script: str, port: int) -> Sequence[str]:
    own_address = ("--server.address", "127.0.0.1", "--server.port", str(port))
    return [sys.executable, "-m", "streamlit", "run", script, *own_address, *_QUIET]


def _wait_until_healthy(address: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the server at {address} did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
