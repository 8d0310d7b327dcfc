"""Objects as bytes, in all protocols."""
import copyreg as _copyreg
from copyreg import dispatch_table
import sys as _sys
import _pickling
from operator import index as _index

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'PickleBuffer']
HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4
format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']


class PickleError(Exception):
    __module__ = '_pickle'


class PicklingError(PickleError):
    __module__ = '_pickle'


class UnpicklingError(PickleError):
    __module__ = '_pickle'


class PickleBuffer:
    """A buffer that a pickle may leave to its caller (PEP 574)."""
    __slots__ = '_view', '__weakref__'

    def __init__(self, object, /):
        try:
            self._view = memoryview(object)
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{_type_name(object)}'") from None

    def _open(self):
        if self._view is None:
            raise ValueError('operation forbidden on released PickleBuffer object')
        return self._view

    def __buffer__(self, flags, /):
        return memoryview(self._open())

    def raw(self):
        view = self._open()
        if not view.contiguous:
            raise BufferError('cannot extract raw buffer from non-contiguous buffer')
        return view.cast('B') if view.nbytes else memoryview(b'')

    def release(self):
        if self._view is not None:
            self._view.release()
            self._view = None


def _owner(obj, name):
    """What a dotted name leads to."""
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local object {name!r}")
        obj = getattr(obj, part)
    return obj


