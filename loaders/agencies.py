"""By which two names are recognised as the same agency, however it was written."""

import re

from store.areas import area
from thai.digits import to_arabic
from thai.text import consonant_key, normalise

# Abbreviations that offices write of themselves, the longer ones first.
_SHORT = (
    ("สนง.", "สำนักงาน"),
    ("ท.ก.ปกครอง", "ที่ทำการปกครอง"),
    ("สสจ.", "สำนักงานสาธารณสุขจังหวัด"),
    ("พมจ.", "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด"),
    ("ทสจ.", "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด"),
    ("ยผจ.", "สำนักงานโยธาธิการและผังเมืองจังหวัด"),
    ("พชจ.", "สำนักงานพัฒนาชุมชนจังหวัด"),
    ("ปภ.", "สำนักงานป้องกันและบรรเทาสาธารณภัย"),
    ("ทกจ.", "สำนักงานการท่องเที่ยวและกีฬาจังหวัด"),
    ("พณจ.", "สำนักงานพาณิชย์จังหวัด"),
    ("กษจ.", "สำนักงานเกษตรจังหวัด"),
    ("กสจ.", "สำนักงานเกษตรและสหกรณ์จังหวัด"),
    ("อบจ.", "องค์การบริหารส่วนจังหวัด"),
    ("อบต.", "องค์การบริหารส่วนตำบล"),
    ("จ.", "จังหวัด"),
    ("อ.", "อำเภอ"),
)
# Who of an agency, or what kind of office: not which agency.
_NOT_TELLING = re.compile(
    r"\(สาธิต\)|ผู้อำนวยการ|รองหัวหน้า|หัวหน้า|ผู้แทน|ผู้ช่วย|รักษาการ|เจ้าหน้าที่|นักวิเคราะห์\S*"
    r"|กลุ่มงาน\S*|ฝ่าย\S*|สำนักงาน|ที่ทำการ|ประจำ"
)
_OFFICE_OF_THE_PROVINCE = "สำนักงานจังหวัด"


def agency_key(name: str, area_code: str | None = None) -> str:
    """A key equal for two writings of one agency of an area; '' when the name tells none.

    Abbreviations are written out; what says only who (หัวหน้า) or what kind of office (สำนักงาน),
    the province's name, and marks that get lost in typing do not count.

    >>> agency_key("สนง.พาณิชย์ จ.เชียงใหม่", "50") == agency_key("พาณิชย์จังหวัดเชียงใหม่", "50")
    True
    >>> agency_key("หัวหน้าสำนักงานจังหวัดเชียงใหม่", "50") == agency_key("จังหวัด", "50")
    False
    """
    written = normalise(to_arabic(name)).replace(" ", "")
    for short, full in _SHORT:
        written = written.replace(short, full)
    bare = consonant_key(_NOT_TELLING.sub("", written).replace("จังหวัด", ""))
    bare = bare.removesuffix(consonant_key(_place(area_code)))
    if not bare and _OFFICE_OF_THE_PROVINCE in written:
        return consonant_key(_OFFICE_OF_THE_PROVINCE)
    return bare


def _place(area_code: str | None) -> str:
    """The Thai name of a province; '' for anything that is none."""
    if area_code is None or not area_code.isdigit():
        return ""
    return normalise(area(area_code[:2]).name_th)
