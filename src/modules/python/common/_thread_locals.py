"""What each thread has for itself."""
from _thread import get_ident
from _frames import extension as _extension

__name__ = 'threading'  # where what is here is said to be  #: in threading.py


class local:
    """An object whose attributes each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):  #: -
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_local__of_threads', {get_ident(): {}})
        object.__setattr__(self, '_local__arguments', (args, kwargs))
        return self

    def __getattribute__(self, name):  #: -
        own = _kept(self, '_local__of_threads').get(get_ident())
        if own is None:
            own = _begun(self)
        if name in own and (type(self) is local and name[:2] != '__' or not _is_data_descriptor(type(self), name)):
            return own[name]
        if name == '__dict__':
            return own
        try:
            if name.startswith('_local__'):
                raise AttributeError
            return object.__getattribute__(self, name)
        except AttributeError:
            raise AttributeError(f"'{_class_name(self)}' object has no attribute '{name}'", name=name, obj=self) from None

    def __setattr__(self, name, value):  #: -
        # Its own class has nothing to say about most names.
        if type(self) is local and name[:2] != '__':
            own = _kept(self, '_local__of_threads').get(get_ident())
            (_begun(self) if own is None else own)[name] = value
        elif name == '__dict__':
            raise AttributeError(f"'{_class_name(self)}' object attribute '__dict__' is read-only")
        elif _is_data_descriptor(type(self), name):
            object.__setattr__(self, name, value)
        else:
            _attributes_of(self)[name] = value

    def __delattr__(self, name):  #: -
        if name == '__dict__':
            raise AttributeError(f"'{_class_name(self)}' object attribute '__dict__' is read-only")
        own = _attributes_of(self)
        if name not in own:
            raise AttributeError(f"'{_class_name(self)}' object has no attribute '{name}'", name=name, obj=self)
        del own[name]

    def __reduce_ex__(self, protocol):
        raise TypeError(f'cannot pickle {_class_name(self)!r} object')

    def __dir__(self):  #: -
        names = {*_attributes_of(self), *dir(type(self))}
        if type(self) is local:
            names.discard('__dict__')
        return sorted(names)


local.__module__ = '_thread'
local.__name__ = local.__qualname__ = '_local'
_extension(local)


def _class_name(instance):
    cls = type(instance)
    return '_thread._local' if cls is local else cls.__name__


def _is_data_descriptor(cls, name):
    found = getattr(cls, name, None)
    return found is not None and hasattr(type(found), '__set__')


_kept = object.__getattribute__


def _attributes_of(instance):  #: -
    own = _kept(instance, '_local__of_threads').get(get_ident())
    return _begun(instance) if own is None else own


def _begun(instance):  #: -
    """What it has for a thread that has not asked before."""
    of_threads, me = _kept(instance, '_local__of_threads'), get_ident()
    own = of_threads[me] = {}
    if me in _active:
        _touched.setdefault(me, []).append(of_threads)
    init = type(instance).__init__
    if init is not object.__init__:
        args, kwargs = _kept(instance, '_local__arguments')
        init(instance, *args, **kwargs)
    return own
