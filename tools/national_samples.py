"""Workbooks of the national statistics, as a ministry sends them for all 77 provinces."""

import csv
from collections.abc import Iterable
from functools import cache

from tools.facts import ROOT, facts, number
from tools.printed import ABOVE, PrintedSheet

NESDC = "สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ"
PRICES = {"current": "ราคาประจำปี", "chain_volume": "ปริมาณลูกโซ่"}
TOURISM = {
    "visitors": "จำนวนผู้เยี่ยมเยือน (คน)",
    "visitors_thai": "ผู้เยี่ยมเยือนชาวไทย (คน)",
    "visitors_foreign": "ผู้เยี่ยมเยือนชาวต่างชาติ (คน)",
    "receipts_million_thb": "รายได้จากการท่องเที่ยว",
    "receipts_thai_million_thb": "รายได้จากนักท่องเที่ยวชาวไทย",
    "receipts_foreign_million_thb": "รายได้จากนักท่องเที่ยวชาวต่างชาติ",
    "occupancy_pct": "อัตราการเข้าพัก (ร้อยละ)",
}


def gpp_current() -> PrintedSheet:
    """GPP at current prices by sector, population and GPP per head: one row a province and year."""
    sectors = [row["sector"] for row in facts("gpp_sectors")]
    return _gpp(
        "current",
        sectors,
        before={"ประชากร (คน)": _wide("population")},
        after={"ผลิตภัณฑ์มวลรวมต่อหัว (บาท)": _wide("gpp_per_head")},
    )


def gpp_chain_volume() -> PrintedSheet:
    """GPP in chain volumes (reference year 2545): the total and three sectors, never added up."""
    return _gpp("chain_volume", ["total", "agriculture", "industry", "services"])


def tourism_profile() -> PrintedSheet:
    """Visitors, receipts and occupancy of the calendar years 2562–2565."""
    rows = [
        (province, int(row["year_be"]), *(number(row[key]) for key in TOURISM))
        for row in facts("tourism")
        for province in [_province_names()[row["province_code"]]]
    ]
    return PrintedSheet(
        name="สถิติท่องเที่ยว",
        titles=(
            "สถิติด้านการท่องเที่ยวรายจังหวัด ปีปฏิทิน ๒๕๖๒ - ๒๕๖๕",
            "หน่วยงาน: กระทรวงการท่องเที่ยวและกีฬา",
            "หน่วย: ล้านบาท",
        ),
        header=(("จังหวัด", "ปี", *TOURISM.values()),),
        rows=_merged_down(rows),
        widths=(24, 8, *[20] * len(TOURISM)),
        formats=dict.fromkeys((2, 3, 4), "#,##0") | dict.fromkeys((5, 6, 7), "#,##0.00"),
    )


def tourism_receipts() -> PrintedSheet:
    """Tourism receipts as an indicator of every province, one column a calendar year."""
    years = sorted({row["year_be"] for row in facts("tourism")})
    receipts = {
        (row["province_code"], row["year_be"]): number(row["receipts_million_thb"])
        for row in facts("tourism")
    }
    return PrintedSheet(
        name="ตัวชี้วัดรายได้",
        titles=(
            "ผลตัวชี้วัดร่วม: รายได้จากการท่องเที่ยวรายจังหวัด",
            "หน่วยงาน: กระทรวงการท่องเที่ยวและกีฬา",
        ),
        header=(("จังหวัด", "ตัวชี้วัด", "หน่วยวัด", "ฐานเวลา", *map(int, years)),),
        rows=tuple(
            (
                *(name, "รายได้จากการท่องเที่ยวในจังหวัด", "ล้านบาท", "ปีปฏิทิน"),
                *(receipts[code, year] for year in years),
            )
            for code, name in _province_names().items()
        ),
        widths=(24, 36, 12, 12, *[16] * len(years)),
        formats=dict.fromkeys(range(4, 4 + len(years)), "#,##0.00"),
    )


def human_achievement_index() -> PrintedSheet:
    """Human Achievement Index (0–1) 2558–2564, one row a province and year."""
    rows = [
        (_province_names()[code], int(year), number(value))
        for code, by_year in _wide("hai").items()
        for year, value in by_year.items()
    ]
    return PrintedSheet(
        name="ดัชนี HAI",
        titles=(
            "ดัชนีความก้าวหน้าของคน (Human Achievement Index: HAI) ปี ๒๕๕๘ - ๒๕๖๔",
            f"หน่วยงาน: กองพัฒนาข้อมูลและตัวชี้วัดสังคม {NESDC}",
        ),
        header=(("จังหวัด", "ปี", "ดัชนีความก้าวหน้าของคน"),),
        rows=_merged_down(rows),
        widths=(24, 8, 24),
        formats={2: "0.0000"},
    )


def _gpp(price: str, sectors: list[str], *, before=None, after=None) -> PrintedSheet:
    before, after = before or {}, after or {}
    names = {row["sector"]: row["name_th"] for row in facts("gpp_sectors")}
    values = {
        (row["province_code"], row["sector"]): row
        for row in facts("gpp_by_sector")
        if row["price"] == price
    }
    years = [key for key in next(iter(values.values())) if key.isdigit()]
    rows = [
        (
            province,
            int(year),
            PRICES[price],
            *(number(table[code][year]) for table in before.values()),
            *(number(values[code, sector][year]) for sector in sectors),
            *(number(table[code][year]) for table in after.values()),
        )
        for code, province in _province_names().items()
        for year in years
    ]
    header = ("จังหวัด", "ปี", "ราคา", *before, *(names[sector] for sector in sectors), *after)
    return PrintedSheet(
        name=PRICES[price],
        titles=(
            f"ผลิตภัณฑ์มวลรวมจังหวัด ({PRICES[price]}) พ.ศ. ๒๕๓๘ - ๒๕๖๓",
            f"หน่วยงาน: กองบัญชีประชาชาติ {NESDC}",
            "หน่วย: ล้านบาท",
        ),
        header=(header,),
        rows=_merged_down(rows),
        widths=(24, 8, 16, *[18] * (len(header) - 3)),
        formats=dict.fromkeys(range(3, len(header)), "#,##0.00")
        | dict.fromkeys(range(3, 3 + len(before)), "#,##0"),
    )


def _merged_down(rows: Iterable[tuple]) -> tuple[tuple, ...]:
    """The rows with the first cell merged over the rows that repeat it, as agencies print it."""
    seen, merged = None, []
    for first, *rest in rows:
        merged.append((ABOVE if first == seen else first, *rest))
        seen = first
    return tuple(merged)


def _wide(name: str) -> dict[str, dict[str, str]]:
    """Province code → year → printed value of a fact table with one column a year."""
    return {
        row["province_code"]: {key: value for key, value in row.items() if key.isdigit()}
        for row in facts(name)
    }


@cache
def _province_names() -> dict[str, str]:
    path = ROOT / "data" / "reference" / "provinces.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["province_code"]: row["name_th"] for row in csv.DictReader(file)}
