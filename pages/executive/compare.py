"""Compare: the provinces of a group beside each other, and all provinces on a tile map."""

from dataclasses import replace

import streamlit as st

from charts import comparison, economy, tiles
from charts.headlines import areas, money
from ui import data, drill, names, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel

MEASURES = (
    *("gpp_per_head", "gpp", "gpp_growth", "tourism_receipts", "hai", "disbursed_pct"),
    "grade_a_pct",
)
FORMS = {"disbursed_pct": ("projects",), "grade_a_pct": ("community_plans",)}
# Growth is reckoned from the products of two years.
MADE_OF = {"gpp_growth": "gpp"}
PRICES = ("current", "chain_volume")

scope = current_scope()
# Every province as an area of its own, whatever group or province the bar is set to.
each = replace(scope, group=None, province=None, district=None)
members = names.members(scope.group) if scope.group else None
chosen = frozenset({scope.province}) if scope.province else members or frozenset()


def of_members(metric, of_scope):
    frame = data.get(metric, of_scope)
    return frame if members is None else frame[frame["area_code"].isin(members)]


def draw_spending(frame, lang):
    before = replace(each, fiscal_year=each.fiscal_year and each.fiscal_year - 1)
    return comparison.dumbbell(frame, data.get("disbursement_total", before), lang)


def draw_map():
    country = data.get("province_ranking", each)
    measure = st.selectbox(
        tr("executive.compare.measure"),
        MEASURES,
        format_func=lambda code: tr(f"figures.measure.{code}"),
    )
    clicked = panel(
        "province_ranking",
        lambda frame, lang: tiles.tile_map(frame, names.in_language(country), lang, chosen=chosen),
        headline=lambda frame, lang: areas.ranked(frame, lang, chosen=chosen),
        scope=each,
        forms=FORMS.get(measure, ("area_profile",)),
        measures=(MADE_OF.get(measure, measure),),
        frame=country[country["measure"] == measure],
        selectable=True,
    )
    if clicked:
        drill.narrow("compare", **sitemap.area_codes(clicked[0]))


def draw_product():
    price = st.segmented_control(
        tr("executive.compare.price"),
        PRICES,
        format_func=lambda code: tr(f"codes.price.{code}"),
        default=PRICES[0],
        required=True,
    )
    of_all_years = replace(scope, fiscal_year=None, quarter=None)
    own = areas.totals(data.get("gross_provincial_product", of_all_years), price)
    if (own["reason"] == "chain_volume_not_additive").any():
        st.warning(tr("executive.compare.refused"))
    series = replace(each, fiscal_year=None, quarter=None)
    product = areas.totals(of_members("gross_provincial_product", series), price)
    panel(
        "gross_provincial_product",
        economy.product_over_years,
        headline=lambda frame, lang: areas.product(names.in_language(own), frame, lang),
        scope=series,
        forms=("area_profile",),
        measures=("gpp",),
        frame=product[product["area_code"].isin(chosen)] if chosen else product,
    )


clicked = panel(
    "kpi_overview",
    comparison.heat,
    headline=areas.most_off,
    forms=("kpi_results",),
    scope=each,
    frame=of_members("kpi_overview", each),
    selectable=True,
)
if clicked:
    sitemap.open_page("indicators", kpi=clicked[0], **sitemap.area_codes(clicked[1]))
left, right = st.columns(2)
with left:
    spent = of_members("disbursement_total", each)
    clicked = panel(
        "disbursement_total",
        draw_spending,
        headline=money.spending_spread,
        forms=("projects",),
        scope=each,
        frame=spent if spent.empty else money.newest_quarter(spent),
        selectable=True,
    )
    if clicked:
        sitemap.open_page("budget", **sitemap.area_codes(clicked[0]))
    silent = (members or frozenset()) - set(spent["area_code"])
    if silent:
        listed = ", ".join(names.area(code) for code in sorted(silent))
        st.caption(tr("executive.compare.not_reported", areas=listed))
    draw_product()
with right:
    draw_map()
