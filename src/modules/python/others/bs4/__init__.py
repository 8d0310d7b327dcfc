"""Beautiful Soup over html.parser: a tree to search and to write out."""
import re as _re
from html.parser import HTMLParser as _HTMLParser
from _frames import not_supported as _not_supported

__version__ = '4.13.4'
_VOID = frozenset('area base br col embed hr img input keygen link menuitem meta param source track wbr basefont '
                  'bgsound command frame image isindex nextid spacer'.split())
_BLOCK = frozenset('address article aside blockquote canvas dd div dl dt fieldset figcaption figure footer form h1 h2 h3 '
                   'h4 h5 h6 header hr li main nav noscript ol output p pre section table tfoot ul video'.split())
_SEVERAL = {'*': ('class', 'accesskey', 'dropzone'), 'a': ('rel', 'rev'), 'link': ('rel', 'rev'), 'td': ('headers',),
            'th': ('headers',), 'form': ('accept-charset',), 'object': ('archive',), 'area': ('rel',),
            'icon': ('sizes',), 'iframe': ('sandbox',), 'output': ('for',)}
_KEPT = ('pre', 'textarea')
_SILENT = ('script', 'style', 'template')


class FeatureNotFound(ValueError):
    pass


class PageElement:
    """What a tree is made of."""
    parent = None

    def _place(self):
        return next(n for n, each in enumerate(self.parent.contents) if each is self)

    @property
    def next_siblings(self):
        return iter(self.parent.contents[self._place() + 1:] if self.parent else ())

    @property
    def previous_siblings(self):
        return iter(self.parent.contents[:self._place()][::-1] if self.parent else ())

    next_sibling = property(lambda self: next(self.next_siblings, None))
    previous_sibling = property(lambda self: next(self.previous_siblings, None))

    @property
    def next_elements(self):
        if isinstance(self, Tag):
            yield from self.descendants
        at = self
        while at is not None:
            for sibling in at.next_siblings:
                yield sibling
                if isinstance(sibling, Tag):
                    yield from sibling.descendants
            at = at.parent

    next_element = property(lambda self: next(self.next_elements, None))

    @property
    def parents(self):
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def find_parent(self, name=None, attrs={}, **kwargs):
        return next(_matching(self.parents, name, attrs, None, kwargs), None)

    def find_parents(self, name=None, attrs={}, limit=None, **kwargs):
        return _set(_matching(self.parents, name, attrs, None, kwargs), limit)

    def find_next_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return next(_matching(self.next_siblings, name, attrs, string, kwargs), None)

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return _set(_matching(self.next_siblings, name, attrs, string, kwargs), limit)

    def find_previous_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return next(_matching(self.previous_siblings, name, attrs, string, kwargs), None)

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return _set(_matching(self.previous_siblings, name, attrs, string, kwargs), limit)

    def find_next(self, name=None, attrs={}, string=None, **kwargs):
        return next(_matching(self.next_elements, name, attrs, string, kwargs), None)

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return _set(_matching(self.next_elements, name, attrs, string, kwargs), limit)

    def extract(self):
        if self.parent is not None:
            del self.parent.contents[self._place()]
            self.parent = None
        return self

    def _put(self, others, after):
        parent = self.parent
        for other in others:
            other = _node(other).extract()
            parent.contents.insert(self._place() + after, other)
            other.parent, self, after = parent, other, 1

    def insert_before(self, *others):
        self._put(others, 0)

    def insert_after(self, *others):
        self._put(others, 1)

    def replace_with(self, *others):
        self._put(others, 0)
        return self.extract()


def _node(given):
    return given if isinstance(given, PageElement) else NavigableString(given)


class NavigableString(str, PageElement):
    """Text."""
    PREFIX = SUFFIX = ''
    name = None

    string = property(lambda self: self)
    text = property(lambda self: self.get_text())

    def get_text(self, separator='', strip=False, types=None):
        return self.strip() if strip else str(self)

    def _output(self):
        text = self if self.parent is not None and self.parent.name in _SILENT else _escaped(self)
        return self.PREFIX + text + self.SUFFIX

    def output_ready(self, formatter='minimal'):
        return self._output()


class _Unescaped(NavigableString):
    def _output(self):
        return self.PREFIX + self + self.SUFFIX


class Comment(_Unescaped):
    PREFIX, SUFFIX = '<!--', '-->'


class Doctype(_Unescaped):
    PREFIX, SUFFIX = '<!DOCTYPE ', '>\n'


class CData(_Unescaped):
    PREFIX, SUFFIX = '<![CDATA[', ']]>'


