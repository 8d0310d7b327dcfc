"""What pickles are made of: their instructions one by one, as a listing, and without what nobody uses."""
import codecs
import io
import pickle
import struct

__all__ = ['dis', 'genops', 'optimize']
UP_TO_NEWLINE, TAKEN_FROM_ARGUMENT1, TAKEN_FROM_ARGUMENT4, TAKEN_FROM_ARGUMENT4U, TAKEN_FROM_ARGUMENT8U = -1, -2, -3, -4, -5


class StackObject:
    """A kind of thing on the stack."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class ArgumentDescriptor:
    """How an instruction's argument is read, and of how many bytes it is."""

    def __init__(self, name, n, reader):
        self.name, self.n, self.reader = name, n, reader


class OpcodeInfo:
    """An instruction: its byte, its argument, what it takes from the stack and puts there, and since which protocol it is."""

    def __init__(self, name, code, arg, stack_before, stack_after, proto):
        self.name, self.code, self.arg, self.proto = name, code, arg, proto
        self.stack_before, self.stack_after = stack_before, stack_after


def _exactly(file, size, what):
    data = file.read(size)
    if len(data) != size:
        raise ValueError(f'not enough data in stream to read {what}')
    return data


def _number(form, name):
    size = struct.calcsize(form)

    def read(f):
        return struct.unpack(form, _exactly(f, size, name))[0]
    return ArgumentDescriptor(name, size, read)


def _sized(name, form, kind, decode=bytes):
    """Bytes with their number before them."""
    size = struct.calcsize(form)

    def read(f):
        count = struct.unpack(form, _exactly(f, size, f'{"u" if form != "<i" else ""}int{size}'))[0]
        if count < 0:
            raise ValueError(f'{name} byte count < 0: {count}')
        data = f.read(count)
        if len(data) != count:
            raise ValueError(f'expected {count} bytes in a {name}, but only {len(data)} remain')
        return decode(data)
    return ArgumentDescriptor(name, kind, read)


def _line(f, what):
    data = f.readline()
    if not data.endswith(b'\n'):
        raise ValueError(f'no newline found when trying to read {what}')
    return data[:-1]


def read_stringnl(f, decode=True, stripquotes=True, *, encoding='latin-1'):
    data = _line(f, 'stringnl')
    if stripquotes:
        for quote in (b'"', b"'"):
            if data.startswith(quote):
                if not data.endswith(quote):
                    raise ValueError(f'strinq quote {quote!r} not found at both ends of {data!r}')
                data = data[1:-1]
                break
        else:
            raise ValueError(f'no string quotes around {data!r}')
    return codecs.escape_decode(data)[0].decode(encoding) if decode else data


def read_stringnl_noescape(f):
    return read_stringnl(f, stripquotes=False, encoding='utf-8')


def read_stringnl_noescape_pair(f):
    return f'{read_stringnl_noescape(f)} {read_stringnl_noescape(f)}'


def read_unicodestringnl(f):
    return str(_line(f, 'unicodestringnl'), 'raw-unicode-escape')


def read_decimalnl_short(f):
    text = read_stringnl(f, decode=False, stripquotes=False)
    return {b'00': False, b'01': True}[text] if text in (b'00', b'01') else int(text)


def read_decimalnl_long(f):
    text = read_stringnl(f, decode=False, stripquotes=False)
    return int(text.removesuffix(b'L'))


def read_floatnl(f):
    return float(read_stringnl(f, decode=False, stripquotes=False))


