"""Options of the command line in the manner of C's getopt()."""
import os

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    """An option that is not known, or that lacks its argument."""
    opt = msg = ''

    def __init__(self, msg, opt=''):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)  #: 49

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options up to the first argument that is none, and what is left."""
    found, longopts = [], [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        args = _one(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options and other arguments mixed."""
    found, rest = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options_first = shortopts.startswith('+') or bool(os.environ.get('POSIXLY_CORRECT'))
    shortopts = shortopts.removeprefix('+')
    while args:
        if args[0] == '--':
            rest += args[1:]
            break
        if args[0].startswith('-') and args[0] != '-':
            args = _one(found, args, shortopts, longopts)
        elif options_first:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest


def _one(found, args, shortopts, longopts):
    first, rest = args[0], args[1:]
    return _long(found, first[2:], longopts, rest) if first[:2] == '--' else _short(found, first[1:], shortopts, rest)


def _long(found, given, longopts, rest):
    name, equals, value = given.partition('=')
    fitting = [option for option in longopts if option.startswith(name)]
    if not fitting:
        raise GetoptError(f'option --{name} not recognized', name)
    exact = [option for option in fitting if option in (name, name + '=')]
    if not exact and len(fitting) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)
    option = (exact or fitting)[0]
    if option.endswith('='):
        option = option[:-1]
        if not equals:
            if not rest:
                raise GetoptError(f'option --{option} requires argument', option)
            value, rest = rest[0], rest[1:]
    elif equals:
        raise GetoptError(f'option --{option} must not have an argument', option)
    found.append(('--' + option, value))
    return rest


def _short(found, letters, shortopts, rest):
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ':':
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts.startswith(':', at + 1):
            if not letters:
                if not rest:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ''
        found.append(('-' + letter, value))
    return rest
