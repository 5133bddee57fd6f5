"""The command line: translates arguments, and nothing else.

Data go to standard output, messages and progress to standard error. Heavy imports
stand inside the commands, so that `--help` is quick.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from articleparse.version import __version__

if TYPE_CHECKING:
    from articleparse.check.records import Records
    from articleparse.record import Article

OK, INCOMPLETE, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all done; some articles failed, or findings; nothing could run; Ctrl-C."""

app = typer.Typer(
    help="French press articles into validated records.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH")]


class Format(str, Enum):
    """How `validate` writes findings."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"
    junit = "junit"


class Export(str, Enum):
    """What `export` writes."""

    jsonld = "jsonld"
    webannotation = "webannotation"
    geojson = "geojson"
    iramuteq = "iramuteq"
    spacy = "spacy"
    csv = "csv"


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"articleparse {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """French press articles into validated records."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of few letters is no error
            stream.reconfigure(errors="replace")


def run() -> None:
    """Run the command line; what cannot be written is told in one line, with exit code 2."""
    try:
        app()
    except OSError as error:  # a full disk behind standard output, say
        typer.echo(f"articleparse: {error.strerror or error}", err=True)
        os._exit(UNUSABLE)  # the interpreter's own flush at exit would fail once more


def _tell_nothing_found(paths: list[str], exit_code: int) -> None:
    if exit_code == UNUSABLE:
        typer.echo(f"{' '.join(paths)}: no article found", err=True)


@app.command()
def parse(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="Print records, one a line.")] = False,
) -> None:
    """Show articles with their facts.

    PATH is what `convert` takes. On a terminal the facts stand in colour, and with
    --json the records are printed as they are.

    Exit code: 0 all shown, 1 some not, 2 nothing to show.
    """
    from articleparse import archive
    from articleparse.view.terminal import show

    tally = archive.Tally()
    with archive.Stream("-") as out:
        for result in archive.convert(archive.find(paths)):
            tally.add(result)
            if isinstance(result, archive.Failure):
                typer.echo(str(result), err=True)
            elif as_json:
                out.write_line(result)
            else:
                show(result)
    _tell_nothing_found(paths, tally.exit_code)
    raise typer.Exit(tally.exit_code)


@app.command()
def convert(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help='JSON Lines (.jsonl, packed with .gz or .zst) or tables (.parquet); "-" is stdout.',
        ),
    ] = "-",
    output_dir: Annotated[
        str | None, typer.Option(metavar="FOLDER", help="Write one JSON file a record instead.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Processes; all cores unless told.")
    ] = os.cpu_count() or 1,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="What one article may take.")
    ] = 60.0,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=NAME", help="CSV: the column that holds text, published …"),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help='Run on a Dask cluster; "local" starts one here.'),
    ] = None,
    restart: Annotated[
        bool, typer.Option("--restart", help="Begin anew where a run was left unfinished.")
    ] = False,
) -> None:
    """Convert articles to records, however many.

    PATH is a text or HTML file, an export of Europresse (.html), a JSON Lines (.jsonl)
    or CSV (.csv, .tsv) file with an article a line, XML (NITF, NewsML-G2, ALTO), WARC,
    a ZIP or TAR archive of these, a folder, searched for all of these, a glob or a
    URL; single files may be packed (.gz, .bz2, .xz, .zst). "-" is standard input.

    The output appears when everything is written. What failed stands with its reason
    beside it (FILE.errors.jsonl). A run that was ended goes on where it was when the
    same command is given again.

    Exit code: 0 all converted, 1 some not, 2 nothing could run.
    """
    from articleparse import archive

    try:
        columns = archive.read_columns(column or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--column") from None
    target = output_dir or output
    job = archive.Job(paths, target, bool(output_dir), jobs, timeout, columns, restart)
    try:
        with archive.progress() as watch:
            tally = archive.run_anywhere(job, watch, scheduler)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        typer.echo(f"{target}: interrupted; the same command goes on with it", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except (archive.ChangedError, OSError) as error:
        hint = "; --restart begins anew" if isinstance(error, archive.ChangedError) else ""
        typer.echo(f"{target}: {getattr(error, 'strerror', None) or error}{hint}", err=True)
        raise typer.Exit(UNUSABLE) from None
    _tell_nothing_found(paths, tally.exit_code)
    typer.echo(str(tally), err=True)
    raise typer.Exit(tally.exit_code)


@app.command()
def validate(
    paths: Paths,
    select: Annotated[
        str, typer.Option(metavar="CODES", help="Report these codes; all but AP7 unless told.")
    ] = "",
    ignore: Annotated[str, typer.Option(metavar="CODES", help="Do not report these codes.")] = "",
    fail_on: Annotated[str, typer.Option(metavar="CODES", help="Fail on these codes only.")] = "AP",
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Pass over the findings of this JSON report."),
    ] = None,
    sources: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Parse the articles in it again, and compare."),
    ] = None,
    output_format: Annotated[Format, typer.Option(help="How findings are written.")] = Format.text,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Findings do not fail.")] = False,
) -> None:
    """Check records: their schema, and that their facts hold together.

    PATH is a .jsonl file, a record a line; a .json file with one record (either may be
    packed: .gz, .zst); a table articles.parquet that `convert` wrote; or a folder of
    these. "-" is standard input, with a record a line. Each finding is one
    line: file, line of the record, code, message, JSON pointer. A code may be given by
    its beginning, "AP2" or "AP2,AP301". With --sources a record must be what its
    article gives again (AP8).

    Exit code: 0 no finding, 1 findings, 2 a file is unreadable or holds no record.
    """
    from articleparse.check.findings import DEFAULT
    from articleparse.check.reports import FORMATS
    from articleparse.check.validation import BadOptionError, Validation, read_baseline

    try:
        validation = Validation(
            paths,
            select=_codes(select) or DEFAULT,
            ignore=_codes(ignore),
            fail_on=_codes(fail_on),
            today=dt.date.today(),
            known=read_baseline(baseline) if baseline else frozenset(),
            reparse=_reparse_below(sources) if sources else None,
        )
    except (BadOptionError, NotADirectoryError) as error:
        raise typer.BadParameter(str(error)) from None
    for line in FORMATS[output_format.value](validation.run(), validation.files):
        typer.echo(line)
    for reason in validation.unusable:
        typer.echo(reason, err=True)
    typer.echo(f"records: {validation.records}, findings: {validation.findings}", err=True)
    harmless = exit_zero and validation.exit_code == INCOMPLETE
    raise typer.Exit(OK if harmless else validation.exit_code)


