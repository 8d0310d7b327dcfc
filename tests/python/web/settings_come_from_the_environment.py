# recorded by hand: needs pydantic
# Settings of the environment, of a file of names and values, and of the program, the nearest first.
import os
import pathlib

from pydantic import BaseModel, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

os.environ.update(APP_PORT='80', APP_TAGS='["a", "b"]', APP_DB__HOST='far', TOKEN='t')
pathlib.Path('names.env').write_text('# names\nAPP_TITLE="A title"\nAPP_PORT=81\nOTHER=1\n')


class Db(BaseModel):
    host: str = 'near'
    port: int = 5432


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix='APP_', env_file='names.env', env_nested_delimiter='__', extra='ignore')
    title: str
    port: int = 1
    tags: list[str] = []
    db: Db = Db()
    token: SecretStr = Field(validation_alias='TOKEN')


class Strict(BaseSettings):
    model_config = SettingsConfigDict(env_file='names.env')
    other: int
    missing: str


print(Settings())
print(Settings(port=2, title='own').model_dump())
try:
    Strict()
except ValidationError as error:
    print(error)
os.environ['APP_TAGS'] = '[1'
try:
    Settings()
except ValueError as error:
    print(type(error).__name__, error)
