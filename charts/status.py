"""The steps of attainment, "no data" and "not due": colour, shape and word, never one alone."""

from dataclasses import dataclass

from charts.palette import DARK_TEXT, LIGHT_TEXT, NO_DATA, NOT_DUE, STATUS
from i18n import t


@dataclass(frozen=True)
class Status:
    """One step: `code` as the metrics write it, the sign, and its two colours."""

    code: str
    symbol: str
    marker: str
    colour: str
    text_colour: str

    def word(self, lang: str) -> str:
        """The step in words: "บรรลุ"."""
        return t(f"charts.status.{self.code}", lang)

    def label(self, lang: str) -> str:
        """Sign and word: "▲ บรรลุ"."""
        return f"{self.symbol} {self.word(lang)}"


# Worst last; `marker` is plotly's name for the same shape as `symbol`.
STATUSES = (
    Status("met", "▲", "triangle-up", STATUS[0], LIGHT_TEXT),
    Status("near", "●", "circle", STATUS[1], DARK_TEXT),
    Status("at_risk", "◆", "diamond", STATUS[2], DARK_TEXT),
    Status("critical", "▼", "triangle-down", STATUS[3], LIGHT_TEXT),
    Status("no_data", "○", "circle-open", NO_DATA, DARK_TEXT),
    Status("not_due", "□", "square-open", NOT_DUE, DARK_TEXT),
)
_BY_CODE = {status.code: status for status in STATUSES}


def status_of(code: object) -> Status:
    """The step named `code`; anything else, None included, is "no data"."""
    return _BY_CODE.get(code, _BY_CODE["no_data"])
