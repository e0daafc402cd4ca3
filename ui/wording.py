"""How forms, periods, moments and states are called in the reader's language."""

from datetime import datetime, timedelta

from loaders.forms import FORMS
from store.areas import COUNTRY
from thai.calendar import format_date, quarter_label
from ui import language, names
from ui.language import tr

_THAI_TIME = timedelta(hours=7)
# A sign for those who do not see the colours; the word always stands beside it.
_STATE_SIGNS = {
    "accepted": "▲",
    "rejected": "▼",
    "already_received": "○",
    "drafted": "◇",
    "submitted": "◇",
    "checked": "◆",
    "assessed": "◆",
    "published": "▲",
    "superseded": "○",
    "withdrawn": "✕",
}
_SEVERITY_SIGNS = {"error": "▼", "question": "◆", "warning": "●", "note": "○"}


def form_title(name: str) -> str:
    """What a form is called; the name itself when it is none of ours."""
    if name not in FORMS:
        return name
    form = FORMS[name]
    title = form.title_en if language.current() == "en" else form.title
    return f"{form.number}. {title}"


def area(code: str | None) -> str:
    """The name of an area; a dash when none is said."""
    if code is None:
        return "–"
    return tr("upload.country") if code == COUNTRY else names.area(code)


def period(fiscal_year: int | None, quarter: int | None) -> str:
    """ "ไตรมาส 1/2569", "ทั้งปี 2569", or a dash where no one period is meant."""
    if fiscal_year is None:
        return "–"
    return quarter_label(fiscal_year, quarter, language.current())


def moment(at_utc: datetime | None) -> str:
    """A moment kept in UTC as day and time in Thailand; a dash when it is not known."""
    return "–" if at_utc is None else thai_moment(at_utc, language.current())


def thai_moment(at_utc: datetime, lang: str) -> str:
    """The same in a language, of a moment that is known."""
    local = at_utc + _THAI_TIME
    return f"{format_date(local.date(), lang)} {local:%H:%M}"


def state(code: str) -> str:
    """Sign and word of a file's or submission's state: "▲ เผยแพร่"."""
    return f"{_STATE_SIGNS[code]} {tr(f'loaders.state.{code}')}"


def severity(code: str) -> str:
    """Sign and word of a finding's severity."""
    return f"{_SEVERITY_SIGNS[code]} {tr(f'loaders.severity.{code}')}"
