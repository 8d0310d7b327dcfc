"""What makes sessions, and what is done with instances beside them."""
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm.attributes import state_of
from sqlalchemy.orm.session import _EVENTS, Session, _sessions


class sessionmaker:
    _event_names = _EVENTS

    def __init__(self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True, info=None, **kw):
        self.kw = dict(kw, bind=bind, autoflush=autoflush, expire_on_commit=expire_on_commit)
        if info is not None:
            self.kw['info'] = info
        self.class_ = type(class_.__name__, (class_,), {'__module__': class_.__module__})

    def _event_target(self, identifier):
        return self.class_

    def __call__(self, **local_kw):
        options = dict(self.kw)
        if 'info' in options and 'info' in local_kw:
            local_kw['info'] = {**options['info'], **local_kw['info']}
        options.update(local_kw)
        return self.class_(**options)

    def begin(self):
        return _Beginning(self())

    def configure(self, **new_kw):
        self.kw.update(new_kw)

    def __repr__(self):
        return f'{type(self).__name__}(class_={self.class_.__name__!r}, {", ".join(f"{k}={v!r}" for k, v in self.kw.items())})'


class _Beginning:
    """`with maker.begin() as session`: committed at the end."""

    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.transaction = self.session.begin()
        self.transaction.__enter__()
        return self.session

    def __exit__(self, *args):
        try:
            return self.transaction.__exit__(*args)
        finally:
            self.session.close()


def object_session(instance):
    return state_of(instance).session


def close_all_sessions():
    for session in list(_sessions.values()):
        session.close()


def make_transient(instance):
    state = state_of(instance)
    if state.session is not None:
        state.session._leave(state, 'persistent_to_transient' if state.key is not None else None)
    state.expired_attributes.clear()
    state.key, state.deleted = None, False


def make_transient_to_detached(instance):
    state = state_of(instance)
    if state.session is not None or state.key is not None:
        raise sa_exc.InvalidRequestError('Given object must be transient')
    state.key = state.mapper.identity_key_from_primary_key(state.mapper.primary_key_from_state(state))
    state.settled()
    state.expire([k for k in state.mapper.props if k not in state.dict])
