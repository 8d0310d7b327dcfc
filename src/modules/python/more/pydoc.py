"""What help() prints of the program's own functions, methods and classes (Lib/pydoc.py lays it out so)."""
import builtins
import inspect
import re
import reprlib
import sys

from _frames import not_supported as _not_supported

__all__ = ['help']

# Names that say nothing of what a class does.
_SILENT = frozenset(
    '__author__ __builtins__ __credits__ __date__ __doc__ __docformat__ __file__ __loader__ __module__ __name__ '
    '__package__ __path__ __qualname__ __slots__ __spec__ __version__ __static_attributes__ __firstlineno__'.split())
_GROUPS = ('Methods', 'Class methods', 'Static methods', 'Readonly properties', 'Data descriptors',
           'Data and other attributes')
_DESCRIPTORS = {'__dict__': 'dictionary for instance variables', '__weakref__': 'list of weak references to the object'}
# What object's own methods, and calls, say of themselves: methods in their place without a docstring have theirs.
_OF_OBJECT = {
    **{f'__{name}__': f'Return self{sign}value.' for name, sign in
       (('eq', '=='), ('ne', '!='), ('lt', '<'), ('le', '<='), ('gt', '>'), ('ge', '>='))},
    **{f'__{name}__': f'Return {name}(self).' for name in ('hash', 'repr', 'str')},
    **{f'__{name}__': 'Helper for pickle.' for name in ('getstate', 'reduce', 'reduce_ex')},
    '__delattr__': 'Implement delattr(self, name).', '__setattr__': 'Implement setattr(self, name, value).',
    '__getattribute__': 'Return getattr(self, name).', '__dir__': 'Default dir() implementation.',
    '__format__': 'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
    '__init__': 'Initialize self.  See help(type(self)) for accurate signature.',
    '__new__': 'Create and return a new object.  See help(type) for accurate signature.',
    '__sizeof__': 'Size of object in memory, in bytes.', '__call__': 'Call self as a function.',
    '__init_subclass__': 'This method is called when a class is subclassed.\n\nThe default implementation does nothing. '
                         'It may be\noverridden to extend subclasses.',
}


def _own_doc(thing):
    if inspect.isclass(thing):
        doc = vars(thing).get('__doc__')
        doc = inspect.cleandoc(doc) if isinstance(doc, str) else None
    else:
        doc = inspect.getdoc(thing)
        if doc is None and inspect.isroutine(thing) and '.' in thing.__qualname__:
            doc = _OF_OBJECT.get(thing.__name__)
    return doc


def getdoc(thing):
    """The docstring, or the comment above the source."""
    doc = _own_doc(thing) or inspect.getcomments(thing)
    return doc and re.sub('^ *\n', '', doc.rstrip()) or ''


def _indent(text, prefix='    '):
    return '\n'.join((prefix + line).rstrip() for line in text.split('\n'))


def _arguments(thing):
    """A call's parameters: in one line, or in one each if they are many."""
    try:
        signature = inspect.signature(thing)
    except (ValueError, TypeError):
        return None
    name, text = getattr(thing, '__name__', ''), str(signature)
    parameters = text.removesuffix('' if signature.return_annotation is signature.empty else
                                   ' -> ' + inspect.formatannotation(signature.return_annotation))
    if name == '<lambda>' or len(parameters) <= 80 - len(name):
        return text
    parts, kinds = [], list(signature.parameters.values())
    for at, parameter in enumerate(kinds):
        before = kinds[at - 1].kind if at else None
        if parameter.kind == parameter.KEYWORD_ONLY and before not in (parameter.KEYWORD_ONLY, parameter.VAR_POSITIONAL):
            parts.append('*')
        if before == parameter.POSITIONAL_ONLY and parameter.kind != before:
            parts.append('/')
        parts.append(str(parameter))
    if kinds and kinds[-1].kind == inspect.Parameter.POSITIONAL_ONLY:
        parts.append('/')
    return '(\n    ' + ',\n    '.join(parts) + '\n)' + text[len(parameters):]


