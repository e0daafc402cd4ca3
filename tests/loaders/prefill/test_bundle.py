"""All blank workbooks of a quarter in one archive."""

import io
import zipfile

import openpyxl
import pytest

from loaders.cli import main
from loaders.prefill import Due, blank_workbooks, due_in

AGENCY = "สำนักงาน/ทดสอบ"
ENTRY = "ลำพูน/สำนักงาน-ทดสอบ/02 แบบรายงานผลตัวชี้วัดรายไตรมาส ไตรมาส 2-2570.xlsx"


@pytest.fixture
def reported(send):
    row = {"kpi": "มูลค่าการค้า", "kpi_code": "L-1", "unit": "ล้านบาท", "actual": 5}
    for area in ("51", "52"):
        send(
            "kpi_results",
            [row | {"area": area, "fiscal_year": 2569, "quarter": "2"}],
            area_code=area,
            agency=AGENCY,
            fiscal_year=2569,
            quarter=2,
        )


def test_who_reported_a_year_ago_is_expected_again(reported, con):
    assert due_in(con, 2570, 2) == (
        Due("51", AGENCY, "kpi_results"),
        Due("52", AGENCY, "kpi_results"),
    )
    assert due_in(con, 2570, 2, area_code="52") == (Due("52", AGENCY, "kpi_results"),)
    assert due_in(con, 2570, 2, agencies=["สำนักงานอื่น"]) == ()
    assert due_in(con, 2570, 2, forms=["projects"]) == ()


def test_each_agency_has_a_folder_with_its_own_workbook(reported, con):
    with zipfile.ZipFile(io.BytesIO(blank_workbooks(con, 2570, 2))) as archive:
        assert archive.namelist() == [ENTRY, ENTRY.replace("ลำพูน", "ลำปาง")]
        sheet = openpyxl.load_workbook(io.BytesIO(archive.read(ENTRY))).worksheets[0]
    assert [cell.value for cell in sheet[2]][:3] == ["ลำพูน", None, "L-1"]


def test_the_same_data_give_the_same_bytes(reported, con):
    assert blank_workbooks(con, 2570, 2) == blank_workbooks(con, 2570, 2)


def test_the_command_needs_a_quarter(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["templates", "--fiscal-year", "2570", "-o", "x.zip"])
    assert "--quarter is required" in capsys.readouterr().err


def test_the_command_writes_the_archive_or_says_that_nothing_is_expected(
    reported, con, tmp_path, capsys
):
    con.close()
    db, out = str(tmp_path / "store.duckdb"), tmp_path / "out.zip"
    asked = ["templates", "--db", db, "--fiscal-year", "2570", "-o", str(out)]
    assert main([*asked, "--quarter", "2", "--province", "ลำพูน", "--agency", AGENCY]) == 0
    assert zipfile.ZipFile(out).namelist() == [ENTRY]
    assert main([*asked, "--quarter", "1"]) == 1
    assert "ไม่มีแบบที่ต้องส่ง" in capsys.readouterr().err