_text, _latin = (lambda data: str(data, 'utf-8', 'surrogatepass')), (lambda data: data.decode('latin-1'))
_ARGUMENTS = {found.name: found for found in (
    _number('<B', 'uint1'), _number('<H', 'uint2'), _number('<i', 'int4'), _number('<I', 'uint4'), _number('<Q', 'uint8'),
    _number('>d', 'float8'),
    _sized('string1', '<B', TAKEN_FROM_ARGUMENT1, _latin), _sized('string4', '<i', TAKEN_FROM_ARGUMENT4, _latin),
    _sized('bytes1', '<B', TAKEN_FROM_ARGUMENT1), _sized('bytes4', '<I', TAKEN_FROM_ARGUMENT4U),
    _sized('bytes8', '<Q', TAKEN_FROM_ARGUMENT8U), _sized('bytearray8', '<Q', TAKEN_FROM_ARGUMENT8U, bytearray),
    _sized('unicodestring1', '<B', TAKEN_FROM_ARGUMENT1, _text), _sized('unicodestring4', '<I', TAKEN_FROM_ARGUMENT4U, _text),
    _sized('unicodestring8', '<Q', TAKEN_FROM_ARGUMENT8U, _text),
    _sized('long1', '<B', TAKEN_FROM_ARGUMENT1, pickle.decode_long), _sized('long4', '<i', TAKEN_FROM_ARGUMENT4, pickle.decode_long),
    *(ArgumentDescriptor(reader.__name__.removeprefix('read_'), UP_TO_NEWLINE, reader) for reader in (
        read_stringnl, read_stringnl_noescape, read_stringnl_noescape_pair, read_unicodestringnl, read_decimalnl_short,
        read_decimalnl_long, read_floatnl)))}
_KINDS = {name: StackObject(name) for name in (
    'int int_or_bool bool float bytes_or_str bytes bytearray str None tuple list dict set frozenset buffer any mark stackslice').split()}
markobject, stackslice, anyobject = _KINDS['mark'], _KINDS['stackslice'], _KINDS['any']
# Each instruction: its name, its byte, its argument, what it takes and gives, its protocol.
_TABLE = '''
INT:49:decimalnl_short:-:int_or_bool:0 BININT:4a:int4:-:int:1 BININT1:4b:uint1:-:int:1 BININT2:4d:uint2:-:int:1 LONG:4c:decimalnl_long:-:int:0
LONG1:8a:long1:-:int:2 LONG4:8b:long4:-:int:2 STRING:53:stringnl:-:bytes_or_str:0 BINSTRING:54:string4:-:bytes_or_str:1
SHORT_BINSTRING:55:string1:-:bytes_or_str:1 BINBYTES:42:bytes4:-:bytes:3 SHORT_BINBYTES:43:bytes1:-:bytes:3 BINBYTES8:8e:bytes8:-:bytes:4
BYTEARRAY8:96:bytearray8:-:bytearray:5 NEXT_BUFFER:97:-:-:buffer:5 READONLY_BUFFER:98:-:buffer:buffer:5 NONE:4e:-:-:None:0 NEWTRUE:88:-:-:bool:2
NEWFALSE:89:-:-:bool:2 UNICODE:56:unicodestringnl:-:str:0 SHORT_BINUNICODE:8c:unicodestring1:-:str:4 BINUNICODE:58:unicodestring4:-:str:1
BINUNICODE8:8d:unicodestring8:-:str:4 FLOAT:46:floatnl:-:float:0 BINFLOAT:47:float8:-:float:1 EMPTY_LIST:5d:-:-:list:1 APPEND:61:-:list+any:list:0
APPENDS:65:-:list+mark+stackslice:list:1 LIST:6c:-:mark+stackslice:list:0 EMPTY_TUPLE:29:-:-:tuple:1 TUPLE:74:-:mark+stackslice:tuple:0
TUPLE1:85:-:any:tuple:2 TUPLE2:86:-:any+any:tuple:2 TUPLE3:87:-:any+any+any:tuple:2 EMPTY_DICT:7d:-:-:dict:1 DICT:64:-:mark+stackslice:dict:0
SETITEM:73:-:dict+any+any:dict:0 SETITEMS:75:-:dict+mark+stackslice:dict:1 EMPTY_SET:8f:-:-:set:4 ADDITEMS:90:-:set+mark+stackslice:set:4
FROZENSET:91:-:mark+stackslice:frozenset:4 POP:30:-:any:-:0 DUP:32:-:any:any+any:0 MARK:28:-:-:mark:0 POP_MARK:31:-:mark+stackslice:-:1
GET:67:decimalnl_short:-:any:0 BINGET:68:uint1:-:any:1 LONG_BINGET:6a:uint4:-:any:1 PUT:70:decimalnl_short:-:-:0 BINPUT:71:uint1:-:-:1
LONG_BINPUT:72:uint4:-:-:1 MEMOIZE:94:-:any:any:4 EXT1:82:uint1:-:any:2 EXT2:83:uint2:-:any:2 EXT4:84:int4:-:any:2
GLOBAL:63:stringnl_noescape_pair:-:any:0 STACK_GLOBAL:93:-:str+str:any:4 REDUCE:52:-:any+any:any:0 BUILD:62:-:any+any:any:0
INST:69:stringnl_noescape_pair:mark+stackslice:any:0 OBJ:6f:-:mark+any+stackslice:any:1 NEWOBJ:81:-:any+any:any:2 NEWOBJ_EX:92:-:any+any+any:any:4
PROTO:80:uint1:-:-:2 STOP:2e:-:any:-:0 FRAME:95:uint8:-:-:4 PERSID:50:stringnl_noescape:-:any:0 BINPERSID:51:-:any:any:1
'''


