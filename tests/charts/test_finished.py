"""A figure sent from its text arrives as the figure itself would."""

import json

import pandas as pd
from streamlit.testing.v1 import AppTest

from charts import theme
from charts.finished import Finished, finished


def _drawn():
    values = pd.Series([1.5, None, 3.0])
    trace = {"type": "bar", "x": values, "y": ["ก", "</script>", "ค"], "customdata": [["50"]]}
    return theme.on_dark(theme.figure([trace], {"height": 300}))


def test_its_dictionary_and_text_are_those_of_the_figure():
    finished = Finished(_drawn().to_json())

    assert finished.to_json() == _drawn().to_json()
    assert finished.to_dict() == json.loads(_drawn().to_json())


def test_what_one_sending_does_to_its_dictionary_does_not_reach_the_next():
    finished = Finished(_drawn().to_json())
    finished.to_dict()["data"].clear()

    assert finished.to_json() == _drawn().to_json()


def test_streamlit_sends_it_as_it_sends_the_figure():
    def script(figure):
        import streamlit as st

        st.plotly_chart(figure, theme=None)

    sent = [
        AppTest.from_function(script, args=(figure,)).run().get("plotly_chart")[0].proto.spec
        for figure in (_drawn(), Finished(_drawn().to_json()))
    ]
    assert sent[0] == sent[1]
    assert json.loads(sent[1])["layout"]["height"] == 300


def test_what_the_template_says_is_said_by_the_layout_of_a_finished_figure():
    trace = {"type": "scatter", "x": [1], "y": [2], "xaxis": "x3"}
    layout = {"yaxis2": {"automargin": False}, "legend": {"x": 1}, "height": 300}
    drawn = theme.figure([trace], layout)

    shown = finished(drawn).to_dict()
    said, template = shown["layout"], drawn.to_dict()["layout"]["template"]["layout"]

    assert shown["data"] == [trace]
    assert "template" not in said
    assert (said["font"], said["height"]) == (template["font"], 300)
    assert said["legend"] == {**template["legend"], "x": 1}
    assert said["yaxis2"] == {**template["yaxis"], "automargin": False}
    assert (said["xaxis3"], said["yaxis"]) == (template["xaxis"], template["yaxis"])


def test_a_figure_without_axes_is_given_none():
    flow = {"type": "sankey", "node": {"label": ["ก", "ข"]}}

    said = finished(theme.figure([flow])).to_dict()["layout"]

    assert not [name for name in said if "axis" in name]


def test_both_drawings_of_a_figure_in_the_browser_are_of_one_revision():
    said = finished(theme.clickable(_drawn())).to_dict()["layout"]

    assert said["datarevision"] == 1
    assert (said["clickmode"], said["dragmode"], said["hovermode"]) == (
        "event+select",
        "pan",
        "closest",
    )