def classname(cls, module):
    return cls.__name__ if cls.__module__ == module else f'{cls.__module__}.{cls.__name__}'


class _Repr(reprlib.Repr):
    """Values of attributes, cut short and without addresses."""

    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr_instance(self, x, level):
        try:
            text = re.sub(r' at 0x[0-9a-f]{6,16}(>+)$', r'\1', repr(x), flags=re.I)
        except Exception:
            return f'<{type(x).__name__} instance>'
        if len(text) > self.maxstring:
            before = max(0, (self.maxstring - 3) // 2)
            text = text[:before] + '...' + text[len(text) - max(0, self.maxstring - 3 - before):]
        return text


def _data(thing, name):
    shown = _Repr().repr(thing)
    over = 70 - len(f'{name} = {shown}')
    line = f'{name} = ' + (shown[:over] + '...' if over < 0 else shown)
    doc = getdoc(thing) if inspect.isclass(thing) or inspect.isroutine(thing) else ''
    return line + ('\n' + _indent(doc) + '\n' if doc else '')


def _descriptor(thing, name):
    doc = _DESCRIPTORS.get(name) or getdoc(thing)
    return name + '\n' + (_indent(doc) + '\n' if doc else '')


def _routine(thing, name=None, module=None, cls=None, home=None):
    real, home = thing.__name__, home or cls
    name, note, silent, function = name or real, '', False, thing
    if inspect.ismethod(thing):
        function, owner = None, thing.__self__
        if owner is cls:
            function = thing.__func__
        elif inspect.isclass(owner):
            note = f' class method of {classname(owner, module)}'
        else:
            note = f' method of {classname(type(owner), module)} instance'
    elif cls is None and isinstance(thing, type(str.upper)):
        note = f' unbound {classname(thing.__objclass__, module)} method'
    elif cls is None and inspect.isbuiltin(thing) and not inspect.ismodule(thing.__self__):
        owner = thing.__self__
        note = (f' class method of {classname(owner, module)}' if inspect.isclass(owner) else
                f' method of {classname(type(owner), module)} instance')
    if inspect.isfunction(function) and home is not None and (
            (function.__module__, function.__qualname__) != (home.__module__, f'{home.__qualname__}.{real}')):
        parent, _, _ = function.__qualname__.rpartition('.')
        if parent:
            note = f' from {parent}' if function.__module__ == module else f' from {function.__module__}.{parent}'
        elif function.__module__ != module:
            note = f' from {function.__module__}'
    kind = 'async ' if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing) else ''
    title, given = name, _arguments(thing) or '(...)'
    if name != real:
        silent = cls is not None and inspect.getattr_static(cls, real, []) is thing
        if silent and note.startswith(' from '):
            note = ''
        title = f'{name} = {real}'
    if real == '<lambda>':
        title = f'{name} lambda '
        if not thing.__annotations__:
            given = given[1:-1]
    doc = '' if silent else getdoc(thing)
    return f'{kind}{title}{given}{note}\n' + (_indent(doc).rstrip() + '\n' if doc else '')


def _visible(name, cls):
    if name in _SILENT:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    return not name.startswith('_') or hasattr(cls, '_fields')


def _group(attribute):
    """Which of the groups an attribute of a class belongs to."""
    kind, thing = attribute.kind, attribute.object
    if kind == 'property':
        return 3 if thing.fset is None else 4
    if kind == 'data':
        return 4 if inspect.isdatadescriptor(thing) else 5
    return ('method', 'class method', 'static method').index(kind)


