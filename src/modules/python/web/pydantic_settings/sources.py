"""Where settings come from."""
import json
import os
import typing
from enum import Enum
from pathlib import Path
from typing import Annotated, get_args, get_origin

from pydantic._repr import is_union
from pydantic.aliases import AliasChoices, AliasPath
from pydantic.main import BaseModel
from pydantic.types import Json
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
        return _is_complex(field.annotation) and not any(mark is Json or isinstance(mark, Json) for mark in field.metadata)

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
        self.env_ignore_empty, self.env_parse_enums = options.get('env_ignore_empty', False), options.get('env_parse_enums')
        most = options.get('env_nested_max_split')
        self._splits = -1 if most is None else most - 1
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
                return self._of_enum(field.annotation, value), key, is_complex
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
                *keys, last = word[len(prefix):].split(self._cased(self.env_nested_delimiter), self._splits)
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
                place[last] = self._of_enum(kind, value)
        return found

    def _of_enum(self, kind, value):
        """The member that a text names, where texts may do so."""
        if self.env_parse_enums and isinstance(value, str):
            for each in (kind, *get_args(kind)):
                if isinstance(each, type) and issubclass(each, Enum) and value in each.__members__:
                    return each[value]
        return value

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


class _FileSource(InitSettingsSource):
    def _read_all(self, files, read, deep_merge):
        found = {}
        for each in [] if files is None else [files] if isinstance(files, (str, os.PathLike)) else files:
            path = Path(each).expanduser()
            if path.is_file():
                found = deep_update(found, read(path)) if deep_merge else {**found, **read(path)}
        return found


class JsonConfigSettingsSource(_FileSource):
    def __init__(self, settings_cls, json_file=None, json_file_encoding=None, deep_merge=False):
        config = settings_cls.model_config
        self.json_file_path = json_file if json_file is not None else config.get('json_file')
        self.json_file_encoding = json_file_encoding if json_file_encoding is not None else config.get('json_file_encoding')
        super().__init__(settings_cls, self._read_all(self.json_file_path, self._read, deep_merge))

    def _read(self, path):
        return json.loads(path.read_text(self.json_file_encoding))

    def __repr__(self):
        return f'{type(self).__name__}(json_file={self.json_file_path})'


def _table(data, header):
    for word in header:
        data = data.get(word, {})
    return data


class TomlConfigSettingsSource(_FileSource):
    def __init__(self, settings_cls, toml_file=None, deep_merge=False, toml_table_header=None):
        config = settings_cls.model_config
        self.toml_file_path = toml_file if toml_file is not None else config.get('toml_file')
        self.toml_table_header = tuple(toml_table_header if toml_table_header is not None else config.get('toml_table_header', ()))
        super().__init__(settings_cls, self._read_all(self.toml_file_path, self._read, deep_merge))

    def _read(self, path):
        import tomllib
        return _table(tomllib.loads(path.read_text()), self.toml_table_header)

    def __repr__(self):
        return f'{type(self).__name__}(toml_file={self.toml_file_path}, toml_table_header={self.toml_table_header!r})'


class PyprojectTomlConfigSettingsSource(TomlConfigSettingsSource):
    """A table of the pyproject.toml that lies here or in one of the folders above."""

    def __init__(self, settings_cls, toml_file=None):
        config = settings_cls.model_config
        above = config.get('pyproject_toml_depth', 0)
        places = [Path.cwd() / 'pyproject.toml', *(folder / 'pyproject.toml' for folder in list(Path.cwd().parents)[:above])]
        found = Path(toml_file) if toml_file is not None else next((place for place in places if place.is_file()), places[0])
        super().__init__(settings_cls, found, toml_table_header=config.get('pyproject_toml_table_header', ('tool', 'pydantic-settings')))
