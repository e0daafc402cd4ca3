"""A child started before it is needed reads the same, once, and ends when nobody asks it anything."""

from openpyxl import Workbook

from loaders.reading import read_workbook, sandbox


def test_the_next_workbook_is_read_by_the_child_that_waits(tmp_path):
    book = Workbook()
    for row in range(40):
        book.active.append([f"แถว {row}", row])
    book.save(tmp_path / "แบบ.xlsx")
    sandbox.start_early()
    (waiting,) = sandbox._early

    early = read_workbook(tmp_path / "แบบ.xlsx")
    later = read_workbook(tmp_path / "แบบ.xlsx")

    assert waiting.returncode == 0
    assert sandbox._early == []
    assert early == later


def test_a_child_that_gets_no_jobs_ends_without_an_error():
    sandbox.start_early()
    waiting = sandbox._early.pop()

    waiting.communicate(b"", timeout=30)

    assert waiting.returncode == 0
