"""Settings from the environment and from files."""
import pydantic.config as _config
import pydantic_settings.sources as sources
from pydantic.main import BaseModel

from pydantic_settings.sources import (DotEnvSettingsSource, EnvSettingsSource, ForceDecode, InitSettingsSource, JsonConfigSettingsSource,
                                       NoDecode, PydanticBaseSettingsSource, PyprojectTomlConfigSettingsSource, SecretsSettingsSource,
                                       SettingsError, TomlConfigSettingsSource, deep_update)

VERSION = __version__ = '2.16.3'
SettingsConfigDict = dict
_config._DEFAULTS.update(dict.fromkeys('''case_sensitive env_prefix env_file env_file_encoding env_ignore_empty env_nested_delimiter
env_nested_max_split env_parse_none_str env_parse_enums nested_model_default_partial_update secrets_dir json_file json_file_encoding toml_file
toml_table_header pyproject_toml_depth pyproject_toml_table_header'''.split()))
_UNSET = object()


class BaseSettings(BaseModel):
    model_config = {
        'extra': 'forbid', 'arbitrary_types_allowed': True, 'validate_default': True, 'case_sensitive': False, 'env_prefix': '',
        'env_file': None, 'env_file_encoding': None, 'env_ignore_empty': False, 'env_nested_delimiter': None, 'env_parse_none_str': None,
        'secrets_dir': None, 'protected_namespaces': ('model_validate', 'model_dump', 'settings_customise_sources')}

    def __init__(__pydantic_self__, _case_sensitive=None, _env_prefix=None, _env_file=_UNSET, _env_file_encoding=None, _env_ignore_empty=None,
                 _env_nested_delimiter=None, _env_nested_max_split=None, _env_parse_none_str=None, _env_parse_enums=None,
                 _nested_model_default_partial_update=None, _secrets_dir=None, **values):
        self = __pydantic_self__
        given = {'case_sensitive': _case_sensitive, 'env_prefix': _env_prefix, 'env_file_encoding': _env_file_encoding,
                 'env_ignore_empty': _env_ignore_empty, 'env_nested_delimiter': _env_nested_delimiter,
                 'env_parse_none_str': _env_parse_none_str, 'secrets_dir': _secrets_dir, 'env_nested_max_split': _env_nested_max_split,
                 'env_parse_enums': _env_parse_enums, 'nested_model_default_partial_update': _nested_model_default_partial_update}
        options = {**self.model_config, **{name: value for name, value in given.items() if value is not None}}
        if _env_file is not _UNSET:
            options['env_file'] = _env_file
        super().__init__(**self._gathered(options, values))

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings

    def _gathered(self, options, values):
        cls = type(self)
        chosen = cls.settings_customise_sources(
            cls, init_settings=InitSettingsSource(cls, values), env_settings=EnvSettingsSource(cls, options),
            dotenv_settings=DotEnvSettingsSource(cls, options=options), file_secret_settings=SecretsSettingsSource(cls, options=options))
        state, states = {}, {}
        for source in chosen:
            if isinstance(source, PydanticBaseSettingsSource):
                source._set_current_state(state)
                source._set_settings_sources_data(states)
            found = source()
            states[type(source).__name__] = found
            state = deep_update(found, state)
        if options.get('nested_model_default_partial_update'):
            defaults = {field.alias or name: field.default.model_dump() for name, field in cls.model_fields.items()
                        if isinstance(field.default, BaseModel)}
            state = deep_update(defaults, state)
        return state
