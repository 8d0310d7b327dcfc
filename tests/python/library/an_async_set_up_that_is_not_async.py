# unittest asserts that what it is to await is a coroutine function; the traceback shows where.
import sys
import unittest


class Case(unittest.IsolatedAsyncioTestCase):
    def asyncSetUp(self):
        print('set up')

    async def test_nothing(self):
        await self.enterAsyncContext(Fails())


class Fails:
    async def __aenter__(self):
        raise ValueError('not entered')

    async def __aexit__(self, *error):
        pass


class Entered(unittest.IsolatedAsyncioTestCase):
    async def test_enters(self):
        await self.enterAsyncContext(Fails())


sys.argv[:] = ['case']
unittest.main()
