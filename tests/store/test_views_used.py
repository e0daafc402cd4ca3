"""Every view and macro has a reader: what nothing asks for is dead."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE = re.compile(r"create or replace (?:view|macro) (\w+)")
REMARK = re.compile(r"comment on \w+ [^;]*;|--[^\n]*")
ROOMS = ("store", "metrics", "loaders", "ui", "tools", "benchmarks")


def test_every_view_and_macro_is_read_somewhere():
    views = [path.read_text(encoding="utf-8") for path in (ROOT / "store" / "views").glob("*.sql")]
    asking = [
        REMARK.sub("", MADE.sub("", path.read_text(encoding="utf-8")))
        for room in ROOMS
        for path in (ROOT / room).rglob("*.*")
        if path.suffix in (".sql", ".py")
    ]
    words = {word for text in asking for word in re.findall(r"\w+", text)}

    made = {name for text in views for name in MADE.findall(text)}
    assert made
    assert made - words == set()
