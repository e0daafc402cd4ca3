"""Headings of tables in both languages."""

import re

import pandas as pd

from metrics import catalogue
from ui import table


def test_every_unit_of_the_metrics_has_an_english_word():
    units = {
        column.unit for name in catalogue.names() for column in catalogue.describe(name).columns
    }

    assert {unit for unit in units if re.search("[ก-๙]", table.unit(unit, "en"))} == set()


def test_a_heading_names_the_unit_in_the_readers_language():
    metric = catalogue.describe("budget_share_by_plan")
    docs = {column.name: column for column in metric.columns}

    assert table.heading("share_pct", docs, "th").endswith("(ร้อยละ)")
    assert table.heading("share_pct", docs, "en").endswith("(%)")


def test_a_moment_is_a_thai_day_and_time():
    frame = pd.DataFrame({"published_at": pd.to_datetime(["2026-11-20 20:04:59"])})

    shown = table.presented(frame, "th")["published_at"].to_list()

    assert shown == ["21\u00a0พ.ย.\u00a02569 03:04"]
