"""The large workbook: every village of the country on one sheet, as a department would send it."""

import datetime as dt
import hashlib
from pathlib import Path

import xlsxwriter

from store.reference_files import read_rows

ROWS = 75_000
VILLAGES_A_SUBDISTRICT = 10

# The 17 columns of form 5, and seven more that such sheets carry and the form does not know.
HEADERS = (
    "ปีงบประมาณ",
    "จังหวัด",
    "อำเภอ",
    "ตำบล",
    "รหัสหมู่บ้าน",
    "หมู่ที่",
    "หมู่บ้าน",
    "ครัวเรือนทั้งหมด",
    "ครัวเรือนที่ใช้บัญชีรับ-จ่าย",
    "ร้อยละครัวเรือนที่ใช้บัญชีรับ-จ่าย",
    "ครัวเรือนที่เข้าร่วมเวทีประชาคม",
    "ร้อยละครัวเรือนที่เข้าร่วมเวทีประชาคม",
    "อปท. มีส่วนร่วม",
    "มีแผนเป็นลายลักษณ์อักษร",
    "เกรด",
    "วันที่ประเมิน",
    "ผู้ประเมิน",
    "ประชากรชาย",
    "ประชากรหญิง",
    "ผู้สูงอายุ",
    "กลุ่มอาชีพ",
    "กองทุนหมู่บ้าน",
    "พื้นที่ (ไร่)",
    "หมายเหตุ",
)
TITLES = (
    "แบบประเมินคุณภาพแผนชุมชน ทุกหมู่บ้าน",
    "ปีงบประมาณ 2569",
    "กรมการพัฒนาชุมชน",
)
GRADE_OF_MET = {4: "A", 3: "B"}


def write_workbook(path: Path, rows: int = ROWS) -> Path:
    """A workbook with three merged title lines, headers in row 4 and `rows` right rows below."""
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(path, options) as workbook:
        sheet = workbook.add_worksheet("หมู่บ้าน")
        for row, title in enumerate(TITLES):
            sheet.merge_range(row, 0, row, len(HEADERS) - 1, title)
        sheet.write_row(len(TITLES), 0, HEADERS)
        for number, values in enumerate(_villages(rows), len(TITLES) + 1):
            sheet.write_row(number, 0, values)
    return path


def _villages(rows: int):
    """The villages, district after district, as many in each as it takes."""
    districts = read_rows("districts")
    provinces = {row["province_code"]: row["name_th"] for row in read_rows("provinces")}
    each, more = divmod(rows, len(districts))
    for place, district in enumerate(districts):
        for number in range(each + (place < more)):
            yield _village(provinces[district["province_code"]], district, number)


def _village(province: str, district: dict, number: int) -> tuple:
    subdistrict, village_no = divmod(number, VILLAGES_A_SUBDISTRICT)
    code = f"{district['district_code']}{subdistrict + 1:02}{village_no + 1:02}"
    dice = hashlib.md5(code.encode(), usedforsecurity=False).digest()
    households = 40 + dice[0]
    accounts, attending = households * (40 + dice[1] % 61) // 100, households * dice[2] // 255
    accounts_pct = round(100 * accounts / households, 2)
    attending_pct = round(100 * attending / households, 2)
    joined, written = dice[3] > 40, dice[4] > 30
    met = (accounts_pct >= 70) + (attending_pct >= 70) + joined + written
    return (
        2569,
        province,
        district["name_th"],
        f"ตำบลที่ {subdistrict + 1}",
        code,
        village_no + 1,
        f"บ้านทดสอบ {code}",
        households,
        accounts,
        accounts_pct,
        attending,
        attending_pct,
        "ใช่" if joined else "ไม่ใช่",
        "ใช่" if written else "ไม่ใช่",
        GRADE_OF_MET.get(met, "C"),
        dt.date(2026, 5, 1 + dice[5] % 28),
        f"ผู้ประเมินคนที่ {dice[6]}",
        households + dice[7],
        households + dice[8],
        dice[9],
        dice[10] % 9,
        round(1_000_000 + dice[11] * 1234.5, 2),
        round(500 + dice[12] * 17.25, 2),
        "ดำเนินการต่อเนื่อง" if dice[13] > 128 else "อยู่ระหว่างติดตาม",
    )
