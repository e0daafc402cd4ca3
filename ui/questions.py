"""What a waiting file leaves open, asked with the possible answers and the cells they would change."""

from collections.abc import Sequence

import streamlit as st

from loaders.asks import IGNORED
from loaders.findings import Finding
from loaders.forms import FORMS
from loaders.questions import Question, questions_of
from loaders.rule_store import Draft
from ui import data, language
from ui.language import tr
from ui.text import safe_md

# A file of a strange layout asks much; what blocks comes first, the rest after it is answered.
_ASKED_AT_ONCE = 6
_CELLS_NAMED = 4


def draw(findings: Sequence[Finding], key: str) -> list[Draft]:
    """Draws the questions in the findings of one file; the answers just given, none mostly.

    `key` tells the files of a page apart. Nothing is chosen beforehand: an answer is a person's.
    """
    questions = [one for one in questions_of(findings) if _options(one)]
    pressing = [one for one in questions if not one.optional]
    if not questions:
        return []
    label = tr("rules.questions.title", count=len(pressing))
    with st.expander(label, expanded=bool(pressing), icon=":material/contact_support:"):
        st.caption(tr("rules.questions.how"))
        with st.form(f"questions.{key}", border=False):
            shown = (_whose(questions) or pressing or questions)[:_ASKED_AT_ONCE]
            answered = [_draw_question(question, key) for question in shown]
            left = len(questions) - len(shown)
            if left:
                st.caption(tr("rules.questions.later", count=left))
            everybody = st.checkbox(
                tr("rules.questions.everybody"), help=tr("rules.questions.everybody_help")
            )
            if not st.form_submit_button(
                tr("rules.questions.remember"), type="primary", icon=":material/bookmark_added:"
            ):
                return []
    return [
        question.draft(answer, everybody=everybody, subject=subject)
        for question, (answer, subject) in zip(shown, answered, strict=True)
        if answer is not None
    ]


def _whose(questions: Sequence[Question]) -> list[Question]:
    """Whose the file is, asked before all else: every other answer is kept for that agency."""
    return [one for one in questions if one.asks.kind == "agency_of_file"]


def _draw_question(question: Question, key: str) -> tuple[str | None, str | None]:
    """The chosen answer, and the other header row it is about when one was chosen."""
    lang = language.current()
    left, right = st.columns([3, 2])
    with left:
        sign = "▼ " if question.blocks else ""
        st.markdown(f"{sign}**{safe_md(question.title(lang))}**")
        st.caption(safe_md(_where(question)))
    whys = {choice.answer: question.why(choice, lang) for choice in question.choices}
    with right:
        answer = st.selectbox(
            question.title(lang),
            _options(question),
            index=None,
            format_func=lambda one: _with_why(question.label(one, lang), whys.get(one)),
            placeholder=tr("rules.questions.choose"),
            key=f"question.{key}.{question.key}",
            label_visibility="collapsed",
            accept_new_options=question.asks.kind == "agency_of_file",
        )
        return answer, _draw_other_row(question, key)


def _draw_other_row(question: Question, key: str) -> str | None:
    """Another row may be the header of a sheet nobody knows."""
    others = question.asks.other_subjects
    if len(others) < 2:
        return None
    return st.selectbox(
        tr("rules.questions.header_row"),
        others,
        index=others.index(question.asks.subject) if question.asks.subject in others else 0,
        key=f"question.{key}.{question.key}.row",
    )


def _options(question: Question) -> list[str]:
    """The likely answers first, then every other that is possible."""
    likely = [choice.answer for choice in question.choices]
    asks = question.asks
    if asks.kind == "area_alias":
        likely += _areas(asks.within)
    elif asks.kind == "column_meaning" and not asks.inverse:
        likely += [column.key for column in FORMS[asks.form].columns]
        likely = [*(one for one in likely if one != IGNORED), IGNORED]
    return list(dict.fromkeys(likely))


def _areas(within: str) -> list[str]:
    """Districts of the province in which the name must lie, else provinces and groups."""
    options = data.options()
    if within:
        return [one.code for one in options.districts if within in one.parents]
    return [one.code for one in (*options.provinces, *options.groups)]


def _with_why(label: str, why: str | None) -> str:
    return f"{label} · {why}" if why else label


def _where(question: Question) -> str:
    if question.asks.kind == "agency_of_file":
        return tr("rules.questions.where_file", count=f"{question.cell_count:,}")
    named = ", ".join(question.cells[:_CELLS_NAMED])
    cells = f"{named} …" if len(question.cells) > _CELLS_NAMED else named
    count = f"{question.cell_count:,}"
    return tr("rules.questions.where", sheet=question.sheet or "–", cells=cells or "–", count=count)
