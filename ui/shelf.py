"""Answers kept for all readers, found again in a few microseconds."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """The newest `most` answers by key; each is made once, however many ask for it at a time.

    For what a page asks dozens of times in every run: st.cache_resource takes the question apart
    anew each time, which is a sixth of a run. Nothing on it is ever out of date, so keys carry
    `data.data_version()`, and what is kept must not be changed.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._being_made: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer kept under `key`, else the one that `make` returns; its errors are not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            turn = self._being_made.setdefault(key, Lock())
        with turn:
            with self._lock:
                if key in self._kept:
                    return self._kept[key]
            try:
                return self._put(key, make())
            finally:
                with self._lock:
                    self._being_made.pop(key, None)

    def _put(self, key: Hashable, answer: T) -> T:
        with self._lock:
            self._kept[key] = answer
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return answer
