"""The commands of `python -m loaders`. Data on stdout, messages and progress on stderr.

Exit status: 0 all accepted, 1 something rejected, 2 wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from i18n import LANGUAGES, t
from loaders import rule_cli, submission_cli
from loaders.forms import FORMS
from loaders.terminal import UsageError, actor, existing, existing_store, given_by, print_result
from store import StoreError, open_store

DEFAULT_DB = Path("data") / "strategy.duckdb"
_BAR_WIDTH = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    for name in getattr(asked, "needs", ()):
        if getattr(asked, name) is None:
            parser.error(f"--{name.replace('_', '-')} is required")
    try:
        return asked.run(asked)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except (StoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def ingest(asked: argparse.Namespace) -> int:
    """Takes files in and prints what became of each."""
    from loaders.ingest import ingest_files
    from loaders.report import as_json, as_text

    paths, given = _files(asked), given_by(asked)
    with closing(open_store(asked.db)) as con:
        reports = ingest_files(
            con,
            paths,
            given,
            data_dir=_data_dir(asked),
            form=asked.form,
            publish=not asked.draft,
            actor=actor(),
            reason=asked.reason,
            accept_rows=asked.accept_rows,
            on_progress=_progress(),
        )
    print_result(asked, as_json(reports), "\n".join(as_text(one, asked.lang) for one in reports))
    return int(any(report.state == "rejected" for report in reports))


def check(asked: argparse.Namespace) -> int:
    """Prints the findings of files; compares with the stored data where there is a database."""
    from loaders.ingest import check_file
    from loaders.report import as_json, as_text

    paths, given = _files(asked), given_by(asked)
    con = _store_to_read_from(asked, "loaders.not_compared")
    try:
        reports = [check_file(path, given, asked.form, con=con) for path in paths]
    finally:
        if con is not None:
            con.close()
    print_result(asked, as_json(reports), "\n".join(as_text(one, asked.lang) for one in reports))
    return int(any(report.state == "rejected" for report in reports))


def template(asked: argparse.Namespace) -> int:
    """Writes the blank workbook of a form, filled with what the database knows already."""
    from loaders.prefill import write_prefilled
    from loaders.template import write_template

    form, given = FORMS[asked.form_name], given_by(asked)
    con = _store_to_read_from(asked, "loaders.not_prefilled")
    if con is None:
        write_template(form, given, asked.output, lang=asked.lang)
    else:
        with closing(con):
            write_prefilled(con, form, given, asked.output, lang=asked.lang)
    print(t("loaders.written", asked.lang, file=asked.output), file=sys.stderr)
    return 0


def templates(asked: argparse.Namespace) -> int:
    """Writes the prefilled workbooks of every report expected in a quarter into a ZIP."""
    from loaders.prefill import blank_workbooks, due_in

    given = given_by(asked)
    period, agencies = (given.fiscal_year, given.quarter), [given.agency] if given.agency else None
    narrowed = {"agencies": agencies, "area_code": given.area_code}
    with closing(existing_store(asked)) as con:
        count = len(due_in(con, *period, **narrowed))
        if not count:
            print(t("loaders.nothing_due", asked.lang), file=sys.stderr)
            return 1
        asked.output.write_bytes(blank_workbooks(con, *period, **narrowed, lang=asked.lang))
    print(
        t("loaders.templates_written", asked.lang, count=count, file=asked.output), file=sys.stderr
    )
    return 0


def official(asked: argparse.Namespace) -> int:
    """Writes an official form of the provincial plan from what is published."""
    from loaders import official as forms

    given = given_by(asked)
    write = {"j1": forms.write_j1, "j1-1": forms.write_j11}[asked.form_name]
    with closing(existing_store(asked)) as con:
        try:
            write(con, given.area_code, given.fiscal_year, asked.output)
        except forms.NothingToWrite:
            print(t("loaders.nothing_to_write", asked.lang), file=sys.stderr)
            return 1
    print(t("loaders.written", asked.lang, file=asked.output), file=sys.stderr)
    return 0


def annotate(asked: argparse.Namespace) -> int:
    """Writes a copy of a workbook with its faulty cells marked."""
    from loaders.annotate import annotate as mark
    from loaders.examine import examine_read
    from loaders.reading import Refusal, read_workbook
    from loaders.received import fingerprint

    path = existing(asked.file, asked.lang)
    workbook = read_workbook(path)
    examined = examine_read(None, path, fingerprint(path), workbook, given_by(asked), asked.form)
    if isinstance(workbook, Refusal):
        (refused,) = examined.report.findings
        reason = refused.message(asked.lang)
        print(t("loaders.file_refused", asked.lang, file=path, reason=reason), file=sys.stderr)
        return 1
    mark(path, asked.output, workbook, examined.report.findings, asked.lang)
    print(t("loaders.written", asked.lang, file=asked.output), file=sys.stderr)
    return 0


def demo(asked: argparse.Namespace) -> int:
    """Puts the demonstration set in, or takes it off the pages."""
    from loaders import demonstration

    with closing(open_store(asked.db)) as con:
        if asked.remove:
            removed = demonstration.remove(con, actor=actor())
            print(t("loaders.demo_removed", asked.lang, submissions=removed), file=sys.stderr)
            return 0
        reports = demonstration.install(con, _data_dir(asked), _progress())
    print(t("loaders.demo_installed", asked.lang, files=len(reports)), file=sys.stderr)
    return int(any(report.state == "rejected" for report in reports))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable, *parents: argparse.ArgumentParser):
        made = commands.add_parser(name, help=run.__doc__, parents=[_shared(), *parents])
        made.set_defaults(run=run)
        return made

    one = command("ingest", ingest, _context(), _which_form())
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    held = one.add_mutually_exclusive_group()
    held.add_argument("--publish", action="store_true", help="show on the pages (the default)")
    held.add_argument("--draft", action="store_true", help="store, but keep off the pages")
    one.add_argument("--reason", help="why it is published although its round is closed")
    one.add_argument(
        "--accept-rows", choices=("all", "good"), default="all", help="good: without faulty rows"
    )
    one = command("check", check, _context(), _which_form())
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one = command("template", template, _context())
    one.add_argument("form_name", choices=FORMS, metavar="FORM", help=", ".join(FORMS))
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx")
    one = command("templates", templates, _context())
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip")
    one.set_defaults(needs=("fiscal_year", "quarter"))
    one = command("official", official, _context())
    one.add_argument("form_name", choices=("j1", "j1-1"), metavar="FORM", help="j1 or j1-1")
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx")
    one.set_defaults(needs=("province", "fiscal_year"))
    one = command("annotate", annotate, _context(), _which_form())
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("-o", "--output", type=Path, required=True, metavar="COPY.xlsx")
    submission_cli.add_commands(command)
    rule_cli.add_commands(command, _context(), _which_form())
    one = command("demo", demo)
    one.add_argument("--remove", action="store_true", help="take the set off the pages")
    return parser


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    database = Path(os.environ.get("PSD_DB") or DEFAULT_DB)
    shared.add_argument("--db", type=Path, default=database, help=f"default {database}")
    shared.add_argument("--json", action="store_true", help="print JSON")
    language = os.environ.get("PSD_LANG", LANGUAGES[0])
    shared.add_argument("--lang", choices=LANGUAGES, default=language)
    return shared


def _context() -> argparse.ArgumentParser:
    context = argparse.ArgumentParser(add_help=False)
    context.add_argument("--province", help="province or group: Thai name, English name or code")
    context.add_argument("--fiscal-year", type=int, help="Buddhist era, such as 2569")
    context.add_argument("--quarter", type=int, choices=(1, 2, 3, 4))
    context.add_argument("--agency")
    return context


def _which_form() -> argparse.ArgumentParser:
    which = argparse.ArgumentParser(add_help=False)
    which.add_argument("--form", choices=FORMS, metavar="FORM", help=", ".join(FORMS))
    return which


def _files(asked: argparse.Namespace) -> list[Path]:
    return [existing(path, asked.lang) for path in asked.files]


def _store_to_read_from(asked: argparse.Namespace, unless: str):
    """The store when there is one and no other program holds it; the command goes on without, and
    the sentence `unless` says so."""
    if not asked.db.exists():
        return None
    try:
        return open_store(asked.db)
    except StoreError as error:
        print(t(unless, asked.lang, reason=error), file=sys.stderr)
        return None


def _data_dir(asked: argparse.Namespace) -> Path:
    """Received files lie beside the database unless PSD_DATA_DIR says otherwise."""
    return Path(os.environ.get("PSD_DATA_DIR") or asked.db.parent)


def _progress() -> Callable[[int, int, Path], None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda done, total, path: None

    def show(done: int, total: int, path: Path) -> None:
        filled = _BAR_WIDTH * done // total
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        name = "" if done == total else path.name
        end = "\n" if done == total else ""
        print(f"\r\x1b[K[{bar}] {done}/{total} {name}", end=end, file=sys.stderr, flush=True)

    return show
