"""A session for each task, or for whatever a function tells apart."""
from sqlalchemy import exc
from sqlalchemy.orm.scoping import ScopedRegistry


class async_scoped_session:
    def __init__(self, session_factory, scopefunc):
        self.session_factory, self.registry = session_factory, ScopedRegistry(session_factory, scopefunc)

    def __call__(self, **kw):
        if kw:
            if self.registry.has():
                raise exc.InvalidRequestError('Scoped session is already present; no new arguments may be specified.')
            session = self.session_factory(**kw)
            self.registry.set(session)
            return session
        return self.registry()

    def configure(self, **kwargs):
        self.session_factory.configure(**kwargs)

    async def remove(self):
        if self.registry.has():
            await self.registry().close()
        self.registry.clear()

    def __getattr__(self, name):
        if name[:2] == '__' or name == 'registry':
            raise AttributeError(name)
        return getattr(self.registry(), name)

    def __contains__(self, instance):
        return instance in self.registry()

    def __iter__(self):
        return iter(self.registry())
