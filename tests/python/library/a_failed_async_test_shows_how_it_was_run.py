# The frames of unittest.async_case between the runner and a test that fails.
import unittest


class Case(unittest.IsolatedAsyncioTestCase):
    async def test_error(self):
        raise KeyError('k')

    async def test_failure(self):
        self.assertEqual(1, 2)


unittest.TextTestRunner(stream=__import__('sys').stdout, verbosity=0).run(
    unittest.TestSuite([Case('test_error'), Case('test_failure')]))
