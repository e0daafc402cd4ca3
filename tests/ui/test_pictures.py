"""Which pictures are kept, and that anything a picture follows from makes it another."""

import sys
from dataclasses import replace
from types import ModuleType

import pandas as pd
import pytest
import streamlit as st

from charts import theme
from charts.palette import GRID, GRID_ON_DARK, INK, INK_ON_DARK
from metrics.scope import Scope
from ui.pictures import Sketch, picture

FRAME = pd.DataFrame({"area": ["ก", "ข"], "share_pct": [40.0, 60.0]})
OTHER = pd.DataFrame({"area": ["ก"], "share_pct": [75.0]})

SOURCE = """
from charts import theme
from charts.palette import GRID, GRID_ON_DARK, INK, INK_ON_DARK

def bars(frame, lang, *beside):
    x = [*frame["share_pct"], *(value for one in beside for value in one["share_pct"])]
    return theme.figure([{"type": "bar", "x": x, "name": lang}])

def dots(frame, lang):
    return theme.figure([{"type": "scatter", "x": list(frame["share_pct"])}])

def highest(frame, lang):
    return f"{lang} {frame['share_pct'].max()}"

def lowest(frame, lang):
    return f"{lang} {frame['share_pct'].min()}"

def made(frame):
    def of_another(_, lang):
        return bars(frame, lang)
    return of_another
"""


@pytest.fixture(autouse=True)
def nothing_kept():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def drawers(monkeypatch):
    """A module of charts/ with two figures, two sentences and a maker of figures."""
    return _module("charts.made_up", monkeypatch)


@pytest.fixture
def sketch(drawers):
    return Sketch(
        figure=drawers.bars,
        headline=drawers.highest,
        alt=drawers.highest,
        metric="grade_trend",
        scope=Scope(fiscal_year=2568),
        beside=None,
        version="1",
        lang="th",
        dark=False,
    )


def test_the_same_sketch_is_drawn_once(sketch):
    first = picture(sketch, lambda: (FRAME,))

    assert picture(replace(sketch), lambda: pytest.fail("drawn again")) is first
    assert (first.headline, first.alt) == ("th 60.0", "th 60.0")
    assert first.chart.to_dict()["data"] == [{"type": "bar", "x": [40.0, 60.0], "name": "th"}]


@pytest.mark.parametrize(
    "changed",
    [
        {"metric": "grade_by_district"},
        {"scope": Scope(fiscal_year=2567)},
        {"scope": Scope(fiscal_year=2568, province="50")},
        {"beside": Scope(fiscal_year=2567)},
        {"version": "2"},
        {"lang": "en"},
        {"dark": True},
        {"figure": "dots"},
        {"headline": "lowest"},
        {"alt": "lowest"},
    ],
    ids=str,
)
def test_anything_else_asked_for_is_drawn_anew(sketch, drawers, changed):
    named = {name: getattr(drawers, str(value), value) for name, value in changed.items()}
    picture(sketch, lambda: (FRAME,))

    anew = picture(replace(sketch, **named), lambda: (OTHER,))

    assert _values(anew) == [75.0]
    assert picture(sketch, lambda: pytest.fail("lost")).headline == "th 60.0"


def test_the_frame_beside_reaches_the_figure(sketch):
    beside = replace(sketch, beside=Scope(fiscal_year=2567))

    assert _values(picture(beside, lambda: (FRAME, OTHER))) == [40.0, 60.0, 75.0]


def test_the_dark_page_has_its_own_colours(sketch):
    light, dark = (_layout(replace(sketch, dark=dark)) for dark in (False, True))

    assert (light["font"]["color"], light["xaxis"]["gridcolor"]) == (INK, GRID)
    assert (dark["font"]["color"], dark["xaxis"]["gridcolor"]) == (INK_ON_DARK, GRID_ON_DARK)


def test_a_chart_to_be_clicked_says_so_before_it_is_drawn(sketch):
    still, clicked = (_layout(replace(sketch, selectable=way)) for way in (False, True))

    assert "clickmode" not in still
    assert clicked == {
        **still,
        "clickmode": "event+select",
        "dragmode": "pan",
        "hovermode": "closest",
    }


def test_what_may_look_at_something_else_is_drawn_at_every_run(sketch, drawers, monkeypatch):
    elsewhere = _module("pages.made_up", monkeypatch)
    # A script's function, a lambda, and a closure over a frame that no sketch names.
    for figure in (elsewhere.bars, lambda frame, lang: drawers.bars(frame, lang), _own):
        of_script = replace(sketch, figure=figure)
        picture(of_script, lambda: (FRAME,))
        assert _values(picture(of_script, lambda: (OTHER,))) == [75.0]

    drawn = [
        _values(picture(replace(sketch, figure=drawers.made(frame)), lambda: (FRAME,)))
        for frame in (FRAME, OTHER)
    ]
    assert drawn == [[40.0, 60.0], [75.0]]


def test_a_part_of_a_metric_is_not_taken_for_all_of_it(sketch):
    whole = picture(sketch, lambda: (FRAME,))
    part = picture(sketch, lambda: (OTHER,), keep=False)

    assert (whole.headline, part.headline) == ("th 60.0", "th 75.0")
    assert picture(sketch, lambda: pytest.fail("lost")) is whole


def test_a_module_loaded_anew_draws_anew(sketch, monkeypatch):
    picture(sketch, lambda: (FRAME,))
    reloaded = _module("charts.made_up", monkeypatch)

    assert picture(replace(sketch, figure=reloaded.bars), lambda: (OTHER,)).headline == "th 75.0"


def test_a_failure_is_not_kept(sketch):
    with pytest.raises(ZeroDivisionError):
        picture(sketch, lambda: 1 / 0)

    assert picture(sketch, lambda: (FRAME,)).headline == "th 60.0"


def _layout(sketch):
    return picture(sketch, lambda: (FRAME,)).chart.to_dict()["layout"]


def _values(shown):
    return shown.chart.to_dict()["data"][0]["x"]


def _own(frame, lang):
    return theme.figure([{"type": "bar", "x": list(frame["share_pct"])}])


def _module(name, monkeypatch):
    module = ModuleType(name)
    exec(SOURCE, module.__dict__)
    monkeypatch.setitem(sys.modules, name, module)
    return module
