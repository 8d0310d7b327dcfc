"""Finds tests: in classes, in modules, by their names, below folders."""
import functools
import os
import re
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase
from unittest import case, suite, util

__unittest = True

VALID_MODULE_NAME = re.compile(r'[_a-z]\w*\.py$', re.IGNORECASE)
_BASES = (case.TestCase, case.FunctionTestCase)


class _FailedTest(case.TestCase):
    """What could not be loaded, as a test that fails."""
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

        def fails():
            raise self._exception
        return fails


def _make_skipped_test(name, exception, suiteClass):
    @case.skip(str(exception))
    def skipped(self):
        pass
    return suiteClass((type('ModuleSkipped', (case.TestCase,), {name: skipped})(name),))


def _is_case(item):
    return isinstance(item, type) and issubclass(item, case.TestCase) and item not in _BASES


class TestLoader:
    """Finds tests and returns them in suites; what could not be loaded is a test that fails, its text in `errors`."""
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def _failed(self, name, exception, message):
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, exception),))

    def _failed_import(self, name):
        message = f'Failed to import test module: {name}\n{traceback.format_exc()}'
        return self._failed(name, ImportError(message), message)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = []
        if testCaseClass not in _BASES:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        found = (getattr(module, name) for name in dir(module))
        tests = self.suiteClass([self.loadTestsFromTestCase(item) for item in found if _is_case(item)])
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            return self._failed(module.__name__, e, f'Failed to call load_tests:\n{traceback.format_exc()}')

    def _imported(self, name):  #: in unittest/loader.py loadTestsFromName
        """The outermost module of a dotted name, and what could not be imported of it on the way: (how, with what)."""
        parts, failure = name.split('.'), None
        while parts:
            try:
                return __import__('.'.join(parts)), failure  #: 137 module = «__import__(module_name)»
            except ImportError:
                message = f'Failed to import test module: {parts[-1]}\n{traceback.format_exc()}'
                failure = parts.pop(), ImportError(message), message
        return None, failure

    def loadTestsFromName(self, name, module=None):
        parts, failure, parent = name.split('.'), None, None
        if module is None:
            module, failure = self._imported(name)
            if module is None:
                return self._failed(*failure)
            del parts[0]
        item = module
        for part in parts:
            try:
                parent, item = item, getattr(item, part)
            except AttributeError as e:
                # Of a package the import that failed says more.
                if failure is not None and getattr(item, '__path__', None) is not None:
                    return self._failed(*failure)
                return self._failed(part, e, f'Failed to access attribute:\n{traceback.format_exc()}')
        if isinstance(item, types.ModuleType):
            return self.loadTestsFromModule(item)
        if _is_case(item):
            return self.loadTestsFromTestCase(item)
        if isinstance(item, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(item, suite.TestSuite):
            return item
        if not callable(item):
            raise TypeError(f"don't know how to make test from: {item}")
        test = item()  #: 192 test = «obj()»
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f'calling {item} returned {test}, not a test')

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        path = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.'
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))
                 and (self.testNamePatterns is None
                      or any(fnmatchcase(path + name, pattern) for pattern in self.testNamePatterns))]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of the files below a folder whose names are of the pattern; a dotted name is that of a package."""
        before, own_top = self._top_level_dir, False
        if top_level_dir is None:
            own_top = before is None
            top_level_dir = start_dir if own_top else before
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            importable = start_dir == top_level_dir or os.path.isfile(os.path.join(start_dir, '__init__.py'))
        else:
            try:
                __import__(start_dir)
            except ImportError:
                importable = False
            else:
                start_dir = self._folder_of_package(start_dir, own_top and top_level_dir)
        if not importable:
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = before
        return self.suiteClass(tests)

    def _folder_of_package(self, name, not_top):
        """Where an imported package is; with `not_top` the folder around its outermost one is the top instead."""
        module = sys.modules[name]
        try:
            folder = os.path.abspath(os.path.dirname(module.__file__))
        except AttributeError:
            if name in sys.builtin_module_names:
                raise TypeError('Can not use builtin modules as dotted module names') from None
            raise TypeError(f"don't know how to discover from {module!r}") from None
        if not_top:
            outermost = os.path.abspath(sys.modules[name.split('.')[0]].__file__)
            around = os.path.dirname(outermost)
            if os.path.basename(outermost).lower().startswith('__init__.py'):
                around = os.path.dirname(around)
            self._top_level_dir = around
            sys.path.remove(not_top)
        return folder

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return '.'
        relative = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        assert not relative.startswith('..'), 'Path must be within the project'
        return relative.replace(os.path.sep, '.')

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name != '.' and name not in self._loading_packages:
            tests, inside = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not inside:
                return
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, inside = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if inside:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """The tests of a file or of a package's own module, None if it has none; and whether to look inside."""
        base, package = os.path.basename(full_path), not os.path.isfile(full_path)
        if package:
            if not os.path.isfile(os.path.join(full_path, '__init__.py')):
                return None, False
        elif not (VALID_MODULE_NAME.match(base) and self._match_path(base, full_path, pattern)):
            return None, False
        name = self._get_name_from_path(full_path)
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _make_skipped_test(name, e, self.suiteClass), False
        except BaseException:
            return self._failed_import(name), False
        if package:
            self._loading_packages.add(name)
            try:
                # A package that loads its tests itself has loaded those of its modules as well.
                return self.loadTestsFromModule(module, pattern=pattern), not hasattr(module, 'load_tests')
            finally:
                self._loading_packages.discard(name)
        self._expect_there(module, full_path)
        return self.loadTestsFromModule(module, pattern=pattern), False

    def _expect_there(self, module, full_path):
        found = os.path.realpath(os.path.abspath(getattr(module, '__file__', full_path)))
        if os.path.splitext(found)[0].lower() != os.path.splitext(os.path.realpath(full_path))[0].lower():
            name = os.path.splitext(os.path.basename(full_path))[0]
            raise ImportError(f'{name!r} module incorrectly imported from {os.path.dirname(found)!r}. Expected '
                              f'{os.path.dirname(full_path)!r}. Is this module globally installed?')


defaultTestLoader = TestLoader()
