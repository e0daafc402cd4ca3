"""The shell in a real browser: nothing leaves the machine, and a view lives in its address."""

from urllib.parse import parse_qs, urlsplit

import pytest

from ui.sitemap import SITEMAP

PAGES = [entry for entry in SITEMAP if entry.path.exists()]
ADDRESSES = ["/" if entry.default else f"/{entry.url_path}" for entry in PAGES]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_page_opens_without_a_call_beyond_this_computer(visit, address, lang):
    visit.open(f"{address}?lang={lang}")

    assert visit.outside == []
    assert visit.blocked == []
    assert visit.page.locator("[data-testid=stAlertContentError]").count() == 0
    assert visit.page.locator("[data-testid=stException]").count() == 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_deep_link_opened_first_has_menu_and_filters(visit, address):
    visit.open(f"{address}?province=50")

    assert urlsplit(visit.page.url).path == address
    assert visit.page.locator("[data-testid=stTopNavLink]").count() > 0
    assert visit.page.get_by_role("button", name="เชียงใหม่", exact=True).count() >= 1
    assert codes(visit)["province"] == "50"


def test_a_view_survives_the_menu_and_a_reload(visit):
    visit.open("/?province=50&quarter=1")
    visit.page.get_by_test_id("stTopNavLink").nth(1).click()
    visit.page.wait_for_url(lambda url: urlsplit(url).path != "/" and "province=50" in url)
    visit.settle()
    before = visit.page.url
    visit.page.reload()
    visit.settle()

    assert visit.page.url == before
    assert (codes(visit)["province"], codes(visit)["quarter"]) == ("50", "1")


def test_unknown_codes_are_corrected_in_the_address(visit):
    visit.open("/?province=99&quarter=7&group=nonsense&lang=xx")

    assert codes(visit).keys() <= {"fy", "lang"}
    assert codes(visit)["lang"] == "th"


def test_a_province_offers_its_districts_and_a_reset_clears_both(visit):
    visit.open("/?province=50&district=5014")
    visit.page.get_by_role("button", name="ล้างตัวกรอง").click()
    visit.page.wait_for_url(lambda url: "province" not in url)

    assert "district" not in codes(visit)


def test_charts_are_whole_pixels_wide_so_that_each_is_drawn_once(visit):
    visit.open("/?fy=2568")
    charts = visit.page.locator(".js-plotly-plot")
    charts.first.wait_for()

    widths = charts.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")

    assert widths
    assert [width for width in widths if width % 1] == []


def codes(visit) -> dict[str, str]:
    query = parse_qs(urlsplit(visit.page.url).query)
    return {name: values[0] for name, values in query.items()}
