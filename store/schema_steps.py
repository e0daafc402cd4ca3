"""The schema as ordered, numbered steps that are applied once, and views made anew on a change."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import duckdb

_HERE = Path(__file__).parent
# Of the views only the newest set is remembered: going back to older ones makes them again.
_VIEWS = "views "


def apply_schema(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Runs every step of store/schema/ not applied before, in order; returns their names."""
    con.execute("create table if not exists schema_step (step varchar not null)")
    con.execute("comment on table schema_step is 'ขั้นของโครงสร้างฐานข้อมูลที่ทำแล้ว'")
    con.execute("comment on column schema_step.step is 'ชื่อขั้น'")
    done = _done(con)
    pending = [path for path in sorted((_HERE / "schema").glob("*.sql")) if path.stem not in done]
    for path in pending:
        con.execute(path.read_text(encoding="utf-8"))
        con.execute("insert into schema_step values (?)", [path.stem])
    return [path.stem for path in pending]


def apply_once(
    con: duckdb.DuckDBPyConnection, step: str, action: Callable[[duckdb.DuckDBPyConnection], None]
) -> None:
    """Runs `action` unless a step of that name is recorded as done."""
    if step not in _done(con):
        action(con)
        con.execute("insert into schema_step values (?)", [step])


def apply_views(con: duckdb.DuckDBPyConnection, *, anew: bool) -> None:
    """Makes every view and table macro of store/views/, in the order of their names.

    Not when they are those the database has already, unless `anew`: tables have changed beneath.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted((_HERE / "views").glob("*.sql"))]
    step = f"{_VIEWS}{sha256(chr(0).join(texts).encode()).hexdigest()[:16]}"
    if not anew and step in _done(con):
        return
    for text in texts:
        con.execute(text)
    con.execute("delete from schema_step where starts_with(step, ?)", [_VIEWS])
    con.execute("insert into schema_step values (?)", [step])


def _done(con: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in con.execute("select step from schema_step").fetchall()}
