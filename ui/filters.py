"""The one filter bar, drawn above every page, and the Scope it stands for."""

import streamlit as st

from i18n import t
from metrics.scope import Scope
from ui import language, meetings, urlstate
from ui.language import tr
from ui.options import ALL, Choice, Options, default_codes, offered, valid_codes
from ui.text import safe_md

IN_ROW = ("group", "province", "district", "fy", "quarter")
IN_POPOVER = ("issue", "plan")
_MUST_BE_SET = ("fy",)
# Group to quarter, the popover, the language: nothing cut or wrapped at 1366 pixels.
_WIDTHS = (2.0, 1.5, 1.6, 1.7, 1.9, 1.6, 1.35)


def settle(options: Options) -> dict[str, str]:
    """Check the view asked for and write it back to session and address; returns its codes."""
    codes = valid_codes(urlstate.requested_now(), options)
    urlstate.settle(codes)
    return codes


def draw(options: Options, codes: dict[str, str]) -> None:
    """The bar: every choice in one row, the less used ones in a popover, the language last."""
    choices = offered(options, codes)
    columns = st.columns(_WIDTHS, vertical_alignment="center", gap="xsmall")
    for column, name in zip(columns, IN_ROW, strict=False):
        with column:
            _draw_choice(name, choices[name], disabled=not choices[name])
    with columns[-2]:
        _draw_popover(choices, codes)
    with columns[-1], st.container(horizontal_alignment="right"):
        language.draw_switch()


def draw_active(options: Options, codes: dict[str, str]) -> None:
    """What narrows the view, each to be removed by a click, and a reset; nothing by default."""
    choices, default = offered(options, codes), default_codes(options)
    active = [name for name in (*IN_ROW, *IN_POPOVER) if codes[name] != default[name]]
    if not active:
        return
    st.caption(tr("ui.filter.active"), width="content")
    for name in active:
        (chosen,) = (choice for choice in choices[name] if choice.code == codes[name])
        st.button(
            safe_md(_short(_label(name, chosen, language.current()))),
            key=f"chip.{name}",
            icon=":material/close:",
            icon_position="right",
            help=tr("ui.filter.remove"),
            on_click=urlstate.choose,
            kwargs={name: default[name]},
        )
    everything = {name: default[name] for name in active}
    st.button(
        tr("ui.filter.reset"),
        key="chip.reset",
        type="tertiary",
        on_click=urlstate.choose,
        kwargs=everything,
    )


def current_scope() -> Scope:
    """The view as the metrics take it: codes, Buddhist fiscal year and quarter, None for "all".

    With a meeting chosen, the figures are those published by its snapshot.
    """
    codes = {name: code or None for name, code in urlstate.settled().items()}
    year, quarter, meeting = codes.get("fy"), codes.get("quarter"), meetings.chosen()
    return Scope(
        group=codes.get("group"),
        province=codes.get("province"),
        district=codes.get("district"),
        fiscal_year=int(year) if year else None,
        quarter=int(quarter) if quarter else None,
        strategic_issue=codes.get("issue"),
        plan=codes.get("plan"),
        as_of=meeting.snapshot_at if meeting else None,
    )


def _draw_choice(name: str, choices: tuple[Choice, ...], *, disabled: bool = False) -> None:
    lang = language.current()
    labels = {choice.code: _label(name, choice, lang) for choice in choices}
    codes = list(labels) if name in _MUST_BE_SET and labels else [ALL, *labels]
    st.selectbox(
        tr(f"ui.filter.{name}"),
        codes,
        format_func=lambda code: labels.get(code) or t(f"ui.filter.all.{name}", lang),
        key=urlstate.widget_key(name),
        disabled=disabled,
        label_visibility="visible" if name in IN_POPOVER else "collapsed",
    )


def _draw_popover(choices: dict[str, tuple[Choice, ...]], codes: dict[str, str]) -> None:
    count = sum(codes[name] != ALL for name in IN_POPOVER)
    label = tr("ui.filter.more_active", count=count) if count else tr("ui.filter.more")
    with st.popover(label, width="stretch"):
        for name in IN_POPOVER:
            _draw_choice(name, choices[name], disabled=not choices[name])


def _label(name: str, choice: Choice, lang: str) -> str:
    if name == "fy":
        return t("ui.filter.value.fy", lang, value=choice.code)
    if name == "quarter":
        return t(f"ui.filter.value.quarter_{choice.code}", lang)
    return choice.name(lang)


def _short(label: str, limit: int = 36) -> str:
    return label if len(label) <= limit else f"{label[:limit]}…"
