"""The evaluation framework of a fiscal year: dimensions, items, weights and how each is scored."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import FISCAL_YEAR, KPI, KPI_CODE, UNIT
from loaders.forms.scoring import METHOD, OWNER, SCALE, THRESHOLDS, weight

GROUPS = (
    ("external", ("มิติภายนอก", "ภายนอก", "external")),
    ("internal", ("มิติภายใน", "ภายใน", "internal")),
)

FORM = Form(
    name="evaluation_framework",
    number=16,
    version=1,
    title="กรอบการประเมินผลการปฏิบัติราชการ",
    title_en="Evaluation framework",
    accepted_titles=("กรอบการประเมินผล", "กรอบการประเมินผลของจังหวัด"),
    columns=(
        OWNER,
        FISCAL_YEAR,
        Column(
            key="dimension_group",
            header="กลุ่มมิติ",
            header_en="Group of dimensions",
            kind="choice",
            accepted=("มิติภายนอก/ภายใน", "dimension group"),
            choices=GROUPS,
            fill_down=True,
            example="มิติภายนอก",
            help_th="มิติภายนอกหรือมิติภายใน เว้นว่างเมื่อกรอบไม่ได้แบ่ง",
            help_en="External or internal; blank when the framework does not divide them.",
        ),
        Column(
            key="dimension_no",
            header="มิติที่",
            header_en="Number of the dimension",
            accepted=("เลขมิติ", "dimension no"),
            fill_down=True,
            example="1",
            help_th="เลขมิติตามเอกสาร",
            help_en="Number of the dimension in the document.",
        ),
        Column(
            key="dimension",
            header="มิติ",
            header_en="Dimension",
            required=True,
            accepted=("มิติการประเมิน", "ชื่อมิติ", "dimension"),
            fill_down=True,
            example="มิติประสิทธิผล",
            help_th="ชื่อมิติตามเอกสาร",
            help_en="Name of the dimension in the document.",
        ),
        weight(
            "dimension_weight_pct",
            "น้ำหนักมิติ",
            "Weight of the dimension (%)",
            "น้ำหนักของทั้งมิติ (ร้อยละ) ใช้ตรวจว่ารายการรวมกันครบ",
            "Weight of the whole dimension in percent; its items must add up to it.",
            "น้ำหนักของมิติ",
        ),
        Column(
            key="item_no",
            header="ข้อ",
            header_en="Number of the item",
            accepted=("ข้อที่", "ลำดับ", "item no"),
            example="1.1",
            help_th="เลขข้อตามเอกสาร",
            help_en="Number of the item in the document.",
        ),
        Column(
            key="item",
            header="รายการประเมิน",
            header_en="Item",
            required=True,
            accepted=("ประเด็นการประเมิน", "หัวข้อการประเมิน", "item"),
            fill_down=True,
            example="ตัวชี้วัดยุทธศาสตร์ของจังหวัด",
            help_th="ชื่อรายการตามเอกสาร",
            help_en="Name of the item in the document.",
        ),
        Column(
            key="item_identity",
            header="รหัสรายการข้ามปี",
            header_en="Identity across years",
            accepted=("รหัสรายการ", "item identity"),
            help_th="รหัสเดียวกันในทุกปีที่เป็นรายการเดียวกันจริง เว้นว่าง = เทียบด้วยชื่อ (เลขข้อไม่ใช้เทียบ)",
            help_en="The same in every year in which it is the same item; blank: told by its name, "
            "never by its number.",
        ),
        KPI_CODE,
        replace(KPI, required=False),
        UNIT,
        weight(
            "weight_pct",
            "น้ำหนัก",
            "Weight (%)",
            "น้ำหนักของแถวเป็นร้อยละของทั้งกรอบ เว้นว่าง = ยังไม่กำหนด",
            "Weight of the row in percent of the whole framework; blank: not decided.",
            "น้ำหนัก (%)",
            "น้ำหนัก (ร้อยละ)",
            "weight",
        ),
        SCALE,
        METHOD,
        *THRESHOLDS,
    ),
    row_key=("area", "fiscal_year", "dimension", "item_no", "item", "kpi_code", "kpi"),
    from_context=("area", "fiscal_year"),
    period="year",
    help_th="รายการประเมินหนึ่งแถว หรือตัวชี้วัดของรายการหนึ่งแถว",
    help_en="One item a row, or one row for each of its indicators.",
)
