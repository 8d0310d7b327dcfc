"""How pydoc lays out what is known of modules, classes, functions and values as text (Lib/pydoc.py lays it out so)."""
import __future__
import builtins
import inspect
import os
import pkgutil
import re
import reprlib
import sys

# Names that say nothing of what a class or a module does.
_SILENT = frozenset(
    '__author__ __builtins__ __cached__ __credits__ __date__ __doc__ __file__ __loader__ __module__ __name__ __package__ '
    '__path__ __qualname__ __slots__ __spec__ __version__ __static_attributes__ __firstlineno__'.split())
_GROUPS = {'method': 'Methods', 'class method': 'Class methods', 'static method': 'Static methods',
           'readonly property': 'Readonly properties', 'data descriptor': 'Data descriptors',
           'data': 'Data and other attributes'}
_REFERENCE = '''

The following documentation is automatically generated from the Python
source files.  It may be incomplete, incorrect or include features that
are considered implementation detail and may vary between Python
implementations.  When in doubt, consult the module reference at the
location listed above.
'''
_BUILT_IN = 'errno', 'exceptions', 'gc', 'marshal', 'posix', 'signal', 'sys', '_thread', 'zipimport'  # that the reference knows
_SUBCLASSES = 4  # shown of a built-in class


def _doc_of_its_own(thing):
    """The docstring, unless it is that of the thing's class."""
    try:
        doc = object.__getattribute__(thing, '__doc__')
    except AttributeError:
        return None
    if isinstance(doc, str) and thing is not type and type(thing).__doc__ == doc:
        return None
    return doc


def _class_of(function):
    place = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        place = getattr(place, name)
    return place if inspect.isclass(place) else None


def _inherited_doc(thing):
    """What a base's method of the same name says."""
    name = getattr(thing, '__name__', None)
    if inspect.ismethod(thing) or inspect.isbuiltin(thing):
        owner = thing.__self__
        cls = owner if inspect.isclass(owner) else type(owner)
    elif inspect.isfunction(thing) or isinstance(thing, property):
        cls = _class_of(thing if inspect.isfunction(thing) else thing.fget)
        if cls is None or getattr(cls, name) is not thing:
            return None
    elif inspect.ismethoddescriptor(thing) or inspect.isdatadescriptor(thing):
        cls = thing.__objclass__
        slots = getattr(cls, '__slots__', None)
        if inspect.ismemberdescriptor(thing) and isinstance(slots, dict) and name in slots:
            return slots[name]
    else:
        return None
    for base in cls.__mro__:
        doc = _doc_of_its_own(getattr(base, name, None))
        if doc is not None:
            return doc
    return None


def docstring(thing):
    doc = _doc_of_its_own(thing)
    if doc is None:
        try:
            doc = _inherited_doc(thing)
        except (AttributeError, TypeError):
            return None
    return inspect.cleandoc(doc) if isinstance(doc, str) else None


def getdoc(object):
    """The docstring, or the comment above the source."""
    doc = docstring(object) or inspect.getcomments(object)
    return doc and re.sub('^ *\n', '', doc.rstrip()) or ''


def splitdoc(doc):
    """A docstring's first line, if it stands alone, and the rest."""
    first, *rest = doc.strip().split('\n')
    if not rest:
        return first, ''
    return ('', '\n'.join([first, *rest])) if rest[0].rstrip() else (first, '\n'.join(rest[1:]))


def cram(text, maxlen):
    """Text without its middle, if it is longer than that."""
    if len(text) <= maxlen:
        return text
    before = max(0, (maxlen - 3) // 2)
    return text[:before] + '...' + text[len(text) - max(0, maxlen - 3 - before):]


def stripid(text):
    """A repr without its address."""
    return re.sub(r' at 0x[0-9a-f]{6,16}(>+)$', r'\1', text, flags=re.I)


def classname(object, modname):
    return object.__name__ if object.__module__ == modname else f'{object.__module__}.{object.__name__}'


def isdata(object):
    return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or
                inspect.isframe(object) or inspect.istraceback(object) or inspect.iscode(object))


