"""Words as a shell splits them."""
__all__ = ['split', 'quote', 'join']
_PLAIN = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-')


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words, word, quote, at = [], None, '', 0
    while at < len(s):
        c = s[at]
        at += 1
        if quote:
            if c == quote:
                quote = ''
                if not posix:
                    word += c
            elif c == '\\' and quote == '"' and posix:
                if at >= len(s):
                    raise ValueError('No escaped character')
                word += s[at] if s[at] in '"\\' else c + s[at]
                at += 1
            else:
                word += c
        elif c in ' \t\r\n':
            if word is not None:
                words.append(word)
            word = None
        elif c == '#' and comments:
            at = s.find('\n', at) % (len(s) + 1)
        elif c in '\'"':
            quote, word = c, (word or '') + ('' if posix else c)
        elif c == '\\' and posix:
            if at >= len(s):
                raise ValueError('No escaped character')
            word = (word or '') + s[at]
            at += 1
        else:
            word = (word or '') + c
    if quote:
        raise ValueError('No closing quotation')  #: 313 return «list(lex)»
    return words + ([word] if word is not None else [])


def quote(s):
    if not s:
        return "''"
    if all(c in _PLAIN for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join(map(quote, split_command))