def _kinds(names):
    return [] if names == '-' else [_KINDS[name] for name in names.split('+')]


def _info(entry):
    name, code, arg, before, after, proto = entry.split(':')
    return OpcodeInfo(name, chr(int(code, 16)), _ARGUMENTS.get(arg), _kinds(before), _kinds(after), int(proto))


opcodes = [_info(entry) for entry in _TABLE.split()]
code2op = {opcode.code: opcode for opcode in opcodes}


def genops(pickle):
    """The instructions of a pickle, each with its argument and its place."""
    return ((opcode, arg, at) for opcode, arg, at, _ in _instructions(pickle))


def _instructions(data):
    file = io.BytesIO(data) if isinstance(data, (bytes, bytearray)) else data
    place = getattr(file, 'tell', lambda: None)
    while True:
        at, code = place(), file.read(1)
        opcode = code2op.get(code.decode('latin-1'))
        if opcode is None:
            if not code:
                raise ValueError('pickle exhausted before seeing STOP')
            raise ValueError(f'at position {"<unknown>" if at is None else at}, opcode {code!r} unknown')
        yield opcode, opcode.arg and opcode.arg.reader(file), at, place()
        if code == b'.':
            return


def optimize(p):
    """The pickle without memo entries that nothing refers to."""
    parts, used, entries, protocol, head = [], {}, set(), 0, b''
    for opcode, arg, at, end in _instructions(p):
        name = opcode.name
        if 'PUT' in name or name == 'MEMOIZE':
            number = len(entries) if name == 'MEMOIZE' else arg
            entries.add(number)
            parts.append(('put', number))
        elif 'GET' in name:
            protocol = max(protocol, opcode.proto)
            used[arg] = None
            parts.append(('get', arg))
        elif name == 'PROTO':
            protocol = max(protocol, arg)
            if at:
                parts.append((None, p[at:end]))
            else:
                head = p[at:end]
        elif 'FRAME' not in name:
            parts.append((None, p[at:end]))
    frames, count = _Frames(protocol), 0
    for kind, part in parts:
        if kind == 'put':
            if part not in used:
                continue
            used[part], part = count, _put(count, protocol)
            count += 1
        elif kind == 'get':
            part = _by_number('ghj', used[part], protocol)
        frames.write(part, kind is None)
    return head + frames.whole()


def _put(number, protocol):
    return b'\x94' if protocol >= 4 else _by_number('pqr', number, protocol)


