"""Provinces beside each other: changes in points, and every indicator as a cell."""

from frames import drawn

from charts import comparison, tiles

NOW = drawn(
    """
    area  | area_code | quarter | disbursed_pct
    ลำพูน | 51        | 1       | 10
    ลำปาง | 52        | 1       | 30
    """,
    fiscal_year=2570,
)


def test_most_spent_on_top_and_no_last_year_is_said():
    before = drawn("area_code | quarter | disbursed_pct\n52 | 1 | 25")
    figure = comparison.dumbbell(NOW, before, "th")

    assert list(figure.layout.yaxis.ticktext) == ["ลำปาง", "ลำพูน"]
    assert [note.text for note in figure.layout.annotations] == [
        "<b>30.0%</b><br>+5.0 จุดร้อยละ",
        "<b>10.0%</b><br>ปีก่อนไม่มีข้อมูล",
    ]


def test_cells_carry_sign_percent_and_codes():
    standing = drawn(
        """
        kpi  | area  | area_code | kpi_code | status   | attainment_to_date_pct
        ขยะ  | ลำพูน | 51        | a        | critical | -10
        ขยะ  | ลำปาง | 52        | b        | met      | 105.9
        ถนน  | ลำปาง | 52        | c        | no_data  |
        """
    )
    figure = comparison.heat(standing, "th")
    cells = {trace.name: trace for trace in figure.data}

    assert list(cells["▼ วิกฤต"].text) == ["▼"]
    assert list(cells["▲ บรรลุ"].text) == ["▲ 105%"]
    assert [round(base) for base in cells["▲ บรรลุ"].base] == [1]
    assert [tuple(c) for c in cells["○ ไม่มีข้อมูล"].customdata] == [("c", "52")]


def test_a_tile_for_every_province_also_without_a_value():
    country = drawn(
        """
        measure | area  | area_code | rank | ranked_count | value | tile_column | tile_row | short_th
        hai     | ลำพูน | 51        | 1    | 3            | 0.7   | 1           | 1        | ลพ
        hai     | ลำปาง | 52        | 1    | 3            | 0.7   | 2           | 1        | ลป
        hai     | น่าน  | 55        | 3    | 3            | 0.5   | 4           | 0        | นน
        gpp     | แพร่  | 54        | 1    | 1            | 9     | 3           | 1        | พร
        """,
        unit="index",
        year=2564,
    )
    ranking = country[country["measure"] == "hai"]
    tile = tiles.tile_map(ranking, country, "th", chosen=frozenset({"55"})).data[0]

    assert list(tile.text) == [
        "<b>ลพ</b><br>1",
        "<b>ลป</b><br>1",
        "<b>นน</b><br>3",
        "<b>พร</b><br>–",
    ]
    assert [code for (code,) in tile.customdata] == ["51", "52", "55", "54"]
    assert list(tile.marker.line.width) == [0, 0, 4, 0]
    assert tile.hovertext[3] == "แพร่<br>ไม่มีข้อมูล · คลิกเพื่อดูจังหวัดนี้"
    assert tile.marker.color[0] == tile.marker.color[1] != tile.marker.color[2]
