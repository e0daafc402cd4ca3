"""A click narrows the view once; one that leads nowhere is let go."""

import pytest

from ui import data, drill, sitemap, urlstate
from ui.options import Choice, Options

OPTIONS = Options(
    provinces=(Choice("50", "เชียงใหม่"), Choice("51", "ลำพูน")),
    plans=(Choice("p-water", "น้ำ", None, frozenset({"51"})),),
    years=(2569,),
)
NOW = {
    "group": "",
    "province": "50",
    "district": "",
    "fy": "2569",
    "quarter": "",
    "issue": "",
    "plan": "",
    "meeting": "",
    "present": "",
    "lang": "th",
}


@pytest.fixture
def opened(monkeypatch):
    pages = []
    monkeypatch.setattr(urlstate, "settled", lambda: dict(NOW))
    monkeypatch.setattr(data, "options", lambda: OPTIONS)
    monkeypatch.setattr(sitemap, "open_page", lambda name, **codes: pages.append((name, codes)))
    return pages


def test_another_province_is_opened(opened):
    drill.narrow("budget", province="51")

    assert opened == [("budget", {"province": "51"})]


def test_the_same_click_again_does_nothing(opened):
    drill.narrow("budget", province="50")

    assert opened == []


def test_a_plan_not_on_offer_in_the_area_does_nothing(opened):
    drill.narrow("budget", plan="p-water")

    assert opened == []
