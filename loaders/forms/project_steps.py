"""Form 20: when each project reached each stage of its life cycle, and how its work is divided.

A project's first row says everything of it; rows below name its further pieces of work.
"""

from loaders.form import Column, Form
from loaders.forms.common import DISTRICT, FISCAL_YEAR, PROVINCE
from store.life_cycle import stages

AFP = (
    ("area", ("พื้นที่", "พื้นที่ (Area)", "A", "Area")),
    ("function", ("ภารกิจ", "ภารกิจ (Function)", "F", "Function")),
    ("participation", ("การมีส่วนร่วม", "การมีส่วนร่วม (Participation)", "P", "Participation")),
)
# stage → header, header in English, other headers.
_STAGE_HEADERS = {
    "proposed": ("วันที่เสนอ", "Proposed on", ("เสนอ (หมู่บ้าน)", "วันที่หมู่บ้านเสนอ")),
    "selected": ("วันที่คัดเลือก", "Selected on", ("คัดเลือก (อำเภอ)", "วันที่อำเภอคัดเลือก")),
    "screened": ("วันที่กลั่นกรอง", "Screened on", ("กลั่นกรอง (กลุ่มภารกิจ)",)),
    "approved": ("วันที่อนุมัติ", "Approved on", ("อนุมัติ (จังหวัด)", "วันที่จังหวัดอนุมัติ")),
    "transferred": ("วันที่โอนเงิน", "Transferred on", ("โอนเงิน (จังหวัด)",)),
    "in_progress": ("วันที่เริ่มดำเนินการ", "Work began on", ("ดำเนินการ (หมู่บ้าน)",)),
    "disbursed": ("วันที่เบิกจ่าย", "Disbursed on", ("เบิกจ่าย (อำเภอ)",)),
    "completed": ("วันที่แล้วเสร็จ", "Completed on", ("เสร็จสิ้น (ตำบล)", "วันที่เสร็จสิ้น")),
    "evaluated": ("วันที่ประเมินผล", "Evaluated on", ("ประเมินผล (จังหวัด)",)),
}


def stage_key(stage: str) -> str:
    """The column that holds the day a stage was reached."""
    return f"{stage}_on"


def _day(key: str, header: str, header_en: str, accepted: tuple[str, ...], th: str, en: str):
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="date",
        accepted=accepted,
        example="24 พ.ค. 2569",
        help_th=th,
        help_en=en,
    )


def _stage_day(stage: str) -> Column:
    header, header_en, accepted = _STAGE_HEADERS[stage]
    return _day(
        stage_key(stage),
        header,
        header_en,
        accepted,
        "วันที่โครงการถึงขั้นตอนนี้ เว้นว่างเมื่อยังไม่ถึงหรือไม่ทราบ",
        "The day the project reached this stage; blank when it has not or nobody knows.",
    )