def _module_of(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for found, loaded in list(_sys.modules.items()):
        if found in ('__main__', '__mp_main__') or loaded is None:
            continue
        try:
            if _owner(loaded, name) is obj:
                return found
        except AttributeError:
            pass
    return '__main__'


class _PicklerMemo:
    """The objects that a pickler has written."""

    def __init__(self, memo):
        self._memo = memo

    def clear(self):
        self._memo.clear()

    def copy(self):
        return {id(obj): (number, obj) for number, obj in self._memo.items()}


class _UnpicklerMemo(_PicklerMemo):
    def copy(self):
        return dict(self._memo.items())


class Pickler:
    """Writes objects to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self.proto = _protocol(protocol)
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.bin, self.fast, self._memo = self.proto >= 1, False, _pickling.Memo()
        self._helpers = _writing(self.proto, fix_imports, buffer_callback)

    @property
    def memo(self):
        return _PicklerMemo(self._memo)

    @memo.setter
    def memo(self, memo):
        entries = memo.copy().values()
        self._memo.clear()
        for number, obj in entries:
            self._memo.put(number, obj)

    def clear_memo(self):
        self._memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        identify = self.persistent_id
        if getattr(identify, '__func__', None) is Pickler.persistent_id:
            identify = None
        self._file_write(_pickling.write(
            obj, self.proto, self._memo, self.fast, identify, getattr(self, 'reducer_override', None),
            getattr(self, 'dispatch_table', dispatch_table), self._helpers))


def _protocol(protocol):
    protocol = DEFAULT_PROTOCOL if protocol is None else _index(protocol)
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
    return HIGHEST_PROTOCOL if protocol < 0 else protocol


def _name(obj):
    return getattr(obj, '__qualname__', None) or obj.__name__


def _reduced(obj, proto, table):
    """What an object that is no plain container comes to: how it is made again, or its name."""
    kind = type(obj)
    if kind is not type:
        reduce = table.get(kind)
        if reduce is not None:
            return reduce(obj)
        reduce = _BY_TYPE.get(kind)
        if reduce is not None:
            return reduce(obj)
        if not issubclass(kind, type):
            return obj.__reduce_ex__(proto)
    elif obj in (type(None), type(NotImplemented), type(...)):
        return type, (None if obj is type(None) else ... if obj is type(...) else NotImplemented,)
    return _name(obj)


def _of_view(obj):
    raise TypeError('cannot pickle memoryview objects')


def _of_method(obj):
    if hasattr(obj, '__func__'):
        return getattr, (obj.__self__, obj.__func__.__name__)
    holder = getattr(obj, '__self__', getattr(obj, '__objclass__', None))
    if holder is None or isinstance(holder, type(_sys)):
        return _name(obj)
    return getattr, (holder, obj.__name__)


def _without_keywords(func, args, *rest):
    """What __newobj_ex__ comes to in protocols that have no instruction for it."""
    import functools
    cls, args, kwargs = args
    return functools.partial(cls.__new__, cls, *args, **kwargs), (), *rest


def _found(obj, name, proto):
    """Under which names an object is found: module and name; or how it is made again."""
    if obj is _encode:
        return '_codecs', 'encode'
    name = name or _name(obj)
    module_name = _module_of(obj, name)
    try:
        __import__(module_name, fromlist=[''] if '.' in module_name else [])
        module = _sys.modules[module_name]
    except (ImportError, KeyError):
        raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
    if '<locals>' in name:
        raise AttributeError(f"Can't get local object {name!r}")
    try:
        found = _owner(module, name)
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
    if found is not obj and found != obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
    if proto >= 2 and (code := _copyreg._extension_registry.get((module_name, name))) is not None:
        return code
    return module_name, name


def _found_by_old_names(obj, name, proto):
    """The same as Python 2 calls it."""
    names = _found(obj, name, proto)
    if type(names) is int:
        return names
    import _compat_pickle
    if names in _compat_pickle.REVERSE_NAME_MAPPING:
        return _compat_pickle.REVERSE_NAME_MAPPING[names]
    return _compat_pickle.REVERSE_IMPORT_MAPPING.get(names[0], names[0]), names[1]


def _in_band(buffer, proto, callback=None):
    """The bytes or the bytearray that is written for a buffer; whether it is read-only, if the callback keeps it."""
    if proto < 5:
        raise PicklingError('PickleBuffer can only be pickled with protocol >= 5')
    view = memoryview(buffer)
    if not view.contiguous:
        raise PicklingError('PickleBuffer can not be pickled when pointing to a non-contiguous buffer')
    if callback is not None and not callback(buffer):
        return view.readonly
    return view.tobytes() if view.readonly else bytearray(view.tobytes('A'))


def _writing(proto, fix_imports, callback):
    """What the writer asks."""
    if callback is None and (proto > 2 or not fix_imports):
        return _WRITING
    if callback is None:
        return _reduced, _found_by_old_names, *_WRITING[2:]
    if proto < 5:
        raise ValueError('buffer_callback needs protocol >= 5')
    return *_WRITING[:3], lambda buffer, proto: _in_band(buffer, proto, callback), *_WRITING[4:]


# One text for all bytes that an old protocol writes so: a pickle has it once.
_LATIN1 = 'latin1'


def _encode(text, encoding):
    return text.encode(encoding)


_encode.__module__, _encode.__qualname__ = '_codecs', 'encode'


class _Method:
    def m(self):
        pass


_BY_TYPE = {
    range: lambda obj: (range, (obj.start, obj.stop, obj.step)), slice: lambda obj: (slice, (obj.start, obj.stop, obj.step)),
    complex: lambda obj: (complex, (obj.real, obj.imag)), memoryview: _of_view, type(...): lambda obj: 'Ellipsis',
    type(NotImplemented): lambda obj: 'NotImplemented'}
_BY_TYPE.update((kind, _of_method) for kind in (
    type(len), type(_Method().m), type(''.upper), type(str.upper), type(str.__add__), type(''.__add__),
    type(dict.__dict__['fromkeys'])))


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._buffers, self._fix_imports = None if buffers is None else iter(buffers), fix_imports
        try:
            self._read, self._readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._encoding, self._errors, self._memo = encoding, errors, _pickling.Memo()

    @property
    def memo(self):
        return _UnpicklerMemo(self._memo)

    @memo.setter
    def memo(self, memo):
        entries = memo.copy().items()
        self._memo.clear()
        for number, obj in entries:
            self._memo.put(number, obj)

    def find_class(self, module_name, name):
        return _find_class(module_name, name, self._fix_imports)

    def persistent_load(self, pid):
        _no_persistent_load(pid)

    def load(self):
        plain = getattr(self.find_class, '__func__', None) is Unpickler.find_class
        return _pickling.read(
            b'', self._read, self._readline, self._memo, plain,
            (self.find_class, self.persistent_load, self._line, _extend, _set_items, _build, self._make,
             self._extension, self._next_buffer, _readonly))

    def _line(self, code, data):
        return _of_line(code, data, self._encoding, self._errors)

    def _extension(self, code):
        return _of_extension(code, self.find_class)

    def _next_buffer(self):
        return _next_buffer(self._buffers)

    def _make(self, cls, args, kwargs=None):
        return _make(self.find_class(*cls) if type(cls) is tuple else cls, args, kwargs)


def _find_class(module_name, name, fix_imports=True):
    if fix_imports and module_name not in _sys.modules:
        import _compat_pickle
        new = _compat_pickle.NAME_MAPPING.get((module_name, name))
        module_name, name = new or (_compat_pickle.IMPORT_MAPPING.get(module_name, module_name), name)
    if module_name == '_codecs' and name == 'encode':
        return _encode
    module = _sys.modules.get(module_name)
    if module is None:
        __import__(module_name)
        module = _sys.modules[module_name]
    try:
        return getattr(module, name) if '.' not in name else _owner(module, name)
    except AttributeError:
        if fix_imports:
            import _compat_pickle
            if (new := _compat_pickle.NAME_MAPPING.get((module_name, name), (module_name, name))) != (module_name, name):
                return _find_class(*new)
        raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None


def _no_persistent_load(pid):
    raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was '
                          'specified.')


def _of_line(code, data, encoding='ASCII', errors='strict'):
    """What a line stands for, or a string of Python 2."""
    if code == b'I':
        return data == b'01' if data in (b'00', b'01') else int(data)
    if code == b'L':
        return int(data.rstrip(b'L'))
    if code == b'F':
        return float(data)
    if code == b'V':
        return data.decode('raw_unicode_escape')
    if code == b'S':
        import codecs
        if len(data) < 2 or data[0] != data[-1] or data[0] not in b'"\'':
            raise UnpicklingError('the STRING opcode argument must be quoted')
        data = codecs.escape_decode(data[1:-1])[0]
    return data if encoding == 'bytes' else data.decode(encoding, errors)


def _extend(target, items):
    more = 'update' if isinstance(target, set) else 'extend'
    if hasattr(target, more):
        getattr(target, more)(items)
        return
    add = target.add if hasattr(target, 'add') else target.append
    for item in items:
        add(item)


def _set_items(target, items):
    for at in range(0, len(items), 2):
        target[items[at]] = items[at + 1]


def _build(target, state):
    setter = getattr(target, '__setstate__', _build)
    if setter is not _build:
        setter(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None and not isinstance(state, dict):
        raise UnpicklingError('state is not a dictionary')
    if slots is not None and not isinstance(slots, dict):
        raise UnpicklingError('slot state is not a dictionary')
    if state:
        attributes = target.__dict__
        for name, value in state.items():
            attributes[_sys.intern(name) if type(name) is str else name] = value
    if slots:
        for name, value in slots.items():
            setattr(target, name, value)


def _make(cls, args, kwargs=None):
    if type(args) is list:
        return cls(*args) if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__') else cls.__new__(cls)
    code = 'NEWOBJ' if kwargs is None else 'NEWOBJ_EX'
    for what, given, kind, word in (
            ('class', cls, type, 'type'), ('args', args, tuple, 'tuple'), ('kwargs', kwargs or {}, dict, 'dict')):
        if not isinstance(given, kind):
            raise UnpicklingError(f'{code} {what} argument must be a {word}, not {_type_name(given)}')
    return cls.__new__(cls, *args, **kwargs)


def _of_extension(code, find_class):
    """What a registered number leads to."""
    if code in _copyreg._extension_cache:
        return _copyreg._extension_cache[code]
    if code not in _copyreg._inverted_registry:
        raise ValueError(f'unregistered extension code {code}') if code > 0 else UnpicklingError('EXT specifies code <= 0')
    key = _copyreg._inverted_registry[code]
    if type(key) is not tuple or list(map(type, key)) != [str, str]:
        raise ValueError(f"_inverted_registry[{code}] isn't a 2-tuple of strings")
    found = _copyreg._extension_cache[code] = find_class(*key)
    return found


def _next_buffer(buffers):
    if buffers is None:
        raise UnpicklingError('pickle stream refers to out-of-band data but no *buffers* argument was given')
    try:
        return next(buffers)
    except StopIteration:
        raise UnpicklingError('not enough out-of-band buffers') from None


def _readonly(buffer):
    view = memoryview(buffer)
    return buffer if view.readonly else view.toreadonly()


def _reading(fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """What the reader asks."""
    def find_class(module_name, name):
        return _find_class(module_name, name, fix_imports)
    return (find_class, _no_persistent_load, lambda code, data: _of_line(code, data, encoding, errors), _extend, _set_items,
            _build, lambda cls, *args: _make(find_class(*cls) if type(cls) is tuple else cls, *args),
            lambda code: _of_extension(code, find_class), lambda: _next_buffer(buffers), _readonly)


_WRITING = _reduced, _found, _without_keywords, _in_band, PickleBuffer, _copyreg._extension_registry
_READING = _reading()


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The object as bytes."""
    protocol = _protocol(protocol)
    return _pickling.write(obj, protocol, _pickling.Memo(), False, None, None, dispatch_table,
                           _writing(protocol, fix_imports, buffer_callback))


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The next object of a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The object that bytes stand for."""
    helpers = _READING
    if encoding != 'ASCII' or errors != 'strict' or buffers is not None or not fix_imports:
        helpers = _reading(fix_imports, encoding, errors, None if buffers is None else iter(buffers))
    return _pickling.read(data, None, None, _pickling.Memo(), True, helpers)


_Pickler, _Unpickler = Pickler, Unpickler
# The instructions by their names.
_INSTRUCTIONS = '''
ADDITEMS=90 APPEND=61 APPENDS=65 BINBYTES=42 BINBYTES8=8e BINFLOAT=47 BINGET=68 BININT=4a BININT1=4b BININT2=4d
BINPERSID=51 BINPUT=71 BINSTRING=54 BINUNICODE=58 BINUNICODE8=8d BUILD=62 BYTEARRAY8=96 DICT=64 DUP=32
EMPTY_DICT=7d EMPTY_LIST=5d EMPTY_SET=8f EMPTY_TUPLE=29 EXT1=82 EXT2=83 EXT4=84 FALSE=4930300a FLOAT=46
FRAME=95 FROZENSET=91 GET=67 GLOBAL=63 INST=69 INT=49 LIST=6c LONG=4c LONG1=8a LONG4=8b LONG_BINGET=6a
LONG_BINPUT=72 MARK=28 MEMOIZE=94 NEWFALSE=89 NEWOBJ=81 NEWOBJ_EX=92 NEWTRUE=88 NEXT_BUFFER=97 NONE=4e OBJ=6f
PERSID=50 POP=30 POP_MARK=31 PROTO=80 PUT=70 READONLY_BUFFER=98 REDUCE=52 SETITEM=73 SETITEMS=75
SHORT_BINBYTES=43 SHORT_BINSTRING=55 SHORT_BINUNICODE=8c STACK_GLOBAL=93 STOP=2e STRING=53 TRUE=4930310a
TUPLE=74 TUPLE1=85 TUPLE2=86 TUPLE3=87 UNICODE=56
'''
globals().update((name, bytes.fromhex(code)) for name, _, code in (entry.partition('=') for entry in _INSTRUCTIONS.split()))


def encode_long(x):
    """A number's bytes, as few as it needs."""
    return x.to_bytes(((x if x > 0 else ~x).bit_length() >> 3) + 1, 'little', signed=True) if x else b''


def decode_long(data):
    return int.from_bytes(data, 'little', signed=True)


from _frames import extension as _extension, native as _native, passes_memory as _passes_memory, type_name as _type_name
Pickler.__module__ = Unpickler.__module__ = '_pickle'
_extension(Pickler, Unpickler)
_passes_memory(PickleBuffer)
_native(globals(), 'encode_long', 'decode_long')
