"""The commands about remembered rules: list them, ask a file's questions, answer, revoke."""

import argparse
import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from i18n import t
from loaders.asks import IGNORED, KINDS
from loaders.forms import FORMS
from loaders.questions import Question, questions_of
from loaders.rule_store import Draft, UnknownRule, all_rules, remember, revoke, uses
from loaders.rule_words import answer_words, form_words, subject_words
from loaders.rules import Rule, is_of_one_file
from loaders.senders import of_this_file, tells
from loaders.terminal import UsageError, actor, existing, existing_store, given_by, print_result

_WORDS = {
    "nil_meaning": ("zero", "not_reported"),
    "change_mode": ("level", "points", "percent"),
    "target_rule": ("sum", "compound", "overall", "final", "maintain"),
    "style": ("period", "cumulative", "stock"),
    "form_of_sheet": (*FORMS, IGNORED),
}


def list_rules(asked: argparse.Namespace) -> int:
    """Prints the rules that stand, with --all also the revoked ones."""
    with closing(existing_store(asked)) as con:
        rules, files = all_rules(con), uses(con)
    shown = [rule for rule in rules if asked.all or rule.revoked_at is None]
    values = [
        dataclasses.asdict(rule) | {"file_count": files.get(rule.rule_id, 0)} for rule in shown
    ]
    lines = [_line(rule, files.get(rule.rule_id, 0), asked.lang) for rule in shown]
    print_result(asked, {"rules": values}, "\n".join(lines) or t("rules.cli.none", asked.lang))
    return 0


def ask(asked: argparse.Namespace) -> int:
    """Prints what a file leaves open, with the possible answers."""
    from loaders.ingest import check_file

    path = existing(asked.file, asked.lang)
    with closing(existing_store(asked)) as con:
        report = check_file(path, given_by(asked), asked.form, con=con)
    questions = questions_of(report.findings)
    values = [_as_values(question) for question in questions]
    lines = [line for question in questions for line in _question_lines(question, asked.lang)]
    print_result(asked, {"questions": values}, "\n".join(lines))
    return 0


def answer(asked: argparse.Namespace) -> int:
    """Remembers an answer as a rule."""
    allowed = _WORDS.get(asked.kind)
    if allowed and asked.answer not in allowed:
        choices = ", ".join(allowed)
        raise UsageError(
            t("rules.error.unknown_answer", asked.lang, answer=asked.answer, choices=choices)
        )
    draft = Draft(
        asked.kind, _subject(asked), asked.answer, asked.agency, asked.form, asked.within or ""
    )
    with closing(existing_store(asked)) as con:
        made = remember(con, draft, actor=actor(), reason=asked.reason or "")
    print_result(asked, dataclasses.asdict(made), t("rules.cli.made", asked.lang, id=made.rule_id))
    return 0


def take_back(asked: argparse.Namespace) -> int:
    """Takes a rule out of use."""
    with closing(existing_store(asked)) as con:
        try:
            gone = revoke(con, asked.id, actor=actor(), reason=asked.reason or "")
        except UnknownRule as error:
            raise UsageError(t("rules.error.unknown_rule", asked.lang, id=asked.id)) from error
    print_result(
        asked, {"rule_id": gone.rule_id}, t("rules.cli.revoked", asked.lang, id=gone.rule_id)
    )
    return 0


def add_commands(command: Callable, *context: argparse.ArgumentParser) -> None:
    """Adds rules, questions, answer and revoke; `context` are the options about a file."""
    one = command("rules", list_rules)
    one.add_argument("--all", action="store_true", help="revoked ones too")
    one = command("questions", ask, *context)
    one.add_argument("file", type=Path, metavar="FILE")
    one = command("answer", answer)
    one.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    one.add_argument(
        "subject", help="what it is about, as written on the sheet; of agency_of_file, the file"
    )
    one.add_argument("answer")
    one.add_argument("--agency", help="only this agency's files")
    one.add_argument("--form", choices=FORMS, metavar="FORM", help=", ".join(FORMS))
    one.add_argument("--within", help="area code, or column of the form")
    one.add_argument("--reason", help="why, kept with the rule")
    one = command("revoke", take_back)
    one.add_argument("id", type=int, metavar="ID")
    one.add_argument("--reason", help="why, kept with the rule")


def _subject(asked: argparse.Namespace) -> str:
    """What the rule is about: whose a file is, holds for its name only where that tells the agency.

    Of any other name ("Book1.csv") the next file may be somebody else's: the rule is about this
    file alone, which must be at hand. Raises UsageError when it is not.
    """
    if asked.kind != "agency_of_file" or is_of_one_file(asked.subject):
        return asked.subject
    path = Path(asked.subject)
    if tells(path.name, asked.answer):
        return path.name
    if not path.is_file():
        raise UsageError(t("rules.error.name_tells_nobody", asked.lang, file=path.name))
    with path.open("rb") as content:
        return of_this_file(path.name, hashlib.file_digest(content, "sha256").hexdigest())


def _line(rule: Rule, files: int, lang: str) -> str:
    agency = rule.agency or t("rules.any_agency", lang)
    return t(
        "rules.cli.line",
        lang,
        id=rule.rule_id,
        state=t(f"rules.cli.{'gone' if rule.revoked_at else 'standing'}", lang),
        kind=t(f"rules.kind.{rule.kind}", lang),
        scope=f"{agency} / {form_words(rule.form, lang)}",
        subject=subject_words(rule.kind, rule.subject, rule.form, lang),
        answer=answer_words(rule.kind, rule.answer, rule.form, lang),
        made=f"{rule.made_at:%Y-%m-%d %H:%M}",
        who=rule.made_by or "-",
        files=files,
    )


def _as_values(question: Question) -> dict:
    asks = question.asks
    return {
        "kind": asks.kind,
        "subject": asks.subject,
        "within": asks.within,
        "form": asks.form,
        "agency": asks.agency,
        "inverse": asks.inverse,
        "blocks": question.blocks,
        "sheet": question.sheet,
        "cells": list(question.cells),
        "cell_count": question.cell_count,
        "choices": [dataclasses.asdict(choice) for choice in question.choices],
    }


def _question_lines(question: Question, lang: str) -> Sequence[str]:
    yield f"{question.sheet or '-'}  {', '.join(question.cells)}  {question.title(lang)}"
    for choice in question.choices:
        why = question.why(choice, lang)
        label = question.label(choice.answer, lang)
        yield f"    {choice.answer}  {label}{f'  ({why})' if why else ''}"
