"""Statuses and methods of HTTP."""
__all__ = ['HTTPStatus', 'HTTPMethod']


def __getattr__(name):
    if name in __all__:
        import _http_names
        found = globals()[name] = getattr(_http_names, name)
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted({*globals(), *__all__})
