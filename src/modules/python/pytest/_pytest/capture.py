"""What tests print: kept for reports, and for the fixtures `capsys` and `capfd`."""
import collections
import contextlib
import io
import os
import sys

from .fixtures import fixture
from .hooks import around_phases

CaptureResult = collections.namedtuple('CaptureResult', 'out err')
_NAMES = {0: 'stdin', 1: 'stdout', 2: 'stderr'}


class _NoInput:
    """Stands for the input of tests, which may not read any."""
    encoding = None

    def read(self, *args):
        raise OSError('pytest: reading from stdin while output is captured!  Consider using `-s`.')

    readline = readlines = __next__ = read

    def __iter__(self):
        return self

    def fileno(self):
        raise io.UnsupportedOperation('redirected stdin is pseudofile, has no fileno()')

    def flush(self):
        raise io.UnsupportedOperation('redirected stdin is pseudofile, has no flush()')

    def isatty(self):
        return False

    def close(self):
        pass

    @property
    def buffer(self):
        return self


class _Text(io.TextIOWrapper):
    def __init__(self):
        super().__init__(io.BytesIO(), encoding='UTF-8', newline='', write_through=True)

    def getvalue(self):
        return self.buffer.getvalue().decode('UTF-8')


class _Tee(_Text):
    def __init__(self, other):
        self._other = other
        super().__init__()

    def write(self, text):
        super().write(text)
        return self._other.write(text)


class _OfSys:
    """Keeps what is written to one of sys' streams."""

    def __init__(self, fd, binary=False, tee=False):
        self.name, self.binary, self._old = _NAMES[fd], binary, getattr(sys, _NAMES[fd])
        self.file = _NoInput() if fd == 0 else _Tee(self._old) if tee else _Text()
        self.started = False

    def start(self):
        setattr(sys, self.name, self.file)
        self.started = True

    def stop(self):
        if self.started:
            setattr(sys, self.name, self._old)
        self.started = False

    def done(self):
        self.stop()
        self.file.close()

    def snap(self):
        kept = self.file.buffer.getvalue()
        self.file.seek(0)
        self.file.truncate()
        return kept if self.binary else kept.decode('UTF-8')

    def writeorg(self, data):
        if isinstance(data, bytes):
            self._old.flush()
            self._old.buffer.write(data)
            self._old.buffer.flush()
        else:
            self._old.write(data)
            self._old.flush()


class _OfFile(_OfSys):
    """Keeps what is written to one of the process's first files, by others and children as well."""

    def __init__(self, fd, binary=False):
        import tempfile
        self.fd, self.name, self.binary, self._old = fd, _NAMES[fd], binary, getattr(sys, _NAMES[fd])
        self.started, self._copy, self._kept = False, None, tempfile.TemporaryFile(buffering=0)
        self.file = io.TextIOWrapper(_Through(self._kept), encoding='utf-8', errors='replace', newline='', write_through=True)

    def start(self):
        self._old.flush()
        self._copy = os.dup(self.fd)
        os.dup2(self._kept.fileno(), self.fd)
        setattr(sys, self.name, self.file)
        self.started = True

    def stop(self):
        if self.started:
            os.dup2(self._copy, self.fd)
            os.close(self._copy)
            setattr(sys, self.name, self._old)
        self.started = False

    def done(self):
        self.stop()
        self._kept.close()

    def snap(self):
        self._kept.seek(0)
        kept = self._kept.read()
        self._kept.seek(0)
        self._kept.truncate()
        return kept if self.binary else kept.decode('UTF-8', 'replace')

    def writeorg(self, data):
        os.write(self._copy if self.started else self.fd, data if isinstance(data, bytes) else data.encode())


class _Through(io.RawIOBase):
    """A file that others hold as well, written to at once."""

    def __init__(self, file):
        self._file, self.name, self.mode = file, '<tmpfile>', 'rb+'

    def writable(self):
        return True

    def write(self, data):
        return self._file.write(bytes(data))

    def fileno(self):
        return self._file.fileno()


class MultiCapture:
    """Of the input, the output and the errors, those that are kept."""

    def __init__(self, in_, out, err):
        self.in_, self.out, self.err, self.state = in_, out, err, None

    def _each(self, name):
        for each in self.in_, self.out, self.err:
            if each:
                getattr(each, name)()

    def start(self):
        if self.state != 'started':
            self._each('start')
        self.state = 'started'

    def suspend(self):
        if self.state == 'started':
            self._each('stop')
            self.state = 'suspended'

    def done(self):
        self._each('done')
        self.state = 'stopped'

    def readouterr(self):
        return CaptureResult(self.out.snap() if self.out else '', self.err.snap() if self.err else '')

    def pop_to_original(self):
        result = self.readouterr()
        if result.out:
            self.out.writeorg(result.out)
        if result.err:
            self.err.writeorg(result.err)
        return result


def _made(method):
    if method == 'no':
        return MultiCapture(None, None, None)
    if method == 'tee-sys':
        return MultiCapture(None, _OfSys(1, tee=True), _OfSys(2, tee=True))
    # The files themselves are taken from a test only when something else may write to them.
    return MultiCapture(_OfSys(0), _OfSys(1), _OfSys(2)) if method == 'sys' else MultiCapture(_OfSys(0), _OfFile(1), _OfFile(2))


