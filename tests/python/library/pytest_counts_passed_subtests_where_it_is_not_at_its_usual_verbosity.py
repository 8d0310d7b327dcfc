# recorded by hand: pytest is none of CPython's libraries
"""Parts of tests that pass are counted once pytest is told to be quiet; an own policy of loops is deprecated."""
import pathlib
import sys
import pytest

pathlib.Path('test_parts.py').write_text('''
import asyncio
import unittest
import pytest


class Parts(unittest.TestCase):
    def test_all(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 5)


@pytest.fixture
def event_loop_policy():
    return asyncio.DefaultEventLoopPolicy()


async def test_loop():
    await asyncio.sleep(1)
''')
options = ['-p', 'no:cacheprovider', '-o', 'asyncio_mode=auto', '-o', 'asyncio_default_fixture_loop_scope=function']
print(pytest.main([*options, 'test_parts.py']))
print(pytest.main([*options, '-q', 'test_parts.py']))
