"""Form 9: what the strategic assessor team found."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, QUARTER


def _text(key: str, header: str, header_en: str, *accepted: str, required: bool = False) -> Column:
    return Column(key, header, header_en, required=required, accepted=accepted)


FORM = Form(
    name="assessments",
    number=9,
    version=1,
    title="ผลการตรวจประเมิน",
    title_en="Assessments",
    accepted_titles=("ผลการประเมินโดยผู้ประเมินยุทธศาสตร์",),
    columns=(
        AREA,
        FISCAL_YEAR,
        QUARTER,
        _text("agency", "หน่วยงาน", "Agency", "หน่วยงานที่ถูกประเมิน", "หน่วยรับตรวจ", required=True),
        _text("kpi", "ตัวชี้วัด", "Indicator", "ชื่อตัวชี้วัด"),
        _text("project", "โครงการ", "Project", "ชื่อโครงการ"),
        _text("assessor", "ผู้ประเมิน", "Assessor", "ผู้ตรวจประเมิน", required=True),
        _text("assessor_agency", "หน่วยงานของผู้ประเมิน", "Agency of the assessor", "สังกัดผู้ประเมิน"),
        Column(
            key="score",
            header="คะแนน",
            header_en="Score",
            kind="number",
            accepted=("ระดับคะแนน", "ผลคะแนน"),
            minimum=1,
            maximum=5,
            example="4",
            help_th="คะแนน 1 ถึง 5",
            help_en="Score from 1 to 5.",
        ),
        Column(
            "evidence_ok",
            "หลักฐานครบถ้วน",
            "Evidence complete",
            kind="yes_no",
            accepted=("หลักฐานถูกต้อง",),
        ),
        _text("comment", "ความเห็น", "Comment", "ข้อเสนอแนะ"),
    ),
    row_key=("area", "fiscal_year", "quarter", "agency", "kpi", "project", "assessor"),
    from_context=("area", "fiscal_year", "quarter", "agency"),
    period="quarter",
    help_th="การประเมินหนึ่งแถว",
    help_en="One assessment a row.",
)
