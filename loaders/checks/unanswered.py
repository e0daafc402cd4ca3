"""Questions that were answered before are not asked again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.findings import Finding
from loaders.rules import RuleBook


def unanswered(findings: Iterable[Finding], rules: RuleBook) -> Iterator[Finding]:
    """The findings without the questions that a rule answers.

    A warning stays, as an answer does not make it right, but asks no more. A figure that still
    looks wrong after the factor of a rule was applied is asked about again.
    """
    for finding in findings:
        asks = finding.asks
        rule = asks and rules.find(
            asks.kind, asks.subject, agency=asks.agency, form=asks.form, within=asks.within
        )
        if not rule or (rule.kind == "unit_factor" and rule.answer != "1"):
            yield finding
        elif finding.severity == "warning":
            yield replace(finding, asks=None)
