"""Where settings come from."""
import json
import os
import typing
from pathlib import Path
from typing import Annotated, get_args, get_origin

from pydantic._repr import is_union
from pydantic.aliases import AliasChoices, AliasPath
from pydantic.main import BaseModel
from pydantic_core import PydanticUndefined


class SettingsError(ValueError):
    pass


class NoDecode:
    pass


class ForceDecode:
    pass


def deep_update(mapping, *updates):
    found = dict(mapping)
    for update in updates:
        for key, value in update.items():
            found[key] = deep_update(found[key], value) if isinstance(found.get(key), dict) and isinstance(value, dict) else value
    return found


def _is_complex(kind):
    """Whether a setting's text is JSON."""
    import dataclasses
    origin = get_origin(kind)
    if origin is Annotated:
        return _is_complex(get_args(kind)[0])
    if is_union(origin):
        return any(_is_complex(each) for each in get_args(kind))
    base = origin or kind
    if not isinstance(base, type):
        return False
    return issubclass(base, (BaseModel, list, set, frozenset, dict, tuple)) and not hasattr(base, '_secret_value') or dataclasses.is_dataclass(
        base) or base.__module__ == 'collections.abc' and base is not typing.Callable or base.__module__ == 'collections'


def _allows_text(kind):
    """Whether a setting that is no JSON may be meant as it stands."""
    origin = get_origin(kind)
    return is_union(origin) and any(not _is_complex(each) and each is not type(None) for each in get_args(kind))


class PydanticBaseSettingsSource:
    def __init__(self, settings_cls):
        self.settings_cls, self.config = settings_cls, settings_cls.model_config
        self._current_state, self._settings_sources_data = {}, {}

    def _set_current_state(self, state):
        self._current_state = state

    def _set_settings_sources_data(self, states):
        self._settings_sources_data = states

    @property
    def current_state(self):
        return self._current_state

    @property
    def settings_sources_data(self):
        return self._settings_sources_data

    def get_field_value(self, field, field_name):
        return None, field_name, False

    def field_is_complex(self, field):
        return _is_complex(field.annotation)

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        if value is not None and (self.field_is_complex(field) or value_is_complex):
            return self.decode_complex_value(field_name, field, value)
        return value

    def decode_complex_value(self, field_name, field, value):
        if any(mark is NoDecode or isinstance(mark, NoDecode) for mark in field.metadata):
            return value
        return json.loads(value)

    def __call__(self):
        return {}

    def __repr__(self):
        return f'{type(self).__name__}()'


class InitSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, init_kwargs, nested_model_default_partial_update=None):
        super().__init__(settings_cls)
        self.init_kwargs = dict(init_kwargs)

    def __call__(self):
        return self.init_kwargs

    def __repr__(self):
        return f'InitSettingsSource(init_kwargs={self.init_kwargs!r})'


class EnvSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, options=None, **more):
        super().__init__(settings_cls)
        options = {**settings_cls.model_config, **(options if isinstance(options, dict) else {}), **{k: v for k, v in more.items() if v is not None}}
        self.options = options
        self.case_sensitive, self.env_prefix = options.get('case_sensitive', False), options.get('env_prefix') or ''
        self.env_nested_delimiter, self.env_parse_none_str = options.get('env_nested_delimiter'), options.get('env_parse_none_str')
        self.env_ignore_empty = options.get('env_ignore_empty', False)
        self.env_vars = self._load_env_vars()

    def _cased(self, name):
        return name if self.case_sensitive else name.lower()

    def _parsed(self, pairs):
        return {self._cased(name): None if value == self.env_parse_none_str and value is not None else value for name, value in pairs.items()
                if not (self.env_ignore_empty and value == '')}

    def _load_env_vars(self):
        return self._parsed(os.environ)

    def _names(self, name, field):
        """Pairs of what the setting is called for the model and for the environment, and whether a path leads into it."""
        alias = field.validation_alias
        found = []
        if alias is not None:
            for each in alias.choices if isinstance(alias, AliasChoices) else [alias]:
                word = each.path[0] if isinstance(each, AliasPath) else each
                found.append((word, self._cased(word), isinstance(each, AliasPath) and len(each.path) > 1))
        if alias is None or self.config.get('populate_by_name') or self.config.get('validate_by_name'):
            found.append((name, self._cased(self.env_prefix + name), is_union(get_origin(field.annotation)) and _is_complex(field.annotation)))
        return found

    def get_field_value(self, field, field_name):
        value = None
        for key, name, is_complex in self._names(field_name, field):
            value = self.env_vars.get(name)
            if value is not None or name in self.env_vars:
                return value, key, is_complex
        return value, key, is_complex

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        if not self.field_is_complex(field) and not value_is_complex:
            return value
        nested = self._nested(field_name, field)
        if value is None:
            return nested or value
        try:
            value = self.decode_complex_value(field_name, field, value)
        except ValueError:
            if not _allows_text(field.annotation):
                raise
        return deep_update(value, nested) if isinstance(value, dict) and nested else value

    def _nested(self, field_name, field):
        """What names with delimiters say of parts of a setting."""
        if not self.env_nested_delimiter:
            return {}
        found = {}
        for _, name, _ in self._names(field_name, field):
            prefix = name + self._cased(self.env_nested_delimiter)
            for word, value in self.env_vars.items():
                if not word.startswith(prefix):
                    continue
                *keys, last = word[len(prefix):].split(self._cased(self.env_nested_delimiter))
                place, kind = found, field.annotation
                for key in keys:
                    kind, key = self._part(kind, key)
                    place = place.setdefault(key, {})
                kind, last = self._part(kind, last)
                if value and kind is not None and _is_complex(kind):
                    try:
                        value = json.loads(value)
                    except ValueError:
                        pass
                place[last] = value
        return found

    def _part(self, kind, key):
        """The type of a part of a type, and its name."""
        for each in (kind, *get_args(kind)):
            if isinstance(each, type) and issubclass(each, BaseModel):
                for name, field in each.model_fields.items():
                    word = field.alias or name
                    if self._cased(word) == self._cased(key):
                        return field.annotation, word
        args = get_args(kind)
        return (args[1], key) if len(args) == 2 and get_origin(kind) is dict else (None, key)

    def __call__(self):
        found = {}
        for name, field in self.settings_cls.model_fields.items():
            try:
                value, key, is_complex = self.get_field_value(field, name)
            except Exception as error:
                raise SettingsError(f'error getting value for field "{name}" from source "{type(self).__name__}"') from error
            try:
                value = self.prepare_field_value(name, field, value, is_complex)
            except ValueError as error:
                raise SettingsError(f'error parsing value for field "{name}" from source "{type(self).__name__}"') from error
            if value is not None or key in self._explicit(name, field):
                found[key] = value
        return found

    def _explicit(self, name, field):
        return [key for key, word, _ in self._names(name, field) if word in self.env_vars and self.env_parse_none_str is not None]

    def __repr__(self):
        return (f'{type(self).__name__}(env_nested_delimiter={self.env_nested_delimiter!r}, '
                f"env_prefix_len={len(self.env_prefix)})")


