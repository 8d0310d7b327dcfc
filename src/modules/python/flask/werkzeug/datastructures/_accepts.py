"""What a client takes, best first."""
import re
from contextlib import suppress

from werkzeug.datastructures._dicts import ImmutableList


class Accept(ImmutableList):
    def __init__(self, values=()):
        self.provided = values.provided if isinstance(values, Accept) else values is not None
        if values is not None and not isinstance(values, Accept):
            values = sorted(values, key=lambda pair: (self._specificity(pair[0]), pair[1]), reverse=True)
        super().__init__(values or ())

    def _specificity(self, value):
        return value != '*',

    def _value_matches(self, value, item):
        return item == '*' or item.lower() == value.lower()

    def _match(self, value):
        return next(((at, item, quality) for at, (item, quality) in enumerate(self) if self._value_matches(value, item)), None)

    def __getitem__(self, key):
        return self.quality(key) if isinstance(key, str) else list.__getitem__(self, key)

    def quality(self, key):
        found = self._match(key)
        return 0 if found is None else found[2]

    def __contains__(self, value):
        return self._match(value) is not None

    def __repr__(self):
        return f"{type(self).__name__}([{', '.join(f'({item!r}, {quality})' for item, quality in self)}])"

    def index(self, key):
        if not isinstance(key, str):
            return list.index(self, key)
        found = self._match(key)
        if found is None:
            raise ValueError(key)
        return found[0]

    def find(self, key):
        with suppress(ValueError):
            return self.index(key)
        return -1

    def values(self):
        for item, _ in self:
            yield item

    def to_header(self):
        return ','.join(item if quality == 1 else f'{item};q={quality}' for item, quality in self)

    def __str__(self):
        return self.to_header()

    def best_match(self, matches, default=None):
        """The one of the matches that the client likes best."""
        best, found = (-1, (-1,)), default
        for each in matches:
            matched = self._match(each)
            if matched is not None and matched[2] > 0 and (matched[2], self._specificity(matched[1])) > best:
                best, found = (matched[2], self._specificity(matched[1])), each
        return found

    @property
    def best(self):
        return self[0][0] if self else None


_MIME = re.compile(r'/|(?:[ \t]*;[ \t]*)')


class MIMEAccept(Accept):
    def _specificity(self, value):
        return tuple(part != '*' for part in _MIME.split(value))

    def _value_matches(self, value, item):
        if '/' not in item:
            return False
        parts, (item_kind, item_sub, *item_options) = _MIME.split(value.lower()), _MIME.split(item.lower())
        if '/' not in value or parts[0] == '*' != parts[1]:
            raise ValueError(f'invalid mimetype {value!r}')
        kind, sub, *options = parts
        if item_kind == '*' and item_sub != '*':
            return False
        if item_kind == item_sub == '*' or kind == sub == '*':
            return True
        return item_kind == kind and (item_sub == '*' or sub == '*' or item_sub == sub and sorted(item_options) == sorted(options))

    @property
    def accept_html(self):
        return 'text/html' in self or self.accept_xhtml

    @property
    def accept_xhtml(self):
        return 'application/xhtml+xml' in self or 'application/xml' in self

    @property
    def accept_json(self):
        return 'application/json' in self


def _language(value):
    return re.split('[_-]', value, maxsplit=1)[0]


class LanguageAccept(Accept):
    def _value_matches(self, value, item):
        return item == '*' or re.split('[_-]', value.lower()) == re.split('[_-]', item.lower())

    def best_match(self, matches, default=None):
        matches = list(matches)
        if (found := super().best_match(matches)) is not None:
            return found
        if (found := Accept([(_language(item), quality) for item, quality in self]).best_match(matches)) is not None:
            return found
        if (found := super().best_match(map(_language, matches))) is not None:
            return next(each for each in matches if each.startswith(found))
        return default


class CharsetAccept(Accept):
    def _value_matches(self, value, item):
        import codecs

        def normal(name):
            with suppress(LookupError):
                return codecs.lookup(name).name
            return name.lower()
        return item == '*' or normal(value) == normal(item)
