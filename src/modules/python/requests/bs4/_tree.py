"""What a tree is made of: elements and texts, how they are found, moved and written."""
from bs4 import _selectors
from bs4._finding import matching, set_of
from bs4._writing import quoted, style_of

from bs4._page_elements import PageElement, _node

VOID = frozenset('area base br col embed hr img input keygen link menuitem meta param source track wbr basefont '
                  'bgsound command frame image isindex nextid spacer'.split())
KEPT = ('pre', 'textarea')
_SILENT = ('script', 'style', 'template')
# The types of text that an element's text has if nobody says which.
_main = object()


class NavigableString(str, PageElement):
    """Text."""
    PREFIX = SUFFIX = ''
    name = property(lambda self: None)

    string = property(lambda self: self)
    text = property(lambda self: self.get_text())

    def get_text(self, separator='', strip=False, types=_main):
        return separator.join(self._strings(strip, types))

    getText = get_text
    strings = property(lambda self: self._strings())
    stripped_strings = property(lambda self: self._strings(True))

    def _strings(self, strip=False, types=_main):
        if types in (None, _main) or type(self) in ((types,) if isinstance(types, type) else types):
            text = self.strip() if strip else str(self)
            if text or not strip:
                yield text

    def __getnewargs__(self):
        return (str(self),)

    def __deepcopy__(self, memo):
        return type(self)(self)

    def __getitem__(self, key):
        if isinstance(key, str):
            raise TypeError(f"string indices must be integers, not '{type(key).__name__}'. "
                            'Are you treating a NavigableString like a Tag?')
        return super().__getitem__(key)

    def _output(self, style):
        silent = style.skips_silent and self.parent is not None and self.parent.name in _SILENT[:2]
        return self.PREFIX + (str(self) if silent else style.text(self)) + self.SUFFIX

    def output_ready(self, formatter='minimal'):
        return self._output(style_of(formatter))


class Stylesheet(NavigableString):
    """Text of an element <style>."""


class Script(NavigableString):
    """Text of an element <script>."""


class TemplateString(NavigableString):
    """Text within an element <template>."""


SILENT_KINDS = {'script': Script, 'style': Stylesheet, 'template': TemplateString}


class _Unescaped(NavigableString):
    def _output(self, style):
        style.text(self)
        return self.PREFIX + self + self.SUFFIX


class Comment(_Unescaped):
    PREFIX, SUFFIX = '<!--', '-->'


class Doctype(_Unescaped):
    PREFIX, SUFFIX = '<!DOCTYPE ', '>\n'


class CData(_Unescaped):
    PREFIX, SUFFIX = '<![CDATA[', ']]>'


class Declaration(_Unescaped):
    PREFIX, SUFFIX = '<?', '?>'


class ProcessingInstruction(_Unescaped):
    PREFIX, SUFFIX = '<?', '>'


