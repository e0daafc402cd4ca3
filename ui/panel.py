"""The frame every figure sits in: what it says, the chart, and where its numbers come from.

    budget = panel("budget_share_by_plan", budget_charts.shares, headline=sentences.largest_plan)

A page gives the metric's name, a function from frame to figure, and one from frame to headline;
table, download, meaning, source cells, age and coverage follow from the metric.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import pandas as pd
import streamlit as st

from charts import theme
from metrics import catalogue
from metrics.scope import Scope, ScopeError
from ui import absence, data, language, names, panel_details, table
from ui.filters import current_scope
from ui.language import tr
from ui.pictures import Figure, Frames, Sentence, Sketch, picture
from ui.subject import Subject
from ui.text import safe_md

T = TypeVar("T")


def panel(
    metric: str,
    figure: Figure,
    *,
    headline: Sentence,
    alt: Sentence | None = None,
    scope: Scope | None = None,
    beside: Scope | None = None,
    frame: pd.DataFrame | None = None,
    columns: Sequence[str] = (),
    forms: Sequence[str] = (),
    measures: Sequence[str] = (),
    key: str | None = None,
    selectable: bool = False,
) -> tuple | None:
    """One chart in its frame; returns the `customdata` of the clicked point, None when none is.

    `scope` is the filter bar's unless given. `beside` is another scope to compare with: `figure`
    then takes its frame too, after the language. `frame` replaces the metric's own when the page
    shows a part of it; it must keep the row labels of `data.get`, by which source cells are
    found. `columns` are the table's (all unless given), `forms` the workbooks that count for
    age and coverage (all unless given), `measures` the figures of an area profile that count
    for them and for the demonstration mark (all unless given). `alt` describes the chart to a screen reader, the
    headline unless given. `key` tells two panels of one metric on a page apart.
    """

    def show(subject: Subject) -> tuple | None:
        sketch = _sketch(subject, figure, headline, alt or headline, beside, selectable)
        shown = picture(sketch, _frames(subject, beside), keep=frame is None)
        _say(shown.headline)
        event = st.plotly_chart(
            shown.chart,
            key=f"{subject.key}.chart",
            theme=None,
            config=theme.config(subject.file_stem),
            alt=shown.alt,
            on_select="rerun" if selectable else "ignore",
            selection_mode="points",
        )
        return _clicked(event) if selectable else None

    sent = {"forms": forms, "measures": measures}
    about = {"scope": scope, "frame": frame, "columns": columns, "key": key, **sent}
    return _framed(metric, show, **about)


def table_panel(
    metric: str,
    *,
    headline: Sentence,
    scope: Scope | None = None,
    frame: pd.DataFrame | None = None,
    columns: Sequence[str] = (),
    forms: Sequence[str] = (),
    measures: Sequence[str] = (),
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

    sent = {"forms": forms, "measures": measures}
    about = {"scope": scope, "frame": frame, "columns": columns, "key": key, **sent}
    return custom_panel(metric, draw, headline=headline, **about)


def custom_panel(
    metric: str, draw: Callable[[Subject], T], *, headline: Sentence, **about: object
) -> T | None:
    """The frame round anything `draw` puts on the page; returns what it returns.

    `about` are the arguments of `subject_of`. Where there are no figures, or the question cannot
    be answered as asked, the reason stands in the frame instead, and None is returned.
    """

    def show(subject: Subject) -> T:
        _say(headline(subject.frame, language.current()))
        return draw(subject)

    return _framed(metric, show, **about)


def subject_of(
    metric: str,
    *,
    scope: Scope | None = None,
    frame: pd.DataFrame | None = None,
    columns: Sequence[str] = (),
    forms: Sequence[str] = (),
    measures: Sequence[str] = (),
    key: str | None = None,
) -> Subject:
    """What a panel is about; the arguments are those of `panel`.

    Raises ScopeError when the question cannot be answered as asked.
    """
    scope = scope or current_scope()
    years = data.fiscal_years(metric, scope) if frame is None else data.years_in(frame)
    frame = names.in_language(data.get(metric, scope) if frame is None else frame)
    about = catalogue.describe(metric)
    # Where the year asked for changes nothing, what was sent in any year is shown.
    sent_in = scope if "fiscal_year" in about.filters else replace(scope, fiscal_year=None)
    of_years = _till_asked(years, sent_in)
    return Subject(
        metric=about,
        scope=scope,
        frame=frame,
        columns=tuple(columns),
        standing=data.standing(sent_in, tuple(forms), of_years, tuple(measures)),
        key=f"panel.{key or metric}",
    )


def _till_asked(years: tuple[int, ...], scope: Scope) -> tuple[int, ...]:
    """Those of the years that are not after the one asked for, where a target may lie."""
    return tuple(year for year in years if year <= (scope.fiscal_year or year))


def _framed(metric: str, show: Callable[[Subject], T], **about: object) -> T | None:
    with st.container(border=True):
        try:
            subject = subject_of(metric, **about)
        except ScopeError as refusal:
            st.text(tr(f"metrics.scope.{refusal.code}", **refusal.values))
            return None
        if subject.frame.empty:
            absence.draw(subject, about.get("forms") or ())
            return None
        result = show(subject)
        panel_details.draw(subject)
        return result


def _sketch(
    subject: Subject,
    figure: Figure,
    headline: Sentence,
    alt: Sentence,
    beside: Scope | None,
    selectable: bool,
) -> Sketch:
    return Sketch(
        figure=figure,
        headline=headline,
        alt=alt,
        metric=subject.metric.name,
        scope=subject.scope,
        beside=beside,
        version=data.data_version(),
        lang=language.current(),
        dark=_is_dark(),
        selectable=selectable,
    )


def _frames(subject: Subject, beside: Scope | None) -> Frames:
    """What the picture is drawn of, fetched when it is drawn."""

    def frames() -> tuple[pd.DataFrame, ...]:
        if beside is None:
            return (subject.frame,)
        return subject.frame, names.in_language(data.get(subject.metric.name, beside))

    return frames


def _say(headline: str) -> None:
    st.subheader(safe_md(headline), anchor=False)


def _is_dark() -> bool:
    return st.context.theme.type == "dark"


def _clicked(event) -> tuple | None:
    points = event.selection["points"]
    if not points or "customdata" not in points[0]:
        return None
    custom = points[0]["customdata"]
    return tuple(custom) if isinstance(custom, list | tuple) else (custom,)
