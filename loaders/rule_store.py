"""Rules kept in the store: made, revoked, replaced and listed, each with who, when and why."""

from dataclasses import dataclass

import duckdb

from loaders.asks import Kind
from loaders.rules import NO_RULES, Rule, RuleBook, standing
from store import transaction
from store.database import utc_now

_RULES = """
    select
        made.rule_id, made.kind, made.agency, made.form, made.subject, made.answer,
        made.made_at, coalesce(made.made_by, ''), made.subject_within,
        coalesce(made.reason, ''), revoked.revoked_at, coalesce(revoked.revoked_by, ''),
        coalesce(revoked.reason, '')
    from reading_rule as made
    left join reading_rule_revocation as revoked using (rule_id)
    order by made.rule_id
"""
_NEXT = "select coalesce(max(rule_id), 0) + 1 from reading_rule"
# One note a rule and sheet says that the rule was used; the rule's number is among its params.
_USES = """
    select
        try_cast(params ->> 'rule' as bigint) as rule_id,
        count(distinct sha256) as file_count
    from finding
    where code = 'rule_applied'
    group by rule_id
"""


class UnknownRule(Exception):
    """There is no rule of this number, or it was revoked before."""

    def __init__(self, rule_id: int) -> None:
        super().__init__(f"no standing rule {rule_id}")
        self.rule_id = rule_id


@dataclass(frozen=True)
class Draft:
    """A rule to be made: what is answered, and how far it reaches."""

    kind: Kind
    subject: str
    answer: str
    agency: str | None = None
    form: str | None = None
    within: str = ""


def all_rules(con: duckdb.DuckDBPyConnection) -> tuple[Rule, ...]:
    """Every rule ever made, revoked ones too, in the order in which they were made."""
    return tuple(Rule(*row) for row in con.execute(_RULES).fetchall())


def rulebook(con: duckdb.DuckDBPyConnection | None) -> RuleBook:
    """The rules that stand now; none without a store."""
    return NO_RULES if con is None else standing(all_rules(con))


def uses(con: duckdb.DuckDBPyConnection) -> dict[int, int]:
    """Rule number → how many files it was used on; rules never used are left out."""
    return dict(con.execute(_USES).fetchall())


def rules_version(con: duckdb.DuckDBPyConnection) -> str:
    """A text that changes whenever a file may be read otherwise than before."""
    made, revoked = con.execute(
        "select (select count(*) from reading_rule), (select count(*) from reading_rule_revocation)"
    ).fetchone()
    return f"{made}.{revoked}"


def remember(
    con: duckdb.DuckDBPyConnection, draft: Draft, *, actor: str = "", reason: str = ""
) -> Rule:
    """Makes a rule; an older answer to the same question in the same scope is revoked with it.

    The same answer again changes nothing and returns the rule that stands.
    """
    with transaction(con):
        return _remember(con, draft, actor, reason)


def revoke(
    con: duckdb.DuckDBPyConnection, rule_id: int, *, actor: str = "", reason: str = ""
) -> Rule:
    """Takes a rule out of use; the question is asked again. Raises UnknownRule."""
    with transaction(con):
        found = _standing_rule(con, rule_id)
        _revoke(con, rule_id, actor, reason)
    return found


def amend(
    con: duckdb.DuckDBPyConnection,
    rule_id: int,
    answer: str,
    *,
    everybody: bool = False,
    actor: str = "",
    reason: str = "",
) -> Rule:
    """Another answer in place of a rule's; `everybody` lets it reach every agency's files of the
    form. Returns the new rule. Raises UnknownRule."""
    with transaction(con):
        old = _standing_rule(con, rule_id)
        _revoke(con, rule_id, actor, reason)
        agency = None if everybody else old.agency
        draft = Draft(old.kind, old.subject, answer, agency, old.form, old.within)
        return _remember(con, draft, actor, reason)


def _remember(con: duckdb.DuckDBPyConnection, draft: Draft, actor: str, reason: str) -> Rule:
    rule_id, now = con.execute(_NEXT).fetchone()[0], utc_now()
    made = Rule(
        rule_id,
        draft.kind,
        draft.agency,
        draft.form,
        draft.subject,
        draft.answer,
        now,
        actor,
        draft.within,
        reason,
    )
    for older in all_rules(con):
        if older.revoked_at is None and older.place == made.place:
            if older.answer == made.answer:
                return older
            _revoke(con, older.rule_id, actor, reason)
    con.execute(
        "insert into reading_rule values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            rule_id,
            made.kind,
            made.agency,
            made.form,
            made.subject,
            made.within,
            made.answer,
            now,
            actor or None,
            reason or None,
        ],
    )
    return made


def _standing_rule(con: duckdb.DuckDBPyConnection, rule_id: int) -> Rule:
    for rule in all_rules(con):
        if rule.rule_id == rule_id and rule.revoked_at is None:
            return rule
    raise UnknownRule(rule_id)


def _revoke(con: duckdb.DuckDBPyConnection, rule_id: int, actor: str, reason: str) -> None:
    row = [rule_id, utc_now(), actor or None, reason or None]
    con.execute("insert into reading_rule_revocation values (?, ?, ?, ?)", row)
