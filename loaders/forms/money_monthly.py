"""The treasury's monthly sheet: what of each source of money is bound and paid out by a day."""

from dataclasses import replace

from loaders.form import Column, Form
from loaders.forms.common import FISCAL_YEAR, PROVINCE, SOURCE, SPENDING_TYPE, money_column


def _rank(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="count",
        accepted=accepted,
        minimum=1,
        maximum=77,
        example="24",
        help_th="ลำดับของจังหวัดที่กรมบัญชีกลางพิมพ์ไว้ ถ้ามี",
        help_en="Rank among the provinces as printed by the treasury, if any.",
    )


FORM = Form(
    name="money_monthly",
    number=14,
    version=1,
    title="รายงานสถานะการเบิกจ่ายรายเดือน",
    title_en="Monthly money sheet",
    accepted_titles=(
        "รายงานผลการเบิกจ่ายงบประมาณ",
        "สรุปผลการเบิกจ่ายงบประมาณ",
        "ผลการเบิกจ่ายและการใช้จ่ายงบประมาณ",
    ),
    columns=(
        PROVINCE,
        FISCAL_YEAR,
        Column(
            key="as_of",
            header="ข้อมูล ณ วันที่",
            header_en="As of",
            kind="date",
            required=True,
            accepted=("ณ วันที่", "วันที่ข้อมูล", "สิ้นเดือน", "as of"),
            fill_down=True,
            example="31 พ.ค. 2569",
            help_th="วันที่ของตัวเลข ยอดสะสมตั้งแต่ 1 ตุลาคม",
            help_en="The day of the figures, which are cumulative from 1 October.",
        ),
        Column(
            key="spender",
            header="หน่วยเบิกจ่าย",
            header_en="Spending unit",
            accepted=("หน่วยงานผู้เบิก", "ส่วนราชการผู้เบิก", "หน่วยรับงบประมาณ", "spending unit"),
            example="สำนักงานโยธาธิการและผังเมืองจังหวัด",
            help_th="หน่วยงานที่เบิก เว้นว่างเมื่อเป็นยอดของทั้งจังหวัด",
            help_en="The unit that spends; blank for the whole province.",
        ),
        replace(SOURCE, required=True),
        replace(SPENDING_TYPE, required=True, fill_down=True),
        money_column(
            "budget_thb",
            "งบประมาณที่ได้รับจัดสรร",
            "Budget (baht)",
            *("งบประมาณ", "งบจัดสรร", "วงเงินงบประมาณ", "ได้รับจัดสรร", "budget"),
            required=True,
            example="127050000",
            help_th="งบประมาณที่ได้รับจัดสรร",
            help_en="The budget allocated.",
        ),
        money_column(
            "after_transfers_thb",
            "งบประมาณหลังโอนเปลี่ยนแปลง",
            "Budget after transfers (baht)",
            *("งบหลังโอนเปลี่ยนแปลง", "หลังโอน", "งบประมาณสุทธิ", "after transfers"),
            example="127050000",
            help_th="งบประมาณหลังโอนเปลี่ยนแปลง เว้นว่างเมื่อไม่มีการโอน",
            help_en="The budget after transfers; blank when none were made.",
        ),
        money_column(
            "committed_thb",
            "ก่อหนี้ผูกพัน/กันเงิน",
            "Committed or reserved (baht)",
            *("PO", "ก่อหนี้ผูกพัน", "ก่อหนี้", "สำรองเงิน", "กันเงิน", "ใบสั่งซื้อ/สัญญา", "committed"),
            nil_is_zero=True,
            example="34500000",
            help_th="ก่อหนี้ผูกพัน (PO) และเงินกันที่ยังไม่เบิก",
            help_en="Under contract or reserved and not yet paid.",
        ),
        money_column(
            "disbursed_thb",
            "เบิกจ่ายสะสม",
            "Disbursed to date (baht)",
            *("เบิกจ่าย", "ผลการเบิกจ่าย", "เบิกจ่ายแล้ว", "ผลการเบิกจ่ายสะสม", "disbursed"),
            required=True,
            nil_is_zero=True,
            example="58200000",
            help_th="เบิกจ่ายสะสมตั้งแต่ต้นปีงบประมาณถึงวันที่ของตัวเลข",
            help_en="Paid out from the start of the fiscal year to that day.",
        ),
        _rank("disbursed_rank", "ลำดับการเบิกจ่าย", "Rank by disbursement", "ลำดับเบิกจ่าย"),
        _rank("spent_rank", "ลำดับการใช้จ่าย", "Rank by spending", "ลำดับใช้จ่าย"),
    ),
    row_key=("fiscal_year", "as_of", "province", "spender", "source", "spending_type"),
    from_context=("province", "fiscal_year", "as_of"),
    help_th="แหล่งเงินและประเภทรายจ่ายหนึ่งแถวต่อวันที่",
    help_en="One source and spending type a row and day.",
)
