"""Messages of a program in other languages, from catalogs in the format of GNU gettext."""
import os
import re
import sys
__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'bindtextdomain', 'find', 'translation', 'install',
           'textdomain', 'dgettext', 'dngettext', 'gettext', 'ngettext', 'pgettext', 'dpgettext', 'npgettext',
           'dnpgettext']
_default_localedir = os.path.join(sys.base_prefix, 'share', 'locale')
_PART = re.compile(r'[ \t]+|(?P<good>[0-9]+\b|n\b|[-()*/%+?:]|[><!]=?|==|&&|\|\|)|(?P<bad>\w+|.)', re.DOTALL)
# How closely the operators of C bind, the loosest first.
_LEVELS = (('||',), ('&&',), ('==', '!='), ('<', '>', '<=', '>='), ('+', '-'), ('*', '/', '%'))
_WORDS = {'||': 'or', '&&': 'and', '/': '//'}


class _Plural:
    """A rule for plurals is read from the left; what has been read is text of Python."""

    def __init__(self, rule):
        self.parts = []
        for match in _PART.finditer(rule):
            if match['bad']:
                raise ValueError('invalid token in plural form: ' + match['bad'])
            if match['good']:
                self.parts.append(match['good'])
        self.parts.append('')
        self.parts.reverse()

    def next(self):
        return self.parts[-1]

    def take(self):
        return self.parts.pop()

    def unexpected(self, part):
        if part:
            return ValueError('unexpected token in plural form: ' + part)
        return ValueError('unexpected end of plural form')

    def choice(self):
        test = self.binary(0)
        if self.next() != '?':
            return test
        self.take()
        yes = self.choice()
        if self.next() != ':':
            raise self.unexpected(self.next())
        self.take()
        return f'({yes} if {test} else {self.choice()})'

    def binary(self, level):
        if level == len(_LEVELS):
            return self.single()
        left = self.binary(level + 1)
        while self.next() in _LEVELS[level]:
            word = self.take()
            left = f'({left} {_WORDS.get(word, word)} {self.binary(level + 1)})'
        return left

    def single(self):
        part = self.take()
        if part == '!':
            return f'(not {self.single()})'
        if part == '(':
            inner = self.choice()
            if self.take() != ')':
                raise ValueError('unbalanced parenthesis in plural form')
            return inner
        if part != 'n' and not part.isdigit():
            raise self.unexpected(part)
        return part if part == 'n' else str(int(part))


def _whole(n):
    """For a formula: what cannot be rounded is no number."""
    try:
        round(n)
    except TypeError:
        raise TypeError('Plural value must be an integer, got ' + n.__class__.__name__) from None
    return _whole_of(n)


def _whole_of(n):
    if hasattr(type(n), '__index__'):
        return n.__index__()
    import warnings
    warnings.warn('Plural value must be an integer, got ' + n.__class__.__name__, DeprecationWarning, stacklevel=2)
    return n


def c2py(plural):
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    try:
        rule = _Plural(plural)
        text = rule.choice()
        if rule.next():
            raise rule.unexpected(rule.next())
        form = eval('lambda n: int(' + text + ')')
    except RecursionError:
        raise ValueError('plural form expression is too complex')
    return lambda n: form(n if isinstance(n, int) else _whole(n))


