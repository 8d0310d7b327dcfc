"""What comes of tests."""
import sys
import traceback
from functools import wraps
from unittest.util import strclass

__unittest = True

STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


def failfast(method):
    """A method of a result after which no more tests run, if the first failure is to be the last."""
    @wraps(method)
    def inner(self, *args, **kwargs):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kwargs)
    return inner


def _ended(text):
    return text if text.endswith('\n') else text + '\n'


class TestResult:
    """What has come of tests: lists of those that failed, with their tracebacks."""
    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = self._mirrorOutput = False
        self.failures, self.errors, self.skipped, self.expectedFailures = [], [], [], []
        self.unexpectedSuccesses, self.collectedDurations = [], []
        self.testsRun = 0
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr

    def __repr__(self):
        return (f'<{strclass(type(self))} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')

    def printErrors(self):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                import io
                self._stderr_buffer, self._stdout_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _kept_output(self):
        """What the test has written, as the report shows it."""
        return [line % _ended(text) for line, text in (
            (STDOUT_LINE, sys.stdout.getvalue()), (STDERR_LINE, sys.stderr.getvalue())) if text]

    def _restoreStdout(self):
        if self.buffer:
            if self._mirrorOutput:
                output, error = sys.stdout.getvalue(), sys.stderr.getvalue()
                if output:
                    self._original_stdout.write(STDOUT_LINE % _ended(output))
                if error:
                    self._original_stderr.write(STDERR_LINE % _ended(error))
            sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
            for kept in (self._stdout_buffer, self._stderr_buffer):
                kept.seek(0)
                kept.truncate()

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if getattr(self, 'failfast', False):
                self.stop()
            which = self.failures if issubclass(err[0], test.failureException) else self.errors
            which.append((subtest, self._exc_info_to_string(err, test)))
            self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        if hasattr(self, 'collectedDurations'):
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, 'unexpectedSuccesses', ()))

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        tb = self._clean_tracebacks(kind, value, tb, test)
        report = traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals, compact=True)
        return ''.join([*report.format(), *(self._kept_output() if self.buffer else ())])

    def _clean_tracebacks(self, exctype, value, tb, test):
        """The traceback without unittest's frames; those of what led to the exception lose theirs as well."""
        cleaned, seen, todo = None, {id(value)}, [(exctype, value, tb)]
        while todo:
            kind, exc, trace = todo.pop()
            while trace and self._is_relevant_tb_level(trace):
                trace = trace.tb_next
            if kind is test.failureException:
                self._remove_unittest_tb_frames(trace)  #: 220 self._remove_unittest_tb_frames(tb)
            if exc is value:
                cleaned = trace
            else:
                exc.__traceback__ = trace
            for other in (exc.__cause__, exc.__context__) if exc is not None else ():
                if other is not None and id(other) not in seen:
                    seen.add(id(other))
                    todo.append((type(other), other, other.__traceback__))
        return cleaned

    def _is_relevant_tb_level(self, tb):
        # CPython has a module of its own for logs, whose frames show.
        frame = tb.tb_frame
        return '__unittest' in frame.f_globals and not frame.f_code.co_filename.endswith('/_log.py')

    def _remove_unittest_tb_frames(self, tb):
        last = None
        while tb and not self._is_relevant_tb_level(tb):
            last, tb = tb, tb.tb_next
        if last is not None:
            last.tb_next = None
