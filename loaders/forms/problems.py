"""What stands in the way: problems by the four areas of 2557, or met in the field, and their state."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, DISTRICT, FISCAL_YEAR

PROBLEM_AREAS = (
    (
        "information",
        (
            "ข้อมูลพื้นฐานในการกำหนดยุทธศาสตร์",
            "ข้อมูลพื้นฐาน",
            "ข้อมูลและการมีส่วนร่วม",
            "information",
        ),
    ),
    ("driving", ("การขับเคลื่อนกลุ่มจังหวัด", "การขับเคลื่อนของจังหวัด", "การขับเคลื่อน", "driving")),
    ("integration", ("การบูรณาการส่วนราชการ", "การบูรณาการ", "integration")),
    ("budgeting", ("ระบบงบประมาณ", "งบประมาณ", "budgeting")),
    ("field", ("เรื่องจากพื้นที่", "ความเดือดร้อนของประชาชน", "พื้นที่", "field")),
)
STATES = (
    ("open", ("ยังไม่แก้", "รอดำเนินการ", "เปิด", "open")),
    ("in_progress", ("กำลังแก้ไข", "กำลังแก้", "อยู่ระหว่างดำเนินการ", "in progress")),
    ("solved", ("แก้แล้ว", "แก้ไขแล้ว", "ยุติ", "เสร็จสิ้น", "solved")),
)
RAISED_IN = (
    ("meeting", ("ประชุม", "การประชุม", "meeting")),
    ("field_visit", ("ลงพื้นที่", "ตรวจเยี่ยม", "ตรวจราชการ", "field visit")),
    ("survey", ("แบบสอบถาม", "สำรวจ", "survey")),
    ("complaint", ("ร้องเรียน", "ศูนย์ดำรงธรรม", "complaint")),
    ("document", ("เอกสาร", "รายงาน", "document")),
)


def _day(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(key, header, header_en, kind="date", accepted=accepted, example="15 พ.ย. 2569")


FORM = Form(
    name="problems",
    number=21,
    version=1,
    title="ทะเบียนปัญหาและข้อเสนอ",
    title_en="Problems and proposals",
    accepted_titles=("สภาพปัญหาและข้อเสนอแนะ", "ปัญหาและอุปสรรค"),
    columns=(
        AREA,
        DISTRICT,
        FISCAL_YEAR,
        Column(
            key="problem_area",
            header="กลุ่มปัญหา",
            header_en="Area of the problem",
            kind="choice",
            required=True,
            accepted=("ด้านของปัญหา", "problem area"),
            choices=PROBLEM_AREAS,
            fill_down=True,
            example="ระบบงบประมาณ",
            help_th="สี่กลุ่มตามเอกสารปี 2557 หรือเรื่องจากพื้นที่",
            help_en="One of the four areas of 2557, or a matter from the field.",
        ),
        Column(
            key="sub_area",
            header="เรื่องย่อย",
            header_en="Matter",
            accepted=("หัวข้อย่อย", "เรื่อง"),
            fill_down=True,
            example="การเบิกจ่ายข้ามจังหวัด",
        ),
        Column(
            key="problem",
            header="ปัญหา",
            header_en="Problem",
            required=True,
            accepted=("สภาพปัญหา", "ปัญหาอุปสรรค", "ประเด็นปัญหา", "problem"),
            example="ไม่สะดวกในการเบิกจ่ายงบประมาณข้ามจังหวัด",
            help_th="หนึ่งเรื่องต่อแถว ห้ามใส่ชื่อบุคคล เลขประจำตัว หรือหมายเลขโทรศัพท์",
            help_en="One a row; no names of persons, ID numbers or telephone numbers.",
        ),
        Column(
            key="proposal",
            header="ข้อเสนอ",
            header_en="Proposal",
            accepted=("ข้อเสนอแนะ", "แนวทางแก้ไข", "มาตรการ"),
        ),
        Column(
            key="raised_in",
            header="มาจาก",
            header_en="Raised in",
            kind="choice",
            accepted=("ที่มาของปัญหา", "แหล่งที่มา"),
            choices=RAISED_IN,
            example="ลงพื้นที่",
        ),
        _day("raised_on", "วันที่พบ", "Raised on", "วันที่รับเรื่อง", "วันที่แจ้ง"),
        Column(
            key="problem_state",
            header="สถานะ",
            header_en="State",
            kind="choice",
            accepted=("สถานะปัญหา", "ผลการแก้ไข"),
            choices=STATES,
            example="กำลังแก้ไข",
            help_th="เว้นว่าง = ยังไม่แก้",
            help_en="Blank means open.",
        ),
        _day("solved_on", "วันที่แก้เสร็จ", "Solved on", "วันที่แล้วเสร็จ"),
        Column("owner", "ผู้รับผิดชอบ", "Owner", accepted=("หน่วยงานรับผิดชอบ", "เจ้าภาพ")),
    ),
    row_key=("area", "district", "fiscal_year", "problem_area", "problem"),
    from_context=("area", "fiscal_year"),
    without_persons=True,
    help_th="ปัญหาหนึ่งแถว พร้อมข้อเสนอและสถานะ",
    help_en="One problem a row, with what is proposed and where it stands.",
)
