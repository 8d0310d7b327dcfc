"""What `abc` has for old programs, and for those that look into its registries."""
from abc import _known, _reset_caches, _reset_registry, get_cache_token


class abstractproperty(property):
    """A property that a class must define."""
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    """A class method that a class must define."""
    __isabstractmethod__ = True

    def __init__(self, callable):  #: in abc.py
        callable.__isabstractmethod__ = True  #: 44
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A static method that a class must define."""
    __isabstractmethod__ = True

    def __init__(self, callable):  #: in abc.py
        callable.__isabstractmethod__ = True  #: 64
        super().__init__(callable)


for _class in abstractproperty, abstractclassmethod, abstractstaticmethod:
    _class.__module__ = 'abc'


def _get_dump(cls, /):
    """Weak references to what is registered, and to what has been found to be a subclass and to be none; and at which count."""
    from weakref import ref
    if '_abc_impl' not in dir(cls):
        raise AttributeError(f"type object '{cls.__name__}' has no attribute '_abc_impl'", name='_abc_impl', obj=cls)
    *known, version = _known(cls)
    return (*({ref(each) for each in classes} for classes in known), version)


def dump_registry(cls, file=None):
    """What a class's method of this name prints."""
    registry, cache, negative, version = _get_dump(cls)
    print(f'Class: {cls.__module__}.{cls.__qualname__}', f'Inv. counter: {get_cache_token()}', f'_abc_registry: {registry!r}',
          f'_abc_cache: {cache!r}', f'_abc_negative_cache: {negative!r}', f'_abc_negative_cache_version: {version!r}', sep='\n', file=file)
