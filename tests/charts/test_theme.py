"""Figures share one template, write text as text, and ask nothing of the internet."""

from charts import theme


def test_a_figure_carries_the_template_and_its_own_layout():
    figure = theme.figure([{"type": "bar", "x": ["2569"], "y": [3]}], {"height": 200})

    assert figure.layout.height == 200
    assert figure.layout.template.layout.font.family == theme.FONT
    assert figure.data[0].to_plotly_json()["y"] == [3]


def test_a_dark_page_gets_light_writing():
    figure = theme.figure([{"type": "bar", "x": ["2569"], "y": [3]}])
    light = figure.layout.template.layout.font.color

    assert theme.on_dark(figure).layout.template.layout.font.color != light


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
