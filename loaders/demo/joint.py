"""Indicators that made-up ministries measure together with provinces: everywhere, or in a few."""

from collections.abc import Iterator

from loaders.demo.places import NORTH

AGENCY = "กรมการพัฒนาชุมชน (สาธิต)"
_OTOP = {
    "topic": "เศรษฐกิจฐานราก",
    "measured_in": "all",
    "ministry": "กระทรวงมหาดไทย",
    "kpi": "มูลค่าการจำหน่ายสินค้าชุมชนและ OTOP",
    "unit": "ล้านบาท",
    "national_target": 260_000,
    "national_actual": 251_300,
}
_SMOKE = {
    "topic": "หมอกควัน",
    "measured_in": "some",
    "ministry": "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "kpi": "จำนวนวันที่ฝุ่นละออง PM2.5 เกินค่ามาตรฐาน",
    "unit": "วัน",
}
# A topic is agreed on before the provinces are.
_BORDER = {"topic": "ชายแดนใต้", "measured_in": "some", "ministry": "กระทรวงมหาดไทย"}


def joint_rows(year: int) -> Iterator[dict]:
    """The joint indicators of a fiscal year, a row a topic and province it is measured in."""
    for topic in (_OTOP, *({**_SMOKE, "province": code} for code in NORTH), _BORDER):
        yield {"fiscal_year": year, **topic}
