"""An address in its parts."""
import unicodedata

from email_validator._characters import ATOM, all_safe, listed, shown
from email_validator.exceptions import EmailSyntaxError


def split_email(email):
    """The name in front (None where there is none), the local part, the same without quotes, whether it has some, and the domain."""
    name, local, domain = None, *_before(email, '@<')
    if domain.startswith('<'):
        name = _name(local.rstrip())
        if '>' not in domain:
            raise EmailSyntaxError('An open angle bracket at the start of the email address has to be followed by a close angle bracket at the '
                                   'end.')
        domain = domain.rstrip(' ')
        if not domain.endswith('>'):
            raise EmailSyntaxError("There can't be anything after the email address.")
        local, domain = _before(domain[1:-1], '@')
    bare, quoted = _unquoted(local)
    return name, local, bare, quoted, domain.removeprefix('@')


def _name(text):
    name, quoted = _unquoted(text)
    if not quoted and (wrong := [c for c in name if c == '.' or c != ' ' and not ATOM.match(c)]):
        raise EmailSyntaxError(f'The display name contains invalid characters when not quoted: {listed(wrong)}.')
    all_safe(name, spaces=True)
    return name


def _before(text, marks):
    """What stands in front of the first of the marks that is not in quotes, and the rest."""
    inside = escaped = False
    for i, c in enumerate(text):
        if unicodedata.normalize('NFC', text[i:i + 32])[0] != c:
            continue
        if inside:
            inside = c != '"' or escaped
            escaped = c == '\\' and not escaped
        elif c == '"':
            inside = True
        elif c in marks:
            return text[:i], text[i:]
    if '＠' in text:
        raise EmailSyntaxError('The email address has the "full-width" at-sign (@) character instead of a regular at-sign.')
    if '﹫' in text:
        raise EmailSyntaxError('The email address has the "small commercial at" character instead of a regular at-sign.')
    raise EmailSyntaxError('An email address must have an @-sign.')


def _unquoted(text):
    if not text.startswith('"'):
        return text, False
    value, escaped = '', False
    for i, c in enumerate(text[1:], 2):
        if c == '"' and not escaped:
            if i < len(text):
                raise EmailSyntaxError(f'Extra character(s) found after close quote: {", ".join(map(shown, text[i:]))}')
            break
        escaped = c == '\\' and not escaped
        if not escaped:
            value += c
    return value, True
