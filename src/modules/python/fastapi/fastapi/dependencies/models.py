"""What a function takes, and of which other functions' results."""
import functools as _functools
import inspect as _inspect


def _plain(call):
    while isinstance(call, _functools.partial):
        call = call.func
    return call


def _is(test, call):
    call = _plain(call)
    if test(call) or test(_inspect.unwrap(call)):
        return True
    return not _inspect.isclass(call) and test(getattr(call, '__call__', None))


def is_coroutine(call):
    return _is(_inspect.iscoroutinefunction, call)


def is_generator(call):
    return _is(_inspect.isgeneratorfunction, call)


def is_async_generator(call):
    return _is(_inspect.isasyncgenfunction, call)


class Dependant:
    """A function with its parameters, by where they come from."""

    def __init__(self, call, path, name=None, scopes=(), own_scopes=(), use_cache=True, scope=None, limit=None):
        self.limit = limit
        self.call, self.path, self.name, self.use_cache, self.scope = call, path, name, use_cache, scope
        self.own_scopes, self.oauth_scopes = list(own_scopes), list(dict.fromkeys([*scopes, *own_scopes]))
        self.path_params, self.query_params, self.header_params, self.cookie_params = [], [], [], []
        self.body_params, self.dependencies = [], []
        # Parameters that are objects of the request itself: what they are, and their names.
        self.special = {}

    @property
    def is_security(self):
        from fastapi.security.base import SecurityBase
        return isinstance(_inspect.unwrap(_plain(self.call)), SecurityBase)

    @property
    def _uses_scopes(self):
        return bool(self.own_scopes or 'scopes' in self.special or self.is_security
                    or any(each._uses_scopes for each in self.dependencies))

    @property
    def key(self):
        """What calls have in common that need be made only once a request."""
        scopes = tuple(sorted(set(self.oauth_scopes))) if self._uses_scopes else ()
        generator = is_generator(self.call) or is_async_generator(self.call)
        return self.call, scopes, self.scope or ('request' if generator else '')

    def all(self, seen=None, scopes=()):
        """This one and all that it depends on, each once, with the scopes that it has from above."""
        seen = [] if seen is None else seen
        if self.key not in seen:
            seen.append(self.key)
            scopes = list(dict.fromkeys([*scopes, *self.oauth_scopes]))
            yield self, scopes
            for each in self.dependencies:
                yield from each.all(seen, scopes)

    def bodies(self):
        found = list(self.body_params)
        for each in self.dependencies:
            found += each.bodies()
        return found


class Limit:
    """How many calls of a dependency there may be at once, in each event loop."""

    def __init__(self, most):
        self._most, self._of_loops = most, []

    def semaphore(self):
        import asyncio
        loop = asyncio.get_running_loop()
        self._of_loops = [pair for pair in self._of_loops if not pair[0].is_closed()]
        for known, found in self._of_loops:
            if known is loop:
                return found
        self._of_loops.append((loop, asyncio.Semaphore(self._most)))
        return self._of_loops[-1][1]
