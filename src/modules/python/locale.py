"""The locale: C.UTF-8, whatever is asked for."""
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, '', 'C', 'POSIX', 'C.UTF-8'):
        return 'C.UTF-8' if locale in (None, '') else locale
    raise Error('unsupported locale setting')  #: 615 return «_setlocale(category, locale)»


def getlocale(category=LC_CTYPE):
    return 'C', 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def getencoding():
    return 'utf-8'


getdefaultlocale = getlocale


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def str(val):
    return f'{val:.12g}'


atof, atoi = float, int


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s


def localeconv():
    return {'decimal_point': '.', 'thousands_sep': '', 'grouping': [], 'currency_symbol': '', 'int_curr_symbol': ''}
