"""Results and runners of the program's own, kept output, durations, cleanups of classes and modules, arguments."""
import io
import sys
import unittest
import unittest.case
import unittest.runner


class Case(unittest.TestCase):
    def test_prints(self):
        print('said by a test that fails')
        print('and its error', file=sys.stderr)
        self.assertEqual({'a': 1}, {'a': 2})

    def test_quiet(self):
        print('said by a test that passes')

    def test_parts(self):
        for number in range(3):
            with self.subTest('part', number=number):
                with self.subTest(inner=True):
                    self.assertNotEqual(number, 1)

    @unittest.expectedFailure
    def test_fails_as_expected(self):
        raise KeyError('expected')

    @unittest.skip('not today')
    def test_skipped(self):
        pass


class Told(unittest.TextTestResult):
    def startTestRun(self):
        self.stream.writeln('begin')

    def addSuccess(self, test):
        super().addSuccess(test)
        self.stream.writeln(f' <{test.id()}>')

    def stopTestRun(self):
        self.stream.writeln('end')


def load(cls):
    return unittest.defaultTestLoader.loadTestsFromTestCase(cls)


def run(suite, **options):
    stream = io.StringIO()  # beside what tests write
    result = unittest.TextTestRunner(stream, **options).run(suite)
    print(stream.getvalue().replace('0.000s', '0.0s'))
    print(result)


run(load(Case), verbosity=2, resultclass=Told, buffer=True)
run(load(Case), tb_locals=True, failfast=True, durations=0)
run(unittest.TestSuite(), verbosity=0)


class Cleaned(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, 'class cleaned', 1)
        cls.addClassCleanup(cls.fails)
        print(cls.enterClassContext(memoryview(b'in a context')).tobytes())

    @classmethod
    def fails(cls):
        raise ValueError('while cleaning')

    def test_one(self):
        self.addCleanup(print, 'test cleaned')
        with self.assertRaises(TypeError) as caught:
            self.enterContext(1)
        print(caught.exception)


def setUpModule():
    unittest.addModuleCleanup(print, 'module cleaned')
    print('module set up')


run(load(Cleaned))
setUpModule = None


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, 'cleaned all the same')
        raise OSError('no class')

    def test_never(self):
        print('never')


run(load(Broken))
try:
    load(Broken).debug()
except OSError as e:
    print('debug raises', e)
suite = load(Case)
print(suite.countTestCases(), suite == load(Case), unittest.case.TestCase is unittest.TestCase)
loader = unittest.TestLoader()
loader.testNamePatterns = ['*quiet*']
print(loader.loadTestsFromTestCase(Case))
failing = loader.loadTestsFromName('Case.nothing', sys.modules[__name__])
print(failing, len(loader.errors), loader.errors[0].splitlines()[-1])
print(unittest.FunctionTestCase(print, description='a function').shortDescription())
for function in (lambda: loader.loadTestsFromName('load', sys.modules[__name__]), lambda: suite.addTest(Case)):
    try:
        function()
    except TypeError as e:
        print(e)
sys.stderr = sys.stdout
for arguments in (['-v', 'Case.test_quiet'], ['-k', 'quiet', '-b', '-v'], ['-q', '--locals', 'Cleaned'], ['-h'], ['--what']):
    print('---', *arguments)
    try:
        unittest.main(argv=['program', *arguments], exit=False)
    except SystemExit as e:
        print('exit', e.code)
