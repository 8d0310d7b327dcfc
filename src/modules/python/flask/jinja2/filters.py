"""The filters that every template knows."""
import math
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from markupsafe import Markup, escape, soft_str

from jinja2._sequences import (do_batch, do_dictsort, do_first, do_groupby, do_join, do_last, do_list, do_map, do_max, do_min, do_random, do_reject,
                               do_rejectattr, do_reverse, do_select, do_selectattr, do_slice, do_sort, do_sum, do_unique, ignore_case,
                               make_attrgetter, make_multi_attrgetter)
from jinja2.exceptions import FilterArgumentError
from jinja2.runtime import Undefined
from jinja2.utils import htmlsafe_json_dumps, missing, pass_environment, pass_eval_context, pformat, url_quote, urlize


def do_forceescape(value):
    return escape(str(value.__html__() if hasattr(value, '__html__') else value))


def do_urlencode(value):
    if isinstance(value, str) or not isinstance(value, Iterable):
        return url_quote(value)
    pairs = value.items() if isinstance(value, dict) else value
    return '&'.join(f'{url_quote(key, for_qs=True)}={url_quote(each, for_qs=True)}' for key, each in pairs)


@pass_eval_context
def do_replace(eval_ctx, s, old, new, count=None):
    count = -1 if count is None else count
    if not eval_ctx.autoescape:
        return str(s).replace(str(old), str(new), count)
    is_safe = hasattr(s, '__html__')
    s = escape(s) if hasattr(old, '__html__') or hasattr(new, '__html__') and not is_safe else soft_str(s)
    return s.replace(soft_str(old), soft_str(new), count)


def do_upper(s):
    return soft_str(s).upper()


def do_lower(s):
    return soft_str(s).lower()


def do_items(value):
    if isinstance(value, Undefined):
        return
    if not isinstance(value, Mapping):
        raise TypeError('Can only get item pairs from a mapping.')
    yield from value.items()


_NO_NAME = re.compile(r'[\s/>=]', re.A)


@pass_eval_context
def do_xmlattr(eval_ctx, d, autospace=True):
    found = []
    for key, value in d.items():
        if value is None or isinstance(value, Undefined):
            continue
        if _NO_NAME.search(key):
            raise ValueError(f'Invalid character in attribute name: {key!r}')
        found.append(f'{escape(key)}="{escape(value)}"')
    text = ' ' * bool(autospace and found) + ' '.join(found)
    return Markup(text) if eval_ctx.autoescape else text


def do_capitalize(s):
    return soft_str(s).capitalize()


_BETWEEN_WORDS = re.compile(r'([-\s({\[<]+)')


def do_title(s):
    return ''.join(word[0].upper() + word[1:].lower() for word in _BETWEEN_WORDS.split(soft_str(s)) if word)


def do_default(value, default_value='', boolean=False):
    return default_value if isinstance(value, Undefined) or boolean and not value else value


def do_center(value, width=80):
    return soft_str(value).center(width)


def do_filesizeformat(value, binary=False):
    size, base, letter = float(value), 1024 if binary else 1000, ''
    if size == 1:
        return '1 Byte'
    if size < base:
        return f'{int(size)} Bytes'
    unit = base
    for letter in 'KMGTPEZY':
        unit *= base
        if size < unit:
            break
    letter = 'k' if letter == 'K' and not binary else letter
    return f"{base * size / unit:.1f} {letter}{'i' * binary}B"


def do_pprint(value):
    return pformat(value)


_SCHEME = re.compile(r'[\w.+-]{2,}:/{0,2}')


