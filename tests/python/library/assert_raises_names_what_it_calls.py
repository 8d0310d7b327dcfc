"""What assertRaises calls something by is its name, or its text where it has none."""
import unittest


class Named:
    def work(self):
        pass

    def __repr__(self):
        raise ValueError('not to be shown')


class Nameless:
    def __call__(self):
        pass

    def __str__(self):
        return 'a nameless one'


class Case(unittest.TestCase):
    def test_method(self):
        self.assertRaises(KeyError, Named().work)

    def test_nameless(self):
        self.assertRaises((KeyError, OSError), Nameless())

    def test_warns(self):
        self.assertWarns(UserWarning, Named().work)


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(result)
for case, text in result.failures + result.errors:
    print(case.id(), text.splitlines()[-1])
