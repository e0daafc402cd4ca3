"""From a workbook as an agency sends it to facts in the store, and back out with its findings."""

import hashlib
import io
import json
from decimal import Decimal as D

import pytest
import xlwt
from openpyxl import Workbook

from i18n import LANGUAGES
from loaders.findings import SEVERITY, Finding
from loaders.ingest import (
    Delivery,
    check_file,
    examine_file,
    ingest_file,
    ingest_files,
    store_examination,
)
from loaders.received import FileChanged
from loaders.report import as_json, as_text

# The budget of Chiang Mai 2550 as printed: an unlabelled total, and two shares swapped.
BUDGET_2550 = [
    ["การจัดสรรงบประมาณยุทธศาสตร์อยู่ดีมีสุข"],
    ["จังหวัดเชียงใหม่ ปีงบประมาณ 2550"],
    [],
    ["แผนงาน", "จำนวนโครงการ", "งบประมาณ (ล้านบาท)", "%"],
    ["1. เศรษฐกิจพอเพียง", 495, 36.928, 39.69],
    ["2. พัฒนาและสร้างโอกาสให้ชุมชน", 267, 22.123, 23.77],
    ["3. พัฒนาคุณภาพชีวิตของชุมชน", 100, 8.464, 2.98],
    ["4. สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ", 42, 2.765, 9.14],
    ["5. บริการขั้นพื้นฐาน", 394, 22.720, 24.42],
    [None, 1298, 93.00, 100.00],
]
PLANS = ["เศรษฐกิจพอเพียง", "พัฒนาและสร้างโอกาส", "คุณภาพชีวิต", "สงเคราะห์", "บริการ"]
SPEND = [36_928_000, 22_123_000, 8_464_000, 2_765_000, 22_720_000]


def written(path, rows, sheet="งบประมาณ"):
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def budget(tmp_path):
    return written(tmp_path / "งบ 2550.xlsx", BUDGET_2550)


@pytest.fixture
def data_dir(tmp_path):
    return tmp_path / "data"


def all_facts(con):
    """Every row of every fact table, to compare byte for byte."""
    names = con.execute(
        "select table_name from duckdb_tables() where table_name like 'fact_%' order by all"
    ).fetchall()
    return {name: con.execute(f"from {name} order by all").fetchall() for (name,) in names}


def codes(report):
    return [(finding.code, finding.cell) for finding in report.findings]


def test_the_budget_of_2550_becomes_five_facts_three_assertions_and_its_findings(
    con, budget, data_dir
):
    report = ingest_file(con, budget, data_dir=data_dir, actor="somchai")
    assert (report.state, report.submissions) == ("accepted", (1,))
    facts = con.execute("""
        select src_row, area_code, fiscal_year, plan_key, project_count, budget_thb,
            share_pct_reported
        from fact_budget_plan order by src_row
    """).fetchall()
    assert facts == [
        (5, "50", 2550, "เศรษฐกิจพอเพียง", 495, D("36928000.00"), D("39.6900")),
        (6, "50", 2550, "พัฒนาและสร้างโอกาสให้ชุมชน", 267, D("22123000.00"), D("23.7700")),
        (7, "50", 2550, "พัฒนาคุณภาพชีวิตของชุมชน", 100, D("8464000.00"), D("2.9800")),
        (8, "50", 2550, "สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ", 42, D("2765000.00"), D("9.1400")),
        (9, "50", 2550, "บริการขั้นพื้นฐาน", 394, D("22720000.00"), D("24.4200")),
    ]
    printed = con.execute("select src_row, item, value from assertion order by src_col").fetchall()
    assert printed == [
        (10, "project_count", D(1298)),
        (10, "budget_thb", D(93_000_000)),
        (10, "share_pct_reported", D(100)),
    ]
    assert ("shares_swapped", "D7") in codes(report)
    assert not any(finding.blocks for finding in report.findings)


def test_the_received_bytes_are_kept(con, budget, data_dir):
    sha256 = ingest_file(con, budget, data_dir=data_dir).sha256
    ((stored,),) = con.execute("select stored_path from source_file").fetchall()
    assert hashlib.sha256((data_dir / stored).read_bytes()).hexdigest() == sha256


