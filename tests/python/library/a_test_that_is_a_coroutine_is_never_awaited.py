# In a plain TestCase: the warnings name unittest's lines.
import unittest
from unittest.mock import AsyncMock


class Plain(unittest.TestCase):
    async def test_forgotten(self):
        self.fail("never runs")

    def test_returns(self):
        return 1


class Async(unittest.IsolatedAsyncioTestCase):
    async def test_too_often(self):
        mock = AsyncMock(side_effect=[1])
        await mock()
        await mock()


unittest.main()
