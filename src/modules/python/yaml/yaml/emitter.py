"""Writes nodes as text."""
from yaml.error import YAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

_YAML = 'tag:yaml.org,2002:'
_BREAKS = '\n\x85\u2028\u2029'
_ESCAPES = {'\0': '0', '\x07': 'a', '\x08': 'b', '\x09': 't', '\x0a': 'n', '\x0b': 'v', '\x0c': 'f', '\x0d': 'r', '\x1b': 'e', '"': '"',
            '\\': '\\', '\x85': 'N', '\xa0': '_', '\u2028': 'L', '\u2029': 'P'}
_LONGEST_KEY = 128


class EmitterError(YAMLError):
    """Nodes that cannot be written."""


class _Text:
    """What a scalar's text allows: in which ways it may be written."""

    def __init__(self, text, allow_unicode):
        self.text, self.empty, self.multiline = text, not text, False
        self.flow_plain = self.block_plain = self.single = self.block = True
        if not text:
            self.flow_plain, self.block = False, False
            return
        block_signs = flow_signs = breaks = special = False
        lead_space = lead_break = trail_space = trail_break = break_space = space_break = False
        if text.startswith(('---', '...')):
            block_signs = flow_signs = True
        before, after_first = True, len(text) == 1 or text[1] in '\0 \t\r' + _BREAKS
        was_space = was_break = False
        for at, character in enumerate(text):
            followed = at + 1 >= len(text) or text[at + 1] in '\0 \t\r' + _BREAKS
            if at == 0:
                if character in '#,[]{}&*!|>\'"%@`':
                    flow_signs = block_signs = True
                if character in '?:':
                    flow_signs, block_signs = True, block_signs or followed
                if character == '-' and followed:
                    flow_signs = block_signs = True
            else:
                if character in ',?[]{}':
                    flow_signs = True
                if character == ':':
                    flow_signs, block_signs = True, block_signs or followed
                if character == '#' and before:
                    flow_signs = block_signs = True
            if character in _BREAKS:
                breaks = True
            if not (character == '\n' or ' ' <= character <= '~'):
                shown = character == '\x85' or '\xa0' <= character <= '\ud7ff' or '\ue000' <= character <= '\ufffd' or (
                    '\U00010000' <= character < '\U0010ffff')
                if not (shown and character != '\ufeff' and allow_unicode):
                    special = True
            last = at == len(text) - 1
            if character == ' ':
                lead_space, trail_space = lead_space or at == 0, trail_space or last
                break_space, was_space, was_break = break_space or was_break, True, False
            elif character in _BREAKS:
                lead_break, trail_break = lead_break or at == 0, trail_break or last
                space_break, was_space, was_break = space_break or was_space, False, True
            else:
                was_space = was_break = False
            before = character in '\0 \t\r' + _BREAKS
        self.multiline = breaks
        if lead_space or lead_break or trail_space or trail_break:
            self.flow_plain = self.block_plain = False
        if trail_space:
            self.block = False
        if break_space:
            self.flow_plain = self.block_plain = self.single = False
        if space_break or special:
            self.flow_plain = self.block_plain = self.single = self.block = False
        if breaks:
            self.flow_plain = self.block_plain = False
        self.flow_plain, self.block_plain = self.flow_plain and not flow_signs, self.block_plain and not block_signs


