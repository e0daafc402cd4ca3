"""Requests for budget that a province or a group files, and what became of them."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, STRATEGIC_ISSUE


def _money(key: str, header: str, header_en: str, *accepted: str, **more) -> Column:
    return Column(key, header, header_en, kind="money", accepted=accepted, minimum=0, **more)


FORM = Form(
    name="budget_requests",
    number=15,
    version=1,
    title="คำของบประมาณจังหวัดและกลุ่มจังหวัด",
    title_en="Budget requests",
    accepted_titles=("คำของบประมาณ", "สรุปคำของบประมาณ", "แบบคำของบประมาณ"),
    columns=(
        AREA,
        FISCAL_YEAR,
        Column(
            key="priority",
            header="ลำดับความสำคัญ",
            header_en="Priority",
            kind="count",
            accepted=("ลำดับที่ขอ", "priority"),
            minimum=1,
            example="1",
            help_th="ลำดับความสำคัญของคำขอ 1 = สำคัญที่สุด",
            help_en="Order of importance, 1 the most important.",
        ),
        STRATEGIC_ISSUE,
        Column(
            key="plan",
            header="แผนงาน",
            header_en="Plan",
            accepted=("ชื่อแผนงาน", "plan"),
            fill_down=True,
            example="บริการขั้นพื้นฐาน",
            help_th="แผนงานที่ขอ",
            help_en="The plan the request belongs to.",
        ),
        Column(
            key="project",
            header="โครงการที่ขอ",
            header_en="Project requested",
            required=True,
            accepted=("โครงการ", "ชื่อโครงการ", "โครงการ/กิจกรรม", "รายการคำขอ", "project"),
            example="พัฒนาแหล่งท่องเที่ยวเชิงวัฒนธรรม",
            help_th="ชื่อโครงการที่ขอ",
            help_en="Name of the project asked for.",
        ),
        Column(
            key="agency",
            header="หน่วยดำเนินการ",
            header_en="Agency",
            accepted=("หน่วยงานรับผิดชอบ", "หน่วยงาน", "ส่วนราชการ", "agency"),
            example="สำนักงานท่องเที่ยวและกีฬาจังหวัด",
            help_th="หน่วยงานที่จะดำเนินโครงการ",
            help_en="The agency that would carry it out.",
        ),
        _money(
            "requested_thb",
            "คำของบประมาณ",
            "Requested (baht)",
            *("งบประมาณที่ขอ", "วงเงินที่ขอ", "จำนวนเงินที่ขอ", "คำขอ", "requested"),
            required=True,
            example="12000000",
            help_th="จำนวนเงินที่ขอ",
            help_en="The money asked for.",
        ),
        _money(
            "allocated_thb",
            "ได้รับจัดสรร",
            "Allocated (baht)",
            *("งบประมาณที่ได้รับจัดสรร", "ที่ได้รับจัดสรร", "งบที่ได้รับ", "ตาม พ.ร.บ.", "allocated"),
            example="9000000",
            help_th="เงินที่ได้รับจัดสรร เว้นว่างเมื่อยังไม่พิจารณา 0 = ไม่ได้รับ",
            help_en="What was allocated; blank while undecided, 0 for nothing.",
        ),
        Column(
            key="cut_reason",
            header="เหตุผลที่ปรับลด",
            header_en="Why it was cut",
            accepted=("เหตุผลที่ถูกตัด", "เหตุผลการปรับลด", "เหตุผลที่ไม่ได้รับ", "cut reason"),
            example="รายละเอียดไม่พร้อม",
            help_th="เหตุผลที่ได้รับน้อยกว่าที่ขอ",
            help_en="Why less was allocated than asked for.",
        ),
    ),
    row_key=("area", "fiscal_year", "plan", "project", "agency"),
    from_context=("area", "fiscal_year"),
    help_th="โครงการที่ขอหนึ่งแถว",
    help_en="One project a row.",
)