def _class(cls, name=None, module=None):
    if any(base is not object and (base.__module__ not in sys.modules or
                                   getattr(sys.modules[base.__module__], '__file__', '<').startswith('<'))
           for base in cls.__mro__):
        _not_supported("help() of a class with bases of the library's")
    own = cls.__module__
    title = f'class {cls.__name__}' if name in (None, cls.__name__) else f'{name} = class {cls.__name__}'
    title += f'({", ".join(classname(base, own) for base in cls.__bases__)})'
    lines = []
    given = _arguments(cls)
    if given and given != '()':
        lines.append((name or cls.__name__) + given + '\n')
    if doc := getdoc(cls):
        lines.append(doc + '\n')
    if len(cls.__mro__) > 2:
        lines += ['Method resolution order:', *('    ' + classname(base, own) for base in cls.__mro__), '']
    fields = getattr(cls, '_fields', ())
    place = {field: f'{at:04}' for at, field in enumerate(fields)} if isinstance(fields, tuple) else {}
    known = [it for it in inspect.classify_class_attrs(cls) if _visible(it.name, cls)]
    for base in cls.__mro__:
        if base is object:
            continue
        words = 'defined here' if base is cls else f'inherited from {classname(base, own)}'
        here = sorted((it for it in known if it.defining_class is base), key=lambda it: place.get(it.name, it.name))
        for at, group in enumerate(_GROUPS):
            of_group = [it for it in here if _group(it) == at]
            if not of_group:
                continue
            if any(line.endswith(':\n') for line in lines):
                lines.append('-' * 70)
            lines.append(f'{group} {words}:\n')
            for it in of_group:
                value = getattr(cls, it.name, it.object)
                if at < 3:
                    lines.append(_routine(value, it.name, module, cls, base) if inspect.isroutine(value) else
                                 _data(value, it.name))
                elif at < 5:
                    lines.append(_descriptor(it.object, it.name))
                else:
                    lines.append(_data(value, it.name) + '\n')
    contents = '\n'.join(lines)
    return title + '\n' + (_indent(contents.rstrip(), ' |  ') + '\n' if contents else '')


def describe(thing):
    """What kind of thing it is, and its name."""
    if inspect.ismodule(thing):
        return f'{"package" if hasattr(thing, "__path__") else "module"} {thing.__name__}'
    for test, word in ((inspect.isbuiltin, 'built-in function'), (inspect.isclass, 'class'),
                       (inspect.isfunction, 'function'), (inspect.ismethod, 'method')):
        if test(thing):
            return f'{word} {thing.__name__}'
    return type(thing).__name__


class _Text:
    """Documents without bold letters."""

    def document(self, thing, name=None, *args):
        module = getattr(thing, '__module__', None)
        if inspect.isbuiltin(thing) and thing.__doc__ or isinstance(thing, type(str.upper)):
            return _routine(thing, name, *args)
        home = sys.modules.get(module) if isinstance(module, str) else None
        if inspect.ismodule(thing) or home is None or getattr(home, '__file__', '<').startswith('<'):
            _not_supported("help() of what is not the program's own")
        if inspect.isclass(thing):
            return _class(thing, name, *args)
        if inspect.isroutine(thing):
            return _routine(thing, name, *args)
        return _data(thing, name)


text = plaintext = _Text()


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    """The whole text about a thing."""
    if isinstance(thing, str):
        _not_supported('help() of a name')
    name, words, module = getattr(thing, '__name__', None), describe(thing), inspect.getmodule(thing)
    if name and '.' in name:
        words += ' in ' + name[:name.rfind('.')]
    elif module and module is not thing:
        words += ' in module ' + module.__name__
    if not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing) or
            inspect.isdatadescriptor(thing)):
        thing = thing.__origin__ if hasattr(thing, '__origin__') else type(thing)
        words += ' object'
    return title % words + '\n\n' + plaintext.document(thing, name)


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None, is_cli=False):
    print(render_doc(thing, title), end='', file=output or sys.stdout)


class Helper:
    """help()"""

    def __repr__(self):
        return 'Type help() for interactive help, or help(object) for help about object.'

    def __call__(self, *given):
        if not given:
            _not_supported('help() without an argument')
        print(render_doc(given[0], 'Help on %s:'))


help = Helper()


def __getattr__(name):
    _not_supported('pydoc.' + name) if not name.startswith('__') else None
    raise AttributeError(f"module 'pydoc' has no attribute {name!r}")
