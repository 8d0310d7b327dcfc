"""A session for each thread, or for whatever a function tells apart."""
import threading
from sqlalchemy import exc as sa_exc


class ThreadLocalRegistry:
    def __init__(self, createfunc):
        self.createfunc, self.registry = createfunc, threading.local()

    def __call__(self):
        if not self.has():
            self.registry.value = self.createfunc()
        return self.registry.value

    def has(self):
        return hasattr(self.registry, 'value')

    def set(self, obj):
        self.registry.value = obj

    def clear(self):
        if self.has():
            del self.registry.value


class ScopedRegistry:
    def __init__(self, createfunc, scopefunc):
        self.createfunc, self.scopefunc, self.registry = createfunc, scopefunc, {}

    def __call__(self):
        key = self.scopefunc()
        if key not in self.registry:
            self.registry[key] = self.createfunc()
        return self.registry[key]

    def has(self):
        return self.scopefunc() in self.registry

    def set(self, obj):
        self.registry[self.scopefunc()] = obj

    def clear(self):
        self.registry.pop(self.scopefunc(), None)


class scoped_session:
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self.registry = ScopedRegistry(session_factory, scopefunc) if scopefunc else ThreadLocalRegistry(session_factory)

    def _event_target(self, identifier):
        return self.session_factory.class_

    def __call__(self, **kw):
        if kw:
            if self.registry.has():
                raise sa_exc.InvalidRequestError('Scoped session is already present; no new arguments may be specified.')
            session = self.session_factory(**kw)
            self.registry.set(session)
            return session
        return self.registry()

    def remove(self):
        if self.registry.has():
            self.registry().close()
        self.registry.clear()

    def configure(self, **kwargs):
        self.session_factory.configure(**kwargs)

    def query_property(self, query_cls=None):
        scoped = self

        class Property:
            def __get__(self, instance, owner):
                return scoped.registry().query(owner)
        return Property()

    def __getattr__(self, name):
        if name[:2] == '__' or name == 'registry':
            raise AttributeError(name)
        return getattr(self.registry(), name)

    def __contains__(self, instance):
        return instance in self.registry()

    def __iter__(self):
        return iter(self.registry())


ScopedSession = scoped_session
