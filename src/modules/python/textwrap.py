"""Wrapping and indenting text."""
__all__ = ['dedent', 'indent', 'wrap', 'fill', 'shorten']


def dedent(text):
    """Takes away the indentation that all lines share."""
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
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
    return ''.join(prefix + line if wanted(line) else line for line in text.splitlines(True))


def wrap(text, width=70, *, initial_indent='', subsequent_indent=''):
    """The words in lines of at most `width`; words too long are cut."""
    words, lines, line = text.split(), [], None
    for word in words:
        while True:
            prefix = subsequent_indent if lines else initial_indent
            if line is None and len(prefix) + len(word) > width:
                cut = max(width - len(prefix), 1)
                lines.append(prefix + word[:cut])
                word = word[cut:]
                if not word:
                    break
            elif line is None:
                line = prefix + word
                break
            elif len(line) + 1 + len(word) <= width:
                line += ' ' + word
                break
            else:
                lines.append(line)
                line = None
    return lines + ([line] if line is not None else [])


def fill(text, width=70, **kwargs):
    """wrap() as one text."""
    return '\n'.join(wrap(text, width, **kwargs))


def shorten(text, width, *, placeholder=' [...]'):
    """The words that fit, and a placeholder for the others."""
    words = text.split()
    if len(' '.join(words)) <= width:
        return ' '.join(words)
    if len(placeholder.strip()) > width:
        raise ValueError('placeholder too large for max width')
    while words and len(' '.join(words) + placeholder) > width:
        words.pop()
    return ' '.join(words) + placeholder if words else placeholder.strip()