class CaptureManager:
    """Keeps what is printed while a test is set up, called and torn down; between that it goes where it went before."""

    def __init__(self, method):
        self._method, self._global, self._fixture = method, None, None

    def is_globally_capturing(self):
        return self._method != 'no'

    def is_capturing(self):
        return 'global' if self.is_globally_capturing() else f'fixture {self._fixture.request.fixturename}' if self._fixture else False

    def resume_global_capture(self):
        if self._global is None:
            self._global = _made(self._method)
        self._global.start()

    def suspend_global_capture(self, in_=False):
        if self._global is not None:
            self._global.suspend()

    def stop_global_capturing(self):
        if self._global is not None:
            self._global.suspend()
            self._global.done()
            self._global = None

    def suspend(self, in_=False):
        self.suspend_fixture()
        self.suspend_global_capture()

    def resume(self):
        self.resume_global_capture()
        self.resume_fixture()

    def read_global_capture(self):
        return self._global.readouterr()

    def set_fixture(self, capture):
        if self._fixture:
            wanted, has = capture.request.fixturename, self._fixture.request.fixturename
            capture.request.raiseerror(f'cannot use {wanted} and {has} at the same time')
        self._fixture = capture

    def unset_fixture(self):
        self._fixture = None

    def suspend_fixture(self):
        if self._fixture:
            self._fixture._suspend()

    def resume_fixture(self):
        if self._fixture:
            self._fixture._resume()

    @contextlib.contextmanager
    def global_and_fixture_disabled(self):
        with contextlib.ExitStack() as resumed:
            if self._fixture and self._fixture._is_started():
                resumed.callback(self.resume_fixture)
                self.suspend_fixture()
            if self._global and self._global.state == 'started':
                resumed.callback(self.resume_global_capture)
                self.suspend_global_capture()
            yield

    disabled = global_and_fixture_disabled

    @contextlib.contextmanager
    def loading(self):
        """Conftest files see the streams that tests see. What they print is shown if one of them cannot be loaded."""
        self.resume_global_capture()
        try:
            yield
        except BaseException:
            self.suspend_global_capture()
            out, err = self.read_global_capture()
            self.stop_global_capturing()
            sys.stdout.write(out)
            sys.stderr.write(err)
            raise
        self.suspend_global_capture()

    @contextlib.contextmanager
    def item_capture(self, item, when):
        self.resume_global_capture()
        if self._fixture:
            self._fixture._start()
        try:
            yield
        finally:
            if self._fixture:
                self._fixture.close()
            self.suspend_global_capture()
            out, err = self.read_global_capture()
            item.add_report_section(when, 'stdout', out)
            item.add_report_section(when, 'stderr', err)

    @contextlib.contextmanager
    def collecting(self, collector):
        """Gives the list that what is printed by then goes to."""
        from .nodes import File
        sections = []
        if not isinstance(collector, File):
            yield sections
            return
        self.resume_global_capture()
        try:
            yield sections
        finally:
            self.suspend_global_capture()
        for name, text in zip(('stdout', 'stderr'), self.read_global_capture()):
            if text:
                sections.append((f'Captured {name}', text))

    pytest_runtest_setup, pytest_runtest_call, pytest_runtest_teardown = around_phases(item_capture)


class CaptureFixture:
    __class_getitem__ = classmethod(lambda cls, item: cls)

    def __init__(self, made, request):
        self._made, self.request, self._capture = made, request, None
        self._out = self._err = self._empty = made(1).snap()[:0]

    def _start(self):
        if self._capture is None:
            self._capture = MultiCapture(None, self._made(1), self._made(2))
            self._capture.start()

    def close(self):
        if self._capture is not None:
            out, err = self._capture.readouterr() if self.request.fixturename == 'capteesys' else self._capture.pop_to_original()
            self._out += out
            self._err += err
            self._capture.done()
            self._capture = None

    def readouterr(self):
        out, err = self._out, self._err
        if self._capture is not None:
            more = self._capture.readouterr()
            out, err = out + more.out, err + more.err
        self._out = self._err = self._empty
        return CaptureResult(out, err)

    def _suspend(self):
        if self._capture is not None:
            self._capture.suspend()

    def _resume(self):
        if self._capture is not None:
            self._capture.start()

    def _is_started(self):
        return self._capture is not None and self._capture.state == 'started'

    @contextlib.contextmanager
    def disabled(self):
        with self.request.config.capture.disabled():
            yield


def _during(request, made):
    capture = CaptureFixture(made, request)
    request.config.capture.set_fixture(capture)
    capture._start()
    yield capture
    capture.close()
    request.config.capture.unset_fixture()


@fixture
def capsys(request):
    r"""Enable text capturing of writes to ``sys.stdout`` and ``sys.stderr``."""
    yield from _during(request, _OfSys)


@fixture
def capteesys(request):
    r"""Enable simultaneous text capturing and pass-through of writes"""
    yield from _during(request, lambda fd: _OfSys(fd, tee=True))


@fixture
def capsysbinary(request):
    r"""Enable bytes capturing of writes to ``sys.stdout`` and ``sys.stderr``."""
    yield from _during(request, lambda fd: _OfSys(fd, True))


@fixture
def capfd(request):
    r"""Enable text capturing of writes to file descriptors ``1`` and ``2``."""
    yield from _during(request, _OfFile)


@fixture
def capfdbinary(request):
    r"""Enable bytes capturing of writes to file descriptors ``1`` and ``2``."""
    yield from _during(request, lambda fd: _OfFile(fd, True))
