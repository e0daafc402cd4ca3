"""Community plans: grades by area, what holds villages back, and which are nearly there."""

from dataclasses import replace

import streamlit as st

from charts import criteria, grades
from charts.headlines import villages
from ui import data, drill, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel

FORMS = ("community_plans", "community_plan_grades")
WORK_LIST = (
    *("district", "subdistrict", "village_no", "village", "missing_criterion", "shortfall_pp"),
    *("households", "grade"),
)

asked = current_scope()
trend = data.get("grade_trend", asked)
# The newest year with grades up to the one asked for, said when it is another.
year = asked.fiscal_year if trend.empty else int(trend["fiscal_year"].max())
scope = replace(asked, fiscal_year=year, quarter=None)
shown = {"scope": scope, "forms": FORMS}
if year != asked.fiscal_year:
    st.info(tr("executive.community_plans.other_year", asked=asked.fiscal_year, shown=year))


def draw_areas(frame, lang):
    return grades.by_area(frame, grades.change_of_a(frame), lang, key="area_code")


def draw_districts(frame, lang):
    before = data.get("grade_by_district", replace(scope, fiscal_year=year and year - 1))
    return grades.by_area(frame, grades.change_between(frame, before), lang, key="district_code")


def draw_years():
    panel("grade_trend", grades.over_years, headline=villages.over_years, key="years", **shown)


left, right = st.columns([3, 2])
with left:
    said = {"headline": villages.extremes, "selectable": True, **shown}
    if scope.province:
        clicked = panel("grade_by_district", draw_districts, **said)
        if clicked:
            drill.narrow("community_plans", district=clicked[0])
    else:
        newest = trend[trend["fiscal_year"] == year]
        clicked = panel("grade_trend", draw_areas, frame=newest, **said)
        if clicked:
            drill.narrow("community_plans", **sitemap.area_codes(clicked[0]))
        draw_years()
with right:
    panel("criteria_met", criteria.criteria, headline=villages.hardest_criterion, **shown)
    if scope.province:
        draw_years()
    panel("grade_distribution", grades.coverage, headline=villages.coverage, **shown)

if scope.province:
    table_panel("near_miss_villages", headline=villages.near_misses, columns=WORK_LIST, **shown)
else:
    st.info(tr("executive.community_plans.choose_province"))
