"""Files that wait: kept whole, found again after a restart, and gone when taken out."""

import json

import pytest

from loaders import inbox
from loaders.report import FileReport
from loaders.slots import Slot
from loaders.table import Context

NAME = "งบประมาณ เชียงใหม่.xlsx"


def test_a_file_waits_under_its_own_name_until_it_is_taken_out(tmp_path):
    put = inbox.put(tmp_path, NAME, b"cells", actor="somchai")

    assert inbox.waiting(tmp_path) == (put,)
    assert (put.path.name, put.path.read_bytes(), put.brought_by) == (NAME, b"cells", "somchai")

    inbox.take_out(tmp_path, put.sha256)

    assert inbox.waiting(tmp_path) == ()
    assert list((tmp_path / "work").iterdir()) == []


def test_the_same_bytes_under_another_name_wait_once(tmp_path):
    first = inbox.put(tmp_path, NAME, b"cells", actor="somchai")
    again = inbox.put(tmp_path, "สำเนา.xlsx", b"cells", actor="malee")

    assert again == first
    assert inbox.waiting(tmp_path) == (first,)


def test_what_was_said_and_found_is_there_after_a_restart(tmp_path):
    given = Context(area_code="50", agency="สำนักงานจังหวัด", fiscal_year=2569, quarter=2)
    slot = Slot("kpi_results", "สำนักงานจังหวัด", "50", 2569, 2, ("hai",))
    put = inbox.put(tmp_path, NAME, b"cells")
    report = FileReport(NAME, put.sha256, "rejected", (), (), ())
    inbox.answer(tmp_path, put.sha256, given, "kpi_results")
    inbox.note_outcome(tmp_path, put.sha256, report, [slot])

    (found,) = inbox.waiting(tmp_path)

    assert (found.given, found.form) == (given, "kpi_results")
    assert found.outcome == inbox.Outcome("rejected", (slot,))


def test_an_answer_asks_for_a_new_examination(tmp_path):
    put = inbox.put(tmp_path, NAME, b"cells")
    inbox.note_outcome(
        tmp_path, put.sha256, FileReport(NAME, put.sha256, "rejected", (), (), ()), []
    )

    assert inbox.answer(tmp_path, put.sha256, Context(area_code="50"), None).outcome is None


def test_what_another_session_took_out_is_not_written_again(tmp_path):
    put = inbox.put(tmp_path, NAME, b"cells")
    inbox.take_out(tmp_path, put.sha256)
    inbox.note_outcome(
        tmp_path, put.sha256, FileReport(NAME, put.sha256, "accepted", (), (), ()), []
    )
    inbox.take_out(tmp_path, put.sha256)

    assert inbox.waiting(tmp_path) == ()


def test_a_kill_while_a_file_is_written_leaves_no_half_of_it(tmp_path, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(inbox, "_write_about", killed)
    with pytest.raises(KeyboardInterrupt):
        inbox.put(tmp_path, NAME, b"cells")

    assert inbox.waiting(tmp_path) == ()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("folder/sub/a.xlsx", "a.xlsx"),
        ("..\\..\\a.xlsx", "a.xlsx"),
        ("..", "-"),
        ("about.json", "_about.json"),
        ("a:b*?.xls", "a-b-.xls"),
        ("ก" * 200 + ".xlsx", "ก" * 80 + ".xlsx"),
    ],
)
def test_a_name_never_leads_out_of_its_folder(tmp_path, sent, kept):
    put = inbox.put(tmp_path, sent, b"cells")

    assert put.path == tmp_path / "work" / put.sha256 / kept
    assert json.loads((put.path.parent / inbox.ABOUT).read_text(encoding="utf-8"))
