"""Who makes a request, and what they may do."""
import functools as _functools
import inspect as _inspect
from urllib.parse import urlencode as _urlencode

from starlette._utils import is_async_callable as _is_async_callable
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse


def has_required_scope(conn, scopes):
    return all(scope in conn.auth.scopes for scope in scopes)


def requires(scopes, status_code=403, redirect=None):
    """A handler only for those who have all of these scopes."""
    wanted = [scopes] if isinstance(scopes, str) else list(scopes)

    def decorator(func):
        names = list(_inspect.signature(func).parameters)
        kind = next((name for name in names if name in ('request', 'websocket')), None)
        if kind is None:
            raise Exception(f'No "request" or "websocket" argument on function "{func}"')
        at = names.index(kind)

        def refused(args, kwargs):
            conn = kwargs.get(kind, args[at] if at < len(args) else None)
            if has_required_scope(conn, wanted):
                return conn, None
            if kind == 'websocket':
                return conn, conn.close()
            if redirect is None:
                raise HTTPException(status_code=status_code)
            return conn, RedirectResponse(f'{conn.url_for(redirect)}?{_urlencode({"next": str(conn.url)})}', 303)
        if kind == 'websocket' or _is_async_callable(func):
            @_functools.wraps(func)
            async def inner(*args, **kwargs):
                _, answer = refused(args, kwargs)
                if answer is None:
                    return await func(*args, **kwargs)
                return await answer if kind == 'websocket' else answer
        else:
            @_functools.wraps(func)
            def inner(*args, **kwargs):
                _, answer = refused(args, kwargs)
                return func(*args, **kwargs) if answer is None else answer
        return inner
    return decorator


class AuthenticationError(Exception):
    pass


class AuthenticationBackend:
    async def authenticate(self, conn):
        raise NotImplementedError()


class AuthCredentials:
    def __init__(self, scopes=None):
        self.scopes = list(scopes or ())


class BaseUser:
    is_authenticated = property(lambda self: self._not_here())
    display_name = identity = is_authenticated

    def _not_here(self):
        raise NotImplementedError()


class SimpleUser(BaseUser):
    is_authenticated = True
    display_name = property(lambda self: self.username)

    def __init__(self, username):
        self.username = username


class UnauthenticatedUser(BaseUser):
    is_authenticated = False
    display_name = ''
