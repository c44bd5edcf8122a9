"""``procmap verify PATH…``: whether every case that starts can finish, or the way to where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, partial
from time import monotonic
from typing import TYPE_CHECKING

import click

from procmap.cli.command import command
from procmap.cli.ending import COULD_NOT_RUN, FINDINGS
from procmap.cli.output import print_bytes, print_words, width
from procmap.cli.parameters import argument, option
from procmap.cli.paths import read_paths, unread_paths
from procmap.cli.progress import progress
from procmap.cli.session import Session
from procmap.cli.values import PATH, SECONDS, WHOLE, OneOf
from procmap.errors import NoDocument
from procmap.model.knowledge import known
from procmap.report.visible import visible
from procmap.source.shell import in_shell
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.model.collaboration import Collaboration
    from procmap.model.process import Process
    from procmap.model.process_map import ProcessMap
    from procmap.report.together_text import ProvedTogether
    from procmap.verify.result import Verification
    from procmap.verify.verify import Prover

    Provers = Callable[[int], Prover]
    """Who proves within so many states; one for each number, so that what is called is worked out once."""

__all__ = ["verify_command"]

_UNDECIDED = 3
_FIRST_BOUND = 1_000
_STEEPER = 10
"""How many times more states are tried each time that there is time left."""

_PROVING = Text(sv="Prövar", en="Proving")
_NO_PROCESS = Text(sv="Det finns ingen process att pröva i {paths}.", en="There is no process to prove in {paths}.")
_MISREAD = Text(
    sv="Den gick inte att läsa som den är skriven, så det är inte prövat. Rätta först det som procmap check säger.",
    en="It could not be read as it is written, so it is not proved. First mend what procmap check says.",
)
_UNREAD = Text(
    sv="{unread} gick inte att läsa, och är inte prövat. Vad som är fel: procmap check {path}",
    en="{unread} could not be read, and is not proved. What is wrong: procmap check {path}",
)


@command(
    Text(
        sv="Prövar fyra saker om varje process: alla ärenden som startar kan bli klara, inget slut nås två gånger i "
        "samma ärende, alla steg kan hända, och ingen väg gås två gånger samtidigt. Där något av det inte håller visas "
        "vägen dit.",
        en="Proves four things of each process: every case that starts can finish, no end is reached twice in the same "
        "case, every step can happen, and no way is gone twice at once. Where one does not hold, the way there is "
        "shown.",
    ),
    Text(
        sv="Varje fråga räknas som om den kan få vilket som helst av sina svar. SÖKVÄG är filer och mappar; - läser "
        "från standard in.",
        en="Every question counts as if it could get any of its answers. PATH is files and folders; - reads from "
        "standard input.",
    ),
    Text(
        sv="Slutar med 0 om allt håller, 1 om något inte gör det, 3 om det inte gick att avgöra, 2 om det inte gick "
        "att köra.",
        en="Ends with 0 if all of it holds, 1 if something does not, 3 if it could not be decided, 2 if it could not "
        "run.",
    ),
    examples=(
        "procmap verify process.yaml",
        "procmap verify . --format json",
        "procmap verify process.bpmn --bound 1000000",
        "procmap draw process.yaml --trace",
    ),
)
@argument("paths", value=Text(sv="SÖKVÄG", en="PATH"), nargs=-1, required=True, type=PATH)
@option(
    "--format", "format", type=OneOf(("text", "json")), default="text", value="text|json",
    words=Text(sv="För människor (text) eller för program.", en="For people (text) or for programs."),
)
@option(
    "--bound", type=WHOLE, value=Text(sv="ANTAL", en="NUMBER"),
    words=Text(
        sv="Så många tillstånd prövas högst i ett flöde. Utan flaggan: 200000.",
        en="At most so many states of a flow are tried. Without it: 200000.",
    ),
)
@option(
    "--seconds", type=SECONDS, value=Text(sv="TID", en="TIME"),
    words=Text(
        sv="Prova fler och fler tillstånd så länge tiden räcker. Svaret beror då på datorn.",
        en="Try more and more states while there is time. The answer then depends on the machine.",
    ),
)
@option(
    "--stdin-filename", type=PATH, value=Text(sv="FIL", en="FILE"),
    words=Text(sv="Vad det som läses från - ska kallas.", en="What to call what is read from -."),
)
def verify_command(
    session: Session,
    paths: tuple[str, ...],
    format: str,
    bound: int | None,
    seconds: float | None,
    stdin_filename: str | None,
) -> int:
    from procmap.checks.configuration import load
    from procmap.graph.soundness_words import Account
    from procmap.read.misread import misread
    from procmap.report.proof_text import Proved, proof_report
    from procmap.verify.repair import repairs
    from procmap.verify.verify import Prover

    configuration, _ = load(stdin_filename or paths[0])
    language = session.asked or configuration.lang or session.language
    reading = read_paths(paths, language, stdin_filename)
    unread = unread_paths(reading)
    if not reading.map.processes:
        if unread:
            raise NoDocument(_UNREAD.fill(unread=unread[0], path=in_shell(unread[0])))
        raise NoDocument(_NO_PROCESS.fill(paths=" ".join(paths)))
    unproved = misread(reading.findings)
    provers = cache(partial(Prover, reading.map))
    with progress(_PROVING, language) as work_on:
        proved = []
        for process in reading.map.processes:
            work_on(process.id)
            proof = _misread(process) if process.id in unproved else _prove(process, provers, bound, seconds)
            mends = repairs(process, proof, map=reading.map)
            proved.append(Proved(process, proof, Account(process, proof, reading.map), mends))
        together = _together(reading.map, unproved, provers, bound, seconds)
    if format == "json":
        from procmap.report.proof_json import json_proofs

        print_bytes(json_proofs(proved, reading, language, together))
    else:
        print_words(proof_report(proved, reading, language, together=together, width=width()), colour=False)
    for path in unread:
        click.echo(f"procmap: {visible(_UNREAD(language, unread=path, path=in_shell(path)))}", err=True)
    return COULD_NOT_RUN if unread else _code([*(each.proof for each in proved), *(each.proof for each in together)])


def _together(
    map: ProcessMap, unproved: Collection[str], provers: Provers, bound: int | None, seconds: float | None
) -> list[ProvedTogether]:
    """The collaborations whose pools send each other something; ``unproved`` are documents that were misread."""
    from procmap.report.together_text import ProvedTogether
    from procmap.verify.collaboration import is_joint

    processes = {process.id: process for process in map.processes}
    proved = []
    for each in map.collaborations:
        if is_joint(each, processes):
            is_misread = any(id in unproved for id in (each.id, *(known(pool.process) for pool in each.pools)))
            proof = _misread(each) if is_misread else _prove(each, provers, bound, seconds)
            proved.append(ProvedTogether(each, proof))
    return proved


def _misread(what: Process | Collaboration) -> Verification:
    from procmap.verify.result import PROPERTIES, Verification

    return Verification(id=what.id, properties=dict.fromkeys(PROPERTIES), reason=_MISREAD)


def _prove(
    process: Process | Collaboration, provers: Provers, bound: int | None, seconds: float | None
) -> Verification:
    """The proof within a bound; with ``seconds``, of ever more states, as long as the next try is likely to fit in."""
    from procmap.verify.verify import BOUND

    if seconds is None:
        return provers(bound or BOUND).verify(process)
    began = monotonic()
    states = min(_FIRST_BOUND, bound or _FIRST_BOUND)
    while True:
        before = monotonic()
        proof = provers(states).verify(process)
        now = monotonic()
        is_last = bound is not None and states >= bound
        if proof.verdict != "unknown" or is_last or now - began + (now - before) * _STEEPER > seconds:
            return proof
        states = states * _STEEPER if bound is None else min(states * _STEEPER, bound)


def _code(proofs: list[Verification]) -> int:
    verdicts = {proof.verdict for proof in proofs}
    return FINDINGS if "unsound" in verdicts else _UNDECIDED if "unknown" in verdicts else 0
