"""Stores for the tests of metrics: published submissions, their facts drawn as tables of text."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from store import open_store

FIRST_DAY = datetime(2026, 1, 1)
_FILLED = {
    "src_row": lambda row, number: number,
    "src_col": lambda row, number: 5,
    "ordinal": lambda row, number: number,
    "plan_key": lambda row, number: row.get("plan"),
    "issue_key": lambda row, number: row.get("strategic_issue"),
    "kpi_key": lambda row, number: row.get("kpi"),
    "kpi_code": lambda row, number: f"{row['area_code']}/{row['kpi']}" if "kpi" in row else None,
    "title_key": lambda row, number: row.get("title"),
    "project": lambda row, number: row.get("project_code"),
    "agency": lambda row, number: "หน่วยงาน",
    "period_basis": lambda row, number: "fiscal",
    "value_status": lambda row, number: "final",
    "village": lambda row, number: f"บ้าน {number}",
}


class Given:
    """A store in memory to which published submissions are added one by one.

    `today` is the moment the next submission is published; each one is a day later.
    """

    def __init__(self, path: Path | str = ":memory:") -> None:
        self.con: duckdb.DuckDBPyConnection = open_store(path)
        self.day = FIRST_DAY
        self.count = 0

    def sent(
        self,
        form: str = "form",
        *,
        area: str = "50",
        agency: str = "",
        fy: int = 2569,
        quarter: int | None = None,
        demo: bool = False,
        **tables: str,
    ) -> int:
        """Publishes one submission holding `tables` (fact table=drawn rows); returns its id."""
        self.count += 1
        self.day += timedelta(days=1)
        number = self.count
        sha = f"sha-{number}"
        slot = f"{form}/{agency or '-'}/{area}/{fy}/{quarter or '-'}"
        self._insert(
            "source_file",
            sha256=sha,
            file_name=f"file-{number}.xlsx",
            byte_count=1,
            kind="xlsx",
            stored_path=sha,
            received_at=self.day,
            received_by="ผู้ส่ง",
        )
        self._insert(
            "submission",
            submission_id=number,
            slot=slot,
            version=1,
            sha256=sha,
            form=form,
            form_version=1,
            loader_version="1",
            area_code=area,
            agency=agency or None,
            fiscal_year=fy,
            quarter=quarter,
            row_count=0,
            demo=demo,
            created_at=self.day,
        )
        self.event(number, "published")
        drawn = {table: drawn_rows(text) for table, text in tables.items()}
        self._add_sheet(number, [*dict.fromkeys(n for r in drawn.values() for n in r[0])])
        for table, rows in drawn.items():
            self._add_facts(number, table, rows)
        return number

    def event(self, submission: int, event: str) -> datetime:
        """Writes an event of a submission at the present day; returns that moment."""
        (last,) = self.con.execute(
            "select coalesce(max(event_id), 0) from submission_event"
        ).fetchone()
        self._insert(
            "submission_event",
            event_id=last + 1,
            submission_id=submission,
            event=event,
            at_time=self.day,
        )
        return self.day

    def _add_sheet(self, number: int, columns: list[str]) -> None:
        """The one sheet of a submission, its columns standing in the order drawn: A, B, C …"""
        self._insert(
            "sheet",
            sheet_id=number * 10,
            submission_id=number,
            sheet_name="แผ่น1",
            header_row=1,
            unit_factor=1,
            column_map=json.dumps({name: place for place, name in enumerate(columns, start=1)}),
            row_count=0,
        )

    def _add_facts(self, number: int, table: str, rows: list[dict[str, str | None]]) -> None:
        columns = [name for name, *_ in self.con.execute(f"describe {table}").fetchall()]
        for src_row, row in enumerate(rows, start=2):
            filled = {
                name: fill(row, src_row)
                for name, fill in _FILLED.items()
                if name in columns and name not in row
            }
            self._insert(table, submission_id=number, sheet_id=number * 10, **(filled | row))

    def _insert(self, table: str, **values: object) -> None:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self.con.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))


def drawn_rows(drawn: str) -> list[dict[str, str | None]]:
    """A table drawn with bars as a list of rows; an empty cell is None.

    >>> drawn_rows('''
    ...     plan | budget_thb
    ...     ก    | 10
    ...     ข    |
    ... ''')
    [{'plan': 'ก', 'budget_thb': '10'}, {'plan': 'ข', 'budget_thb': None}]
    """
    lines = [[cell.strip() for cell in line.split("|")] for line in drawn.strip().splitlines()]
    header, *body = lines
    return [{name: cell or None for name, cell in zip(header, line, strict=True)} for line in body]


def records(con: duckdb.DuckDBPyConnection, name: str, scope, *columns: str) -> list[tuple]:
    """The rows of a metric, of `columns` only, exact (Decimal, None)."""
    from metrics.answer import answer

    cursor = answer(con, name, scope)
    names = [column[0] for column in cursor.description]
    places = [names.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in cursor.fetchall()]