def test_five_mistakes_give_exactly_five_findings_and_no_fact_moves(
    con, tmp_path, budget, data_dir
):
    ingest_file(con, budget, data_dir=data_dir)
    before = all_facts(con)
    wrong = written(
        tmp_path / "ผิด.xlsx",
        [
            ["จังหวัด", "ปีงบประมาณ", "แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)"],
            ["เชียงใหม่", 2551, PLANS[0], 495, 36_928_000],
            ["เชียงหมู่บ้าน", 2551, PLANS[1], 267, 22_123_000],
            ["เชียงใหม่", "ปีหน้า", PLANS[2], 100, 8_464_000],
            ["เชียงใหม่", 2551, PLANS[3], "ราว ๆ สี่สิบ", 2_765_000],
            ["เชียงใหม่", 2551, PLANS[4], 394, None],
            ["เชียงใหม่", 2551, None, 12, 1_000_000],
        ],
    )
    report = ingest_file(con, wrong, data_dir=data_dir)
    assert codes(report) == [
        ("unknown_area", "A3"),
        ("not_a_year", "B4"),
        ("not_a_number", "D5"),
        ("missing_value", "E6"),
        ("missing_value", "C7"),
    ]
    assert (report.state, report.submissions) == ("rejected", ())
    assert all_facts(con) == before
    kept = con.execute(
        "select count(*) from finding where sha256 = ? and submission_id is null", [report.sha256]
    )
    assert kept.fetchall() == [(5,)]


def test_checking_finds_the_same_and_stores_nothing(con, budget, data_dir):
    checked = check_file(budget)
    tables = ("source_file", "submission", "finding", "sheet")
    assert [con.execute(f"select count(*) from {name}").fetchall() for name in tables] == [
        [(0,)]
    ] * 4
    ingested = ingest_file(con, budget, data_dir=data_dir)
    assert (checked.state, checked.findings) == (ingested.state, ingested.findings)
    assert checked.submissions == ()


def test_the_same_bytes_under_another_name_add_nothing(con, budget, data_dir, tmp_path):
    first = ingest_file(con, budget, data_dir=data_dir)
    before = all_facts(con)
    copy = tmp_path / "ส่งอีกครั้ง.xlsx"
    copy.write_bytes(budget.read_bytes())
    again = ingest_file(con, copy, data_dir=data_dir)
    assert (again.state, again.submissions) == ("already_received", first.submissions)
    assert all_facts(con) == before


def test_a_restated_workbook_is_version_two(con, budget, data_dir, tmp_path):
    ingest_file(con, budget, data_dir=data_dir)
    restated = [row[:] for row in BUDGET_2550]
    restated[6][3], restated[7][3] = 9.14, 2.98
    ingest_file(con, written(tmp_path / "แก้ไข.xlsx", restated), data_dir=data_dir)
    states = con.execute("select version, state from submission_state order by version").fetchall()
    assert states == [(1, "superseded"), (2, "published")]


def test_what_the_sheet_does_not_say_may_be_given(con, tmp_path, data_dir):
    from loaders.table import Context

    silent = [
        ["แผนงาน", "งบประมาณ (บาท)"],
        *([plan, thb] for plan, thb in zip(PLANS, SPEND, strict=False)),
    ]
    path = written(tmp_path / "a.xlsx", silent, sheet="Sheet1")
    assert check_file(path).state == "rejected"
    report = ingest_file(con, path, Context(area_code="50", fiscal_year=2569), data_dir=data_dir)
    assert report.state == "accepted"
    rows = con.execute("select distinct area_code, fiscal_year from fact_budget_plan").fetchall()
    assert rows == [("50", 2569)]


def test_a_page_may_examine_first_and_store_on_confirmation(con, budget, data_dir):
    from loaders.table import Context

    examination = examine_file(con, budget, Context())
    assert examination.report.submissions == ()
    assert con.execute("select count(*) from source_file").fetchall() == [(0,)]
    report = store_examination(con, examination, Delivery(actor="malee"), data_dir)
    assert (report.state, report.submissions) == ("accepted", (1,))
    again = store_examination(con, examination, Delivery(), data_dir)
    assert again.state == "already_received"


def test_a_file_changed_after_it_was_examined_is_not_stored(con, budget, data_dir):
    from loaders.table import Context

    examination = examine_file(con, budget, Context())
    budget.write_bytes(budget.read_bytes() + b" ")
    with pytest.raises(FileChanged):
        store_examination(con, examination, Delivery(), data_dir)
    assert con.execute("select count(*) from submission").fetchall() == [(0,)]


CSV_ROWS = [
    ["จังหวัด", "ปีงบประมาณ", "แผนงาน", "งบประมาณ (บาท)"],
    *(["เชียงใหม่", "2569", plan, str(thb)] for plan, thb in zip(PLANS, SPEND, strict=False)),
]


def as_csv(encoding):
    return "\r\n".join(",".join(row) for row in CSV_ROWS).encode(encoding)


def as_html():
    body = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in CSV_ROWS
    )
    return f"<html><meta charset='utf-8'><table>{body}</table></html>".encode()


