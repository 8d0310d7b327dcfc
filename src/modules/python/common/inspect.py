"""Looking into live objects."""
import _frames
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 256, 512


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or isinstance(object, types.MethodWrapperType))


def ismethoddescriptor(object):
    import functools
    if isclass(object) or ismethod(object) or isfunction(object) or isinstance(object, functools.partial):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__') and not hasattr(cls, '__delete__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):  #: 346
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """True if the object can be awaited."""
    return (isinstance(object, types.CoroutineType) or hasattr(type(object), '__await__')
            or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & 0x100))


def isabstract(object):
    if not isinstance(object, type):
        return False
    found = getattr(object, '__abstractmethods__', None)
    if found is not None or not hasattr(type(object), 'register'):
        return bool(found)
    # Its metaclass has not finished yet: __init_subclass__ asks.
    values = [*vars(object).values()]
    values += [getattr(object, name, None) for base in object.__bases__
               for name in getattr(base, '__abstractmethods__', ())]
    return any(getattr(value, '__isabstractmethod__', False) for value in values)


def _has_flag(f, flag):
    import functools
    while True:
        if ismethod(f):
            f = f.__func__
        elif isinstance(getattr(f, '__partialmethod__', None), functools.partialmethod):
            f = f.__partialmethod__.func
        elif isinstance(f, (functools.partial, functools.partialmethod)):
            f = f.func
        else:
            break
    code = getattr(f, '__code__', None)
    return (isfunction(f) and code is not None or _functionlike(f, code)) and bool(code.co_flags & flag)


def _functionlike(obj, code):
    """Whether what is no function has all that one has: a compiled one of Cython's, a mock of one."""
    if not isinstance(code, types.CodeType) or not callable(obj) or isclass(obj):
        return False
    missing = object()
    parts = (('__name__', str), ('__defaults__', (tuple, type(None))), ('__kwdefaults__', (dict, type(None))),
             ('__annotations__', (dict, type(None))))
    return all(isinstance(getattr(obj, name, None if name == '__annotations__' else missing), kind) for name, kind in parts)


_marked = object()


def markcoroutinefunction(func):
    target = func.__func__ if hasattr(func, '__func__') else func
    target._is_coroutine_marker = _marked  #: 434 «func._is_coroutine_marker» = _is_coroutine_mark
    return func


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    target = obj.__func__ if ismethod(obj) else obj
    return getattr(target, '_is_coroutine_marker', None) is _marked


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_GEN = GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = \
    'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
_CORO = CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = \
    'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
_AGEN = AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = \
    'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def _state(running, suspended, frame, states):
    return states[1 if running else 2 if suspended else 3 if frame is None else 0]


def getgeneratorstate(generator):
    running = generator.gi_running  #: 1878 if «generator.gi_running»:
    return _state(running, generator.gi_suspended, generator.gi_frame, _GEN)


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, _CORO)  #: 1920 if «coroutine.cr_running»:


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, _AGEN)  #: 1959 if «agen.ag_running»:


def currentframe():
    """The caller's frame."""
    return sys._getframe(1)


def stack(context=1):
    """The frames from the caller's up to the program's first, each with lines of its source."""
    return getouterframes(sys._getframe(1), context)


def unwrap(func, *, stop=None):
    """The function below all wrappers."""
    wrapper, seen = func, {id(func)}
    while not isclass(func) and hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {wrapper!r}')
        seen.add(id(func))
    return func


def getmembers(object, predicate=None):
    """The attributes, sorted by name."""
    return _members(object, predicate, getattr)


def _members(object, predicate, getter):
    found, names, seen = [], dir(object), set()
    bases = object.__mro__ if isclass(object) else ()
    try:
        # What a metaclass shows in another way for the class than for its instances.
        names += [name for base in (object.__bases__ if bases else ()) for name, value in vars(base).items()
                  if isinstance(value, types.DynamicClassAttribute)]
    except AttributeError:
        pass
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            value = next((vars(base)[name] for base in bases if name in vars(base)), seen)
            if value is seen:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        seen.add(name)
    return sorted(found, key=lambda pair: pair[0])


def getmodule(object, _filename=None):
    if ismodule(object):  #: 1002
        return object
    if hasattr(object, '__module__'):
        found = _frames.modules().get(object.__module__)
        if found is None and str(object.__module__).startswith('asyncio.'):
            found = __import__(object.__module__, fromlist=['*'])
        return found
    return _module_of(object, _filename)


def getmro(cls):
    return cls.__mro__  #: 760


def getdoc(object):
    """The docstring without its indentation; that of the class above if it has none."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(l) - len(l.lstrip(' ')) for l in lines[1:] if l.strip(' ')), default=0)
    lines = [lines[0].lstrip(' ')] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if not isclass(obj) and not ismodule(obj) and not callable(obj):
        raise TypeError(f'{obj!r} is not a module, class, or callable.')  #: 254 raise TypeError(f"{obj!r} is not a module, class, or callable.")
    found = dict(obj.__dict__.get('__annotations__', {}) if isclass(obj) else getattr(obj, '__annotations__', None) or {})
    if eval_str:  #: 254 raise TypeError(f"{obj!r} is not a module, class, or callable.")
        if isclass(obj):
            scope, own = getattr(sys.modules.get(obj.__module__), '__dict__', {}), vars(obj)
        else:
            target = obj if ismodule(obj) else unwrap(obj)
            scope, own = vars(obj) if ismodule(obj) else getattr(target, '__globals__', {}), {}
        scope = scope if globals is None else globals
        own = own if locals is None else locals
        locals = {**{p.__name__: p for p in getattr(obj, '__type_params__', ())}, **own}
        found = {k: eval(v, scope, locals) if isinstance(v, str) else v for k, v in found.items()}
    return found


# What is read when a program first asks for it.
_frames.on_demand(globals(), {
    '_inspect_signatures': '_empty _ParameterKind _POSITIONAL_ONLY _POSITIONAL_OR_KEYWORD _VAR_POSITIONAL '
                           '_KEYWORD_ONLY _VAR_KEYWORD formatannotation Parameter BoundArguments Signature '
                           'signature',
    '_inspect_callables': '_of_function _without_first _declared _signature_from_callable _of_native '
                          '_positional_first _told_of _bound_to _like_function _NATIVE _own_method _of_class '
                          '_of_text _of_partial FullArgSpec getfullargspec',
    '_inspect_sources': '_code_of getfile getsourcefile findsource _first_line _indent _logical_lines getblock '
                        'getsourcelines getsource',
    '_buffer_flags': 'BufferFlags',
    '_inspect_more': 'ClosureVars Attribute ArgInfo Arguments _Positions CO_NOFREE TPFLAGS_IS_ABSTRACT getattr_static '
                     'getmembers_static _module_of _too_many _missing_arguments getcallargs getclosurevars getargs '
                     'getargvalues formatargvalues getlineno Traceback FrameInfo getframeinfo getouterframes '
                     'getinnerframes trace getgeneratorlocals getcoroutinelocals getasyncgenlocals getmodulename '
                     'getabsfile indentsize _inherited_doc getcomments classify_class_attrs getclasstree walktree '
                     'isgetsetdescriptor ismemberdescriptor ismethodwrapper formatannotationrelativeto '
                     'ClassFoundException EndOfBlock',
})
