"""The commands about submissions: list them, publish, withdraw, restore, undo."""

import argparse
import dataclasses
from collections.abc import Callable
from contextlib import closing

from i18n import t
from loaders.terminal import UsageError, actor, existing_store, print_result


def add_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the commands to `python -m loaders`."""
    command("submissions", submissions)
    for name in ("publish", "withdraw", "restore", "undo"):
        one = command(name, act)
        one.add_argument("id", type=int, metavar="ID")
        one.add_argument("--reason", required=name == "restore", help="why, kept with the event")


def submissions(asked: argparse.Namespace) -> int:
    """Prints every submission, the newest first."""
    from loaders.submissions import list_submissions

    with closing(existing_store(asked)) as con:
        listed = list_submissions(con)
    as_values = [dataclasses.asdict(one) for one in listed]
    lines = [_submission_line(one, asked.lang) for one in as_values]
    text = "\n".join(lines) or t("loaders.no_submissions", asked.lang)
    print_result(asked, {"submissions": as_values}, text)
    return 0


def act(asked: argparse.Namespace) -> int:
    """Publishes, withdraws, restores or undoes: the command names the function."""
    from loaders import submissions as acts
    from loaders.locks import RoundClosed

    with closing(existing_store(asked)) as con:
        try:
            change = getattr(acts, asked.command)(con, asked.id, actor=actor(), reason=asked.reason)
        except acts.UnknownSubmission as error:
            raise UsageError(
                t("loaders.unknown_submission", asked.lang, id=error.submission_id)
            ) from error
        except acts.NothingToUndo as error:
            raise UsageError(
                t("loaders.nothing_to_undo", asked.lang, id=error.submission_id)
            ) from error
        except acts.NotAllowed as error:
            states = {
                name: t(f"loaders.state.{getattr(error, name)}", asked.lang)
                for name in ("before", "after")
            }
            raise UsageError(
                t("loaders.not_allowed", asked.lang, id=error.submission_id, **states)
            ) from error
        except RoundClosed as error:
            period = dataclasses.asdict(error.period)
            raise UsageError(
                t("loaders.round_closed", asked.lang, id=error.submission_id, **period)
            ) from error
    states = {
        name: t(f"loaders.state.{getattr(change, name)}", asked.lang)
        for name in ("before", "after")
    }
    text = t("loaders.changed", asked.lang, id=change.submission_id, **states)
    print_result(asked, dataclasses.asdict(change), text)
    return 0


def _submission_line(one: dict, lang: str) -> str:
    period = "/".join(str(one[key]) for key in ("fiscal_year", "quarter") if one[key]) or "-"
    state = t(f"loaders.state.{one['state']}", lang)
    named = (one["submission_id"], one["form"], one["area_code"], period, one["agency"] or "-")
    shown = "  ".join(str(part) for part in named)
    return (
        f"{shown}  v{one['version']}  {state}  {one['state_at']:%Y-%m-%d %H:%M}  {one['file_name']}"
    )
