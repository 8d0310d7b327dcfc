"""Helpers of templates and of who makes them."""
import json
import re
from collections import OrderedDict
from random import choice, randrange
from urllib.parse import quote_from_bytes

import markupsafe

concat = ''.join
_PASSED = 'jinja_pass_arg'
_builtins = {'int', 'str', 'list', 'dict', 'tuple', 'set', 'frozenset', 'float', 'bool', 'bytes', 'bytearray', 'complex', 'object', 'range', 'type'}


class MissingType:
    def __repr__(self):
        return 'missing'

    def __reduce__(self):
        return 'missing'


missing = MissingType()


def _passes(what):
    def mark(f):
        setattr(f, _PASSED, what)
        return f
    return mark


pass_context, pass_eval_context, pass_environment = _passes('context'), _passes('eval_context'), _passes('environment')


def pass_argument_of(function):
    """What a function wants as its first argument: 'context', 'eval_context', 'environment' or None."""
    return getattr(function, _PASSED, None) if hasattr(function, _PASSED) else None


def internalcode(f):
    return f


def is_undefined(obj):
    from jinja2.runtime import Undefined
    return isinstance(obj, Undefined)


def consume(iterable):
    for _ in iterable:
        pass


def clear_caches():
    from jinja2.environment import get_spontaneous_environment
    get_spontaneous_environment.cache_clear()


def import_string(import_name, silent=False):
    """What a dotted name, or module:name, stands for."""
    import importlib
    try:
        module, colon, name = import_name.partition(':')
        if not colon:
            module, _, name = import_name.rpartition('.')
        if not module:
            return importlib.import_module(import_name)
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError):
        if not silent:
            raise


def open_if_exists(filename, mode='rb'):
    import os
    return open(filename, mode) if os.path.isfile(filename) else None


def object_type_repr(obj):
    """What kind of object it is, for errors."""
    if obj is None:
        return 'None'
    if obj is Ellipsis:
        return 'Ellipsis'
    kind = type(obj)
    return f'{kind.__name__} object' if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__name__} object'


def pformat(obj):
    from pprint import pformat
    return pformat(obj)


_HTTP = re.compile(r'''(?:(?:https?://|www\.)(?:[\w%-]+\.)*(?:[a-z]{2,63}|xn--[\w%]{2,59})
    |(?:[\w%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)
    |https?://(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}]))
    (?::\d{1,5})?(?:[/?#]\S*)?$''', re.I | re.X)
_EMAIL = re.compile(r'\S+@\w[\w.-]*\.\w+$')
_HEAD, _TAIL = re.compile('(?:[(<]|&lt;)+'), re.compile(r'(?:[)>.,\n]|&gt;)+$')


def _linked(word, short, attributes, extra_schemes):
    """A word as a link, if it is an address."""
    if _HTTP.match(word):
        scheme = '' if word.startswith(('https://', 'http://')) else 'https://'
        return f'<a href="{scheme}{word}"{attributes}>{short(word)}</a>'
    if word.startswith('mailto:') and _EMAIL.match(word[7:]):
        return f'<a href="{word}">{word[7:]}</a>'
    if '@' in word and ':' not in word and not word.startswith(('www.', '@')) and _EMAIL.match(word):
        return f'<a href="mailto:{word}">{word}</a>'
    for scheme in extra_schemes or ():
        if word != scheme and word.startswith(scheme):
            return f'<a href="{word}"{attributes}>{word}</a>'
    return word


def urlize(text, trim_url_limit=None, rel=None, target=None, extra_schemes=None):
    """Text with its addresses as links."""
    def short(word):
        return word if trim_url_limit is None or len(word) <= trim_url_limit else f'{word[:trim_url_limit]}...'
    attributes = ''.join(f' {name}="{markupsafe.escape(value)}"' for name, value in (('rel', rel), ('target', target)) if value)
    words = re.split(r'(\s+)', str(markupsafe.escape(text)))
    for at, word in enumerate(words):
        head = found[0] if (found := _HEAD.match(word)) else ''
        word = word[len(head):]
        tail = found[0] if (found := _TAIL.search(word)) else ''
        word = word[:len(word) - len(tail)]
        # What was opened within the word is closed within it.
        for opening, closing in (('(', ')'), ('<', '>'), ('&lt;', '&gt;')):
            opened = word.count(opening)
            if opened > word.count(closing):
                for _ in range(min(opened, tail.count(closing))):
                    end = tail.index(closing) + len(closing)
                    word, tail = word + tail[:end], tail[end:]
        words[at] = head + _linked(word, short, attributes, extra_schemes) + tail
    return ''.join(words)


