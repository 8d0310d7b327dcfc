# recorded by hand: pytest is none of CPython's libraries
"""Parameters that an iterator gives are deprecated, by a mark and by a plugin's function."""
import pathlib
import pytest

pathlib.Path('test_once.py').write_text('''
import itertools
import pytest


@pytest.mark.parametrize("a, b", itertools.product([1, 2], [3]))
def test_marked(a, b):
    assert a < b


def test_made(made):
    pass


def pytest_generate_tests(metafunc):
    if "made" in metafunc.fixturenames:
        metafunc.parametrize("made", iter([1]))
''')
print(pytest.main(['-q', '-p', 'no:cacheprovider', '-o', 'asyncio_default_fixture_loop_scope=function', 'test_once.py']))
