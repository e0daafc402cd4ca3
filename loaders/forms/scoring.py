"""Columns by which forms say how a result becomes a score, and the area a rule of scoring is for."""

from loaders.form import Column

SCALES = (
    ("1-5", ("1–5", "1-5", "5 ระดับ", "1 ถึง 5")),
    ("0-100", ("0–100", "0-100", "100 คะแนน", "0 ถึง 100")),
)
METHODS = (
    ("interpolate", ("เทียบสัดส่วน", "เทียบบัญญัติไตรยางศ์", "บัญญัติไตรยางศ์", "interpolate")),
    ("step", ("ขั้นบันได", "ตามขั้น", "step")),
    ("milestone", ("ระดับขั้นตอน", "ระดับความสำเร็จ", "milestone")),
)

OWNER = Column(
    key="area",
    header="จังหวัด/กลุ่มจังหวัด",
    header_en="Province or province group",
    kind="area",
    accepted=("จังหวัด", "กลุ่มจังหวัด", "พื้นที่", "ชื่อจังหวัด", "province", "area"),
    fill_down=True,
    example="เชียงใหม่",
    help_th="เจ้าของ เว้นว่างเมื่อใช้กับทุกจังหวัด",
    help_en="The owner; blank when it is for every province.",
)

SCALE = Column(
    key="score_scale",
    header="มาตราคะแนน",
    header_en="Scale of scores",
    kind="choice",
    accepted=("ช่วงคะแนน", "score scale"),
    choices=SCALES,
    fill_down=True,
    example="1–5",
    help_th="1–5 ตามคำรับรอง หรือ 0–100 ตาม e-SAR เว้นว่างได้เมื่อกรอกเกณฑ์ของมาตราเดียว",
    help_en="1–5 as in agreements, 0–100 as in e-SAR; may be blank when only one has thresholds.",
)

METHOD = Column(
    key="score_method",
    header="วิธีให้คะแนน",
    header_en="Method of scoring",
    kind="choice",
    accepted=("วิธีคิดคะแนน", "score method"),
    choices=METHODS,
    example="เทียบสัดส่วน",
    help_th="เทียบสัดส่วนระหว่างเกณฑ์ ขั้นบันได หรือระดับขั้นตอน",
    help_en="By proportion between thresholds, by steps, or the level of a milestone.",
)

THRESHOLDS = (
    *(
        Column(
            key=f"score_{level}",
            header=f"คะแนน {level}",
            header_en=f"Score {level}",
            kind="number",
            accepted=(f"เกณฑ์คะแนน {level}", f"ระดับ {level}", f"เกณฑ์การให้คะแนน {level}"),
            help_th=f"ค่าที่ได้คะแนน {level}",
            help_en=f"The value that earns score {level}.",
        )
        for level in range(1, 6)
    ),
    Column(
        key="score_minimum",
        header="เป้าหมายขั้นต่ำ",
        header_en="Minimum target",
        kind="number",
        accepted=("เป้าหมายขั้นต้น", "ขั้นต่ำ", "ขั้นต้น (50)", "ขั้นต่ำ (50)"),
        help_th="ค่าที่ได้ 50 คะแนน ต่ำกว่านี้ได้ 0",
        help_en="The value that earns 50; below it the score is 0.",
    ),
    Column(
        key="score_standard",
        header="เป้าหมายมาตรฐาน",
        header_en="Standard target",
        kind="number",
        accepted=("มาตรฐาน", "ขั้นมาตรฐาน", "ขั้นมาตรฐาน (75)"),
        help_th="ค่าที่ได้ 75 คะแนน",
        help_en="The value that earns 75.",
    ),
    Column(
        key="score_advanced",
        header="เป้าหมายขั้นสูง",
        header_en="Advanced target",
        kind="number",
        accepted=("ขั้นสูง", "ขั้นสูง (100)"),
        help_th="ค่าที่ได้ 100 คะแนน",
        help_en="The value that earns 100.",
    ),
)


def weight(key: str, header: str, header_en: str, help_th: str, help_en: str, *words: str):
    """A column of weights in percent; a blank is not decided yet, never zero."""
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="percent",
        accepted=words,
        minimum=0,
        maximum=100,
        example="10",
        help_th=help_th,
        help_en=help_en,
    )
