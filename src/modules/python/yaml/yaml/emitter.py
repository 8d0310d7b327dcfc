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
    """Writes documents to a stream."""
    DEFAULT_TAG_PREFIXES = {'!': '!', _YAML: '!!'}

    def __init__(self, stream, canonical, indent, width, allow_unicode, line_break, explicit_start, explicit_end, version, tags):
        self.stream, self.canonical, self.allow_unicode = stream, canonical, allow_unicode
        self.explicit_start, self.explicit_end, self.version, self.tags = explicit_start, explicit_end, version, tags
        self.best_indent = indent if indent and 1 < indent < 10 else 2
        self.best_width = width if width and width > self.best_indent * 2 else 80
        self.best_line_break = line_break if line_break in ('\r', '\n', '\r\n') else '\n'
        self.line, self.column, self.whitespace, self.indention = 0, 0, True, True
        self.indent, self.indents, self.flow_level = None, [], 0
        self.root_context = self.mapping_context = self.simple_key_context = self.open_ended = False
        self.anchors, self.tag_prefixes, self._written, self._first = {}, self.DEFAULT_TAG_PREFIXES, set(), True

    def _write(self, text):
        self.column += len(text)
        self.stream.write(text)

    def write_indicator(self, indicator, need_whitespace, whitespace=False, indention=False):
        self._write(indicator if self.whitespace or not need_whitespace else ' ' + indicator)
        self.whitespace, self.indention, self.open_ended = whitespace, self.indention and indention, False

    def write_line_break(self, data=None):
        self.whitespace = self.indention = True
        self.line, self.column = self.line + 1, 0
        self.stream.write(self.best_line_break if data is None else data)

    def write_indent(self):
        indent = self.indent or 0
        if not self.indention or self.column > indent or self.column == indent and not self.whitespace:
            self.write_line_break()
        if self.column < indent:
            self.whitespace = True
            self._write(' ' * (indent - self.column))

    def write_version_directive(self, version_text):
        self.stream.write(f'%YAML {version_text}')
        self.write_line_break()

    def write_tag_directive(self, handle_text, prefix_text):
        self.stream.write(f'%TAG {handle_text} {prefix_text}')
        self.write_line_break()

    def increase_indent(self, flow=False, indentless=False):
        self.indents.append(self.indent)
        if self.indent is None:
            self.indent = self.best_indent if flow else 0
        elif not indentless:
            self.indent += self.best_indent

    def _less_indent(self):
        self.indent = self.indents.pop()

    def document(self, node):
        """Writes a document."""
        self._written = set()
        self._directives()
        if self.explicit_start or not self._first or self.canonical or self.version or self.tags:
            self.write_indent()
            self.write_indicator('---', True)
            if self.canonical:
                self.write_indent()
        self._first = False
        self._node(node, root=True)
        self.write_indent()
        if self.explicit_end:
            self.write_indicator('...', True)
            self.write_indent()

    def _directives(self):
        if (self.version or self.tags) and self.open_ended:
            self.write_indicator('...', True)
            self.write_indent()
        if self.version:
            major, minor = self.version
            if major != 1:
                raise EmitterError(f'unsupported YAML version: {major}.{minor}')
            self.write_version_directive(f'{major}.{minor}')
        self.tag_prefixes = dict(self.DEFAULT_TAG_PREFIXES)
        for handle in sorted(self.tags or ()):
            prefix = self.tags[handle]
            self.tag_prefixes[prefix] = handle
            self.write_tag_directive(_handle(handle), _prefix(prefix))

    def end_stream(self):
        """Writes the end of a document that would go on otherwise."""
        if self.open_ended:
            self.write_indicator('...', True)
            self.write_indent()

    def _node(self, node, root=False, mapping=False, key=False):
        self.root_context, self.mapping_context, self.simple_key_context = root, mapping, key
        anchor = self.anchors.get(id(node))
        if anchor is not None and id(node) in self._written:
            self.write_indicator(f'*{anchor}', True)
            return
        if anchor is not None:
            self._written.add(id(node))
            self.write_indicator(f'&{anchor}', True)
        if isinstance(node, ScalarNode):
            self._scalar(node, key)
            return
        sequence = isinstance(node, SequenceNode)
        if self.canonical or node.tag != self.resolve(SequenceNode if sequence else MappingNode, node.value, True):
            self.write_indicator(self._tag(node.tag), True)
        if self.flow_level or self.canonical or node.flow_style or not node.value:
            self._flow_collection(node, '[]' if sequence else '{}')
            return
        if sequence:
            self._block_sequence(node)
        else:
            self._block_mapping(node)
        self._less_indent()

    def _flow_collection(self, node, brackets):
        self.write_indicator(brackets[0], True, whitespace=True)
        self.flow_level += 1
        self.increase_indent(flow=True)
        for at, one in enumerate(node.value):
            if at:
                self.write_indicator(',', False)
            self._fold()
            if brackets == '[]':
                self._node(one)
                continue
            key, value = one
            if not self.canonical and self._is_simple(key):
                self._node(key, mapping=True, key=True)
                self.write_indicator(':', False)
            else:
                self.write_indicator('?', True)
                self._node(key, mapping=True)
                self._fold()
                self.write_indicator(':', True)
            self._node(value, mapping=True)
        self._less_indent()
        self.flow_level -= 1
        if self.canonical and node.value:
            self.write_indicator(',', False)
            self.write_indent()
        self.write_indicator(brackets[1], False)

    def _fold(self):
        if self.canonical or self.column > self.best_width:
            self.write_indent()

    def _block_sequence(self, node):
        self.increase_indent(flow=False, indentless=self.mapping_context and not self.indention)
        for one in node.value:
            self.write_indent()
            self.write_indicator('-', True, indention=True)
            self._node(one)

    def _block_mapping(self, node):
        self.increase_indent(flow=False)
        for key, value in node.value:
            self.write_indent()
            if self._is_simple(key):
                self._node(key, mapping=True, key=True)
                self.write_indicator(':', False)
            else:
                self.write_indicator('?', True, indention=True)
                self._node(key, mapping=True)
                self.write_indent()
                self.write_indicator(':', True, indention=True)
            self._node(value, mapping=True)

    def _is_simple(self, node):
        """Whether a key can stand in one line."""
        length = len(self.anchors.get(id(node), ''))
        if id(node) in self._written and length:
            return length < _LONGEST_KEY
        length += len(self._tag(node.tag))
        if isinstance(node, ScalarNode):
            text = _Text(node.value, self.allow_unicode)
            return not text.multiline and not text.empty and length + len(node.value) < _LONGEST_KEY
        return not node.value and length < _LONGEST_KEY

    def _scalar(self, node, key):
        text = _Text(node.value, self.allow_unicode)
        plain, quoted = (node.tag == self.resolve(ScalarNode, node.value, way) for way in ((True, False), (False, True)))
        style = self._style(node, text, plain, key)
        if self.canonical or not (quoted if style else plain):
            self.write_indicator(self._tag(node.tag), True)
        self.increase_indent(flow=True)
        if style in ('|', '>'):
            (self.write_literal if style == '|' else self.write_folded)(node.value)
        else:
            write = {'': self.write_plain, "'": self.write_single_quoted, '"': self.write_double_quoted}[style]
            write(node.value, not key)
        self._less_indent()

    def _style(self, node, text, plain, key):
        if node.style == '"' or self.canonical:
            return '"'
        if not node.style and plain and not (key and (text.empty or text.multiline)) and (
                text.flow_plain if self.flow_level else text.block_plain):
            return ''
        if node.style in ('|', '>') and not self.flow_level and not key and text.block:
            return node.style
        if node.style in (None, '', "'") and text.single and not (key and text.multiline):
            return "'"
        return '"'

    def _tag(self, tag):
        """A tag as it is written."""
        if not tag:
            raise EmitterError('tag must not be empty')
        if tag == '!':
            return tag
        handle, suffix = None, tag
        for prefix in sorted(self.tag_prefixes):
            if tag.startswith(prefix) and (prefix == '!' or len(prefix) < len(tag)):
                handle, suffix = self.tag_prefixes[prefix], tag[len(prefix):]
        suffix = _signs(suffix, "-;/?:@&=+$,_.~*'()[]" + ('' if handle == '!' else '!'))
        return handle + suffix if handle else f'!<{suffix}>'

    def write_plain(self, text, split=True):
        if self.root_context:
            self.open_ended = True
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
                        self.write_indent()
                        if not quotes:
                            self.whitespace = self.indention = False
                    else:
                        self._write(text[start:end])
                    start = end
            elif breaks:
                if character is None or character not in _BREAKS:
                    if text[start] == '\n':
                        self.write_line_break()
                    self._breaks(text[start:end])
                    self.write_indent()
                    if not quotes:
                        self.whitespace = self.indention = False
                    start = end
            elif character is None or character in ' ' + _BREAKS:
                self._write(written(text[start:end]))
                start = end
            if character is not None:
                spaces, breaks = character == ' ', character in _BREAKS

    def write_single_quoted(self, text, split=True):
        self.write_indicator("'", True)
        self._pieces(text, split, lambda piece: piece.replace("'", "''"), quotes=True)
        self.write_indicator("'", False)

    def write_double_quoted(self, text, split=True):
        self.write_indicator('"', True)
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
                self.write_indent()
                self.whitespace = self.indention = False
                if text[start] == ' ':
                    self._write('\\')
        self.write_indicator('"', False)

    def _breaks(self, text):
        for one in text:
            if one == '\n':
                self.write_line_break()
            else:
                self.write_line_break(one)

    def _hints(self, text):
        hints = str(self.best_indent) if text[:1] in ' ' + _BREAKS else ''
        if text[-1:] not in tuple(_BREAKS):
            return hints + '-'
        return hints + '+' if len(text) == 1 or text[-2] in _BREAKS else hints

    def write_literal(self, text):
        hints = self._hints(text)
        self.write_indicator(f'|{hints}', True)
        self.open_ended = hints[-1:] == '+'
        keeps = self.open_ended
        self.write_line_break()
        for at, line in enumerate(text.split('\n')):
            if at:
                self.write_line_break()
            if line:
                self.write_indent()
                self._write(line)
                self.whitespace = self.indention = False
        if not text.endswith('\n'):
            self.write_line_break()
        self.open_ended = keeps

    def write_folded(self, text):
        hints = self._hints(text)
        self.write_indicator(f'>{hints}', True)
        keeps = hints[-1:] == '+'
        self.write_line_break()
        leading, spaces, breaks, start = True, False, True, 0
        for end in range(len(text) + 1):
            character = text[end] if end < len(text) else None
            if breaks:
                if character is None or character not in _BREAKS:
                    if not leading and character is not None and character != ' ' and text[start:start + 1] == '\n':
                        self.write_line_break()
                    leading = character == ' '
                    self._breaks(text[start:end])
                    if character is not None:
                        self.write_indent()
                    start = end
            elif spaces:
                if character != ' ':
                    if start + 1 == end and self.column > self.best_width:
                        self.write_indent()
                    else:
                        self._write(text[start:end])
                    start = end
            elif character is None or character in ' ' + _BREAKS:
                self._write(text[start:end])
                self.whitespace = self.indention = False
                if character is None:
                    self.write_line_break()
                start = end
            if character is not None:
                breaks, spaces = character in _BREAKS, character == ' '
        self.open_ended = keeps


def _escaped(character):
    if character in _ESCAPES:
        return '\\' + _ESCAPES[character]
    code = ord(character)
    return f'\\x{code:02X}' if code <= 0xff else f'\\u{code:04X}' if code <= 0xffff else f'\\U{code:08X}'


def _signs(text, allowed):
    """What may not stand in a tag is written by its bytes."""
    return ''.join(one if one.isascii() and one.isalnum() or one in allowed else ''.join(f'%{byte:02X}' for byte in one.encode())
                   for one in text)


def _handle(handle):
    if not handle:
        raise EmitterError('tag handle must not be empty')
    if handle[0] != '!' or handle[-1] != '!':
        raise EmitterError(f"tag handle must start and end with '!': {handle!r}")
    for one in handle[1:-1]:
        if not (one.isascii() and one.isalnum() or one in '-_'):
            raise EmitterError(f'invalid character {one!r} in the tag handle: {handle!r}')
    return handle


def _prefix(prefix):
    if not prefix:
        raise EmitterError('tag prefix must not be empty')
    first = '!' if prefix[0] == '!' else ''
    return first + _signs(prefix[len(first):], "-;/?!:@&=+$,_.~*'()[]")
