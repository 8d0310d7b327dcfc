"""Who waits for whom: circles of waits, locks that statements name by a number, and what serializable transactions have seen."""
from _postgres_errors import Blocked, ServerError
from _postgres_tables import Clock

_held, _committed = {}, []


class _Lock:
    """A lock with a number: who has it, how often."""

    def __init__(self, session):
        self.session, self.times, self.waiters, self.transaction = session, 0, [], None


def in_circle(session):
    """Raises where a session waits for itself in the end."""
    at, seen = session.waits_for, set()
    while at is not None and at not in seen:
        seen.add(at)
        if at.session is session:
            other = session.waits_for.session
            raise ServerError('40P01', 'deadlock detected', detail=(
                f'Process {session.pid} waits for ShareLock on transaction {other.xid()}; blocked by process {other.pid}.\n'
                f'Process {other.pid} waits for ShareLock on transaction {session.xid()}; blocked by process {session.pid}.'),
                hint='See server log for query details.')
        at = at.session.waits_for if at.session is not None else None


def advisory(session, name, key):
    """pg_advisory_lock and its kin."""
    key = session.database.name, key
    lock = _held.get(key)
    if 'unlock' in name:
        if lock is None or lock.session is not session:
            return False
        lock.times -= 1
        if not lock.times:
            _release(key)
        return True
    if lock is not None and lock.session is not session:
        if 'try' in name:
            return False
        raise Blocked(lock)
    if lock is None:
        lock = _held[key] = _Lock(session)
        lock.transaction = session.transaction if 'xact' in name else None
    lock.times += 1
    return True if 'try' in name else ''


def _release(key):
    for wake in _held.pop(key).waiters:
        wake()


def released(session, transaction):
    if _held:
        for key in [key for key, lock in _held.items() if lock.transaction is transaction]:
            _release(key)


def unlock_all(session):
    for key in [key for key, lock in _held.items() if lock.session is session]:
        _release(key)


def serialized(transaction, serial):
    """Raises where a serializable transaction and another at the same time have each read what the other has written."""
    if transaction.level != 'serializable' or serial is None:
        return
    reads, writes = transaction.reads, {entry[1] for entry in transaction.log if entry[0] in ('made', 'ended')}
    for number, other_reads, other_writes in _committed:
        if number > serial and writes & other_reads and reads & other_writes:
            raise ServerError('40001', 'could not serialize access due to read/write dependencies among transactions',
                              detail='Reason code: Canceled on identification as a pivot, during commit attempt.',
                              hint='The transaction might succeed if retried.')
    _committed.append((Clock.commits + 1, reads, writes))
    del _committed[:-100]