_LOREM = '''a ac accumsan ad adipiscing aenean aliquam aliquet amet ante aptent arcu at auctor augue bibendum blandit class commodo condimentum
congue consectetuer consequat conubia convallis cras cubilia cum curabitur curae cursus dapibus diam dictum dictumst dignissim dis dolor donec dui
duis egestas eget eleifend elementum elit enim erat eros est et etiam eu euismod facilisi facilisis fames faucibus felis fermentum feugiat fringilla
fusce gravida habitant habitasse hac hendrerit hymenaeos iaculis id imperdiet in inceptos integer interdum ipsum justo lacinia lacus laoreet lectus
leo libero ligula litora lobortis lorem luctus maecenas magna magnis malesuada massa mattis mauris metus mi molestie mollis montes morbi mus nam
nascetur natoque nec neque netus nibh nisi nisl non nonummy nostra nulla nullam nunc odio orci ornare parturient pede pellentesque penatibus per
pharetra phasellus placerat platea porta porttitor posuere potenti praesent pretium primis proin pulvinar purus quam quis quisque rhoncus ridiculus
risus rutrum sagittis sapien scelerisque sed sem semper senectus sit sociis sociosqu sodales sollicitudin suscipit suspendisse taciti tellus tempor
tempus tincidunt torquent tortor tristique turpis ullamcorper ultrices ultricies urna ut varius vehicula vel velit venenatis vestibulum vitae
vivamus viverra volutpat vulputate'''


def _paragraph(words, count):
    found, last, begins, comma, stop = [], None, True, 0, 0
    for at in range(count):
        while (word := choice(words)) == last:
            pass
        last = word
        if begins:
            word, begins = word.capitalize(), False
        if at - randrange(3, 8) > comma:
            comma = at
            stop += 2
            word += ','
        if at - randrange(10, 20) > stop:
            comma = stop = at
            word += '.'
            begins = True
        found.append(word)
    text = ' '.join(found)
    return text[:-1] + '.' if text.endswith(',') else text if text.endswith('.') else text + '.'


def generate_lorem_ipsum(n=5, html=True, min=20, max=100):
    words = _LOREM.split()
    found = [_paragraph(words, randrange(min, max)) for _ in range(n)]
    if not html:
        return '\n\n'.join(found)
    return markupsafe.Markup('\n'.join(f'<p>{markupsafe.escape(each)}</p>' for each in found))


def url_quote(obj, charset='utf-8', for_qs=False):
    if not isinstance(obj, bytes):
        obj = str(obj).encode(charset)
    quoted = quote_from_bytes(obj, b'' if for_qs else b'/')
    return quoted.replace('%20', '+') if for_qs else quoted


class LRUCache:
    """So many values, those that were used last."""

    def __init__(self, capacity):
        self.capacity, self._mapping = capacity, OrderedDict()

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'<{type(self).__name__} {dict(self._mapping)!r}>'

    def __getitem__(self, key):
        value = self._mapping[key]
        self._mapping.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        if key not in self._mapping and len(self._mapping) == self.capacity:
            self._mapping.popitem(False)
        self._mapping[key] = value
        self._mapping.move_to_end(key)

    def __delitem__(self, key):
        del self._mapping[key]

    def get(self, key, default=None):
        return self[key] if key in self._mapping else default

    def setdefault(self, key, default=None):
        if key not in self._mapping:
            self[key] = default
        return self[key]

    def clear(self):
        self._mapping.clear()

    def copy(self):
        other = type(self)(self.capacity)
        other._mapping.update(self._mapping)
        return other

    def keys(self):
        return list(self)

    def values(self):
        return [self._mapping[key] for key in self]

    def items(self):
        return [(key, self._mapping[key]) for key in self]

    def __iter__(self):
        return reversed(list(self._mapping))

    def __reversed__(self):
        return iter(list(self._mapping))


def select_autoescape(enabled_extensions=('html', 'htm', 'xml'), disabled_extensions=(), default_for_string=True, default=False):
    """Whether text is escaped, by the name of the template."""
    enabled, disabled = (tuple('.' + each.lstrip('.').lower() for each in found) for found in (enabled_extensions, disabled_extensions))

    def autoescape(template_name):
        if template_name is None:
            return default_for_string
        name = template_name.lower()
        return name.endswith(enabled) or not name.endswith(disabled) and default
    return autoescape


_IN_SCRIPT = str.maketrans({'<': '\\u003c', '>': '\\u003e', '&': '\\u0026', "'": '\\u0027'})


def htmlsafe_json_dumps(obj, dumps=None, **kwargs):
    return markupsafe.Markup((dumps or json.dumps)(obj, **kwargs).translate(_IN_SCRIPT))


class Cycler:
    """Values in turn, over and over."""

    def __init__(self, *items):
        if not items:
            raise RuntimeError('at least one item has to be provided')
        self.items, self.pos = items, 0

    def reset(self):
        self.pos = 0

    @property
    def current(self):
        return self.items[self.pos]

    def next(self):
        found = self.current
        self.pos = (self.pos + 1) % len(self.items)
        return found

    __next__ = next


class Joiner:
    """Nothing at first, then a separator."""

    def __init__(self, sep=', '):
        self.sep, self.used = sep, False

    def __call__(self):
        used, self.used = self.used, True
        return self.sep if used else ''


class Namespace:
    """Attributes that a template may set."""

    def __init__(*args, **kwargs):
        self, args = args[0], args[1:]
        self.__attrs = dict(*args, **kwargs)

    def __getattribute__(self, name):
        if name in ('_Namespace__attrs', '__class__'):
            return object.__getattribute__(self, name)
        known = self.__attrs
        if name not in known:
            raise AttributeError(name)
        return known[name]

    def __setitem__(self, name, value):
        self.__attrs[name] = value

    def __repr__(self):
        return f'<Namespace {self.__attrs!r}>'
