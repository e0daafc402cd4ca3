"""The one door to the database: one writer, all or nothing, nothing reaches outside."""

import threading

import duckdb
import pytest

from store import (
    QueryError,
    StoreDown,
    StoreError,
    data_version,
    in_transaction,
    open_store,
    run_query,
    transaction,
)
from store.schema_steps import apply_schema


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


def test_a_process_may_open_the_same_store_twice(tmp_path):
    with (
        open_store(tmp_path / "a.duckdb", threads=2) as one,
        open_store(tmp_path / "a.duckdb") as two,
    ):
        with transaction(one):
            one.execute("insert into kpi_limit values ('test', 2550, null, 3)")
        query = "select max_count from kpi_limit where owner_level = 'test'"
        assert two.execute(query).fetchall() == [(3,)]


def test_opening_again_changes_nothing(tmp_path):
    with open_store(tmp_path / "a.duckdb") as con:
        steps = con.execute("from schema_step").fetchall()
    with open_store(tmp_path / "a.duckdb") as con:
        assert con.execute("from schema_step").fetchall() == steps
        assert apply_schema(con) == []


def test_reference_facts_of_an_older_release_are_replaced(tmp_path):
    with open_store(tmp_path / "a.duckdb") as con:
        con.execute("delete from area")
        con.execute("update schema_step set step = 'reference old' where step like 'reference %'")
    with open_store(tmp_path / "a.duckdb") as con:
        assert con.execute("select count(*) from area where level = 'province'").fetchall() == [
            (77,)
        ]


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "a.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreError, match=r"a\.duckdb"):
        open_store(path)


def test_every_table_and_column_says_in_thai_what_it_holds(con):
    undescribed = con.execute("""
        select table_name, column_name from duckdb_columns()
        where not internal and comment is null
            and table_name in (select table_name from duckdb_tables())
        union all
        select table_name, null from duckdb_tables() where comment is null
    """).fetchall()
    assert undescribed == []


def test_a_transaction_that_raises_leaves_nothing(con):
    before = con.execute("select count(*) from kpi_limit").fetchall()

    def fail_half_way():
        with transaction(con):
            con.execute("insert into kpi_limit values ('test', 2550, null, 3)")
            raise KeyError("half way")

    with pytest.raises(KeyError, match="half way"):
        fail_half_way()
    assert con.execute("select count(*) from kpi_limit").fetchall() == before
    with transaction(con):
        con.execute("delete from kpi_limit")


def test_a_statement_that_fails_is_what_the_caller_hears_of(con):
    with pytest.raises(duckdb.ConstraintException, match="NOT NULL"), transaction(con):
        con.execute("insert into write_lock values (null)")
    with transaction(con):
        pass


def test_writers_of_several_threads_take_turns(con):
    con.execute("create table tally (n integer)")
    con.execute("insert into tally values (0)")
    failures = []

    def add(cursor):
        try:
            for _ in range(20):
                with transaction(cursor):
                    ((n,),) = cursor.execute("select n from tally").fetchall()
                    cursor.execute("update tally set n = ?", [n + 1])
        except duckdb.Error as error:
            failures.append(error)

    threads = [threading.Thread(target=add, args=(con.cursor(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (failures, con.execute("from tally").fetchall()) == ([], [(80,)])


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/passwd')",
        "copy area to '/tmp/area.csv'",
        "install httpfs",
        "attach '/tmp/other.duckdb'",
        "set enable_external_access = true",
    ],
)
def test_nothing_reaches_outside_the_database(con, statement):
    with pytest.raises(duckdb.Error):
        con.execute(statement)


def test_the_data_version_changes_with_every_transaction_and_not_by_itself(con):
    versions = [data_version(con), data_version(con)]
    for _ in range(2):
        with transaction(con):
            pass
        versions.append(data_version(con))

    assert versions[0] == versions[1]
    assert len(set(versions)) == 3


def test_a_query_gets_exactly_the_parameters_it_names(con, tmp_path):
    path = tmp_path / "limit_of.sql"
    path.write_text("select $level as level, $fiscal_year + 1 as next_year", encoding="utf-8")
    parameters = {"level": "province", "fiscal_year": 2568, "unused": 1}
    assert run_query(con, path, parameters).fetchall() == [("province", 2569)]


def test_a_query_that_fails_says_which_and_shows_its_sql(con, tmp_path):
    path = tmp_path / "broken.sql"
    path.write_text("select nothing from nowhere where a = $a", encoding="utf-8")
    for given in ({"a": 1}, {}):
        with pytest.raises(QueryError, match=r"(?s)broken.*from nowhere"):
            run_query(con, path, given)


def test_a_writer_that_was_overtaken_tries_again_and_gives_up_in_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    tried = []

    def overtaken(times):
        def action():
            tried.append(times)
            if tried.count(times) <= times:
                raise duckdb.TransactionException("Conflict on update!")
            return "done"

        return action

    with open_store(tmp_path / "a.duckdb") as con:
        assert in_transaction(con, overtaken(2)) == "done"
        with pytest.raises(duckdb.TransactionException):
            in_transaction(con, overtaken(9))
    assert (tried.count(2), tried.count(9)) == (3, 5)


def test_a_database_that_stops_is_told_apart(tmp_path):
    def stopping():
        raise duckdb.FatalException("disk is full")

    with (
        open_store(tmp_path / "a.duckdb") as con,
        pytest.raises(StoreDown, match="disk is full"),
    ):
        in_transaction(con, stopping)


def test_views_are_made_again_when_they_are_not_the_ones_the_database_has(tmp_path):
    path = tmp_path / "store.duckdb"
    with open_store(path) as con:
        con.execute("drop view area_within")
    with open_store(path) as con:
        (kept,) = con.execute(
            "select count(*) from duckdb_views() where view_name = 'area_within'"
        ).fetchone()
        con.execute("update schema_step set step = 'views older' where starts_with(step, 'views ')")
    with open_store(path) as con:
        assert con.execute("select count(*) > 77 from area_within").fetchone() == (True,)
        steps = con.execute(
            "select count(*) from schema_step where starts_with(step, 'views ')"
        ).fetchone()

    # What was dropped by hand stays dropped: nothing is made anew that has not changed.
    assert (kept, steps) == (0, (1,))
