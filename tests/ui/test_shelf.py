"""Answers kept: made once, the oldest forgotten, errors never kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from ui.shelf import Shelf


def test_an_answer_is_made_once():
    shelf = Shelf(2)

    assert shelf.get("a", lambda: 1) == 1
    assert shelf.get("a", lambda: pytest.fail("made again")) == 1


def test_the_answer_asked_for_longest_ago_is_forgotten():
    shelf = Shelf(2)
    shelf.get("a", lambda: 1)
    shelf.get("b", lambda: 2)
    shelf.get("a", lambda: pytest.fail("made again"))
    shelf.get("c", lambda: 3)

    assert shelf.get("a", lambda: "anew") == 1
    assert shelf.get("b", lambda: "anew") == "anew"


def test_an_error_is_raised_and_the_next_asks_again():
    shelf = Shelf(2)
    with pytest.raises(ZeroDivisionError):
        shelf.get("a", lambda: 1 / 0)

    assert shelf.get("a", lambda: 1) == 1


def test_many_who_ask_at_once_wait_for_one_answer():
    shelf, made, together = Shelf(2), [], Barrier(8)

    def ask() -> int:
        together.wait()
        return shelf.get("a", lambda: made.append(1) or len(made))

    with ThreadPoolExecutor(8) as readers:
        answers = [asked.result() for asked in [readers.submit(ask) for _ in range(8)]]

    assert answers == [1] * 8


def test_an_answer_may_need_another_from_the_same_shelf():
    shelf = Shelf(2)

    assert shelf.get("a", lambda: shelf.get("b", lambda: 2) + 1) == 3