class Declaration(_Unescaped):
    PREFIX, SUFFIX = '<!', '>'


class ProcessingInstruction(_Unescaped):
    PREFIX, SUFFIX = '<?', '>'


def _escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _quoted(value):
    value = _escaped(' '.join(value) if isinstance(value, list) else str(value))
    if '"' in value:
        return f"'{value}'" if "'" not in value else '"' + value.replace('"', '&quot;') + '"'
    return f'"{value}"'


class ResultSet(list):
    """What a search has found."""

    def __getattr__(self, key):
        raise AttributeError(
            f'ResultSet object has no attribute "{key}". '
            "You're probably treating a list of elements like a single "
            'element. Did you call find_all() when you meant to call find()?')


def _set(found, limit):
    result = ResultSet()
    for each in found:
        result.append(each)
        if limit and len(result) >= limit:
            break
    return result


def _fits(value, wanted):
    """Whether a name, an attribute's value or a text is what was asked for."""
    if wanted is True:
        return value is not None
    if isinstance(value, list):
        return any(_fits(each, wanted) for each in value) or _fits(' '.join(value), wanted)
    if wanted is None or wanted is False:
        return value is None
    if callable(wanted):
        return bool(wanted(value))
    if value is None:
        return False
    if hasattr(wanted, 'search'):
        return wanted.search(value) is not None
    if isinstance(wanted, (list, tuple, set, frozenset)):
        return any(_fits(value, each) for each in wanted)
    return str(wanted) == value


def _matching(elements, name, attrs, string, kwargs):
    wanted = {'class': attrs} if not isinstance(attrs, dict) else dict(attrs)
    if 'text' in kwargs and string is None:
        string = kwargs.pop('text')
    wanted.update(('class' if key == 'class_' else key, value) for key, value in kwargs.items())
    for each in elements:
        if isinstance(each, Tag):
            if name is None and not wanted and string is not None:
                continue
            if name is not None:
                fits = name(each) if callable(name) and not hasattr(name, 'search') else _fits(each.name, name)
                if not fits:
                    continue
            if string is not None and not _fits(each.string, string):
                continue
            if all(_fits(each.attrs.get(key), value) for key, value in wanted.items()):
                yield each
        elif name is None and not wanted and (string is None or _fits(each, string)):
            yield each


class Tag(PageElement):
    """An element with attributes and contents."""

    def __init__(self, name, attrs=None):
        self.name, self.attrs, self.contents, self.prefix = name, dict(attrs or {}), [], None

    is_empty_element = property(lambda self: not self.contents and self.name in _VOID)
    children = property(lambda self: iter(self.contents))
    text = property(lambda self: self.get_text())
    strings = property(lambda self: self._strings())

    @property
    def descendants(self):
        for each in list(self.contents):
            yield each
            if isinstance(each, Tag):
                yield from each.descendants

    def _strings(self, strip=False):
        within = self.name if self.name in _SILENT else None
        for each in self.descendants:
            if type(each) not in (NavigableString, CData) or each.parent.name in _SILENT and each.parent.name != within:
                continue
            if strip:
                each = each.strip()
                if not each:
                    continue
            yield each

    stripped_strings = property(lambda self: self._strings(True))

    def get_text(self, separator='', strip=False, types=None):
        return separator.join(self._strings(strip))

    getText = get_text

    @property
    def string(self):
        return self.contents[0].string if len(self.contents) == 1 else None

    @string.setter
    def string(self, text):
        self.clear()
        self.append(text)

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **kwargs):
        within = self.descendants if recursive else self.children
        return _set(_matching(within, name, attrs, string, kwargs), limit)

    findAll = __call__ = find_all

    def find(self, name=None, attrs={}, recursive=True, string=None, **kwargs):
        within = self.descendants if recursive else self.children
        return next(_matching(within, name, attrs, string, kwargs), None)

    def select(self, selector, namespaces=None, limit=0, **kwargs):
        chosen = _selectors(selector)
        return _set((tag for tag in self.descendants if isinstance(tag, Tag) and
                     any(_chosen(tag, steps, self) for steps in chosen)), limit)

    def select_one(self, selector, namespaces=None, **kwargs):
        return next(iter(self.select(selector, limit=1)), None)

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def get_attribute_list(self, key, default=None):
        value = self.get(key, default)
        return value if isinstance(value, list) else [value]

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

    def append(self, tag):
        node = _node(tag).extract()
        node.parent = self
        self.contents.append(node)
        return node

    def extend(self, tags):
        for tag in list(tags):
            self.append(tag)

    def insert(self, position, *new_children):
        for child in new_children:
            node = _node(child).extract()
            node.parent = self
            self.contents.insert(position, node)
            position += 1

    def clear(self, decompose=False):
        for each in list(self.contents):
            each.extract()

    def decompose(self):
        self.extract()
        self.contents = []

    def unwrap(self):
        for each in list(self.contents):
            self.insert_before(each)
        return self.extract()

    def wrap(self, wrapper):
        self.replace_with(wrapper)
        wrapper.append(self)
        return wrapper

    def _head(self):
        pairs = sorted(self.attrs.items())
        attrs = ''.join(f' {key}' if value is None else f' {key}={_quoted(value)}' for key, value in pairs)
        return f'<{self.name}{attrs}{"/" if self.is_empty_element else ""}>'

    def _tail(self):
        return '' if self.is_empty_element else f'</{self.name}>'

    def decode(self, *args, **kwargs):
        return self._head() + self.decode_contents() + self._tail()

    def decode_contents(self, *args, **kwargs):
        return ''.join(each.decode() if isinstance(each, Tag) else each._output() for each in self.contents)

    _output = decode

    def encode(self, encoding='utf-8', *args, **kwargs):
        return self.decode().encode(encoding)

    def __str__(self):
        return self.decode()

    __repr__ = __str__

    def prettify(self, encoding=None, formatter='minimal'):
        lines = []
        self._lines(lines, 0)
        text = ''.join(lines)
        return text.encode(encoding) if encoding else text

    def _lines(self, lines, depth):
        if self.name in _KEPT:
            lines.append(' ' * depth + self.decode() + '\n')
            return
        lines.append(' ' * depth + self._head() + '\n')
        self._inner_lines(lines, depth + 1)
        if not self.is_empty_element:
            lines.append(' ' * depth + self._tail() + '\n')

    def _inner_lines(self, lines, depth):
        for each in self.contents:
            if isinstance(each, Tag):
                each._lines(lines, depth)
            elif text := each._output().strip():
                lines.append(' ' * depth + text + '\n')


