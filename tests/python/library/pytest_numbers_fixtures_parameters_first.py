# recorded by hand: pytest is none of CPython's libraries
"""Where parameters of fixtures stand among those of marks, clocks that a test replaces, and what a passed assert lets go of."""
import pathlib
import sys
import pytest

pathlib.Path('test_parts.py').write_text(r'''
import time
import weakref
import pytest


@pytest.fixture(params=(1, 2))
def size(request):
    return request.param


@pytest.mark.parametrize('p', [7, 8])
def test_mark_and_fixture(p, size):
    assert p > size


@pytest.mark.parametrize('q', [5])
class TestMarked:
    @pytest.mark.parametrize('p', [7])
    def test_all(self, p, q, size):
        assert q > size

    @pytest.mark.parametrize('size', [3], indirect=True)
    def test_indirect(self, q, size):
        assert size == 3


def test_clock(monkeypatch):
    ticks = iter([1, 2])
    monkeypatch.setattr('time.time', lambda: next(ticks))
    monkeypatch.setattr('time.perf_counter', lambda: next(ticks))
    assert time.time() + time.perf_counter() == 3


class Thing:
    pass


def test_lets_go():
    thing = Thing()
    seen = weakref.ref(thing)
    assert [thing] == [seen()]
    del thing
    assert seen() is None
''')
sys.exit(pytest.main(['-v', '-p', 'no:cacheprovider', 'test_parts.py']))
