"""Every benchmark runs, on a little data; how fast it was is not judged here."""

import os

import pytest

from benchmarks import browser, first_start, ingest, queries, reruns, review
from benchmarks.__main__ import BENCHMARKS
from benchmarks.harness import TINY
from benchmarks.process import can_see_memory
from metrics import names


def test_ingest_is_measured_in_time_and_memory():
    units = [result.bar.unit for result in ingest.measure(TINY)]
    assert units == ["×"] * (2 if can_see_memory() else 1)


def test_a_review_is_measured_beside_taking_in():
    (result,) = review.measure(TINY)
    assert str(result.bar) == "≤ 2 ×"


def test_every_metric_is_measured_in_every_scope():
    results = list(queries.measure(TINY))
    expected = [f"{name}: {scope}" for name in names() for scope in queries.SCOPES]
    assert [result.what for result in results if result.bar.unit == "ms"] == expected
    assert [result.bar.unit for result in results[len(expected) :]] == ["×"]


def test_reruns_are_counted_over_all_sessions():
    (result,) = reruns.measure(TINY)
    assert result.figure > 0


def test_clicks_and_first_paints_are_measured_in_a_browser():
    if browser.browser_path() is None and os.environ.get("CI") != "true":
        pytest.skip("NO BROWSER: install Chromium to measure pages")
    results = list(browser.measure(TINY))
    assert [str(result.bar) for result in results] == ["≤ 2.5 ×", "≤ 2.5 ×"]


def test_every_benchmark_is_on_the_command_line():
    modules = (ingest, review, queries, browser, reruns, first_start)
    assert {module.NAME: module for module in modules} == BENCHMARKS
