from __future__ import annotations

from procmap.draw import flow, style, svg
from procmap.draw.connecting import plan
from procmap.draw.panels import panels
from procmap.draw.wording import Names
from procmap.layout.measure import wrap
from procmap.model.process import Process
from procmap.text import Language


def picture(process: Process, language: Language = "sv") -> str:
    plans = [plan(panel) for panel in panels(process, language)]
    width = max(flow.size_of(one)[0] for one in plans)
    m = style.MARGIN
    y = m
    out = []
    title = Names(process, language).of(process.name)
    out.append(svg.words([title], m, y, style.TITLE, bold=True))
    y += 44
    for one in plans:
        if one.panel.trail:
            y += 16
            out.append(svg.words([" › ".join(one.panel.trail)], m, y, 16, bold=True))
            y += 30
        d = flow.diagram_of(one, m, y)
        out += flow.draw_plan(one, d, m, y, width if not one.panel.trail else flow.size_of(one)[0], language)
        y += flow.size_of(one)[1]
    return svg.document(width + 2 * m, y + m, title, "", language, out)
