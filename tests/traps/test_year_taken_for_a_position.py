"""A label at x="2563" of a category axis went to the 2563rd place and squeezed every line to a dot."""

import pandas as pd

from charts import economy


def test_labels_at_the_end_of_lines_use_paper_units():
    product = pd.DataFrame({"area": ["ก", "ก"], "year": [2562, 2563], "value_thb": [1e11, 2e11]})
    figure = economy.product_over_years(product, "th")

    assert figure.layout.xaxis.type == "category"
    assert {note.xref for note in figure.layout.annotations} == {"paper"}
    assert list(figure.data[0].x) == ["2562", "2563"]
