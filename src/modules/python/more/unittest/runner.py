"""Runs tests and writes what comes of them."""
import sys
import time
import warnings
from unittest import result
from unittest.case import _SubTest
from unittest.signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with a method that ends the line."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ('stream', '__getstate__'):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(result.TestResult):
    """Results written as they come."""
    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return f'{test}\n{first_line}' if self.descriptions and first_line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(' ... ')
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        part = isinstance(test, _SubTest)
        if part or self._newline:
            if not self._newline:
                self.stream.writeln()
            if part:
                self.stream.write('  ')
            self.stream.write(self.getDescription(test))
            self.stream.write(' ... ')
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _dot(self, letter):
        if self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def _told(self, test, word, letter):
        if self.showAll:
            self._write_status(test, word)
        else:
            self._dot(letter)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._told(subtest, *(('FAIL', 'F') if issubclass(err[0], subtest.failureException) else ('ERROR', 'E')))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._told(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._told(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._told(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._told(test, f'skipped {reason!r}', 's')

    def _ended(self, words, letter):
        if self.showAll:
            self.stream.writeln(words)
            self.stream.flush()
        else:
            self._dot(letter)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._ended('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._ended('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        surprises = getattr(self, 'unexpectedSuccesses', ())
        if surprises:
            self.stream.writeln(self.separator1)
            for test in surprises:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(str(err))
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes what comes of them to a stream, stderr if none is given."""
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.failfast, self.buffer = descriptions, verbosity, failfast, buffer
        self.tb_locals, self.durations, self.warnings = tb_locals, durations, warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        how = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*how, durations=self.durations)
        except TypeError:
            return self.resultclass(*how)

    def _printDurations(self, result):
        slowest = sorted(result.collectedDurations, key=lambda one: one[1], reverse=True)
        if not slowest:
            return
        if self.durations > 0:
            slowest = slowest[:self.durations]
        self.stream.writeln('Slowest test durations')
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        hidden = False
        for test, elapsed in slowest:
            if self.verbosity < 2 and elapsed < 0.001:
                hidden = True
            else:
                self.stream.writeln('%-10s %s' % (f'{elapsed:.3f}s', test))
        self.stream.writeln('\n(durations < 0.001s were hidden; use -v to show these durations)' if hidden else '')

    def run(self, test):  #: in unittest/runner.py
        result = self._makeResult()
        registerResult(result)
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            getattr(result, 'startTestRun', lambda: None)()
            try:
                test(result)  #: 240
            finally:
                getattr(result, 'stopTestRun', lambda: None)()
            taken = time.perf_counter() - started
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        ran = result.testsRun
        self.stream.writeln(f'Ran {ran} test{"" if ran == 1 else "s"} in {taken:.3f}s')
        self.stream.writeln()
        self._write_outcome(result)
        self.stream.flush()
        return result

    def _write_outcome(self, result):
        failed = not result.wasSuccessful()
        counts = [(word, len(getattr(result, name, ()))) for word, name in (
            ('failures', 'failures'), ('errors', 'errors'), ('skipped', 'skipped'),
            ('expected failures', 'expectedFailures'), ('unexpected successes', 'unexpectedSuccesses'))]
        skipped = counts[2][1]
        self.stream.write('FAILED' if failed else 'NO TESTS RAN' if not result.testsRun and not skipped else 'OK')
        notes = ', '.join(f'{word}={count}' for word, count in (counts if failed else counts[2:]) if count)
        self.stream.writeln(f' ({notes})' if notes else None)
