"""Imports point one way: from the pages down to the language, never back."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent

MAY_IMPORT = {
    "thai": set(),
    "i18n": set(),
    "store": {"thai"},
    "loaders": {"store", "thai", "i18n"},
    "metrics": {"store", "thai", "i18n"},
    "charts": {"thai", "i18n"},
    "ui": {"charts", "metrics", "loaders", "store", "thai", "i18n"},
    "pages": {"ui", "metrics", "charts", "thai", "i18n"},
    "app": {"ui"},
}
STREAMLIT_ROOMS = {"app", "ui", "pages"}


def imported_names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


def modules_of(room: str) -> list[Path]:
    single = ROOT / f"{room}.py"
    return [single] if single.exists() else sorted((ROOT / room).rglob("*.py"))


def test_every_room_imports_only_from_the_rooms_below_it():
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for room, allowed in MAY_IMPORT.items()
        for path in modules_of(room)
        for name in imported_names(path) & MAY_IMPORT.keys() - {room} - allowed
    ]
    assert wrong == []


def test_streamlit_stays_in_the_rooms_that_people_see():
    wrong = [
        str(path.relative_to(ROOT))
        for room in MAY_IMPORT.keys() - STREAMLIT_ROOMS
        for path in modules_of(room)
        if "streamlit" in imported_names(path)
    ]
    assert wrong == []


def test_no_script_lies_where_streamlit_or_data_would_pick_it_up():
    assert [*ROOT.glob("pages/*.py"), *ROOT.glob("data/**/*.py")] == []
