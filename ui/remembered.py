"""The remembered rules: the list, its filters, and changing or revoking one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from loaders.asks import IGNORED
from loaders.forms import FORMS
from loaders.rule_store import Draft, UnknownRule, all_rules, amend, remember, revoke, uses
from loaders.rule_words import answer_words, form_words, subject_words, within_words
from loaders.rules import Rule
from store.areas import all_areas
from ui import actor, changes, data, language, wording
from ui.export import inert
from ui.language import tr
from ui.text import safe_md

_TOLD = "rules.told"
# The whole row fits 1366 pixels.
_WIDTHS = {
    "rule_id": 44,
    "state": 88,
    "kind": 122,
    "subject": 176,
    "answer": 136,
    "agency": 140,
    "form": 126,
    "files": 58,
    "made_at": 132,
    "made_by": 66,
    "reason": 80,
}
# What an answer may be changed into, where the possible answers are few.
_WORDS = {
    "nil_meaning": ("zero", "not_reported"),
    "change_mode": ("level", "points", "percent"),
    "target_rule": ("sum", "compound", "overall", "final", "maintain"),
    "style": ("period", "cumulative", "stock"),
    "unit_factor": ("1", "100", "1000", "1000000"),
    "form_of_sheet": (*FORMS, IGNORED),
}


@dataclass(frozen=True)
class Remembered:
    """Every rule ever made, and how many files each was used on."""

    rules: tuple[Rule, ...]
    files: dict[int, int]


def remembered() -> Remembered:
    """The rules as they are now."""
    with data.reading() as con:
        return Remembered(all_rules(con), uses(con))


def keep(drafts: Iterable[Draft]) -> None:
    """Remembers answers in the reader's name; what was examined before is examined anew."""
    with changes.writing() as con:
        for draft in drafts:
            remember(con, draft, actor=actor.current())


def draw_told() -> None:
    """What the last act came to, once."""
    if told := st.session_state.pop(_TOLD, None):
        st.success(told, icon=":material/check:")


def draw_filters(rules: Sequence[Rule]) -> list[Rule]:
    """Kind, agency, form, and whether revoked ones are shown; the rules that are left."""
    lang = language.current()
    columns = st.columns([2, 2, 2, 1.4], vertical_alignment="bottom")
    agencies = sorted({rule.agency for rule in rules if rule.agency})
    forms = [form for form in FORMS if form in {rule.form for rule in rules}]
    kinds = list(dict.fromkeys(rule.kind for rule in rules))
    kind = _filter(columns[0], "kind", kinds, lambda one: tr(f"rules.kind.{one}"))
    agency = _filter(columns[1], "agency", agencies, inert)
    form = _filter(columns[2], "form", forms, lambda one: form_words(one, lang))
    revoked = columns[3].toggle(tr("rules.page.revoked"), key="rules.filter.revoked")
    return [
        rule
        for rule in rules
        if (revoked or rule.revoked_at is None)
        and kind in (None, rule.kind)
        and agency in (None, rule.agency)
        and form in (None, rule.form)
    ]


def draw_list(rules: Sequence[Rule], files: dict[int, int]) -> Rule | None:
    """A row a rule, the newest first; returns the clicked one, at first the newest."""
    newest = sorted(rules, key=lambda rule: -rule.rule_id)
    st.caption(tr("rules.page.how", count=f"{len(newest):,}"))
    frame = pd.DataFrame([_row(rule, files.get(rule.rule_id, 0)) for rule in newest])
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config={
            name: st.column_config.Column(tr(f"rules.column.{name}"), width=_WIDTHS[name])
            for name in frame.columns
        },
        height="content" if len(frame) <= 10 else 390,
        key="rules.list",
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [0]}},
    )
    chosen = event.selection["rows"]
    return newest[chosen[0]] if chosen and chosen[0] < len(newest) else None


