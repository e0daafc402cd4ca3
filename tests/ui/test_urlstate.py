"""Which codes win: the reader's click, the followed link, or the view as it was."""

from ui.urlstate import requested

BEFORE = {"province": "50", "district": "5014", "fy": "2569", "lang": "th"}


def test_a_first_visit_takes_the_address():
    assert requested({"province": "50", "utm": "x"}, {}, {}) == {"province": "50"}


def test_a_page_change_clears_the_address_but_not_the_view():
    assert requested({}, BEFORE, BEFORE) == BEFORE


def test_a_followed_link_lays_its_codes_over_the_view():
    assert requested({"province": "93"}, BEFORE, BEFORE) == {**BEFORE, "province": "93"}


def test_a_click_wins_over_the_address_from_before_the_click():
    stale = {"province": "51", "fy": "2569"}

    assert requested(stale, BEFORE, {**BEFORE, "fy": "2568"}) == {**BEFORE, "fy": "2568"}


def test_a_cleared_filter_is_a_click_too():
    assert requested(BEFORE, BEFORE, {**BEFORE, "district": ""}) == {**BEFORE, "district": ""}
