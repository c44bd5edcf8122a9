"""The same work on many things, done by several processes at once, so that a folder of thousands keeps all cores busy.

What comes back comes in the order of the things, and only a few of them are on their way at any time, so that memory
does not depend on how many there are. Processes are started anew (not forked), the same way on every system.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["at_once", "cores"]

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 16
"""Things that are handed over together: handing over takes time too."""
_AHEAD = 3
"""Batches on their way for each process."""


def cores() -> int:
    """How many processes can work at the same time."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def at_once(work: Callable[[T], R], things: Sequence[T], workers: int) -> Iterator[R]:
    """What the work gives for each thing, in their order; it raises what the work raises.

    ``work`` is a function of a module, or a ``partial`` of one. With one worker, or where no other process can be
    started or one is ended from outside, the work is done here.
    """
    workers = min(workers, -(-len(things) // _BATCH))
    if workers < 2:
        yield from map(work, things)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    batches = deque(things[start : start + _BATCH] for start in range(0, len(things), _BATCH))
    waiting: deque[tuple[Sequence[T], Future[list[R]]]] = deque()
    others = set(active_children())
    pool = None
    try:
        with _uninterrupted():
            pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
            while batches and len(waiting) < workers * _AHEAD:
                waiting.append((batches[0], pool.submit(_do, work, batches[0])))
                batches.popleft()
        while waiting:
            done = waiting[0][1].result()
            if batches:
                waiting.append((batches[0], pool.submit(_do, work, batches[0])))
                batches.popleft()
            waiting.popleft()  # not before, since what is handed over to a pool that has broken must be done again
            yield from done
    except (BrokenExecutor, OSError):
        yield from map(work, [*chain.from_iterable(batch for batch, _ in waiting), *chain.from_iterable(batches)])
    except BaseException:
        for process in set(active_children()) - others:  # nobody waits for what they do any more
            process.terminate()
        if pool is not None:
            _hang_up(pool)
        raise
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _hang_up(pool: ProcessPoolExecutor) -> None:
    """Let the pool see that nobody speaks any more.

    It may be waiting for the rest of what a process was ended in the midst of saying, and would for ever: it holds an
    end of that pipe itself. What holds it is not public, so nothing is done where it is not found.
    """
    writer = getattr(getattr(pool, "_result_queue", None), "_writer", None)
    if writer is not None:
        with suppress(OSError):
            writer.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let processes that are started here not hear of Ctrl-C: the one that started them ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin() -> None:
    """What a process does first: little of what it makes lives long, and the collector is called between batches."""
    gc.disable()


def _do(work: Callable[[T], R], batch: Sequence[T]) -> list[R]:
    done = [work(thing) for thing in batch]
    gc.collect()
    gc.freeze()  # what is left has come to stay, and need not be looked through again
    return done
