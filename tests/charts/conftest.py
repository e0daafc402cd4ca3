"""Every figure the chart tests draw must be one that Plotly accepts."""

import plotly.graph_objects as go
import pytest

from charts import theme


@pytest.fixture(autouse=True)
def _checked_figures(monkeypatch):
    """The figures as they are drawn on the pages, checked here and not there."""
    draw = theme.figure

    def drawn_and_checked(traces, layout=None):
        return go.Figure(draw(traces, layout).to_dict())

    monkeypatch.setattr(theme, "figure", drawn_and_checked)