_SIMPLE = _re.compile(r'''\s*(?P<combinator>[>+~,]|\s)?\s*(?P<simple>(?:\*|[\w-]+)?(?:\.[\w-]+|\#[\w-]+|
    \[\s*[\w:-]+\s*(?:[~|^$*]?=\s*(?:"[^"]*"|'[^']*'|[\w-]+)\s*)?\]|
    :(?:first-child|last-child|only-child|first-of-type|last-of-type|nth-(?:child|of-type)\(\s*\w+\s*\)))*)''', _re.X)
_PART = _re.compile(r'''(?P<tag>^(?:\*|[\w-]+))|\.(?P<class>[\w-]+)|\#(?P<id>[\w-]+)|:(?P<pseudo>[\w-]+)
    (?:\(\s*(?P<number>\w+)\s*\))?|\[\s*(?P<attr>[\w:-]+)\s*(?:(?P<op>[~|^$*]?=)\s*
    (?P<value>"[^"]*"|'[^']*'|[\w-]+)\s*)?\]''', _re.X)


def _selectors(text):
    """Alternatives, each a list of (combinator, parts)."""
    alternatives, steps, at, text = [], [], 0, text.strip()
    while at < len(text):
        match = _SIMPLE.match(text, at)
        if not match or not match['simple']:
            _not_supported(f'bs4.Tag.select of {text!r}', 'find_all')
        combinator, at = match['combinator'], match.end()
        if combinator == ',':
            alternatives.append(steps)
            steps, combinator = [], None
        steps.append(((combinator or ' ').replace('\n', ' '), list(_PART.finditer(match['simple']))))
    return [*alternatives, steps]


def _is(tag, parts):
    for part in parts:
        if part['tag'] and part['tag'] not in ('*', tag.name):
            return False
        if part['class'] and part['class'] not in (tag.get('class') or ()):
            return False
        if part['id'] and part['id'] != tag.get('id'):
            return False
        if part['pseudo'] and not _pseudo(tag, part['pseudo'], part['number']):
            return False
        if part['attr']:
            value = tag.get(part['attr'])
            if value is None:
                return False
            value, wanted = ' '.join(value) if isinstance(value, list) else value, (part['value'] or '').strip('"\'')
            fits = {None: True, '=': value == wanted, '~=': wanted in value.split(), '^=': value.startswith(wanted),
                    '$=': value.endswith(wanted), '*=': wanted in value,
                    '|=': value == wanted or value.startswith(wanted + '-')}
            if not fits[part['op']]:
                return False
    return True


