"""A figure read from the text in which it is sent."""

import json
from collections.abc import Iterable, Mapping

import plotly.graph_objects as go

_OF_AN_AXIS = frozenset("xyz")  # what only traces that are drawn between axes have


class Finished(go.Figure):
    """The figure whose `to_json` is `text`: to be sent, neither to be looked into nor changed.

    Plotly copies a figure value by value each time it is sent, which costs ten times as much as
    reading its text.
    """

    def __init__(self, text: str) -> None:
        super().__init__(_validate=False)
        self._text = text

    def to_dict(self) -> dict:
        """What the figure's own `to_dict` gave, a new dictionary each time."""
        return json.loads(self._text)


def finished(drawn: go.Figure) -> Finished:
    """`drawn` to be sent, looking the same without a template: its layout says all itself.

    Streamlit hands the browser every figure twice, and plotly takes a template it meets again
    for another one: it would draw everything a second time.
    """
    figure = json.loads(drawn.to_json())
    template = figure["layout"].pop("template", {}).get("layout", {})
    axes = {name: template.get(name[:5], {}) for name in _axes(figure)}
    rest = {name: value for name, value in template.items() if name not in ("xaxis", "yaxis")}
    return Finished(json.dumps({**figure, "layout": _over(figure["layout"], {**rest, **axes})}))


def _axes(figure: Mapping) -> Iterable[str]:
    """The layout's names of the axes that it speaks of or a trace is drawn between."""
    named = [name for name in figure["layout"] if name[:5] in ("xaxis", "yaxis")]
    traces = [trace for trace in figure["data"] if _OF_AN_AXIS & trace.keys()]
    used = [trace.get(f"{letter}axis", letter) for trace in traces for letter in "xy"]
    return {*named, *(f"{axis[0]}axis{axis[1:]}" for axis in used)}


def _over(said: Mapping, otherwise: Mapping) -> dict:
    """`otherwise` with what is `said` laid over it, down to single values."""
    merged = {**otherwise, **said}
    for name in said.keys() & otherwise.keys():
        if isinstance(said[name], dict) and isinstance(otherwise[name], dict):
            merged[name] = _over(said[name], otherwise[name])
    return merged