def visiblename(name, all=None, obj=None):
    """Whether a name of a module or a class is shown."""
    if name in _SILENT:
        return False
    if name.startswith('__') and name.endswith('__') or name.startswith('_') and hasattr(obj, '_fields'):
        return True
    if name in __future__.all_feature_names and isinstance(getattr(obj, name, None), __future__._Feature):
        return obj is __future__
    return not name.startswith('_') if all is None else name in all


def classify_class_attrs(object):
    """inspect's, with names for what descriptors are."""
    for name, kind, cls, value in inspect.classify_class_attrs(object):
        if inspect.isdatadescriptor(value):
            kind = 'readonly property' if isinstance(value, property) and value.fset is None else 'data descriptor'
        elif kind == 'method' and _is_bound(value):
            kind = 'static method'
        yield name, kind, cls, value


def _is_bound(function):
    if inspect.isbuiltin(function):
        owner = function.__self__
        return owner is not None and not inspect.ismodule(owner)
    return inspect.ismethod(function)


def _parameters(thing):
    try:
        name = getattr(thing, '__name__', '')
        return inspect.signature(thing).format(max_width=80 - len(name) if name != '<lambda>' else None)
    except (ValueError, TypeError):
        return None


def _file(module):
    try:
        return inspect.getabsfile(module)
    except TypeError:
        return '(built-in)'


class TextRepr(reprlib.Repr):
    """Values of attributes, cut short and without addresses."""

    def __init__(self):
        super().__init__(maxlist=20, maxtuple=20, maxdict=10, maxstring=100, maxother=100)

    def repr1(self, x, level):
        special = getattr(self, 'repr_' + '_'.join(type(x).__name__.split()), None)
        return special(x, level) if special else cram(stripid(repr(x)), self.maxother)

    def repr_str(self, x, level):
        short = cram(x, self.maxstring)
        shown = repr(short)
        return f'r{shown[0]}{short}{shown[0]}' if '\\' in short and '\\' not in shown.replace(r'\\', '') else shown

    def repr_instance(self, x, level):
        try:
            return cram(stripid(repr(x)), self.maxstring)
        except Exception:
            return f'<{type(x).__name__} instance>'


class Doc:
    """Documents a thing by the method for its kind."""

    PYTHONDOCS = os.environ.get('PYTHONDOCS', 'https://docs.python.org/3.13/library')

    def document(self, object, name=None, *args):
        try:
            if inspect.ismodule(object):
                return self.docmodule(object, name, *args)
            if inspect.isclass(object):
                return self.docclass(object, name, *args)
            if inspect.isroutine(object):
                return self.docroutine(object, name, *args)
        except AttributeError:
            pass
        return (self.docdata if inspect.isdatadescriptor(object) else self.docother)(object, name, *args)

    def fail(self, object, name=None, *args):
        raise TypeError(f"don't know how to document object{name and ' ' + repr(name)} of type {type(object).__name__}")

    docmodule = docclass = docroutine = docother = docproperty = docdata = fail

    def getdocloc(self, object, basedir=None):
        """Where the reference tells of a module of the library, or None."""
        name, file = object.__name__, _file(object)
        if not file.startswith('<stdlib>') and name not in _BUILT_IN or name == 'xml.etree' or (
                name.partition('.')[0] not in sys.stdlib_module_names):
            return None
        return f"{self.PYTHONDOCS}/{name.lower()}.html"


