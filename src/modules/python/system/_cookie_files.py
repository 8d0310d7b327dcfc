"""Jars of cookies that are kept in files: as browsers had them, and as libwww-perl does."""
import os
import re
from http.cookiejar import Cookie, CookieJar, LoadError

from _cookie_words import iso2time, join_header_words, split_header_words, time2isoz

_OF_NETSCAPE = '# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n' \
    '# This is a generated file!  Do not edit.\n\n'
_HTTP_ONLY = '#HttpOnly_'
# What a line of libwww-perl's says of a cookie: words alone, and words with a text.
_FLAGS = 'port_spec', 'path_spec', 'domain_dot', 'secure', 'discard'
_TEXTS = 'version', 'port', 'path', 'domain', 'expires', 'comment', 'commenturl'


def _lasts(cookie, ignore_discard, ignore_expires):
    return (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired())


class FileCookieJar(CookieJar):  #: in http/cookiejar.py
    """Cookies that can be saved and loaded."""
    __module__ = 'http.cookiejar'

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        self.filename = filename if filename is None else os.fspath(filename)
        self.delayload = bool(delayload)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        raise NotImplementedError()  #: 1793

    def _named(self, filename):
        if filename is None and self.filename is None:
            raise ValueError('a filename was not supplied (nor was the CookieJar instance initialised with one)')
        return self.filename if filename is None else filename

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        filename = self._named(filename)
        with open(filename) as f:  #: 1801 with «open(filename)» as f:
            self._really_load(f, filename, ignore_discard, ignore_expires)  #: 1802

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        before, self._cookies = self._cookies, {}
        try:
            self.load(filename, ignore_discard, ignore_expires)
        except OSError:
            self._cookies = before
            raise

    def _chosen(self, ignore_discard, ignore_expires):
        """Those that last."""
        return [cookie for cookie in self if _lasts(cookie, ignore_discard, ignore_expires)]

    def _take(self, cookie, ignore_discard, ignore_expires):
        if _lasts(cookie, ignore_discard, ignore_expires):
            self.set_cookie(cookie)


def _write(filename, text):
    with os.fdopen(os.open(filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), 'w') as f:
        f.write(text)


class MozillaCookieJar(FileCookieJar):
    """A line for each, with tabs between what is known of it (`cookies.txt`)."""
    __module__ = 'http.cookiejar'

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        lines = []
        for cookie in self._chosen(ignore_discard, ignore_expires):
            domain = _HTTP_ONLY + cookie.domain if cookie.has_nonstandard_attr('HTTPOnly') else cookie.domain
            name, value = ('', cookie.name) if cookie.value is None else (cookie.name, cookie.value)
            words = (domain, 'TRUE' if cookie.domain.startswith('.') else 'FALSE', cookie.path,
                     'TRUE' if cookie.secure else 'FALSE', '' if cookie.expires is None else str(cookie.expires), name, value)
            lines.append('\t'.join(words) + '\n')
        _write(self._named(filename), _OF_NETSCAPE + ''.join(lines))

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        if not re.match('#( Netscape)? HTTP Cookie File', f.readline()):
            raise LoadError('%r does not look like a Netscape format cookies file' % filename)  #: 2016 raise LoadError(⏎    "%r does not look like a Netscape format cookies file" %⏎    filename)
        for line in f:
            rest = {}
            if line.startswith(_HTTP_ONLY):
                rest['HTTPOnly'], line = '', line[len(_HTTP_ONLY):]
            line = line.removesuffix('\n')
            if not line.strip() or line.strip()[0] in '#$':
                continue
            try:
                domain, wide, path, secure, expires, name, value = line.split('\t')
            except ValueError:
                raise LoadError('invalid Netscape format cookies file %r: %r' % (filename, line)) from None
            if not name:
                name, value = value, None
            expires = expires or None
            self._take(Cookie(0, name, value, None, False, domain, wide == 'TRUE', domain.startswith('.'), path, False,
                              secure == 'TRUE', expires and int(expires), expires is None, None, None, rest),
                       ignore_discard, ignore_expires)


def lwp_cookie_str(cookie):
    pairs = [(cookie.name, cookie.value), ('path', cookie.path), ('domain', cookie.domain)]
    pairs += [('port', cookie.port)] if cookie.port is not None else []
    pairs += [(word, None) for word, is_so in (
        ('path_spec', cookie.path_specified), ('port_spec', cookie.port_specified), ('domain_dot', cookie.domain_initial_dot),
        ('secure', cookie.secure)) if is_so]
    if cookie.expires:
        pairs.append(('expires', time2isoz(float(cookie.expires))))
    pairs += [('discard', None)] if cookie.discard else []
    pairs += [(word, text) for word, text in (('comment', cookie.comment), ('commenturl', cookie.comment_url)) if text]
    pairs += [(key, str(value)) for key, value in sorted(cookie._rest.items())]
    return join_header_words([[*pairs, ('version', str(cookie.version))]])


class LWPCookieJar(FileCookieJar):
    """A header for each."""
    __module__ = 'http.cookiejar'

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        return ''.join(f'Set-Cookie3: {lwp_cookie_str(cookie)}\n' for cookie in self._chosen(ignore_discard, ignore_expires))

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        _write(self._named(filename), '#LWP-Cookies-2.0\n' + self.as_lwp_str(ignore_discard, ignore_expires))

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        if not f.readline().startswith('#LWP-Cookies-'):
            raise LoadError(f'{filename!r} does not look like a Set-Cookie3 (LWP) format file')  #: 1908 raise LoadError(msg)
        for line in f:
            if not line.startswith('Set-Cookie3:'):
                continue
            try:
                for (name, value), *words in split_header_words([line[12:].strip()]):
                    self._take_words(name, value, words, ignore_discard, ignore_expires)
            except OSError:
                raise
            except Exception:
                raise LoadError('invalid Set-Cookie3 format file %r: %r' % (filename, line[12:].strip()))

    def _take_words(self, name, value, words, ignore_discard, ignore_expires):
        known, rest = dict.fromkeys(_FLAGS, False), {}
        for word, text in words:
            lower = word.lower()
            if lower in _FLAGS:
                known[lower] = True if text is None else text
            elif lower in _TEXTS:
                known[lower] = text
            else:
                rest[word] = text
        expires, domain = known.get('expires'), known.get('domain')
        expires = None if expires is None else iso2time(expires)
        self._take(Cookie(known.get('version'), name, value, known.get('port'), known['port_spec'], domain, domain.startswith('.'),
                          known['domain_dot'], known.get('path'), known['path_spec'], known['secure'], expires,
                          expires is None or known['discard'], known.get('comment'), known.get('commenturl'), rest),
                   ignore_discard, ignore_expires)