class NullTranslations:
    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)  #: 279

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if _whole_of(n) == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if _whole_of(n) == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins.__dict__['_'] = self.gettext
        for name in {'gettext', 'ngettext', 'pgettext', 'npgettext'} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = '%s\x04%s'
    VERSIONS = (0, 1)

    def _get_versions(self, version):
        return version >> 16, version & 0xffff

    def _parse(self, fp):
        name = getattr(fp, 'name', '')
        data = fp.read()
        order = {self.LE_MAGIC: 'little', self.BE_MAGIC: 'big'}.get(int.from_bytes(data[:4], 'little'))
        if order is None:
            raise OSError(0, 'Bad magic number', name)

        def number(at):
            return int.from_bytes(data[at:at + 4], order)

        def text(at):
            start, end = number(at + 4), number(at + 4) + number(at)
            if end >= len(data):
                raise OSError(0, 'File is corrupt', name)
            return data[start:end]

        major = self._get_versions(number(4))[0]
        if major not in self.VERSIONS:
            raise OSError(0, 'Bad version number ' + str(major), name)
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        ids, texts = number(12), number(16)
        for at in range(0, 8 * number(8), 8):
            message, translated = text(ids + at), text(texts + at)
            if not message:
                self._head(translated)
            charset = self._charset or 'ascii'
            first, *plural = message.split(b'\0')
            if plural:
                forms = translated.split(b'\0')
                self._catalog.update(((str(first, charset), form), str(part, charset)) for form, part in enumerate(forms))
            else:
                self._catalog[str(message, charset)] = str(translated, charset)

    def _head(self, data):
        """The translation of the empty message tells of the catalog itself."""
        last = None
        for line in data.split(b'\n'):
            line = line.decode().strip()
            if not line or line.startswith('#-#-#-#-#') and line.endswith('#-#-#-#-#'):
                continue
            if ':' in line:
                last, value = line.split(':', 1)
                last, value = last.strip().lower(), value.strip()
                self._info[last] = value
            elif last:
                self._info[last] += '\n' + line
                continue
            if last == 'content-type':
                self._charset = value.split('charset=')[1]
            elif last == 'plural-forms':
                self.plural = c2py(value.split(';')[1].split('plural=')[1])

    def _lookup(self, message):
        found = self._catalog.get(message)
        return self._catalog.get((message, self.plural(1))) if found is None else found

    def gettext(self, message):
        found = self._lookup(message)
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self.plural(n)))
        if found is not None:
            return found
        return self._fallback.ngettext(msgid1, msgid2, n) if self._fallback else msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        found = self._lookup(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)))
        if found is not None:
            return found
        return self._fallback.npgettext(context, msgid1, msgid2, n) if self._fallback else msgid1 if n == 1 else msgid2


def _expand_lang(loc):
    """Folders in which a language's catalog may lie, the most exact one first."""
    language, _, modifier = loc.partition('@')
    language, _, codeset = language.partition('.')
    language, _, territory = language.partition('_')
    folders = ['']
    for part in (language, territory and '_' + territory, codeset and '.' + codeset, modifier and '@' + modifier):
        if part:
            folders = [folder + part for folder in folders] + (folders if part != language else [])
    return sorted(folders, key=lambda folder: (-('@' in folder), -('_' in folder), -('.' in folder)))


def find(domain, localedir=None, languages=None, all=False):
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        names = (os.environ.get(name) for name in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'))
        languages = next((name.split(':') for name in names if name), []) + ['C']
    folders = {}
    for language in languages:
        for folder in _expand_lang(language):
            folders.setdefault(folder)
    found = []
    for folder in folders:
        if folder == 'C':
            break
        path = os.path.join(localedir, folder, 'LC_MESSAGES', f'{domain}.mo')
        if os.path.exists(path):
            if not all:
                return path
            found.append(path)
    return found if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    class_ = class_ or GNUTranslations
    paths = find(domain, localedir, languages, all=True)
    if not paths:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, 'No translation file found for domain', domain)  #: 537 raise FileNotFoundError(ENOENT,⏎                        'No translation file found for domain', domain)
    import copy
    result = None
    for path in paths:
        key = class_, os.path.abspath(path)
        if key not in _translations:
            with open(path, 'rb') as file:
                _translations[key] = class_(file)  #: 547 t = _translations.setdefault(key, «class_(fp)»)
        one = copy.copy(_translations[key])
        if result is None:
            result = one
        else:
            result.add_fallback(one)
    return result


Catalog = translation


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = 'messages'


def textdomain(domain=None):
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _localedirs.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)
