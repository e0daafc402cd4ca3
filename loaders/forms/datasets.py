"""Which data a province plans by: whose they are, how often they change, how old they are."""

from loaders.form import Column, Form
from loaders.forms.common import AREA
from loaders.forms.kpi_semantics import FREQUENCIES

SOURCE_KINDS = (
    ("national_plan", ("แผนชาติ", "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ", "แผนระดับชาติ", "national plan")),
    ("development_strategy", ("ยุทธศาสตร์การพัฒนา", "ยุทธศาสตร์จังหวัด", "development strategy")),
    ("sector_strategy", ("ยุทธศาสตร์รายสาขา", "ยุทธศาสตร์เฉพาะด้าน", "sector strategy")),
    ("study", ("ผลการศึกษา", "ผลการศึกษาของหน่วยงาน", "งานวิจัย", "study")),
    ("needs", ("ความต้องการของประชาชน", "เวทีประชาคม", "needs")),
    ("statistics", ("สถิติ", "ข้อมูลสถิติ", "ทะเบียน", "statistics")),
)
DATA_QUALITIES = (
    ("good", ("ดี", "ครบถ้วนเชื่อถือได้", "good")),
    ("fair", ("พอใช้", "ปานกลาง", "fair")),
    ("poor", ("ต้องปรับปรุง", "ไม่ครบ", "poor")),
)

FORM = Form(
    name="datasets",
    number=23,
    version=1,
    title="บัญชีข้อมูลของจังหวัด",
    title_en="Catalogue of data",
    accepted_titles=("บัญชีชุดข้อมูล", "ทะเบียนข้อมูลสารสนเทศ"),
    columns=(
        AREA,
        Column(
            key="dataset",
            header="ชุดข้อมูล",
            header_en="Dataset",
            required=True,
            accepted=("ชื่อชุดข้อมูล", "รายการข้อมูล", "dataset"),
            example="จำนวนผู้เยี่ยมเยือนรายเดือน",
        ),
        Column(
            key="source_kind",
            header="ประเภทแหล่งข้อมูล",
            header_en="Kind of source",
            kind="choice",
            accepted=("แหล่งข้อมูล", "ประเภทข้อมูล"),
            choices=SOURCE_KINDS,
            fill_down=True,
            example="สถิติ",
            help_th="แผนชาติ ยุทธศาสตร์การพัฒนา ยุทธศาสตร์รายสาขา ผลการศึกษา ความต้องการของประชาชน หรือสถิติ",
            help_en="A national plan, a strategy, a study, what people need, or statistics.",
        ),
        Column("owner", "เจ้าของข้อมูล", "Owner", accepted=("หน่วยงานเจ้าของ", "หน่วยงานรับผิดชอบ")),
        Column(
            key="frequency",
            header="ความถี่",
            header_en="Frequency",
            kind="choice",
            accepted=("ความถี่การปรับปรุง", "รอบการปรับปรุง"),
            choices=FREQUENCIES,
            example="รายเดือน",
        ),
        Column(
            key="updated_on",
            header="ปรับปรุงล่าสุด",
            header_en="Last updated",
            kind="date",
            accepted=("วันที่ปรับปรุงล่าสุด", "วันที่ปรับปรุง"),
            example="31 ต.ค. 2569",
        ),
        Column(
            key="data_quality",
            header="คุณภาพ",
            header_en="Quality",
            kind="choice",
            accepted=("คุณภาพข้อมูล", "ระดับคุณภาพ"),
            choices=DATA_QUALITIES,
            example="ดี",
        ),
        Column("note", "หมายเหตุ", "Note"),
    ),
    row_key=("area", "dataset"),
    from_context=("area",),
    period="plan",
    help_th="ชุดข้อมูลหนึ่งแถว",
    help_en="One dataset a row.",
)
