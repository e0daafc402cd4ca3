"""What only the owner of an indicator can say of why it was chosen: three of the principles of 2557.

The other four (the plan, policies, joint indicators, funded projects) are computed.
"""

from loaders.form import Column


def _fits(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="yes_no",
        accepted=accepted,
        example="ใช่",
        help_th="ใช่ หรือ ไม่ใช่ เว้นว่าง = ยังไม่ได้พิจารณา",
        help_en="Yes or no; blank means not considered yet.",
    )


CONSIDERATIONS = (
    _fits("fits_positioning", "ตรงตำแหน่งการพัฒนา", "Fits the positioning", "ตรง positioning"),
    _fits("fits_driver", "เป็นฐานรายได้หลัก", "Of the revenue driver", "ตรง revenue driver"),
    _fits(
        "fits_index",
        "อยู่ในดัชนีการพัฒนาจังหวัด",
        "In the development indices",
        "ตรงดัชนีชี้วัดการพัฒนาระดับจังหวัด",
    ),
)
