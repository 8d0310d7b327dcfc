"""What texts of a format look like."""
import datetime
import ipaddress
import re
import uuid

from jsonschema.exceptions import FormatError


def _read(how):
    return lambda text: not isinstance(text, str) or how(text) is not None


def _uuid(text):
    uuid.UUID(text)
    return True if all(text[place] == '-' for place in (8, 13, 18, 23)) else None


def _date(text):
    return datetime.date.fromisoformat(text) if re.fullmatch(r'\d{4}-\d{2}-\d{2}', text, re.ASCII) else None


class FormatChecker:
    checkers = {
        'idn-email': (_read(lambda text: True if '@' in text else None), ()), 'email': (_read(lambda text: True if '@' in text else None), ()),
        'ipv4': (_read(ipaddress.IPv4Address), ValueError), 'ipv6': (_read(ipaddress.IPv6Address), ValueError),
        'regex': (_read(re.compile), re.error), 'date': (_read(_date), ValueError),
        'time': (_read(lambda text: datetime.datetime.strptime(text, '%H:%M:%S')), ValueError), 'uuid': (_read(_uuid), ValueError)}

    def __init__(self, formats=None):
        self.checkers = {name: self.checkers[name] for name in (self.checkers if formats is None else formats)}

    def __repr__(self):
        return f'<FormatChecker checkers={sorted(self.checkers)}>'

    def checks(self, format, raises=()):
        def kept(function):
            self.checkers[format] = function, raises
            return function
        return kept

    def check(self, instance, format):
        if format in self.checkers:
            function, raises = self.checkers[format]
            fits = cause = None
            try:
                fits = function(instance)
            except raises as exc:
                cause = exc
            if not fits:
                raise FormatError(f'{instance!r} is not a {format!r}', cause=cause)

    def conforms(self, instance, format):
        try:
            return self.check(instance, format) is None
        except FormatError:
            return False
