"""Which view a reader looks at, as codes that live in the address.

Codes, never labels: a link must not break when a name or the language changes. Values equal to
the default are written too, so that a link does not follow later defaults.
"""

from collections.abc import Mapping

import streamlit as st

KEYS = (
    *("group", "province", "district", "fy", "quarter", "issue", "plan"),
    *("meeting", "present", "lang"),
)
_SETTLED = "view.settled"


def widget_key(name: str) -> str:
    """The session key of the widget that chooses `name`."""
    return f"view.{name}"


def settled() -> dict[str, str]:
    """The codes of this session's view, as the last run left them; empty before the first."""
    return dict(st.session_state.get(_SETTLED, {}))


def requested_now() -> dict[str, str]:
    """The codes asked for in this run, not yet checked: by a widget, by a link, or as before."""
    chosen = {
        name: st.session_state[widget_key(name)]
        for name in KEYS
        if widget_key(name) in st.session_state
    }
    return requested(st.query_params.to_dict(), settled(), chosen)


def requested(
    url: Mapping[str, str], settled: Mapping[str, str], chosen: Mapping[str, str | None]
) -> dict[str, str]:
    """The codes asked for, from the address, the last run and the widgets.

    A widget the reader just changed wins over the address, which may still be the one from
    before the click. Otherwise what the address says and the last run did not is a followed
    link. A code the address lacks stays: changing the page clears the address.
    """
    changed = {
        name: code or "" for name, code in chosen.items() if (code or "") != settled.get(name, "")
    }
    if settled and changed:
        return {**settled, **changed}
    linked = {name: url[name] for name in KEYS if name in url}
    return {**settled, **linked}


def settle(codes: Mapping[str, str]) -> None:
    """Make checked `codes` the view: in the session, in the widgets, and in the address.

    Must run before the widgets are drawn. Other parameters of the address are left alone.
    """
    st.session_state[_SETTLED] = dict(codes)
    for name, code in codes.items():
        if st.session_state.get(widget_key(name)) != code:
            st.session_state[widget_key(name)] = code
    others = {name: value for name, value in st.query_params.to_dict().items() if name not in KEYS}
    wanted = others | {name: code for name, code in codes.items() if code}
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def choose(**codes: str) -> None:
    """Ask for other codes as if the reader had chosen them; only from a widget's callback."""
    for name, code in codes.items():
        st.session_state[widget_key(name)] = code
