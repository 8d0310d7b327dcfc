"""The canonical form of documents (C14N 2.0): equal documents give equal texts."""
import io
import re
from xml.etree import ElementTree

_XML = 'http://www.w3.org/XML/1998/namespace'
_IN_TEXT = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;'}
_IN_ATTRIBUTE = {'&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;'}
_PREFIXED = re.compile(r'\w+:\w+$')


def _escaped(text, signs):
    try:
        return text.translate(str.maketrans(signs))
    except (TypeError, AttributeError):
        ElementTree._raise_serialization_error(text)


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """The canonical form of a text or a file, as a text or written to `out`."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    text = io.StringIO() if out is None else None
    parser = ElementTree.XMLParser(target=C14NWriterTarget((out if text is None else text).write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    else:
        ElementTree.parse(from_file, parser=parser)
    return None if text is None else text.getvalue()


def _parted(name):
    """The namespace of a name and what is behind it."""
    space, brace, local = name[1:].rpartition('}')
    return (space, local) if brace and name[0] == '{' else ('', name)


class C14NWriterTarget:
    """Writes what a parser tells of."""
    __module__ = 'xml.etree.ElementTree'

    def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None,
                 qname_aware_attrs=None, exclude_attrs=None, exclude_tags=None):
        self._write, self._with_comments, self._strips, self._renames = write, with_comments, strip_text, rewrite_prefixes
        self._aware_tags, self._aware_attrs = set(qname_aware_tags or ()), set(qname_aware_attrs or ())
        self._left_out_attrs, self._left_out_tags = set(exclude_attrs or ()), set(exclude_tags or ())
        # Pairs of a namespace and its prefix, by element: those that are written, and those that the document declares.
        self._written, self._given, self._names = [[(_XML, 'xml')]], [[]], {}
        if not rewrite_prefixes:
            self._given.insert(0, list(ElementTree._namespace_map.items()))
        self._text, self._keeps_space, self._held, self._ignored = [], [False], None, 0
        self._began = self._ended = False

    @staticmethod
    def _inwards(levels):
        return (pair for level in reversed(levels) for pair in level)

    def _resolved(self, text):
        """The full name of `prefix:name` in a text."""
        prefix, _, name = text.partition(':')
        for space, known in self._inwards(self._given):
            if known == prefix:
                return f'{{{space}}}{name}'
        raise ValueError(f'Prefix {prefix} of QName "{text}" is not declared in scope')

    def _shown(self, name):
        """A name as it is written; its prefix is declared if that was not done."""
        space, local = _parted(name)
        hidden = set()
        for known, prefix in self._inwards(self._written):
            if known == space and prefix not in hidden:
                return f'{prefix}:{local}' if prefix else local
            hidden.add(prefix)
        if self._renames:
            prefix = self._names.setdefault(space, f'n{len(self._names)}')
            self._written[-1].append((space, prefix))
            return f'{prefix}:{local}'
        if not space and '' not in hidden:
            return local
        for known, prefix in self._inwards(self._given):
            if known == space:
                self._written[-1].append((space, prefix))
                return f'{prefix}:{local}' if prefix else local
        if not space:
            return local
        raise ValueError(f'Namespace "{space}" is not declared in scope')

    def data(self, data):
        if not self._ignored:
            self._text.append(data)

    def _flush(self):
        text = ''.join(self._text)
        self._text.clear()
        if self._strips and not self._keeps_space[-1]:
            text = text.strip()
        if self._held is not None:
            held, self._held = self._held, None
            named = text if _PREFIXED.match(text) else None
            self._begin(*held, named)
            if named is not None:
                return
        if text and self._began:
            self._write(_escaped(text, _IN_TEXT))

    def start_ns(self, prefix, uri):
        if self._ignored:
            return
        if self._text:
            self._flush()
        self._given[-1].append((uri, prefix))

    def start(self, tag, attrs):
        if self._left_out_tags and (self._ignored or tag in self._left_out_tags):
            self._ignored += 1
            return
        if self._text:
            self._flush()
        self._written.append([])
        if tag in self._aware_tags:
            # Whether its text is a name shows when that is there.
            self._held = tag, attrs
        else:
            self._begin(tag, attrs)

    def _begin(self, tag, attrs, text=None):
        attrs = {name: value for name, value in attrs.items() if name not in self._left_out_attrs}
        resolved = {} if text is None else {text: self._resolved(text)}
        aware = {name for name in self._aware_attrs.intersection(attrs) if _PREFIXED.match(attrs[name])}
        resolved.update({attrs[name]: self._resolved(attrs[name]) for name in aware})
        names = sorted({tag, *attrs, *resolved.values()}, key=lambda name: name.split('}', 1))
        shown = {name: self._shown(name) for name in names}
        pairs = sorted((f'xmlns:{prefix}' if prefix else 'xmlns', space) for space, prefix in self._written[-1])
        for name, value in sorted(attrs.items()):
            value = shown[resolved[value]] if name in aware else value
            space, local = _parted(name)
            pairs.append((shown[name] if space else local, value))
        kept = attrs.get(f'{{{_XML}}}space')
        self._keeps_space.append(kept == 'preserve' if kept else self._keeps_space[-1])
        self._write(f'<{shown[tag]}')
        if pairs:
            self._write(''.join(f' {name}="{_escaped(value, _IN_ATTRIBUTE)}"' for name, value in pairs))
        self._write('>')
        if text is not None:
            self._write(_escaped(shown[resolved[text]], _IN_TEXT))
        self._began = True
        self._given.append([])

    def end(self, tag):
        if self._ignored:
            self._ignored -= 1
            return
        if self._text:
            self._flush()
        self._write(f'</{self._shown(tag)}>')
        self._keeps_space.pop()
        self._ended = len(self._keeps_space) == 1
        self._written.pop()
        self._given.pop()

    def _beside(self, text):
        """What is no element: outside the root on a line of its own."""
        if self._ended:
            self._write('\n')
        elif self._began and self._text:
            self._flush()
        self._write(text)
        if not self._began:
            self._write('\n')

    def comment(self, text):
        if self._with_comments and not self._ignored:
            self._beside(f'<!--{_escaped(text, _IN_TEXT)}-->')

    def pi(self, target, data):
        if not self._ignored:
            self._beside(f'<?{target} {_escaped(data, _IN_TEXT)}?>' if data else f'<?{target}?>')
