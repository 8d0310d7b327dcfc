"""The parameters of what is native in CPython too, as inspect.signature shows them."""

# After the classes' names their methods.
_METHODS = """
lock RLock:
  __enter__(self, /); __exit__(self, /, *exc_info); acquire(self, /, blocking=True, timeout=-1); release(self, /)
lock:
  acquire_lock(self, /, blocking=True, timeout=-1); locked(self, /); locked_lock(self, /); release_lock(self, /)
SimpleQueue:
  empty(self, /); qsize(self, /); get(self, /, block=True, timeout=None); get_nowait(self, /);
  put(self, /, item, block=True, timeout=None); put_nowait(self, /, item)
Context:
  copy(self, /); get(self, key, default=None, /); items(self, /); keys(self, /); values(self, /)
ContextVar:
  reset(self, token, /); set(self, value, /)
chain:
  from_iterable(type, iterable, /)
int float complex:
  conjugate(self, /)
int:
  bit_length(self, /); bit_count(self, /); to_bytes(self, /, length=1, byteorder='big', *, signed=False);
  from_bytes(type, /, bytes, byteorder='big', *, signed=False)
int float:
  as_integer_ratio(self, /); is_integer(self, /)
int float complex str bytes tuple:
  __getnewargs__(self, /)
float bytes bytearray:
  fromhex(type, string, /)
float:
  hex(self, /)
str:
  encode(self, /, encoding='utf-8', errors='strict'); replace(self, old, new, /, count=-1); join(self, iterable, /);
  casefold(self, /); center(self, width, fillchar=' ', /); ljust(self, width, fillchar=' ', /);
  lstrip(self, chars=None, /); rjust(self, width, fillchar=' ', /); rstrip(self, chars=None, /);
  strip(self, chars=None, /); translate(self, table, /); isdecimal(self, /); isnumeric(self, /);
  isidentifier(self, /); isprintable(self, /); format(self, /, *args, **kwargs); format_map(self, mapping, /)
  maketrans?
str bytes bytearray:
  count?; endswith?; find?; index?; rfind?; rindex?; startswith?
bytes bytearray:
  hex?
dict:
  pop?; update!
BaseExceptionGroup:
  derive(self, object, /); split(self, object, /); subgroup(self, object, /)
ABCMeta:
  register(cls, subclass)
Struct:
  unpack(self, buffer, /); unpack_from(self, /, buffer, offset=0)
async_generator:
  aclose(self, /); asend(self, object, /); athrow!
code:
  co_lines(self, /); co_positions(self, /); replace(self, /, **changes)
deque:
  index?
frame:
  clear(self, /)
mappingproxy:
  copy(self, /); get(self, key, default=None, /); items(self, /); keys(self, /); values(self, /)
memoryview:
  __enter__(self, /); __exit__(self, /, *exc_info); cast?; hex?
OrderedDict:
  pop?; update!
Future Task:
  add_done_callback?
_lru_cache_wrapper:
  cache_clear(self, /); cache_info(self, /)
ContextVar:
  get?
Context:
  run!
date datetime:
  ctime(self, /); isocalendar(self, /); isoweekday(self, /); timetuple(self, /); toordinal(self, /); weekday(self, /);
  fromisocalendar!; fromisoformat(type, object, /); fromordinal!; strftime!
date datetime time:
  replace?; isoformat!
date:
  isoformat(self, /); fromtimestamp(type, timestamp, /)
datetime:
  astimezone!; combine!; fromtimestamp!; strptime!; utcfromtimestamp!; date(self, /); time(self, /);
  timestamp(self, /); timetz(self, /); utctimetuple(self, /)
datetime time:
  dst(self, /); tzname(self, /); utcoffset(self, /)
time:
  fromisoformat(type, object, /); strftime!
timedelta:
  total_seconds(self, /)
Match:
  expand(self, /, template); group!; groupdict(self, /, default=None); groups(self, /, default=None);
  start(self, group=0, /); end(self, group=0, /); span(self, group=0, /)
Pattern:
  findall(self, /, string, pos=0, endpos=9223372036854775807); finditer(self, /, string, pos=0, endpos=9223372036854775807);
  fullmatch(self, /, string, pos=0, endpos=9223372036854775807); match(self, /, string, pos=0, endpos=9223372036854775807);
  scanner(self, /, string, pos=0, endpos=9223372036854775807); search(self, /, string, pos=0, endpos=9223372036854775807);
  split(self, /, string, maxsplit=0); sub(self, /, repl, string, count=0); subn(self, /, repl, string, count=0)
FileIO BytesIO StringIO BufferedReader BufferedRandom TextIOWrapper:
  read(self, size=-1, /)
FileIO BytesIO BufferedReader BufferedRandom:
  readinto(self, buffer, /)
FileIO BytesIO StringIO BufferedReader BufferedWriter BufferedRandom BufferedRWPair TextIOWrapper:
  close(self, /); tell(self, /); seekable(self, /); readable(self, /); writable(self, /); fileno(self, /); isatty(self, /);
  flush(self, /); detach(self, /); __enter__(self, /); __exit__!; readlines(self, hint=-1, /); writelines(self, lines, /);
  truncate(self, pos=None, /); readline(self, size=-1, /); read1(self, size=-1, /); readinto1(self, buffer, /)
FileIO:
  readall(self, /)
array:
  append(self, v, /); count(self, v, /); extend(self, bb, /); frombytes(self, buffer, /); fromlist(self, list, /);
  fromunicode(self, ustr, /); index(self, v, start=0, stop=9223372036854775807, /); insert(self, i, v, /);
  pop(self, i=-1, /); remove(self, v, /)
Connection:
  create_aggregate(self, /, name, n_arg, aggregate_class); create_function(self, /, name, narg, func, *, deterministic=False);
  cursor?; execute?; set_authorizer(self, /, authorizer_callback); set_progress_handler(self, /, progress_handler, n);
  set_trace_callback(self, /, trace_callback)
Cursor:
  fetchmany(self, /, size=1)
FileIO BytesIO:
  write(self, b, /); truncate(self, size=None, /)
FileIO BytesIO StringIO:
  seek(self, pos, whence=0, /)
BytesIO:
  readlines(self, size=None, /); getbuffer(self, /)
BytesIO StringIO:
  getvalue(self, /)
StringIO:
  write(self, s, /)
BufferedReader BufferedRandom:
  peek(self, size=0, /)
BufferedReader BufferedWriter BufferedRandom:
  seek(self, target, whence=0, /)
BufferedWriter BufferedRandom:
  write(self, buffer, /)
BufferedRWPair:
  read!; peek!; read1!; readinto!; readinto1!; write!
TextIOWrapper:
  reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None);
  write(self, text, /); seek(self, cookie, whence=0, /)
timezone tzinfo:
  dst(self, object, /); fromutc(self, object, /); tzname(self, object, /); utcoffset(self, object, /)
str bytes bytearray:
  split(self, /, sep=None, maxsplit=-1); rsplit(self, /, sep=None, maxsplit=-1); capitalize(self, /); title(self, /);
  expandtabs(self, /, tabsize=8); partition(self, sep, /); lower(self, /); rpartition(self, sep, /);
  splitlines(self, /, keepends=False); swapcase(self, /); upper(self, /); removeprefix(self, prefix, /);
  removesuffix(self, suffix, /); isascii(self, /); islower(self, /); isupper(self, /); istitle(self, /);
  isspace(self, /); isdigit(self, /); isalpha(self, /); isalnum(self, /); zfill(self, width, /)
bytes bytearray:
  center(self, width, fillchar=b' ', /); decode(self, /, encoding='utf-8', errors='strict');
  join(self, iterable_of_bytes, /); ljust(self, width, fillchar=b' ', /); lstrip(self, bytes=None, /);
  maketrans(frm, to, /); replace(self, old, new, count=-1, /); rjust(self, width, fillchar=b' ', /);
  rstrip(self, bytes=None, /); strip(self, bytes=None, /); translate(self, table, /, delete=b'')
bytearray deque:
  append(self, item, /)
bytearray list dict set deque OrderedDict:
  clear(self, /)
bytearray list dict set frozenset deque OrderedDict defaultdict:
  copy(self, /)
bytearray:
  extend(self, iterable_of_ints, /); insert(self, index, item, /)
bytearray list:
  pop(self, index=-1, /)
bytearray list deque:
  remove(self, value, /); reverse(self, /)
memoryview:
  release(self, /); tobytes(self, /, order='C'); tolist(self, /); toreadonly(self, /)
list:
  append(self, object, /); insert(self, index, object, /); sort(self, /, *, key=None, reverse=False)
list deque:
  extend(self, iterable, /)
list tuple:
  index(self, value, start=0, stop=9223372036854775807, /)
list tuple deque:
  count(self, value, /)
list dict set frozenset tuple deque OrderedDict defaultdict:
  __class_getitem__(type, object, /)
set frozenset:
  __contains__(self, object, /)
list:
  __getitem__(self, index, /)
list dict:
  __reversed__(self, /)
dict:
  __getitem__(self, key, /); get(self, key, default=None, /); setdefault(self, key, default=None, /); popitem(self, /);
  fromkeys(type, iterable, value=None, /)
dict OrderedDict:
  keys(self, /); items(self, /); values(self, /)
set:
  add(self, object, /); discard(self, object, /); difference_update(self, /, *others);
  intersection_update(self, /, *others); remove(self, object, /); symmetric_difference_update(self, other, /);
  update(self, /, *others)
set frozenset:
  difference(self, /, *others); intersection(self, /, *others); isdisjoint(self, other, /); issubset(self, other, /);
  issuperset(self, other, /); symmetric_difference(self, other, /); union(self, /, *others)
set deque:
  pop(self, /)
range:
  count(self, object, /); index(self, object, /)
slice:
  indices(self, object, /)
property:
  getter(self, object, /); setter(self, object, /); deleter(self, object, /)
type:
  mro(self, /)
generator coroutine:
  send(self, object, /); close(self, /)
BaseException:
  with_traceback(self, object, /); add_note(self, object, /)
deque:
  appendleft(self, item, /); extendleft(self, iterable, /); insert(self, index, value, /); popleft(self, /);
  rotate(self, n=1, /)
OrderedDict:
  fromkeys(type, /, iterable, value=None); setdefault(self, /, key, default=None); popitem(self, /, last=True);
  move_to_end(self, /, key, last=True)
Random:
  random(self, /); getrandbits(self, k, /)
any:
  __reduce__(self, /); __sizeof__(self, /); __dir__(self, /); __getstate__(self, /); __length_hint__(self, /);
  __reversed__(self, /); __copy__(self, /); __ceil__(self, /); __floor__(self, /); __trunc__(self, /);
  __complex__(self, /); __bytes__(self, /); __subclasses__(self, /); __reduce_ex__(self, protocol, /);
  __format__(self, format_spec, /); __setstate__(self, object, /); __mro_entries__(self, object, /);
  __replace__(self, /, **changes); __round__(self, ndigits=None, /); __class_getitem__(type, object, /);
  __subclasshook__(type, object, /); __init_subclass__(type, /); __prepare__(type, name, bases, /, **kwds);
  __instancecheck__(self, instance, /); __subclasscheck__(self, subclass, /); isdisjoint(self, object, /)
dict:
  __contains__(self, key, /)
"""

