"""The overview's charts: of each metric only the few rows that need attention first.

Functions of nothing but what they are given, so that what they drew can be kept (ui.pictures).
"""

import pandas as pd
import plotly.graph_objects as go

from charts import grades, kpi_wall, spending
from charts.headlines import money

INDICATORS, AREAS = 7, 3


def wall(standing: pd.DataFrame, lang: str, year_before: pd.DataFrame) -> go.Figure:
    """The first rows of `kpi_overview`, the worst, each before its result of a year earlier."""
    one_area = standing["area_code"].nunique() == 1
    return kpi_wall.wall(standing.head(INDICATORS), year_before, lang, one_area=one_area)


def slowest(spent: pd.DataFrame, lang: str) -> go.Figure:
    """The areas of `disbursement_total` that have spent least of their budget by now."""
    newest = money.newest_quarter(spent).sort_values("disbursed_pct")
    return spending.against_target(newest.head(AREAS), lang)


def weakest(trend: pd.DataFrame, lang: str) -> go.Figure:
    """The areas of `grade_trend` with the smallest share of A in the newest year."""
    newest = trend[trend["fiscal_year"] == trend["fiscal_year"].max()]
    change = grades.change_of_a(newest)
    return grades.by_area(newest, change, lang, key="area_code", least=AREAS)
