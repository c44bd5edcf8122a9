"""How long a journey map of 40 steps and a blueprint over three processes take, after start-up.

    python tests/bench/pictures.py

Seconds are of CPU, since other work on the machine is not the picture's. Each is drawn once, as a command does it, and
then several times, of which the median counts; what is imported on the way counts as start-up. Machines differ, so
beside them stands what the same machine needs for a known job on the very same picture: ElementTree parsing the SVG,
and lxml where it is installed. The bar is 100 ms, for the first time too.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from xml.etree import ElementTree

from procmap.draw.draw import draw
from procmap.model.activity import Task
from procmap.model.flow import SequenceFlow
from procmap.model.journey import Journey, Opportunity, Phase, Statement, Step, Touchpoint
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import Lane, System

BAR = 0.100
LANES = (
    Lane(id="sokande", name="Sökande", kind="customer"),
    Lane(id="registrator", name="Registrator"),
    Lane(id="handlaggare", name="Handläggare"),
    Lane(id="robot", name="Robot", kind="robot"),
    Lane(id="motor", name="Processmotorn", kind="system"),
)
SAID = (
    "Söker på kommunens webb och ringer sedan kontaktcenter",
    "Läser överklagandehänvisningen och förstår inte vad som saknas",
    "Fyller i e-tjänsten och laddar upp ritningar",
    "Väntar på besked",
    "Får föreläggande om komplettering per brev",
)
CHANNELS = ("web", "phone", "eservice", "letter", "digital_mailbox", "none")


def main() -> None:
    options = arguments()
    draw(Journey(id="tom", phases=(Phase(id="f", steps=(Step(id="s"),)),)))  # imports what drawing needs
    draw(Journey(id="tom"), view="blueprint")
    journey = forty_steps()
    three = ProcessMap(processes=processes(), journeys=(journey,))
    for name, picture in (
        ("journey map, 40 steps", lambda: draw(journey, view="journey")),
        ("blueprint, 40 steps over three processes", lambda: draw(three, view="blueprint")),
    ):
        show(name, picture, options.runs)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    return parser.parse_args()


def show(name: str, picture: Callable[[], str], runs: int) -> None:
    """Print what a picture costs, beside its peers."""
    first, svg = timed(picture)
    drawn = median(picture, runs)
    verdict = "within" if max(first, drawn) < BAR else "BEYOND"
    print(f"{name}: {drawn * 1000:.1f} ms, the first time {first * 1000:.1f} ms; {verdict} {BAR * 1000:.0f} ms")
    print(f"  {len(svg):,} bytes")
    data = svg.encode()
    peers = {"ElementTree": median(lambda: ElementTree.fromstring(data), runs)}
    if find_spec("lxml"):
        from lxml import etree

        peers["lxml"] = median(lambda: etree.fromstring(data), runs)
    for peer, seconds in peers.items():
        print(f"  parsing it with {peer}: {seconds * 1000:.2f} ms, drawing is {drawn / seconds:.1f} times that")


def timed(what: Callable[[], str]) -> tuple[float, str]:
    """Seconds of CPU, and the answer."""
    began = time.process_time()
    answer = what()
    return time.process_time() - began, answer


def median(what: Callable[[], object], runs: int) -> float:
    """Seconds of CPU, the median of several runs."""
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        what()
        seconds.append(time.process_time() - began)
    return statistics.median(seconds)


def forty_steps() -> Journey:
    """A journey in which most of what can be said is said; its steps meet elements of three processes in turn."""
    steps = tuple(step(number) for number in range(40))
    cuts = (("Före", 0, 7), ("Ansökan och komplettering", 7, 21), ("Beslut", 21, 30), ("Efter", 30, 40))
    phases = tuple(Phase(id=f"fas-{first}", name=name, steps=steps[first:end]) for name, first, end in cuts)
    return Journey(id="resa", name="Bygglov för en altan", trigger="Vill bygga", outcome="Bygger", phases=phases)


def step(number: int) -> Step:
    process, element = "abc"[number % 3], number // 3 * 5
    touchpoint = Touchpoint(channel=CHANNELS[number % 6], elements=(f"{process}/n{element}",))  # type: ignore[arg-type]
    pain = (Statement(text=SAID[(number + 3) % 5], evidence=("intervjuer",)),)
    return Step(
        id=f"steg-{number}",
        name=SAID[number % 5],
        does=SAID[(number + 1) % 5],
        thinks=SAID[(number + 2) % 5],
        feels=(number * 7) % 5 - 2,
        feeling=("osäker", "lugn", "orolig")[number % 3],
        pains=pain if number % 2 else None,
        opportunities=(Opportunity(text=SAID[number % 5], addresses=(SAID[3],)),) if number % 4 == 1 else None,
        evidence=("intervjuer",) if number % 3 else ("assumed",),
        touchpoints=(touchpoint,),
    )


def processes() -> tuple[Process, ...]:
    """Three chains of 70 tasks with a way back at every ninth."""
    found = []
    for id in "abc":
        nodes = tuple(
            Task(id=f"n{n}", name=SAID[n % 5], lane=LANES[1 + n % 4].id, system=("system",) if n % 3 else None)
            for n in range(70)
        )
        ways = [(n, n + 1) for n in range(69)] + [(n, n - 5) for n in range(9, 70, 9)]
        flows = tuple(SequenceFlow(id=f"f{k}", source=f"n{a}", target=f"n{b}") for k, (a, b) in enumerate(ways))
        systems = (System(id="system", name="Ärendesystemet"),)
        found.append(Process(id=id, name=f"Process {id}", lanes=LANES, systems=systems, nodes=nodes, flows=flows))
    return tuple(found)


if __name__ == "__main__":
    main()
