"""Columns that several forms share, and the words people use for yes and no."""

from loaders.form import Column

YES = ("ใช่", "มี", "✓", "✔", "☑", "√", "/", "1", "y", "yes", "true", "เข้าร่วม")
NO = ("ไม่ใช่", "ไม่มี", "✗", "✘", "x", "×", "0", "n", "no", "false", "ไม่เข้าร่วม")

SOURCES = (
    (
        "province",
        (
            "งบจังหวัด",
            "งบพัฒนาจังหวัด",
            "งบประมาณจังหวัด",
            "งบยุทธศาสตร์จังหวัด",
            "งบประมาณพัฒนาจังหวัด",
            "จังหวัด",
            "province",
        ),
    ),
    (
        "group",
        (
            "งบกลุ่มจังหวัด",
            "งบพัฒนากลุ่มจังหวัด",
            "งบประมาณกลุ่มจังหวัด",
            "งบยุทธศาสตร์กลุ่มจังหวัด",
            "กลุ่มจังหวัด",
            "province group",
        ),
    ),
    (
        "function",
        (
            "งบฟังก์ชัน",
            "งบ Function",
            "งบส่วนราชการ",
            "งบส่วนราชการ (Function)",
            "งบกระทรวง กรม",
            "งบกระทรวง",
            "งบกรม",
            "งบปกติ",
            "งบประมาณปกติ",
            "กระทรวง/กรม",
            "ส่วนราชการ",
            "ministry",
        ),
    ),
    (
        "local",
        (
            "งบ อปท.",
            "อปท.",
            "งบท้องถิ่น",
            "องค์กรปกครองส่วนท้องถิ่น",
            "งบองค์กรปกครองส่วนท้องถิ่น",
            "เงินอุดหนุน อปท.",
            "local government",
        ),
    ),
    (
        "private",
        ("เอกชน", "งบเอกชน", "ภาคเอกชน", "เอกชน/ชุมชน", "ชุมชน", "งบชุมชน", "private"),
    ),
    ("loan", ("เงินกู้", "งบเงินกู้", "พ.ร.ก.เงินกู้", "loan")),
    (
        "carry_over",
        (
            "กันเหลื่อมปี",
            "เงินกันไว้เบิกเหลื่อมปี",
            "เงินกันเหลื่อมปี",
            "งบกันเหลื่อมปี",
            "เบิกเหลื่อมปี",
            "carry-over",
        ),
    ),
)
SPENDING_TYPES = (
    ("current", ("ประจำ", "รายจ่ายประจำ", "งบประจำ", "งบดำเนินงาน", "current")),
    ("capital", ("ลงทุน", "รายจ่ายลงทุน", "งบลงทุน", "capital")),
)

GRADES = (
    ("A", ("เกรด A", "A", "ดี", "ระดับดี", "เกรด A ดี", "เกรด A ระดับดี", "A ระดับดี")),
    (
        "B",
        ("เกรด B", "B", "ปานกลาง", "ระดับปานกลาง", "เกรด B ปานกลาง", "เกรด B ระดับปานกลาง"),
    ),
    (
        "C",
        (
            "เกรด C",
            "C",
            "ต้องปรับปรุง",
            "ปรับปรุง",
            "ระดับต้องปรับปรุง",
            "เกรด C ต้องปรับปรุง",
            "เกรด C ระดับต้องปรับปรุง",
        ),
    ),
)

AREA = Column(
    key="area",
    header="จังหวัด/กลุ่มจังหวัด",
    header_en="Province or province group",
    kind="area",
    required=True,
    accepted=("จังหวัด", "กลุ่มจังหวัด", "พื้นที่", "ชื่อจังหวัด", "province", "area"),
    fill_down=True,
    example="เชียงใหม่",
    help_th="ชื่อจังหวัดหรือกลุ่มจังหวัด เว้นว่างได้เมื่อเหมือนแถวบน",
    help_en="Name of the province or group; blank means the same as the row above.",
)

PROVINCE = Column(
    key="province",
    header="จังหวัด",
    header_en="Province",
    kind="province",
    required=True,
    accepted=("ชื่อจังหวัด", "province"),
    fill_down=True,
    example="เชียงใหม่",
    help_th="ชื่อจังหวัด",
    help_en="Name of the province.",
)

DISTRICT = Column(
    key="district",
    header="อำเภอ",
    header_en="District",
    kind="district",
    accepted=("อำเภอ/เขต", "ชื่ออำเภอ", "เขต", "district"),
    fill_down=True,
    example="แม่ริม",
    help_th="ชื่ออำเภอในจังหวัดของแถวนั้น",
    help_en="Name of a district of the row's province.",
)

SUBDISTRICT = Column(
    key="subdistrict",
    header="ตำบล",
    header_en="Subdistrict",
    accepted=("ตำบล/แขวง", "ชื่อตำบล", "แขวง", "subdistrict", "tambon"),
    fill_down=True,
    example="สะลวง",
    help_th="ชื่อตำบล",
    help_en="Name of the subdistrict.",
)

