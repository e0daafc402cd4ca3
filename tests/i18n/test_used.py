"""Every sentence of the catalogues is said somewhere, and every sentence asked for is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from i18n import catalogue
from ui.codes import _WORDED_AS

ROOT = Path(__file__).parents[2]
ROOMS = ("charts", "i18n", "loaders", "metrics", "pages", "tools", "ui")
ANY = r"[\w.]+"  # what a value put into a key may be


def nodes() -> Iterator[ast.AST]:
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def pattern(node: ast.AST) -> str | None:
    """What the keys look like that a text in the source may stand for."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value) + (ANY if node.value.endswith(".") else "")
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else None for part in node.values)
        return "".join(ANY if part is None else re.escape(part) for part in parts)
    return None


def asks(node: ast.AST) -> bool:
    """Whether a node is a call of `t` or `tr` whose key is written out, at least in part."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("t", "tr")
        and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
    )


def test_every_sentence_is_said_somewhere():
    files = tuple(re.escape(f"{key.split('.')[0]}.") for key in catalogue("th"))
    written = {text for node in nodes() if (text := pattern(node)) and text.startswith(files)}
    written |= {re.escape(f"{heading}.") + ANY for heading in _WORDED_AS.values()}
    said = re.compile("|".join(written))

    assert [key for key in catalogue("th") if not said.fullmatch(key)] == []


def test_every_sentence_asked_for_is_there():
    keys = "\n".join(catalogue("th"))
    asked = {pattern(node.args[0]) for node in nodes() if asks(node)}

    assert {one for one in asked if not re.search(rf"^{one}$", keys, re.MULTILINE)} == set()
