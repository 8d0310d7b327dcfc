"""In place of `test.support.warnings_helper`: warnings that are counted, kept or left out."""
import contextlib
import functools
import gc
import re
import warnings


def ignore_warnings(*, category):
    def decorate(function):
        @functools.wraps(function)
        def run(*args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category)
                return function(*args, **kwargs)
        return run
    return decorate


class WarningsRecorder:
    """What has been warned of since the last `reset`; the newest one's fields are its own."""

    def __init__(self, caught):
        self.caught, self.seen = caught, 0

    def __getattr__(self, name):
        newest = self.caught[-1] if len(self.caught) > self.seen else None
        return getattr(newest, name, None)

    @property
    def warnings(self):
        return self.caught[self.seen:]

    def reset(self):
        self.seen = len(self.caught)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    """Each filter, a pattern and a class, is to meet a warning unless `quiet`; a warning that meets none is an error."""
    quiet = not filters if quiet is None else quiet
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        yield WarningsRecorder(caught)
    left = [warning.message for warning in caught]
    for pattern, kind in filters or [('', Warning)]:
        met = [m for m in left if isinstance(m, kind) and re.match(pattern, str(m), re.I)]
        if not met and not quiet:
            raise AssertionError(f'no warning of {kind.__name__} like {pattern!r}')
        left = [m for m in left if not any(m is other for other in met)]
    if left:
        raise AssertionError(f'unexpected warning: {left[0]!r}')


@contextlib.contextmanager
def check_no_warnings(test, message='', category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings('always', message=message, category=category)
        yield
        if force_gc:
            gc.collect()
    test.assertEqual(caught, [])


def check_no_resource_warning(test):
    return check_no_warnings(test, category=ResourceWarning, force_gc=True)


def check_syntax_warning(test, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    test.assertEqual(len(caught), 1, caught)
    test.assertRegex(str(caught[0].message), errtext)
    test.assertEqual(caught[0].lineno, lineno)


@contextlib.contextmanager
def save_restore_warnings_filters():
    old = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = old
