"""Werkzeug: requests, responses and routes of WSGI applications."""


def __getattr__(name):
    import importlib
    for module, names in {'serving': ('run_simple',), 'test': ('Client',), 'wrappers': ('Request', 'Response')}.items():
        if name in names:
            return getattr(importlib.import_module(f'werkzeug.{module}'), name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