def as_xls():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for number, row in enumerate(CSV_ROWS):
        for col, text in enumerate(row):
            sheet.write(number, col, text)
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def as_ods():
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="Sheet1")
    for row in CSV_ROWS:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    into = io.BytesIO()
    document.write(into)
    return into.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.csv", as_csv("utf-8-sig"), "csv"),
        ("b.csv", as_csv("cp874"), "csv"),
        ("c.xls", as_html(), "html"),
        ("d.xls", as_xls(), "xls"),
        ("e.ods", as_ods(), "ods"),
    ],
    ids=["utf-8", "cp874", "html", "xls", "ods"],
)
def test_other_formats_go_the_same_way(con, tmp_path, data_dir, name, content, kind):
    path = tmp_path / name
    path.write_bytes(content)
    report = ingest_file(con, path, data_dir=data_dir)
    assert report.state == "accepted", codes(report)
    assert con.execute("select kind from source_file").fetchall() == [(kind,)]
    facts = con.execute("select plan, budget_thb from fact_budget_plan order by src_row").fetchall()
    assert facts == [(plan, D(thb)) for plan, thb in zip(PLANS, SPEND, strict=False)]


def test_a_file_that_is_no_workbook_is_refused_with_a_finding(con, tmp_path, data_dir):
    path = tmp_path / "รายงาน.xlsx"
    path.write_bytes(b"%PDF-1.7 not a workbook")
    report = ingest_file(con, path, data_dir=data_dir)
    assert (report.state, codes(report)) == ("rejected", [("unreadable_file", None)])
    assert con.execute("select sha256 from source_file").fetchall() == [(report.sha256,)]


def numbered(tmp_path, count):
    paths = []
    for number in range(count):
        rows = [row[:] for row in BUDGET_2550]
        rows[1] = [f"จังหวัดเชียงใหม่ ปีงบประมาณ {2550 + number}"]
        paths.append(written(tmp_path / f"{number}.xlsx", rows))
    return paths


def test_many_files_go_in_one_by_one_with_progress(con, tmp_path, data_dir):
    paths = numbered(tmp_path, 3)
    paths.append(written(tmp_path / "bad.xlsx", [["ไม่มีตาราง"], ["เลย"]]))
    ingest_file(con, paths[1], data_dir=data_dir)
    seen = []
    reports = ingest_files(
        con,
        paths,
        data_dir=data_dir,
        on_progress=lambda done, total, path: seen.append((done, total, path.name)),
    )
    assert [report.state for report in reports] == [
        "accepted",
        "already_received",
        "accepted",
        "rejected",
    ]
    # One was here before, so a quarter is done; each new one is half done when read.
    assert seen == [
        (1, 4, "0.xlsx"),
        (1, 4, "2.xlsx"),
        (2, 4, "bad.xlsx"),
        (2, 4, "bad.xlsx"),
        (3, 4, "0.xlsx"),
        (3, 4, "2.xlsx"),
        (4, 4, "bad.xlsx"),
    ]


def test_a_report_is_plain_json(con, budget, data_dir):
    report = ingest_file(con, budget, data_dir=data_dir)
    (file,) = json.loads(json.dumps(as_json([report]), ensure_ascii=False))["files"]
    assert list(file) == ["file", "sha256", "state", "submissions", "sheets", "findings"]
    assert file["sheets"] == [{"sheet": "งบประมาณ", "form": "budget_by_plan", "rows": 5}]
    assert (file["state"], file["submissions"]) == ("accepted", [1])
    (swapped,) = [one for one in file["findings"] if one["code"] == "shares_swapped"]
    assert list(swapped) == [
        "code",
        "severity",
        "sheet",
        "cell",
        "value",
        "expected",
        "message_th",
        "message_en",
    ]
    assert (swapped["severity"], swapped["sheet"], swapped["cell"]) == ("warning", "งบประมาณ", "D7")


def test_a_report_for_people_stands_sheet_by_sheet(con, budget, data_dir):
    text = as_text(ingest_file(con, budget, data_dir=data_dir), "th").splitlines()
    assert text[0].startswith("งบ 2550.xlsx: รับแล้ว (5 แถว")
    assert text[1] == "  งบประมาณ"
    assert any(line.startswith("    D7 [ควรตรวจ]") for line in text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", SEVERITY)
def test_every_finding_has_a_sentence(code, lang):
    from collections import defaultdict
    from string import Formatter

    from i18n import catalogue

    names = {
        name for _, name, _, _ in Formatter().parse(catalogue(lang)[f"findings.{code}"]) if name
    }
    params = dict.fromkeys(names, "…") or defaultdict(str)
    assert Finding(code, params=params).message(lang).strip()


def test_a_merely_checked_file_is_not_called_received(budget):
    text = as_text(check_file(budget), "th").splitlines()
    assert text[0].startswith("งบ 2550.xlsx: รับได้ ยังไม่ได้บันทึก (5 แถว")
