"""Workbooks of the tables that provinces printed in their own documents, mistakes included."""

from collections.abc import Mapping
from types import MappingProxyType

from tools.facts import facts, number
from tools.printed import ABOVE, LEFT, PrintedSheet

STRATEGY_HEADER = (
    "เจ้าของแผน",
    "ชื่อแผน",
    "ปีเริ่มต้น",
    "ปีสิ้นสุด",
    "ปีที่ทบทวน",
    "ประเภท",
    "ลำดับที่",
    "รหัส",
    "ข้อความ",
    "รหัสแม่",
    "เชื่อมโยงกับ",
    "ลำดับความสำคัญ",
)


def kpi_targets_2557() -> PrintedSheet:
    """Ten indicators of ภาคเหนือตอนบน 1: every baseline blank, one total a text."""
    rows = facts("kpi_targets_2557")
    years = ("2557", "2558", "2559", "2560")
    return PrintedSheet(
        name="ตัวชี้วัด",
        titles=(
            "การประชุมเพื่อเสริมสร้างขีดสมรรถนะของหัวหน้าส่วนราชการในภูมิภาค",
            "ระหว่างวันที่ ๔ – ๒๘ สิงหาคม ๒๕๕๗",
            "ตัวอย่าง ตัวชี้วัด และค่าเป้าหมายการพัฒนา",
            "หน่วยงาน: สำนักงาน ก.พ.ร.",
        ),
        header=(
            (
                "จังหวัด",
                "เรื่องสำคัญ\nทางด้านเศรษฐกิจ\nและการสร้าง\nรายได้ของจังหวัด",
                "ตัวชี้วัด",
                "ข้อมูล\nพื้นฐาน",
                "เป้าหมายการพัฒนา",
                *[LEFT] * 4,
            ),
            (*[ABOVE] * 4, *map(int, years), "2557 - 2560"),
        ),
        rows=tuple(
            (
                row["area"] or None,
                row["topic"],
                row["kpi"],
                number(row["baseline"]),
                *(number(row[year]) for year in (*years, "2557 - 2560")),
            )
            for row in rows
        ),
        widths=(18, 24, 48, 10, 8, 8, 8, 8, 18),
        formats={},
    )


def joint_indicators_2558() -> PrintedSheet:
    """What ministries and provinces should measure together; the provinces of three not named."""
    return PrintedSheet(
        name="ตัวชี้วัดร่วม",
        titles=(
            "หลักการกำหนดตัวชี้วัดร่วมระหว่างกระทรวงและจังหวัด (Function-Area)",
            "ประเด็นที่ควรกำหนดเป็นตัวชี้วัดร่วม ปีงบประมาณ พ.ศ. ๒๕๕๘",
            "หน่วยงาน: สำนักงาน ก.พ.ร.",
        ),
        header=(("ปีงบประมาณ", "ขอบเขตการวัด", "ประเด็นที่ควรกำหนดเป็นตัวชี้วัดร่วม"),),
        rows=tuple(
            (number(row["fiscal_year"]), row["measured_in"], row["topic"])
            for row in facts("joint_indicators_2558")
        ),
        widths=(14, 26, 60),
        formats={},
    )


def evaluation_framework_2557() -> PrintedSheet:
    """The four dimensions of 2557: items without numbers, no weights."""
    return _framework("2557", "๒๕๕๗")


def evaluation_framework_2558() -> PrintedSheet:
    """The same as external and internal, numbered, with another item 4.2; no weights either."""
    return _framework("2558", "๒๕๕๘")


def _framework(year: str, printed_year: str) -> PrintedSheet:
    rows = facts(f"evaluation_framework_{year}")
    shown = ("dimension_group", "dimension_no", "dimension", "item_no", "item")
    return PrintedSheet(
        name="กรอบการประเมินผล",
        titles=(
            "กรอบการประเมินผลฯ ของจังหวัด",
            f"ปีงบประมาณ พ.ศ. {printed_year}",
            "หน่วยงาน: สำนักงาน ก.พ.ร.",
        ),
        header=(("กลุ่มมิติ", "มิติที่", "มิติ", "ข้อ", "รายการประเมิน", "น้ำหนัก"),),
        rows=tuple((*(row[key] or None for key in shown), None) for row in rows),
        widths=(16, 10, 26, 8, 60, 12),
        formats={},
    )