class DotEnvSettingsSource(EnvSettingsSource):
    def __init__(self, settings_cls, env_file=PydanticUndefined, env_file_encoding=None, options=None, **more):
        options = dict(options or settings_cls.model_config)
        if env_file is not PydanticUndefined:
            options['env_file'] = env_file
        if env_file_encoding is not None:
            options['env_file_encoding'] = env_file_encoding
        self.env_file, self.env_file_encoding = options.get('env_file'), options.get('env_file_encoding')
        super().__init__(settings_cls, options, **more)

    def _load_env_vars(self):
        files = self.env_file
        if files is None:
            return {}
        found = {}
        for each in [files] if isinstance(files, (str, os.PathLike)) else files:
            path = Path(each).expanduser()
            if path.is_file():
                from dotenv import dotenv_values
                found.update(dotenv_values(path, encoding=self.env_file_encoding or 'utf8'))
        return self._parsed(found)

    def __call__(self):
        found = super().__call__()
        if self.config.get('extra', 'forbid') == 'ignore':
            return found
        known = set()
        for name, field in self.settings_cls.model_fields.items():
            for _, word, _ in self._names(name, field):
                known.add(word)
        for word, value in self.env_vars.items():
            if not word or word in found or word in known:
                continue
            if self.env_nested_delimiter and any(word.startswith(each + self._cased(self.env_nested_delimiter)) for each in known):
                continue
            if self.env_prefix and not word.startswith(self._cased(self.env_prefix)) and self.config.get('extra') == 'allow':
                continue
            if value is not None:
                found[word[len(self.env_prefix):] if self.env_prefix and word.startswith(self._cased(self.env_prefix)) else word] = value
        return found

    def __repr__(self):
        return (f'DotEnvSettingsSource(env_file={self.env_file!r}, env_file_encoding={self.env_file_encoding!r}, '
                f'env_nested_delimiter={self.env_nested_delimiter!r}, env_prefix_len={len(self.env_prefix)})')


class SecretsSettingsSource(EnvSettingsSource):
    def __init__(self, settings_cls, secrets_dir=None, options=None, **more):
        options = dict(options or settings_cls.model_config)
        self.secrets_dir = secrets_dir or options.get('secrets_dir')
        super().__init__(settings_cls, options, **more)

    def _load_env_vars(self):
        found = {}
        if self.secrets_dir is not None:
            for folder in [self.secrets_dir] if isinstance(self.secrets_dir, (str, os.PathLike)) else self.secrets_dir:
                folder = Path(folder).expanduser()
                if not folder.exists():
                    from pydantic._told import told
                    told(f'directory "{folder}" does not exist')
                    continue
                for file in folder.iterdir():
                    if file.is_file():
                        found[self._cased(file.name)] = file.read_text().strip()
        return found

    def __repr__(self):
        return f'SecretsSettingsSource(secrets_dir={self.secrets_dir!r})'


class JsonConfigSettingsSource(InitSettingsSource):
    def __init__(self, settings_cls, json_file=None, json_file_encoding=None):
        files = json_file if json_file is not None else settings_cls.model_config.get('json_file')
        found = {}
        for each in [] if files is None else [files] if isinstance(files, (str, os.PathLike)) else files:
            path = Path(each).expanduser()
            if path.is_file():
                found.update(json.loads(path.read_text(json_file_encoding)))
        super().__init__(settings_cls, found)


class TomlConfigSettingsSource(InitSettingsSource):
    def __init__(self, settings_cls, toml_file=None):
        import tomllib
        files = toml_file if toml_file is not None else settings_cls.model_config.get('toml_file')
        found = {}
        for each in [] if files is None else [files] if isinstance(files, (str, os.PathLike)) else files:
            path = Path(each).expanduser()
            if path.is_file():
                found.update(tomllib.loads(path.read_text()))
        super().__init__(settings_cls, found)
