"""Figures share one template, write text as text, and ask nothing of the internet."""

from charts import theme
from charts.palette import (
    DARK_TEXT,
    INK,
    INK_ON_DARK,
    MUTED,
    MUTED_ON_DARK,
    STATUS,
    STATUS_WORDS_ON_DARK,
)


def test_a_figure_carries_the_template_and_its_own_layout():
    figure = theme.figure([{"type": "bar", "x": ["2569"], "y": [3]}], {"height": 200})

    assert figure.layout.height == 200
    assert figure.layout.template.layout.font.family == theme.FONT
    assert figure.data[0].to_plotly_json()["y"] == [3]


def test_a_dark_page_gets_light_writing():
    figure = theme.figure([{"type": "bar", "x": ["2569"], "y": [3]}])
    light = figure.layout.template.layout.font.color

    assert theme.on_dark(figure).layout.template.layout.font.color != light


def test_marks_and_grey_words_show_on_a_dark_page_and_words_on_colour_stay_dark():
    marks = {
        "type": "scatter",
        "x": [1],
        "y": [1],
        "marker": {"color": INK},
        "line": {"color": MUTED},
    }
    words = [{"text": "a", "font": {"color": one}} for one in (MUTED, DARK_TEXT, STATUS[3])]
    shapes = [{"type": "line", "line": {"color": INK}}]

    figure = theme.on_dark(theme.figure([marks], {"annotations": words, "shapes": shapes}))

    assert (figure.data[0].marker.color, figure.data[0].line.color) == (INK_ON_DARK, MUTED_ON_DARK)
    assert figure.layout.shapes[0].line.color == INK_ON_DARK
    colours = [note.font.color for note in figure.layout.annotations]
    assert colours == [MUTED_ON_DARK, DARK_TEXT, STATUS_WORDS_ON_DARK[3]]


def test_years_stay_names():
    figure = theme.figure(
        [{"type": "bar", "x": ["2566", "2567"], "y": [1, 2]}], {"xaxis": theme.YEAR_AXIS}
    )

    assert figure.layout.xaxis.type == "category"


def test_the_map_file_is_our_own_and_the_picture_has_a_readable_name():
    config = theme.config("งบประมาณ_2569")

    assert not config["topojsonURL"].startswith("http")
    assert config["toImageButtonOptions"]["filename"] == "งบประมาณ_2569"
    assert config["displaylogo"] is False


def test_markup_in_a_cell_stays_letters():
    assert theme.plain("<a href='x'>R&D</a>") == "&lt;a href='x'>R&amp;D&lt;/a>"
