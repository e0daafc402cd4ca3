"""Form 9: what the strategic assessor team found."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, QUARTER


def _text(
    key: str,
    header: str,
    header_en: str,
    *accepted: str,
    required: bool = False,
    example: str = "",
) -> Column:
    return Column(key, header, header_en, required=required, accepted=accepted, example=example)


FORM = Form(
    name="assessments",
    number=9,
    version=2,
    title="ผลการตรวจประเมิน",
    title_en="Assessments",
    accepted_titles=("ผลการประเมินโดยผู้ประเมินยุทธศาสตร์",),
    columns=(
        AREA,
        FISCAL_YEAR,
        QUARTER,
        _text(
            "agency",
            "หน่วยงาน",
            "Agency",
            "หน่วยงานที่ถูกประเมิน",
            "หน่วยรับตรวจ",
            required=True,
            example="สำนักงานเกษตรจังหวัดเชียงใหม่",
        ),
        _text("kpi", "ตัวชี้วัด", "Indicator", "ชื่อตัวชี้วัด"),
        _text("project", "โครงการ", "Project", "ชื่อโครงการ"),
        Column(
            "assessor",
            "ผู้ประเมิน",
            "Assessor",
            required=True,
            accepted=("ผู้ตรวจประเมิน",),
            example="หัวหน้าสำนักงานจังหวัด",
            help_th="ตำแหน่งเท่านั้น ไม่ใส่ชื่อบุคคล ไฟล์ที่มีชื่อบุคคลจะไม่ถูกรับ",
            help_en="The position only, never a person's name: a file with names is refused.",
        ),
        Column(
            "assessor_agency",
            "หน่วยงานของผู้ประเมิน",
            "Agency of the assessor",
            accepted=("สังกัดผู้ประเมิน",),
            example="สำนักงานจังหวัดเชียงใหม่",
            help_th="ต้องไม่ใช่หน่วยงานที่ถูกประเมิน",
            help_en="Must not be the agency that is assessed.",
        ),
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
            key="self_score",
            header="คะแนนประเมินตนเอง",
            header_en="Self-assessed score",
            kind="number",
            accepted=("คะแนนที่หน่วยงานประเมินตนเอง", "คะแนนตนเอง"),
            minimum=1,
            maximum=5,
            example="4.5",
            help_th="คะแนน 1 ถึง 5 ที่หน่วยงานให้ตนเอง เว้นว่าง = เทียบกับผลที่รายงานในแบบ 2",
            help_en="The 1 to 5 the agency gave itself; blank compares with what form 2 reports.",
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
    without_persons=True,
    help_th="การประเมินหนึ่งแถว ผู้ประเมินระบุเป็นตำแหน่งและหน่วยงาน ไม่ใส่ชื่อบุคคล",
    help_en="One assessment a row; assessors by position and office, never by name.",
)
