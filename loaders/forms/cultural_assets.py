"""Traditions, languages, performances and ways of life at risk, and who carries them on."""

from loaders.form import Column, Form
from loaders.forms.common import DISTRICT, FISCAL_YEAR, PROVINCE
from loaders.forms.district_surveillance import RISK_LEVELS

ASSET_KINDS = (
    ("tradition", ("ประเพณี", "ประเพณีและพิธีกรรม", "tradition")),
    ("language", ("ภาษา", "ภาษาถิ่น", "language")),
    ("performance", ("การแสดง", "ศิลปะการแสดง", "performance")),
    ("way_of_life", ("วิถีชีวิต", "ภูมิปัญญา", "ภูมิปัญญาท้องถิ่น", "way of life")),
)

FORM = Form(
    name="cultural_assets",
    number=24,
    version=1,
    title="ทะเบียนมรดกวัฒนธรรมท้องถิ่น",
    title_en="Local cultural heritage",
    accepted_titles=("ฐานข้อมูลอัตลักษณ์ท้องถิ่น", "ทะเบียนอัตลักษณ์และประเพณี"),
    columns=(
        PROVINCE,
        DISTRICT,
        FISCAL_YEAR,
        Column(
            key="asset_kind",
            header="ประเภทมรดก",
            header_en="Kind",
            kind="choice",
            required=True,
            accepted=("ประเภท", "หมวด"),
            choices=ASSET_KINDS,
            fill_down=True,
            example="การแสดง",
        ),
        Column(
            key="asset",
            header="รายการ",
            header_en="Heritage",
            required=True,
            accepted=("ชื่อมรดก", "ชื่อประเพณี", "ชื่อรายการ"),
            example="โนรา",
        ),
        Column(
            key="risk_level",
            header="ระดับความเสี่ยง",
            header_en="Risk of loss",
            kind="choice",
            accepted=("ความเสี่ยงสูญหาย", "เสี่ยงสูญหาย"),
            choices=RISK_LEVELS,
            example="สูง",
        ),
        Column(
            key="custodian",
            header="ผู้สืบทอด",
            header_en="Custodian",
            accepted=("กลุ่มผู้สืบทอด", "องค์กรผู้ดูแล"),
            example="ศูนย์ศิลปวัฒนธรรมอำเภอ",
            help_th="กลุ่มหรือองค์กร ไม่ใส่ชื่อบุคคล",
            help_en="A group or organisation, never a person.",
        ),
        Column(
            key="youth_count",
            header="เยาวชนที่รับการถ่ายทอด",
            header_en="Youths taught",
            kind="count",
            accepted=("จำนวนเยาวชน", "เยาวชน (คน)"),
            minimum=0,
            example="25",
            help_th="จำนวนเยาวชนที่รับการถ่ายทอดในปี ว่าง = ไม่มีข้อมูล",
            help_en="Youths it was passed on to in the year; blank means unknown.",
        ),
    ),
    row_key=("province", "district", "fiscal_year", "asset_kind", "asset"),
    from_context=("province", "fiscal_year"),
    without_persons=True,
    help_th="มรดกวัฒนธรรมหนึ่งแถว",
    help_en="One piece of heritage a row.",
)
