"""What a new version would change, told before it is stored."""

from decimal import Decimal

import pytest
from openpyxl import Workbook

from loaders.difference import Place, differences, version_difference
from loaders.examine import examine_file
from loaders.identity import IDENTITY
from loaders.ingest import ingest_file
from loaders.submissions import UnknownSubmission
from loaders.table import Context
from store import open_store

HEADER = ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)")
GIVEN = Context(area_code="50", agency="สำนักงานจังหวัดเชียงใหม่", fiscal_year=2569)


@pytest.fixture
def con():
    with open_store(":memory:") as con:
        yield con


def workbook(folder, name, *rows, header=HEADER):
    book = Workbook()
    for row in (header, *rows):
        book.active.append(row)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def compare(con, path, given=GIVEN):
    return differences(con, examine_file(con, path, given).storable)


def test_without_an_earlier_version_everything_is_new(con, tmp_path):
    path = workbook(tmp_path, "first", ("น้ำ", 2, 100), ("ป่า", 3, 200))

    (found,) = compare(con, path)

    assert (found.new, found.changed, found.removed, found.unchanged) == (2, 0, 0, 0)
    assert found.standing == ()
    assert {change.about["plan"] for change in found.changes} == {"น้ำ", "ป่า"}


def test_each_changed_figure_is_told_with_what_stands_now(con, tmp_path):
    first = workbook(tmp_path, "first", ("น้ำ", 2, 100), ("ป่า", 3, 200), ("คน", 1, 50))
    again = workbook(tmp_path, "again", ("น้ำ", 2, 151), ("ป่า", 3, 200), ("เมือง", 4, 70))
    report = ingest_file(con, first, GIVEN, data_dir=tmp_path)

    (found,) = compare(con, again)

    assert (found.new, found.changed, found.removed, found.unchanged) == (1, 1, 1, 1)
    assert found.standing == report.submissions
    assert [
        (one.kind, one.about["plan"], one.row, one.column, one.before, one.after, one.jump_pct)
        for one in found.changes
    ] == [
        ("changed", "น้ำ", 2, "budget_thb", "100", "151", Decimal("51.0")),
        ("removed", "คน", None, None, None, None, None),
        ("new", "เมือง", 4, None, None, None, None),
    ]
    assert found.jumps == 1


def test_a_missing_figure_is_not_taken_for_zero(con, tmp_path):
    ingest_file(con, workbook(tmp_path, "first", ("น้ำ", 2, 100)), GIVEN, data_dir=tmp_path)

    (found,) = compare(con, workbook(tmp_path, "again", ("น้ำ", None, 100)))

    (change,) = found.changes
    assert (change.column, change.before, change.after) == ("project_count", "2", None)
    assert change.jump_pct is None


def test_a_target_is_known_by_the_name_of_its_indicator(con, tmp_path):
    header = ("ตัวชี้วัด", "หน่วยวัด", "เป้าหมาย 2569")
    first = workbook(tmp_path, "first", ("จำนวนผู้ป่วย", "คน", 10), header=header)
    again = workbook(tmp_path, "again", ("จำนวนผู้ป่วย", "คน", 12), header=header)
    ingest_file(con, first, GIVEN, data_dir=tmp_path)

    changed = [one for found in compare(con, again) for one in found.changes]

    targets = [one for one in changed if one.fact == "fact_target"]
    assert [(one.about["kpi"], one.before, one.after) for one in targets] == [
        ("จำนวนผู้ป่วย", "10", "12")
    ]


def test_comparing_leaves_the_store_as_it_was(con, tmp_path):
    ingest_file(con, workbook(tmp_path, "first", ("น้ำ", 2, 100)), GIVEN, data_dir=tmp_path)
    before = con.execute(
        "select table_name, temporary from duckdb_tables() order by all"
    ).fetchall()

    compare(con, workbook(tmp_path, "again", ("น้ำ", 2, 101)))

    after = con.execute("select table_name, temporary from duckdb_tables() order by all").fetchall()
    assert after == before
    assert con.execute("select budget_thb from fact_budget_plan").fetchall() == [(Decimal(100),)]


def test_a_rejected_file_would_change_nothing(con, tmp_path):
    assert compare(con, workbook(tmp_path, "bad", ("น้ำ", "สอง", 100))) == ()


def test_every_table_of_facts_can_be_compared(con):
    tables = con.execute(
        "select table_name from duckdb_tables() where table_name like 'fact\\_%' escape '\\'"
    ).fetchall()

    assert {name for (name,) in tables} == set(IDENTITY)


def test_a_change_is_told_with_its_cell_in_both_versions(con, tmp_path):
    first = workbook(tmp_path, "first", ("น้ำ", 2, 100), ("ป่า", 3, 200))
    ingest_file(con, first, GIVEN, data_dir=tmp_path)
    turned = [("ป่า", 3, 20), ("คน", 1, 5), ("น้ำ", 2, 100)]

    (found,) = compare(con, workbook(tmp_path, "again", *turned))

    places = [(one.about["plan"], one.place, one.old_place) for one in found.changes]
    assert places == [
        ("ป่า", Place("Sheet", "C2"), Place("Sheet", "C3")),
        ("คน", Place("Sheet", "3"), None),
    ]
    # Three values of a plan: of nine, one differs and a row of three is new (its order is no value).
    assert found.equal_share == pytest.approx(1 - (1 + 3) / 9)


def test_two_stored_versions_compare_as_the_file_did_with_the_first(con, tmp_path):
    first = workbook(tmp_path, "first", ("น้ำ", 2, 100), ("ป่า", 3, 200), ("คน", 1, 50))
    again = workbook(tmp_path, "again", ("น้ำ", 2, 151), ("ป่า", 3, 200), ("เมือง", 4, 70))
    (older,) = ingest_file(con, first, GIVEN, data_dir=tmp_path).submissions
    (told,) = compare(con, again)
    (newer,) = ingest_file(con, again, GIVEN, data_dir=tmp_path).submissions

    assert version_difference(con, older, newer) == told
    back = version_difference(con, newer, older)
    assert (back.new, back.changed, back.removed, back.unchanged) == (1, 1, 1, 1)
    assert next((one.kind, one.before, one.after) for one in back.changes) == (
        "changed",
        "151",
        "100",
    )


def test_versions_that_do_not_exist_cannot_be_compared(con):
    with pytest.raises(UnknownSubmission):
        version_difference(con, 1, 2)


def test_jumps_are_counted_beyond_what_is_listed(con, tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.difference.MOST_CHANGES", 3)
    plans = [(f"แผน {number}", 1, 100) for number in range(8)]
    ingest_file(con, workbook(tmp_path, "first", *plans), GIVEN, data_dir=tmp_path)

    (found,) = compare(con, workbook(tmp_path, "again", *((plan, 1, 200) for plan, _, _ in plans)))

    assert (found.jumps, found.changed, len(found.changes)) == (8, 8, 3)
