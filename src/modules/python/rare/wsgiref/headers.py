"""The headers of an answer, in their order."""
import re

tspecials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


class Headers:
    """A list of names and values that is asked by names, in whatever case."""

    def __init__(self, headers=None):
        self._headers = [] if headers is None else headers
        if type(self._headers) is not list:
            raise TypeError('Headers must be a list of name/value tuples')
        for name, value in self._headers:
            self._convert_string_type(name)
            self._convert_string_type(value)

    def _convert_string_type(self, value):
        if type(value) is not str:
            raise AssertionError(f'Header names/values must be of type str (got {value!r})')
        return value

    def _named(self, name):
        name = self._convert_string_type(name.lower())
        return [value for own, value in self._headers if own.lower() == name]

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, val):
        del self[name]
        self._headers.append((self._convert_string_type(name), self._convert_string_type(val)))

    def __delitem__(self, name):
        name = self._convert_string_type(name.lower())
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != name]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return bool(self._named(name))

    def get_all(self, name):
        return self._named(name)

    def get(self, name, default=None):
        return next(iter(self._named(name)), default)

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return self._headers.copy()

    def __repr__(self):
        return f'{type(self).__name__}({self._headers!r})'

    def __str__(self):
        return ''.join(f'{name}: {value}\r\n' for name, value in self._headers) + '\r\n'

    def __bytes__(self):
        return str(self).encode('iso-8859-1')

    def setdefault(self, name, value):
        found = self.get(name)
        if found is not None:
            return found
        self._headers.append((self._convert_string_type(name), self._convert_string_type(value)))
        return value

    def add_header(self, _name, _value, **_params):
        """One more, with parameters behind its value."""
        parts = [] if _value is None else [self._convert_string_type(_value)]
        for name, value in _params.items():
            name = name.replace('_', '-')
            if value:
                quoted = self._convert_string_type(value).replace('\\', '\\\\').replace('"', '\\"')
                name = f'{name}="{quoted}"'
            parts.append(name)
        self._headers.append((self._convert_string_type(_name), '; '.join(parts)))