def problems_2557() -> PrintedSheet:
    """Problems by the four areas of the workshop; each area and matter merged over its rows."""
    rows = facts("problems_2557")
    return PrintedSheet(
        name="สภาพปัญหา",
        titles=(
            "การประชุมเพื่อเสริมสร้างขีดสมรรถนะของหัวหน้าส่วนราชการในภูมิภาค",
            "สภาพปัญหา ๔ กลุ่ม ปีงบประมาณ พ.ศ. ๒๕๕๗ ทั่วประเทศ",
            "หน่วยงาน: สำนักงาน ก.พ.ร.",
        ),
        header=(("พื้นที่", "ปีงบประมาณ", "กลุ่มปัญหา", "เรื่องย่อย", "สภาพปัญหา", "มาจาก"),),
        rows=tuple(
            (
                *(("ทั่วประเทศ", 2557) if above is None else (ABOVE, ABOVE)),
                _unless_same(row, above, "problem_area"),
                _unless_same(row, above, "sub_area"),
                row["problem"],
                "ประชุม",
            )
            for row, above in zip(rows, (None, *rows), strict=False)
        ),
        widths=(14, 14, 34, 36, 80, 12),
        formats={},
    )


def _unless_same(row: dict[str, str], above: dict[str, str] | None, key: str) -> str:
    return ABOVE if above and row[key] == above[key] else row[key]


def community_plan_grades_2550() -> PrintedSheet:
    """Villages of เชียงใหม่ by grade, with the printed shares and total."""
    return PrintedSheet(
        name="คุณภาพแผนชุมชน",
        titles=(
            "ผลการพิจารณาคุณภาพแผนชุมชนจังหวัดเชียงใหม่ (ปี ๒๕๕๐)",
            "หน่วยงาน: สำนักงานจังหวัดเชียงใหม่",
        ),
        header=(("คุณภาพแผนชุมชน", "จำนวนหมู่บ้าน", "เปอร์เซ็นต์ (%)"),),
        rows=tuple(
            (row["grade"], number(row["village_count"]), number(row["share_pct_printed"]))
            for row in facts("community_plan_grades_2550")
        ),
        widths=(24, 18, 18),
        formats={1: "#,##0", 2: "0.0"},
    )


def budget_by_plan_2550() -> PrintedSheet:
    """Budget of เชียงใหม่ by plan: two printed shares swapped, the total row without a label."""
    return PrintedSheet(
        name="งบประมาณ",
        titles=(
            "การจัดสรรงบประมาณยุทธศาสตร์อยู่ดีมีสุข",
            "จังหวัดเชียงใหม่ ปี 2550",
            "หน่วยงาน: สำนักงานจังหวัดเชียงใหม่",
        ),
        header=(("แผนงาน", "จำนวนโครงการ", "งบประมาณ\n(ล้านบาท)", "%"),),
        rows=tuple(
            (
                row["plan"] or None,
                number(row["project_count"]),
                number(row["budget_million_thb"]),
                number(row["share_pct_printed"]),
            )
            for row in facts("budget_by_plan_2550")
        ),
        widths=(40, 16, 16, 10),
        formats={1: "#,##0", 2: "#,##0.000", 3: "0.00"},
    )


def best_practices_2550() -> PrintedSheet:
    """The four projects of เชียงใหม่ shown as best practice, places spelled as printed."""
    return PrintedSheet(
        name="Best Practices",
        titles=(
            "โครงการ Best Practices ตามยุทธศาสตร์อยู่ดีมีสุข",
            "จังหวัดเชียงใหม่ ปีงบประมาณ พ.ศ. ๒๕๕๐",
            "หน่วยงาน: สำนักงานจังหวัดเชียงใหม่",
            "หน่วย: บาท",
        ),
        header=(
            (
                *("แผนงาน", "ชื่อโครงการ", "งบประมาณ", "หน่วยดำเนินการ"),
                *("พื้นที่ดำเนินการ", LEFT, LEFT, "แบบอย่างที่ดี", "จุดเด่น"),
            ),
            (*[ABOVE] * 4, "หมู่บ้าน", "ตำบล", "อำเภอ", ABOVE, ABOVE),
        ),
        rows=tuple(
            (
                row["plan"],
                row["project"],
                number(row["allocated_thb"]),
                "คณะกรรมการหมู่บ้าน/ชุมชน",
                row["village"] or None,
                row["subdistrict"],
                row["district"],
                "ใช่",
                row["highlight"],
            )
            for row in facts("best_practices_2550")
        ),
        widths=(26, 44, 14, 26, 12, 14, 14, 14, 60),
        formats={2: "#,##0"},
    )