@pass_eval_context
def do_urlize(eval_ctx, value, trim_url_limit=None, nofollow=False, target=None, rel=None, extra_schemes=None):
    policies = eval_ctx.environment.policies
    rels = {*(rel or '').split(), *(policies['urlize.rel'] or '').split(), *(['nofollow'] if nofollow else [])}
    target = policies['urlize.target'] if target is None else target
    if extra_schemes is None:
        extra_schemes = policies['urlize.extra_schemes'] or ()
    for scheme in extra_schemes:
        if not _SCHEME.fullmatch(scheme):
            raise FilterArgumentError(f'{scheme!r} is not a valid URI scheme prefix.')
    text = urlize(value, trim_url_limit, ' '.join(sorted(rels)) or None, target, extra_schemes)
    return Markup(text) if eval_ctx.autoescape else text


def do_indent(s, width=4, first=False, blank=False):
    space = width if isinstance(width, str) else ' ' * width
    newline = '\n'
    if isinstance(s, Markup):
        space, newline = Markup(space), Markup(newline)
    s += newline
    text, *rest = s.splitlines()
    for line in rest:
        text += newline + (space + line if line or blank else line)
    return space + text if first else text


@pass_environment
def do_truncate(env, s, length=255, killwords=False, end='...', leeway=None):
    leeway = env.policies['truncate.leeway'] if leeway is None else leeway
    for name, given, least in (('length', length, len(end)), ('leeway', leeway, 0)):
        assert given >= least, f'expected {name} >= {least}, got {given}'
    if len(s) <= length + leeway:
        return s
    kept = s[:length - len(end)]
    return (kept if killwords else kept.rsplit(' ', 1)[0]) + end


@pass_environment
def do_wordwrap(environment, s, width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True):
    import textwrap
    between = environment.newline_sequence if wrapstring is None else wrapstring
    return between.join(between.join(textwrap.wrap(line, width, expand_tabs=False, replace_whitespace=False, break_long_words=break_long_words,
                                                   break_on_hyphens=break_on_hyphens)) for line in s.splitlines())


_WORD = re.compile(r'\w+')


def do_wordcount(s):
    return len(_WORD.findall(soft_str(s)))


def do_int(value, default=0, base=10):
    with suppress(TypeError, ValueError):
        return int(value, base) if isinstance(value, str) else int(value)
    with suppress(TypeError, ValueError, OverflowError):
        return int(float(value))
    return default


def do_float(value, default=0.0):
    with suppress(TypeError, ValueError):
        return float(value)
    return default


def do_format(value, *args, **kwargs):
    if args and kwargs:
        raise FilterArgumentError("can't handle positional and keyword arguments at the same time")
    return soft_str(value) % (kwargs or args)


def do_trim(value, chars=None):
    return soft_str(value).strip(chars)


def do_striptags(value):
    return Markup(str(value.__html__() if hasattr(value, '__html__') else value)).striptags()


def do_round(value, precision=0, method='common'):
    if method not in ('common', 'ceil', 'floor'):
        raise FilterArgumentError('method must be common, ceil or floor')
    if method == 'common':
        return round(value, precision)
    return getattr(math, method)(value * 10 ** precision) / 10 ** precision


def do_mark_safe(value):
    return Markup(value)


def do_mark_unsafe(value):
    return str(value)


@pass_environment
def do_attr(environment, obj, name):
    from inspect import getattr_static
    is_known = getattr_static(obj, name, missing) is not missing or hasattr(obj, name)
    return environment.getattr(obj, name) if is_known else environment.undefined(obj=obj, name=name)


@pass_eval_context
def do_tojson(eval_ctx, value, indent=None):
    policies = eval_ctx.environment.policies
    options = policies['json.dumps_kwargs']
    if indent is not None:
        options = {**options, 'indent': indent}
    return htmlsafe_json_dumps(value, dumps=policies['json.dumps_function'], **options)


FILTERS = {name[3:]: function for name, function in dict(globals()).items() if name.startswith('do_') and 'mark' not in name}
FILTERS |= {'abs': abs, 'count': len, 'd': do_default, 'e': escape, 'escape': escape, 'length': len, 'safe': do_mark_safe, 'string': soft_str}
