"""Frameworks and agreements of the demonstration."""

import pytest

from loaders.demo.evaluation import EVALUATED_YEARS, agreement_rows, framework_rows
from loaders.demo.places import PROVINCES


@pytest.mark.parametrize("province", PROVINCES)
def test_weights_make_100_with_70_outside_and_30_inside(province):
    for year in EVALUATED_YEARS:
        rows = [row for row in framework_rows(province) if row["fiscal_year"] == year]
        weights = {"external": 0, "internal": 0}
        for row in rows:
            weights[row["dimension_group"]] += row["weight_pct"]
        assert weights == {"external": 70, "internal": 30}


def test_agreements_run_from_the_governor_over_deputies_to_heads_and_each_weighs_100():
    rows = [row for row in agreement_rows("93") if row["fiscal_year"] == 2569]
    signers = {row["signer"]: (row["role"], row["superior"]) for row in rows}
    assert [role for role, _ in signers.values()] == [
        *("governor", "deputy", "deputy"),
        *("agency_head",) * 4,
    ]
    assert all(superior is None or superior in signers for _, superior in signers.values())
    for signer in signers:
        added = sum(row["weight_pct"] for row in rows if row["signer"] == signer)
        assert added == pytest.approx(100)


def test_thresholds_run_one_way_and_results_of_the_year_just_begun_are_not_known():
    for row in (*framework_rows("50"), *agreement_rows("50")):
        ladder = [row[f"score_{level}"] for level in range(1, 6)]
        assert ladder in (sorted(ladder), sorted(ladder, reverse=True))
    assert not any(row["actual"] for row in agreement_rows("50") if row["fiscal_year"] == 2570)
    assert any(row["actual"] for row in agreement_rows("50") if row["fiscal_year"] == 2569)
