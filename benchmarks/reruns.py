"""Ten people clicking as fast as the overview answers: how many reruns the server does a second."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.bar import Result, parse_bar
from benchmarks.harness import Size
from benchmarks.server import our_server

NAME = "reruns"

SESSIONS = 10
RERUNS_EACH = 30
YEARS = ("2567", "2568")


def measure(size: Size) -> Iterator[Result]:
    """Reruns a second over all sessions, every rerun of another year than the one before."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="benchmark-")))
        address = stack.enter_context(our_server(folder, size))
        rates = [subject(address, size.rows(RERUNS_EACH)) for _ in range(size.rounds)]
    rate = median(rates)
    what = f"reruns a second of the overview, {SESSIONS} sessions at once"
    yield Result(NAME, what, rate, parse_bar("≥ 50 /s"), f"{rate:.1f} /s")


def subject(address: str, reruns_each: int) -> float:
    """Finished reruns a second, counted after every session has run once."""
    return asyncio.run(_rate(address, reruns_each))


async def _rate(address: str, reruns_each: int) -> float:
    sessions = [await _open(address) for _ in range(SESSIONS)]
    try:
        start = time.perf_counter()
        await asyncio.gather(*(_rerun(session, reruns_each) for session in sessions))
        return SESSIONS * reruns_each / (time.perf_counter() - start)
    finally:
        await asyncio.gather(*(session.close() for session in sessions))


async def _open(address: str) -> ClientConnection:
    """A session that has asked for every year once."""
    stream = address.replace("http://", "ws://") + "/_stcore/stream"
    session = await connect(stream, origin=address, subprotocols=["streamlit"], max_size=None)
    await _rerun(session, len(YEARS))
    return session


async def _rerun(session: ClientConnection, times: int) -> None:
    for number in range(times):
        asked = BackMsg()
        asked.rerun_script.query_string = f"fy={YEARS[number % len(YEARS)]}"
        await session.send(asked.SerializeToString())
        await _finished(session)


async def _finished(session: ClientConnection) -> None:
    """Reads what the server sends until it says that the script has run to its end."""
    async for message in session:
        told = ForwardMsg.FromString(message)
        if told.WhichOneof("type") == "script_finished":
            return
