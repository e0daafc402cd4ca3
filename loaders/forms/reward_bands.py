"""Bands of reward, where somebody announced them: from which total score on, what is given."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import FISCAL_YEAR
from loaders.forms.scoring import OWNER, SCALE

FORM = Form(
    name="reward_bands",
    number=18,
    version=1,
    title="เกณฑ์เงินรางวัลตามผลการประเมิน",
    title_en="Bands of reward",
    accepted_titles=("เกณฑ์การจัดสรรเงินรางวัล",),
    columns=(
        OWNER,
        FISCAL_YEAR,
        replace(SCALE, required=True),
        Column(
            key="score_from",
            header="คะแนนตั้งแต่",
            header_en="From score",
            kind="number",
            required=True,
            accepted=("คะแนนรวมตั้งแต่", "score from"),
            minimum=0,
            maximum=100,
            example="4.5",
            help_th="คะแนนรวมต่ำสุดของระดับนี้ ระดับที่สูงกว่าเริ่มที่คะแนนของตนเอง",
            help_en="The lowest total of this band; a higher band begins at its own.",
        ),
        Column(
            key="band",
            header="ระดับเงินรางวัล",
            header_en="Band",
            required=True,
            accepted=("ระดับรางวัล", "band"),
            example="ดีเด่น",
            help_th="ชื่อระดับตามประกาศ",
            help_en="Name of the band as announced.",
        ),
        Column(
            key="reward",
            header="เงินรางวัล",
            header_en="Reward",
            accepted=("อัตราเงินรางวัล", "reward"),
            example="ร้อยละ 100 ของอัตราเต็ม",
            help_th="เงินรางวัลตามประกาศ เก็บตามที่เขียน",
            help_en="The reward as announced, kept as written.",
        ),
    ),
    row_key=("area", "fiscal_year", "score_scale", "score_from"),
    from_context=("area", "fiscal_year"),
    period="year",
    help_th="ระดับเงินรางวัลหนึ่งแถว",
    help_en="One band a row.",
)
