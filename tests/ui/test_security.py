"""Every answer carries the headers, and what should be closed is closed."""

import asyncio
import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.responses import PlainTextResponse

from ui.security import (
    SecurityHeaders,
    content_security_policy,
    inline_script_hashes,
    streamlit_page,
)


def answer_to(path):
    """Status, headers and body that a browser gets for `path`."""
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    answering = SecurityHeaders(PlainTextResponse("open"))(scope, None, send)
    # In a thread of its own: a browser test of the same session may have left a loop running here.
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, answering).result()
    start, body = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, body["body"]


def test_the_policy_allows_only_this_server():
    policy = content_security_policy(("abc",))

    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-abc';" in policy
    assert "http" not in policy
    assert "'unsafe-eval'" not in policy
    assert policy.count("'unsafe-inline'") == policy.count("style-src 'self' 'unsafe-inline'") == 1


def test_a_hash_is_of_the_script_as_it_stands():
    digest = base64.b64encode(hashlib.sha256(b"\n a=1\n").digest()).decode()

    assert inline_script_hashes("<script>\n a=1\n</script><script src='x'></script>") == (digest,)


def test_the_installed_streamlit_has_the_one_inline_script_the_policy_names():
    assert len(inline_script_hashes(streamlit_page())) == 1


def test_every_answer_carries_the_headers():
    _, headers, _ = answer_to("/")

    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/base/_stcore/metrics"])
def test_the_counters_are_closed(path):
    status, headers, body = answer_to(path)

    assert (status, body) == (404, b"")
    assert "content-security-policy" in headers


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/metrics_not"])
def test_the_rest_is_open(path):
    status, _, body = answer_to(path)

    assert (status, body) == (200, b"open")
