"""The frame every figure sits in: what it says, the chart, and where its numbers come from.

    budget = panel("budget_share_by_plan", budget_charts.shares, headline=sentences.largest_plan)

A page gives the metric's name, a function from frame to figure, and one from frame to headline;
table, download, meaning, source cells, age and coverage follow from the metric.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import theme
from metrics import catalogue
from metrics.scope import Scope, ScopeError
from ui import data, language, names, panel_details, table
from ui.filters import current_scope
from ui.language import tr
from ui.panel_details import Subject
from ui.text import safe_md

T = TypeVar("T")

# Both take the frame and the language ("th" or "en").
Sentence = Callable[[pd.DataFrame, str], str]
Figure = Callable[[pd.DataFrame, str], go.Figure]


def panel(
    metric: str,
    figure: Figure,
    *,
    headline: Sentence,
    alt: Sentence | None = None,
    scope: Scope | None = None,
    frame: pd.DataFrame | None = None,
    columns: Sequence[str] = (),
    forms: Sequence[str] = (),
    key: str | None = None,
    selectable: bool = False,
) -> tuple | None:
    """One chart in its frame; returns the `customdata` of the clicked point, None when none is.

    `scope` is the filter bar's unless given. `frame` replaces the metric's own when the page
    shows a part of it; it must keep the row labels of `data.get`, by which source cells are
    found. `columns` are the table's (all unless given), `forms` the workbooks that count for
    age and coverage (all unless given). `alt` describes the chart to a screen reader, the
    headline unless given. `key` tells two panels of one metric on a page apart.
    """

    headline = _said_once(headline)

    def draw(subject: Subject) -> tuple | None:
        lang = language.current()
        event = st.plotly_chart(
            _on_page(figure(subject.frame, lang)),
            key=f"{subject.key}.chart",
            theme=None,
            config=theme.config(subject.file_stem),
            alt=(alt or headline)(subject.frame, lang),
            on_select="rerun" if selectable else "ignore",
            selection_mode="points",
        )
        return _clicked(event) if selectable else None

    about = {"scope": scope, "frame": frame, "columns": columns, "forms": forms, "key": key}
    return custom_panel(metric, draw, headline=headline, **about)


def table_panel(
    metric: str,
    *,
    headline: Sentence,
    scope: Scope | None = None,
    frame: pd.DataFrame | None = None,
    columns: Sequence[str] = (),
    forms: Sequence[str] = (),
    key: str | None = None,
    selectable: bool = False,
    height: int | str = "auto",
) -> pd.Series | None:
    """Like `panel`, the table being the chart; returns the clicked row, None when none is."""

    def draw(subject: Subject) -> pd.Series | None:
        clicked = table.show(
            subject.frame,
            subject.columns_by_name,
            language.current(),
            columns=subject.columns,
            key=f"{subject.key}.main_table",
            selection="single-row" if selectable else None,
            height=height,
        )
        return None if clicked is None else subject.frame.loc[clicked[0]]

    about = {"scope": scope, "frame": frame, "columns": columns, "forms": forms, "key": key}
    return custom_panel(metric, draw, headline=headline, **about)


def custom_panel(
    metric: str, draw: Callable[[Subject], T], *, headline: Sentence, **about: object
) -> T | None:
    """The frame round anything `draw` puts on the page; returns what it returns.

    `about` are the arguments of `subject_of`. Where there are no figures, or the question cannot
    be answered as asked, the reason stands in the frame instead, and None is returned.
    """
    with st.container(border=True):
        try:
            subject = subject_of(metric, **about)
        except ScopeError as refusal:
            st.text(tr(f"metrics.scope.{refusal.code}", **refusal.values))
            return None
        if subject.frame.empty:
            _say_why_empty(subject)
            return None
        st.subheader(safe_md(headline(subject.frame, language.current())), anchor=False)
        result = draw(subject)
        panel_details.draw(subject)
        return result


def subject_of(
    metric: str,
    *,
    scope: Scope | None = None,
    frame: pd.DataFrame | None = None,
    columns: Sequence[str] = (),
    forms: Sequence[str] = (),
    key: str | None = None,
) -> Subject:
    """What a panel is about; the arguments are those of `panel`.

    Raises ScopeError when the question cannot be answered as asked.
    """
    scope = scope or current_scope()
    return Subject(
        metric=catalogue.describe(metric),
        scope=scope,
        frame=names.in_language(data.get(metric, scope) if frame is None else frame),
        columns=tuple(columns),
        standing=data.standing(scope, tuple(forms)),
        key=f"panel.{key or metric}",
    )


def _said_once(sentence: Sentence) -> Sentence:
    """The same for the one frame of a panel, worked out once: it is headline and description."""
    said: list[str] = []

    def say(frame: pd.DataFrame, lang: str) -> str:
        if not said:
            said.append(sentence(frame, lang))
        return said[0]

    return say


def _say_why_empty(subject: Subject) -> None:
    reason = "nothing_left" if subject.standing.reporting else "nothing_sent"
    st.text(tr(f"panel.empty.{reason}", title=subject.title))


def _on_page(drawn: go.Figure) -> go.Figure:
    return theme.on_dark(drawn) if st.context.theme.type == "dark" else drawn


def _clicked(event) -> tuple | None:
    points = event.selection["points"]
    if not points or "customdata" not in points[0]:
        return None
    custom = points[0]["customdata"]
    return tuple(custom) if isinstance(custom, list | tuple) else (custom,)
