"""What stands around handlers."""
from aiohttp.web_exceptions import HTTPPermanentRedirect as _HTTPPermanentRedirect


def middleware(function):
    """Marks a middleware of the new kind."""
    function.__middleware_version__ = 1
    return function


def normalize_path_middleware(*, append_slash=True, remove_slash=False, merge_slashes=True, redirect_class=_HTTPPermanentRedirect):
    """A middleware that leads to the path with or without a slash at its end, if there is one."""
    assert not (append_slash and remove_slash), 'Cannot both remove and append slash'
    import re

    def others(path):
        merged = re.sub('//+', '/', path)
        if merge_slashes:
            yield merged
        if append_slash and not path.endswith('/'):
            yield path + '/'
        if remove_slash and path.endswith('/'):
            yield path[:-1]
        if merge_slashes and append_slash:
            yield merged if merged.endswith('/') else merged + '/'
        if merge_slashes and remove_slash:
            yield merged[:-1]

    @middleware
    async def normalize(request, handler):
        if request.match_info.http_exception is not None:
            path, mark, query = request.raw_path.partition('?')
            for other in others(path):
                other = re.sub('^//+', '/', other)
                found = await request.app.router.resolve(request.clone(rel_url=other))
                if found.http_exception is None:
                    raise redirect_class(other + mark + query)
        return await handler(request)
    return normalize
