"""Any metric in the reader's view: table, chart where one fits, and the cells behind a figure."""

from dataclasses import replace

import streamlit as st

from charts import exploring, theme
from metrics import catalogue
from metrics.scope import Scope, ScopeError
from ui import data, language, metric_groups, panel, source, table
from ui.filters import current_scope
from ui.language import tr
from ui.subject import Subject

MOST_ROWS = 20_000
_PARAMETER = "metric"
_SHOWN_FIRST = "kpi_overview"


def choose_metric() -> str:
    """The metric to look at; its name lives in the address."""
    lang = language.current()
    names = [name for group in metric_groups.grouped().values() for name in group]
    group_of = {
        name: tr(f"explore.group.{group}")
        for group, members in metric_groups.grouped().items()
        for name in members
    }
    asked = st.query_params.get(_PARAMETER)
    chosen = st.selectbox(
        tr("explore.metric"),
        names,
        index=names.index(asked if asked in names else _SHOWN_FIRST),
        format_func=lambda name: f"{group_of[name]} › {metric_groups.title(name, lang)}",
        key="explore.metric",
    )
    if asked != chosen:
        st.query_params[_PARAMETER] = chosen
    return chosen


def choose_scope(metric: str) -> Scope:
    """The filters' view, of all years when the reader says so; published statistics begin there."""
    described = catalogue.describe(metric)
    published = any(column.name == "year" for column in described.columns)
    every_year = st.toggle(
        tr("explore.every_year"), value=published, key=f"explore.every_year.{metric}"
    )
    scope = current_scope()
    return replace(scope, fiscal_year=None, quarter=None) if every_year else scope


def draw(metric: str, scope: Scope) -> None:
    """The metric's panel: which columns, which chart, and a click on a figure for its cells.

    An answer nobody can read, and which would keep all other readers waiting, is not fetched; a
    part of it would be taken for the whole.
    """
    rows = _row_count(metric, scope)
    if rows > MOST_ROWS:
        counts = {"rows": f"{rows:,}", "most": f"{MOST_ROWS:,}"}
        st.warning(
            tr("explore.too_many", title=metric_groups.title(metric, language.current()), **counts)
        )
        return
    panel.custom_panel(
        metric,
        _draw_answer,
        scope=scope,
        headline=lambda frame, lang: tr(
            "explore.headline", title=metric_groups.title(metric, lang), rows=f"{len(frame):,}"
        ),
        key=f"explore.{metric}",
    )


def _row_count(metric: str, scope: Scope) -> int:
    try:
        return data.row_count(metric, scope)
    except ScopeError:
        return 0  # the panel says why


def draw_filters_heeded(metric: str) -> None:
    """Which of the filters above change this answer."""
    fields = catalogue.describe(metric).filters
    named = [tr(f"explore.filter.{field}") for field in fields if field in _SHOWN_FILTERS]
    st.caption(tr("explore.heeds", filters=", ".join(named) or "–"))


def _draw_answer(subject: Subject) -> None:
    lang = language.current()
    columns = st.multiselect(
        tr("explore.columns"),
        list(subject.frame.columns),
        format_func=lambda name: table.heading(name, subject.columns_by_name, lang),
        placeholder=tr("explore.all_columns"),
        key=f"{subject.key}.columns",
    )
    _draw_chart(subject)
    st.caption(tr("panel.source.how"))
    clicked = table.show(
        subject.frame,
        subject.columns_by_name,
        lang,
        columns=columns,
        key=f"{subject.key}.cells",
        selection="single-cell",
    )
    if clicked is not None:
        source.draw(subject, *clicked)


def _draw_chart(subject: Subject) -> None:
    names, figures = exploring.names_in(subject.frame), exploring.figures_in(subject.frame)
    if not names or not figures:
        return
    lang = language.current()

    def heading(name: str) -> str:
        return table.heading(name, subject.columns_by_name, lang)

    with st.container(horizontal=True):
        figure = st.selectbox(
            tr("explore.figure"),
            [None, *figures],
            1,
            format_func=_or(heading, "no_chart"),
            key=f"{subject.key}.figure",
        )
        by = st.selectbox(
            tr("explore.by"),
            names,
            exploring.telling(subject.frame, names),
            format_func=heading,
            key=f"{subject.key}.by",
        )
        series = None
        if by in exploring.YEARS:
            others = [name for name in names if name not in exploring.YEARS]
            series = st.selectbox(
                tr("explore.series"),
                [None, *others],
                min(1, len(others)),
                format_func=_or(heading, "one_line"),
                key=f"{subject.key}.series",
            )
    if figure is None:
        return
    drawn = exploring.chart(subject.frame, by, figure, heading(figure), series)
    st.plotly_chart(
        theme.on_dark(drawn) if st.context.theme.type == "dark" else drawn,
        theme=None,
        config=theme.config(subject.file_stem),
        alt=f"{heading(figure)} · {heading(by)}",
        key=f"{subject.key}.explored",
    )


def _or(heading, none: str):
    return lambda name: tr(f"explore.{none}") if name is None else heading(name)


_SHOWN_FILTERS = (
    "group",
    "province",
    "district",
    "fiscal_year",
    "quarter",
    "strategic_issue",
    "plan",
)
