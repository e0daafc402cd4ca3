"""Form 12: one flagship project in brief (แบบ จ.1-1)."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, STRATEGIC_ISSUE


def _words(
    key: str,
    header: str,
    header_en: str,
    *accepted: str,
    required: bool = False,
    example: str = "",
) -> Column:
    return Column(key, header, header_en, required=required, accepted=accepted, example=example)


FORM = Form(
    name="project_brief",
    number=12,
    version=1,
    title="โครงการแบบย่อ (Project Brief)",
    title_en="Project brief",
    accepted_titles=("แบบฟอร์มโครงการแบบย่อ", "แบบ จ.1-1"),
    columns=(
        AREA,
        FISCAL_YEAR,
        STRATEGIC_ISSUE,
        _words("guideline", "แนวทางการพัฒนา", "Development guideline"),
        _words(
            "issue_indicators",
            "ตัวชี้วัดและค่าเป้าหมายของประเด็นการพัฒนา",
            "Indicators and targets of the issue",
        ),
        _words("main_plan", "แผนงานหลัก", "Main plan"),
        _words("plan", "แผนงาน", "Plan"),
        _words(
            "project",
            "ชื่อโครงการสำคัญ",
            "Flagship project",
            "ชื่อโครงการ",
            required=True,
            example="พัฒนาระบบน้ำเพื่อการเกษตร",
        ),
        _words(
            "rationale",
            "หลักการและเหตุผล",
            "Rationale",
            required=True,
            example="พื้นที่เพาะปลูกส่วนใหญ่อยู่นอกเขตชลประทานและขาดน้ำในฤดูแล้ง",
        ),
        _words("objectives", "วัตถุประสงค์ของโครงการ", "Objectives", "วัตถุประสงค์"),
        _words("indicators", "ตัวชี้วัดและค่าเป้าหมาย", "Indicators and targets"),
        _words("target_area", "พื้นที่เป้าหมาย", "Where"),
        _words(
            "activities",
            "ขอบเขตของกิจกรรมหลักโดยสังเขป",
            "Main activities",
            "ขอบเขตกิจกรรมหลัก",
            "ขอบเขตของกิจกรรมหลัก",
        ),
        _words("agency", "หน่วยงานดำเนินการ", "Agency", "หน่วยดำเนินการ"),
        _words("related_agencies", "หน่วยงานที่เกี่ยวข้อง", "Agencies concerned"),
        _words("duration", "ระยะเวลาในการดำเนินโครงการ", "Duration", "ระยะเวลา", "ระยะเวลาดำเนินการ"),
        Column(
            key="budget_thb",
            header="งบประมาณ",
            header_en="Budget (baht)",
            kind="money",
            minimum=0,
            example="2500000",
            help_th="งบประมาณของโครงการ",
            help_en="Budget of the project.",
        ),
        _words("source", "แหล่งงบประมาณ", "Source of money"),
        _words("outputs", "ผลผลิต", "Outputs", "ผลผลิต (Output)"),
        _words(
            "outcomes",
            "ผลลัพธ์จากการดำเนินโครงการ",
            "Outcomes",
            "ผลลัพธ์",
            "ผลลัพธ์จากการดำเนินโครงการ (Outcome)",
        ),
    ),
    row_key=("area", "fiscal_year", "project"),
    from_context=("area", "fiscal_year"),
    help_th="โครงการสำคัญหนึ่งแถว หรือแบบ จ.1-1 โครงการละหนึ่งแผ่นงาน",
    help_en="One flagship project a row, or the official form, one sheet a project.",
)
