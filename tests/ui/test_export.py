"""A file that leaves carries its marks and nothing that runs."""

import csv
import io

import openpyxl
import pandas as pd
import pytest

from ui.export import Export, csv_bytes, file_stem, inert, xlsx_bytes

EXPORT = Export(
    title="งบประมาณตามแผนงาน",
    notes=("ข้อมูลสาธิต", "แหล่งข้อมูล: แบบ 4", "ข้อมูล ณ 30 ก.ย. 2569"),
    headings=("แผนงาน", "งบประมาณ (บาท)", "โครงการ"),
    frame=pd.DataFrame(
        {
            "plan": ["=HYPERLINK(1)", "น้ำ, ดิน", None],
            "budget_thb": [36928000.5, None, 0.0],
            "project_count": [31.0, None, 2.0],
        }
    ),
    sheet_name="ข้อมูล",
)
ABOVE = [[EXPORT.title], *([note] for note in EXPORT.notes), []]


def test_csv_opens_in_thai_and_runs_nothing():
    content = csv_bytes(EXPORT)

    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        *ABOVE,
        ["แผนงาน", "งบประมาณ (บาท)", "โครงการ"],
        ["'=HYPERLINK(1)", "36928000.5", "31"],
        ["น้ำ, ดิน", "", ""],
        ["", "0", "2"],
    ]


def test_xlsx_keeps_numbers_numbers_and_text_text():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(EXPORT)))["ข้อมูล"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)] == [
        ["แผนงาน", "งบประมาณ (บาท)", "โครงการ"],
        ["=HYPERLINK(1)", 36928000.5, 31],
        ["น้ำ, ดิน", None, None],
        [None, 0, 2],
    ]
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [EXPORT.title, *EXPORT.notes]
    # As a string, not as the formula it looks like.
    assert sheet["A7"].data_type == "s"
    assert sheet["B7"].number_format == "#,##0.00"


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-2+3", "@sum(a1)", "\t=1", " =1", "\r=1", "|calc"]
)
def test_what_would_run_is_made_inert(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-5.2", "+1,000", "a=b", "พ.ศ. 2569", "1-2"])
def test_what_would_not_run_is_left_alone(text):
    assert inert(text) == text


def test_a_file_name_is_one_every_system_takes():
    assert file_stem('a/b\\c:"d"?', None, "", 2569) == "a-b-c-d_2569"
