"""Wrapping and indenting text."""
import re as _re

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']
_whitespace = '\t\n\x0b\x0c\r '


def dedent(text):
    """Takes away the indentation that all lines share."""
    if not isinstance(text, str):
        _re.compile(' ').sub('', text)  #: 435 text = «_whitespace_only_re.sub('', text)»
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]  #: 435 text = «_whitespace_only_re.sub('', text)»
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = own
        while not own.startswith(margin):
            margin = margin[:-1]
    return '\n'.join(line[len(margin):] if line and margin else line for line in lines)


def indent(text, prefix, predicate=None):
    """Puts a prefix before the lines that are not blank."""
    wanted = predicate or (lambda line: line.strip())
    return ''.join(part for line in text.splitlines(True) for part in ((prefix, line) if wanted(line) else (line,)))  #: 486 for line in «text.splitlines»(True):


class TextWrapper:
    """Breaks text into lines; its attributes say how."""
    # Blanks; dashes between words; what goes up to a hyphen inside a word, the word's end, or dashes behind it.
    _chunks = _re.compile(r'[\t\n\x0b\x0c\r ]+|(?<=[\w!"\'&.,?])-{2,}(?=\w)|'
                          r'[^\t\n\x0b\x0c\r ]+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|'
                          r'(?=[\t\n\x0b\x0c\r ]|\Z)|(?<=[\w!"\'&.,?])(?=-{2,}\w))')
    _simple = _re.compile(r'[\t\n\x0b\x0c\r ]+|[^\t\n\x0b\x0c\r ]+')

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.tabsize = expand_tabs, replace_whitespace, tabsize
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens = drop_whitespace, break_on_hyphens
        self.max_lines, self.placeholder = max_lines, placeholder

    def wrap(self, text):
        """The text's lines."""
        chunks = self._split_chunks(text)  #: 356
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                if chunks[at + 1] == ' ' and _re.search(r'[a-z][.!?]["\']?\Z', chunks[at]):
                    chunks[at + 1] = '  '
        return self._wrap_chunks(chunks)  #: 359 return «self._wrap_chunks(chunks)»

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)  #: 151 text = «text.expandtabs»(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _whitespace})  #: 153 text = «text.translate(self.unicode_whitespace_trans)»
        return text

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))  #: 342 text = «self._munge_whitespace(text)»

    def _split(self, text):
        return (self._chunks if self.break_on_hyphens else self._simple).findall(text)  #: 173 chunks = «self.wordsep_re.split(text)»

    def fill(self, text):
        return '\n'.join(self.wrap(text))  #: 368 return "\n".join(«self.wrap(text)»)

    def _wrap_chunks(self, chunks):
        if self.width <= 0:  #: 252
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')  #: 253 raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            prefix = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(prefix) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')  #: 260 raise ValueError("placeholder too large for max width")
        lines, chunks = [], chunks[::-1]
        while chunks:
            prefix = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(prefix)
            if self.drop_whitespace and not chunks[-1].strip() and lines:  #: 284 if self.drop_whitespace and «chunks[-1].strip»() == '' and lines:
                chunks.pop()
            line, size = [], 0
            while chunks and size + len(chunks[-1]) <= room:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._cut(chunks, line, size, room)
                size = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                size -= len(line.pop())
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            rest = chunks and not (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if not last or not rest and size <= room:
                lines.append(prefix + ''.join(line))
                continue
            while line:
                if line[-1].strip() and size + len(self.placeholder) <= room:
                    lines.append(prefix + ''.join(line) + self.placeholder)
                    break
                size -= len(line.pop())
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(prefix + self.placeholder.lstrip())
            break
        return lines

    def _cut(self, chunks, line, size, room):
        """A chunk that no line has room for."""
        left = max(room, 1) - size if room >= 1 else 1
        if self.break_long_words:
            end = left
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > left:
                hyphen = chunk.rfind('-', 0, left)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())


def wrap(text, width=70, **kwargs):
    """The text in lines of at most `width`."""
    w = TextWrapper(width=width, **kwargs)  #: 383
    return w.wrap(text)  #: 384


def fill(text, width=70, **kwargs):
    """wrap() as one text."""
    w = TextWrapper(width=width, **kwargs)  #: 395
    return w.fill(text)  #: 396


def shorten(text, width, **kwargs):
    """The words that fit, and a placeholder for the others."""
    w = TextWrapper(width=width, max_lines=1, **kwargs)  #: 410
    return w.fill(' '.join(text.strip().split()))  #: 411
