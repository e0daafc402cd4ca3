from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

import store
from store import reference
from store.reference import load_reference, require_known_areas, require_unique
from store.reference_files import REFERENCE_DIR, ReferenceDataError, read_rows

SCHEMA = Path(store.__file__).parent / "schema"


@pytest.fixture
def con():
    with duckdb.connect() as connection:
        for step in sorted(SCHEMA.glob("*.sql")):
            connection.execute(step.read_text(encoding="utf-8"))
        yield connection


@pytest.fixture
def loaded(con):
    load_reference(con)
    return con


def counts(con) -> dict[str, int]:
    tables = ("area", *reference._TABLES)
    return {name: con.execute(f"select count(*) from {name}").fetchone()[0] for name in tables}


def test_every_table_is_filled_and_loading_again_changes_nothing(loaded):
    first = counts(loaded)
    assert (
        first
        | {
            "area": 1 + 22 + 77 + 928,
            "group_member": 76 + 76,
            "tile_map": 77,
            "disbursement_target": 35,
            "fiscal_year_note": 2,
            "kpi_limit": 4,
            "grade_rule": 4,
            "grade_band": 3,
            "risk_band": 4,
            "named_period": 15,
            "kpi_scheme_node": 34,
            "kpi_topic_word": 41,
            "kpi_topic_link": 34,
            "kpi_base_year": 1,
        }
        == first
    )
    assert min(first.values()) > 0
    load_reference(loaded)
    assert counts(loaded) == first


def test_loading_belongs_to_the_transaction_of_the_caller(con):
    con.execute("begin transaction")
    load_reference(con)
    con.execute("rollback")
    assert set(counts(con).values()) == {0}


def test_members_of_every_group_today(loaded):
    rows = loaded.execute(
        "select group_code, count(*) from group_member where valid_to is null group by group_code"
    ).fetchall()
    north = {"upper-north-1": 4, "upper-north-2": 4, "lower-north-1": 5, "lower-north-2": 4}
    northeast = {
        "upper-northeast-1": 5,
        "upper-northeast-2": 3,
        "central-northeast": 4,
        "lower-northeast-1": 4,
        "lower-northeast-2": 4,
    }
    central = {
        "upper-central": 6,
        "central-vicinity": 4,
        "lower-central-1": 3,
        "lower-central-2": 4,
    }
    east = {"east-1": 3, "east-2": 5}
    south = {"south-gulf": 5, "south-andaman": 6}
    border = {"south-border": 3}
    assert dict(rows) == north | northeast | central | east | south | border
    regions = (north, northeast, central, east, south, border)
    assert [sum(region.values()) for region in regions] == [17, 20, 17, 8, 11, 3]


def test_areas_are_in_display_order(loaded):
    provinces = "select name_th from area where level = 'province' order by "
    displayed = loaded.execute(provinces + "sort_order").fetchall()
    assert displayed == loaded.execute(provinces + "name_th collate th").fetchall()
    assert len(displayed) == 77


@pytest.mark.parametrize(
    ("fiscal_year", "quarter", "targets"),
    [
        (2569, None, {("disbursed", "all"): 93, ("disbursed", "current"): 98,
                      ("disbursed", "capital"): 75, ("committed", "all"): 100}),
        (2568, None, {("disbursed", "capital"): 80}),
        (2566, 1, {("disbursed", "all"): 32, ("disbursed", "current"): 35, ("disbursed", "capital"): 19}),
        (2570, 1, {("disbursed", "all"): Decimal("20.3"), ("disbursed", "current"): Decimal("25.8"),
                   ("disbursed", "capital"): Decimal("4.5")}),
        (2569, 1, {}),
    ],
)  # fmt: skip
def test_official_disbursement_targets(loaded, fiscal_year, quarter, targets):
    rows = loaded.execute(
        """
        select measure, spending_type, target_pct from disbursement_target
        where fiscal_year = $year and quarter is not distinct from $quarter
        """,
        {"year": fiscal_year, "quarter": quarter},
    ).fetchall()
    assert {(measure, kind): pct for measure, kind, pct in rows} == targets


def test_targets_without_an_original_are_marked(loaded):
    rows = loaded.execute(
        "select distinct fiscal_year, quarter from disbursement_target where not verified order by all"
    )
    assert rows.fetchall() == [(2566, 2), (2566, 3)]


def test_the_grade_rule_of_2550(loaded):
    bands = loaded.execute(
        "select grade, min_met, max_met from grade_band order by grade"
    ).fetchall()
    assert bands == [("A", 4, 4), ("B", 3, 3), ("C", 0, 2)]
    criteria = loaded.execute(
        "select criterion_key, threshold_pct from grade_rule order by criterion_no"
    )
    assert criteria.fetchall() == [
        ("accounts_pct", 70),
        ("attending_pct", 70),
        ("local_government_joined", None),
        ("written_plan", None),
    ]


def test_a_group_member_row_carries_its_dates(loaded):
    rows = loaded.execute(
        "select group_code, valid_from, valid_to from group_member where province_code = '90' order by 2"
    )
    assert rows.fetchall() == [
        ("south-border", date(2009, 2, 17), date(2017, 11, 17)),
        ("south-gulf", date(2017, 11, 17), None),
    ]


def test_every_table_and_column_says_in_thai_what_it_holds(con):
    tables = con.execute("select table_name, comment from duckdb_tables()").fetchall()
    columns = con.execute(
        "select table_name || '.' || column_name, comment from duckdb_columns() where not internal"
    ).fetchall()
    silent = [name for name, comment in tables + columns if not comment]
    assert silent == []


def test_a_repeated_key_is_refused_before_anything_changes(loaded, monkeypatch):
    def with_a_row_twice(name):
        rows = read_rows(name)
        return [*rows, rows[0]] if name == "tile_map" else rows

    before = counts(loaded)
    monkeypatch.setattr(reference, "read_rows", with_a_row_twice)
    with pytest.raises(ReferenceDataError, match="tile_map"):
        load_reference(loaded)
    assert counts(loaded) == before


def test_unique_and_known_codes_are_required():
    rows = [{"province_code": "50"}, {"province_code": "99"}, {"province_code": "50"}]
    with pytest.raises(ReferenceDataError, match="50"):
        require_unique("file", rows, ("province_code",))
    with pytest.raises(ReferenceDataError, match="99"):
        require_known_areas(rows)


def test_a_province_moved_to_another_region_is_noticed(con, monkeypatch):
    real = reference.group_members

    def with_one_lost(group_code, on):
        return real(group_code, on)[1:] if group_code == "south-gulf" else real(group_code, on)

    monkeypatch.setattr(reference, "group_members", with_one_lost)
    with pytest.raises(ReferenceDataError, match="provinces per region"):
        load_reference(con)


def test_no_two_provinces_share_a_tile_and_neighbours_are_provinces():
    tiles = [(row["tile_column"], row["tile_row"]) for row in read_rows("tile_map")]
    assert len(set(tiles)) == 77
    provinces = {row["province_code"] for row in read_rows("provinces")}
    pairs = [frozenset(row.values()) for row in read_rows("province_neighbours")]
    assert len(set(pairs)) == len(pairs) == 177
    assert set().union(*pairs) <= provinces


def test_every_reference_file_is_explained():
    readme = (REFERENCE_DIR.parent / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in REFERENCE_DIR.glob("*.csv") if path.name not in readme] == []
