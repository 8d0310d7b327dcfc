"""What simulated hosts are asked and answer, and words, names and numbers for it."""

_WORDS = 'alder birch cedar dune ember fjord grove heath islet jetty knoll larch meadow north orchard pine'.split()
_DAY = '2026-01-01T00:00:00Z'


class Asked:
    """A request: its path in steps, its query, its headers and what it sends."""
    __slots__ = ('method', 'url', 'origin', 'steps', 'query', 'headers', 'given', 'agent')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def number(self, name, default):
        """What the query says under a name; nobody gets more than so much of anything."""
        value = self.query.get(name, '')
        return min(int(value[:12]), 102400) if value.isdecimal() else default


class Reply:
    """An answer that is not JSON, or not all right."""
    __slots__ = ('status', 'body', 'kind', 'headers')

    def __init__(self, body, kind='text/plain; charset=utf-8', status=200, headers=()):
        self.status, self.body, self.kind, self.headers = status, body, kind, headers


def missing(body='Not Found', kind='text/plain; charset=utf-8'):
    return Reply(body, kind, 404)


def words(seed, count):
    return ' '.join(_WORDS[(seed * 7 + n * (seed % 5 + 3)) % len(_WORDS)] for n in range(count))


def name_of(n):
    """A word for each number: two of our words, and which time they come."""
    turn, place = divmod(n - 1, len(_WORDS) ** 2)
    return _WORDS[place % 16] + _WORDS[(place // 16 + place * 3 + 5) % 16] + (f'-{turn + 1}' if turn else '')


def number_of(text, size=100):
    """A number for each text, the same in every run."""
    return sum((place + 1) * ord(letter) for place, letter in enumerate(text)) % size + 1


def person(n):
    first, last = words(n, 2).title().split()
    return first, last


def picked(text, size):
    """The number that a step of the path means: itself, or that of the name."""
    if text.isdecimal():
        return int(text)
    return next((n for n in range(1, min(size, 256) + 1) if name_of(n) == text), number_of(text, size))
