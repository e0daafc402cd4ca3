"""What metrics exist and what each means, read from the headers of their .sql files.

A header is the leading comment of a file:

    -- ชื่อไทย: หนึ่งแถวต่ออะไร
    -- English title: one row per what
    -- source: ...
    -- filters: the Scope fields that change the answer
    -- trace: fact table by key columns; value columns
    -- columns:
    --   name | ชื่อไทย | English title | unit | ความหมาย | meaning
    -- notes:
    --   หมายเหตุ | note

`source`, `notes` and the first two lines are for readers; `filters` and `trace` are also used by
the program, and a test compares `columns` with what the query returns.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

SQL_FOLDER = Path(__file__).parent / "sql"


class UnknownMetric(KeyError):
    """There is no metric of that name."""

    def __str__(self) -> str:
        return f"there is no metric {self.args[0]!r}; there are: {', '.join(names())}"


@dataclass(frozen=True)
class ColumnDoc:
    """One output column: its titles, its unit ("" when it has none) and what it means."""

    name: str
    title_th: str
    title_en: str
    unit: str
    text_th: str
    text_en: str

    def text(self, lang: str) -> str:
        """The meaning in `lang`, "th" or "en"."""
        return self.text_en if lang == "en" else self.text_th


@dataclass(frozen=True)
class Metric:
    """One metric as its SQL header tells it; `sql` is the whole file.

    `filters` are the Scope fields it heeds, `notes` pairs of (Thai, English), `traces` the raw
    trace lines that metrics.trace understands.
    """

    name: str
    title_th: str
    title_en: str
    grain_th: str
    grain_en: str
    source: str
    filters: tuple[str, ...]
    traces: tuple[str, ...]
    columns: tuple[ColumnDoc, ...]
    notes: tuple[tuple[str, str], ...]
    sql: str


def names() -> tuple[str, ...]:
    """The names of all metrics, in alphabetical order."""
    return tuple(sorted(path.stem for path in SQL_FOLDER.glob("*.sql")))


def sql_path(name: str) -> Path:
    """The .sql file of a metric. Raises UnknownMetric."""
    if name not in names():
        raise UnknownMetric(name)
    return SQL_FOLDER / f"{name}.sql"


@cache
def describe(name: str) -> Metric:
    """The metric as its header tells it. Raises UnknownMetric, ValueError for a broken header."""
    sql = sql_path(name).read_text(encoding="utf-8")
    titles, entries, lists = _parsed(sql)
    title_th, grain_th = _split(titles[0], ":", 2)
    title_en, grain_en = _split(titles[1], ":", 2)
    return Metric(
        name=name,
        title_th=title_th,
        title_en=title_en,
        grain_th=grain_th,
        grain_en=grain_en,
        source=" ".join(entries["source"]),
        filters=tuple(field.strip() for field in entries["filters"][0].split(",")),
        traces=tuple(entries.get("trace", ())),
        columns=tuple(ColumnDoc(*_split(line, "|", 6)) for line in lists["columns"]),
        notes=tuple(tuple(_split(line, "|", 2)) for line in lists.get("notes", ())),
        sql=sql,
    )


def _parsed(sql: str) -> tuple[list[str], dict[str, list[str]], dict[str, list[str]]]:
    """A header as its title lines, its `-- key: value` lines, and the lists below `-- key:`."""
    titles: list[str] = []
    entries: dict[str, list[str]] = {}
    lists: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in _header_lines(sql):
        key, _, value = line.partition(":")
        if line.startswith("  ") and current is not None:
            current.append(line.strip())
        elif len(titles) < 2:
            titles.append(line.strip())
        elif value.strip():
            entries.setdefault(key.strip(), []).append(value.strip())
        else:
            current = lists.setdefault(key.strip(), [])
    return titles, entries, lists


def _header_lines(sql: str) -> list[str]:
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").removeprefix(" "))
    return lines


def _split(text: str, mark: str, parts: int) -> list[str]:
    fields = [field.strip() for field in text.split(mark, parts - 1)]
    if len(fields) != parts:
        raise ValueError(f"a metric's header needs {parts} parts between {mark!r}: {text!r}")
    return fields
