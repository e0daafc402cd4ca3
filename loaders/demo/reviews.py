"""Risk registers of five quarters, and what assessors of other agencies found."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.demo.chance import chance, in_turn, within
from loaders.demo.indicators import Indicator, indicators
from loaders.demo.places import RUNNING_YEAR, STARTED_YEAR, agency
from loaders.demo.strategy import issues

REGISTERED = (*((RUNNING_YEAR, quarter) for quarter in (1, 2, 3, 4)), (STARTED_YEAR, 1))
ASSESSED_PROVINCES = ("50", "80", "93")

# (risk, category, control, strategic issue by number); one a province stands against no indicator.
_RISKS = (
    ("ราคาผลผลิตตกต่ำช่วงผลผลิตออกมาก", "เศรษฐกิจ", "ทำสัญญาซื้อล่วงหน้ากับผู้ประกอบการ", 1),
    ("นักท่องเที่ยวลดลงจากฝุ่นควันและภัยธรรมชาติ", "เศรษฐกิจ", "ประกาศจุดเสี่ยงและจัดกิจกรรมนอกฤดู", 2),
    ("ข้อมูลครัวเรือนเปราะบางไม่เป็นปัจจุบัน", "ข้อมูล", "สำรวจซ้ำทุกครึ่งปีกับท้องถิ่น", 3),
    ("น้ำหลากท่วมพื้นที่เศรษฐกิจ", "ภัยธรรมชาติ", "ขุดลอกทางน้ำและซ้อมแผนระดับตำบล", 4),
    ("จัดซื้อจัดจ้างล่าช้า เบิกจ่ายไม่ทันไตรมาส", "การเงิน", "เร่งรัดเป็นรายโครงการทุกสองสัปดาห์", 5),
    ("ผู้รับจ้างทิ้งงาน", "การดำเนินงาน", "ตรวจผลงานเดิมของผู้รับจ้างก่อนทำสัญญา", 5),
)


def risk_rows(province: str) -> Iterator[dict]:
    """Form 8 of a province: a few risks over five quarters, some rising, some closed, some new."""
    for fiscal_year, quarter in REGISTERED:
        moment = REGISTERED.index((fiscal_year, quarter))
        for number in range(len(_RISKS)):
            if _is_listed(province, number, moment):
                yield _risk_row(province, number, fiscal_year, quarter, moment)


def _is_listed(province: str, number: int, moment: int) -> bool:
    """Risk 2 comes up in the third quarter; risk 6 was closed in the fourth and is listed no more."""
    return not (number == 1 and moment < 2) and not (number == 5 and moment > 3)


def _risk_row(province: str, number: int, fiscal_year: int, quarter: int, moment: int) -> dict:
    risk, category, control, issue = _RISKS[number]
    fate = chance("risk", province, number)
    likelihood, impact = fate.randint(2, 4), fate.randint(3, 5)
    for step in range(1, moment + 1):
        turn = chance("risk turn", province, number, step).choice((-1, 0, 0, 1, 1))
        likelihood = round(within(likelihood + turn, 1, 5))
    about = _indicator_of(province, issue) if number % 2 == 0 else None
    starts = date(fiscal_year - 544 + (quarter > 1), (10, 1, 4, 7)[quarter - 1], 1)
    return {
        "area": province,
        "fiscal_year": fiscal_year,
        "quarter": str(quarter),
        "strategic_issue": issues(province)[issue - 1],
        "kpi": about.pattern.kpi if about else None,
        "risk": risk,
        "category": category,
        "likelihood": likelihood,
        "impact": impact,
        "control": control if fate.random() < 0.85 else None,
        "owner": agency(in_turn(("office", "administration", "works"), number), province),
        "status": "ปิดแล้ว" if number == 5 and moment == 3 else "เฝ้าระวัง",
        "next_review": starts + timedelta(days=fate.choice((45, 75, 105))),
    }


def _indicator_of(province: str, issue: int) -> Indicator | None:
    """An indicator of the issue that goes well: what is off is left for the page to point at."""
    of_issue = (found for found in indicators(province) if found.pattern.issue == issue)
    return next((found for found in of_issue if found.skill > 0.9), None)


def assessment_rows(province: str) -> Iterator[dict]:
    """Form 9 of a province: assessors of other agencies on its indicators in the second quarter."""
    found = indicators(province)
    for number, indicator in enumerate(found):
        fate = chance("assessment", indicator.code)
        assessed = agency(indicator.pattern.sender, province)
        assessor = agency("office", province)
        told = within(5 if indicator.skill > 0.97 else 3.5, 1, 5)
        yield {
            "area": province,
            "fiscal_year": RUNNING_YEAR,
            "quarter": "2",
            "agency": assessed,
            "kpi": indicator.pattern.kpi,
            "assessor": "ผู้ประเมินยุทธศาสตร์จากสำนักงานจังหวัด",
            "assessor_agency": assessor,
            "score": round(within(told - fate.choice((0, 0, 0.5, 1, 1.5)), 1, 5), 1),
            "self_score": told if number % 3 == 0 else None,
            "evidence_ok": fate.random() < 0.75,
            "comment": "ขาดหลักฐานรายเดือน" if fate.random() < 0.3 else None,
        }
