"""Every header tells the truth about its query, and every metric bears an empty store."""

import importlib
from dataclasses import fields

import pytest
from given import Given

import metrics
from i18n import LANGUAGES
from metrics.catalogue import UnknownMetric, describe, sql_path
from metrics.scope import Scope
from metrics.trace import _SOURCES, parse_line
from store.query import parameter_names

MODULES = (
    "assessments",
    "budget",
    "checklist",
    "districts",
    "economy",
    "evaluation",
    "indicators",
    "meetings",
    "projects",
    "quality",
    "registers",
    "risks",
    "searching",
    "semantics",
    "strategy",
    "submissions",
    "treasury",
    "villages",
)
EVERYTHING_ASKED = Scope(
    group="south-border",
    fiscal_year=2569,
    quarter=2,
    strategic_issue="i-none",
    plan="p-none",
    basket_fy=2557,
)
# The Scope fields that each parameter of a query stands for.
FILTER_OF = {
    "province_codes": {"province", "group"},
    "area_codes": {"province", "group"},
    "district_code": {"district"},
    "fiscal_year": {"fiscal_year"},
    "quarter": {"quarter"},
    "issue_keys": {"strategic_issue"},
    "plan_keys": {"plan"},
    "node_code": {"node"},
    "words": {"words"},
    "as_of": {"as_of"},
    "since": {"since"},
}


@pytest.fixture(scope="module")
def empty():
    store = Given()
    yield store.con
    store.con.close()


@pytest.mark.parametrize("name", metrics.names())
def test_the_documented_columns_are_the_columns_of_the_result(name, empty):
    frame = metrics.run(empty, name, Scope())
    assert [column.name for column in describe(name).columns] == list(frame.columns)


@pytest.mark.parametrize("scope", [Scope(), EVERYTHING_ASKED, Scope(district="5001")])
@pytest.mark.parametrize("name", metrics.names())
def test_an_empty_store_gives_no_rows(name, scope, empty):
    assert metrics.run(empty, name, scope).empty


@pytest.mark.parametrize("name", metrics.names())
def test_a_metric_names_the_filters_it_heeds(name):
    used = parameter_names(sql_path(name)) & FILTER_OF.keys()
    heeded = set().union(*(FILTER_OF[parameter] for parameter in used))
    assert set(describe(name).filters) == heeded


@pytest.mark.parametrize("name", metrics.names())
def test_titles_and_meanings_are_written_in_both_languages(name):
    metric = describe(name)
    texts = [metric.title_th, metric.title_en, metric.grain_th, metric.grain_en, metric.source]
    texts += [text for column in metric.columns for text in (column.title_th, column.title_en)]
    texts += [column.text(lang) for column in metric.columns for lang in LANGUAGES]
    assert all(texts)


@pytest.mark.parametrize("name", metrics.names())
def test_trace_lines_speak_of_columns_that_exist(name):
    columns = {column.name for column in describe(name).columns}
    for line in map(parse_line, describe(name).traces):
        assert line.source in _SOURCES
        assert set(line.figures) <= columns
        assert {wanted for _, wanted in line.keys if not wanted.startswith("'")} <= columns


def test_every_metric_has_a_function_of_its_name_and_no_function_lacks_its_metric():
    modules = [importlib.import_module(f"metrics.{name}") for name in MODULES]
    functions = {
        name
        for module in modules
        for name, value in vars(module).items()
        if getattr(value, "__module__", None) == module.__name__
    }
    assert functions == set(metrics.names())


def test_every_field_of_the_scope_is_a_filter_of_some_metric():
    heeded = {field for name in metrics.names() for field in describe(name).filters}
    assert heeded == {field.name for field in fields(Scope)} - {"basket_fy"}


def test_an_unknown_metric_is_refused_with_the_names_there_are(empty):
    with pytest.raises(UnknownMetric, match="budget_share_by_plan"):
        metrics.run(empty, "budget", Scope())