class Emitter:
    """Writes documents to a stream. Its dumper may indent and break lines in a way of its own."""

    def __init__(self, dumper, stream, indent, width, allow_unicode, line_break, resolve):
        self.dumper, self.indents = dumper, []
        self.stream, self.allow_unicode, self.resolve = stream, allow_unicode, resolve
        self.best_indent = indent if indent and 1 < indent < 10 else 2
        self.best_width = width if width and width > self.best_indent * 2 else 80
        self.line_break = line_break if line_break in ('\r', '\n', '\r\n') else '\n'
        self.column, self.indent, self.whitespace, self.indention = 0, None, True, True
        self.flow, self.open_ended = 0, False
        self.anchors, self.written = {}, set()

    def _write(self, text):
        self.column += len(text)
        self.stream.write(text)

    def _indicator(self, text, space, whitespace=False, indention=False):
        self._write(text if self.whitespace or not space else ' ' + text)
        self.whitespace, self.indention, self.open_ended = whitespace, self.indention and indention, False

    def write_line_break(self, data=None):
        self.whitespace = self.indention = True
        self.column = 0
        self.stream.write(self.line_break if data is None else data)

    def _line(self, character='\n'):
        self.dumper.write_line_break(None if character == '\n' else character)

    def _to_indent(self):
        indent = self.indent or 0
        if not self.indention or self.column > indent or self.column == indent and not self.whitespace:
            self._line()
        if self.column < indent:
            self.whitespace = True
            self._write(' ' * (indent - self.column))

    def document(self, node, first, start, end):
        """Writes a document."""
        self.anchors, self.written = self._anchors(node), set()
        if start or not first:
            self._to_indent()
            self._indicator('---', True)
        self.open_ended = False
        self.indent, self.indents = None, []
        self._node(node, root=True)
        self._to_indent()
        if end:
            self._indicator('...', True)
            self._to_indent()

    def close(self):
        """Writes the end of a document that would go on otherwise."""
        if self.open_ended:
            self._indicator('...', True)
            self._to_indent()

    def _anchors(self, root):
        """Names of the nodes that there are aliases of."""
        seen, named = set(), {}

        def visit(node):
            if id(node) in seen:
                named[id(node)] = True
                return
            seen.add(id(node))
            if isinstance(node, SequenceNode):
                for one in node.value:
                    visit(one)
            elif isinstance(node, MappingNode):
                for key, value in node.value:
                    visit(key)
                    visit(value)

        visit(root)
        # They are numbered as their second uses come.
        return {one: f'id{number:03d}' for number, one in enumerate(named, 1)}

    def increase_indent(self, flow=False, indentless=False):
        self.indents.append(self.indent)
        if self.indent is None:
            self.indent = self.best_indent if flow else 0
        elif not indentless:
            self.indent += self.best_indent

    def _node(self, node, root=False, mapping=False, key=False):
        anchor = self.anchors.get(id(node))
        if anchor is not None and id(node) in self.written:
            self._indicator(f'*{anchor}', True)
            return
        if anchor is not None:
            self.written.add(id(node))
            self._indicator(f'&{anchor}', True)
        if isinstance(node, ScalarNode):
            self._scalar(node, root, mapping, key)
            return
        sequence = isinstance(node, SequenceNode)
        if node.tag != _YAML + ('seq' if sequence else 'map'):
            self._indicator(_tag(node.tag), True)
        if self.flow or node.flow_style or not node.value:
            self._flow_collection(node, '[]' if sequence else '{}')
        elif sequence:
            self._block_sequence(node, mapping)
        else:
            self._block_mapping(node)
        self.indent = self.indents.pop()

    def _flow_collection(self, node, brackets):
        self._indicator(brackets[0], True, whitespace=True)
        self.flow += 1
        self.dumper.increase_indent(flow=True)
        for at, one in enumerate(node.value):
            if at:
                self._indicator(',', False)
            if self.column > self.best_width:
                self._to_indent()
            if brackets == '[]':
                self._node(one)
                continue
            key, value = one
            if self._is_simple(key):
                self._node(key, mapping=True, key=True)
                self._indicator(':', False)
            else:
                self._indicator('?', True)
                self._node(key, mapping=True)
                if self.column > self.best_width:
                    self._to_indent()
                self._indicator(':', True)
            self._node(value, mapping=True)
        self.flow -= 1
        self._indicator(brackets[1], False)

    def _block_sequence(self, node, mapping):
        self.dumper.increase_indent(flow=False, indentless=mapping and not self.indention)
        for one in node.value:
            self._to_indent()
            self._indicator('-', True, indention=True)
            self._node(one)

    def _block_mapping(self, node):
        self.dumper.increase_indent(flow=False)
        for key, value in node.value:
            self._to_indent()
            if self._is_simple(key):
                self._node(key, mapping=True, key=True)
                self._indicator(':', False)
            else:
                self._indicator('?', True, indention=True)
                self._node(key, mapping=True)
                self._to_indent()
                self._indicator(':', True, indention=True)
            self._node(value, mapping=True)

    def _is_simple(self, node):
        """Whether a key can stand in one line."""
        length = len(self.anchors.get(id(node), ''))
        if id(node) in self.written and length:
            return length < _LONGEST_KEY
        if isinstance(node, ScalarNode):
            text = _Text(node.value, self.allow_unicode)
            tag = '' if node.tag == _YAML + 'str' or self.resolve(node.value) == node.tag else _tag(node.tag)
            return not text.multiline and not text.empty and length + len(tag) + len(node.value) < _LONGEST_KEY
        return not node.value

    def _scalar(self, node, root, mapping, key):
        text = _Text(node.value, self.allow_unicode)
        plain, quoted = self.resolve(node.value) == node.tag, node.tag == _YAML + 'str'
        style = self._style(node, text, plain, quoted, key)
        if not (plain if not style else quoted):
            self._indicator('!' if quoted else _tag(node.tag), True)
        elif style and plain and not quoted:
            self._indicator(_tag(node.tag), True)
        self.dumper.increase_indent(flow=True)
        write = {'': self._plain, "'": self._single, '"': self._double, '|': self._literal, '>': self._folded}[style]
        write(node.value, not key)
        self.indent = self.indents.pop()
        if root and not style:
            self.open_ended = True

    def _style(self, node, text, plain, quoted, key):
        if node.style == '"':
            return '"'
        if not node.style and plain and not (key and (text.empty or text.multiline)) and (
                text.flow_plain if self.flow else text.block_plain):
            return ''
        if node.style in ('|', '>') and not self.flow and not key and text.block:
            return node.style
        if node.style in (None, "'") and text.single and not (key and text.multiline):
            return "'"
        return '"'

    def _plain(self, text, split):
        if not text:
            return
        if not self.whitespace:
            self._write(' ')
        self.whitespace = self.indention = False
        self._pieces(text, split, lambda piece: piece)

    def _pieces(self, text, split, written, quotes=False):
        """Words, spaces and ends of lines; a line that is too long is folded at a space."""
        start, spaces, breaks = 0, False, False
        for end in range(len(text) + 1):
            character = text[end] if end < len(text) else None
            if spaces:
                if character != ' ':
                    if start + 1 == end and self.column > self.best_width and split and (
                            not quotes or start != 0 and end != len(text)):
                        self._to_indent()
                        if not quotes:
                            self.whitespace = self.indention = False
                    else:
                        self._write(text[start:end])
                    start = end
            elif breaks:
                if character is None or character not in _BREAKS:
                    if text[start] == '\n':
                        self._line()
                    for one in text[start:end]:
                        self._line(one)
                    self._to_indent()
                    if not quotes:
                        self.whitespace = self.indention = False
                    start = end
            elif character is None or character in ' ' + _BREAKS:
                self._write(written(text[start:end]))
                start = end
            if character is not None:
                spaces, breaks = character == ' ', character in _BREAKS

    def _single(self, text, split):
        self._indicator("'", True)
        self._pieces(text, split, lambda piece: piece.replace("'", "''"), quotes=True)
        self._indicator("'", False)

    def _double(self, text, split):
        self._indicator('"', True)
        start = 0
        for end in range(len(text) + 1):
            character = text[end] if end < len(text) else None
            escaped = character is None or character in '"\\\x85\u2028\u2029\ufeff' or not (
                ' ' <= character <= '~' or self.allow_unicode and (
                    '\xa0' <= character <= '\ud7ff' or '\ue000' <= character <= '\ufffd'))
            if escaped:
                if start < end:
                    self._write(text[start:end])
                    start = end
                if character is not None:
                    self._write(_escaped(character))
                    start = end + 1
            if 0 < end < len(text) - 1 and (character == ' ' or start >= end) and self.column + end - start > self.best_width and split:
                piece = text[start:end] + '\\'
                start = max(start, end)
                self._write(piece)
                self._to_indent()
                self.whitespace = self.indention = False
                if text[start] == ' ':
                    self._write('\\')
        self._indicator('"', False)

    def _hints(self, text):
        hints = str(self.best_indent) if text[:1] in ' ' + _BREAKS else ''
        if text[-1:] not in tuple(_BREAKS):
            return hints + '-'
        return hints + '+' if len(text) == 1 or text[-2] in _BREAKS else hints

    def _literal(self, text, split):
        hints = self._hints(text)
        self._indicator(f'|{hints}', True)
        self.open_ended = hints[-1:] == '+'
        keeps = self.open_ended
        self._line()
        for at, line in enumerate(text.split('\n')):
            if at:
                self._line()
            if line:
                self._to_indent()
                self._write(line)
                self.whitespace = self.indention = False
        self.open_ended = keeps

    def _folded(self, text, split):
        hints = self._hints(text)
        self._indicator(f'>{hints}', True)
        keeps = hints[-1:] == '+'
        self._line()
        leading, spaces, breaks, start = True, False, True, 0
        for end in range(len(text) + 1):
            character = text[end] if end < len(text) else None
            if breaks:
                if character is None or character not in _BREAKS:
                    if not leading and character is not None and character != ' ' and text[start:start + 1] == '\n':
                        self._line()
                    leading = character == ' '
                    for one in text[start:end]:
                        self._line(one)
                    if character is not None:
                        self._to_indent()
                    start = end
            elif spaces:
                if character != ' ':
                    if start + 1 == end and self.column > self.best_width:
                        self._to_indent()
                    else:
                        self._write(text[start:end])
                    start = end
            elif character is None or character in ' ' + _BREAKS:
                self._write(text[start:end])
                self.whitespace = self.indention = False
                if character is None:
                    self._line()
                start = end
            if character is not None:
                breaks, spaces = character in _BREAKS, character == ' '
        self.open_ended = keeps


def _escaped(character):
    if character in _ESCAPES:
        return '\\' + _ESCAPES[character]
    code = ord(character)
    return f'\\x{code:02X}' if code <= 0xff else f'\\u{code:04X}' if code <= 0xffff else f'\\U{code:08X}'


def _tag(tag):
    """A tag as it is written."""
    if tag == '!':
        return tag
    if tag.startswith(_YAML):
        return '!!' + tag[len(_YAML):]
    return tag if tag.startswith('!') else f'!<{tag}>'
