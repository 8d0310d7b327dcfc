"""Names for the types of the interpreter's objects."""
import sys as _sys


def _function():
    yield _cell

async def _coroutine():
    pass

async def _async_generator():
    yield

_cell = None
_started = _coroutine()

FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
GeneratorType = type(_function())
CoroutineType = type(_started)
AsyncGeneratorType = type(_async_generator())
_started.close()
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
ModuleType = type(_sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)


class CapsuleType:  #: -
    # What holds a pointer of C's: there is none here.
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'PyCapsule' instances")

    def __init_subclass__(cls):
        raise TypeError("type 'PyCapsule' is not an acceptable base type")


CapsuleType.__name__ = CapsuleType.__qualname__ = 'PyCapsule'
CapsuleType.__module__ = 'builtins'


class _Class:
    def method(self):
        def inner():
            return self
        return inner

MethodType = type(_Class().method)
CellType = type(_Class().method().__closure__[0])
try:
    raise TypeError
except TypeError as _exc:
    TracebackType = type(_exc.__traceback__)
    FrameType = type(_exc.__traceback__.tb_frame)
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(type('_Slotted', (), {'__slots__': ('a',)}).a)
del _Class, _function, _coroutine, _async_generator, _started, _cell


class SimpleNamespace:
    """Attributes given by keywords, with a repr."""

    def __init__(self, /, *args, **kwargs):  #: -
        if len(args) > 1:
            raise TypeError(f'{type(self).__name__} expected at most 1 argument, got {len(args)}')
        if args:
            given = dict(args[0])
            if not all(isinstance(key, str) for key in given):
                raise TypeError('keywords must be strings')
            self.__dict__.update(given)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if self in _shown:
            return f'{name}(...)'
        _shown.append(self)
        try:
            return f'{name}({", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())})'
        finally:
            _shown.pop()

    def __eq__(self, other):
        if issubclass(type(self), SimpleNamespace) and issubclass(type(other), SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def _ordered(compare):
        def method(self, other):
            both = issubclass(type(self), SimpleNamespace) and issubclass(type(other), SimpleNamespace)
            return compare(self.__dict__, other.__dict__) if both else NotImplemented
        return method

    __lt__, __le__ = _ordered(lambda a, b: a < b), _ordered(lambda a, b: a <= b)
    __gt__, __ge__ = _ordered(lambda a, b: a > b), _ordered(lambda a, b: a >= b)
    del _ordered

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __replace__(self, /, **kwargs):
        return type(self)(**{**self.__dict__, **kwargs})


class _Shown(list):
    def __contains__(self, value):
        return any(value is other for other in self)

_shown = _Shown()
SimpleNamespace.__module__ = 'types'


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement would."""
    resolved = resolve_bases(bases)  #: 69 resolved_bases = «resolve_bases(bases)»
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)  #: 72 exec_body(ns)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)  #: 75 return «meta(name, resolved_bases, ns, **kwds)»


def resolve_bases(bases):
    """Bases with __mro_entries__ replaced by what that gives."""
    result, changed = [], False
    for base in bases:  #: 79 new_bases = «list(bases)»
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            result.extend(base.__mro_entries__(bases))
            changed = True
        else:
            result.append(base)
    return tuple(result) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the keywords left."""
    kwds = dict(kwds or {})  #: 112 kwds = «dict(kwds)» # Don't alter the provided mapping
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)  #: 117 meta = type(«bases[0]»)
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) '
                                'subclass of the metaclasses of all its bases')
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds


def get_original_bases(cls, /):
    """The bases as they were written."""
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None  #: 171 raise TypeError(⏎    f"Expected an instance of type, not {type(cls).__name__!r}"⏎) from None


class DynamicClassAttribute:
    """A property of instances; on the class the metaclass's __getattr__ answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel, self._said = fget, fset, fdel, doc
        self.__doc__ = doc or (fget.__doc__ if fget else None)
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()  #: 207
        if self.fget is None:
            raise AttributeError('unreadable attribute')  #: 209 raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")  #: 214
        self.fset(instance, value)  #: 215

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")  #: 219
        self.fdel(instance)

    def getter(self, fget):
        made = type(self)(fget, self.fset, self.fdel, (self._said is None and fget.__doc__) or self.__doc__)
        made._said = self._said
        return made

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel)

    def _with(self, *functions):
        made = type(self)(*functions, self.__doc__)
        made._said = self._said
        return made


class _GeneratorWrapper:
    """What a function gives that is no generator of its own and behaves like one: it may be awaited."""

    def __init__(self, generator):
        self.__wrapped = generator
        self.__isgen = generator.__class__ is GeneratorType
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()  #: 251

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if self.__isgen else self

    __await__ = __iter__

    def _part(name):
        return property(lambda self: getattr(self.__wrapped, name))

    gi_code = cr_code = _part('gi_code')
    gi_frame = cr_frame = _part('gi_frame')
    gi_running = cr_running = _part('gi_running')
    gi_yieldfrom = cr_await = _part('gi_yieldfrom')
    del _part


def coroutine(func):
    """Let a generator function be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')  #: 280
    if func.__class__ is FunctionType:
        if func.__code__.co_flags & 0x180:
            return func
        if func.__code__.co_flags & 0x20:
            code = func.__code__
            func.__code__ = code.replace(co_flags=code.co_flags | 0x100)
            return func
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        kind = made.__class__
        if kind is CoroutineType or kind is GeneratorType and made.gi_code.co_flags & 0x100:
            return made
        if kind is GeneratorType or not hasattr(made, '__await__') and all(
                hasattr(made, name) for name in ('send', 'throw', 'close', '__iter__', '__next__')):
            return _GeneratorWrapper(made)
        return made
    return wrapped


from _frames import extension as _extension, keeps_dict as _keeps_dict
_extension(SimpleNamespace, CapsuleType)
_keeps_dict(SimpleNamespace)


def __getattr__(name):
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")  #: 338


__all__ = ['FunctionType', 'LambdaType', 'CodeType', 'MappingProxyType', 'SimpleNamespace', 'CellType', 'GeneratorType', 'CoroutineType',
           'AsyncGeneratorType', 'MethodType', 'BuiltinFunctionType', 'BuiltinMethodType', 'WrapperDescriptorType', 'MethodWrapperType',
           'MethodDescriptorType', 'ClassMethodDescriptorType', 'ModuleType', 'TracebackType', 'FrameType', 'GetSetDescriptorType',
           'MemberDescriptorType', 'new_class', 'resolve_bases', 'prepare_class', 'get_original_bases', 'DynamicClassAttribute',
           'coroutine', 'GenericAlias', 'UnionType', 'EllipsisType', 'NoneType', 'NotImplementedType', 'CapsuleType']