def _reparse_below(folder: str) -> Callable[[str], Article | str | None]:
    from articleparse.archive.originals import Originals

    return Originals(folder).reparse


def _codes(listed: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in listed.split(",") if code.strip())


@app.command()
def view(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help='HTML to write; "-" is stdout.')
    ] = "-",
) -> None:
    """Write records as one HTML page: each article with its facts, cards beside it.

    PATH is what `validate` takes. Several records get an overview: who speaks, a map
    of departments, what to review first.

    Exit code: 0 all shown, 1 some not, 2 no record or nowhere to write.
    """
    from articleparse.check.records import Records
    from articleparse.export.whole import whole_file
    from articleparse.view.report import report

    records = Records(paths)
    articles = list(records)
    if articles:
        with _told(output), whole_file(output) as file:
            for piece in report(articles):
                file.write(piece.encode("utf-8", "replace"))
    raise typer.Exit(_exit_code(records))


@app.command(name="export")
def export_records(
    format: Annotated[Export, typer.Argument(metavar="FORMAT", help="What to write.")],
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="OUT", help='"-" is stdout; csv and spacy need a new folder.'
        ),
    ] = "-",
) -> None:
    """Write records in the formats of other programs.

    \b
    FORMAT is one of
      jsonld         schema.org: articles, quotes, people, organisations, places
      webannotation  W3C Web Annotation, a page of annotations a line
      geojson        places, with coordinates of communes
      iramuteq       a corpus for IRaMuTeQ
      csv            a folder of tables
      spacy          a folder of spaCy's DocBin files

    PATH is what `validate` takes. Records are read one at a time, however many.

    Exit code: 0 all written, 1 some lines hold no record, 2 no record or nowhere to write.
    """
    from articleparse.check.records import Records
    from articleparse.export import FOLDERS, export

    if format.value in FOLDERS and output == "-":
        raise typer.BadParameter(f"{format.value} writes a folder: name it", param_hint="-o")
    records = Records(paths)
    first = next(articles := iter(records), None)
    if first:
        with _told(output):
            for note in export(format.value, chain([first], articles), output):
                typer.echo(note, err=True)
    raise typer.Exit(_exit_code(records))


@contextmanager
def _told(output: str) -> Iterator[None]:
    """Tell where an output cannot be written, and end."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        typer.echo(f"{output}: {error.strerror or error}", err=True)
        raise typer.Exit(UNUSABLE) from None


def _exit_code(records: Records) -> int:
    for reason in records.unusable:
        typer.echo(reason, err=True)
    if not records.count:
        typer.echo("no record", err=True)
        return UNUSABLE
    return INCOMPLETE if records.unusable else OK


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from articleparse.schema import schema_text

    typer.echo(schema_text(), nl=False)
