"""With failfast a failed subtest ends the test and the run; assertions word what they were given."""
import io
import unittest


class Tests(unittest.TestCase):
    def test_a(self):
        for i in range(3):
            with self.subTest(i=i):
                print("subtest", i)
                self.assertEqual(i, 1)
        print("not reached")

    def test_b(self):
        print("not reached")


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Tests)
result = unittest.TextTestRunner(stream=io.StringIO(), failfast=True).run(suite)
print(result.testsRun, len(result.failures))
case = unittest.TestCase()
for attempt in (lambda: case.assertSetEqual(None, set()), lambda: case.assertSetEqual(set(), 1),
                lambda: case.assertWarns(1, print), lambda: case.assertRaises(1, print)):
    try:
        attempt()
    except (AssertionError, TypeError) as e:
        print(type(e).__name__, e)
import random
print(random.TWOPI, random.NV_MAGICCONST, random.BPF, sorted(random.__all__))