def phatthalung_plan_2561() -> PrintedSheet:
    """Vision, its definitions, missions, objectives and the five issues of พัทลุง 2561–2565."""
    return _strategy(
        "phatthalung_plan_2561",
        name="แผนพัฒนาจังหวัด",
        titles=(
            "โครงสร้างแผนพัฒนาจังหวัดพัทลุง พ.ศ. ๒๕๖๑ - ๒๕๖๕ (ทบทวน ๒๕๖๔)",
            "หน่วยงาน: สำนักงานจังหวัดพัทลุง",
        ),
    )


def phatthalung_policies_2569() -> PrintedSheet:
    """The ministry's five policies and the governor's 6 รัก 8 สร้าง with their 52 points."""
    return _strategy(
        "phatthalung_policies_2569",
        name="นโยบาย",
        titles=(
            "แนวทางการปฏิบัติราชการ และนโยบายหลัก ปี พ.ศ.๒๕๖๙",
            "หน่วยงาน: ผู้ว่าราชการจังหวัดพัทลุง",
        ),
        more={"work_stream": "สายงาน", "corrected_title": "ข้อความที่แก้ไข"},
    )


def upper_north_1_positioning_2557() -> PrintedSheet:
    """What the group means to stand for, and three targets of four years without values."""
    return _strategy(
        "upper_north_1_positioning_2557",
        name="ตำแหน่งการพัฒนา",
        titles=(
            "ตัวชี้วัดและเป้าหมายของการพัฒนา (เป้าหมาย 4 ปีข้างหน้า)",
            "หน่วยงาน: กลุ่มจังหวัดภาคเหนือตอนบน 1",
        ),
    )


def chiangmai_mission_groups_2550() -> PrintedSheet:
    """Mission groups × provincial issues × well-being plans, names as printed."""
    return _strategy(
        "chiangmai_mission_groups_2550",
        name="ความเชื่อมโยง",
        titles=(
            "ความเชื่อมโยงระหว่างแผนยุทธศาสตร์ และโครงการตามแผนยุทธศาสตร์อยู่ดีมีสุข",
            "หน่วยงาน: สำนักงานจังหวัดเชียงใหม่",
        ),
    )


def _strategy(
    source: str,
    *,
    name: str,
    titles: tuple[str, ...],
    more: Mapping[str, str] = MappingProxyType({}),
) -> PrintedSheet:
    """The nodes of a plan; owner, plan and years merged down over the rows they cover.

    `more` are further columns by the facts' names, with their headers.
    """
    rows = facts(source)
    return PrintedSheet(
        name=name,
        titles=titles,
        header=((*STRATEGY_HEADER, *more.values()),),
        rows=tuple(
            (*_head(row, above), *_node(row), *(row[key] or None for key in more))
            for row, above in zip(rows, (None, *rows), strict=False)
        ),
        widths=(18, 36, 10, 10, 12, 20, 10, 16, 80, 16, 30, 14, *(30 for _ in more)),
        formats={},
    )


def _head(row: dict[str, str], above: dict[str, str] | None) -> tuple:
    keys = ("plan_owner", "plan_name", "year_from", "year_to", "revision")
    if above and all(row[key] == above[key] for key in keys):
        return (ABOVE,) * len(keys)
    years = (number(row[key]) for key in ("year_from", "year_to", "revision"))
    return (row["plan_owner"], row["plan_name"], *years)


def _node(row: dict[str, str]) -> tuple:
    texts = ("node_type", "ordinal", "node_code", "title", "parent", "linked_to")
    return (*(row[key] or None for key in texts), number(row["priority"]))
