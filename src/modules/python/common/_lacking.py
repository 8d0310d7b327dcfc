"""What a module is that CPython has and that is not here: it can be imported, and who asks for a name of it is told."""


def __getattr__(name):
    # The mark is what inspect looks for in whatever it is given.
    if name[:2] == '__' or name in ('', '_is_coroutine_marker'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import _importing
    _importing.lacks(__name__, name)


if __name__ in ('ensurepip', 'pydoc_data', 'test', 'turtledemo', 'venv'):
    __path__ = []
