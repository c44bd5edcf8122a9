"""How a run ends: with an exit code, and with plain words instead of a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from procmap.cli.failure import BROKEN, INTERRUPTED, failure_words, no_way
from procmap.cli.session import Session
from procmap.errors import ProcmapError
from procmap.text import Text

__all__ = ["COULD_NOT_RUN", "DEFECT", "FINDINGS", "ending"]

FINDINGS = 1
COULD_NOT_RUN = 2
DEFECT = 70
_INTERRUPTED = 130
_CLOSED = 141  # what a shell reports for a program that wrote to a closed pipe; 1 would mean findings


def ending(run: Callable[[], int], session: Session) -> int:
    """Run, and return the exit code: the run's own, or the one for what stopped it, said on standard error."""
    try:
        code = run()
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        _silence()
        return _CLOSED
    except (KeyboardInterrupt, click.Abort):
        return _say(INTERRUPTED, _INTERRUPTED, session)
    except click.ClickException as error:
        return _say(failure_words(error), COULD_NOT_RUN, session)
    except ProcmapError as error:
        return _say(error.text, COULD_NOT_RUN, session)
    except OSError as error:
        return _say(no_way(error), COULD_NOT_RUN, session)
    except Exception as error:
        return _say(BROKEN.fill(what=f"{type(error).__name__} {error}"[:200]), DEFECT, session)


def _say(words: Text, code: int, session: Session) -> int:
    """One line on standard error; with ``--debug`` the traceback of what is being handled above it."""
    from procmap.report.visible import visible

    try:
        if session.debug:
            import traceback

            traceback.print_exc()
        line = " ".join(words(session.language).split())
        click.echo(f"procmap: {visible(line)}", err=True)
    except OSError:
        _silence()
    return code


def _silence() -> None:
    """Nobody listens any more: let what is still in the buffers go nowhere, or Python complains at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
    os.close(nowhere)
