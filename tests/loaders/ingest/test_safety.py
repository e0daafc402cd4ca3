"""Killed, out of disk, from many sides at once, or fed with poison: whole workbooks or none."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.ingest import ingest_file, ingest_files
from store import open_store

ROOT = Path(__file__).parents[3]
ROWS = 5
KILLS = 32
SLOWEST_SECONDS = 10


def written(path, fiscal_year):
    book = Workbook()
    book.active.append(["จังหวัด", "ปีงบประมาณ", "แผนงาน", "งบประมาณ (บาท)"])
    for number in range(ROWS):
        book.active.append(["เชียงใหม่", fiscal_year, f"แผน {number}", 1000 + number])
    book.save(path)
    return path


@pytest.fixture
def paths(tmp_path):
    return [written(tmp_path / f"{year}.xlsx", year) for year in range(2550, 2562)]


@pytest.fixture
def data_dir(tmp_path):
    return tmp_path / "data"


# Everything is imported once; each line asks for a child of this process that takes the files in.
NURSERY = """
import os, sys
from pathlib import Path
from loaders.ingest import ingest_file, ingest_files
from store import open_store
data_dir, *paths = map(Path, sys.argv[1:])
print("ready", flush=True)
for line in sys.stdin:
    how, database = line.rstrip("\\n").split(" ", 1)
    if child := os.fork():
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)
        continue
    with open_store(database) as con:
        print("open", flush=True)
        if how == "batch":
            ingest_files(con, paths, data_dir=data_dir)
        for path in paths if how == "single" else ():
            print(ingest_file(con, path, data_dir=data_dir).sha256, flush=True)
    os._exit(0)
"""


@pytest.fixture
def nursery(paths, data_dir):
    command = [sys.executable, "-c", NURSERY, str(data_dir), *map(str, paths)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        yield process
        process.stdin.close()


def killed(nursery, how, database, seconds):
    """What a child acknowledged before it was killed that long after it opened the store."""
    print(how, database, file=nursery.stdin, flush=True)
    child = None
    acknowledged = set()
    for line in nursery.stdout:
        said = line.strip()
        if said == "ended":
            return acknowledged
        if said == "open":
            threading.Timer(seconds, end, [child]).start()
        elif child is None:
            child = int(said)
        else:
            acknowledged.add(said)
    raise AssertionError("the nursery died")


def end(process):
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children")
def test_killed_at_any_moment_each_workbook_is_in_whole_or_not_at_all(
    nursery, paths, data_dir, tmp_path
):
    moments = random.Random(20260)
    database, known, stores = tmp_path / "0.duckdb", set(), 1
    for number in range(KILLS):
        how = "batch" if number % 2 else "single"
        known |= killed(nursery, how, database, moments.uniform(0, 0.4))
        with open_store(database) as con:
            stored = whole_workbooks(con)
        assert known <= stored
        received = {path.name: path for path in data_dir.rglob("*") if path.is_file()}
        assert stored <= received.keys()
        if len(stored) == len(paths):
            database, known, stores = tmp_path / f"{stores}.duckdb", set(), stores + 1
    with open_store(database) as con:
        reports = ingest_files(con, paths, data_dir=data_dir)
        assert {report.state for report in reports} <= {"accepted", "already_received"}
        assert len(whole_workbooks(con)) == len(paths)


def whole_workbooks(con):
    """The fingerprints stored; fails when one is there in part or twice."""
    stored = con.execute("""
        select sha256, count(fact.src_row), count(distinct submission_id), any_value(state)
        from submission_state
        left join fact_budget_plan as fact using (submission_id)
        group by sha256
    """).fetchall()
    assert {(rows, count, state) for _, rows, count, state in stored} <= {(ROWS, 1, "published")}
    return {sha256 for sha256, *_ in stored}


@pytest.mark.parametrize("threads", [8])
def test_the_same_files_from_many_threads_are_stored_once(tmp_path, paths, data_dir, threads):
    reports, failures = [], []

    def take_in(con, seed):
        order = random.Random(seed).sample(paths, len(paths))
        try:
            reports.extend(ingest_file(con, path, data_dir=data_dir) for path in order)
        except BaseException as error:
            failures.append(error)

    with open_store(tmp_path / "a.duckdb") as con:
        workers = [threading.Thread(target=take_in, args=(con.cursor(), n)) for n in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert failures == []
        states = [report.state for report in reports]
        assert states.count("accepted") == len(paths)
        assert states.count("already_received") == (threads - 1) * len(paths)
        assert len(whole_workbooks(con)) == len(paths)


# A file may not grow beyond the limit, as on a disk that is full.
FULL = """
import json, resource, sys
from pathlib import Path
from loaders.ingest import ingest_file
from store import StoreError, open_store
database, data_dir, *paths = map(Path, sys.argv[1:])
con = open_store(database)
con.execute("checkpoint")
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, resource.RLIM_INFINITY))
accepted = []
for path in paths:
    try:
        accepted.append(ingest_file(con, path, data_dir=data_dir).sha256)
    except StoreError as error:
        readable = con.execute("select count(*) from submission").fetchone()[0]
        print(json.dumps([accepted, readable, str(error)]), flush=True)
        break
