"""`inspect`: what there is to be known of an object."""
from sqlalchemy import exc


def inspect(subject, raiseerr=True):
    found = _inspected(subject)
    if found is None and raiseerr:
        raise exc.NoInspectionAvailable(f'No inspection system is available for object of type {type(subject)}')
    return found


def _inspected(subject):
    from sqlalchemy.engine.base import Connection, Engine
    if isinstance(subject, (Connection, Engine)):
        from sqlalchemy.engine.reflection import Inspector
        return Inspector._of(subject)
    own = getattr(subject, '_inspected', None)
    if own is not None and not isinstance(subject, type):
        return own()
    if isinstance(subject, type):
        mapper = subject.__dict__.get('__mapper__')
        if mapper is not None:
            mapper._check_configure()
            return mapper
        return None
    if getattr(type(subject), '__mapper__', None) is not None:
        return subject.__dict__.get('_sa_instance_state')
    from sqlalchemy.sql.base import ClauseElement
    return subject if isinstance(subject, ClauseElement) else None
