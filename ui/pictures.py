"""What panels show, drawn once for all readers: a chart, its headline and its description.

    shown = picture(Sketch(figure=overview.wall, headline=indicators.counts, ...), frames)

Drawing costs more than all else a panel does, and everybody's is the same. A picture is kept only
when all it can depend on is in its `Sketch`. So its functions must be of charts/, whose modules
cannot reach the figures, the reader or the clock: any other, such as one that a page's script
defines, may look at something else and is called at every run.
"""

import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.finished import Finished, finished
from metrics.scope import Scope
from ui.shelf import Shelf

# Takes the frame and the language ("th" or "en").
Sentence = Callable[[pd.DataFrame, str], str]
# The same, and the frame of `Sketch.beside` when there is one.
Figure = Callable[..., go.Figure]
Frames = Callable[[], tuple[pd.DataFrame, ...]]

_KNOWS_ITS_ARGUMENTS_ONLY = "charts."


@dataclass(frozen=True)
class Sketch:
    """All that a picture follows from: who draws it, of which published figures, for whom.

    `beside` is the scope of the frame it is compared with, `version` that of the published
    figures, `dark` the page's colours, `selectable` whether its points can be clicked.
    """

    figure: Figure
    headline: Sentence
    alt: Sentence
    metric: str
    scope: Scope
    beside: Scope | None
    version: str
    lang: str
    dark: bool
    selectable: bool = False


@dataclass(frozen=True)
class Picture:
    """What a panel shows. Shared by all readers: never to be changed."""

    headline: str
    alt: str
    chart: Finished


# By all that they follow from.
_PICTURES: Shelf[Picture] = Shelf(128)


def picture(sketch: Sketch, frames: Frames, *, keep: bool = True) -> Picture:
    """The picture of `sketch`, of the frames that `frames` returns: its metric's, then `beside`'s.

    With `keep`, what was drawn before is returned, when it follows from the sketch alone.
    """
    drawers = (sketch.figure, sketch.headline, sketch.alt)
    if keep and all(map(_is_of_charts, drawers)):
        return _PICTURES.get(sketch, lambda: _drawn(sketch, frames))
    return _drawn(sketch, frames)


def _drawn(sketch: Sketch, frames: Frames) -> Picture:
    frame, *beside = frames()
    chart = _finish(sketch, sketch.figure(frame, sketch.lang, *beside))
    headline = sketch.headline(frame, sketch.lang)
    same = sketch.alt is sketch.headline
    return Picture(
        headline=headline,
        alt=headline if same else sketch.alt(frame, sketch.lang),
        chart=finished(chart),
    )


def _finish(sketch: Sketch, chart: go.Figure) -> go.Figure:
    """`chart` itself in the page's colours, ready for clicks when there will be some."""
    if sketch.dark:
        theme.on_dark(chart)
    return theme.clickable(chart) if sketch.selectable else chart


def _is_of_charts(function: Callable) -> bool:
    """Whether it stands under its name in a module of charts/: made by no call, it keeps nothing."""
    if not inspect.isfunction(function):
        return False
    module = function.__module__
    return (
        module.startswith(_KNOWS_ITS_ARGUMENTS_ONLY)
        and getattr(sys.modules.get(module), function.__qualname__, None) is function
    )
