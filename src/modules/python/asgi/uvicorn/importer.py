"""Objects by the names of modules and attributes."""


class ImportFromStringError(Exception):
    pass


def import_from_string(import_str):
    if not isinstance(import_str, str):
        return import_str
    module_name, _, names = import_str.partition(':')
    if not module_name or not names:
        raise ImportFromStringError(f'Import string "{import_str}" must be in format "<module>:<attribute>".')
    import importlib
    try:
        found = importlib.import_module(module_name)
    except ModuleNotFoundError as e:
        if e.name != module_name:
            raise e from None
        if not _is_program(names):
            raise ImportFromStringError(f'Could not import module "{module_name}".')
        found = importlib.import_module('main')
    try:
        for name in names.split('.'):
            found = getattr(found, name)
    except AttributeError:
        raise ImportFromStringError(f'Attribute "{names}" not found in module "{module_name}".')
    return found


def _is_program(names):
    """Whether a name means the program, which may be called otherwise where it comes from."""
    import sys
    program = sys.modules['__main__']
    return str(getattr(program, '__file__', '')).endswith('main.py') and hasattr(program, names.split('.')[0])
