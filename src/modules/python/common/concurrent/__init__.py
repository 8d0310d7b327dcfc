"""The package of concurrent.futures."""


def __getattr__(name):  #: -
    """asyncio imports it in CPython, and only where it is needed here."""
    import sys
    if name == 'futures' and 'asyncio' in sys.modules:
        import concurrent.futures
        return concurrent.futures
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
