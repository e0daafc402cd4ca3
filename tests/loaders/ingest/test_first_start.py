"""A first start makes the whole database, or none."""

import pytest

from loaders import demonstration, first_start
from loaders.demo import write_workbooks
from loaders.demo.schedule import sendings
from store import open_store


@pytest.fixture(autouse=True)
def small_demonstration(monkeypatch):
    """Three workbooks of the set instead of hundreds."""

    def few(folder):
        return write_workbooks(folder, wanted=sendings(("50",))[:3])

    monkeypatch.setattr(first_start, "write_workbooks", few)
    monkeypatch.setattr(demonstration, "write_workbooks", few)


def test_the_database_holds_samples_and_demonstration_set_and_says_which(tmp_path):
    database = tmp_path / "strategy.duckdb"
    assert not first_start.is_prepared(database)
    seen = []
    prepared = first_start.prepare(database, tmp_path, lambda *step: seen.append(step))
    assert first_start.is_prepared(database)
    reports = [*prepared.samples, *prepared.demonstration]
    assert {report.state for report in reports} == {"accepted"}
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)
    assert {total for _, total, _ in seen} == {len(reports)}
    with open_store(database) as con:
        marked = con.execute("select demo, count(distinct sha256) from submission group by all")
        assert dict(marked.fetchall()) == {
            False: len(prepared.samples),
            True: len(prepared.demonstration),
        }


def test_a_start_that_was_broken_off_leaves_no_database_and_begins_anew(tmp_path):
    database = tmp_path / "strategy.duckdb"

    def switch_off(done, total, name):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        first_start.prepare(database, tmp_path, switch_off)
    assert not first_start.is_prepared(database)
    first_start.prepare(database, tmp_path)
    assert first_start.is_prepared(database)


def test_the_demonstration_set_goes_with_one_act_and_comes_back_with_another(tmp_path):
    with open_store(tmp_path / "a.duckdb") as con:

        def shown():
            return con.execute("select count(*) from published_at(null) where demo").fetchall()

        demonstration.install(con, tmp_path)
        ((before,),) = shown()
        facts = con.execute("select count(*) from raw_cell").fetchall()
        assert demonstration.remove(con) == before
        assert shown() == [(0,)]
        demonstration.install(con, tmp_path)
        assert shown() == [(before,)]
        assert con.execute("select count(*) from raw_cell").fetchall() == facts
