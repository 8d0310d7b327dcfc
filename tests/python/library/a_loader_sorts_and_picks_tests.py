import unittest


class Cases(unittest.TestCase):
    def test_a(self):
        pass

    def test_b(self):
        with self.assertRaises(TypeError):
            self.assertNotAlmostEqual(1, 2, places=2, delta=3)

    def test_c(self):
        pass


def names(loader):
    return [test.id() for test in loader.loadTestsFromTestCase(Cases)]


loader = unittest.TestLoader()
print(names(loader))
loader.sortTestMethodsUsing = lambda one, two: (two > one) - (two < one)
print(names(loader))
loader.sortTestMethodsUsing = None
print(names(loader))
loader.testNamePatterns = ["*_a", "__main__.*.test_c"]
print(names(loader), loader.getTestCaseNames(Cases))
unittest.TestLoader.sortTestMethodsUsing = lambda self, one, two: (two > one) - (two < one)
print([test.id() for test in unittest.TestLoader().loadTestsFromTestCase(Cases)])

one, two = unittest.TestSuite([Cases("test_a")]), unittest.TestSuite([Cases("test_a")])
print(one == two, one == unittest.TestSuite(), one != [])
for refused in (lambda: one.addTest(Cases), lambda: one.addTests("text"), lambda: one.addTest(5),
                lambda: loader.loadTestsFromTestCase(unittest.TestSuite)):
    try:
        refused()
    except TypeError as e:
        print(e)


def function():
    """Says what it does.

    More.
    """


print(unittest.FunctionTestCase(function).shortDescription())
print(unittest.FunctionTestCase(function, description="given").shortDescription())
