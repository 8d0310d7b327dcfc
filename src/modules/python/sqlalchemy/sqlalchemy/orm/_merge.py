"""`merge`: a copy of an instance's state into the session's own instance."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm.attributes import state_of
from sqlalchemy.orm.exc import UnmappedInstanceError
from sqlalchemy.orm.state import members


def merge(session, instance, load, options, known=None):
    known = {} if known is None else known
    if isinstance(instance, type) or getattr(type(instance), '__mapper__', None) is None:
        # Here nothing has been asked of it that it lacks.
        raise UnmappedInstanceError(instance)
    state = state_of(instance)
    if state in known:
        return known[state]
    mapper = state.mapper
    if state.session is session and state.key is not None or state in session._new:
        known[state] = instance
        _relations(session, state, instance, load, options, known)
        return instance
    key = state.key or mapper.identity_key_from_primary_key(mapper.primary_key_from_state(state))
    found = None
    if None not in key[1]:
        found = session.identity_map.get(key)
        if found is None:
            if not load:
                if state.modified:
                    raise sa_exc.InvalidRequestError("merge() with load=False option does not support objects marked as 'dirty'.  flush() all changes on mapped "
                                                     'instances before merging with load=False.')
                found = mapper.class_.__new__(mapper.class_)
                other = state_of(found)
                other.key = key
                session._take_in(other)
            else:
                found = session.get(mapper.class_, key[1], options=options)
    if found is None:
        found = mapper.class_.__new__(mapper.class_)
        state_of(found)
        known[state] = found
        _copy(state, found, load)
        _relations(session, state, found, load, options, known)
        session.add(found)
        return found
    known[state] = found
    _copy(state, found, load)
    _relations(session, state, found, load, options, known)
    return found


def _copy(state, target, load):
    other = state_of(target)
    for key, prop in state.mapper.props.items():
        if prop.is_column and key in state.dict:
            if not load:
                other.dict[key] = state.dict[key]
                other.expired_attributes.discard(key)
            elif key not in other.dict and other.key is None or getattr(target, key) != state.dict[key]:
                setattr(target, key, state.dict[key])


def _relations(session, state, target, load, options, known):
    for key, prop in state.mapper.relationships.items():
        if 'merge' not in prop.cascade or key not in state.dict:
            continue
        value = state.dict[key]
        if prop.uselist:
            items = [merge(session, item, load, options, known) for item in members(value)]
            if target is state.obj():
                continue
            if isinstance(value, dict):
                items = dict(zip(value, items))
            elif isinstance(value, set):
                items = set(items)
            setattr(target, key, items)
        else:
            found = None if value is None else merge(session, value, load, options, known)
            if target is not state.obj():
                setattr(target, key, found)
