# What `TestCase.__init__` looks up it holds until it returns to the suite.
import asyncio
import functools
import sys
import unittest


class Case(unittest.TestCase):
    def __getattribute__(self, name):
        found = super().__getattribute__(name)
        return functools.partial(asyncio.run, found()) if name.startswith('test_') else found

    async def test_sleep(self):
        await asyncio.sleep(1)


sys.argv[:] = ['case']
unittest.main()
