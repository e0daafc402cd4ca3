"""Best practices: what is worth copying, and in which villages it could be."""

from dataclasses import replace

import streamlit as st

from charts.headlines import projects as sentences
from charts.labels import is_missing, money
from thai.format import number
from ui import data, names
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import custom_panel, table_panel
from ui.text import safe_md

FORMS = ("projects", "community_plans")
PRACTICES = (
    *("fiscal_year", "project", "highlight", "plan", "district", "subdistrict", "village"),
    *("allocated_thb", "beneficiaries", "kind", "grade", "area"),
)
SIMILAR = (
    *("similar_village", "similar_subdistrict", "similar_district", "similar_households"),
    *("grade", "same_plan"),
)
CARDS, IN_ROW = 6, 3
PREFIX = "ตำบล"

asked = current_scope()
of_year = data.get("best_practices", asked)
scope = asked if len(of_year) else replace(asked, fiscal_year=None)


def place_of(project):
    """Village, subdistrict, district and province, as far as they are known."""
    parts = [
        tr(f"projects.practice.place_{level}", name=project[level].removeprefix(PREFIX))
        for level in ("village", "subdistrict", "district")
        if not is_missing(project[level])
    ]
    return " · ".join([*parts, names.area(project["area_code"])])


def strengths_of(project):
    if is_missing(project["highlight"]):
        return []
    return [part.strip() for part in project["highlight"].split(";") if part.strip()]


def draw_card(project, place):
    """One best practice; returns whether its similar villages were asked for."""
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{safe_md(project['project'])}**")
        st.caption(safe_md(f"{place_of(project)} · {int(project['fiscal_year'])}"))
        st.text(project["plan"])
        known = not is_missing(project["allocated_thb"])
        said = money(project["allocated_thb"], current()) if known else None
        st.markdown(f"**{safe_md(said or tr('projects.practice.no_money'))}**")
        strengths = strengths_of(project)
        for strength in strengths:
            st.markdown(f":blue[:material/star:] {safe_md(strength)}")
        if not strengths:
            st.caption(tr("projects.practice.no_strengths"))
        if not is_missing(project["beneficiaries"]):
            count = number(project["beneficiaries"], 0, current())
            st.caption(safe_md(tr("projects.practice.beneficiaries", count=count)))
        return st.button(
            tr("projects.practice.similar"), key=f"practice.{place}", icon=":material/groups:"
        )


def draw_cards(subject):
    """The gallery, newest first; returns the label of the row whose button was pressed."""
    shown = subject.frame.head(CARDS)
    chosen = None
    for start in range(0, len(shown), IN_ROW):
        for column, (label, project) in zip(
            st.columns(IN_ROW), shown.iloc[start : start + IN_ROW].iterrows(), strict=False
        ):
            with column:
                if draw_card(project, label):
                    chosen = label
    if len(subject.frame) > CARDS:
        st.caption(tr("projects.practice.shown", shown=CARDS, total=len(subject.frame)))
    return chosen


def draw_similar(project):
    villages = data.get("similar_villages", scope)
    same = villages[
        (villages["project_code"] == project["project_code"])
        & (villages["area_code"] == project["area_code"])
        & (villages["fiscal_year"] == project["fiscal_year"])
    ]
    st.markdown(f"**{tr('projects.practice.similar')}** — {safe_md(project['project'])}")
    if same.empty:
        st.info(tr("projects.practice.no_similar"))
        return
    about = {"frame": same, "columns": SIMILAR, "forms": FORMS, "scope": scope}
    table_panel("similar_villages", headline=sentences.alike, **about)


practices = data.get("best_practices", scope)
if scope != asked and len(practices):
    st.info(tr("projects.practice.other_years"))
pressed = custom_panel(
    "best_practices",
    draw_cards,
    headline=sentences.practices,
    scope=scope,
    columns=PRACTICES,
    forms=FORMS,
)
if pressed is not None:
    st.session_state["practice.chosen"] = pressed
if len(practices):
    label = st.session_state.get("practice.chosen")
    draw_similar(practices.loc[label] if label in practices.index else practices.iloc[0])
