"""Objects as bytes, in all protocols."""
import copyreg as _copyreg
import struct as _struct
import sys as _sys
from operator import index as _index

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'PickleBuffer']
HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4
format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
_FRAME, _BATCH, _DEEPEST = 64 * 1024, 1000, 10000


class PickleError(Exception):
    __module__ = '_pickle'


class PicklingError(PickleError):
    __module__ = '_pickle'


class UnpicklingError(PickleError):
    __module__ = '_pickle'


class _Stop(Exception):
    pass


class PickleBuffer:
    def __init__(self, object):
        self._object = object

    def raw(self):
        return memoryview(self._object)


def _owner(obj, name):
    """What a dotted name leads to, and what it was found in."""
    parent = None
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local object {name!r}")
        parent, obj = obj, getattr(obj, part)
    return obj, parent


def _module_of(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for found, loaded in list(_sys.modules.items()):
        if found in ('__main__', '__mp_main__') or loaded is None:
            continue
        try:
            if _owner(loaded, name)[0] is obj:
                return found
        except AttributeError:
            pass
    return '__main__'


class Pickler:
    """Writes objects to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else _index(protocol)
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif not 0 <= protocol <= HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        # Protocol 0 is text alone.
        self.proto, self.bin, self.memo, self._count = protocol, protocol >= 1, {}, 0
        self.fast = False

    def clear_memo(self):
        self.memo.clear()
        self._count = 0

    def dump(self, obj):
        self._out, self._frame, self._parts = [], 0, []
        if self.proto >= 2:
            self._file_write(b'\x80' + bytes((self.proto,)))
        # Depth is counted as CPython's C code counts it; the calls of this text do not count.
        self._depth, limit = 0, _sys.getrecursionlimit()
        _sys.setrecursionlimit(limit + 3 * _DEEPEST)
        try:
            self.save(obj)
        finally:
            _sys.setrecursionlimit(limit)
        self._write(b'.')
        self._end_frame(True)
        self._file_write(b''.join(self._out))

    # Frames.

    def _write(self, data):
        self._parts.append(data)
        self._frame += len(data)

    def _end_frame(self, last=False):
        if last or self._frame >= _FRAME:
            data = b''.join(self._parts)
            if self.proto >= 4 and len(data) >= 4:
                self._out.append(b'\x95' + len(data).to_bytes(8, 'little'))
            self._out.append(data)
            self._parts, self._frame = [], 0

    def _write_large(self, head, data):
        if self.proto < 4 or len(data) < _FRAME:
            self._write(head + data)
            return
        if self._parts:
            self._end_frame(True)
        self._out += head, data

    # The memo.

    def _known(self, obj):
        known = self.memo.get(id(obj))
        return known if known is not None and known[1] is obj else None

    def _memoize(self, obj):
        number = self._count
        self._count += 1
        self.memo[id(obj)] = number, obj
        if self.proto >= 4:
            self._write(b'\x94')
        elif not self.bin:
            self._write(b'p%d\n' % number)
        elif number < 256:
            self._write(b'q' + bytes((number,)))
        else:
            self._write(b'r' + number.to_bytes(4, 'little'))

    def _get(self, number):
        self._write(b'g%d\n' % number if not self.bin else b'h' + bytes((number,)) if number < 256 else b'j' + number.to_bytes(4, 'little'))

    def persistent_id(self, obj):
        return None

    _own_ids = False

    def save(self, obj, persistent=True):
        if self._depth >= _DEEPEST:
            raise RecursionError('maximum recursion depth exceeded while pickling an object')
        if self._frame >= _FRAME:
            self._end_frame()
        if persistent and type(self).persistent_id is not Pickler.persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                if self.bin:
                    self.save(pid, False)
                    self._write(b'Q')
                else:
                    self._write(b'P' + str(pid).encode('ascii') + b'\n')
                return
        kind = type(obj)
        save = _BY_TYPE.get(kind)
        if save is not None and (kind is int or kind is float or kind is bool or obj is None):
            save(self, obj)
            return
        known = self._known(obj)
        if known is not None:
            self._get(known[0])
            return
        self._depth += 1
        if save is not None:
            save(self, obj)
        else:
            self._save_other(obj, kind)
        self._depth -= 1

    def _save_other(self, obj, kind):
        override = getattr(self, 'reducer_override', None)
        reduced = NotImplemented if override is None else override(obj)
        if reduced is NotImplemented:
            table = getattr(self, 'dispatch_table', _copyreg.dispatch_table)
            reduce = table.get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                self._save_type(obj)
                return
            else:
                reduce = getattr(obj, '__reduce_ex__', None)
                if reduce is not None:
                    reduced = reduce(self.proto)
                else:
                    reduced = obj.__reduce__()
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(reduced) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        self._save_reduced(obj, *reduced)

    def _save_reduced(self, obj, func, args, state=None, items=None, entries=None, setter=None):
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        name = getattr(func, '__name__', '')
        if name == '__newobj_ex__':
            cls, args, kwargs = args
            if self.proto >= 4:
                self.save(cls)
                self.save(args)
                self.save(kwargs)
                self._write(b'\x92')
            else:
                import functools
                self.save(functools.partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self._write(b'R')
        elif name == '__newobj__' and self.proto >= 2:
            cls = args[0]
            if obj is not None and cls is not obj.__class__:
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
            self.save(cls)
            self.save(args[1:])
            self._write(b'\x81')
        else:
            self.save(func)
            self.save(args)
            self._write(b'R')
        if obj is not None:
            known = self._known(obj)
            if known is not None:
                self._write(b'0')
                self._get(known[0])
            else:
                self._memoize(obj)
        if items is not None:
            self._batch_items(items)
        if entries is not None:
            self._batch_entries(entries)
        if state is not None:
            if setter is None:
                self.save(state)
                self._write(b'b')
            else:
                self.save(setter)
                self.save(obj)
                self.save(state)
                self._write(b'\x86R0')

    # One method a type.

    def _save_none(self, obj):
        self._write(b'N')

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(b'\x88' if obj else b'\x89')
        else:
            self._write(b'I01\n' if obj else b'I00\n')

    def _save_int(self, obj):
        small = -0x80000000 <= obj <= 0x7fffffff
        if self.proto < 2 and not (self.bin and small):
            self._write(b'I%d\n' % obj if small else b'L%dL\n' % obj)
        elif 0 <= obj < 256:
            self._write(b'K' + bytes((obj,)))
        elif 0 <= obj < 65536:
            self._write(b'M' + obj.to_bytes(2, 'little'))
        elif small:
            self._write(b'J' + obj.to_bytes(4, 'little', signed=True))
        else:
            size = (obj.bit_length() >> 3) + 1
            data = obj.to_bytes(size, 'little', signed=True)
            if obj < 0 and size > 1 and data[-1] == 255 and data[-2] & 128:
                data = data[:-1]
            if len(data) < 256:
                self._write(b'\x8a' + bytes((len(data),)) + data)
            else:
                self._write(b'\x8b' + len(data).to_bytes(4, 'little') + data)

    def _save_float(self, obj):
        self._write(b'G' + _struct.pack('>d', obj) if self.bin else b'F' + repr(obj).encode() + b'\n')

    def _save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self._save_reduced(obj, bytes, ())
            else:
                self._save_reduced(obj, _encode, (str(obj, 'latin1'), 'latin1'))
            return
        if len(obj) < 256:
            self._write(b'C' + bytes((len(obj),)) + obj)
        elif len(obj) > 0xffffffff:
            self._write_large(b'\x8e' + len(obj).to_bytes(8, 'little'), obj)
        else:
            self._write_large(b'B' + len(obj).to_bytes(4, 'little'), obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduced(obj, bytearray, (bytes(obj),) if obj else ())
            return
        self._write_large(b'\x96' + len(obj).to_bytes(8, 'little'), bytes(obj))
        self._memoize(obj)

    def _save_str(self, obj):
        if not self.bin:
            # What would end the line, or begin an escape.
            text = obj
            for special in '\\\0\n\r\x1a':
                text = text.replace(special, f'\\u{ord(special):04x}')
            self._write(b'V' + text.encode('raw_unicode_escape') + b'\n')
            self._memoize(obj)
            return
        data = obj.encode('utf-8', 'surrogatepass')
        if len(data) < 256 and self.proto >= 4:
            self._write(b'\x8c' + bytes((len(data),)) + data)
        else:
            self._write_large(b'X' + len(data).to_bytes(4, 'little'), data)
        self._memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._write(b')' if self.bin else b'(t')
            return
        count = len(obj) if self.proto >= 2 else 4
        if count > 3:
            self._write(b'(')
        for item in obj:
            self.save(item)
        known = self._known(obj)
        if known is not None:
            # An item led back to it.
            self._write(b'1' if count > 3 else b'0' * count)
            self._get(known[0])
            return
        self._write((b't', b'\x85', b'\x86', b'\x87')[count if count <= 3 else 0])
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(b']' if self.bin else b'(l')
        self._memoize(obj)
        self._depth += 1
        self._batch_items(obj)
        self._depth -= 1

    def _batch_items(self, items):
        items = list(items)
        for at in range(0, len(items), _BATCH):
            part = items[at:at + _BATCH]
            if len(part) == 1 or not self.bin:
                for item in part:
                    self.save(item)
                    self._write(b'a')
            else:
                self._write(b'(')
                for item in part:
                    self.save(item)
                self._write(b'e')

    def _save_dict(self, obj):
        self._write(b'}' if self.bin else b'(d')
        self._memoize(obj)
        self._depth += 1
        self._batch_entries(obj.items())
        self._depth -= 1

    def _batch_entries(self, entries):
        entries = list(entries)
        for at in range(0, len(entries), _BATCH):
            part = entries[at:at + _BATCH]
            if len(part) > 1 and self.bin:
                self._write(b'(')
            for key, value in part:
                self.save(key)
                self.save(value)
                if not self.bin:
                    self._write(b's')
            if self.bin:
                self._write(b'u' if len(part) > 1 else b's')

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduced(obj, set, (list(obj),))
            return
        self._write(b'\x8f')
        self._memoize(obj)
        items = list(obj)
        for at in range(0, len(items), _BATCH):
            self._write(b'(')
            for item in items[at:at + _BATCH]:
                self.save(item)
            self._write(b'\x90')

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduced(obj, frozenset, (list(obj),))
            return
        self._write(b'(')
        for item in obj:
            self.save(item)
        known = self._known(obj)
        if known is not None:
            self._write(b'1')
            self._get(known[0])
            return
        self._write(b'\x91')
        self._memoize(obj)

    def _save_type(self, obj):
        if obj is type(None):
            self._save_reduced(obj, type, (None,))
        elif obj is type(NotImplemented):
            self._save_reduced(obj, type, (NotImplemented,))
        elif obj is type(...):
            self._save_reduced(obj, type, (...,))
        else:
            self._save_global(obj)

    def _save_constant(self, obj):
        self._save_global(obj, 'Ellipsis' if obj is ... else 'NotImplemented')

    def _save_range(self, obj):
        self._save_reduced(obj, range, (obj.start, obj.stop, obj.step))

    def _save_slice(self, obj):
        self._save_reduced(obj, slice, (obj.start, obj.stop, obj.step))

    def _save_complex(self, obj):
        self._save_reduced(obj, complex, (obj.real, obj.imag))

    def _save_view(self, obj):
        raise TypeError('cannot pickle memoryview objects')

    def _save_method(self, obj):
        if hasattr(obj, '__func__'):
            self._save_reduced(obj, getattr, (obj.__self__, obj.__func__.__name__))
            return
        holder = getattr(obj, '__self__', getattr(obj, '__objclass__', None))
        if holder is None or isinstance(holder, type(_sys)):
            self._save_global(obj)
        else:
            self._save_reduced(obj, getattr, (holder, obj.__name__))

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None) or obj.__name__
        module_name = _module_of(obj, name)
        if obj is _encode:
            self._write_global(obj, '_codecs', 'encode')
            return
        try:
            module = __import__(module_name, fromlist=[''] if '.' in module_name else [])
            module = _sys.modules[module_name]
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        if '<locals>' in name.split('.'):
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            found, parent = _owner(module, name)
        except AttributeError:
            raise PicklingError(
                f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj and found != obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if '.' in name and self.proto < 4:
            self._save_reduced(obj, getattr, (parent, name.rpartition('.')[2]))
        else:
            self._write_global(obj, module_name, name)

    def _write_global(self, obj, module_name, name):
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self._write(b'\x93')
        else:
            if self.proto < 3:
                if module_name == 'builtins':
                    name = {'int': 'long', 'range': 'xrange', 'str': 'unicode'}.get(name, name)
                    is_error = isinstance(obj, type) and issubclass(obj, BaseException)
                    module_name = 'exceptions' if is_error else '__builtin__'
                elif module_name == 'copyreg':
                    module_name = 'copy_reg'
            self._write(f'c{module_name}\n{name}\n'.encode())
        self._memoize(obj)


def _encode(text, encoding):
    return text.encode(encoding)


_encode.__module__, _encode.__qualname__ = '_codecs', 'encode'


class _Method:
    def m(self):
        pass


_BY_TYPE = {
    type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float,
    bytes: Pickler._save_bytes, str: Pickler._save_str, tuple: Pickler._save_tuple, list: Pickler._save_list,
    dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset, type: Pickler._save_type,
    bytearray: Pickler._save_bytearray, type(_owner): Pickler._save_global, type(len): Pickler._save_method,
    type(_Method().m): Pickler._save_method, type(''.upper): Pickler._save_method,
    type(str.upper): Pickler._save_method, type(str.__add__): Pickler._save_method,
    type(''.__add__): Pickler._save_method, type(dict.__dict__['fromkeys']): Pickler._save_method,
    range: Pickler._save_range, slice: Pickler._save_slice, complex: Pickler._save_complex,
    memoryview: Pickler._save_view, type(...): Pickler._save_constant, type(NotImplemented): Pickler._save_constant}


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        try:
            self._read, self._readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self.memo = {}

    def find_class(self, module_name, name):
        if module_name in _RENAMED:
            name = {'long': 'int', 'xrange': 'range', 'unicode': 'str'}.get(name, name)
            module_name = _RENAMED[module_name]
        if (module_name, name) == ('_codecs', 'encode'):
            return _encode
        __import__(module_name)
        module = _sys.modules[module_name]
        try:
            return _owner(module, name)[0]
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was '
                              'specified.')

    def _take(self, count):
        data = self._read(count)
        if len(data) < count:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _line(self):
        data = self._readline()
        if not data.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return data[:-1]

    def load(self):
        self.stack, self.marks = [], []
        codes = _CODES
        try:
            while True:
                code = self._read(1)
                if not code:
                    raise EOFError('Ran out of input')
                action = codes.get(code[0])
                if action is None:
                    raise UnpicklingError(f"invalid load key, '{chr(code[0])}'." if 32 <= code[0] < 127 else
                                          f"invalid load key, '\\x{code[0]:02x}'.")
                action(self)
        except _Stop as stop:
            return stop.args[0]
        except IndexError:
            raise UnpicklingError('unpickling stack underflow') from None

    def _protocol(self):
        proto = self._take(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f'unsupported pickle protocol: {proto}')

    def _number(self, size, signed=False):
        return int.from_bytes(self._take(size), 'little', signed=signed)

    def _mark(self):
        if not self.marks:
            raise UnpicklingError('could not find MARK')
        items, self.stack = self.stack, self.marks.pop()
        return items

    def _push_mark(self):
        self.marks.append(self.stack)
        self.stack = []

    def _stop(self):
        raise _Stop(self.stack.pop())

    def _push(self, value):
        self.stack.append(value)

    def _tuple(self, count):
        at = len(self.stack) - count
        if at < 0:
            raise IndexError
        self.stack[at:] = [tuple(self.stack[at:])]

    def _store(self, number):
        self.memo[number] = self.stack[-1]

    def _recall(self, number):
        try:
            self.stack.append(self.memo[number])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {number}') from None

    def _text(self, size):
        self.stack.append(str(self._take(self._number(size)), 'utf-8', 'surrogatepass'))

    def _extend(self):
        items = self._mark()
        target = self.stack[-1]
        if hasattr(target, 'extend'):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _append(self):
        item = self.stack.pop()
        self.stack[-1].append(item)

    def _set_items(self):
        items = self._mark()
        target = self.stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _set_item(self):
        value, key = self.stack.pop(), self.stack.pop()
        self.stack[-1][key] = value

    def _add_items(self):
        items = self._mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _global(self, module, name):
        self.stack.append(self.find_class(module, name))

    def _stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise UnpicklingError('STACK_GLOBAL requires str')
        self._global(module, name)

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _new(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args))

    def _new_ex(self):
        kwargs, args, cls = self.stack.pop(), self.stack.pop(), self.stack.pop()
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def _build(self):
        state = self.stack.pop()
        target = self.stack[-1]
        setter = getattr(target, '__setstate__', None)
        if setter is not None:
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

    def _instance(self, cls, args):
        self.stack.append(cls(*args) if args or not isinstance(cls, type) else cls())

    def _object(self):
        args = self._mark()
        cls = args.pop(0)
        self._instance(cls, args)

    def _inst(self):
        module, name = self._line().decode(), self._line().decode()
        self._instance(self.find_class(module, name), self._mark())

    def _int_line(self):
        data = self._line()
        self._push(data == b'01' if data in (b'00', b'01') else int(data))

    def _string_line(self):
        import codecs
        data = self._line()
        self._push(data[1:-1].decode('unicode_escape'))


_RENAMED = {'__builtin__': 'builtins', 'copy_reg': 'copyreg', 'exceptions': 'builtins'}
_CODES = {
    ord('('): Unpickler._push_mark, ord('.'): Unpickler._stop, ord('0'): lambda u: u.stack.pop() if u.stack else u._mark(),
    ord('1'): Unpickler._mark, ord('2'): lambda u: u._push(u.stack[-1]),
    0x80: Unpickler._protocol, 0x95: lambda u: u._take(8), ord('N'): lambda u: u._push(None),
    0x88: lambda u: u._push(True), 0x89: lambda u: u._push(False), ord('I'): Unpickler._int_line,
    ord('L'): lambda u: u._push(int(u._line().rstrip(b'L'))), ord('F'): lambda u: u._push(float(u._line())),
    ord('K'): lambda u: u._push(u._number(1)), ord('M'): lambda u: u._push(u._number(2)),
    ord('J'): lambda u: u._push(u._number(4, True)), 0x8a: lambda u: u._push(u._number(u._number(1), True)),
    0x8b: lambda u: u._push(u._number(u._number(4), True)),
    ord('G'): lambda u: u._push(_struct.unpack('>d', u._take(8))[0]),
    ord('S'): Unpickler._string_line, ord('V'): lambda u: u._push(u._line().decode('raw_unicode_escape')),
    0x8c: lambda u: u._text(1), ord('X'): lambda u: u._text(4), 0x8d: lambda u: u._text(8),
    ord('C'): lambda u: u._push(u._take(u._number(1))), ord('B'): lambda u: u._push(u._take(u._number(4))),
    0x8e: lambda u: u._push(u._take(u._number(8))), 0x96: lambda u: u._push(bytearray(u._take(u._number(8)))),
    ord('T'): lambda u: u._push(u._take(u._number(4)).decode('latin1')),
    ord('U'): lambda u: u._push(u._take(u._number(1)).decode('latin1')),
    ord(')'): lambda u: u._push(()), 0x85: lambda u: u._tuple(1),
    0x86: lambda u: u._tuple(2), 0x87: lambda u: u._tuple(3), ord(']'): lambda u: u._push([]),
    ord('}'): lambda u: u._push({}), 0x8f: lambda u: u._push(set()), ord('e'): Unpickler._extend,
    ord('a'): Unpickler._append, ord('u'): Unpickler._set_items, ord('s'): Unpickler._set_item,
    0x90: Unpickler._add_items, ord('c'): lambda u: u._global(u._line().decode(), u._line().decode()),
    0x93: Unpickler._stack_global, ord('R'): Unpickler._reduce, 0x81: Unpickler._new, 0x92: Unpickler._new_ex,
    ord('b'): Unpickler._build, ord('o'): Unpickler._object, ord('i'): Unpickler._inst,
    ord('q'): lambda u: u._store(u._number(1)), ord('r'): lambda u: u._store(u._number(4)),
    ord('p'): lambda u: u._store(int(u._line())), 0x94: lambda u: u._store(len(u.memo)),
    ord('h'): lambda u: u._recall(u._number(1)), ord('j'): lambda u: u._recall(u._number(4)),
    ord('g'): lambda u: u._recall(int(u._line())),
    ord('Q'): lambda u: u._push(u.persistent_load(u.stack.pop())),
    ord('P'): lambda u: u._push(u.persistent_load(u._line().decode()))}


def _gathered(kind):
    def gather(unpickler):
        items = unpickler._mark()
        unpickler._push(kind(items))
    return gather


def _gathered_dict(unpickler):
    items = unpickler._mark()
    unpickler._push({items[at]: items[at + 1] for at in range(0, len(items), 2)})


_CODES[ord('t')], _CODES[ord('l')], _CODES[0x91], _CODES[ord('d')] = (
    _gathered(tuple), _gathered(list), _gathered(frozenset), _gathered_dict)


class _Bytes:
    """A file in memory, as small as can be."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def read(self, count):
        found = self.data[self.at:self.at + count]
        self.at += count
        return found

    def readline(self):
        end = self.data.find(b'\n', self.at) + 1 or len(self.data)
        return self.read(end - self.at)


class _Parts:
    def __init__(self):
        self.parts = []
        self.write = self.parts.append


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes an object to a file."""
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The object as bytes."""
    parts = _Parts()
    Pickler(parts, protocol).dump(obj)
    return b''.join(parts.parts)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The next object of a file."""
    return Unpickler(file).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """The object that bytes stand for."""
    try:
        data = bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    return Unpickler(_Bytes(data)).load()


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


from _frames import native as _native
_native(globals())
