"""Variables of the environment from a file .env."""
from dotenv.main import dotenv_values, find_dotenv, get_key, load_dotenv, set_key, unset_key

__all__ = ['get_cli_string', 'load_dotenv', 'dotenv_values', 'get_key', 'set_key', 'unset_key', 'find_dotenv',
           'load_ipython_extension']


def get_cli_string(path=None, action=None, key=None, value=None, quote=None):
    """A line for a shell that calls the program `dotenv`."""
    words = ['dotenv']
    if quote:
        words.append(f'-q {quote}')
    if path:
        words.append(f'-f {path}')
    for word in (action, action and key, action and key and value):
        if word:
            words.append(f'"{word}"' if word is value and ' ' in word else word)
    return ' '.join(words)


def load_ipython_extension(ipython):
    from _frames import not_supported
    not_supported('dotenv.load_ipython_extension', 'load_dotenv')
