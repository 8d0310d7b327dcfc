"""Examples in docstrings as cases of unittest (`doctest.DocTestSuite`)."""
import doctest as _doctest
import io as _io
import os as _os
import sys as _sys
import unittest as _unittest

_report = 0


def set_unittest_reportflags(flags):
    """How cases show differences where their suite does not say it; what it was before."""
    global _report
    if flags & _doctest.REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    before, _report = _report, flags
    return before


class DocTestCase(_unittest.TestCase):
    """The examples of one docstring."""
    __module__ = 'doctest'

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):  #: in doctest.py
        flags = self._dt_optionflags
        if not flags & _doctest.REPORTING_FLAGS:
            flags |= _report
        runner, out = _doctest.DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False), _io.StringIO()
        runner.DIVIDER = '-' * 70
        results = runner.run(self._dt_test, out=out.write, clear_globs=False)
        if results.skipped == results.attempted and results.skipped:
            raise _unittest.SkipTest('all examples were skipped')
        if results.failed:
            raise self.failureException(self.format_failure(out.getvalue()))  #: 2327 raise self.failureException(self.format_failure(new.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        line = 'unknown line number' if test.lineno is None else f'{test.lineno}'
        return (f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in '
                f'{test.name.rpartition(".")[2]}\n\n{err}')

    def debug(self):
        self.setUp()
        _doctest.DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(
            self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        path, _, name = self._dt_test.name.rpartition('.')
        return f'{name} ({path})'

    __str__ = object.__str__

    def shortDescription(self):
        return f'Doctest: {self._dt_test.name}'

    def __eq__(self, other):
        return self is other or type(self) is type(other) and self._dt_test == other._dt_test

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))


class SkipDocTestCase(DocTestCase):
    """Stands for a module without examples."""
    __module__ = 'doctest'

    def __init__(self, module):
        self.module = module
        super().__init__(None)

    def setUp(self):
        self.skipTest('DocTestSuite will not work with -O2 and above')

    def shortDescription(self):
        return f'Skipping tests from {self.module.__name__}'


class DocFileCase(DocTestCase):
    """The examples of a text file."""
    __module__ = 'doctest'

    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{err}'


class _DocTestSuite(_unittest.TestSuite):
    __module__ = 'doctest'

    def _removeTestAtIndex(self, index):
        pass


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The docstrings of a module as a suite."""
    module = _sys.modules[_sys._getframe().f_globals['__name__']] if module is None else module
    module = __import__(module, fromlist=['*']) if isinstance(module, str) else module
    suite = _DocTestSuite()
    for test in (test_finder or _doctest.DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            test.filename = test.filename or module.__file__
            suite.addTest(DocTestCase(test, **options))
    return suite


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=None, encoding=None, **options):
    """A text file as a case."""
    text, path = _doctest._text_of(path, module_relative, package or _sys.modules['__main__'], encoding)
    globs = {} if globs is None else globs.copy()
    globs.setdefault('__file__', path)
    test = (parser or _doctest.DocTestParser()).get_doctest(text, globs, _os.path.basename(path), path, 0)
    return DocFileCase(test, **options)


def DocFileSuite(*paths, **kw):
    """Text files as a suite."""
    if kw.get('module_relative', True) and kw.get('package') is None:
        kw['package'] = _sys.modules[_sys._getframe().f_globals['__name__']]
    suite = _DocTestSuite()
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite

from _frames import shown_as as _shown_as
_shown_as(globals(), 'doctest')
