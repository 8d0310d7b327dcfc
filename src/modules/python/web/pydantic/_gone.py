"""Names that version 1 had at other places, and what is said of them."""
from .errors import PydanticImportError
from .version import version_short


def explain(name):
    if name == 'BaseSettings':
        raise PydanticImportError(f'`BaseSettings` has been moved to the `pydantic-settings` package. See '
                                  f'https://pydantic.dev/docs/validation/{version_short()}/migration/'
                                  '#basesettings-has-moved-to-pydantic-settings for more details.')
    raise AttributeError(f"module 'pydantic' has no attribute {name!r}")
