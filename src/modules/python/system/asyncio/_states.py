"""The states of asyncio's timeouts, runners and barriers, as `vars()` shows them."""
import enum


class _State(enum.Enum):
    __module__ = 'asyncio.timeouts'
    CREATED = 'created'
    ENTERED = 'active'
    EXPIRING = 'expiring'
    EXPIRED = 'expired'
    EXITED = 'finished'


Timeout = _State


class _State(enum.Enum):
    __module__ = 'asyncio.runners'
    CREATED = 'created'
    INITIALIZED = 'initialized'
    CLOSED = 'closed'


Runner = _State


class _BarrierState(enum.Enum):
    __module__ = 'asyncio.locks'
    FILLING = 'filling'
    DRAINING = 'draining'
    RESETTING = 'resetting'
    BROKEN = 'broken'


Barrier = _BarrierState