def draw_detail(rule: Rule) -> None:
    """One rule, with the ways to change it, or what became of it."""
    lang = language.current()
    with st.container(border=True):
        subject = _about(rule)
        answer = answer_words(rule.kind, rule.answer, rule.form, lang)
        st.subheader(safe_md(f"{rule.rule_id} · {subject} = {answer}"), anchor=False)
        if rule.revoked_at:
            about = {"who": rule.revoked_by or "–", "why": rule.revoked_because or "–"}
            when = wording.moment(rule.revoked_at)
            st.text(tr("rules.page.history", when=when, **about))
            return
        with st.form(f"rules.edit.{rule.rule_id}", border=False):
            left, right = st.columns(2)
            with left:
                new = _draw_answer(rule)
                everybody = rule.agency is not None and st.checkbox(tr("rules.questions.everybody"))
            reason = right.text_input(tr("rules.page.reason"), key=f"rules.reason.{rule.rule_id}")
            with st.container(horizontal=True):
                saved = st.form_submit_button(tr("rules.page.save"), icon=":material/edit:")
                gone = st.form_submit_button(tr("rules.page.revoke"), icon=":material/undo:")
    if saved or gone:
        _act(rule, new if saved else None, everybody=everybody, reason=reason.strip())


def _act(rule: Rule, new: str | None, *, everybody: bool, reason: str) -> None:
    """Changes the rule into one with a new answer, or revokes it; each needs a reason."""
    if not reason:
        st.warning(tr("rules.page.needs_reason"))
        return
    try:
        if new is None:
            with changes.writing() as con:
                revoke(con, rule.rule_id, actor=actor.current(), reason=reason)
            st.session_state[_TOLD] = tr("rules.page.gone", id=rule.rule_id)
        else:
            act = {"everybody": everybody, "actor": actor.current(), "reason": reason}
            with changes.writing() as con:
                made = amend(con, rule.rule_id, new, **act)
            st.session_state[_TOLD] = tr("rules.page.saved", id=made.rule_id)
    except UnknownRule:
        st.session_state[_TOLD] = tr("rules.page.known_gone")
    st.rerun()


def _draw_answer(rule: Rule) -> str:
    lang = language.current()
    possible = list(dict.fromkeys((rule.answer, *_possible(rule))))
    if rule.kind in ("name_alias", "agency_of_file"):
        return st.text_input(tr("rules.page.edit"), rule.answer).strip() or rule.answer
    return st.selectbox(
        tr("rules.page.edit"),
        possible,
        format_func=lambda one: answer_words(rule.kind, one, rule.form, lang),
    )


def _possible(rule: Rule) -> Sequence[str]:
    if rule.kind == "column_meaning":
        return [*(column.key for column in FORMS[rule.form].columns), IGNORED]
    if rule.kind == "area_alias":
        level = "district" if len(rule.answer) == 4 and rule.answer.isdigit() else "province"
        return [
            one.code
            for one in all_areas()
            if one.level == level and (not rule.within or rule.within in (one.code, one.parent))
        ]
    return _WORDS.get(rule.kind, ())


def _filter(column, name: str, options: list[str], label) -> str | None:
    with column:
        return st.selectbox(
            tr(f"rules.column.{name}"),
            options,
            index=None,
            format_func=label,
            placeholder=tr("rules.page.all"),
            key=f"rules.filter.{name}",
        )


def _about(rule: Rule) -> str:
    """What the rule is about, with what narrows it in brackets."""
    lang = language.current()
    subject = subject_words(rule.kind, rule.subject, rule.form, lang)
    within = within_words(rule.kind, rule.within, rule.form, lang)
    return f"{subject} ({within})" if within else subject


def _row(rule: Rule, files: int) -> dict[str, object]:
    lang = language.current()
    state = "gone" if rule.revoked_at else "standing"
    sign = "✕" if rule.revoked_at else "▲"
    return {
        "rule_id": rule.rule_id,
        "state": f"{sign} {tr(f'rules.cli.{state}')}",
        "kind": tr(f"rules.kind.{rule.kind}"),
        "subject": inert(_about(rule)),
        "answer": inert(answer_words(rule.kind, rule.answer, rule.form, lang)),
        "agency": inert(rule.agency or tr("rules.any_agency")),
        "form": form_words(rule.form, lang),
        "files": files,
        "made_at": wording.moment(rule.made_at),
        "made_by": inert(rule.made_by),
        "reason": inert(rule.reason),
    }