FISCAL_YEAR = Column(
    key="fiscal_year",
    header="ปีงบประมาณ",
    header_en="Fiscal year",
    kind="year",
    required=True,
    accepted=("ปี", "ปี พ.ศ.", "พ.ศ.", "ปีงบประมาณ พ.ศ.", "ปีงบ", "fiscal year", "year"),
    fill_down=True,
    example="2569",
    help_th="ปีงบประมาณ (พ.ศ.) เช่น 2569 คือ 1 ต.ค. 2568 – 30 ก.ย. 2569",
    help_en="Fiscal year in the Buddhist era: 2569 runs from 1 October 2025 to 30 September 2026.",
)

QUARTER = Column(
    key="quarter",
    header="ไตรมาส",
    header_en="Quarter",
    kind="quarter",
    accepted=("ไตรมาสที่", "quarter"),
    example="1",
    help_th="ไตรมาสของปีงบประมาณ 1–4 เว้นว่างหรือ ทั้งปี หมายถึงทั้งปี",
    help_en="Quarter of the fiscal year, 1 to 4; blank or ทั้งปี means the whole year.",
)

STRATEGIC_ISSUE = Column(
    key="strategic_issue",
    header="ประเด็นยุทธศาสตร์",
    header_en="Strategic issue",
    accepted=(
        "ประเด็นการพัฒนา",
        "ประเด็นการพัฒนาจังหวัด",
        "ยุทธศาสตร์",
        "strategic issue",
    ),
    fill_down=True,
    example="ส่งเสริมการท่องเที่ยวคุณภาพ",
    help_th="ประเด็นยุทธศาสตร์ตามแผนพัฒนาจังหวัด",
    help_en="The strategic issue of the provincial plan.",
)

KPI_CODE = Column(
    key="kpi_code",
    header="รหัสตัวชี้วัด",
    header_en="Indicator code",
    accepted=("รหัสKPI", "kpi code"),
    example="CM-T1",
    help_th="รหัสตัวชี้วัด เว้นว่างได้ ระบบจะสร้างจากพื้นที่และชื่อ",
    help_en="Code of the indicator; made from area and name when blank.",
)

KPI = Column(
    key="kpi",
    header="ตัวชี้วัด",
    header_en="Indicator",
    required=True,
    accepted=(
        "ตัวชี้วัดของประเด็นการพัฒนา",
        "ชื่อตัวชี้วัด",
        "ตัวชี้วัดยุทธศาสตร์",
        "ตัวชี้วัดความสำเร็จ",
        "kpi",
        "indicator",
    ),
    example="ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว",
    help_th="ชื่อเต็มของตัวชี้วัด",
    help_en="Full name of the indicator.",
)

UNIT = Column(
    key="unit",
    header="หน่วยวัด",
    header_en="Unit",
    accepted=("หน่วยนับ", "หน่วย", "unit"),
    example="ร้อยละ",
    help_th="หน่วยของค่า เช่น ร้อยละ ล้านบาท คน แห่ง",
    help_en="Unit of the values, such as percent, million baht, persons.",
)

SOURCE = Column(
    key="source",
    header="แหล่งงบประมาณ",
    header_en="Source of money",
    kind="choice",
    open=True,
    accepted=("แหล่งเงิน", "แหล่ง งปม.", "แหล่งที่มาของงบประมาณ", "แหล่งของเงิน", "source"),
    choices=SOURCES,
    fill_down=True,
    example="งบจังหวัด",
    help_th="งบจังหวัด งบกลุ่มจังหวัด งบฟังก์ชัน อปท. เอกชน เงินกู้ หรือกันเหลื่อมปี",
    help_en="Province, province group, ministry, local government, private, loan or carry-over.",
)

SPENDING_TYPE = Column(
    key="spending_type",
    header="ประเภทรายจ่าย",
    header_en="Spending type",
    kind="choice",
    accepted=("ประจำ/ลงทุน", "งบรายจ่าย", "spending type"),
    choices=SPENDING_TYPES,
    example="ลงทุน",
    help_th="รายจ่ายประจำหรือรายจ่ายลงทุน",
    help_en="Current or capital spending.",
)

SHARE_REPORTED = Column(
    key="share_pct_reported",
    header="ร้อยละ",
    header_en="Share as reported (%)",
    kind="percent",
    accepted=(
        "%",
        "เปอร์เซ็นต์",
        "เปอร์เซ็นต์ (%)",
        "สัดส่วน",
        "สัดส่วน (%)",
        "คิดเป็นร้อยละ",
        "ร้อยละของงบประมาณ",
        "share",
    ),
    minimum=0,
    maximum=100,
    example="24.42",
    help_th="สัดส่วนตามที่พิมพ์ ระบบคำนวณใหม่และเทียบให้",
    help_en="The share as printed; it is recomputed and compared.",
)


def text_column(
    key: str,
    header: str,
    header_en: str,
    *accepted: str,
    required: bool = False,
    example: str = "",
) -> Column:
    """A column of plain text, its other headings in `accepted`."""
    return Column(key, header, header_en, required=required, accepted=accepted, example=example)


def money_column(key: str, header: str, header_en: str, *accepted: str, **more) -> Column:
    """A column of money that is never negative; `more` are other fields of `Column`."""
    return Column(key, header, header_en, kind="money", accepted=accepted, minimum=0, **more)
