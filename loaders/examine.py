"""Reading and checking one file without writing anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import duckdb

from loaders.asks import NOBODY
from loaders.checks import check_against_store, check_table
from loaders.checks.semantics import not_settled
from loaders.findings import Finding
from loaders.near import near_duplicates
from loaders.reading import Refusal, Workbook, read_workbook
from loaders.received import fingerprint
from loaders.report import FileReport, SheetReport
from loaders.rule_store import rulebook
from loaders.rules import NO_RULES, RuleBook
from loaders.senders import ask_whose, rule_of_sender
from loaders.slots import parcels_of
from loaders.table import Context, FormTable
from loaders.tables import read_tables
from loaders.tables.used import rule_applied
from loaders.unfilled import nothing_filled

EARLIER = """
    select submission_id, received_at, received_by, version, state
    from submission_state
    where sha256 = ?
    order by submission_id
"""
# States in which what was received counts for nothing any more, so that sending it again may mean
# that it should.
_PUT_ASIDE = frozenset({"superseded", "withdrawn"})


@dataclass(frozen=True)
class Earlier:
    """The first time the same bytes were stored: which submissions, when (UTC) and by whom.

    `put_aside` are the versions of those among them that were superseded or withdrawn since.
    """

    submissions: tuple[int, ...]
    received_at: datetime | None
    received_by: str | None
    put_aside: tuple[int, ...] = ()

    @property
    def finding(self) -> Finding:
        """older_version when sending it again may mean that it should count again."""
        when = self.received_at.isoformat(" ", "minutes") if self.received_at else "-"
        params = {"received_at": when, "received_by": self.received_by or "-"}
        if self.put_aside:
            params["version"] = ", ".join(map(str, self.put_aside))
            return Finding("older_version", value=when, params=params)
        return Finding("already_received", value=when, params=params)


@dataclass(frozen=True)
class Examination:
    """All there is to know of a file before it is stored; its cells have been read once.

    `report` is what would become of it: accepted when nothing blocks and there are facts to store.
    `given` and `form_name` are what was said about the file by whoever brought it, `rules` the
    answers by which it was read. `left_out` counts the rows left out of the table with a sheet and
    header row, when only the good ones were chosen.
    """

    path: Path
    report: FileReport
    tables: tuple[FormTable, ...] = ()
    kind: str = "unknown"
    encoding: str | None = None
    given: Context = field(default_factory=Context)
    form_name: str | None = None
    rules: RuleBook = NO_RULES
    left_out: Mapping[tuple[str, int], int] = field(default_factory=dict)

    @property
    def storable(self) -> tuple[FormTable, ...]:
        """The tables of an accepted file; those of a rejected one may lack what makes a fact."""
        return self.tables if self.report.state == "accepted" else ()

    def left_out_of(self, tables: Iterable[FormTable]) -> int:
        """How many rows of these tables were left out as they held errors."""
        return sum(self.left_out.get((table.sheet, table.header_row), 0) for table in tables)


def examine_file(
    con: duckdb.DuckDBPyConnection | None,
    path: Path,
    given: Context,
    form: str | None = None,
) -> Examination:
    """Reads and checks a file; with a store also against what it holds. Writes nothing.

    The same bytes as before are not read again. Raises OSError when the file cannot be opened.
    """
    sha256 = fingerprint(path)
    if con is not None and (earlier := find_earlier(con, sha256)):
        return already(path, sha256, earlier)
    return examine_read(con, path, sha256, read_workbook(path), given, form)


def examine_read(
    con: duckdb.DuckDBPyConnection | None,
    path: Path,
    sha256: str,
    workbook: Workbook | Refusal,
    given: Context,
    form: str | None = None,
) -> Examination:
    """The same for a file whose cells have been read, or refused, already."""
    examination = examine_alone(path, sha256, workbook, given, form, rulebook(con))
    return examination if con is None else compared(con, examination)


def examine_alone(
    path: Path,
    sha256: str,
    workbook: Workbook | Refusal,
    given: Context,
    form: str | None = None,
    rules: RuleBook = NO_RULES,
) -> Examination:
    """What a file whose cells have been read says by itself, without looking into any store.

    `rules` are what people answered about earlier files.
    """
    if isinstance(workbook, Refusal):
        refused = Finding(workbook.code, params=dict(workbook.params))
        report = FileReport(path.name, sha256, "rejected", (), (), (refused,))
        return Examination(path, report, given=given, form_name=form, rules=rules)
    reading = read_tables(workbook, given, form, rules)
    findings = [Finding(note.code, params=dict(note.params)) for note in workbook.notes]
    if whose := rule_of_sender(reading.tables, rules, path.name, sha256):
        rule, sheet = whose
        findings.append(rule_applied(sheet, rule, [(0, None)]))
        if rule.answer != NOBODY:
            reading = read_tables(workbook, given, form, rules, Context(agency=rule.answer))
    tables = tuple(table for table in reading.tables if table.rows.num_rows)
    findings += reading.findings
    findings += [finding for table in reading.tables for finding in table.findings]
    findings += [finding for table in tables for finding in check_table(table, rules)]
    if nothing_filled(tables) and not any(finding.blocks for finding in findings):
        findings.append(Finding("empty_file"))
    sheets = tuple(SheetReport(t.sheet, t.form.name, t.rows.num_rows) for t in tables)
    report = _judged(FileReport(path.name, sha256, "accepted", (), sheets, ()), findings)
    return Examination(path, report, tables, workbook.kind, workbook.encoding, given, form, rules)


def compared(con: duckdb.DuckDBPyConnection, examination: Examination) -> Examination:
    """The examination with what shows only beside the submissions of the store."""
    found = [
        finding
        for table in examination.tables
        for finding in check_against_store(con, table, examination.rules)
    ]
    found += ask_whose(
        con,
        examination.tables,
        examination.rules,
        examination.path.name,
        examination.report.sha256,
    )
    if examination.report.state == "accepted":
        parcels = parcels_of(examination.tables)
        found += [finding for parcel in parcels for finding in near_duplicates(con, parcel)]
    own = not_settled(con, examination.tables, examination.report.findings)
    if not found and own == examination.report.findings:
        return examination
    report = _judged(examination.report, [*own, *found])
    return replace(examination, report=report)


def already(path: Path, sha256: str, earlier: Earlier) -> Examination:
    """The outcome for bytes that are in the store."""
    report = FileReport(
        path.name, sha256, "already_received", earlier.submissions, (), (earlier.finding,)
    )
    return Examination(path, report)


def find_earlier(con: duckdb.DuckDBPyConnection, sha256: str) -> Earlier | None:
    """The submissions stored from the same bytes; None when there are none."""
    rows = con.execute(EARLIER, [sha256]).fetchall()
    if not rows:
        return None
    put_aside = tuple(version for *_, version, state in rows if state in _PUT_ASIDE)
    return Earlier(tuple(row[0] for row in rows), rows[0][1], rows[0][2], put_aside)


def stored_among(con: duckdb.DuckDBPyConnection, prints: Iterable[str]) -> set[str]:
    """Those of the fingerprints whose bytes are stored as submissions."""
    query = "select distinct sha256 from submission where sha256 in $prints"
    return {sha256 for (sha256,) in con.execute(query, {"prints": list(prints)}).fetchall()}


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """File first, then sheet by sheet as met, in each from the top left; each thing said once."""
    unique = {repr(finding): finding for finding in findings}.values()
    sheets = {None: -1}
    for finding in unique:
        sheets.setdefault(finding.sheet, len(sheets))
    return tuple(sorted(unique, key=lambda finding: (sheets[finding.sheet], *_place(finding))))


def _place(finding: Finding) -> tuple[int, int]:
    return (
        -1 if finding.row is None else finding.row,
        -1 if finding.col is None else finding.col,
    )


def _judged(report: FileReport, findings: list[Finding]) -> FileReport:
    """The report with these findings, accepted when none of them blocks."""
    state = "rejected" if any(finding.blocks for finding in findings) else "accepted"
    return replace(report, state=state, findings=in_reading_order(findings))
