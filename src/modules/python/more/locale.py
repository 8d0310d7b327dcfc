"""The locale: C or C.UTF-8, which differ in their names only."""
from _frames import argument_type as _argument_type, c_int as _c_int
from builtins import str as _text
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6


class Error(Exception):
    pass


_set, _KINDS = ['C'] * 13, ('CTYPE NUMERIC TIME COLLATE MONETARY MESSAGES ALL PAPER NAME ADDRESS TELEPHONE '
                           'MEASUREMENT IDENTIFICATION').split()
_set[LC_CTYPE] = 'C.UTF-8'


def setlocale(category, locale=None):
    """Sets the locale of a category, or tells it."""
    if locale and not isinstance(locale, _text):
        try:
            language, encoding = locale
            locale = '.'.join(filter(None, (language or 'C', encoding)))
        except (TypeError, ValueError):
            raise TypeError('Locale must be None, a string, or an iterable of two strings -- language code, '
                            'encoding.') from None
    return _setlocale(category, locale)  #: 615


def _setlocale(category, locale=None):  #: -
    category = _c_int(category)
    if not isinstance(locale, (_text, type(None))):
        raise TypeError(f'setlocale() argument 2 must be str or None, not {_argument_type(locale)}')
    if locale and '\0' in locale:
        raise ValueError('embedded null character')
    if not 0 <= category < len(_set):
        raise Error('locale query failed' if locale is None else 'unsupported locale setting')
    if locale is not None:
        name = {'': 'C.UTF-8', 'C': 'C', 'POSIX': 'C', 'C.UTF-8': 'C.UTF-8', 'C.utf8': 'C.utf8'}.get(locale)
        if name is None:
            raise Error('unsupported locale setting')
        _set[:] = [name if category in (LC_ALL, at) else was for at, was in enumerate(_set)]
    own = [(kind, _set[at]) for at, kind in enumerate(_KINDS) if at != LC_ALL]
    if category != LC_ALL:
        return _set[category]
    if len({name for _, name in own}) == 1:
        return own[0][1]
    return ';'.join([f'LC_{kind}={name}' for kind, name in own])


def getlocale(category=LC_CTYPE):
    name = _setlocale(category)  #: 595 localename = «_setlocale(category)»
    if category == LC_ALL and ';' in name:
        raise TypeError('category LC_ALL is not supported')  #: 597
    return (None, None) if name == 'C' else ('C', 'UTF-8')


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def getencoding():
    return 'UTF-8'


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    import warnings
    warnings.warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. "
                  'Use setlocale(), getencoding() and getlocale() instead.', DeprecationWarning, stacklevel=2)
    return 'C', 'UTF-8'


_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split()
_MONTHS = 'January February March April May June July August September October November December'.split()
# What the language says, from a number on.
_TEXTS = [
    (14, 'CODESET', ['UTF-8']), (65536, 'RADIXCHAR THOUSEP', ['.', '']),
    (131072, ' '.join(f'ABDAY_{_n}' for _n in range(1, 8)), [_day[:3] for _day in _DAYS]),
    (131079, ' '.join(f'DAY_{_n}' for _n in range(1, 8)), _DAYS),
    (131086, ' '.join(f'ABMON_{_n}' for _n in range(1, 13)), [_month[:3] for _month in _MONTHS]),
    (131098, ' '.join(f'MON_{_n}' for _n in range(1, 13)), _MONTHS),
    (131110, 'AM_STR PM_STR D_T_FMT D_FMT T_FMT T_FMT_AMPM',
     ['AM', 'PM', '%a %b %e %H:%M:%S %Y', '%m/%d/%y', '%H:%M:%S', '%I:%M:%S %p']),
    (131116, 'ERA', ['']), (131118, 'ERA_D_FMT ALT_DIGITS ERA_D_T_FMT ERA_T_FMT', [''] * 4),
    (262159, 'CRNCYSTR', ['-']), (327680, 'YESEXPR NOEXPR', ['^[yY]', '^[nN]']),
]
CHAR_MAX, _langinfo = 127, {}
for _first, _names, _values in _TEXTS:
    for _at, _name in enumerate(_names.split()):
        globals()[_name] = _first + _at
        _langinfo[_first + _at] = _values[_at]


def nl_langinfo(key, /):
    key = _c_int(key)
    if key not in _langinfo:
        raise ValueError('unsupported langinfo constant')
    return _langinfo[key]


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")  #: 258 raise ValueError("Currency formatting is not possible using "⏎                 "the 'C' locale.")


def format_string(f, val, grouping=False, monetary=False):
    """As `%` formats, value by value: what is left of a tuple is not asked for, and amounts of money have no point."""
    import re
    from collections.abc import Mapping
    conversion_in = re.compile(r'%(?:\(.*?\))?[ #*+.0-9hlL-]*?[%cdeEfFgGiorsuxX]')
    conversions = conversion_in.findall(f)  #: 220 percents = list(«_percent_re.finditer(f)»)
    if not isinstance(val, (tuple, Mapping)):
        val = val,
    formatted, at = [], 0
    for conversion in conversions:
        if conversion.endswith('%'):
            formatted.append('%')
        elif isinstance(val, Mapping):
            formatted.append(_format(conversion, val, monetary))  #: 229 new_val.append(«_format(perc.group(), val, grouping, monetary)»)
        else:
            # A star takes a value of its own, before the one that is shown.
            end = at + 1 + re.sub(r'\(.*\)', '', conversion).count('*')
            value = val[at]  #: 241                       «val[i]»,
            more = val[at + 1:end]
            formatted.append(_format(conversion, (value, *more) if more else value, monetary))  #: 240 new_val.append(«_format(perc.group(),⏎                      val[i],⏎                      grouping,⏎                      monetary,⏎                      *val[i+1:i+1+starcount])»)
            at = end
    return conversion_in.sub('%s', f) % tuple(formatted)  #: 248 return «new_f % val»


def _format(conversion, value, monetary):  #: in locale.py
    formatted = conversion % value  #: 187 formatted = «percent % value»
    return _localize(formatted, monetary) if conversion[-1] in 'eEfFgGdiu' else formatted


def _localize(formatted, monetary):  #: in locale.py
    if '.' in formatted:  #: 195
        return ('' if monetary else '.').join(formatted.split('.'))
    return formatted


def str(val):
    return '%.12g' % val


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))


def delocalize(string):
    """The number without what groups its digits, which here is nothing, and with a point."""
    return string.replace('.', '.')  #: 314 string = «string.replace(dd, '.')»


def localize(string, grouping=False, monetary=False):
    return _localize(string, monetary)  #: 319 return «_localize(string, grouping, monetary)»


def strcoll(a, b, /):
    for number, text in enumerate((a, b), 1):
        if not isinstance(text, _text):
            raise TypeError(f'strcoll() argument {number} must be str, not {_argument_type(text)}')
    if '\0' in a + b:
        raise ValueError('embedded null character')
    return (a > b) - (a < b)


def strxfrm(s, /):
    if not isinstance(s, _text):
        raise TypeError(f'strxfrm() argument must be str, not {_argument_type(s)}')
    if '\0' in s:
        raise ValueError('embedded null character')
    return s


def localeconv():
    found = dict.fromkeys(('int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep'), '')
    found |= {'mon_grouping': [], 'positive_sign': '', 'negative_sign': ''}
    found |= dict.fromkeys('int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space '
                           'p_sign_posn n_sign_posn'.split(), CHAR_MAX)
    return found | {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}
