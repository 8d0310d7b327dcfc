"""trio's exceptions."""
import functools


def public(*things, module='trio'):
    """Says of classes and functions that they are the package's own."""
    for thing in things:
        thing.__module__ = module
    return things[0]


class NoPublicConstructor(type):
    """Instances are made by the library alone."""

    def __call__(cls, *args, **kwargs):
        raise TypeError(f'{cls.__module__}.{cls.__qualname__} has no public constructor')

    def _create(cls, *args, **kwargs):
        return super().__call__(*args, **kwargs)


class TrioInternalError(Exception):
    pass


class RunFinishedError(RuntimeError):
    pass


class WouldBlock(Exception):
    pass


class BusyResourceError(Exception):
    pass


class ClosedResourceError(Exception):
    pass


class BrokenResourceError(Exception):
    pass


class EndOfChannel(Exception):
    pass


class TooSlowError(Exception):
    pass


class NeedHandshakeError(Exception):
    pass


def warn_of_collapsing(call):
    import warnings
    warnings.warn(f'{call}strict_exception_groups=False) is deprecated since Trio 0.25.0; use the default value of True and rewrite exception '
                  'handlers to handle ExceptionGroups. See https://trio.readthedocs.io/en/stable/reference-core.html#designing-for-multiple-errors '
                  'instead (https://github.com/python-trio/trio/issues/2929)', TrioDeprecationWarning, stacklevel=2)


class TrioDeprecationWarning(FutureWarning):
    pass


class Cancelled(BaseException, metaclass=NoPublicConstructor):
    """Raised at a checkpoint in a scope that has been cancelled."""

    def __init__(self, *, source='unknown', source_task=None, reason=None):
        self.source, self.source_task, self.reason = source, source_task, reason

    def __str__(self):
        text = f'cancelled due to {self.source}'
        if self.reason is not None:
            text += f' with reason {self.reason!r}'
        return text if self.source_task is None else f'{text} from task {self.source_task}'

    def __repr__(self):
        return f'Cancelled(source={self.source!r}, source_task={self.source_task!r}, reason={self.reason!r})'

    def __reduce__(self):
        made = functools.partial(Cancelled._create, source=self.source, source_task=self.source_task, reason=self.reason)
        return made, ()


ALL = (TrioInternalError, RunFinishedError, WouldBlock, BusyResourceError, ClosedResourceError, BrokenResourceError, EndOfChannel,
       TooSlowError, NeedHandshakeError, TrioDeprecationWarning, Cancelled)
public(*ALL)