FORM = Form(
    name="project_steps",
    number=20,
    version=1,
    title="แบบติดตามขั้นตอนโครงการ",
    title_en="Steps of projects",
    accepted_titles=("ติดตามขั้นตอนโครงการ", "ขั้นตอนโครงการ"),
    columns=(
        Column(
            key="project_code",
            header="รหัสโครงการ",
            header_en="Project code",
            accepted=("เลขที่โครงการ", "project code"),
            example="CM-69-001",
            help_th="รหัสเดียวกับในแบบความก้าวหน้าโครงการ",
            help_en="The same code as in the progress report.",
        ),
        Column(
            key="project",
            header="ชื่อโครงการ",
            header_en="Project",
            required=True,
            accepted=("โครงการ", "project"),
            fill_down=True,
            example="โครงการวางท่อประปาภูเขา",
            help_th="ชื่อเต็มของโครงการ เว้นว่างได้ในแถวงวดงานถัดไป",
            help_en="Full name of the project; blank in the rows of its further pieces of work.",
        ),
        FISCAL_YEAR,
        Column(
            key="agency",
            header="หน่วยดำเนินการ",
            header_en="Agency",
            accepted=("หน่วยงาน", "หน่วยงานรับผิดชอบ", "agency"),
            fill_down=True,
            example="ที่ทำการปกครองอำเภอ",
            help_th="หน่วยงานที่ดำเนินโครงการ",
            help_en="The agency that carries the project out.",
        ),
        PROVINCE,
        DISTRICT,
        Column(
            key="priority",
            header="ลำดับความสำคัญ",
            header_en="Priority",
            kind="count",
            accepted=("ลำดับความสำคัญของโครงการ", "priority"),
            minimum=1,
            example="1",
            help_th="ลำดับที่จังหวัดจัดไว้ 1 = สำคัญที่สุด",
            help_en="The rank given by the province, 1 = most important.",
        ),
        Column(
            key="requested_thb",
            header="วงเงินที่เสนอขอ",
            header_en="Requested (baht)",
            kind="money",
            accepted=("งบประมาณที่เสนอขอ", "requested"),
            minimum=0,
            example="300000",
            help_th="วงเงินที่โครงการเสนอขอ",
            help_en="The money the project asked for.",
        ),
        Column(
            key="afp",
            header="มิติ AFP",
            header_en="Area, function or participation",
            kind="choice",
            accepted=("AFP", "พื้นที่/ภารกิจ/การมีส่วนร่วม"),
            choices=AFP,
            example="การมีส่วนร่วม",
            help_th="พื้นที่ (Area) ภารกิจ (Function) หรือการมีส่วนร่วม (Participation)",
            help_en="Area, function or participation: what the project mainly stands for.",
        ),
        Column(
            key="partners",
            header="หน่วยงานร่วม",
            header_en="Partners",
            accepted=("หน่วยงานที่ร่วมดำเนินการ", "ภาคีร่วม", "partners"),
            example="อบต.สะลวง; กลุ่มออมทรัพย์",
            help_th="หน่วยงาน เอกชน หรือชุมชนที่ร่วมทำ หลายรายคั่นด้วย ;",
            help_en="Agencies, companies or communities that take part, separated by ;",
        ),
        _day(
            "announced_on",
            "วันที่ประกาศรับข้อเสนอ",
            "Call announced on",
            ("วันที่แจ้งให้เสนอโครงการ",),
            "วันที่แจ้งให้หมู่บ้านเสนอโครงการ",
            "The day villages were told to propose.",
        ),
        _day(
            "deadline_on",
            "วันสุดท้ายที่รับข้อเสนอ",
            "Deadline",
            ("กำหนดส่งข้อเสนอ", "deadline"),
            "วันสุดท้ายที่เสนอโครงการได้",
            "The last day to propose.",
        ),
        *(_stage_day(stage.code) for stage in stages()),
        Column(
            key="milestone",
            header="งวดงาน",
            header_en="Milestone",
            accepted=("ขั้นตอนย่อย", "กิจกรรมตามแผน", "milestone"),
            example="วางท่อระยะที่ 1",
            help_th="งวดงานหนึ่งแถว งวดถัดไปอยู่แถวล่างของโครงการเดียวกัน",
            help_en="One piece of work a row; the next ones stand below, for the same project.",
        ),
        _day(
            "planned_on",
            "กำหนดเสร็จของงวด",
            "Milestone planned on",
            ("กำหนดแล้วเสร็จ",),
            "วันที่งวดงานควรเสร็จตามแผน",
            "The day the milestone should be reached.",
        ),
        _day(
            "actual_on",
            "เสร็จจริงของงวด",
            "Milestone reached on",
            ("แล้วเสร็จจริง", "วันที่เสร็จจริง"),
            "วันที่งวดงานเสร็จจริง เว้นว่างเมื่อยังไม่เสร็จ",
            "The day it was reached; blank when it has not been.",
        ),
        Column(
            key="weight_pct",
            header="น้ำหนักของงวด",
            header_en="Weight of the milestone (%)",
            kind="percent",
            accepted=("น้ำหนักงวดงาน", "น้ำหนัก (ร้อยละ)", "น้ำหนัก"),
            minimum=0,
            maximum=100,
            example="40",
            help_th="น้ำหนักของงวดงาน ร้อยละ รวมทุกงวดของโครงการได้ 100",
            help_en="Weight in percent; those of a project add up to 100.",
        ),
    ),
    row_key=("fiscal_year", "province", "project_code", "project", "district", "milestone"),
    from_context=("province", "fiscal_year", "agency"),
    help_th="โครงการหนึ่งแถว งวดงานถัดไปของโครงการเดียวกันอยู่แถวล่าง",
    help_en="One project a row; its further milestones stand in the rows below.",
)
