"""The maps that pictures are drawn of, and what is read off a picture."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from procmap.draw.connecting import Plan, plan
from procmap.draw.draw import draw
from procmap.draw.engine import find_engine
from procmap.draw.panels import panels
from procmap.model.activity import CallActivity, SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Says, Unknown
from procmap.model.process import Process
from procmap.model.resource import Lane
from procmap.read.reading import read_text

MAPS = Path(__file__).with_name("maps")
NAMES = [*sorted(path.stem for path in MAPS.glob("*.yaml")), "tecken"]


@pytest.fixture
def engine() -> None:
    """Skips where nothing can lay out a graph."""
    if find_engine() is None:
        pytest.skip("neither graphviz-pure nor dot is installed")


@pytest.fixture
def process_of() -> Callable[[str], Process]:
    """A map by its name: a file in ``maps/``, or ``tecken``, which has every sign there is."""

    def get(name: str) -> Process:
        if name == "tecken":
            return every_sign()
        return read_text((MAPS / f"{name}.yaml").read_text(encoding="utf-8")).map.processes[0]

    return get


def every_sign() -> Process:
    """A map that no municipality has, with every kind of element in it."""

    def event(id: str, position: str, name: object = None, kind: str | None = None, **more: object) -> Event:
        given = {"lane": "a", "triggers": (Trigger(kind),) if kind else (), **more}  # type: ignore[arg-type]
        return Event(id=id, position=position, name=name, **given)  # type: ignore[arg-type]

    steps = (
        event("s", "start", None, "timer", lane="kund"),
        Task(id="u1", name=Unknown(), lane="a"),
        Task(id="u2", name=Unknown("registrator"), lane=Unknown()),
        Task(id="n1", name="Registrera ansökan om parkeringstillstånd"),
        Task(id="d1", name="Granska", lane=Disputed((Says("Handläggare", "a"), Says("Chef", "x")))),
        Task(
            id="d2",
            name=Disputed((Says("Handläggare", "Besluta"), Says("Chef", "Föreslå beslut"))),
            lane="a",
            together_with=("x",),
        ),
        Gateway(id="p", kind="parallel"),
        Task(id="rb", name="Hämta uppgifter ur folkbokföringen", lane="r"),
        Task(id="sy", name="Räkna ut avgiften", lane="s", type="business_rule"),
        Task(id="ut", name="Kontrollera för hand", lane="a", type="manual"),
        Task(id="us", name="Svara kunden", lane="a", type="user"),
        Task(id="sc", name="Kör skript", lane="s", type="script"),
        Gateway(id="pj", kind="parallel"),
        Gateway(id="c", kind="complex", name="Egen regel?"),
        CallActivity(id="call", name="Fakturera", lane="a", calls="faktura"),
        SubProcess(id="tr", name="Betalning", lane="s", kind="transaction"),
        SubProcess(
            id="ah",
            name="Utred",
            lane="a",
            kind="ad_hoc",
            nodes=(Task(id="q", name="Ring", lane="a"), Task(id="w", name="Besök", lane="a")),
        ),
        SubProcess(id="un", name="Okänt innehåll", lane="a", inside=Unknown()),
        SubProcess(id="na", name="Inget inuti", lane="a", inside=NOT_APPLICABLE, loop="sequential"),
        event("b1", "boundary", "Betalningen nekad", "error", attached_to="tr"),
        event("b2", "boundary", "Ångrar sig", "cancel", attached_to="tr"),
        event("b3", "boundary", None, "compensation", attached_to="tr"),
        event("th", "throw", "Beslut skickat", "message"),
        event("sig", "throw", "Larm", "signal"),
        event("esc", "throw", "Lyft till chef", "escalation"),
        event("li", "catch", "Fortsättning", "link"),
        event("mul", "catch", "Svar eller påminnelse", triggers=(Trigger("message"), Trigger("timer"))),
        event("all", "catch", "Båda", triggers=(Trigger("message"), Trigger("signal")), all_triggers=True),
        event("cond", "catch", Unknown(), "condition"),
        event("te", "end", "Avbruten", "terminate"),
        event("em", "end", "Svar skickat", "message"),
        event("ee", "end", "Fel", "error"),
        Task(id="lo", name="Ta ett i taget", lane="a", loop="standard"),
        Task(id="pa", name="Var och en", lane="a", for_each="granne"),
        Task(id="co", name="Återkalla", lane="a", for_compensation=True),
        Task(id="long", name="Registreringsbeslutsunderlagsgranskningsprotokollsjustering " * 3, lane="a"),
    )
    ways = (
        "s u1|u1 u2|u2 n1|n1 d1|d1 d2|d2 p|p rb|p sy|p ut|p us|p sc|rb pj|sy pj|ut pj|us pj|sc pj|pj c|"
        "c call första|c tr andra vägen som är lite längre|c ah tredje|c un|c na|call th|th sig|sig esc|"
        "esc mul|mul all|all cond|cond em|tr te|b1 ee|b2 te|b3 co|ah lo|lo pa|pa pa|pa em|un long|"
        "na long|long em|long d2 om igen"
    )
    flows = [(number, *way.split(maxsplit=2)) for number, way in enumerate(ways.split("|"))]
    return Process(
        id="tecken",
        name="Alla tecken",
        purpose="En karta som ingen kommun har, men som visar att varje tecken ritas.",
        lanes=(
            Lane(id="kund", name="Sökande", kind="customer"),
            Lane(id="a", name="Handläggare"),
            Lane(id="r", name="Robot", kind="robot"),
            Lane(id="s", name="Ärendesystem", kind="system"),
            Lane(id="x", name="Länsstyrelsen", kind="external"),
        ),
        nodes=steps,
        flows=tuple(
            SequenceFlow(id=f"f{number}", source=source, target=target, name=rest[0] if rest else None)
            for number, source, target, *rest in flows
        ),
    )


@pytest.fixture(scope="session")
def drawn() -> Callable[[Process], str]:
    """The picture of a map in Swedish; each map is drawn once in a session."""
    pictures: dict[str, str] = {}

    def get(process: Process) -> str:
        if process.id not in pictures:
            pictures[process.id] = draw(process)
        return pictures[process.id]

    return get


@pytest.fixture(scope="session")
def planned() -> Callable[[Process], list[Plan]]:
    """The panels of a map laid out; each map once in a session."""
    plans: dict[str, list[Plan]] = {}

    def get(process: Process) -> list[Plan]:
        if process.id not in plans:
            plans[process.id] = [plan(panel) for panel in panels(process, "sv")]
        return plans[process.id]

    return get


@pytest.fixture
def fake_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a shell script in place of graphviz-pure; without having been called, there is no engine at all."""
    if shutil.which("sh") is None:
        pytest.skip("no shell for fake engines")
    shell = shutil.which("sh")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("procmap.draw.engine.sysconfig.get_path", lambda name: str(tmp_path / "scripts"))

    def put(script: str, name: str = "graphviz-pure", folder: str = "scripts") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{shell}\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return put
