"""What libraries over trio are built of."""
import types as _types

from trio import _run
from trio._descriptors import notify_closing, wait_readable, wait_writable
from trio._errors import public as _public
from trio._run import (Abort, RunStatistics, Task, add_instrument, cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled,
                       current_clock, current_root_task, current_statistics, current_task, in_trio_run, in_trio_task, remove_instrument,
                       reschedule, spawn_system_task, wait_task_rescheduled)
from trio._sync import ParkingLot, ParkingLotStatistics, add_parking_lot_breaker, remove_parking_lot_breaker
from trio._unbounded_queue import UnboundedQueue, UnboundedQueueStatistics
from trio._threads import TrioToken, current_trio_token, start_thread_soon

RaiseCancelT = object
_none = object()


class RunVarToken:
    __class_getitem__ = classmethod(_types.GenericAlias)

    def __init__(self, var, old):
        self._var, self._old, self.redeemed = var, old, False


class RunVar:
    """A variable of the run."""
    __class_getitem__ = classmethod(_types.GenericAlias)

    def __init__(self, name, default=_none):
        self._name, self._default = name, default

    def get(self, default=_none):
        values = _run.current_runner().variables
        if self in values:
            return values[self]
        if default is not _none:
            return default
        if self._default is not _none:
            return self._default
        raise LookupError(self) from None

    def set(self, value):
        values = _run.current_runner().variables
        token = RunVarToken(self, values.get(self, _none))
        values[self] = value
        return token

    def reset(self, token):
        if token is None:
            raise TypeError('token must not be none')
        if token.redeemed:
            raise ValueError('token has already been used')
        if token._var is not self:
            raise ValueError('token is not for us')
        if token._old is _none:
            _run.current_runner().variables.pop(self, None)
        else:
            _run.current_runner().variables[self] = token._old
        token.redeemed = True

    def __repr__(self):
        return f'<RunVar name={self._name!r}>'


def enable_ki_protection(fn):
    return fn


def disable_ki_protection(fn):
    return fn


def currently_ki_protected():
    return False


async def open_process(command, **options):
    from trio._processes import open_process
    return await open_process(command, **options)


def __getattr__(name):
    if name != 'FdStream':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from trio._streams import FdStream
    return FdStream


_public(RunVar, RunVarToken, notify_closing, wait_readable, wait_writable, module='trio.lowlevel')
