"""The bands of a score, "no score" included: colour, shape and word, never one alone."""

from dataclasses import dataclass

from charts.labels import is_missing
from charts.palette import DARK_TEXT, LIGHT_TEXT, NO_DATA, STATUS
from i18n import t
from thai.format import number

DECIMALS = 2
"""Of a score on a chart; the table has all four."""

MODES = ("exclude", "strict")
"""How missing results count in a total: left out, or as the lowest score."""


@dataclass(frozen=True)
class Band:
    """One band: `code` as the metrics write it, the sign, and its two colours."""

    code: str
    symbol: str
    colour: str
    text_colour: str

    def word(self, lang: str) -> str:
        """The band in words: "ดี"."""
        return t(f"evaluation.band.{self.code}", lang)


BANDS = (
    Band("high", "▲", STATUS[0], LIGHT_TEXT),
    Band("middle", "●", STATUS[1], DARK_TEXT),
    Band("low", "▼", STATUS[3], LIGHT_TEXT),
    Band("no_score", "○", NO_DATA, DARK_TEXT),
)
_BY_CODE = {band.code: band for band in BANDS}


def band_of(code: object) -> Band:
    """The band named `code`; anything else, None included, is "no score"."""
    return _BY_CODE.get(code, _BY_CODE["no_score"])


def top_of(scale: object) -> int:
    """The highest score of a scale; of none, that of 1–5."""
    return 100 if scale == "0-100" else 5


def cuts_of(scale: object) -> tuple[int, int]:
    """Where the middle band and the high one begin."""
    return (60, 90) if scale == "0-100" else (3, 4)


def shown(score: object, lang: str) -> str:
    """A score as it stands on a chart, a dash where there is none."""
    return "–" if is_missing(score) else number(float(score), DECIMALS, lang)
