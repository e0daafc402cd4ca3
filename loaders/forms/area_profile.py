"""Form 7: what an area is like: people, households, product by sector, tourism, well-being."""

from loaders.form import Column, Form
from loaders.forms.common import AREA, DISTRICT, FISCAL_YEAR

PRICES = (
    ("current", ("ราคาประจำปี", "ราคาปัจจุบัน", "current", "current prices")),
    ("chain_volume", ("ปริมาณลูกโซ่", "CVM", "chain volume", "chain-volume measures")),
)

# Sector code → Thai and English name, as the national accounts of provinces name them. The three
# broad sectors and "non_agriculture" overlap the nineteen detailed ones: never add them together.
SECTORS = {
    "agriculture": ("ภาคเกษตร", "Agriculture"),
    "industry": ("ภาคอุตสาหกรรม", "Industrial"),
    "services": ("ภาคบริการ", "Services"),
    "non_agriculture": ("นอกภาคเกษตร", "Non-Agriculture"),
    "agriculture_forestry_fishing": (
        "เกษตรกรรม การป่าไม้ และการประมง",
        "Agriculture, forestry and fishing",
    ),
    "mining": ("การทำเหมืองแร่และเหมืองหิน", "Mining and quarrying"),
    "manufacturing": ("การผลิตอุตสาหกรรม", "Manufacturing"),
    "electricity_gas": (
        "ไฟฟ้า ก๊าซ ไอน้ำ และระบบปรับอากาศ",
        "Electricity, gas, steam and air conditioning supply",
    ),
    "water_waste": (
        "การจัดหาน้ำ การจัดการน้ำเสียและของเสีย",
        "Water supply; sewerage, waste management and remediation activities",
    ),
    "construction": ("การก่อสร้าง", "Construction"),
    "trade": (
        "การขายส่งขายปลีก",
        "Wholesale and retail trade and repair of motor vehicles and motorcycle",
    ),
    "transport": ("การขนส่ง", "Transportation and storage"),
    "accommodation_food": (
        "ที่พักแรมและบริการด้านอาหาร",
        "Accommodation and food service activities",
    ),
    "information": ("ข้อมูลข่าวสารและการสื่อสาร", "Information and communication"),
    "finance": ("การเงินและการประกันภัย", "Financial and insurance activities"),
    "real_estate": ("อสังหาริมทรัพย์", "Real estate activities"),
    "professional": (
        "วิชาชีพ วิทยาศาสตร์ และเทคนิค",
        "Professional, scientific and technical activities",
    ),
    "administrative": (
        "การบริหารและบริการสนับสนุน",
        "Administrative and support service activities",
    ),
    "public_administration": (
        "การบริหารราชการและการประกันสังคม",
        "Public administration and defence; compulsory social security",
    ),
    "education": ("การศึกษา", "Education"),
    "health": ("สุขภาพและสังคมสงเคราะห์", "Human health and social work activities"),
    "arts": ("ศิลปะ ความบันเทิง และนันทนาการ", "Arts, entertainment and recreation"),
    "other_services": ("บริการด้านอื่น ๆ", "Other service activities"),
}
_SHORT_SECTOR_NAMES = {
    "agriculture": ("เกษตร",),
    "industry": ("อุตสาหกรรม",),
    "services": ("บริการ",),
    "trade": ("การค้า",),
    "accommodation_food": ("ที่พักแรมและอาหาร", "โรงแรมและภัตตาคาร"),
    "transport": ("การขนส่งและสถานที่เก็บสินค้า",),
}


def _sector(code: str) -> Column:
    name, name_en = SECTORS[code]
    short = _SHORT_SECTOR_NAMES.get(code, ())
    return Column(
        key=f"gpp_{code}_thb",
        header=f"GPP {name}",
        header_en=f"GPP: {name_en} (baht)",
        kind="money",
        accepted=(name, name_en, *short, *(f"GPP {word}" for word in short)),
        help_th=f"มูลค่าผลิตภัณฑ์มวลรวมจังหวัด สาขา{name}",
        help_en=f"Gross provincial product, {name_en}.",
    )


def _count(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=header_en,
        kind="count",
        accepted=accepted,
        help_th=f"{header} หน่วยอ่านจากหัวคอลัมน์ เช่น (พันคน)",
        help_en=f"{header_en}; a unit in the header such as (พันคน) is applied.",
    )


def _money(key: str, header: str, header_en: str, *accepted: str) -> Column:
    return Column(
        key=key,
        header=header,
        header_en=f"{header_en} (baht)",
        kind="money",
        accepted=accepted,
        help_th=f"{header} หน่วยอ่านจากหัวคอลัมน์หรือหัวเรื่อง เช่น (ล้านบาท)",
        help_en=f"{header_en}; the unit is read from header or title.",
    )


def _status_indicator(number: int) -> Column:
    return Column(
        key=f"status_indicator_{number}",
        header=f"ตัวชี้วัดสถานะ {number}",
        header_en=f"Status indicator {number}",
        kind="number",
        accepted=(f"ตัวชี้วัดการพัฒนาระดับจังหวัด {number}",),
        help_th="ตัวชี้วัดการพัฒนาระดับจังหวัดที่สำคัญ",
        help_en="One of the three key provincial development indicators.",
    )


