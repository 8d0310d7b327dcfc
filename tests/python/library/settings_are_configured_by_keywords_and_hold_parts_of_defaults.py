# recorded by hand: needs pydantic-settings
"""Settings whose class takes its configuration as keywords, whose parts come from variables with delimiters, enumerations by name, JSON as text,
defaults of which a part is set anew, and files of JSON and TOML that are read in the order of their sources."""
import enum
import os
import pathlib
from typing import Any, Optional

from pydantic import BaseModel, Json
from pydantic_settings import (BaseSettings, JsonConfigSettingsSource, PyprojectTomlConfigSettingsSource, SettingsConfigDict,
                               TomlConfigSettingsSource)

os.environ.update(APP_NAME='shop', APP_DB__HOST='here', COLOUR='RED', DATA='{"a": [1]}', NOTHING='null', EMPTY='', DEEP_X_Y='7', PARTS__ONE='10',
                  MAP__KEY='1')


class Database(BaseModel):
    host: str
    port: int = 1


class App(BaseSettings, env_prefix='APP_', env_nested_delimiter='__'):
    name: str
    db: Database


class Colour(enum.Enum):
    RED, BLUE = 1, 2


class Various(BaseSettings, env_parse_enums=True, env_parse_none_str='null', env_ignore_empty=True, env_nested_delimiter='__'):
    colour: Colour
    data: Json[dict[str, list[int]]]
    nothing: Optional[int] = 5
    empty: int = 3
    map: dict[str, Any] = {}


class Deep(BaseModel):
    x_y: int


class Split(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter='_', env_nested_max_split=1)
    deep: Deep


class Parts(BaseModel):
    one: int = 1
    two: int = 2


class Partly(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter='__', nested_model_default_partial_update=True)
    parts: Parts = Parts(one=5, two=6)


class Filed(BaseSettings):
    model_config = SettingsConfigDict(json_file='/tmp/settings.json', toml_file='/tmp/settings.toml', toml_table_header=('here',),
                                      pyproject_toml_table_header=('tool', 'shop'))
    a: int = 0
    b: int = 0
    c: int = 0

    @classmethod
    def settings_customise_sources(cls, settings_cls, **sources):
        return (JsonConfigSettingsSource(settings_cls), TomlConfigSettingsSource(settings_cls),
                PyprojectTomlConfigSettingsSource(settings_cls, pathlib.Path('/tmp/pyproject.toml')))


for name, text in {'settings.json': '{"a": 1}', 'settings.toml': '[here]\na = 2\nb = 2\n', 'pyproject.toml': '[tool.shop]\nb = 3\nc = 3\n'}.items():
    pathlib.Path('/tmp', name).write_text(text)
print(App(), Various(), Split(), Partly(), Partly(parts={'two': 9}), sep='\n')
print(Filed(), JsonConfigSettingsSource(Filed), TomlConfigSettingsSource(Filed))
