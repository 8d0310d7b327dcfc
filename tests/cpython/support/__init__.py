"""In place of CPython's `test.support`: what its tests ask for by name, written from how they use it.

What a test wants to know about the machine is answered as for a plain one; what would look into the interpreter, or is
asked for by few, is a stand-in.
"""
import contextlib
import functools
import gc
import io
import os
import sys
import time
import unittest

from standins import stand_in

LOOPBACK_TIMEOUT = 10.0
SHORT_TIMEOUT = 30.0
INTERNET_TIMEOUT = 60.0
LONG_TIMEOUT = 300.0
PIPE_MAX_SIZE = 4 * 2**20 + 1
SOCK_MAX_SIZE = 16 * 2**20 + 1
MAX_Py_ssize_t = sys.maxsize
_1M, _1G, _2G, _4G = 2**20, 2**30, 2**31, 2**32
NHASHBITS = 64
TEST_HOME_DIR = REPO_ROOT = os.getcwd()
unix_shell = '/bin/sh'
verbose = 0
max_memuse = real_max_memuse = 0

has_fork_support = has_subprocess_support = has_socket_support = has_strftime_extensions = True
is_android = is_apple = is_apple_mobile = is_emscripten = is_wasi = is_jython = MS_WINDOWS = PGO = False
Py_DEBUG = Py_GIL_DISABLED = Py_TRACE_REFS = HAVE_ASAN_FORK_BUG = False
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = True


# asyncio's tests look for these as they are loaded; nothing is encrypted with them.
for _name in ('ssl_cert.pem', 'ssl_key.pem', 'keycert3.pem', 'pycacert.pem'):
    os.makedirs(os.path.join(TEST_HOME_DIR, 'certdata'), exist_ok=True)
    open(os.path.join(TEST_HOME_DIR, 'certdata', _name), 'w').close()


def __getattr__(name):
    if name.startswith('__') or name == 'testcase' or name.endswith('_helper'):  # those are modules
        raise AttributeError(name)
    return globals().setdefault(name, stand_in(name))


# --- what is asked of the machine ---

def is_resource_enabled(name):
    return name != 'network'


def requires(name, message=None):
    # What a whole module of these asks of the network is the loopback.
    at_home = sys._getframe(1).f_globals['__name__'] in ('test.test_socketserver',)
    if not at_home and not is_resource_enabled(name):
        raise unittest.SkipTest(message or name)


def requires_resource(name):
    return unittest.skipUnless(is_resource_enabled(name), name)


def get_attribute(where, name):
    if not hasattr(where, name):
        raise unittest.SkipTest(f'no {name}')
    return getattr(where, name)


def check_impl_detail(**guards):
    return guards.get('cpython', not any(guards.values()))


def check_sanitizer(**kinds):
    return False


def get_pagesize():
    return 4096


def get_c_recursion_limit():
    return 1000


def exceeds_recursion_limit():
    return 1500


def get_recursion_depth():
    return 50


def optim_args_from_interpreter_flags():
    return []


args_from_interpreter_flags = optim_args_from_interpreter_flags


def findfile(name, subdir=None):
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(here, subdir or '', name)


def maybe_get_event_loop_policy():
    return None


# --- tests that are left out, as where memory or a tool is lacking ---

def _left_out(why):
    return lambda *args, **kwargs: unittest.skip(why)


bigmemtest = precisionbigmemtest = _left_out('memory')
bigaddrspacetest = unittest.skip('memory')
run_with_locales = _left_out('locales')
requires_bz2 = _left_out('bz2')
requires_lzma = _left_out('lzma')


def run_in_subinterp(code):
    raise unittest.SkipTest('interpreters')


def open_urlresource(*args, **kwargs):
    raise unittest.SkipTest('network')


# --- for a while ---

@contextlib.contextmanager
def swap_attr(where, name, value):
    had, old = hasattr(where, name), getattr(where, name, None)
    setattr(where, name, value)
    try:
        yield old
    finally:
        if had:
            setattr(where, name, old)
        elif hasattr(where, name):
            delattr(where, name)


@contextlib.contextmanager
def swap_item(where, key, value):
    had = key in where
    old = where[key] if had else None
    where[key] = value
    try:
        yield old
    finally:
        if had:
            where[key] = old
        else:
            where.pop(key, None)


@contextlib.contextmanager
def captured_output(name):
    with swap_attr(sys, name, io.StringIO()):
        yield getattr(sys, name)


captured_stdin = functools.partial(captured_output, 'stdin')
captured_stdout = functools.partial(captured_output, 'stdout')
captured_stderr = functools.partial(captured_output, 'stderr')


@contextlib.contextmanager
def disable_gc():
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def gc_threshold(*numbers):
    old = gc.get_threshold()
    gc.set_threshold(*numbers)
    try:
        yield
    finally:
        gc.set_threshold(*old)


