"""Makes nodes of words."""
import re

from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml.parser import ParserError
from yaml.scanner import Scanner

_YAML = 'tag:yaml.org,2002:'
_HANDLES = {'!': '!', '!!': _YAML}
# What plain scalars are, by their first characters.
_PATTERNS = [
    ('bool', 'yYnNtTfFoO', r'yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF'),
    ('float', '-+0123456789.', r'[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?'
     r'|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)'),
    ('int', '-+0123456789', r'[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+'
     r'|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+'),
    ('merge', '<', r'<<'),
    ('null', '~nN\0', r'~|null|Null|NULL|'),
    ('timestamp', '0123456789', r'[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}'
     r':[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?'),
    ('value', '=', r'='),
]
_RESOLVERS = [(_YAML + name, first, re.compile(f'(?:{pattern})\\Z').match) for name, first, pattern in _PATTERNS]


def resolve(text, own=()):
    """The tag of a plain scalar."""
    first = text[:1] or '\0'
    for tag, firsts, match in [*_RESOLVERS, *own]:
        if (firsts is None or first in firsts) and match(text):
            return tag
    return _YAML + 'str'


class ComposerError(MarkedYAMLError):
    """Aliases and documents that are not there."""


class Composer:
    """The documents of a text, as nodes."""

    def __init__(self, text, name, shown, resolvers=()):
        self.scanner, self.at, self.resolvers = Scanner(text, name, shown), 1, resolvers
        self.anchors, self.handles = {}, _HANDLES

    @property
    def token(self):
        return self.scanner.token(self.at)

    def _take(self, *kinds):
        """The next word, if it is one of these."""
        token = self.token
        if token.kind in kinds:
            self.at += 1
            return token
        return None

    def more(self):
        """Whether another document begins."""
        while self._take('<document end>'):
            pass
        return self.token.kind != '<stream end>'

    def document(self):
        """The next document."""
        self.anchors, self.handles = {}, _HANDLES
        explicit = False
        while (token := self._take('<directive>')) is not None:
            explicit = True
            if token.value[0] == '%YAML' and not token.value[1].startswith('1.'):
                raise ParserError(None, None, 'found incompatible YAML document (version 1.* is required)', token.start)
            if token.value[0] == '%TAG':
                self.handles = {**self.handles, token.value[1]: token.value[2]}
        if not self._take('<document start>') and (explicit or self.at > 1 and self.scanner.token(self.at - 1).kind not in (
                '<document end>', '<stream start>')):
            raise ParserError(None, None, f"expected '<document start>', but found {self.token.kind!r}", self.token.start)
        if self.token.kind in ('<document start>', '<document end>', '<directive>', '<stream end>'):
            return self._empty(self.token.start)
        return self._node(block=True)

    def single(self):
        """The only document; None: there is none."""
        if not self.more():
            return None
        node = self.document()
        while self._take('<document end>'):
            pass
        if self.token.kind in ('<document start>', '<directive>'):
            raise ComposerError('expected a single document in the stream', node.start_mark, 'but found another document',
                                self.token.start)
        if self.token.kind != '<stream end>':
            raise ParserError(None, None, f"expected '<document start>', but found {self.token.kind!r}", self.token.start)
        return node

    def _empty(self, mark):
        return ScalarNode(_YAML + 'null', '', mark, mark)

    def _node(self, block=False, indentless=False):
        alias = self._take('<alias>')
        if alias is not None:
            if alias.value not in self.anchors:
                raise ComposerError(None, None, f'found undefined alias {alias.value!r}', alias.start)
            return self.anchors[alias.value]
        anchor = tag = start = None
        while self.token.kind in ('<anchor>', '<tag>') and (anchor if self.token.kind == '<anchor>' else tag) is None:
            token = self._take('<anchor>', '<tag>')
            start = start or token.start
            if token.kind == '<anchor>':
                anchor = token
            else:
                tag = self._full(token, start)
        token = self.token
        start = start or token.start
        if anchor is not None and anchor.value in self.anchors:
            raise ComposerError(f'found duplicate anchor {anchor.value!r}; first occurrence',
                                self.anchors[anchor.value].start_mark, 'second occurrence', start)
        node = self._begun(token, tag, start, block, indentless)
        if node is None:
            if anchor is None and tag is None:
                raise ParserError(f'while parsing a {"block" if block else "flow"} node', start,
                                  f'expected the node content, but found {token.kind!r}', token.start)
            node = ScalarNode(tag or _YAML + 'null', '', start, start)
            self._named(anchor, node)
        elif isinstance(node, ScalarNode):
            self._named(anchor, node)
        else:
            self._named(anchor, node)
            self._fill(node, token)
        return node

    def _named(self, anchor, node):
        if anchor is not None:
            self.anchors[anchor.value] = node

    def _full(self, token, start):
        handle, suffix = token.value
        if handle is None:
            return None if suffix == '!' else suffix
        if handle not in self.handles:
            raise ParserError('while parsing a node', start, f'found undefined tag handle {handle!r}', token.start)
        return self.handles[handle] + suffix

    def _begun(self, token, tag, start, block, indentless):
        kind = token.kind
        if kind == '<scalar>':
            self.at += 1
            if tag is None:
                tag = resolve(token.value, self.resolvers) if token.style is None else _YAML + 'str'
            return ScalarNode(tag, token.value, start, token.end, token.style)
        if kind == '[' or block and kind == '<block sequence start>' or indentless and kind == '-':
            return SequenceNode(tag or _YAML + 'seq', [], start, None, kind == '[')
        if kind == '{' or block and kind == '<block mapping start>':
            return MappingNode(tag or _YAML + 'map', [], start, None, kind == '{')
        return None

    def _fill(self, node, token):
        if token.kind == '-':
            self._entries(node, ('-', '?', ':', '<block end>'))
            node.end_mark = self.token.start
            return
        self.at += 1
        if token.kind == '[':
            self._flow_sequence(node, token)
        elif token.kind == '{':
            self._flow_mapping(node, token)
        elif token.kind == '<block sequence start>':
            self._entries(node, ('-', '<block end>'))
            self._block_end(node, token, 'collection')
        else:
            self._block_mapping(node)
            self._block_end(node, token, 'mapping')

    def _block_end(self, node, token, what):
        end = self._take('<block end>')
        if end is None:
            raise ParserError(f'while parsing a block {what}', token.start,
                              f"expected <block end>, but found {self.token.kind!r}", self.token.start)
        node.end_mark = end.end

    def _entries(self, node, ends):
        while (token := self._take('-')) is not None:
            node.value.append(self._empty(token.end) if self.token.kind in ends else self._node(block=True))

    def _block_mapping(self, node):
        while (token := self._take('?')) is not None:
            if self.token.kind in ('?', ':', '<block end>'):
                key = self._empty(token.end)
            else:
                key = self._node(block=True, indentless=True)
            token = self._take(':')
            if token is None:
                value = self._empty(self.token.start)
            elif self.token.kind in ('?', ':', '<block end>'):
                value = self._empty(token.end)
            else:
                value = self._node(block=True, indentless=True)
            node.value.append((key, value))

    def _flow_sequence(self, node, opened):
        while self.token.kind != ']':
            if node.value and not self._take(','):
                raise ParserError('while parsing a flow sequence', opened.start,
                                  f"expected ',' or ']', but got {self.token.kind!r}", self.token.start)
            if self.token.kind == ']':
                break
            token = self._take('?')
            if token is None:
                node.value.append(self._node())
                continue
            key = self._empty(token.end) if self.token.kind in (':', ',', ']') else self._node()
            node.value.append(MappingNode(_YAML + 'map', [(key, self._flow_value(']'))], token.start, self.token.start, True))
        node.end_mark = self._take(']').end

    def _flow_value(self, end):
        token = self._take(':')
        if token is None or self.token.kind in (',', end):
            return self._empty(self.token.start)
        return self._node()

    def _flow_mapping(self, node, opened):
        while self.token.kind != '}':
            if node.value and not self._take(','):
                raise ParserError('while parsing a flow mapping', opened.start,
                                  f"expected ',' or '}}', but got {self.token.kind!r}", self.token.start)
            if self.token.kind == '}':
                break
            token = self._take('?')
            if token is None:
                node.value.append((self._node(), self._empty(self.token.start)))
                continue
            key = self._empty(token.end) if self.token.kind in (':', ',', '}') else self._node()
            node.value.append((key, self._flow_value('}')))
        node.end_mark = self._take('}').end
