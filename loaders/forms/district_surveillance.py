"""How each district watches crime, drugs, accidents and disasters; counts only, never persons."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import DISTRICT, FISCAL_YEAR, PROVINCE, QUARTER

NAMED_PERIODS = (
    ("new_year", ("ปีใหม่", "เทศกาลปีใหม่", "ช่วงปีใหม่")),
    ("songkran", ("สงกรานต์", "เทศกาลสงกรานต์", "ช่วงสงกรานต์")),
    ("rainy", ("ฤดูฝน", "ช่วงฤดูฝน", "หน้าฝน")),
)
RISK_TYPES = (
    ("crime", ("อาชญากรรม", "คดีอาชญากรรม", "ความปลอดภัยในชีวิตและทรัพย์สิน")),
    ("drugs", ("ยาเสพติด", "ปัญหายาเสพติด")),
    ("accident", ("อุบัติเหตุ", "อุบัติเหตุทางถนน", "อุบัติภัยทางถนน")),
    ("disaster", ("สาธารณภัย", "ภัยพิบัติ", "อุทกภัย/สาธารณภัย")),
)
RISK_LEVELS = (
    ("low", ("ต่ำ", "เสี่ยงต่ำ", "น้อย")),
    ("medium", ("ปานกลาง", "เสี่ยงปานกลาง")),
    ("high", ("สูง", "เสี่ยงสูง", "มาก")),
    ("very_high", ("สูงมาก", "เสี่ยงสูงมาก", "มากที่สุด")),
)


def _count(key: str, header: str, header_en: str, *accepted: str, help_th: str, help_en: str):
    return Column(
        key,
        header,
        header_en,
        kind="count",
        accepted=accepted,
        minimum=0,
        example="4",
        help_th=help_th,
        help_en=help_en,
    )


FORM = Form(
    name="district_surveillance",
    number=13,
    version=1,
    title="แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ",
    title_en="District risk surveillance",
    accepted_titles=("แผนเฝ้าระวังพื้นที่เสี่ยง", "เฝ้าระวังพื้นที่เสี่ยงรายอำเภอ"),
    columns=(
        PROVINCE,
        replace(DISTRICT, required=True),
        Column(
            key="subdistrict",
            header="ตำบล",
            header_en="Subdistrict",
            accepted=("ตำบล/แขวง", "ชื่อตำบล", "แขวง", "subdistrict", "tambon"),
            example="สะลวง",
            help_th="เว้นว่าง = ทั้งอำเภอ กรอกเมื่อแยกรายตำบลเพื่อดูจุดเสี่ยง",
            help_en="Blank means the whole district; fill in to show hot spots by subdistrict.",
        ),
        FISCAL_YEAR,
        replace(
            QUARTER,
            help_th="ไตรมาสของปีงบประมาณ 1–4 เว้นว่างเมื่อเป็นช่วงเทศกาลหรือฤดูฝน",
            help_en="Quarter of the fiscal year, 1 to 4; blank for a festival or the rainy season.",
        ),
        Column(
            key="named_period",
            header="ช่วงเฝ้าระวัง",
            header_en="Watch period",
            kind="choice",
            accepted=("ช่วงเทศกาล", "เทศกาล/ฤดู", "ช่วงเวลา"),
            choices=NAMED_PERIODS,
            example="สงกรานต์",
            help_th="สงกรานต์ ปีใหม่ หรือฤดูฝน เว้นว่างเมื่อเป็นตัวเลขของทั้งไตรมาส",
            help_en="New Year, Songkran or the rainy season; blank for a whole quarter.",
        ),
        Column(
            key="risk_type",
            header="ประเภทความเสี่ยง",
            header_en="Kind of risk",
            kind="choice",
            required=True,
            accepted=("ประเภทภัย", "ประเภทพื้นที่เสี่ยง", "ด้านความเสี่ยง"),
            choices=RISK_TYPES,
            fill_down=True,
            example="อุบัติเหตุ",
            help_th="อาชญากรรม ยาเสพติด อุบัติเหตุ หรือสาธารณภัย",
            help_en="Crime, drugs, accidents or disasters.",
        ),
        Column(
            key="risk_level",
            header="ระดับความเสี่ยง",
            header_en="Level of risk",
            kind="choice",
            accepted=("ระดับพื้นที่เสี่ยง", "ระดับการเฝ้าระวัง"),
            choices=RISK_LEVELS,
            example="ปานกลาง",
            help_th="ต่ำ ปานกลาง สูง หรือสูงมาก ตามที่อำเภอประเมิน",
            help_en="Low, medium, high or very high, as the district judged it.",
        ),
        Column(
            key="has_plan",
            header="มีแผนเฝ้าระวังที่เป็นปัจจุบัน",
            header_en="Has a current plan",
            kind="yes_no",
            accepted=("มีแผนเฝ้าระวัง", "มีแผนที่เป็นปัจจุบัน", "สถานะแผน"),
            example="มี",
            help_th="มี เมื่อแผนของปีนี้ได้รับอนุมัติแล้ว",
            help_en="Yes when this year's plan has been approved.",
        ),
        _count(
            "incident_count",
            "จำนวนเหตุ",
            "Incidents",
            "จำนวนครั้ง",
            "จำนวนเหตุการณ์",
            "จำนวนคดี",
            help_th="จำนวนเหตุในไตรมาสหรือช่วงนั้น ไม่สะสม 0 = ไม่เกิดเหตุ ว่าง = ไม่มีข้อมูล",
            help_en="Incidents in that quarter or period, not cumulative; 0 none, blank unknown.",
        ),
        _count(
            "drilled_count",
            "ตำบลที่ฝึกซ้อมแล้ว",
            "Subdistricts drilled",
            "จำนวนตำบลที่ฝึกซ้อม",
            help_th="ตำบลที่ฝึกซ้อมแผนแล้ว สะสมตั้งแต่ต้นปีงบประมาณ",
            help_en="Subdistricts that have drilled, counted from the start of the fiscal year.",
        ),
        _count(
            "subdistrict_count",
            "ตำบลทั้งหมด",
            "Subdistricts in all",
            "จำนวนตำบลทั้งหมด",
            help_th="จำนวนตำบลของอำเภอ",
            help_en="Subdistricts of the district.",
        ),
        _count(
            "registered_count",
            "ครัวเรือนที่ขึ้นทะเบียน",
            "Households registered",
            "ครัวเรือนที่ขึ้นทะเบียนขอรับความช่วยเหลือ",
            help_th="จำนวนครัวเรือนประสบภัยที่ขึ้นทะเบียนในไตรมาสหรือช่วงนั้น เป็นจำนวนเท่านั้น ห้ามใส่รายชื่อ",
            help_en="Affected households registered in that quarter or period: a count, never names.",
        ),
        _count(
            "relieved_count",
            "ครัวเรือนที่ได้รับความช่วยเหลือแล้ว",
            "Households relieved",
            "ครัวเรือนที่ได้รับการช่วยเหลือ",
            help_th="จำนวนครัวเรือนที่ได้รับความช่วยเหลือแล้วในไตรมาสหรือช่วงนั้น",
            help_en="Households that have been given relief in that quarter or period.",
        ),
    ),
    row_key=(
        *("province", "district", "subdistrict", "fiscal_year", "quarter", "named_period"),
        "risk_type",
    ),
    from_context=("province", "fiscal_year", "quarter"),
    period="quarter",
    without_persons=True,
    help_th="หนึ่งแถวต่ออำเภอ (หรือตำบล) ต่อช่วงเวลาต่อประเภทความเสี่ยง เป็นจำนวนนับเท่านั้น "
    "ไฟล์ที่มีชื่อบุคคล เลขประจำตัวประชาชน หรือหมายเลขโทรศัพท์จะไม่ถูกรับและไม่ถูกเก็บ",
    help_en="One row per district (or subdistrict), period and kind of risk: counts only. "
    "A file with names of persons, ID numbers or telephone numbers is refused and not kept.",
)
