"""Elements, and what is not one and stands among them."""
from _frames import open_extension as _open_extension

from xml.etree._element_paths import _found

__name__ = 'xml.etree.ElementTree'  # where what is here is said to be

_unset = object()


def _kind(value):  #: in xml/etree/ElementTree.py
    return 'None' if value is None else type(value).__name__


class Element:  #: -
    """A tag with attributes, text before its children and a tail behind its end."""
    __module__ = 'xml.etree.ElementTree'
    __slots__ = 'tag', 'attrib', 'text', 'tail', '_children', '__weakref__'

    def __init__(self, /, *args, **extra):
        if not args and 'tag' in extra:
            args = extra.pop('tag'),
        if not 1 <= len(args) <= 2:
            bound = 'at most 2 arguments' if args else 'at least 1 argument'
            raise TypeError(f'Element() takes {bound} ({len(args)} given)')
        tag, attrib = args if len(args) == 2 else (args[0], extra.pop('attrib', {}))
        if not isinstance(attrib, dict):
            raise TypeError(f'Element() argument 2 must be dict, not {_kind(attrib)}')
        self.tag, self.attrib, self._children = tag, {**attrib, **extra}, []
        self.text = self.tail = None

    def __getattr__(self, name):
        if name in Element.__slots__[:-1]:
            # What nobody has initialized.
            setattr(self, name, {} if name == 'attrib' else [] if name == '_children' else None)
        return object.__getattribute__(self, name)

    def __repr__(self):
        return f'<Element {self.tag!r} at {id(self):#x}>'

    def makeelement(self, tag, attrib):
        return Element(tag, attrib)

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn('Testing an element\'s truth value will always return True in future versions.  Use specific '
                      "'len(elem)' or 'elem is not None' test instead.", DeprecationWarning)
        return bool(self._children)

    def __getitem__(self, index):
        _check_index(index)
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None

    def __setitem__(self, index, element):
        _check_index(index)
        if not isinstance(index, slice) and not -len(self._children) <= index.__index__() < len(self._children):
            raise IndexError('child assignment index out of range')
        if isinstance(index, slice):
            try:
                given = iter(element)
            except TypeError:
                raise TypeError('assignment expects an iterable') from None
            element = list(given)
        for one in element if isinstance(index, slice) else (element,):
            self._check(one)
        self._children[index] = element

    def __delitem__(self, index):
        _check_index(index)
        try:
            del self._children[index]
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __iter__(self):
        return iter(self._children)

    @staticmethod
    def _check(element, method=None):
        if not isinstance(element, Element):
            before = f'{method} ' if method else ''
            raise TypeError(f'{before}expected an Element, not "{type(element).__name__}"' if not method else
                            f'{method} must be xml.etree.ElementTree.Element, not {_kind(element)}')

    def append(self, subelement, /):
        self._check(subelement, 'append() argument 1')
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError(f'expected an Element, not "{type(element).__name__}"')
            self._children.append(element)

    def insert(self, index, subelement, /):
        self._check(subelement, 'insert() argument 2')
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        for at, child in enumerate(self._children):
            if child is subelement:
                del self._children[at]
                return
        self._check(subelement, 'remove() argument')
        raise ValueError('list.remove(x): x not in list')

    def clear(self):
        self.attrib.clear()
        self._children.clear()
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, /, *args):
        if len(args) != 2:
            raise TypeError(f'set expected 2 arguments, got {len(args)}')
        key, value = args
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        tag = None if tag == '*' else tag
        open = [iter((self,))]
        while open:
            for element in open[-1]:
                if tag is None or element.tag == tag:
                    yield element
                open.append(iter(element._children))
                break
            else:
                open.pop()

    def itertext(self):
        # Whether a text is true may change what it is.
        if text := self.text:
            yield text
        for child in self._children:
            yield from child.itertext()
            if tail := child.tail:
                yield tail

    def find(self, path, namespaces=None):
        return next(_found(self, path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        if found is None:
            return default
        return '' if found.text is None else found.text

    def findall(self, path, namespaces=None):
        return list(_found(self, path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _found(self, path, namespaces)

    def __copy__(self):
        made = Element(self.tag)
        made.attrib, made.text, made.tail, made._children = self.attrib or {}, self.text, self.tail, self._children[:]
        return made

    def __deepcopy__(self, memo):
        import copy
        made = self.makeelement(self.tag, copy.deepcopy(self.attrib, memo))
        made.text, made.tail = self.text, self.tail
        made.extend([copy.deepcopy(child, memo) for child in self._children])
        return made

    def __getstate__(self):
        return {'tag': self.tag, '_children': self._children[:], 'attrib': self.attrib, 'text': self.text, 'tail': self.tail}

    def __setstate__(self, state):
        if not isinstance(state, dict):
            raise TypeError(f'Don\'t know how to unpickle "{state!r}" as an Element')
        if unknown := [name for name in state if name not in ('tag', '_children', 'attrib', 'text', 'tail')]:
            raise TypeError(f'this function got an unexpected keyword argument {unknown[0]!r}')
        if 'tag' not in state:
            raise TypeError('tag may not be NULL')
        children = state.get('_children', [])
        if not isinstance(children, list):
            raise TypeError("'_children' is not a list")
        for child in children:
            if not isinstance(child, Element):
                raise TypeError(f'expected an Element, not "{type(child).__name__}"')
        self.tag, self._children = state['tag'], children[:]
        self.attrib = state.get('attrib') or getattr(self, 'attrib', None) or {}
        self.text, self.tail = state.get('text'), state.get('tail')

    def __delattr__(self, name):
        if name in ('tag', 'text', 'tail', 'attrib'):
            raise AttributeError("can't delete element attribute")
        super().__delattr__(name)


def _check_index(index):
    if not isinstance(index, slice) and not hasattr(type(index), '__index__'):
        raise TypeError('element indices must be integers')


_open_extension(Element)


def SubElement(parent=_unset, tag=_unset, attrib={}, **extra):  #: -
    """A new element as the last child of another."""
    if tag is _unset:
        raise TypeError(f'SubElement() takes at least 2 arguments ({int(parent is not _unset)} given)')
    Element._check(parent, 'SubElement() argument 1')
    if not isinstance(attrib, dict):
        raise TypeError(f'SubElement() argument 3 must be dict, not {_kind(attrib)}')
    made = Element(tag, {**attrib, **extra})
    parent.append(made)
    return made


def Comment(text=None):
    made = Element(Comment)
    made.text = text
    return made


def ProcessingInstruction(target, text=None):
    made = Element(ProcessingInstruction)
    made.text = f'{target} {text}' if text else target
    return made


PI = ProcessingInstruction
