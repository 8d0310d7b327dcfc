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
        if args[0].startswith('--'):
            args = _long(found, args[0][2:], longopts, args[1:])  #: 93 opts, args = «do_longs(opts, args[0][2:], longopts, args[1:])»
        else:
            args = _short(found, args[0][1:], shortopts, args[1:])  #: 95 opts, args = «do_shorts(opts, args[0][1:], shortopts, args[1:])»
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
        if args[0].startswith('--'):
            args = _long(found, args[0][2:], longopts, args[1:])  #: 136 opts, args = «do_longs(opts, args[0][2:], longopts, args[1:])»
        elif args[0].startswith('-') and args[0] != '-':
            args = _short(found, args[0][1:], shortopts, args[1:])  #: 138 opts, args = «do_shorts(opts, args[0][1:], shortopts, args[1:])»
        elif options_first:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest


def _long(found, given, longopts, rest):  #: in getopt.py do_longs
    name, equals, value = given.partition('=')
    option = _unique(name, longopts)  #: 157 has_arg, opt = «long_has_args(opt, longopts)»
    if option.endswith('='):
        option = option[:-1]
        if not equals:
            if not rest:
                raise GetoptError(f'option --{option} requires argument', option)  #: 161 raise GetoptError(_('option --%s requires argument') % opt, opt)
            value, rest = rest[0], rest[1:]
    elif equals:
        raise GetoptError(f'option --{option} must not have an argument', option)  #: 164 raise GetoptError(_('option --%s must not have an argument') % opt, opt)
    found.append(('--' + option, value))
    return rest


def _unique(name, longopts):  #: in getopt.py long_has_args
    fitting = [option for option in longopts if option.startswith(name)]
    if not fitting:
        raise GetoptError(f'option --{name} not recognized', name)  #: 174 raise GetoptError(_('option --%s not recognized') % opt, opt)
    exact = [option for option in fitting if option in (name, name + '=')]
    if not exact and len(fitting) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)  #: 184 raise GetoptError(_('option --%s not a unique prefix') % opt, opt)
    return (exact or fitting)[0]


def _takes_value(letter, shortopts):  #: in getopt.py short_has_arg
    at = shortopts.find(letter)
    if at < 0 or letter == ':':
        raise GetoptError(f'option -{letter} not recognized', letter)  #: 211 raise GetoptError(_('option -%s not recognized') % opt, opt)
    return shortopts.startswith(':', at + 1)


def _short(found, letters, shortopts, rest):  #: in getopt.py do_shorts
    while letters:
        letter, letters = letters[0], letters[1:]
        value = ''
        if _takes_value(letter, shortopts):  #: 195 if «short_has_arg(opt, shortopts)»:
            if not letters:
                if not rest:
                    raise GetoptError(f'option -{letter} requires argument', letter)  #: 198 raise GetoptError(_('option -%s requires argument') % opt,⏎                  opt)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ''
        found.append(('-' + letter, value))
    return rest
