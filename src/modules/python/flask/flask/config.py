"""Settings."""
import errno
import json
import os
from contextlib import suppress
from types import ModuleType


class ConfigAttribute:
    """An attribute that stands for a setting."""

    def __class_getitem__(cls, item):
        return cls

    def __init__(self, name, get_converter=None):
        self.__name__, self.get_converter = name, get_converter

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        value = obj.config[self.__name__]
        return value if self.get_converter is None else self.get_converter(value)

    def __set__(self, obj, value):
        obj.config[self.__name__] = value


class Config(dict):
    def __init__(self, root_path, defaults=None):
        super().__init__(defaults or {})
        self.root_path = root_path

    def from_envvar(self, variable_name, silent=False):
        path = os.environ.get(variable_name)
        if path:
            return self.from_pyfile(path, silent=silent)
        if silent:
            return False
        raise RuntimeError(f'The environment variable {variable_name!r} is not set and as such configuration could not be loaded. Set this variable '
                           'and make it point to a configuration file')

    def from_prefixed_env(self, prefix='FLASK', *, loads=json.loads):
        for name in sorted(os.environ):
            if not name.startswith(prefix + '_'):
                continue
            value = os.environ[name]
            with suppress(Exception):
                value = loads(value)
            *parts, last = name.removeprefix(prefix + '_').split('__')
            found = self
            for part in parts:
                found = found.setdefault(part, {})
            found[last] = value
        return True

    def _read(self, filename, silent, ignored, read):
        try:
            return read(os.path.join(self.root_path, filename))
        except OSError as e:
            if silent and e.errno in ignored:
                return None
            e.strerror = f'Unable to load configuration file ({e.strerror})'
            raise

    def from_pyfile(self, filename, silent=False):
        module = ModuleType('config')

        def read(path):
            module.__file__ = path
            with open(path, 'rb') as file:
                exec(compile(file.read(), path, 'exec'), module.__dict__)
            return module
        if self._read(filename, silent, (errno.ENOENT, errno.EISDIR, errno.ENOTDIR), read) is None:
            return False
        self.from_object(module)
        return True

    def from_object(self, obj):
        if isinstance(obj, str):
            from werkzeug.utils import import_string
            obj = import_string(obj)
        for key in filter(str.isupper, dir(obj)):
            self[key] = getattr(obj, key)

    def from_file(self, filename, load, silent=False, text=True):
        def read(path):
            with open(path, 'r' if text else 'rb') as file:
                return load(file)
        found = self._read(filename, silent, (errno.ENOENT, errno.EISDIR), read)
        return False if found is None else self.from_mapping(found)

    def from_mapping(self, mapping=None, **kwargs):
        for key, value in {**dict(mapping or {}), **kwargs}.items():
            if key.isupper():
                self[key] = value
        return True

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        found = {}
        for key, value in self.items():
            if key.startswith(namespace):
                key = key[len(namespace):] if trim_namespace else key
                found[key.lower() if lowercase else key] = value
        return found

    def __repr__(self):
        return f'<{type(self).__name__} {dict.__repr__(self)}>'
