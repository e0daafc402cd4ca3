"""What became of what agencies were to send: colour, shape and word of each state, and their counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.palette import DARK_TEXT, LIGHT_TEXT, NO_DATA, NOT_DUE, SERIES, STATUS
from i18n import t


@dataclass(frozen=True)
class Sending:
    """One state: `code` as the metrics write it, the sign, and its two colours."""

    code: str
    symbol: str
    colour: str
    text_colour: str

    def word(self, lang: str) -> str:
        """The state in words: "ส่งช้า"."""
        return t(f"codes.sending_status.{self.code}", lang)

    def label(self, lang: str) -> str:
        """Sign and word: "◆ ส่งช้า"."""
        return f"{self.symbol} {self.word(lang)}"


# What the office has first, what it must ask for next, what is no concern last.
SENDINGS = (
    Sending("sent", "▲", STATUS[0], LIGHT_TEXT),
    Sending("late", "●", STATUS[1], DARK_TEXT),
    Sending("faulty", "◆", STATUS[2], DARK_TEXT),
    Sending("missing", "▼", STATUS[3], LIGHT_TEXT),
    Sending("not_due", "□", NOT_DUE, DARK_TEXT),
    Sending("waived", "○", NO_DATA, DARK_TEXT),
    Sending("extra", "＋", SERIES[4], DARK_TEXT),
)
OWED = ("faulty", "missing")
_ROOM_FOR_WORDS = 0.15  # of the whole bar; the legend says them in any case


def counted(codes: Iterable[str]) -> list[tuple[Sending, int]]:
    """How many of each state there are, in the order of SENDINGS, those of which there are none
    left out."""
    counts = Counter(codes)
    return [(one, counts[one.code]) for one in SENDINGS if counts[one.code]]


def counts(matrix: pd.DataFrame, lang: str) -> go.Figure:
    """Rows of `submission_matrix` as one bar divided by state, each part with sign, word, number."""
    total = len(matrix)
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": f"{one.label(lang)} {number}",
            "x": [number],
            "y": [""],
            "marker": {"color": one.colour},
            "text": [f"{one.label(lang)} {number}" if number >= _ROOM_FOR_WORDS * total else ""],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "constraintext": "none",
            "textfont": {"color": one.text_colour},
            "hovertemplate": f"{one.label(lang)}: {number}/{total}<extra></extra>",
        }
        for one, number in counted(matrix["sending_status"])
    ]
    bare = {"visible": False, "fixedrange": True}
    layout = {
        "barmode": "stack",
        "height": 104,
        "bargap": 0,
        "xaxis": bare | {"range": [0, total]},
        "yaxis": bare,
        "legend": {"traceorder": "normal"},
    }
    return theme.figure(traces, layout)