def _by_number(codes, number, protocol):
    """An instruction with a number of the memo."""
    if not protocol:
        return f'{codes[0]}{number}\n'.encode()
    return codes[1].encode() + bytes((number,)) if number < 256 else codes[2].encode() + struct.pack('<I', number)


class _Frames:
    """Instructions together in frames of some 64 KB; what is longer by itself is in none."""
    LIMIT = 1 << 16

    def __init__(self, protocol):
        self.framed, self.done, self.frame = protocol >= 4, b'', b''

    def write(self, part, is_instruction):
        alone = is_instruction and len(part) > self.LIMIT
        if alone or len(self.frame) >= self.LIMIT:
            self._end()
        if alone or not self.framed:
            self.done += part
        else:
            self.frame += part

    def _end(self):
        if len(self.frame) >= 4:
            self.done += b'\x95' + struct.pack('<Q', len(self.frame))
        self.done, self.frame = self.done + self.frame, b''

    def whole(self):
        self._end()
        return self.done


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Prints the instructions of a pickle, and checks that they fit together."""
    if annotate:
        import _frames
        _frames.not_supported('pickletools.dis with annotate')
    trial, highest = _Trial(memo), -1
    for opcode, arg, at in genops(pickle):
        line = f'{repr(opcode.code)[1:-1]:4} {" " * indentlevel * len(trial.marks)}{opcode.name}'
        trial.begin(opcode, arg)
        notes = ([] if arg is None else [repr(arg)]) + ([trial.told] if trial.told else [])
        if notes:
            line = ' '.join([line + ' ' * (10 - len(opcode.name)), *notes])
        print(line if at is None else f'{at:5}: {line}', file=out)
        trial.end(at)
        highest = max(highest, opcode.proto)
    print('highest protocol among opcodes =', highest, file=out)
    if trial.stack:
        raise ValueError(f'stack not empty after STOP: {trial.stack!r}')


class _Trial:  #: -
    """Tries instructions with kinds in place of values: each is begun, listed with what is told of it, and ended."""

    def __init__(self, memo):
        self.stack, self.marks, self.memo = [], [], {} if memo is None else memo

    def begin(self, opcode, arg):
        before, name = opcode.stack_before, opcode.name
        self.count, self.after, self.told, self.wrong = len(before), opcode.stack_after, None, None
        if markobject in before or name == 'POP' and self.stack[-1:] == [markobject]:
            self._take_to_mark(before)
        if 'PUT' in name or name == 'MEMOIZE':
            self._remember(name, arg)
        elif 'GET' in name and arg in self.memo:
            self.after = [self.memo[arg]]
        elif 'GET' in name:
            self.wrong = f'memo key {arg!r} has never been stored into'

    def _take_to_mark(self, before):
        if not self.marks:
            self.wrong = self.told = 'no MARK exists on stack'
            return
        place = self.marks.pop()
        self.told = f'(MARK at {"unknown opcode offset" if place is None else place})'
        while self.stack.pop() is not markobject:
            pass
        self.count = before.index(markobject) if markobject in before else 0

    def _remember(self, name, number):
        key = number
        if name == 'MEMOIZE':
            key = len(self.memo)
            self.told = f'(as {key})'
        if key in self.memo:
            self.wrong = f'memo key {number!r} already defined'
        elif not self.stack:
            self.wrong = "stack is empty -- can't store into memo"
        elif self.stack[-1] is markobject:
            self.wrong = "can't store markobject in the memo"
        else:
            self.memo[key] = self.stack[-1]

    def end(self, at):
        if self.wrong:
            raise ValueError(self.wrong)
        below = len(self.stack) - self.count
        if below < 0:
            raise ValueError(f'tries to pop {self.count} items from stack with only {len(self.stack)} items')
        self.stack[below:] = self.after
        if markobject in self.after:
            self.marks.append(at)
