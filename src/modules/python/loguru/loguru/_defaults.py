"""What handlers and levels are if nothing else is said; variables of the environment say something else."""
from os import environ

_TRUE, _FALSE = ('1', 'true', 'yes', 'y', 'ok', 'on'), ('0', 'false', 'no', 'n', 'nok', 'off')


def env(key, type_, default=None):
    """The value of a variable of the environment, as a str, a bool or an int."""
    text = environ.get(key)
    if text is None:
        return default
    if type_ is bool:
        if text.lower() in _TRUE + _FALSE:
            return text.lower() in _TRUE
        raise ValueError(f"Invalid environment variable '{key}' (expected a boolean): '{text}'")
    if type_ is int:
        try:
            return int(text)
        except ValueError:
            raise ValueError(f"Invalid environment variable '{key}' (expected an integer): '{text}'") from None
    return text


LOGURU_AUTOINIT = env('LOGURU_AUTOINIT', bool, True)
LOGURU_FORMAT = env('LOGURU_FORMAT', str, '<green>{time:YYYY-MM-DD HH:mm:ss.SSS}</green> | <level>{level: <8}</level> | '
                    '<cyan>{name}</cyan>:<cyan>{function}</cyan>:<cyan>{line}</cyan> - <level>{message}</level>')
LOGURU_FILTER = env('LOGURU_FILTER', str)
LOGURU_LEVEL = env('LOGURU_LEVEL', str, 'DEBUG')
LOGURU_COLORIZE = env('LOGURU_COLORIZE', bool)
LOGURU_SERIALIZE = env('LOGURU_SERIALIZE', bool, False)
LOGURU_BACKTRACE = env('LOGURU_BACKTRACE', bool, True)
LOGURU_DIAGNOSE = env('LOGURU_DIAGNOSE', bool, True)
LOGURU_ENQUEUE = env('LOGURU_ENQUEUE', bool, False)
LOGURU_CONTEXT = env('LOGURU_CONTEXT', str)
LOGURU_CATCH = env('LOGURU_CATCH', bool, True)

for _name, _no, _color, _icon in (
    ('TRACE', 5, '<cyan><bold>', '✏️'), ('DEBUG', 10, '<blue><bold>', '🐞'), ('INFO', 20, '<bold>', 'ℹ️'),
    ('SUCCESS', 25, '<green><bold>', '✅'), ('WARNING', 30, '<yellow><bold>', '⚠️'),
    ('ERROR', 40, '<red><bold>', '❌'), ('CRITICAL', 50, '<RED><bold>', '☠️'),
):
    for _part, _type, _value in ('NO', int, _no), ('COLOR', str, _color), ('ICON', str, _icon):
        _key = f'LOGURU_{_name}_{_part}'
        globals()[_key] = env(_key, _type, _value)
