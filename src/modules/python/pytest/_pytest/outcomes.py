"""How a test ends at once."""
import sys


class OutcomeException(BaseException):
    def __init__(self, msg=None, pytrace=True):
        if msg is not None and not isinstance(msg, str):
            raise TypeError(f"{type(self).__name__} expected string as 'msg' parameter, got '{type(msg).__name__}' instead.\n"
                            'Perhaps you meant to use a mark?')
        super().__init__(msg)
        self.msg, self.pytrace = msg, pytrace

    def __repr__(self):
        return self.msg if self.msg is not None else f'<{type(self).__name__} instance>'

    def __str__(self):
        return repr(self)


class Skipped(OutcomeException):
    def __init__(self, msg=None, pytrace=True, allow_module_level=False, *, _use_item_location=False):
        super().__init__(msg, pytrace)
        self.allow_module_level, self._use_item_location = allow_module_level, _use_item_location


class Failed(OutcomeException):
    pass


# What they are called in reports.
Skipped.__module__ = Failed.__module__ = 'builtins'


class Exit(Exception):
    """Ends the whole run."""

    def __init__(self, msg='unknown reason', returncode=None):
        self.msg, self.returncode = msg, returncode
        super().__init__(msg)


class XFailed(Failed):
    pass


TEST_OUTCOME = OutcomeException, Exception


def together(raised, told):
    """What was raised one after the other, as one exception."""
    return raised[0] if len(raised) == 1 else BaseExceptionGroup(told, raised[::-1])


class _Exit:
    Exception = Exit

    def __call__(self, reason='', returncode=None):
        __tracebackhide__ = True
        raise Exit(reason, returncode)


class _Skip:
    Exception = Skipped

    def __call__(self, reason='', allow_module_level=False):
        __tracebackhide__ = True
        raise Skipped(reason, allow_module_level=allow_module_level)


class _Fail:
    Exception = Failed

    def __call__(self, reason='', pytrace=True):
        __tracebackhide__ = True
        raise Failed(reason, pytrace)


class _XFail:
    Exception = XFailed

    def __call__(self, reason=''):
        __tracebackhide__ = True
        raise XFailed(reason)


exit, skip, fail, xfail = _Exit(), _Skip(), _Fail(), _XFail()


def _numbers(version):
    return [int(part) if part.isdecimal() else 0 for part in version.split('.')]


def importorskip(modname, minversion=None, reason=None, *, exc_type=None):
    import importlib
    import warnings
    __tracebackhide__ = True
    compile(modname, '', 'eval')
    lacks = None
    try:
        with warnings.catch_warnings(action='ignore'):
            importlib.import_module(modname)
    except (exc_type or ModuleNotFoundError) as e:
        lacks = reason or f'could not import {modname!r}: {e}'
    if lacks is not None:
        raise Skipped(lacks, allow_module_level=True)
    module = sys.modules[modname]
    if minversion is not None:
        has = getattr(module, '__version__', None)
        if has is None or _numbers(has) < _numbers(minversion):
            raise Skipped(f'module {modname!r} has __version__ {has!r}, required is: {minversion!r}', allow_module_level=True)
    return module
