"""The bytes that came in are kept whole, once, under their fingerprint."""

import hashlib
import shutil
from types import SimpleNamespace

import pytest

from loaders import received
from loaders.received import FileChanged, Received, fingerprint, keep, require_room
from store import StoreError


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "งบประมาณ.xlsx"
    path.write_bytes(b"bytes of a workbook")
    return path


def test_a_file_is_kept_under_its_fingerprint(sent, tmp_path):
    sha256 = hashlib.sha256(sent.read_bytes()).hexdigest()
    assert fingerprint(sent) == sha256
    kept = keep(sent, tmp_path / "data", sha256)
    assert kept == Received(sha256, 19, f"received/{sha256[:2]}/{sha256}")
    assert (tmp_path / "data" / kept.stored_path).read_bytes() == sent.read_bytes()
    assert keep(sent, tmp_path / "data", sha256) == kept


def test_a_file_that_changed_meanwhile_is_not_kept(sent, tmp_path):
    sha256 = fingerprint(sent)
    sent.write_bytes(b"other bytes")
    with pytest.raises(FileChanged):
        keep(sent, tmp_path / "data", sha256)
    assert [path for path in (tmp_path / "data").rglob("*") if path.is_file()] == []


def test_a_full_disk_is_said_before_anything_is_written(sent, tmp_path, monkeypatch):
    nearly_full = SimpleNamespace(disk_usage=lambda folder: shutil._ntuple_diskusage(9, 8, 1))
    monkeypatch.setattr(received, "shutil", nearly_full)
    with pytest.raises(StoreError, match="disk nearly full"):
        require_room(sent, tmp_path / "data")