# How the classes themselves, and functions and classes of modules, are called. A mark stands where CPython has no
# signature: `!` for none at all, `?` for one that inspect cannot read.
_CALLS = """
builtins:
  float(x=0, /); complex(real=0, imag=0); bool(object=False, /); memoryview(object); list(iterable=(), /);
  tuple(iterable=(), /); set(iterable=(), /); frozenset(iterable=(), /);
  property(fget=None, fset=None, fdel=None, doc=None); classmethod(function, /); staticmethod(function, /);
  enumerate(iterable, start=0); zip(*iterables, strict=False); map(function, iterable, /, *iterables);
  filter(function, iterable, /); reversed(sequence, /)
math:
  acos(x, /); acosh(x, /); asin(x, /); asinh(x, /); atan(x, /); atan2(y, x, /); atanh(x, /); cbrt(x, /); ceil(x, /);
  copysign(x, y, /); cos(x, /); cosh(x, /); degrees(x, /); dist(p, q, /); erf(x, /); erfc(x, /); exp(x, /);
  exp2(x, /); expm1(x, /); fabs(x, /); factorial(n, /); floor(x, /); fma(x, y, z, /); fmod(x, y, /); frexp(x, /);
  fsum(seq, /); gamma(x, /); gcd(*integers); isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0); isfinite(x, /);
  isinf(x, /); isnan(x, /); isqrt(n, /); lcm(*integers); ldexp(x, i, /); lgamma(x, /); log1p(x, /); log10(x, /);
  log2(x, /); modf(x, /); pow(x, y, /); radians(x, /); remainder(x, y, /); sin(x, /); sinh(x, /); sqrt(x, /);
  tan(x, /); tanh(x, /); sumprod(p, q, /); trunc(x, /); prod(iterable, /, *, start=1); perm(n, k=None, /);
  comb(n, k, /); nextafter(x, y, /, *, steps=None); ulp(x, /)
time:
  time(); time_ns(); clock_gettime(clk_id, /); clock_gettime_ns(clk_id, /); sleep(object, /); mktime(object, /);
  tzset(); monotonic(); monotonic_ns(); process_time(); process_time_ns(); thread_time(); thread_time_ns();
  perf_counter(); perf_counter_ns(); struct_time(iterable=(), /)
itertools:
  tee(iterable, n=2, /); accumulate(iterable, func=None, *, initial=None); batched(iterable, n, *, strict=False);
  chain(*iterables); combinations(iterable, r); compress(data, selectors); count(start=0, step=1);
  combinations_with_replacement(iterable, r); cycle(iterable, /); dropwhile(predicate, iterable, /);
  filterfalse(function, iterable, /); groupby(iterable, key=None); pairwise(iterable, /);
  permutations(iterable, r=None); product(*iterables, repeat=1); starmap(function, iterable, /);
  takewhile(predicate, iterable, /); zip_longest(*iterables, fillvalue=None)
functools:
  cmp_to_key(mycmp); partial(func, /, *args, **keywords)
operator:
  lt(a, b, /); le(a, b, /); eq(a, b, /); ne(a, b, /); ge(a, b, /); gt(a, b, /); not_(a, /); truth(a, /); is_(a, b, /);
  is_not(a, b, /); abs(a, /); add(a, b, /); and_(a, b, /); floordiv(a, b, /); index(a, /); inv(a, /); invert(a, /);
  lshift(a, b, /); mod(a, b, /); mul(a, b, /); matmul(a, b, /); neg(a, /); or_(a, b, /); pos(a, /); pow(a, b, /);
  rshift(a, b, /); sub(a, b, /); truediv(a, b, /); xor(a, b, /); concat(a, b, /); contains(a, b, /); countOf(a, b, /);
  delitem(a, b, /); getitem(a, b, /); indexOf(a, b, /); setitem(a, b, c, /); length_hint(obj, default=0, /);
  call(obj, /, *args, **kwargs); attrgetter(attr, /, *attrs); itemgetter(item, /, *items);
  methodcaller(name, /, *args, **kwargs); iadd(a, b, /); iand(a, b, /); iconcat(a, b, /); ifloordiv(a, b, /);
  ilshift(a, b, /); imod(a, b, /); imul(a, b, /); imatmul(a, b, /); ior(a, b, /); ipow(a, b, /); irshift(a, b, /);
  isub(a, b, /); itruediv(a, b, /); ixor(a, b, /)
builtins:
  code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /);
  function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None); mappingproxy(mapping);
  method(function, instance, /); module(name, doc=None); traceback(tb_next, tb_frame, tb_lasti, tb_lineno);
  NoneType(); NotImplementedType(); ellipsis(); anext?; cell?
types:
  GenericAlias(origin, args, /); SimpleNamespace(mapping_or_iterable=(), /, **kwargs)
collections:
  deque?; OrderedDict!; defaultdict!
thread:
  get_ident(); get_native_id(); stack_size(size=0, /); _excepthook?; lock(); RLock(); _local()
queue:
  SimpleQueue()
abc:
  get_cache_token(); ABCMeta(name, bases, namespace, /, **kwargs)
weakref:
  CallableProxyType(); ProxyType(); getweakrefcount(object, /); getweakrefs(object, /)
contextvars:
  copy_context()
struct:
  calcsize(format, /); unpack(format, buffer, /); unpack_from(format, /, buffer, offset=0)
csv:
  field_size_limit?; reader!; writer!; register_dialect!
pickle:
  Pickler(file, protocol=None, fix_imports=True, buffer_callback=None); PickleBuffer!;
  Unpickler(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=());
  load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=());
  loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())
random:
  Random(x=None)
io:
  BytesIO(initial_bytes=b''); StringIO(initial_value='', newline='\\n'); FileIO(file, mode='r', closefd=True, opener=None);
  TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False);
  BufferedReader(raw, buffer_size=8192); BufferedWriter(raw, buffer_size=8192); BufferedRandom(raw, buffer_size=8192);
  BufferedRWPair(reader, writer, buffer_size=8192, /); IncrementalNewlineDecoder(decoder, translate, errors='strict')
decimal:
  Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None);
  Decimal(value="0", context=None)
sqlite3:
  connect?; adapt?; Connection!; Row!; PrepareProtocol!; Blob()
re:
  Match(); Pattern()
datetime:
  date!; datetime!; time!; timedelta!; timezone!; tzinfo!
array:
  array!
ast:
  AST!
typing:
  ParamSpec!; ParamSpecArgs!; ParamSpecKwargs!; TypeAliasType!; TypeVar!; TypeVarTuple!; _idfunc(x, /)
"""

