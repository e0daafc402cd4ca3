"""Form 8: what may go wrong with projects and indicators, and what is done about it."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, QUARTER, STRATEGIC_ISSUE, text_column


def _scale(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="count",
        required=True,
        accepted=accepted,
        minimum=1,
        maximum=5,
        example="3",
        help_th="ระดับ 1 (น้อยที่สุด) ถึง 5 (มากที่สุด)",
        help_en="From 1, least, to 5, most.",
    )


FORM = Form(
    name="risks",
    number=8,
    version=2,
    title="ทะเบียนความเสี่ยง",
    title_en="Risk register",
    accepted_titles=("แผนบริหารความเสี่ยง",),
    columns=(
        AREA,
        FISCAL_YEAR,
        QUARTER,
        replace(
            STRATEGIC_ISSUE,
            fill_down=False,
            help_th="เว้นว่างได้เมื่อระบุตัวชี้วัดหรือโครงการที่รู้ประเด็นแล้ว",
            help_en="May stay blank where the indicator or project tells the issue.",
        ),
        text_column("project", "โครงการ", "Project", "ชื่อโครงการ"),
        text_column("kpi", "ตัวชี้วัด", "Indicator", "ชื่อตัวชี้วัด"),
        text_column(
            "risk",
            "ความเสี่ยง",
            "Risk",
            "ประเด็นความเสี่ยง",
            required=True,
            example="ฝนทิ้งช่วงทำให้น้ำไม่พอใช้ในฤดูแล้ง",
        ),
        text_column("category", "ประเภทความเสี่ยง", "Category", "หมวด", "ด้าน"),
        _scale("likelihood", "โอกาส", "Likelihood", "โอกาสที่จะเกิด", "โอกาสเกิด"),
        _scale("impact", "ผลกระทบ", "Impact", "ความรุนแรง"),
        text_column("control", "แนวทางจัดการ", "Control", "มาตรการจัดการ", "การจัดการความเสี่ยง"),
        text_column("owner", "ผู้รับผิดชอบ", "Owner", "หน่วยงานรับผิดชอบ"),
        Column(
            "status",
            "สถานะ",
            "Status",
            accepted=("สถานะความเสี่ยง",),
            example="เฝ้าระวัง",
            help_th="ความเสี่ยงที่ ปิด หรือ ยุติ แล้วไม่นับในแผนที่ความเสี่ยง",
            help_en="A risk that is closed (ปิด, ยุติ) is not counted on the map.",
        ),
        Column("next_review", "ทบทวนครั้งต่อไป", "Next review", kind="date", accepted=("วันที่ทบทวน",)),
    ),
    row_key=("area", "fiscal_year", "quarter", "project", "kpi", "risk"),
    from_context=("area", "fiscal_year", "quarter"),
    period="quarter",
    help_th="ความเสี่ยงหนึ่งแถว",
    help_en="One risk a row.",
)
