"""Where and when the demonstration plays: nine provinces of two groups, five fiscal years."""

from dataclasses import dataclass
from functools import cache

from loaders.demo.chance import chance
from store.areas import all_areas, area

NORTH = ("50", "51", "52", "58")  # ภาคเหนือตอนบน 1
SOUTH = ("80", "84", "86", "90", "93")  # ภาคใต้ฝั่งอ่าวไทย since 2560
PROVINCES = (*NORTH, *SOUTH)

YEARS = (2566, 2567, 2568, 2569, 2570)
CLOSED_YEARS = (2566, 2567)  # reported once for the whole year, by the provincial office
RUNNING_YEAR = 2569  # like the year before it, reported quarter by quarter
STARTED_YEAR = 2570  # only its first quarter, and only by some
DELAYED_YEARS = (2567, 2570)  # began without a budget act

_PERSONS_PER_HOUSEHOLD = 2.7

# Who sends what. The mark keeps them apart from the offices whose names they borrow.
_AGENCIES = {
    "office": "สำนักงานจังหวัด",
    "commerce": "สำนักงานพาณิชย์จังหวัด",
    "health": "สำนักงานสาธารณสุขจังหวัด",
    "community": "สำนักงานพัฒนาชุมชนจังหวัด",
    "works": "สำนักงานโยธาธิการและผังเมืองจังหวัด",
    "administration": "ที่ทำการปกครองจังหวัด",
    "treasury": "สำนักงานคลังจังหวัด",
}


@dataclass(frozen=True)
class Village:
    """A made-up village: its place, its households and what it was like at the start (0–1)."""

    number: int
    district_code: str
    subdistrict: str
    village_no: int
    households: int
    accounts: float
    attending: float
    joined: float
    written: float


def province_name(code: str) -> str:
    """The Thai name of a province."""
    return area(code).name_th


def agency(role: str, province: str) -> str:
    """The name of the agency with that role in a province, marked as made up."""
    return f"{_AGENCIES[role]}{province_name(province)} (สาธิต)"


@cache
def districts(province: str) -> tuple[str, ...]:
    """The codes of a province's real districts."""
    return tuple(found.code for found in all_areas() if found.parent == province)


@cache
def villages(province: str) -> tuple[Village, ...]:
    """Every village of a province, the same in all years: 40–90 a district."""
    numbers = iter(range(1, 10_000))
    return tuple(
        _village(district, next(numbers), place)
        for district in districts(province)
        for place in range(chance("villages", district).randint(40, 90))
    )


def village_name(village: Village) -> str:
    """What a made-up village is called, in every form."""
    return f"บ้านสาธิต {village.number}"


@cache
def population(district: str) -> int:
    """People of a made-up district, from the households of its villages."""
    own = (village for village in villages(district[:2]) if village.district_code == district)
    return round(sum(village.households for village in own) * _PERSONS_PER_HOUSEHOLD)


def _village(district: str, number: int, place: int) -> Village:
    fate = chance("village", district, place)
    return Village(
        number=number,
        district_code=district,
        subdistrict=f"ตำบลสาธิต {place // 10 + 1}",
        village_no=place % 10 + 1,
        households=fate.randint(60, 320),
        accounts=fate.uniform(0.45, 0.95),
        attending=fate.uniform(0.50, 0.98),
        joined=fate.random(),
        written=fate.random(),
    )
