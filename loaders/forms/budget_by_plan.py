"""Form 4: how the budget was shared among the plans."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, FISCAL_YEAR, SHARE_REPORTED

FORM = Form(
    name="budget_by_plan",
    number=4,
    version=1,
    title="สรุปการจัดสรรงบประมาณตามแผนงาน",
    title_en="Budget by plan",
    accepted_titles=("การจัดสรรงบประมาณ", "การจัดสรรงบประมาณยุทธศาสตร์อยู่ดีมีสุข"),
    columns=(
        AREA,
        FISCAL_YEAR,
        Column(
            key="plan",
            header="แผนงาน",
            header_en="Plan",
            required=True,
            accepted=("ชื่อแผนงาน", "แผนยุทธศาสตร์", "plan"),
            example="เศรษฐกิจพอเพียง",
            help_th="ชื่อแผนงาน เลขลำดับหน้าชื่อมีหรือไม่มีก็ได้",
            help_en="Name of the plan, with or without its number.",
        ),
        Column(
            key="project_count",
            header="จำนวนโครงการ",
            header_en="Projects",
            kind="count",
            accepted=("โครงการ", "จำนวน (โครงการ)", "project count"),
            example="495",
            help_th="จำนวนโครงการของแผนงาน",
            help_en="Number of projects of the plan.",
        ),
        Column(
            key="budget_thb",
            header="งบประมาณ",
            header_en="Budget (baht)",
            kind="money",
            required=True,
            accepted=("งบประมาณที่ได้รับจัดสรร", "งบประมาณจัดสรร", "วงเงิน", "วงเงินงบประมาณ", "budget"),
            minimum=0,
            example="36928000",
            help_th="งบประมาณของแผนงาน",
            help_en="Budget of the plan.",
        ),
        SHARE_REPORTED,
    ),
    row_key=("area", "fiscal_year", "plan"),
    from_context=("area", "fiscal_year"),
    help_th="แผนงานหนึ่งแถว",
    help_en="One plan a row.",
)
