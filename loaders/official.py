"""Writing the official forms of the provincial plan, แบบ จ.1 and แบบ จ.1-1, from what is published."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from loaders.forms import FORMS
from loaders.official_brief import write_j11
from loaders.official_sheets import (
    OPTIONS,
    NothingToWrite,
    Rows,
    looks_of,
    print_set_up,
    write_lines,
)
from loaders.prefill.known import known_for
from loaders.table import Context
from loaders.template.layout import LINE_HEIGHT, line_count
from store.areas import area

__all__ = ["NothingToWrite", "write_j1", "write_j11"]

PLAN_YEARS = 5
_J1_TITLE = "แบบฟอร์มสรุปแผนงานและโครงการสำคัญของจังหวัด"
_TARGET_HEADS = ("ประเด็นการพัฒนา", "ตัวชี้วัดของประเด็นการพัฒนา", "ค่าฐาน")
_PROJECT_HEADS = (
    "ยุทธศาสตร์/แผนแม่บทฯ",
    "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ ๑๔",
    "เป้าหมายและแนวทางการพัฒนาภาค",
    "แหล่ง งปม.",
    "หน่วยดำเนินการ",
)
_PROJECT_KEYS = ("national_strategy", "national_plan", "regional_goal", "source", "agency")
_FIRST_YEAR_COL = 2 + len(_PROJECT_HEADS)
_J1_WIDTHS = (26, 50, 20, 22, 22, 16, 28)
_MONEY_WIDTH = 18


def write_j1(con: duckdb.DuckDBPyConnection, area_code: str, first_year: int, path: Path) -> None:
    """Writes แบบ จ.1 of an area for the five fiscal years from `first_year`.

    Table 1 has the area's indicators with their base values and targets, table 2 its flagship
    projects under issue, plan and flagship, with the money of each year in baht. What is not known
    stays blank. Raises NothingToWrite when neither table has a row.
    """
    given = Context(area_code=area_code, fiscal_year=first_year)
    years = range(first_year, first_year + PLAN_YEARS)
    declared = known_for(con, FORMS["kpi_targets"], given).rows
    indicators = [one for one in declared if _in_period(one, years)]
    projects = known_for(con, FORMS["plan_projects"], given).rows
    if not indicators and not projects:
        raise NothingToWrite(area_code)
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        sheet = book.add_worksheet("แบบ จ.1")
        sheet.set_default_row(LINE_HEIGHT)
        looks = looks_of(book)
        for col, width in enumerate((*_J1_WIDTHS, *[_MONEY_WIDTH] * (PLAN_YEARS + 1))):
            sheet.set_column(col, col, width)
        row = write_lines(sheet, 0, _j1_titles(area_code, years), looks)
        row = _write_targets(sheet, row, indicators, years, looks)
        row = write_lines(sheet, row + 1, ("ตารางที่ 2", "หน่วย: บาท"), looks)
        _write_projects(sheet, row, projects, years, looks)
        print_set_up(sheet)


def _j1_titles(area_code: str, years: range) -> tuple[str, ...]:
    place = area(area_code)
    named = f"จังหวัด{place.name_th}" if place.level == "province" else f"กลุ่มจังหวัด{place.name_th}"
    return ("แบบ จ.1", f"{_J1_TITLE} (พ.ศ. {years[0]}–{years[-1]})", named, "ตารางที่ 1")


def _write_targets(
    sheet: Worksheet, row: int, indicators: Rows, years: range, looks: Mapping
) -> int:
    """Table 1 from `row` on; the row below it."""
    span = f"{years[0]}–{years[-1]}"
    heads = (*_TARGET_HEADS, *(f"พ.ศ. {year}" for year in years), span)
    for col, head in enumerate(heads):
        sheet.write_string(row, col, head, looks["head"])
    row += 1
    for issue, group in groupby(indicators, key=lambda one: one["strategic_issue"]):
        members = list(group)
        _write_down(sheet, row, row + len(members) - 1, issue or "", looks)
        for one in members:
            sheet.write_string(row, 1, one["kpi"], looks["text"])
            _write(sheet, row, 2, _baseline(one), looks)
            for col, year in enumerate(years, 3):
                _write(sheet, row, col, one.get(f"target_{year}"), looks)
            _write(sheet, row, 3 + len(years), one["target_total"], looks)
            sheet.set_row(row, LINE_HEIGHT * line_count(one["kpi"], _J1_WIDTHS[1]))
            row += 1
    return row


def _in_period(one: Mapping[str, object], years: range) -> bool:
    """Whether an indicator has a target in the years; one of another plan has none."""
    return any(one.get(f"target_{year}") is not None for year in years)


def _write_down(sheet: Worksheet, first: int, last: int, text: str, looks: Mapping) -> None:
    if first == last:
        sheet.write_string(first, 0, text, looks["text"])
    else:
        sheet.merge_range(first, 0, last, 0, text, looks["text"])


def _baseline(one: Mapping) -> object:
    """The base value, with its unit in the same cell as the form has it."""
    value, unit = one["baseline"], one["baseline_unit"]
    return f"{value.normalize():,f} {unit}" if value is not None and unit else value


def _write(sheet: Worksheet, row: int, col: int, value: object, looks: Mapping) -> None:
    if value is None:
        sheet.write_blank(row, col, None, looks["text"])
    elif isinstance(value, str):
        sheet.write_string(row, col, value, looks["text"])
    else:
        sheet.write_number(row, col, float(value), looks["any"])


def _write_projects(
    sheet: Worksheet, row: int, projects: Rows, years: range, looks: Mapping
) -> None:
    """Table 2: a line for each issue and plan, a row for each flagship, then its projects."""
    last = _FIRST_YEAR_COL + len(years)
    _write_project_heads(sheet, row, years, looks)
    row += 2
    for issue, of_issue in _grouped(projects, "strategic_issue"):
        sheet.merge_range(row, 0, row, last, f"ประเด็นการพัฒนา : {issue}", looks["line"])
        row += 1
        for number, (plan, of_plan) in enumerate(_grouped(of_issue, "plan"), 1):
            sheet.merge_range(row, 0, row, last, f"แผนงานที่ {number} : {plan}", looks["line"])
            row += 1
            for flagship, members in _grouped(of_plan, "flagship"):
                row = _write_flagship(sheet, row, flagship, members, years, looks)


def _write_project_heads(sheet: Worksheet, row: int, years: range, looks: Mapping) -> None:
    last, look = _FIRST_YEAR_COL + len(years), looks["head"]
    sheet.merge_range(row, 0, row, _FIRST_YEAR_COL - 1, "บัญชีรายการชุดโครงการสำคัญ", look)
    sheet.merge_range(row, _FIRST_YEAR_COL, row, last, "งบประมาณดำเนินการ", look)
    sheet.merge_range(row + 1, 0, row + 1, 1, "แผนงาน/โครงการสำคัญ", look)
    heads = (*_PROJECT_HEADS, *(f"พ.ศ. {year}" for year in years), f"พ.ศ. {years[0]}–{years[-1]}")
    for col, head in enumerate(heads, 2):
        sheet.write_string(row + 1, col, head, look)
    sheet.set_row(row + 1, 3 * LINE_HEIGHT)


def _grouped(rows: Rows, key: str) -> list[tuple[str, Rows]]:
    """The rows by what they say under a key, in the order met; what says nothing under "-"."""
    groups: dict[str, list[Mapping]] = {}
    for row in rows:
        groups.setdefault(row[key] or "-", []).append(row)
    return list(groups.items())


def _write_flagship(
    sheet: Worksheet, row: int, flagship: str, members: Rows, years: range, looks: Mapping
) -> int:
    last = _FIRST_YEAR_COL + len(years)
    sheet.merge_range(row, 0, row, 1, f"โครงการสำคัญ: {flagship}", looks["line"])
    for col in range(2, last + 1):
        code = members[0][_PROJECT_KEYS[col - 2]] if col < 5 else None
        _write(sheet, row, col, code, looks)
    for number, one in enumerate(members, 1):
        row += 1
        sheet.write_number(row, 0, number, looks["any"])
        sheet.write_string(row, 1, one["project"], looks["text"])
        for col, key in enumerate(_PROJECT_KEYS, 2):
            _write(sheet, row, col, None if col < 5 else one[key], looks)
        money = (*(one.get(f"budget_thb_{year}") for year in years), one["budget_total_thb"])
        for col, value in enumerate(money, _FIRST_YEAR_COL):
            _write_money(sheet, row, col, value, looks)
        sheet.set_row(row, LINE_HEIGHT * line_count(one["project"], _J1_WIDTHS[1]))
    return row + 1


def _write_money(sheet: Worksheet, row: int, col: int, value: object, looks: Mapping) -> None:
    if value is None:
        sheet.write_blank(row, col, None, looks["number"])
    else:
        sheet.write_number(row, col, float(value), looks["number"])
