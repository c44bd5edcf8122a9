"""Calls of processes that the map holds too: what is done there, by whom and why stands in them."""

from __future__ import annotations

from collections.abc import Callable

from procmap.graph.view import View
from procmap.model.activity import CallActivity, Node
from procmap.model.knowledge import known

__all__ = ["shown_elsewhere"]


def shown_elsewhere(view: View) -> Callable[[Node], bool]:
    """Says of an element whether it calls a process of the map that has steps."""
    shown = {process.id for process in view.processes if process.nodes}
    return lambda node: isinstance(node, CallActivity) and known(node.calls) in shown
