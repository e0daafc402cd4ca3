"""What each filter may be set to, and which codes of a requested view are valid together."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n import LANGUAGES

ALL = ""
PRESENTING = "1"
QUARTERS = ("1", "2", "3", "4")


@dataclass(frozen=True)
class Choice:
    """One entry of a filter: its code, its names, and the codes it belongs under (none: anywhere)."""

    code: str
    name_th: str
    name_en: str | None = None
    parents: frozenset[str] = frozenset()

    def name(self, lang: str) -> str:
        """The name in `lang`; Thai where there is no English one."""
        return (self.name_en or self.name_th) if lang == "en" else self.name_th


@dataclass(frozen=True)
class Options:
    """Every choice of the filter bar, in the order it is offered; years and meetings newest first."""

    groups: tuple[Choice, ...] = ()
    provinces: tuple[Choice, ...] = ()
    districts: tuple[Choice, ...] = ()
    issues: tuple[Choice, ...] = ()
    plans: tuple[Choice, ...] = ()
    years: tuple[int, ...] = ()
    meetings: tuple[Choice, ...] = ()


def default_codes(options: Options) -> dict[str, str]:
    """The view before anybody chose: the whole country, the newest fiscal year with figures."""
    year = str(options.years[0]) if options.years else ALL
    narrowing = ("group", "province", "district", "quarter", "issue", "plan", "meeting", "present")
    everything = dict.fromkeys(narrowing, ALL)
    return {**everything, "fy": year, "lang": LANGUAGES[0]}


def offered(options: Options, codes: Mapping[str, str]) -> dict[str, tuple[Choice, ...]]:
    """Filter → the choices left by the filters above it in `codes`."""
    area = {codes["province"], codes["group"]} - {ALL}
    return {
        "group": options.groups,
        "province": _under(options.provinces, codes["group"]),
        "district": _under(options.districts, codes["province"]) if codes["province"] else (),
        "fy": tuple(Choice(str(year), str(year)) for year in options.years),
        "quarter": tuple(Choice(quarter, quarter) for quarter in QUARTERS),
        "issue": _of_area(options.issues, area),
        "plan": _of_area(options.plans, area),
        "meeting": options.meetings,
        "present": (Choice(PRESENTING, PRESENTING),),
        "lang": tuple(Choice(lang, lang) for lang in LANGUAGES),
    }


def valid_codes(requested: Mapping[str, str], options: Options) -> dict[str, str]:
    """`requested` with every code that is unknown, or does not fit the ones above it, put back."""
    codes = default_codes(options)
    # Top down: whether a district is known depends on the province settled before it.
    area = ("group", "province", "district", "issue", "plan")
    for name in ("lang", "fy", "quarter", "meeting", "present", *area):
        wanted = requested.get(name, codes[name])
        if wanted in {choice.code for choice in offered(options, codes)[name]}:
            codes[name] = wanted
        elif wanted == ALL and name not in ("lang", "fy"):
            codes[name] = ALL
    return codes


def _under(choices: tuple[Choice, ...], parent: str) -> tuple[Choice, ...]:
    return tuple(c for c in choices if not parent or parent in c.parents)


def _of_area(choices: tuple[Choice, ...], area: set[str]) -> tuple[Choice, ...]:
    return tuple(c for c in choices if not area or not c.parents or area & c.parents)
