# A test that gives a value is told of at unittest's line that calls it, in plain and in async cases.
import multiprocessing
import unittest


class Plain(unittest.TestCase):
    def test_value(self):
        return 3


class Async(unittest.IsolatedAsyncioTestCase):
    def test_value(self):
        return 3

    async def test_awaited_value(self):
        return 3


print(multiprocessing.JoinableQueue().__class__)
unittest.main(exit=False)
