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
            found, args = do_longs(found, args[0][2:], longopts, args[1:])  #: 93 opts, args = «do_longs(opts, args[0][2:], longopts, args[1:])»
        else:
            found, args = do_shorts(found, args[0][1:], shortopts, args[1:])  #: 95 opts, args = «do_shorts(opts, args[0][1:], shortopts, args[1:])»
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
            found, args = do_longs(found, args[0][2:], longopts, args[1:])  #: 136 opts, args = «do_longs(opts, args[0][2:], longopts, args[1:])»
        elif args[0].startswith('-') and args[0] != '-':
            found, args = do_shorts(found, args[0][1:], shortopts, args[1:])  #: 138 opts, args = «do_shorts(opts, args[0][1:], shortopts, args[1:])»
        elif options_first:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest


def do_longs(opts, opt, longopts, args):  #: in getopt.py
    """Takes in one long option: what is found so far, and the arguments left."""
    opt, equals, value = opt.partition('=')
    takes, opt = long_has_args(opt, longopts)  #: 157 has_arg, opt = «long_has_args(opt, longopts)»
    if takes:
        if not equals:
            if not args:
                raise GetoptError(f'option --{opt} requires argument', opt)  #: 161 raise GetoptError(_('option --%s requires argument') % opt, opt)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f'option --{opt} must not have an argument', opt)  #: 164 raise GetoptError(_('option --%s must not have an argument') % opt, opt)
    opts.append(('--' + opt, value))
    return opts, args


def long_has_args(opt, longopts):  #: in getopt.py
    """Whether an option takes a value, and its whole name."""
    fitting = [option for option in longopts if option.startswith(opt)]
    if not fitting:
        raise GetoptError(f'option --{opt} not recognized', opt)  #: 174 raise GetoptError(_('option --%s not recognized') % opt, opt)
    if opt in fitting:
        return False, opt
    if opt + '=' in fitting:
        return True, opt
    if len(fitting) > 1:
        raise GetoptError(f'option --{opt} not a unique prefix', opt)  #: 184 raise GetoptError(_('option --%s not a unique prefix') % opt, opt)
    return fitting[0].endswith('='), fitting[0].removesuffix('=')


def do_shorts(opts, optstring, shortopts, args):  #: in getopt.py
    """Takes in the letters behind one dash."""
    while optstring:
        opt, optstring = optstring[0], optstring[1:]
        value = ''
        if short_has_arg(opt, shortopts):  #: 195 if «short_has_arg(opt, shortopts)»:
            if not optstring:
                if not args:
                    raise GetoptError(f'option -{opt} requires argument', opt)  #: 198 raise GetoptError(_('option -%s requires argument') % opt,⏎                  opt)
                optstring, args = args[0], args[1:]
            value, optstring = optstring, ''
        opts.append(('-' + opt, value))
    return opts, args


def short_has_arg(opt, shortopts):  #: in getopt.py
    at = shortopts.find(opt)
    if at < 0 or opt == ':':
        raise GetoptError(f'option -{opt} not recognized', opt)  #: 211 raise GetoptError(_('option -%s not recognized') % opt, opt)
    return shortopts.startswith(':', at + 1)
