"""Form 11: the flagship projects of a plan and their money year by year (แบบ จ.1, table 2)."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, STRATEGIC_ISSUE


def _reference(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        accepted=accepted,
        help_th="รหัสหรือข้อความของแผนที่โครงการสอดคล้อง",
        help_en="Code or words of the plan that the project serves.",
    )


FORM = Form(
    name="plan_projects",
    number=11,
    version=1,
    title="บัญชีรายการชุดโครงการสำคัญ",
    title_en="Flagship projects of the plan",
    accepted_titles=("สรุปแผนงานและโครงการสำคัญของจังหวัด", "แบบ จ.1"),
    columns=(
        AREA,
        STRATEGIC_ISSUE,
        Column(
            key="plan",
            header="แผนงาน",
            header_en="Plan",
            fill_down=True,
            example="พัฒนาการท่องเที่ยวเชิงสร้างสรรค์",
            help_th="แผนงานที่โครงการสังกัด",
            help_en="The plan the project belongs to.",
        ),
        Column(
            key="flagship",
            header="ชุดโครงการสำคัญ",
            header_en="Flagship project",
            accepted=("โครงการสำคัญ",),
            fill_down=True,
            help_th="โครงการสำคัญที่รวมโครงการของแถวนี้ไว้",
            help_en="The flagship project that the project of the row is part of.",
        ),
        Column(
            key="project",
            header="แผนงาน/โครงการสำคัญ",
            header_en="Project",
            required=True,
            accepted=("ชื่อโครงการ", "โครงการ"),
            example="โครงการพัฒนาเส้นทางท่องเที่ยวโดยชุมชน",
            help_th="ชื่อโครงการ",
            help_en="Name of the project.",
        ),
        _reference("national_strategy", "ยุทธศาสตร์/แผนแม่บทฯ", "National strategy and master plan"),
        _reference(
            "national_plan",
            "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 14",
            "National development plan",
            "แผนพัฒนาฯ ฉบับที่ 14",
            "แผนพัฒนาฯ ฉบับที่ ๑๔",
        ),
        _reference("regional_goal", "เป้าหมายและแนวทางการพัฒนาภาค", "Goals of the region"),
        Column(
            key="source",
            header="แหล่งงบประมาณ",
            header_en="Source of money",
            accepted=("แหล่ง งปม.",),
            help_th="แหล่งงบประมาณ",
            help_en="Where the money comes from.",
        ),
        Column(
            key="agency",
            header="หน่วยดำเนินการ",
            header_en="Agency",
            accepted=("หน่วยงานดำเนินการ",),
            example="สำนักงานการท่องเที่ยวและกีฬาจังหวัด",
            help_th="หน่วยงานที่ดำเนินโครงการ",
            help_en="The agency that carries the project out.",
        ),
        Column(
            key="budget_thb",
            header="งบประมาณดำเนินการ",
            header_en="Budget of year (baht)",
            kind="money",
            required=True,
            repeat="year",
            minimum=0,
            example="2500000",
            help_th="งบประมาณของแต่ละปี หนึ่งคอลัมน์ต่อปี เว้นว่างเมื่อไม่มี",
            help_en="The budget of each year, one column a year; blank where there is none.",
        ),
        Column(
            key="budget_total_thb",
            header="งบประมาณดำเนินการ",
            header_en="Budget of the whole period (baht)",
            kind="money",
            repeat="year_range",
            minimum=0,
            help_th="งบประมาณรวมทั้งช่วงปี ตามที่พิมพ์",
            help_en="The budget of the whole range of years, as printed.",
        ),
    ),
    row_key=("area", "strategic_issue", "plan", "flagship", "project"),
    from_context=("area",),
    period="plan",
    help_th="โครงการหนึ่งแถว งบประมาณปีละหนึ่งคอลัมน์",
    help_en="One project a row, one column a year of money.",
)