# What the methods of operators have in all classes.
_WRAPPERS = """
(self, /):
  __repr__ __hash__ __neg__ __pos__ __abs__ __bool__ __invert__ __int__ __float__ __index__ __str__
  __iter__ __len__ __next__ __del__ __await__ __aiter__ __anext__
(self, name, /):
  __getattribute__ __delattr__
(self, value, /):
  __lt__ __le__ __eq__ __ne__ __gt__ __ge__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __mod__
  __rmod__ __divmod__ __rdivmod__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__
  __rxor__ __or__ __ror__ __floordiv__ __rfloordiv__ __truediv__ __rtruediv__ __iadd__ __imul__ __ior__
  __isub__ __iand__ __ixor__ __ifloordiv__ __ilshift__ __imatmul__ __imod__ __ipow__ __irshift__ __itruediv__ __matmul__ __rmatmul__
(self, value, mod=None, /):
  __pow__ __rpow__
(self, key, /):
  __getitem__ __contains__ __delitem__
(self, flags, /):
  __buffer__
(self, /, *args, **kwargs):
  __init__ __call__
(self, buffer, /):
  __release_buffer__
(*args, **kwargs):
  __new__
(self, key, value, /):
  __setitem__
(self, instance, owner=None, /):
  __get__
(self, instance, value, /):
  __set__
(self, instance, /):
  __delete__
(self, name, value, /):
  __setattr__
"""


