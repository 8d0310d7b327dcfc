import unittest
import asyncio
async def add(a, b): await asyncio.sleep(0.1); return a + b


class TestSync(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass')
    @classmethod
    def tearDownClass(cls): print('tearDownClass')
    def setUp(self): print('setUp')
    def tearDown(self): print('tearDown')
    def test_a(self): self.assertEqual(1 + 1, 2); self.assertTrue(True); self.assertIn(1, [1])
    def test_fail(self): self.assertEqual(1, 2)
    def test_error(self): raise ValueError('boom')

    def test_raises(self):
        with self.assertRaises(ValueError) as cm:
            int('x')
        self.assertIn('invalid', str(cm.exception))
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)

    @unittest.skip('not now')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.fail('x')

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_msg(self): self.assertTrue(False, 'my message')
    def test_almost(self): self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertIsNone(None); self.assertIsInstance(1, int); self.assertGreater(2, 1); self.assertCountEqual([1, 2], [2, 1])


class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print('asyncSetUp')
    async def asyncTearDown(self): print('asyncTearDown')
    async def test_add(self): self.assertEqual(await add(1, 2), 3)

    async def test_timeout(self):
        """A documented test."""
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(10), 1)

    async def test_bad(self): self.assertEqual(await add(1, 2), 4)


if __name__ == '__main__':
    unittest.main(verbosity=2)
