"""One node of a plan as a poster: a page of A4 to print or save as PDF, with nothing from outside."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from charts.labels import is_missing, money
from charts.plan_tree import gap_words
from charts.status import status_of
from i18n import t
from thai.calendar import format_date
from thai.format import number, percent
from ui import data, export, language, names, wording
from ui.language import tr

HTML_MIME = "text/html"
_MOST = 8
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 12mm; }}
* {{ -webkit-print-color-adjust: exact; print-color-adjust: exact; box-sizing: border-box; }}
body {{ font: 15px/1.45 "TH Sarabun New", Sarabun, "Noto Sans Thai", Tahoma, sans-serif;
    color: #1d2733; max-width: 186mm; margin: 0 auto; }}
header {{ background: #0b3d7a; color: #fff; padding: 6mm; border-radius: 3mm; }}
h1 {{ font-size: 1.7em; line-height: 1.3; margin: 0.2em 0 0; }}
h2 {{ font-size: 1.1em; margin: 5mm 0 1mm; }}
.tiles {{ display: flex; gap: 4mm; margin-top: 4mm; }}
.tiles div {{ flex: 1; background: #f2f5f8; border-radius: 3mm; padding: 3mm; text-align: center; }}
.tiles b {{ display: block; font-size: 1.7em; line-height: 1.3; }}
table {{ border-collapse: collapse; width: 100%; }}
td {{ border-top: 1px solid #d4dae1; padding: 1mm 2mm; vertical-align: top; }}
td.number {{ text-align: right; white-space: nowrap; }}
.badge {{ border-radius: 1mm; padding: 0 2mm; white-space: nowrap; }}
.gap {{ background: #fdf1d7; border-radius: 2mm; padding: 2mm 4mm; margin-top: 4mm; }}
footer {{ color: #5b6875; font-size: 0.85em; margin-top: 5mm; }}
</style>
</head>
<body>
<header>{above}<h1>{title}</h1></header>
<div class="tiles">{tiles}</div>
{gaps}
<h2>{indicators_title}</h2>
{indicators}
<h2>{projects_title}</h2>
{projects}
<footer>{footer}</footer>
</body>
</html>
"""


@dataclass(frozen=True)
class Poster:
    """What stands on it: a row of `strategy_tree`, the frames behind it, and lines above and below."""

    node: Mapping
    indicators: pd.DataFrame
    projects: pd.DataFrame
    above: str
    footer: str


def draw(poster: Poster) -> None:
    """A button that saves the poster."""
    title = poster.node["title"]
    st.download_button(
        tr("strategy.poster.save"),
        partial(html_bytes, poster, language.current()),
        file_name=f"{export.file_stem(tr('strategy.poster.name'), title[:40])}.html",
        mime=HTML_MIME,
        icon=":material/print:",
        help=tr("strategy.poster.help"),
        on_click="ignore",
        key="strategy.poster",
    )


def of_node(node: Mapping, indicators: pd.DataFrame, projects: pd.DataFrame, scope) -> Poster:
    """The poster of a node in a view: whose plan it is above, how old the figures are below."""
    lang = language.current()
    area, period = names.area(node["area_code"]), wording.period(scope.fiscal_year, scope.quarter)
    standing = data.standing(scope)
    below = [tr("export.demo")] if standing.demo else []
    if standing.as_of:
        below.append(tr("export.as_of", date=format_date(standing.as_of, lang)))
    above = " · ".join(part for part in (area, node["plan_name"], period) if part)
    return Poster(node, indicators, projects, above, " · ".join(below))


def html_bytes(poster: Poster, lang: str) -> bytes:
    """The poster as one page that runs nothing; called when the reader clicks, so `lang` is said."""
    gaps = gap_words(poster.node, lang)
    page = _PAGE.format(
        lang=lang,
        title=escape(poster.node["title"]),
        above=escape(poster.above),
        tiles="".join(
            f"<div><b>{escape(said)}</b>{escape(of)}</div>" for said, of in _tiles(poster, lang)
        ),
        gaps=f'<p class="gap">○ {escape(" · ".join(gaps))}</p>' if gaps else "",
        indicators_title=escape(t("strategy.poster.indicators", lang)),
        indicators=_table(poster.indicators, _indicator, lang),
        projects_title=escape(t("strategy.poster.projects", lang)),
        projects=_table(
            poster.projects.sort_values("allocated_thb", ascending=False), _project, lang
        ),
        footer=escape(poster.footer),
    )
    return page.encode("utf-8")


def _tiles(poster: Poster, lang: str) -> list[tuple[str, str]]:
    node = poster.node
    off = int(node["critical_count"] + node["at_risk_count"])
    total = number(node["indicator_count"], 0, lang)
    unknown = t("strategy.poster.unknown", lang)
    allocated, spent = node["allocated_thb"], node["disbursed_pct"]
    return [
        (str(off), t("strategy.poster.off", lang, total=total)),
        (number(node["project_count"], 0, lang), t("strategy.poster.project_count", lang)),
        (
            unknown if is_missing(allocated) else money(allocated, lang),
            t("strategy.poster.money", lang),
        ),
        (
            unknown if is_missing(spent) else percent(spent, 1, lang),
            t("strategy.poster.spent", lang),
        ),
    ]


def _table(frame: pd.DataFrame, cells, lang: str) -> str:
    """The first rows, and how many more there are."""
    if frame.empty:
        return f"<p>{escape(t('strategy.poster.none', lang))}</p>"
    rows = "".join(f"<tr>{cells(row, lang)}</tr>" for row in frame.head(_MOST).to_dict("records"))
    left = len(frame) - _MOST
    more = f"<p>{escape(t('strategy.poster.more', lang, count=left))}</p>" if left > 0 else ""
    return f"<table>{rows}</table>{more}"


def _indicator(row: Mapping, lang: str) -> str:
    status = status_of(row["status"])
    share = row["attainment_to_date_pct"]
    style = f"background: {status.colour}; color: {status.text_colour}"
    return (
        f'<td><span class="badge" style="{style}">{escape(status.label(lang))}</span></td>'
        f"<td>{escape(row['kpi'])}</td>"
        f'<td class="number">{"–" if is_missing(share) else percent(share, 0, lang)}</td>'
    )


def _project(row: Mapping, lang: str) -> str:
    allocated = row["allocated_thb"]
    said = "–" if is_missing(allocated) else money(allocated, lang)
    agency = "" if is_missing(row["agency"]) else row["agency"]
    return (
        f"<td>{escape(row['project'])}</td><td>{escape(agency)}</td>"
        f'<td class="number">{escape(said)}</td>'
    )