def _read(table, modules):
    found = {}
    owners = ()
    for line in table.split('\n'):
        if line[:1] != ' ':
            owners = line.split() if modules else line.rstrip(':').split()
            continue
        for entry in line.strip().rstrip(';').split('; '):
            name, _, parameters = entry.partition('(')
            for owner in owners:
                found[owner, name.rstrip('!?')] = name[-1] if name[-1] in '!?' else '(' + parameters
    return found


_found = _read(_METHODS, False) | _read(_CALLS, True)
for _line in _WRAPPERS.strip().split('\n'):
    if _line[0] != ' ':
        _parameters = _line[:-1]
    else:
        _found.update(((None, _name), _parameters) for _name in _line.split())


def text_signature(obj):
    """The `__text_signature__` of something native: its first parameter says what it is called on."""
    import types
    if isinstance(obj, type):
        told = of_docstring(obj)
        if told is not None:
            return told
        text = text_of(obj.__module__.removeprefix('_') + ':', obj.__name__)
        return None if text in ('!', '?') or text == '()' and obj.__module__ != 'builtins' else text
    *owner, name = obj.__qualname__.split('.')
    if name == '__new__' or isinstance(obj, (types.WrapperDescriptorType, types.MethodWrapperType)):
        text = text_of(None, name)
    else:
        text = text_of(owner[-1] if owner else (obj.__module__ or '').removeprefix('_') + ':', name)
        text = text_of_any(name) if text is None and owner else text
    if text is None and not owner:
        import inspect
        declared = inspect._declared(obj.__module__, name)
        text = None if declared is None else str(inspect.signature(declared))
    elif text is None:
        import inspect
        import _frames
        declared = _frames.text_of(obj)
        text = None if declared is None else str(inspect._positional_first(inspect._of_function(declared)))
    if text is None or text in '!?' or '<' in text:
        return None
    parameters = [part.strip() for part in text[1:-1].split(',') if part.strip()]
    if not owner:
        first = ['$module'] if '/' in parameters else ['$module', '/']
    else:
        receiver = {'self': '$self', 'type': '$type', 'cls': '$type'}.get(parameters[0]) if parameters else None
        first = [] if receiver is None else [receiver]
        parameters = parameters[len(first):]
    return '(' + ', '.join(first + parameters) + ')'


def of_docstring(cls):
    """The parameters with which a class's docstring opens, as those of C's classes do; None if it does not."""
    doc, name = cls.__dict__.get('__doc__'), cls.__name__
    end = doc.find(')\n--\n\n') if isinstance(doc, str) and doc.startswith(f'{name}(') else -1
    return doc[len(name):end + 1] if end > 0 else None


def text_of_any(name):
    """The parameters of a method that is the same wherever it is."""
    return _found.get(('any', name))


def text_of(owner, name):
    """The parameters of `owner.name` as text, None if none are known. No owner: an operator's method; one that ends in a colon
    is a module."""
    return _found.get((owner, name))
