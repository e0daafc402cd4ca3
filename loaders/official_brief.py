"""แบบ จ.1-1: a brief of every flagship project, a sheet a project."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from loaders.forms import FORMS
from loaders.official_sheets import OPTIONS, NothingToWrite, looks_of, print_set_up, write_lines
from loaders.prefill.known import known_for
from loaders.table import Context
from loaders.template.layout import LINE_HEIGHT, line_count
from store.areas import area

_J11_TITLE = "แบบฟอร์มโครงการแบบย่อ (Project Brief) ของโครงการสำคัญภายใต้งบประมาณของจังหวัด"
# The lines above the numbered rows of a brief, then those rows: label and key.
_BRIEF_LINES = (
    ("ประเด็นการพัฒนาจังหวัด", "strategic_issue"),
    ("แนวทางการพัฒนา", "guideline"),
    ("ตัวชี้วัดและค่าเป้าหมายของประเด็นการพัฒนา", "issue_indicators"),
    ("แผนงานหลัก", "main_plan"),
    ("แผนงาน", "plan"),
)
_BRIEF_ROWS = (
    ("ชื่อโครงการสำคัญ", "project"),
    ("หลักการและเหตุผล", "rationale"),
    ("วัตถุประสงค์ของโครงการ", "objectives"),
    ("ตัวชี้วัดและค่าเป้าหมาย", "indicators"),
    ("พื้นที่เป้าหมาย", "target_area"),
    ("ขอบเขตของกิจกรรมหลักโดยสังเขป", "activities"),
    ("หน่วยงานดำเนินการ", "agency"),
    ("ระยะเวลาในการดำเนินโครงการ", "duration"),
    ("งบประมาณ", "budget_thb"),
    ("ผลผลิต (Output)", "outputs"),
    ("ผลลัพธ์จากการดำเนินโครงการ (Outcome)", "outcomes"),
)
_BRIEF_WIDTHS = (48, 100)
_LINE_SHARE = 0.85  # of a cell's width that a line fills, for Thai is broken between words
# Each activity and each thing said of it begins a line.
_ACTIVITY_LINES = re.compile(r" (?=\d+\.\d+ กิจกรรมที่|งบประมาณ ?:|หน่วยงาน\S* ?:)")


def write_j11(con: duckdb.DuckDBPyConnection, area_code: str, fiscal_year: int, path: Path) -> None:
    """Writes แบบ จ.1-1 of every project brief of an area and fiscal year, a sheet a project.

    Raises NothingToWrite when there is none.
    """
    given = Context(area_code=area_code, fiscal_year=fiscal_year)
    briefs = known_for(con, FORMS["project_brief"], given).rows
    if not briefs:
        raise NothingToWrite(area_code)
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        looks = looks_of(book)
        for number, brief in enumerate(briefs, 1):
            sheet = book.add_worksheet(f"จ.1-1 ({number})")
            sheet.set_default_row(LINE_HEIGHT)
            _write_brief(sheet, brief, looks)
            print_set_up(sheet)


def _write_brief(sheet: Worksheet, brief: Mapping[str, object], looks: Mapping) -> None:
    for col, width in enumerate(_BRIEF_WIDTHS):
        sheet.set_column(col, col, width)
    place = area(brief["area"])
    row = write_lines(sheet, 0, ("แบบ จ.1-1", _J11_TITLE, f"จังหวัด{place.name_th}"), looks)
    for label, key in _BRIEF_LINES:
        row = _write_pair(sheet, row, label, _said(brief, key), looks)
    row += 1
    for col, head in enumerate(("หัวข้อ", "รายละเอียด")):
        sheet.write_string(row, col, head, looks["head"])
    row += 1
    for number, (label, key) in enumerate(_BRIEF_ROWS, 1):
        row = _write_pair(sheet, row, f"{number}. {label}", _said(brief, key), looks)


def _write_pair(sheet: Worksheet, row: int, label: str, text: str, looks: Mapping) -> int:
    sheet.write_string(row, 0, label, looks["text"])
    sheet.write_string(row, 1, text, looks["text"])
    lines = line_count(text, int(_LINE_SHARE * _BRIEF_WIDTHS[1]))
    spare = int(lines > 1)  # where the font is missing its stand-in is taller
    sheet.set_row(row, LINE_HEIGHT * (lines + spare))
    return row + 1


def _said(brief: Mapping[str, object], key: str) -> str:
    """What stands beside a label, as the official form words it."""
    worded: Mapping[str, Callable[[], str]] = {
        "activities": lambda: _ACTIVITY_LINES.sub("\n", brief["activities"] or ""),
        "agency": lambda: _agencies(brief),
        "budget_thb": lambda: _budget(brief),
        "duration": lambda: brief["duration"] or f"ปีงบประมาณ พ.ศ. {brief['fiscal_year']}",
    }
    return worded[key]() if key in worded else (brief[key] or "")


def _agencies(brief: Mapping[str, object]) -> str:
    lines = (
        f"หน่วยงานผู้รับผิดชอบหลัก: {brief['agency']}" if brief["agency"] else "",
        f"หน่วยงานที่เกี่ยวข้อง: {brief['related_agencies']}" if brief["related_agencies"] else "",
    )
    return "\n".join(filter(None, lines))


def _budget(brief: Mapping[str, object]) -> str:
    if brief["budget_thb"] is None:
        return ""
    source = f" ({brief['source']})" if brief["source"] else ""
    return f"{brief['budget_thb']:,.2f} บาท{source}"