FORM = Form(
    name="area_profile",
    number=7,
    version=1,
    title="ข้อมูลพื้นฐานพื้นที่",
    title_en="Area profile",
    accepted_titles=("ข้อมูลพื้นฐานจังหวัด", "ผลิตภัณฑ์มวลรวมจังหวัด", "สถิติการท่องเที่ยว"),
    columns=(
        AREA,
        DISTRICT,
        Column(
            key="year",
            header="ปี",
            header_en="Year",
            kind="year",
            required=True,
            accepted=FISCAL_YEAR.accepted,
            fill_down=True,
            example="2568",
            help_th="ปีปฏิทิน (พ.ศ.) ของข้อมูล",
            help_en="Calendar year of the figures (Buddhist era).",
        ),
        _count("population", "ประชากร", "Population", "จำนวนประชากร", "population"),
        _count("households", "ครัวเรือน", "Households", "จำนวนครัวเรือน", "households"),
        _count("villages", "หมู่บ้าน", "Villages", "จำนวนหมู่บ้าน", "villages"),
        _count("subdistricts", "ตำบล", "Subdistricts", "จำนวนตำบล", "subdistricts"),
        Column(
            key="price",
            header="ราคา",
            header_en="Prices",
            kind="choice",
            accepted=("วิธีคิดราคา", "ประเภทราคา", "price"),
            choices=PRICES,
            fill_down=True,
            example="ราคาประจำปี",
            help_th="ราคาประจำปี หรือ ปริมาณลูกโซ่ (บวกข้ามจังหวัดหรือสาขาไม่ได้)",
            help_en="Current prices, or chain-volume measures, which are never added up.",
        ),
        _money(
            "gpp_thb",
            "GPP",
            "Gross provincial product",
            "ผลิตภัณฑ์มวลรวมจังหวัด",
            "ผลิตภัณฑ์มวลรวมจังหวัด (GPP)",
            "GPP รวม",
        ),
        *(_sector(code) for code in SECTORS),
        _money(
            "gpp_per_head_thb",
            "GPP ต่อหัว",
            "Product per head",
            "ผลิตภัณฑ์มวลรวมต่อหัว",
            "ผลิตภัณฑ์มวลรวมจังหวัดต่อหัว",
            "GPP per capita",
        ),
        Column(
            key="hai",
            header="ดัชนีความก้าวหน้าของคน",
            header_en="Human Achievement Index",
            kind="number",
            accepted=("HAI", "ดัชนีความก้าวหน้าของคน (HAI)"),
            minimum=0,
            maximum=1,
            help_th="ดัชนีความก้าวหน้าของคน ระหว่าง 0 ถึง 1",
            help_en="Human Achievement Index between 0 and 1.",
        ),
        Column(
            key="poverty_pct",
            header="สัดส่วนคนจน",
            header_en="Poverty rate (%)",
            kind="percent",
            accepted=("ร้อยละคนจน", "อัตราความยากจน", "สัดส่วนคนจน (ร้อยละ)", "poverty"),
            minimum=0,
            maximum=100,
            help_th="สัดส่วนคนจน ร้อยละ",
            help_en="Share of poor people in percent.",
        ),
        _money(
            "tourism_receipts_thb",
            "รายได้จากการท่องเที่ยว",
            "Tourism receipts",
            "รายได้จากผู้เยี่ยมเยือน",
            "รายได้การท่องเที่ยว",
        ),
        _money(
            "tourism_receipts_thai_thb",
            "รายได้จากชาวไทย",
            "Tourism receipts, Thai",
            "รายได้จากนักท่องเที่ยวชาวไทย",
        ),
        _money(
            "tourism_receipts_foreign_thb",
            "รายได้จากชาวต่างชาติ",
            "Tourism receipts, foreign",
            "รายได้จากนักท่องเที่ยวชาวต่างชาติ",
        ),
        _count(
            "visitors", "ผู้เยี่ยมเยือน", "Visitors", "จำนวนผู้เยี่ยมเยือน", "จำนวนนักท่องเที่ยว", "นักท่องเที่ยว"
        ),
        _count("visitors_thai", "ผู้เยี่ยมเยือนชาวไทย", "Visitors, Thai", "นักท่องเที่ยวชาวไทย"),
        _count("visitors_foreign", "ผู้เยี่ยมเยือนชาวต่างชาติ", "Visitors, foreign", "นักท่องเที่ยวชาวต่างชาติ"),
        Column(
            key="occupancy_pct",
            header="อัตราการเข้าพัก",
            header_en="Occupancy (%)",
            kind="percent",
            accepted=("อัตราเข้าพัก", "อัตราการเข้าพัก (ร้อยละ)", "อัตราการเข้าพักเฉลี่ย"),
            minimum=0,
            maximum=100,
            help_th="อัตราการเข้าพัก ร้อยละ",
            help_en="Room occupancy in percent.",
        ),
        *(_status_indicator(number) for number in (1, 2, 3)),
    ),
    row_key=("area", "district", "year", "price"),
    from_context=("area", "year"),
    help_th="พื้นที่และปีหนึ่งแถว",
    help_en="One area and year a row.",
)