@contextlib.contextmanager
def set_recursion_limit(limit):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        yield
    finally:
        sys.setrecursionlimit(old)


@contextlib.contextmanager
def infinite_recursion(max_depth=None):
    yield


@contextlib.contextmanager
def adjust_int_max_str_digits(digits):
    old = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(old)


class SuppressCrashReport(contextlib.nullcontext):
    pass


class catch_unraisable_exception:
    """`unraisable` is what was told last, until the block ends."""

    def __enter__(self):
        self.unraisable = None
        self.hook = sys.unraisablehook
        sys.unraisablehook = functools.partial(setattr, self, 'unraisable')
        return self

    def __exit__(self, *exc_info):
        sys.unraisablehook = self.hook
        del self.unraisable


@contextlib.contextmanager
def run_with_locale(category, *names):
    yield


def run_with_tz(zone):
    def decorate(function):
        @functools.wraps(function)
        def run(*args, **kwargs):
            with swap_item(os.environ, 'TZ', zone):
                time.tzset()
                try:
                    return function(*args, **kwargs)
                finally:
                    del os.environ['TZ']
                    time.tzset()
        return run
    return decorate


# --- waiting ---

def busy_retry(timeout, message=None, /, *, error=True):
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(message or f'not within {timeout} seconds')


def sleeping_retry(timeout, message=None, /, *, init_delay=0.01, max_delay=1.0, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, message, error=error):
        yield
        time.sleep(delay)
        delay = min(2 * delay, max_delay)


def wait_process(pid, *, exitcode, timeout=None):
    _, status = os.waitpid(pid, 0)
    if os.waitstatus_to_exitcode(status) != exitcode:
        raise AssertionError(f'process {pid} has ended with {status}, not {exitcode}')


def reap_children():
    return None


def gc_collect():
    for _ in range(3):
        gc.collect()


# --- running code ---

def run_code(code):
    names = {}
    exec(code, names)
    return names


def run_no_yield_async_fn(function, /, *args, **kwargs):
    coroutine = function(*args, **kwargs)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    finally:
        coroutine.close()
    raise AssertionError('it has given way')


def subTests(names, values, /, *, _do_cleanups=False):
    def decorate(function):
        @functools.wraps(function)
        def run(self, /, *args, **kwargs):
            for value in values:
                given = {names: value} if isinstance(names, str) else dict(zip(names, value))
                with self.subTest(**given):
                    function(self, *args, **kwargs, **given)
                if _do_cleanups:
                    self.doCleanups()
        return run
    return decorate


def sortdict(names):
    return '{' + ', '.join(f'{key!r}: {names[key]!r}' for key in sorted(names)) + '}'


def check_syntax_error(test, statement, errtext='', *, lineno=None, offset=None):
    with test.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    for name, wanted in (('lineno', lineno), ('offset', offset)):
        found = getattr(caught.exception, name)
        test.assertIsNotNone(found)
        if wanted is not None:
            test.assertEqual(found, wanted)


def check_disallow_instantiation(test, kind, *args, **kwargs):
    test.assertRaises(TypeError, kind, *args, **kwargs)


def check_free_after_iterating(test, iterate, base, args=()):
    ended = []

    class Iterated(base):
        def __del__(self):
            ended.append(next(iterator, None))

    iterator = iterate(Iterated(*args))
    test.assertRaises(StopIteration, next, iterator)
    gc_collect()
    test.assertEqual(len(ended), 1)


# --- values ---

class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


class _Always:
    """Compares as it is told to, whatever stands beside it."""

    def __init__(self, **answers):
        self.answers = answers

    def __eq__(self, other):
        return self.answers.get('eq', self is other)

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self.answers.get('lt', False) and self is not other

    def __le__(self, other):
        return self < other or self is other

    def __gt__(self, other):
        return self.answers.get('gt', False) and self is not other

    def __ge__(self, other):
        return self > other or self is other

    def __hash__(self):
        return 1


ALWAYS_EQ = _Always(eq=True)
NEVER_EQ = _Always(eq=False)
LARGEST = _Always(gt=True)
SMALLEST = _Always(lt=True)


class BrokenIter:
    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises, self.iter_raises = next_raises, iter_raises

    def __iter__(self):
        return 1 / 0 if self.iter_raises else self

    def __next__(self):
        if self.next_raises:
            1 / 0


class Matcher:
    """Compares the fields of two records."""

    def matches(self, fields, **wanted):
        return all(value == fields.get(name) or str(value) in str(fields.get(name)) for name, value in wanted.items())


class CPUStopwatch:
    def __enter__(self):
        self.began = time.process_time()
        self.seconds = 0.0
        return self

    def __exit__(self, *exc_info):
        self.seconds = time.process_time() - self.began
