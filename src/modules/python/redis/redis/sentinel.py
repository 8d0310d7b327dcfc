"""Several servers: the simulated machine has one."""


def __getattr__(name):
    if name[:2] == '__':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from _frames import not_supported
    not_supported(f'{__name__}.{name}', 'Redis, with one server')
