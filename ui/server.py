"""What the launcher gives to the server: routes, middleware, warm start, and the error page."""

import asyncio
import gc
import logging
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ui import language, warmup
from ui.security import SecurityHeaders
from ui.settings import ROOT, OpenNetworkRefused, Settings, require_allowed
from ui.sitemap import SITEMAP

log = logging.getLogger(__name__)


def check_binding(settings: Settings) -> None:
    """Stop the start, with the reason, when the server would listen beyond this computer."""
    try:
        require_allowed(settings, st.get_option("server.address"))
    except OpenNetworkRefused as refused:
        raise SystemExit(str(refused)) from None


def routes() -> list[BaseRoute]:
    """The addresses Streamlit does not have: health, the first page by its name, our files."""
    (first,) = (entry for entry in SITEMAP if entry.default)
    return [
        Route("/api/health", health),
        Route(f"/{first.url_path}", to_first_page),
        Mount("/app/static", StaticFiles(directory=ROOT / "static")),
    ]


def middleware(settings: Settings) -> list[Middleware]:
    """Headers always; compression only over a network, where it saves more than it costs."""
    headers = [Middleware(SecurityHeaders)]
    if settings.allow_network:
        return [*headers, Middleware(GZipMiddleware, minimum_size=1024)]
    return headers


async def health(_request: Request) -> JSONResponse:
    """Answers as soon as the server can serve pages."""
    return JSONResponse({"status": "ok"})


def to_first_page(request: Request) -> RedirectResponse:
    """To "/", where Streamlit has the default page and no other name for it; filters go along."""
    return RedirectResponse(request.url.replace(path="/"))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Import what the first visitor would wait for, then keep it out of every later collection."""
    await asyncio.to_thread(warmup.run)
    gc.collect()
    gc.freeze()
    yield


def show_error(error: Exception) -> bool:
    """An error number for the reader, the details for the log. Always handled: returns True."""
    number = uuid.uuid4().hex[:8]
    log.error("error %s", number, exc_info=error)
    st.error(language.tr("ui.error.body", number=number), title=language.tr("ui.error.title"))
    return True
