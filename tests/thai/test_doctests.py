"""The figures in the docstrings are true."""

import doctest

import pytest

from thai import calendar, digits, months, numbers, text, written
from thai import format as thai_format


@pytest.mark.parametrize("module", [calendar, digits, thai_format, months, numbers, text, written])
def test_every_example_in_the_docstrings_holds(module):
    outcome = doctest.testmod(module)
    assert outcome.attempted > 0
    assert outcome.failed == 0
