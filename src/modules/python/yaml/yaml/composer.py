"""Makes nodes of words."""
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml.parser import ParserError
from yaml.scanner import Scanner

_YAML = 'tag:yaml.org,2002:'
_HANDLES = {'!': '!', '!!': _YAML}
_PAIR = 'pair'


class ComposerError(MarkedYAMLError):
    """Aliases and documents that are not there."""


class Composer:
    """The documents of a text, as nodes."""

    def __init__(self, text, name, shown):
        self.scanner, self.at = Scanner(text, name, shown), 1
        self.anchors, self.handles, self._how, self._line = {}, _HANDLES, None, None

    @property
    def token(self):
        return self.scanner.token(self.at)

    @property
    def line(self):
        """How far the text is read: before a node that is no value of a key, to its first sign."""
        if self._line is not None:
            return self._line
        at = self.at
        while self._how is not None and self.scanner.token(at).kind in ('<anchor>', '<tag>'):
            at += 1
        return self.scanner.line

    def _take(self, *kinds):
        """The next word, if it is one of these."""
        token = self.token
        if token.kind in kinds:
            self.at += 1
            return token
        return None

    def check_node(self):
        """Whether another document begins."""
        while self._take('<document end>'):
            pass
        return self.token.kind != '<stream end>'

    def get_node(self):
        """The next document."""
        return self._document() if self.check_node() else None

    def _document(self):
        self.anchors, self.handles = {}, _HANDLES
        explicit, self._line = False, None
        while (token := self._take('<directive>')) is not None:
            explicit = True
            if token.value[0] == '%YAML' and not token.value[1].startswith('1.'):
                raise ParserError(None, None, 'found incompatible YAML document (version 1.* is required)', token.start)
            if token.value[0] == '%TAG':
                self.handles = {**self.handles, token.value[1]: token.value[2]}
        begun = self._take('<document start>')
        line = None if begun is None else self.scanner.line
        if not begun and (explicit or self.at > 1 and self.scanner.token(self.at - 1).kind not in (
                '<document end>', '<stream start>')):
            raise ParserError(None, None, f"expected '<document start>', but found {self.token.kind!r}", self.token.start)
        if self.token.kind in ('<document start>', '<document end>', '<directive>', '<stream end>'):
            self._line = self.scanner.line if line is None else line
            return self._empty(self.token.start, None, None)
        self._line = self.scanner.line if line is None else line
        return self._node(None, None, block=True)

    def get_single_node(self):
        """The only document; None: there is none."""
        if not self.check_node():
            return None
        node = self._document()
        while self._take('<document end>'):
            pass
        if self.token.kind in ('<document start>', '<directive>'):
            raise ComposerError('expected a single document in the stream', node.start_mark, 'but found another document',
                                self.token.start)
        if self.token.kind != '<stream end>':
            raise ParserError(None, None, f"expected '<document start>', but found {self.token.kind!r}", self.token.start)
        return node

    def _empty(self, mark, parent, index):
        """A node where nothing is written."""
        self._how = mark
        return self.compose_node(parent, index)

    def _node(self, parent, index, block=False, indentless=False):
        self._how = block, indentless
        return self.compose_node(parent, index)

    def compose_node(self, parent, index):
        """The next node."""
        how, self._how, self._line = self._how, None, None
        if how is _PAIR:
            return self._pair()
        if not isinstance(how, tuple):
            return ScalarNode(self.resolve(ScalarNode, '', (True, False)), '', how, how)
        block, indentless = how
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
            node = ScalarNode(self.resolve(ScalarNode, '', (True, False)) if tag in (None, '!') else tag, '', start, start)
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
            return suffix
        if handle not in self.handles:
            raise ParserError('while parsing a node', start, f'found undefined tag handle {handle!r}', token.start)
        return self.handles[handle] + suffix

    def _kind_of(self, kind, tag):
        return self.resolve(kind, None, True) if tag in (None, '!') else tag

    def _begun(self, token, tag, start, block, indentless):
        kind = token.kind
        if kind == '<scalar>':
            self.at += 1
            if tag in (None, '!'):
                plain = tag == '!' or token.style is None
                tag = self.resolve(ScalarNode, token.value, (plain, not plain))
            return ScalarNode(tag, token.value, start, token.end, token.style)
        if kind == '[' or block and kind == '<block sequence start>' or indentless and kind == '-':
            return SequenceNode(self._kind_of(SequenceNode, tag), [], start, None, kind == '[')
        if kind == '{' or block and kind == '<block mapping start>':
            return MappingNode(self._kind_of(MappingNode, tag), [], start, None, kind == '{')
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
            node.value.append(self._of(node, len(node.value), token.end, ends, block=True))

    def _of(self, parent, index, mark, ends, **how):
        """A node in another, which may be empty."""
        return self._empty(mark, parent, index) if self.token.kind in ends else self._node(parent, index, **how)

    def _block_mapping(self, node):
        ends = '?', ':', '<block end>'
        while (token := self._take('?')) is not None:
            key = self._of(node, None, token.end, ends, block=True, indentless=True)
            line = self.scanner.line
            token = self._take(':')
            mark = self.token.start if token is None else token.end
            empty = token is None or self.token.kind in ends
            self._line = line
            value = self._empty(mark, node, key) if empty else self._node(node, key, block=True, indentless=True)
            node.value.append((key, value))

    def _flow_sequence(self, node, opened):
        while self.token.kind != ']':
            if node.value and not self._take(','):
                raise ParserError('while parsing a flow sequence', opened.start,
                                  f"expected ',' or ']', but got {self.token.kind!r}", self.token.start)
            if self.token.kind == ']':
                break
            if self.token.kind != '?':
                node.value.append(self._node(node, len(node.value)))
                continue
            self._how = _PAIR
            node.value.append(self.compose_node(node, len(node.value)))
        node.end_mark = self._take(']').end

    def _pair(self):
        """A mapping of one pair, in a sequence."""
        token = self._take('?')
        pair = MappingNode(self.resolve(MappingNode, None, True), [], token.start, None, True)
        key = self._of(pair, None, token.end, (':', ',', ']'))
        pair.value.append((key, self._flow_value(pair, key, ']')))
        pair.end_mark = self.token.start
        return pair

    def _flow_value(self, parent, key, end):
        line = self.scanner.line
        token = self._take(':')
        empty, mark = token is None or self.token.kind in (',', end), self.token.start
        self._line = line
        return self._empty(mark, parent, key) if empty else self._node(parent, key)

    def _flow_mapping(self, node, opened):
        while self.token.kind != '}':
            if node.value and not self._take(','):
                raise ParserError('while parsing a flow mapping', opened.start,
                                  f"expected ',' or '}}', but got {self.token.kind!r}", self.token.start)
            if self.token.kind == '}':
                break
            token = self._take('?')
            if token is None:
                key = self._node(node, None)
                line, mark = self.scanner.line, self.token.start
                self._line = line
                node.value.append((key, self._empty(mark, node, key)))
                continue
            key = self._of(node, None, token.end, (':', ',', '}'))
            node.value.append((key, self._flow_value(node, key, '}')))
        node.end_mark = self._take('}').end
