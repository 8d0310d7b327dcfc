"""Settings of the environment and of a file."""
import os as _os
from collections.abc import MutableMapping as _MutableMapping


class undefined:
    pass


class EnvironError(Exception):
    pass


class Environ(_MutableMapping):
    """The environment; what has been read does not change any more."""

    def __init__(self, environ=_os.environ):
        self._environ, self._has_been_read = environ, set()

    def __getitem__(self, key):
        self._has_been_read.add(key)
        return self._environ[key]

    def __setitem__(self, key, value):
        if key in self._has_been_read:
            raise EnvironError(f"Attempting to set environ['{key}'], but the value has already been read.")
        self._environ[key] = value

    def __delitem__(self, key):
        if key in self._has_been_read:
            raise EnvironError(f"Attempting to delete environ['{key}'], but the value has already been read.")
        del self._environ[key]

    def __iter__(self):
        return iter(self._environ)

    def __len__(self):
        return len(self._environ)


environ = Environ()


class Config:
    def __init__(self, env_file=None, environ=environ, env_prefix='', encoding='utf-8'):
        self.environ, self.env_prefix, self.file_values = environ, env_prefix, {}
        if env_file is not None:
            if _os.path.isfile(env_file):
                self.file_values = self._read_file(env_file, encoding)
            else:
                import warnings
                warnings.warn(f"Config file '{env_file}' not found.")

    def __call__(self, key, cast=None, default=undefined):
        return self.get(key, cast, default)

    def get(self, key, cast=None, default=undefined):
        key = self.env_prefix + key
        for values in self.environ, self.file_values:
            if key in values:
                return self._cast(key, values[key], cast)
        if default is undefined:
            raise KeyError(f"Config '{key}' is missing, and has no default.")
        return self._cast(key, default, cast)

    @staticmethod
    def _read_file(name, encoding):
        found = {}
        with open(name, encoding=encoding) as file:
            for line in map(str.strip, file):
                if '=' in line and not line.startswith('#'):
                    key, _, value = line.partition('=')
                    value = value.strip()
                    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in '"\''
                    found[key.strip()] = value[1:-1] if quoted else value
        return found

    @staticmethod
    def _cast(key, value, cast):
        if cast is None or value is None:
            return value
        if cast is bool and isinstance(value, str):
            known = {'true': True, '1': True, 'false': False, '0': False}
            if value.lower() not in known:
                raise ValueError(f"Config '{key}' has value '{value.lower()}'. Not a valid bool.")
            return known[value.lower()]
        try:
            return cast(value)
        except (TypeError, ValueError):
            raise ValueError(f"Config '{key}' has value '{value}'. Not a valid {cast.__name__}.")
