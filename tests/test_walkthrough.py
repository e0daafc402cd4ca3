"""The walk through the source documents names only metrics, pages and forms that there are."""

import re
from pathlib import Path

import metrics
from loaders.forms import FORMS
from ui.sitemap import SITEMAP

TEXT = (Path(__file__).parents[1] / "docs" / "WALKTHROUGH.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith("| เอกสารว่า")
]
OF_DOCUMENTS = [row for row in ROWS if len(row) == 5]


def test_every_metric_it_names_exists():
    named = {name for row in OF_DOCUMENTS for name in re.findall(r"`([a-z_]+)", row[2])}
    assert len(named) > 60
    assert named <= set(metrics.names())


def test_every_page_it_names_exists():
    named = set(re.findall(r"(?<![\w/])/([a-z][a-z-]+)", " ".join(row[-2] for row in ROWS)))
    assert len(named) > 20
    assert named <= {entry.url_path for entry in SITEMAP if entry.path.exists()}


def test_every_form_it_names_exists():
    cells = [re.sub(r"\(.*?\)", "", row[1]) for row in OF_DOCUMENTS]
    named = {int(number) for cell in cells for number in re.findall(r"\d+", cell)}
    assert named <= {form.number for form in FORMS.values()}


def test_every_row_says_whether_it_works():
    assert len(OF_DOCUMENTS) > 74
    assert all(row[-1][:1] in "●◐○" and row[-1] for row in OF_DOCUMENTS)
