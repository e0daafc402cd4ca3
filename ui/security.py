"""The headers that keep a page from loading or running anything that is not ours."""

import base64
import hashlib
import re
from importlib import resources

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit's counters tell visitors about each other; the address answers as if it were not there.
CLOSED_PATHS = ("/_stcore/metrics",)


def content_security_policy(script_hashes: tuple[str, ...]) -> str:
    """The policy: everything from this server only, scripts by file or by the given hashes."""
    scripts = " ".join(f"'sha256-{digest}'" for digest in script_hashes)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {scripts}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_script_hashes(html: str) -> tuple[str, ...]:
    """SHA-256 (base64) of every inline script of a page, as the policy names them."""
    bodies = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    digests = (hashlib.sha256(body.encode("utf-8")).digest() for body in bodies)
    return tuple(base64.b64encode(digest).decode("ascii") for digest in digests)


def streamlit_page() -> str:
    """The page of the installed Streamlit, whose one inline script the policy must know."""
    page = resources.files("streamlit") / "static" / "index.html"
    return page.read_text(encoding="utf-8")


class SecurityHeaders:
    """Middleware: the headers on every answer, and closed addresses answered with 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": content_security_policy(
                inline_script_hashes(streamlit_page())
            ),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            # Not "no-referrer": that turns the Origin of a form post into null.
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        if scope["path"].rstrip("/").endswith(CLOSED_PATHS):
            await _not_found(send_with_headers)
        else:
            await self.app(scope, receive, send_with_headers)


async def _not_found(send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b""})
