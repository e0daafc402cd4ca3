"""Form 5: the quality of community plans, one row a village."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import DISTRICT, FISCAL_YEAR, GRADES, PROVINCE, SUBDISTRICT


def _percent(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="percent",
        accepted=accepted,
        minimum=0,
        maximum=100,
        help_th="ร้อยละของครัวเรือนทั้งหมด",
        help_en="Percent of all households.",
    )


def _households(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="count",
        accepted=accepted,
        help_th="จำนวนครัวเรือน",
        help_en="Number of households.",
    )


def _yes_no(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="yes_no",
        accepted=accepted,
        example="ใช่",
        help_th="ใช่ หรือ ไม่ใช่ เว้นว่างเมื่อไม่ทราบ",
        help_en="Yes or no; blank when unknown.",
    )


FORM = Form(
    name="community_plans",
    number=5,
    version=1,
    title="แบบประเมินคุณภาพแผนชุมชน",
    title_en="Quality of community plans",
    accepted_titles=("ประเมินคุณภาพแผนชุมชน", "การประเมินคุณภาพแผนชุมชน"),
    columns=(
        FISCAL_YEAR,
        PROVINCE,
        replace(DISTRICT, required=True),
        SUBDISTRICT,
        Column(
            key="village_code",
            header="รหัสหมู่บ้าน",
            header_en="Village code",
            accepted=("village code",),
            example="50070501",
            help_th="รหัสหมู่บ้าน 8 หลัก",
            help_en="The eight-digit code of the village.",
        ),
        Column(
            key="village_no",
            header="หมู่ที่",
            header_en="Village number",
            kind="count",
            accepted=("หมู่", "ม.", "village no"),
            example="1",
            help_th="หมู่ที่",
            help_en="Number of the village in its subdistrict.",
        ),
        Column(
            key="village",
            header="หมู่บ้าน",
            header_en="Village",
            required=True,
            accepted=("บ้าน", "ชื่อหมู่บ้าน", "ชื่อบ้าน", "หมู่บ้าน/ชุมชน", "village"),
            example="บ้านสะลวงใน",
            help_th="ชื่อหมู่บ้าน",
            help_en="Name of the village.",
        ),
        _households(
            "households",
            "ครัวเรือนทั้งหมด",
            "Households",
            "จำนวนครัวเรือน",
            "ครัวเรือน",
            "จำนวนครัวเรือนทั้งหมด",
        ),
        _households(
            "households_with_accounts",
            "ครัวเรือนที่ใช้บัญชีรับ-จ่าย",
            "Households keeping accounts",
            "ครัวเรือนที่ทำบัญชี",
            "ครัวเรือนที่ทำบัญชีรับ-จ่าย",
            "ครัวเรือนใช้บัญชีรับ-จ่าย",
        ),
        _percent(
            "accounts_pct",
            "ร้อยละครัวเรือนที่ใช้บัญชีรับ-จ่าย",
            "Households keeping accounts (%)",
            "ร้อยละการใช้บัญชีรับ-จ่าย",
            "ครัวเรือนที่ใช้บัญชีรับ-จ่าย (ร้อยละ)",
            "ครัวเรือนที่ใช้บัญชีรับ-จ่าย (%)",
            "% ครัวเรือนที่ใช้บัญชีรับ-จ่าย",
        ),
        _households(
            "households_attending",
            "ครัวเรือนที่เข้าร่วมเวทีประชาคม",
            "Households at the forum",
            "ครัวเรือนที่เข้าร่วมประชาคม",
            "ครัวเรือนเข้าร่วมเวทีประชาคม",
        ),
        _percent(
            "attending_pct",
            "ร้อยละครัวเรือนที่เข้าร่วมเวทีประชาคม",
            "Households at the forum (%)",
            "ร้อยละการเข้าร่วมเวทีประชาคม",
            "ครัวเรือนที่เข้าร่วมเวทีประชาคม (ร้อยละ)",
            "ครัวเรือนที่เข้าร่วมเวทีประชาคม (%)",
            "% ครัวเรือนที่เข้าร่วมเวทีประชาคม",
        ),
        _yes_no(
            "local_government_joined",
            "อปท. มีส่วนร่วม",
            "Local government took part",
            "อปท.มีส่วนร่วมตั้งแต่ต้น",
            "องค์กรปกครองส่วนท้องถิ่นมีส่วนร่วม",
        ),
        _yes_no(
            "written_plan",
            "มีแผนเป็นลายลักษณ์อักษร",
            "Written plan",
            "แผนเป็นลายลักษณ์อักษร",
            "มีแผนชุมชนเป็นลายลักษณ์อักษร",
        ),
        Column(
            key="grade_reported",
            header="เกรด",
            header_en="Grade as reported",
            kind="choice",
            accepted=("ระดับ", "ระดับคุณภาพ", "เกรดที่รายงาน", "ผลการประเมิน", "grade"),
            choices=GRADES,
            example="A",
            help_th="เกรดตามที่รายงาน ระบบคำนวณใหม่จากเกณฑ์ 4 ข้อและเทียบให้",
            help_en="The grade as reported; recomputed from the four criteria and compared.",
        ),
        Column(
            key="assessed_on",
            header="วันที่ประเมิน",
            header_en="Assessed on",
            kind="date",
            accepted=("ประเมินเมื่อ", "วันประเมิน", "assessed on"),
            example="24 พ.ค. 2569",
            help_th="วันที่ประเมิน",
            help_en="Day of the assessment.",
        ),
        Column(
            key="assessor",
            header="ผู้ประเมิน",
            header_en="Assessor",
            accepted=("ชื่อผู้ประเมิน", "assessor"),
            help_th="ผู้ประเมิน",
            help_en="Who assessed.",
        ),
    ),
    row_key=(
        "fiscal_year",
        "province",
        "district",
        "subdistrict",
        "village_code",
        "village_no",
        "village",
    ),
    from_context=("fiscal_year", "province", "district"),
    help_th="หมู่บ้านหนึ่งแถว",
    help_en="One village a row.",
)
