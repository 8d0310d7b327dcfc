"""Decorators of classes: which of a file's methods wait in an executor, and which names are the file's own."""
from functools import partial
from operator import attrgetter


def _each(make):
    def decorator(*names):
        def decorate(cls):
            for name in names:
                setattr(cls, name, make(name))
            return cls
        return decorate
    return decorator


def _make_delegate_method(name):
    of = attrgetter(f'_file.{name}')

    async def method(self, *args, **kwargs):
        return await self._loop.run_in_executor(self._executor, partial(of(self), *args, **kwargs))
    return method


def _make_proxy_method(name):
    of = attrgetter(f'_file.{name}')

    def method(self, *args, **kwargs):
        return of(self)(*args, **kwargs)
    return method


def _make_cond_delegate_method(name):
    waiting, at_once = _make_delegate_method(name), _make_proxy_method(name)

    async def method(self, *args, **kwargs):
        on_disk = self._file._rolled
        given = (waiting if on_disk else at_once)(self, *args, **kwargs)
        return await given if on_disk else given
    return method


delegate_to_executor = _each(_make_delegate_method)
proxy_method_directly = _each(_make_proxy_method)
proxy_property_directly = _each(lambda name: property(attrgetter(f'_file.{name}')))
cond_delegate_to_executor = _each(_make_cond_delegate_method)