import os
os._exit(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits file sizes by rlimit")
def test_a_full_disk_is_told_and_what_was_stored_stays(tmp_path, paths, data_dir):
    database = tmp_path / "a.duckdb"
    command = [sys.executable, "-c", FULL, str(database), str(data_dir), *map(str, paths)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    accepted, readable, reason = json.loads(told)
    assert 0 < len(accepted) == readable < len(paths)
    assert "nothing was stored" in reason
    with open_store(database) as con:
        assert whole_workbooks(con) == set(accepted)
        states = [one.state for one in ingest_files(con, paths, data_dir=data_dir)]
        assert states.count("already_received") == len(accepted)
        assert len(whole_workbooks(con)) == len(paths)


SHEET = "<worksheet><sheetData>{rows}</sheetData></worksheet>"
PARTS = {
    "[Content_Types].xml": '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": (
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>"
    ),
}


def package(sheet, **more):
    def write(path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in (PARTS | {"xl/worksheets/sheet1.xml": sheet} | more).items():
                archive.writestr(name, text)

    return write


def cut_off(path):
    written(path, 2569)
    path.write_bytes(path.read_bytes()[:-700])


def blank_rows(path):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["รายงาน"])
    for _ in range(20_000):
        sheet.append([None, None, ""])
    book.save(path)


HOSTILE = {
    "nothing": lambda path: path.write_bytes(b""),
    "noise": lambda path: path.write_bytes(random.Random(1).randbytes(5_000)),
    "cut_off": cut_off,
    "encrypted": lambda path: path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + "EncryptedPackage".encode("utf-16-le")
    ),
    "html_without_table": lambda path: path.write_text("<html><p>ไม่มี</p></html>", "utf-8"),
    "bomb": package(SHEET.format(rows=" " * 30_000_000)),
    "far_cell": package(SHEET.format(rows='<row><c r="XFD1048576"><v>1</v></c></row>')),
    "no_such_cell": package(SHEET.format(rows='<row><c r="ZZZZZZZ1"><v>1</v></c></row>')),
    "entities": package(
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        + SHEET.format(rows='<row><c r="A1" t="str"><v>&b;</v></c></row>')
    ),
    "many_strings": package(
        SHEET.format(rows='<row><c r="A1" t="s"><v>0</v></c></row>'),
        **{"xl/sharedStrings.xml": '<sst count="4294967295" uniqueCount="4294967295"/>'},
    ),
    "outside": package(SHEET.format(rows=""), **{"../../outside.xml": "x"}),
    "blank_rows": blank_rows,
    "lock_file": lambda path: path.write_bytes(b"\x05user" + bytes(160)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_in_time_and_harms_nothing(tmp_path, data_dir, name):
    path = tmp_path / f"{name}.xlsx"
    HOSTILE[name](path)
    honest = written(tmp_path / "honest.xlsx", 2569)
    with open_store(":memory:") as con:
        started = time.monotonic()
        refused, accepted = ingest_files(con, [path, honest], data_dir=data_dir)
        assert time.monotonic() - started < SLOWEST_SECONDS
        assert refused.state == "rejected"
        assert [one.code for one in refused.findings if one.blocks]
        assert all(one.message(lang) for one in refused.findings for lang in ("th", "en"))
        assert accepted.state == "accepted"
        assert len(whole_workbooks(con)) == 1
