"""1 % a year for four years is 4 in sum and 4.06 compounded: printed as 4, only the sum is meant."""

from decimal import Decimal

from loaders.semantics import candidate_rules, settled_rule


def test_an_exact_sum_outranks_a_compound_within_its_rounding():
    assert settled_rule(candidate_rules([Decimal(1)] * 4, Decimal(4))) == "sum"