class TextDoc(Doc):
    """Text, whose names are bold by overstriking."""

    _repr_instance = TextRepr()
    repr = _repr_instance.repr

    def bold(self, text):
        return ''.join(f'{it}\b{it}' for it in text)

    def indent(self, text, prefix='    '):
        return '\n'.join((prefix + line).rstrip() for line in text.split('\n')) if text else ''

    def section(self, title, contents):
        return f'{self.bold(title)}\n{self.indent(contents).rstrip()}\n\n'

    def formattree(self, tree, modname, parent=None, prefix=''):
        """The classes that inspect.getclasstree gives, each below its base."""
        lines = ''
        for entry in tree:
            if isinstance(entry, list):
                lines += self.formattree(entry, modname, cls, prefix + '    ')
                continue
            cls, bases = entry
            lines += prefix + classname(cls, modname)
            if bases and bases != (parent,):
                lines += f'({", ".join(classname(base, modname) for base in bases)})'
            lines += '\n'
        return lines

    def docmodule(self, object, name=None, mod=None, *ignored):
        name, listed = object.__name__, getattr(object, '__all__', None)
        synopsis, description = splitdoc(getdoc(object))

        def members(kind, own=True):
            return [(key, value) for key, value in inspect.getmembers(object, kind) if visiblename(key, listed, object)
                    and (not own or listed is not None or (inspect.getmodule(value) or object) is object)]

        contents = {'NAME': name + (synopsis and ' - ' + synopsis)}
        if place := self.getdocloc(object):
            contents['MODULE REFERENCE'] = place + _REFERENCE
        if description:
            contents['DESCRIPTION'] = description
        packaged = {}
        if hasattr(object, '__path__'):
            packaged = {it.name: it.name + ' (package)' * it.ispkg for it in pkgutil.iter_modules(object.__path__)}
            contents['PACKAGE CONTENTS'] = '\n'.join(sorted(packaged.values()))
        if below := [key for key, value in inspect.getmembers(object, inspect.ismodule)
                     if value.__name__.startswith(name + '.') and key not in packaged]:
            contents['SUBMODULES'] = '\n'.join(sorted(below))
        if classes := members(inspect.isclass):
            tree = self.formattree(inspect.getclasstree([value for _, value in classes], True), name)
            contents['CLASSES'] = '\n'.join([tree, *(self.document(value, key, name) for key, value in classes)])
        if functions := members(inspect.isroutine):
            contents['FUNCTIONS'] = '\n'.join(self.document(value, key, name) for key, value in functions)
        if data := members(isdata, own=False):
            contents['DATA'] = '\n'.join(self.docother(value, key, name, maxlen=70) for key, value in data)
        for title in ('version', 'date', 'author', 'credits'):
            if hasattr(object, f'__{title}__'):
                contents[title.upper()] = re.sub(r'^\$Revision: (.*)\$$', r'\1', str(getattr(object, f'__{title}__'))).strip()
        contents['FILE'] = _file(object)
        return ''.join(self.section(title, text) for title, text in contents.items())

    def docclass(self, object, name=None, mod=None, *ignored):
        cls, own = object, object.__module__
        real = cls.__name__
        name = name or real
        title = f'class {self.bold(real)}' if name == real else f'{self.bold(name)} = class {real}'
        if cls.__bases__:
            title += f'({", ".join(classname(base, own) for base in cls.__bases__)})'
        lines = []
        if (given := _parameters(cls)) and given != '()':
            lines.append(name + given + '\n')
        if doc := getdoc(cls):
            lines.append(doc + '\n')
        if len(cls.__mro__) > 2:
            lines += ['Method resolution order:', *('    ' + classname(base, own) for base in cls.__mro__), '']
        below = sorted((it.__name__ for it in type.__subclasses__(cls)
                        if not it.__name__.startswith('_') and it.__module__ == 'builtins'), key=str.lower)
        if below:
            lines += ['Built-in subclasses:', *('    ' + it for it in below[:_SUBCLASSES])]
            if len(below) > _SUBCLASSES:
                lines.append(f'    ... and {len(below) - _SUBCLASSES} other subclasses')
            lines.append('')
        lines += self._attributes(cls, mod)
        contents = '\n'.join(lines)
        return title + '\n' + (self.indent(contents.rstrip(), ' |  ') + '\n' if contents else '')

    def _attributes(self, cls, module):
        """What a class has, by the classes that define it and by kinds."""
        try:
            fields = getattr(cls, '_fields', ())
            place = {field: at - len(fields) for at, field in enumerate(fields)}
        except TypeError:
            place = {}
        known = sorted((it for it in classify_class_attrs(cls) if visiblename(it[0], obj=cls)),
                       key=lambda it: (place.get(it[0], 0), it[0]))
        homes = [*cls.__mro__, *(it[2] for it in known if it[2] not in cls.__mro__)]
        first = True
        for home in dict.fromkeys(homes):
            if home is builtins.object and cls is not home:
                continue
            words = 'defined here' if home is cls else f'inherited from {classname(home, cls.__module__)}'
            for kind, group in _GROUPS.items():
                of_group = [it for it in known if it[2] is home and it[1] == kind]
                if of_group and not first:
                    yield '-' * 70
                if of_group:
                    first = False
                    yield f'{group} {words}:\n'
                for name, _, _, value in of_group:
                    yield self._attribute(cls, module, home, kind, name, value)

    def _attribute(self, cls, module, home, kind, name, value):
        if kind in ('readonly property', 'data descriptor'):
            return self.docdata(value, name, module)
        if kind == 'data':
            return self.docother(getattr(cls, name, value), name, module, maxlen=70, doc=getdoc(value)) + '\n'
        try:
            bound = getattr(cls, name)
        except Exception:
            return self.docdata(value, name, module)
        return self.document(bound, name, module, cls, home)

    def _origin(self, thing, module, cls, home):
        """Whose method a routine is, if that does not go without saying."""
        function = thing
        if _is_bound(thing):
            owner, function = thing.__self__, None
            if owner is cls:
                function = getattr(thing, '__func__', None)
            elif inspect.isclass(owner):
                return f' class method of {classname(owner, module)}'
            else:
                return f' method of {classname(type(owner), module)} instance'
        elif (inspect.ismethoddescriptor(thing) or inspect.ismethodwrapper(thing)) and not inspect.isfunction(thing):
            owner = getattr(thing, '__objclass__', None)
            if owner is not None and cls is None:
                return f' unbound {classname(owner, module)} method'
            return f' from {classname(owner, module)}' if owner is not None and owner is not home else ''
        if inspect.isfunction(function) and home is not None:
            elsewhere = function.__module__ if function.__module__ != module else None
            if function.__qualname__ == f'{home.__qualname__}.{thing.__name__}' and (
                    function.__module__ == home.__module__ or function.__code__.co_filename.startswith('<stdlib>')):
                return ''
            parent = '.'.join(filter(None, (elsewhere, function.__qualname__.rpartition('.')[0])))
            return f' from {parent}' if parent else ''
        return ''

    def docroutine(self, object, name=None, mod=None, cl=None, homecls=None):
        real = object.__name__
        name, note, silent = name or real, self._origin(object, mod, cl, homecls or cl), False
        kind = 'async ' if inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object) else ''
        title, given = self.bold(name), _parameters(object) or '(...)'
        if name != real:
            silent = cl is not None and inspect.getattr_static(cl, real, []) is object
            if silent and note.startswith(' from '):
                note = ''
            title += f' = {real}'
        if real == '<lambda>':
            title = self.bold(name) + ' lambda '
            if not object.__annotations__:
                given = given[1:-1]
        doc = '' if silent else getdoc(object)
        return f'{kind}{title}{given}{note}\n' + (self.indent(doc).rstrip() + '\n' if doc else '')

    def docdata(self, object, name=None, mod=None, cl=None, *ignored):
        doc = getdoc(object)
        return (f'{self.bold(name)}\n' if name else '') + (self.indent(doc) + '\n' if doc else '')

    docproperty = docdata

    def docother(self, object, name=None, mod=None, parent=None, *ignored, maxlen=None, doc=None):
        shown = self.repr(object)
        over = maxlen - len((f'{name} = ' if name else '') + shown) if maxlen else 0
        if over < 0:
            shown = shown[:over] + '...'
        line = (self.bold(name) + ' = ' if name else '') + shown
        doc = doc or getdoc(object)
        return line + ('\n' + self.indent(str(doc)) + '\n' if doc else '')


class PlainTextDoc(TextDoc):
    """Without bold letters."""

    def bold(self, text):
        return text


PlainTextDoc.__name__ = PlainTextDoc.__qualname__ = '_PlainTextDoc'

from _frames import shown_as as _shown_as
_shown_as(globals(), 'pydoc')
