"""Who sends what and when in the demonstration."""

from collections import Counter

from loaders.demo.places import NORTH, PROVINCES, SOUTH, YEARS
from loaders.demo.schedule import STANDS_AT, sendings

ALL = sendings()


def test_nine_provinces_of_two_groups_send_every_form_there_is_no_public_figure_for():
    assert {sending.given.area_code for sending in ALL} - {"TH"} == {*NORTH, *SOUTH} == {*PROVINCES}
    counts = Counter(sending.form for sending in ALL)
    assert counts["area_profile"] == 9
    assert counts["kpi_targets"] == 9 + 2  # two state a definition anew
    # A plan each, two of them revised, and policies where none are printed.
    assert counts["strategy"] == 9 + 2 + 8
    assert counts["risks"] == counts["district_surveillance"] == 9
    assert counts["assessments"] == 3
    # What ministries measure with provinces comes for the whole country, in the two newest years.
    assert counts["joint_indicators"] == 2
    assert counts["problems"] == 9
    assert counts["budget_by_plan"] == 9 * len(YEARS)
    assert counts["community_plans"] == 9 * (len(YEARS) - 1)
    assert 250 <= len(ALL) <= 450


def test_names_are_unique_and_first_versions_come_before_second_ones():
    names = [sending.name for sending in ALL]
    assert len(set(names)) == len(names)
    second = [name for name in names if "ฉบับที่2" in name]
    assert len(second) >= 5
    assert all(names.index(n.replace("_ฉบับที่2", "")) < names.index(n) for n in second)


def test_some_are_late_and_some_are_never_sent_and_none_comes_after_the_demonstration_stands():
    assert 20 <= sum(sending.late for sending in ALL) <= len(ALL) / 3
    assert max(sending.received_at for sending in ALL) <= STANDS_AT
    sent = {
        (sending.given.area_code, sending.given.agency)
        for sending in ALL
        if sending.form == "projects" and sending.given.fiscal_year == 2570
    }
    assert 0 < len(sent) < 2 * len(PROVINCES)


def test_every_agency_is_marked_as_made_up():
    assert all("(สาธิต)" in sending.given.agency for sending in ALL)
