"""Form 12: one flagship project in brief (แบบ จ.1-1)."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, STRATEGIC_ISSUE, text_column

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
        text_column("guideline", "แนวทางการพัฒนา", "Development guideline"),
        text_column(
            "issue_indicators",
            "ตัวชี้วัดและค่าเป้าหมายของประเด็นการพัฒนา",
            "Indicators and targets of the issue",
        ),
        text_column("main_plan", "แผนงานหลัก", "Main plan"),
        text_column("plan", "แผนงาน", "Plan"),
        text_column(
            "project",
            "ชื่อโครงการสำคัญ",
            "Flagship project",
            "ชื่อโครงการ",
            required=True,
            example="พัฒนาระบบน้ำเพื่อการเกษตร",
        ),
        text_column(
            "rationale",
            "หลักการและเหตุผล",
            "Rationale",
            required=True,
            example="พื้นที่เพาะปลูกส่วนใหญ่อยู่นอกเขตชลประทานและขาดน้ำในฤดูแล้ง",
        ),
        text_column("objectives", "วัตถุประสงค์ของโครงการ", "Objectives", "วัตถุประสงค์"),
        text_column("indicators", "ตัวชี้วัดและค่าเป้าหมาย", "Indicators and targets"),
        text_column("target_area", "พื้นที่เป้าหมาย", "Where"),
        text_column(
            "activities",
            "ขอบเขตของกิจกรรมหลักโดยสังเขป",
            "Main activities",
            "ขอบเขตกิจกรรมหลัก",
            "ขอบเขตของกิจกรรมหลัก",
        ),
        text_column("agency", "หน่วยงานดำเนินการ", "Agency", "หน่วยดำเนินการ"),
        text_column("related_agencies", "หน่วยงานที่เกี่ยวข้อง", "Agencies concerned"),
        text_column(
            "duration", "ระยะเวลาในการดำเนินโครงการ", "Duration", "ระยะเวลา", "ระยะเวลาดำเนินการ"
        ),
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
        text_column("source", "แหล่งงบประมาณ", "Source of money"),
        text_column("outputs", "ผลผลิต", "Outputs", "ผลผลิต (Output)"),
        text_column(
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
