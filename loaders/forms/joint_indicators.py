"""What ministries and provinces measure together, and in which provinces (Function-Area)."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import FISCAL_YEAR, KPI, PROVINCE, UNIT

MEASURED_IN = (
    ("all", ("วัดทุกจังหวัด", "ทุกจังหวัด", "ทั้งประเทศ", "all")),
    ("some", ("วัดเฉพาะบางจังหวัด", "บางจังหวัด", "เฉพาะบางจังหวัด", "some")),
)


def _national(key: str, header: str, header_en: str, accepted: tuple[str, ...], example: str):
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="number",
        accepted=accepted,
        fill_down=True,
        example=example,
        help_th="ของทั้งประเทศ ในหน่วยเดียวกับของจังหวัด",
        help_en="Of the whole country, in the unit of the provinces.",
    )


FORM = Form(
    name="joint_indicators",
    number=19,
    version=1,
    title="ตัวชี้วัดร่วมระหว่างกระทรวงและจังหวัด",
    title_en="Joint Function-Area indicators",
    accepted_titles=("ประเด็นที่ควรกำหนดเป็นตัวชี้วัดร่วม", "ตัวชี้วัดร่วม (Function-Area)"),
    columns=(
        FISCAL_YEAR,
        Column(
            key="topic",
            header="ประเด็นร่วม",
            header_en="Joint topic",
            required=True,
            accepted=("ประเด็นที่ควรกำหนดเป็นตัวชี้วัดร่วม", "เรื่องที่วัดร่วม", "joint topic"),
            fill_down=True,
            example="ท่องเที่ยว",
            help_th="เรื่องที่กระทรวงและจังหวัดวัดร่วมกัน",
            help_en="What the ministry and the provinces measure together.",
        ),
        Column(
            key="measured_in",
            header="วัดใน",
            header_en="Measured in",
            kind="choice",
            required=True,
            accepted=("จังหวัดที่วัด", "ขอบเขตการวัด", "measured in"),
            choices=MEASURED_IN,
            fill_down=True,
            example="วัดเฉพาะบางจังหวัด",
            help_th="ทุกจังหวัด หรือเฉพาะบางจังหวัด (แถวละหนึ่งจังหวัด)",
            help_en="Every province, or some: one row for each of these.",
        ),
        replace(
            PROVINCE,
            required=False,
            fill_down=False,
            help_th="จังหวัดที่วัด เว้นว่างเมื่อวัดทุกจังหวัด หรือยังไม่กำหนดรายชื่อ",
            help_en="A province it is measured in; blank for all, or while none are listed.",
        ),
        Column(
            key="ministry",
            header="กระทรวง",
            header_en="Ministry",
            accepted=("กระทรวงเจ้าภาพ", "กระทรวงที่วัดร่วม", "ministry"),
            fill_down=True,
            example="กระทรวงการท่องเที่ยวและกีฬา",
            help_th="กระทรวงเจ้าของเป้าหมายระดับประเทศ",
            help_en="The ministry whose national target it is.",
        ),
        replace(KPI, required=False, fill_down=True),
        replace(UNIT, fill_down=True),
        _national(
            "national_target",
            "เป้าหมายระดับประเทศ",
            "National target",
            ("ค่าเป้าหมายระดับประเทศ", "เป้าหมายประเทศ"),
            "1,500,000",
        ),
        _national(
            "national_actual",
            "ผลระดับประเทศ",
            "National result",
            ("ผลการดำเนินงานระดับประเทศ", "ผลประเทศ"),
            "1,420,000",
        ),
    ),
    row_key=("fiscal_year", "topic", "kpi", "province"),
    from_context=("fiscal_year",),
    period="plan",
    help_th="หนึ่งแถวต่อประเด็นและจังหวัดที่วัด จังหวัดที่ไม่อยู่ในรายชื่อถือว่า «ไม่เกี่ยวข้อง» ไม่ใช่ขาดส่ง",
    help_en="One row per topic and province it is measured in; a province that is not listed is "
    "not concerned, which is not the same as missing.",
)
