"""Sentences about what a search finds."""

import pandas as pd

from i18n import t
from thai.format import number


def found(things: pd.DataFrame, lang: str) -> str:
    """How many names of each kind a search finds, those not shown included."""
    counts = things.drop_duplicates("thing_kind")
    parts = [
        t(f"search.counted.{kind}", lang, count=number(count, 0, lang))
        for kind, count in zip(counts["thing_kind"], counts["kind_count"], strict=True)
    ]
    return t("search.found", lang, parts=" · ".join(parts))