def _pseudo(tag, name, number):
    kind = tag.name if name.endswith('of-type') else None
    alike = [each for each in tag.parent.contents if isinstance(each, Tag) and kind in (None, each.name)]
    place = next(n for n, each in enumerate(alike, 1) if each is tag)
    if number is not None:
        return place % 2 == (number == 'odd') if number in ('odd', 'even') else place == int(number)
    return {'first': place == 1, 'last': place == len(alike), 'only': len(alike) == 1}[name.partition('-')[0]]


def _chosen(tag, steps, root):
    combinator, parts = steps[-1]
    if not _is(tag, parts):
        return False
    before = steps[:-1]
    if not before:
        return combinator != '>' or tag.parent is root
    if combinator == '>':
        others = [tag.parent]
    elif combinator in '+~':
        others = [each for each in tag.previous_siblings if isinstance(each, Tag)]
        others = others[:1] if combinator == '+' else others
    else:
        others = tag.parents
    return any(_chosen(other, before, root) for other in others if not isinstance(other, BeautifulSoup))


class _Builder(_HTMLParser):
    def __init__(self, soup):
        super().__init__(convert_charrefs=True)
        self._soup, self._at, self._texts = soup, soup, []

    def _flush(self):
        text = ''.join(self._texts)
        self._texts = []
        if not text:
            return
        kept = any(each.name in _KEPT for each in [self._at, *self._at.parents])
        if not kept and not text.strip(' \t\n\r\f\v'):
            text = '\n' if '\n' in text else ' '
        self._add(NavigableString(text))

    def _add(self, node):
        node.parent = self._at
        self._at.contents.append(node)

    def handle_starttag(self, tag, attrs):
        self._flush()
        several = _SEVERAL['*'] + _SEVERAL.get(tag, ())
        values = {}
        for key, value in attrs:
            value = '' if value is None else value
            values[key] = _re.findall(r'\S+', value) if key in several else value
        new = Tag(tag, values)
        self._add(new)
        if tag not in _VOID:
            self._at = new

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self._flush()
        for each in [self._at, *self._at.parents]:
            if each.name == tag and each is not self._soup:
                self._at = each.parent
                return

    def handle_data(self, data):
        self._texts.append(data)

    def _special(self, kind, text):
        self._flush()
        self._add(kind(text))

    def handle_comment(self, data):
        self._special(Comment, data)

    def handle_decl(self, decl):
        self._special(Doctype, decl[len('DOCTYPE '):] if decl.lower().startswith('doctype ') else decl)

    def handle_pi(self, data):
        self._special(ProcessingInstruction, data)

    def unknown_decl(self, data):
        if data.upper().startswith('CDATA['):
            self._special(CData, data[6:])
        else:
            self._special(Declaration, data)


class BeautifulSoup(Tag):
    """A document."""

    def __init__(self, markup='', features=None, builder=None, parse_only=None, from_encoding=None,
                 exclude_encodings=None, element_classes=None, **kwargs):
        super().__init__('[document]')
        if isinstance(features, (list, tuple)):
            features = features[0] if features else None
        if features in ('lxml', 'html5lib', 'xml', 'lxml-xml'):
            _not_supported(f'bs4.BeautifulSoup with {features}', "BeautifulSoup(…, 'html.parser')")
        if features not in (None, 'html.parser', 'html'):
            raise FeatureNotFound(f"Couldn't find a tree builder with the features you requested: {features}. Do you "
                                  'need to install a parser library?')
        if parse_only is not None:
            _not_supported('bs4.BeautifulSoup with parse_only=', 'find_all')
        if hasattr(markup, 'read'):
            markup = markup.read()
        self.original_encoding = None
        if isinstance(markup, (bytes, bytearray)):
            self.original_encoding = from_encoding or ('ascii' if markup.isascii() else 'utf-8')
            markup = markup.decode(self.original_encoding, 'replace')
        builder = _Builder(self)
        builder.feed(markup)
        builder.close()
        builder._flush()

    is_empty_element = property(lambda self: False)

    def new_tag(self, name, namespace=None, nsprefix=None, attrs={}, sourceline=None, sourcepos=None, string=None,
                **kwattrs):
        tag = Tag(name, {**attrs, **kwattrs})
        if string is not None:
            tag.append(string)
        return tag

    def new_string(self, s, subclass=None):
        return (subclass or NavigableString)(s)

    def decode(self, *args, **kwargs):
        return self.decode_contents()

    _output = decode

    def _lines(self, lines, depth):
        self._inner_lines(lines, depth)


def __getattr__(name):
    if name[:1] != '_':
        _not_supported('bs4.' + name)
    raise AttributeError(f"module 'bs4' has no attribute '{name}'")
