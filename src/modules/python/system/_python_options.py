"""What `python` is told by its command line and its environment."""
import sys

_FLAGS = {'b': 'bytes_warning', 'B': 'dont_write_bytecode', 'd': 'debug', 'E': 'ignore_environment', 'i': 'inspect',
          'O': 'optimize', 'P': 'safe_path', 'q': 'quiet', 's': 'no_user_site', 'S': 'no_site', 'v': 'verbose'}
_ISOLATED = 'isolated', 'ignore_environment', 'no_user_site', 'safe_path'
_ACTIONS = 'default', 'always', 'ignore', 'module', 'once', 'error'


class Refused(Exception):
    """The command line cannot be understood; the argument says why."""


def parse(args, env):
    """What `python` with these arguments is to do: the option that says what runs ('' for a file), what comes behind it,
    and a dict of all else."""
    left, counts, told, values = list(args), {}, [], {}
    unbuffered, kind = False, ''
    while left and left[0][:1] == '-' != left[0] and not kind:
        option = left.pop(0)
        if option == '--':
            break
        if option == '--version':
            option = '-V'
        elif option.startswith('--'):
            raise Refused(f'unknown option {option}')
        letters = option[1:]
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter in 'cmWX':
                if not letters and not left:
                    raise Refused(f'Argument expected for the -{letter} option')
                argument, letters = letters or left.pop(0), ''
                if letter == 'W':
                    told.append(argument)
                elif letter == 'X':
                    name, given, value = argument.partition('=')
                    values[name] = value if given else True
                else:
                    kind, left = letter, [argument, *left]
            elif letter in _FLAGS:
                counts[_FLAGS[letter]] = counts.get(_FLAGS[letter], 0) + 1
            elif letter == 'I':
                counts.update(dict.fromkeys(_ISOLATED, 1))
            elif letter == 'u':
                unbuffered = True
            elif letter == 'V':
                counts['version'] = counts.get('version', 0) + 1
            elif letter not in 'Rtx':
                raise Refused(f'Unknown option: -{letter}')
    if 'inspect' in counts:
        counts['interactive'] = counts['inspect']
    if counts.get('ignore_environment'):
        env = {}
    if (level := env.get('PYTHONOPTIMIZE')) and 'optimize' not in counts:
        counts['optimize'] = int(level) if level.isdecimal() else 1
    if env.get('PYTHONSAFEPATH'):
        counts['safe_path'] = 1
    if values.get('dev') or env.get('PYTHONDEVMODE'):
        counts['dev_mode'] = 1
    told[:0] = [each for each in env.get('PYTHONWARNINGS', '').split(',') if each]
    if counts.get('dev_mode'):
        told.insert(0, 'default')
    if counts.get('bytes_warning'):
        told.append('error::BytesWarning' if counts['bytes_warning'] > 1 else 'default::BytesWarning')
    unbuffered = unbuffered or bool(env.get('PYTHONUNBUFFERED'))
    return kind, left, {'flags': counts, 'warnings': told, 'values': values, 'unbuffered': unbuffered}


def apply(options):
    """Gives `sys` what was told, before the program begins."""
    sys.warnoptions[:] = options['warnings']
    sys._xoptions.update(options['values'])
    if sys.warnoptions:
        import warnings


def filter_as_told(warnings):
    """What `warnings` does as it is imported: each option is a filter before those that there are."""
    for option in sys.warnoptions:
        try:
            _filter(warnings, option)
        except Refused as refused:
            print('Invalid -W option ignored:', refused, file=sys.stderr)


def _filter(warnings, option):
    parts = option.split(':')
    if len(parts) > 5:
        raise Refused(f'too many fields (max 5): {option!r}')
    action, message, category, module, line = [part.strip() for part in parts + [''] * (5 - len(parts))]
    named = 'always' if action == 'all' else next((each for each in _ACTIONS if each.startswith(action)), None)
    if named is None:
        raise Refused(f'invalid action: {action!r}')
    category = _category(category) if category else Warning
    try:
        number = int(line or 0)
        if number < 0:
            raise ValueError
    except ValueError:
        raise Refused(f'invalid lineno {int(line) if line[1:].isdecimal() else line!r}') from None
    import re
    module = re.escape(module) + r'\Z' if module else ''
    warnings.filterwarnings(named, re.escape(message), category, module, number)


def _category(name):
    module, _, own = name.rpartition('.')
    try:
        found = __import__(module or 'builtins', None, None, [own])
    except ImportError:
        raise Refused(f'invalid module name: {module!r}') from None
    kind = getattr(found, own, None)
    if kind is None:
        raise Refused(f'unknown warning category: {name!r}')
    if not issubclass(kind, Warning):
        raise Refused(f'invalid warning category: {name!r}')
    return kind
