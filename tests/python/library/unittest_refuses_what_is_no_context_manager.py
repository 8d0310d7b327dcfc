# With the places of CPython's unittest.
import sys
import traceback
import unittest


class Cases(unittest.IsolatedAsyncioTestCase):
    async def test_one(self):
        try:
            await self.enterAsyncContext(5)
        except TypeError:
            traceback.print_exc(file=sys.stdout)

    def test_two(self):
        try:
            self.enterContext(5)
        except TypeError:
            traceback.print_exc(file=sys.stdout)


try:
    Cases('no_such_method')
except ValueError:
    traceback.print_exc(file=sys.stdout)
for name in 'test_one', 'test_two':
    Cases(name).run()
