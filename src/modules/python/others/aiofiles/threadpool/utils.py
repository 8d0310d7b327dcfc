"""Decorators of classes: which of a file's methods wait in an executor, and which names are the file's own."""
import functools


def _each(make):
    def decorator(*names):
        def decorate(cls):
            for name in names:
                setattr(cls, name, make(name))
            return cls
        return decorate
    return decorator


def _make_delegate_method(attr_name):
    async def method(self, *args, **kwargs):
        call = functools.partial(getattr(self._file, attr_name), *args, **kwargs)
        return await self._loop.run_in_executor(self._executor, call)
    return method


def _make_proxy_method(attr_name):
    def method(self, *args, **kwargs):
        return getattr(self._file, attr_name)(*args, **kwargs)
    return method


def _make_proxy_property(attr_name):
    def proxy_property(self):
        return getattr(self._file, attr_name)
    return property(proxy_property)


def _make_cond_delegate_method(attr_name):
    async def method(self, *args, **kwargs):
        call = functools.partial(getattr(self._file, attr_name), *args, **kwargs)
        if self._file._rolled:
            return await self._loop.run_in_executor(self._executor, call)
        return call()
    return method


delegate_to_executor = _each(_make_delegate_method)
proxy_method_directly = _each(_make_proxy_method)
proxy_property_directly = _each(_make_proxy_property)
cond_delegate_to_executor = _each(_make_cond_delegate_method)
