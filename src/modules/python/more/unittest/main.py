"""The program that runs the tests of a module, or those that its arguments name."""
import os
import sys
from unittest import loader, runner
from unittest.signals import installHandler

__unittest = True
_NO_TESTS_EXITCODE = 5

# What the help shows below the options: of `python -m unittest`, and of a module that runs its own tests.
_EXAMPLES = {
    True: [('test_module', 'run tests from test_module'),
           ('module.TestClass', 'run tests from module.TestClass'),
           ('module.Class.test_method', 'run specified test method'),
           ('path/to/test_file.py', 'run tests from test_file.py')],
    False: [('', 'run default set of tests'),
            ('MyTestSuite', "run suite 'MyTestSuite'"),
            ('MyTestCase.testSomething', 'run MyTestCase.testSomething'),
            ('MyTestCase', "run all 'test*' test methods\n" + ' ' * 39 + 'in MyTestCase')],
}


def _convert_name(name):
    """The module's name for the path of its file."""
    if not (os.path.isfile(name) and name.lower().endswith('.py')):
        return name
    path = name
    if os.path.isabs(name):
        path = os.path.relpath(name, os.getcwd())
        if os.path.isabs(path) or path.startswith(os.pardir):
            return name
    return os.path.normpath(path)[:-3].replace('\\', '.').replace('/', '.')


def _convert_select_pattern(pattern):
    return pattern if '*' in pattern else f'*{pattern}*'


class TestProgram:
    """Runs the tests of a module when it is made; the arguments of the command line say how and which."""
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        self.module = module
        if isinstance(module, str):
            self.module = __import__(module)  #: 72
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        argv = sys.argv if argv is None else argv
        self.exit, self.failfast, self.catchbreak, self.verbosity = exit, failfast, catchbreak, verbosity
        self.buffer, self.tb_locals, self.durations = buffer, tb_locals, durations
        # Deprecations are shown unless the program or `-W` says otherwise.
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = os.path.basename(argv[0])  #: 102
        self.parseArgs(argv)
        self.runTests()  #: 104

    def _print_help(self, *args, **kwargs):
        print(self._main_parser.format_help())
        print('Examples:')
        for what, does in _EXAMPLES[self.module is None]:
            print('  ' + f'{self.progName} {what}'.ljust(len(self.progName) + 27) + f'- {does}')
        print()
        if self.module is None:
            self._discovery_parser.print_help()

    def parseArgs(self, argv):
        self._initArgParsers()
        if self.module is None and argv[1:] and argv[1].lower() == 'discover':
            return self._do_discovery(argv[2:])
        self._main_parser.parse_args(argv[1:], self)
        if self.tests:
            self.testNames = list(map(_convert_name, self.tests))
        elif self.module is None:
            return self._do_discovery([])
        elif self.defaultTest is None:
            self.testNames = None
        else:
            self.testNames = (self.defaultTest,) if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            found_by = self.testLoader if Loader is None else Loader()
            self.test = found_by.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _initArgParsers(self):
        global argparse
        import argparse
        parent = self._getParentArgParser()
        self._main_parser = self._getMainArgParser(parent)
        self._discovery_parser = self._getDiscoveryArgParser(parent)

    def _getParentArgParser(self):
        parser = argparse.ArgumentParser(add_help=False)
        add = parser.add_argument
        add('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        add('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        add('--locals', dest='tb_locals', action='store_true', help='Show local variables in tracebacks')
        add('--durations', dest='durations', type=int, default=None, metavar='N',
            help='Show the N slowest test cases (N=0 for all)')
        # What the program has set is no option.
        for name, letter, word, text in (
                ('failfast', '-f', '--failfast', 'Stop on first fail or error'),
                ('catchbreak', '-c', '--catch', 'Catch Ctrl-C and display results so far'),
                ('buffer', '-b', '--buffer', 'Buffer stdout and stderr during tests')):
            if getattr(self, name) is None:
                add(letter, word, dest=name, action='store_true', help=text)
                setattr(self, name, False)
        if self.testNamePatterns is None:
            add('-k', dest='testNamePatterns', action='append', type=_convert_select_pattern,
                help='Only run tests which match the given substring')
            self.testNamePatterns = []
        return parser

    def _getMainArgParser(self, parent):
        parser = argparse.ArgumentParser(parents=[parent])
        parser.prog, parser.print_help = self.progName, self._print_help
        parser.add_argument('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')
        return parser

    def _getDiscoveryArgParser(self, parent):
        parser = argparse.ArgumentParser(parents=[parent])
        parser.prog = f'{self.progName} discover'
        parser.epilog = ('For test discovery all test modules must be importable from the top level directory of the '
                         'project.')
        for letter, word, name, text in (
                ('-s', '--start-directory', 'start', "Directory to start discovery ('.' default)"),
                ('-p', '--pattern', 'pattern', "Pattern to match tests ('test*.py' default)"),
                ('-t', '--top-level-directory', 'top', 'Top level directory of project (defaults to start directory)')):
            parser.add_argument(letter, word, dest=name, help=text)
        for name in ('start', 'pattern', 'top'):
            parser.add_argument(name, nargs='?', default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        return parser

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = '.', 'test*.py', None
        if argv is not None:
            if self._discovery_parser is None:
                self._initArgParsers()
            self._discovery_parser.parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    def _made_runner(self):
        """The runner, made of its class with as much as that takes."""
        if not isinstance(self.testRunner, type):
            return self.testRunner
        how = {'verbosity': self.verbosity, 'failfast': self.failfast, 'buffer': self.buffer, 'warnings': self.warnings}
        more = {'tb_locals': self.tb_locals, 'durations': self.durations}
        for known in ({**how, **more}, how):
            try:
                return self.testRunner(**known)
            except TypeError:
                pass
        return self.testRunner()

    def runTests(self):
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        self.result = self._made_runner().run(self.test)  #: 270 self.result = «testRunner.run(self.test)»
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(_NO_TESTS_EXITCODE)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram
