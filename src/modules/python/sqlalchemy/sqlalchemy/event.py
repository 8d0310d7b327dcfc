"""Listeners: functions that are called when something happens to an engine, a pool, a session, a table or a mapped class."""
from sqlalchemy import exc

_TABLE = 'before_create', 'after_create', 'before_drop', 'after_drop', 'before_parent_attach', 'after_parent_attach', 'column_reflect'
_SCHEMA = 'Table', 'MetaData', 'Column'
# What SQLAlchemy tells of and this one does not.
_MISSING = frozenset('''class_uninstrument class_instrument first_init unpickle append_wo_mutation dispose_collection init_collection init_scalar column_reflect
prepare_twophase begin_twophase commit_twophase rollback_twophase do_setinputsizes before_compile_update before_compile_delete
refresh_flush do_execute_no_params soft_invalidate close_detached detach after_bulk_delete after_bulk_update'''.split())
_POOL = ('connect', 'first_connect', 'checkout', 'checkin', 'close', 'reset', 'invalidate')


def _targets(target, identifier):
    """What a listener is kept at."""
    if isinstance(target, type) and identifier in _POOL and target.__name__ == 'Engine':
        from sqlalchemy.pool import Pool
        return Pool
    found = getattr(target, '_event_target', None)
    if found is not None and not isinstance(target, type):
        return found(identifier)
    return target


def _check(target, identifier):
    names = getattr(target, '_event_names', None)
    if isinstance(target, type) and target.__name__ == 'Query':
        names = 'before_compile',
    elif isinstance(target, type) and (hasattr(target, '__mapper__') or hasattr(target, '_sa_registry')):
        from sqlalchemy.orm.mapper import _MAPPER_EVENTS as names
    elif names is None and (target if isinstance(target, type) else type(target)).__name__ in _SCHEMA:
        names = _TABLE
    if identifier in _MISSING:
        from _frames import not_supported
        not_supported(f'the event {identifier!r} of SQLAlchemy')
    if names is None:
        raise exc.InvalidRequestError(f"No such event '{identifier}' for target '{target}'")
    if identifier not in names:
        raise exc.InvalidRequestError(f"No such event '{identifier}' for target '{target}'")


def listen(target, identifier, fn, *args, **kw):
    target = _targets(target, identifier)
    _check(target, identifier)
    if kw.get('once'):
        inner, done = fn, []

        def fn(*a, **k):
            if not done:
                done.append(True)
                return inner(*a, **k)
    wrap = getattr(target, '_event_wrap', None)
    listeners = target.__dict__['_listeners'] if '_listeners' in target.__dict__ else None
    if listeners is None:
        listeners = {}
        setattr(target, '_listeners', listeners)
    found = wrap(identifier, fn, kw) if wrap is not None else fn
    if found is not fn:
        found._listens_for = fn
    if kw.get('insert'):
        listeners.setdefault(identifier, []).insert(0, found)
    else:
        listeners.setdefault(identifier, []).append(found)
    if kw.get('propagate'):
        listeners.setdefault('propagated', []).append(found)


def listens_for(target, identifier, *args, **kw):
    def decorate(fn):
        listen(target, identifier, fn, *args, **kw)
        return fn
    return decorate


def remove(target, identifier, fn):
    target = _targets(target, identifier)
    listeners = target.__dict__.get('_listeners', {}).get(identifier, [])
    kept = [f for f in listeners if f is not fn and getattr(f, '_listens_for', None) is not fn]
    if len(kept) == len(listeners):
        raise exc.InvalidRequestError(f"No listeners found for event {target} / '{identifier}' / {fn} ")
    listeners[:] = kept


def contains(target, identifier, fn):
    target = _targets(target, identifier)
    return any(f is fn or getattr(f, '_listens_for', None) is fn for f in target.__dict__.get('_listeners', {}).get(identifier, ()))


def of_class(cls, identifier):
    """Who listens at a mapped class, and at those above it for what is below them."""
    from sqlalchemy.orm.mapper import Mapper
    found = list((Mapper.__dict__.get('_listeners') or {}).get(identifier, ()))
    for base in cls.__mro__[:-1]:
        kept = base.__dict__.get('_listeners')
        if kept:
            found += [f for f in kept.get(identifier, ()) if base is cls or f in kept.get('propagated', ())]
    return found


def fire_at(cls, identifier):
    """Calls who listens at a class itself."""
    for listener in (cls.__dict__.get('_listeners') or {}).get(identifier, ()):
        listener()


def fire(target, identifier, *args, **kw):
    """Calls who listens, at the target and at its class."""
    for listener in listeners(target, identifier):
        listener(*args, **kw)


def listeners(target, identifier):
    found = []
    for cls in type(target).__mro__[:-1]:
        kept = cls.__dict__.get('_listeners')
        if kept:
            found += kept.get(identifier, ())
    kept = target.__dict__.get('_listeners')
    return found + list(kept.get(identifier, ())) if kept else found
