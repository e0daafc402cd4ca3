"""Form 6: how many villages have a community plan of each grade."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, DISTRICT, FISCAL_YEAR, GRADES, SHARE_REPORTED

FORM = Form(
    name="community_plan_grades",
    number=6,
    version=1,
    title="สรุปผลคุณภาพแผนชุมชน",
    title_en="Community plan grades",
    accepted_titles=("คุณภาพแผนชุมชน", "ผลการประเมินคุณภาพแผนชุมชน"),
    columns=(
        AREA,
        DISTRICT,
        FISCAL_YEAR,
        Column(
            key="grade",
            header="คุณภาพแผนชุมชน",
            header_en="Grade",
            kind="choice",
            required=True,
            accepted=("เกรด", "ระดับ", "ระดับคุณภาพ", "ระดับคุณภาพแผนชุมชน", "grade"),
            choices=GRADES,
            example="เกรด A",
            help_th="เกรด A ดี, B ปานกลาง, C ต้องปรับปรุง",
            help_en="Grade A good, B fair, C to improve.",
        ),
        Column(
            key="village_count",
            header="จำนวนหมู่บ้าน",
            header_en="Villages",
            kind="count",
            required=True,
            accepted=("หมู่บ้าน", "จำนวน (หมู่บ้าน)", "จำนวนหมู่บ้าน/ชุมชน", "จำนวน", "villages"),
            example="1257",
            help_th="จำนวนหมู่บ้านในเกรดนั้น",
            help_en="Number of villages of that grade.",
        ),
        SHARE_REPORTED,
    ),
    row_key=("area", "district", "fiscal_year", "grade"),
    from_context=("area", "fiscal_year"),
    help_th="เกรดหนึ่งแถว",
    help_en="One grade a row.",
)
