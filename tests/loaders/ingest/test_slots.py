"""Which submission a table belongs to."""

import pytest

from loaders.slots import parcels_of, slot_of


def village(province, **more):
    return {
        "fiscal_year": 2569,
        "province": province,
        "district": f"{province}01",
        "village": "ก",
    } | more


def project(agency):
    return {"project": "ก", "fiscal_year": 2569, "plan": "ข", "agency": agency, "province": "50"}


@pytest.mark.parametrize(
    ("form", "rows", "said", "slot"),
    [
        ("community_plans", [village("50"), village("50")], {}, "community_plans/-/50/2569/-"),
        ("community_plans", [village("50"), village("51")], {}, "community_plans/-/TH/2569/-"),
        (
            "community_plans",
            [village("50"), village("51")],
            {"area_code": "upper-north-1"},
            "community_plans/-/upper-north-1/2569/-",
        ),
        (
            "kpi_targets",
            [{"area": "upper-north-1", "kpi": "ก"}, {"area": "50", "kpi": "ก"}],
            {},
            "kpi_targets/-/upper-north-1/-/-",
        ),
        (
            "kpi_targets",
            [{"area": "upper-north-1", "kpi": "ก"}, {"area": "upper-north-2", "kpi": "ก"}],
            {},
            "kpi_targets/-/TH/-/-",
        ),
        (
            "kpi_results",
            [{"area": "50", "kpi": "ก", "fiscal_year": 2569, "quarter": 2, "actual": 1}],
            {"agency": "สนง. พัฒนา"},
            "kpi_results/สนงพัฒนา/50/2569/2",
        ),
        (
            "kpi_results",
            [{"area": "50", "kpi": "ก", "actual": 1}],
            {"fiscal_year": 2569, "quarter": 3},
            "kpi_results/-/50/2569/3",
        ),
        ("projects", [project("อบต"), project("อบต")], {"quarter": 2}, "projects/อบต/50/2569/-"),
        ("projects", [project("อบต"), project("อบจ")], {}, "projects/-/50/2569/-"),
        (
            "area_profile",
            [{"area": "50", "year": 2563, "hai": 1}],
            {},
            "area_profile+hai/-/50/2563/-",
        ),
    ],
)
def test_a_slot_is_form_agency_area_and_period(drawn, form, rows, said, slot):
    (parcel,) = parcels_of([drawn(form, rows, **said)])
    assert parcel.slot.text == slot


def test_a_plan_of_several_years_is_known_by_its_first(drawn):
    cells = [
        {"src_row": 2, "src_col": 3, "key": "target", "year": year, "value": 1}
        for year in (2557, 2558)
    ]
    assert slot_of(drawn("kpi_targets", [{"area": "50", "kpi": "ก"}], cells)).fiscal_year == 2557


def test_profiles_of_different_figures_do_not_replace_each_other(drawn):
    row = {"area": "50", "year": 2563}
    (product,) = parcels_of([drawn("area_profile", [row | {"gpp_thb": 1, "gpp_trade_thb": 1}])])
    (index,) = parcels_of([drawn("area_profile", [row | {"hai": 1}])])
    assert product.slot.text == "area_profile+gpp/-/50/2563/-"
    assert index.slot.text == "area_profile+hai/-/50/2563/-"


def test_the_sheets_of_a_profile_are_one_submission_whatever_they_hold(drawn):
    row = {"area": "50", "year": 2563}
    tables = [drawn("area_profile", [row | {key: 1}]) for key in ("gpp_thb", "population")]
    (parcel,) = parcels_of(tables)
    assert parcel.slot.text == "area_profile+gpp+population/-/50/2563/-"


def test_the_quarter_sent_is_known_though_it_is_no_part_of_the_slot(drawn):
    (parcel,) = parcels_of([drawn("projects", [project("อบต")], quarter=2)])
    assert (parcel.slot.quarter, parcel.sent_quarter) == (None, 2)


def test_sheets_of_one_slot_are_one_submission(drawn):
    tables = [drawn("community_plans", [village("50")]), drawn("community_plans", [village("50")])]
    (parcel,) = parcels_of(tables)
    assert (parcel.tables, parcel.row_count) == (tuple(tables), 2)
