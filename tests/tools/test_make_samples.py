"""The sample workbooks: what is committed is what the facts give, as their sources print it."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tools.facts import ROOT, facts, number
from tools.make_samples import SAMPLES, main, make_samples

COMMITTED = ROOT / "data" / "samples"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    make_samples(folder)
    return folder


def cells_of(path: Path) -> dict:
    book = CalamineWorkbook.from_path(str(path))
    sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
    return {
        name: (sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges)
        for name, sheet in sheets
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_the_committed_sample_holds_the_cells_that_the_facts_give(made, name):
    assert cells_of(made / name) == cells_of(COMMITTED / name)


def test_nothing_else_lies_among_the_samples():
    assert {path.name for path in COMMITTED.iterdir()} == set(SAMPLES)


def test_making_them_again_gives_the_same_bytes(made, tmp_path):
    main(["--out", str(tmp_path)])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in made.iterdir()
    }


def test_the_samples_stay_small_enough_to_clone():
    assert sum(path.stat().st_size for path in COMMITTED.iterdir()) < 4_000_000


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sheet_names_its_agency_above_the_header(made, name):
    for rows, _merged in cells_of(made / name).values():
        assert any(str(row[0]).startswith("หน่วยงาน: ") for row in rows[:6])


def test_the_indicator_table_of_2557_is_laid_out_as_printed(made):
    ((rows, merged),) = cells_of(made / "kpi_targets_2557_ภาคเหนือตอนบน1.xlsx").values()
    header, years, *body = rows[5:]
    assert header[4:] == ["เป้าหมายการพัฒนา", "", "", "", ""]
    assert years[4:] == [2557, 2558, 2559, 2560, "2557 - 2560"]
    assert ((5, 4), (5, 8)) in merged
    assert [(row[0], row[3], row[4:]) for row in body] == [
        ("กลุ่มจังหวัดภาคเหนือตอนบน 1", "", [5, 5, 5, 5, 20]),
        ("", "", [5, 5, 5, 5, 20]),
        ("เชียงใหม่", "", [3, 3.5, 4, 4.5, 15]),
        ("", "", [3, 3.5, 4, 4.5, 15]),
        ("ลำพูน", "", [10, 10, 10, 10, 40]),
        ("", "", [5, 5, 5, 5, 20]),
        ("ลำปาง", "", [3, 3, 3, 3, 12]),
        ("", "", [10, 10, 10, 10, "10 (เป้าหมาย รวม)"]),
        ("แม่ฮ่องสอน", "", [3, 3, 3, 3, 12]),
        ("", "", [5, 5, 5, 5, 20]),
    ]


def test_the_budget_of_2550_keeps_its_swapped_shares_and_its_nameless_total(made):
    ((rows, _),) = cells_of(made / "budget_by_plan_2550_เชียงใหม่.xlsx").values()
    assert rows[5:] == [
        ["1. เศรษฐกิจพอเพียง", 495, 36.928, 39.69],
        ["2. พัฒนาและสร้างโอกาสให้ชุมชน", 267, 22.123, 23.77],
        ["3. พัฒนาคุณภาพชีวิตของชุมชน", 100, 8.464, 2.98],
        ["4. สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ", 42, 2.765, 9.14],
        ["5. บริการขั้นพื้นฐาน", 394, 22.72, 24.42],
        ["", 1298, 93, 100],
    ]


def test_the_grades_of_2550_are_as_printed(made):
    ((rows, _),) = cells_of(made / "community_plan_grades_2550_เชียงใหม่.xlsx").values()
    assert rows[4:] == [
        ["เกรด A", 1257, 63.5],
        ["เกรด B", 475, 24],
        ["เกรด C", 247, 12.5],
        ["รวม", 1979, 100],
    ]


def test_the_plan_of_phatthalung_and_the_policies_are_complete():
    types = [row["node_type"] for row in facts("phatthalung_plan_2561")]
    assert {kind: types.count(kind) for kind in types} == {
        "วิสัยทัศน์": 1,
        "นิยาม": 4 + 14,
        "พันธกิจ": 5,
        "เป้าประสงค์": 5,
        "ประเด็นยุทธศาสตร์": 5,
    }
    codes = [
        row["node_code"].removeprefix("93-2569-") for row in facts("phatthalung_policies_2569")
    ]
    points = [code for code in codes if "." in code]
    assert [len([p for p in points if p.startswith(f"R{n}.")]) for n in range(1, 7)] == [
        *(6, 3, 4, 4, 6, 6)
    ]
    assert [len([p for p in points if p.startswith(f"S{n}.")]) for n in range(1, 9)] == [
        *(3, 3, 3, 2, 3, 4, 3, 2)
    ]
    assert len(codes) == 5 + 14 + 52


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("phatthalung_plan_2561", 34),
        ("phatthalung_policies_2569", 71),
        ("chiangmai_mission_groups_2550", 31),
    ],
)
def test_strategy_codes_are_unique_and_every_link_leads_somewhere(name, rows):
    nodes = facts(name)
    codes = {row["node_code"] for row in nodes}
    links = {
        code for row in nodes for code in (row["parent"], *row["linked_to"].split(";")) if code
    }
    assert (len(nodes), len(codes), links - codes) == (rows, rows, set())


def test_every_province_has_every_figure_of_every_year():
    gpp = facts("gpp_by_sector")
    assert len(gpp) == 77 * (24 + 4)
    assert all(number(value) is not None for row in gpp for value in row.values())
    assert len(facts("tourism")) == 77 * 4
    assert len(facts("hai")) == len(facts("population")) == len(facts("gpp_per_head")) == 77


def test_product_adds_up_from_its_three_broad_sectors_at_current_prices():
    current = {
        (row["province_code"], row["sector"]): row
        for row in facts("gpp_by_sector")
        if row["price"] == "current"
    }
    years = [str(year) for year in range(2538, 2564)]
    differences = [
        float(current[code, "total"][year])
        - sum(float(current[code, s][year]) for s in ("agriculture", "industry", "services"))
        for code, sector in current
        if sector == "total"
        for year in years
    ]
    assert len(differences) == 77 * 26
    assert max(map(abs, differences)) < 0.01