class Tag(PageElement):
    """An element with attributes and contents."""

    def __init__(self, name, attrs=None):
        self.name, self.attrs, self.contents, self.prefix = name, dict(attrs or {}), [], None
        self.hidden, self.sourceline, self.sourcepos = False, None, None

    is_empty_element = property(lambda self: not self.contents and self.name in VOID)
    children = property(lambda self: iter(self.contents))
    text = property(lambda self: self.get_text())
    strings = property(lambda self: self._strings())

    @property
    def descendants(self):
        for each in list(self.contents):
            yield each
            if isinstance(each, Tag):
                yield from each.descendants

    def _within(self):
        return self.contents

    def _last(self):
        return self.contents[-1]._last() if self.contents else self

    def _strings(self, strip=False, types=_main):
        if types is _main:
            types = (SILENT_KINDS[self.name],) if self.name in SILENT_KINDS else (NavigableString, CData)
        elif isinstance(types, type):
            types = (types,)
        for each in self.descendants:
            if type(each) in types if types is not None else isinstance(each, NavigableString):
                text = each.strip() if strip else each
                if text or not strip:
                    yield text

    stripped_strings = property(lambda self: self._strings(True))

    def get_text(self, separator='', strip=False, types=_main):
        return separator.join(self._strings(strip, types))

    getText = get_text
    css = property(lambda self: CSS(self))

    @property
    def string(self):
        return self.contents[0].string if len(self.contents) == 1 else None

    @string.setter
    def string(self, text):
        self.clear()
        self.append(type(text)(text) if isinstance(text, NavigableString) else NavigableString(text))

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **kwargs):
        within = self.descendants if recursive else self.children
        return set_of(matching(within, name, attrs, string, kwargs), limit)

    __call__ = find_all

    def find(self, name=None, attrs={}, recursive=True, string=None, **kwargs):
        within = self.descendants if recursive else self.children
        return next(matching(within, name, attrs, string, kwargs), None)

    def select(self, selector, namespaces=None, limit=0, **kwargs):
        return set_of(_selectors.chosen(selector, self), limit)

    def select_one(self, selector, namespaces=None, **kwargs):
        return next(iter(self.select(selector, limit=1)), None)

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def get_attribute_list(self, key, default=None):
        value = self.get(key, default)
        return value if isinstance(value, list) else [] if value is None else [value]

    def has_attr(self, key):
        return key in self.attrs

    def __getitem__(self, key):
        return self.attrs[key]

    def __setitem__(self, key, value):
        self.attrs[key] = value

    def __delitem__(self, key):
        self.attrs.pop(key, None)

    def __contains__(self, x):
        return x in self.contents

    def __iter__(self):
        return iter(self.contents)

    def __len__(self):
        return len(self.contents)

    def __bool__(self):
        return True

    def __getattr__(self, name):
        if name.startswith('__') or name == 'contents':
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return self.find(name)

    def __eq__(self, other):
        return self is other or isinstance(other, Tag) and (self.name, self.attrs, self.contents) == (
            other.name, other.attrs, other.contents)

    def __hash__(self):
        return hash(str(self))

    def index(self, element):
        for n, each in enumerate(self.contents):
            if each is element:
                return n
        raise ValueError('Tag.index: element not in tag')

    def append(self, tag):
        return self.insert(len(self.contents), tag)[0]

    def extend(self, tags):
        added = []
        for tag in list(tags.contents if isinstance(tags, Tag) else tags):
            added += self.insert(len(self.contents), tag)
        return added

    def insert(self, position, *new_children):
        put = []
        for child in new_children:
            if child is None:
                raise ValueError('Cannot insert None into a tag.')
            if child is self:
                raise ValueError('Cannot insert a tag into itself.')
            if getattr(child, 'name', None) == '[document]':
                new = self.insert(position, *list(child.contents))
            else:
                node = _node(child)
                if node.parent is self and self.index(node) < position:
                    position -= 1
                node.extract()
                node.parent = self
                self.contents.insert(position, node)
                new = [node]
            put += new
            position += len(new)
        return put

    def smooth(self):
        """Puts texts together that stand side by side."""
        for at in range(len(self.contents) - 1, -1, -1):
            each = self.contents[at]
            if isinstance(each, Tag):
                each.smooth()
            elif at and type(each) is NavigableString and type(self.contents[at - 1]) is NavigableString:
                before = self.contents[at - 1]
                each.extract()
                before.replace_with(NavigableString(before + each))

    def clear(self, decompose=False):
        for each in list(self.contents):
            each.decompose() if decompose else each.extract()

    def decompose(self):
        for each in list(self.descendants):
            each.decomposed = True
        super().decompose()
        self.contents, self.attrs = [], {}

    def unwrap(self):
        if self.parent is None:
            raise ValueError('Cannot replace an element with its contents when that element is not part of a tree.')
        for each in list(self.contents):
            self.insert_before(each)
        return self.extract()

    def _alike(self):
        """One like it, without contents."""
        alike = Tag(self.name, {key: list(value) if isinstance(value, list) else value for key, value in self.attrs.items()})
        alike.sourceline, alike.sourcepos, alike.hidden = self.sourceline, self.sourcepos, self.hidden
        return alike

    def __deepcopy__(self, memo):
        copied = self._alike()
        for each in self.contents:
            node = each.__deepcopy__(memo)
            node.parent = copied
            copied.contents.append(node)
        return copied

    def copy_self(self):
        return self._alike()

    def _head(self, style):
        attrs = ''.join(f' {key}' if value is None else f' {key}={quoted(value, style)}' for key, value in style.attributes(self))
        return f'<{self.name}{attrs}{style.end if self.is_empty_element else ""}>'

    def _tail(self):
        return '' if self.is_empty_element else f'</{self.name}>'

    def decode(self, indent_level=None, eventual_encoding='utf-8', formatter='minimal', iterator=None):
        style = style_of(formatter)
        if indent_level is not None:
            lines = []
            self._lines(lines, indent_level, style)
            return ''.join(lines)
        return self._output(style)

    def decode_contents(self, indent_level=None, eventual_encoding='utf-8', formatter='minimal'):
        style = style_of(formatter)
        if indent_level is not None:
            lines = []
            self._inner_lines(lines, indent_level, style)
            return ''.join(lines)
        return ''.join([each._output(style) for each in self.contents])

    def _output(self, style):
        inside = ''.join([each._output(style) for each in self.contents])
        return inside if self.hidden else self._head(style) + inside + self._tail()

    def encode(self, encoding='utf-8', indent_level=None, formatter='minimal', errors='xmlcharrefreplace'):
        return self.decode(indent_level, encoding, formatter).encode(encoding, errors)

    def encode_contents(self, indent_level=None, encoding='utf-8', formatter='minimal'):
        return self.decode_contents(indent_level, encoding, formatter).encode(encoding)

    def __str__(self):
        return self.decode()

    __repr__ = __str__

    def prettify(self, encoding=None, formatter='minimal'):
        text = self.decode(0, formatter=formatter)
        return text.encode(encoding, 'xmlcharrefreplace') if encoding else text

    def _lines(self, lines, depth, style):
        if self.hidden:
            self._inner_lines(lines, depth, style)
            return
        if self.name in KEPT:
            lines.append(style.indent * depth + self._output(style) + '\n')
            return
        lines.append(style.indent * depth + self._head(style) + '\n')
        self._inner_lines(lines, depth + 1, style)
        if not self.is_empty_element:
            lines.append(style.indent * depth + self._tail() + '\n')

    def _inner_lines(self, lines, depth, style):
        for each in self.contents:
            if isinstance(each, Tag):
                each._lines(lines, depth, style)
            elif text := each._output(style).strip():
                lines.append(style.indent * depth + text + '\n')


class CSS:
    """Searches by selectors."""

    def __init__(self, tag):
        self.tag = tag

    def select(self, select, namespaces=None, limit=0, flags=0, **kwargs):
        return self.tag.select(select, namespaces, limit)

    def select_one(self, select, namespaces=None, flags=0, **kwargs):
        return self.tag.select_one(select, namespaces)

    def iselect(self, select, namespaces=None, limit=0, flags=0, **kwargs):
        return iter(self.select(select, limit=limit))

    def match(self, select, namespaces=None, flags=0, **kwargs):
        return _selectors.any_of(_selectors.selectors(select), self.tag, self.tag)

    def closest(self, select, namespaces=None, flags=0, **kwargs):
        alternatives = _selectors.selectors(select)
        around = [self.tag, *self.tag.parents]
        return next((each for each in around if _selectors.is_element(each)
                     and _selectors.any_of(alternatives, each, self.tag)), None)

    def filter(self, select, namespaces=None, flags=0, **kwargs):
        alternatives, scope = _selectors.selectors(select), _selectors.scope_of(self.tag)
        return set_of((each for each in self.tag.contents if _selectors.is_element(each)
                       and _selectors.any_of(alternatives, each, scope)), 0)
