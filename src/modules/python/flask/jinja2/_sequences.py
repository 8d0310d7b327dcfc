"""Filters over what can be iterated."""
from itertools import groupby
from typing import NamedTuple

from markupsafe import escape, soft_str

from jinja2.async_utils import async_variant, auto_aiter, auto_await, auto_to_list
from jinja2.exceptions import FilterArgumentError
from jinja2.runtime import Undefined
from jinja2.utils import pass_context, pass_environment, pass_eval_context


def ignore_case(value):
    return value.lower() if isinstance(value, str) else value


def _parts(attribute):
    if attribute is None:
        return []
    if not isinstance(attribute, str):
        return [attribute]
    return [int(part) if part.isdigit() else part for part in attribute.split('.')]


def make_attrgetter(environment, attribute, postprocess=None, default=None):
    """What gives the attribute of an item; one with dots is looked up step by step."""
    parts = _parts(attribute)

    def get(item):
        for part in parts:
            found = environment.getitem(item, part)
            item = found if default is None or not isinstance(found, Undefined) else default
        return item if postprocess is None else postprocess(item)
    return get


def make_multi_attrgetter(environment, attribute, postprocess=None):
    names = attribute.split(',') if isinstance(attribute, str) else [attribute]
    getters = [make_attrgetter(environment, name, postprocess) for name in names]
    return lambda item: [get(item) for get in getters]


def _case(case_sensitive):
    return None if case_sensitive else ignore_case


def do_dictsort(value, case_sensitive=False, by='key', reverse=False):
    if by not in ('key', 'value'):
        raise FilterArgumentError('You can only sort by either "key" or "value"')
    at = by == 'value'
    return sorted(value.items(), key=lambda pair: pair[at] if case_sensitive else ignore_case(pair[at]), reverse=reverse)


@pass_environment
def do_sort(environment, value, reverse=False, case_sensitive=False, attribute=None):
    return sorted(value, key=make_multi_attrgetter(environment, attribute, _case(case_sensitive)), reverse=reverse)


@pass_environment
def sync_do_unique(environment, value, case_sensitive=False, attribute=None):
    get, seen = make_attrgetter(environment, attribute, _case(case_sensitive)), set()
    for item in value:
        key = get(item)
        if key not in seen:
            seen.add(key)
            yield item


@async_variant(sync_do_unique)
async def do_unique(environment, value, case_sensitive=False, attribute=None):
    return sync_do_unique(environment, await auto_to_list(value), case_sensitive, attribute)


def _best(environment, value, choose, case_sensitive, attribute):
    found = list(value)
    if not found:
        return environment.undefined('No aggregated item, sequence was empty.')
    return choose(found, key=make_attrgetter(environment, attribute, _case(case_sensitive)))


@pass_environment
def do_min(environment, value, case_sensitive=False, attribute=None):
    return _best(environment, value, min, case_sensitive, attribute)


@pass_environment
def do_max(environment, value, case_sensitive=False, attribute=None):
    return _best(environment, value, max, case_sensitive, attribute)


@pass_eval_context
def sync_do_join(eval_ctx, value, d='', attribute=None):
    items = value if attribute is None else map(make_attrgetter(eval_ctx.environment, attribute), value)
    if not eval_ctx.autoescape:
        return str(d).join(map(str, items))
    if hasattr(d, '__html__'):
        return soft_str(d).join(map(soft_str, items))
    found = [each if hasattr(each, '__html__') else str(each) for each in items]
    d = escape(d) if any(hasattr(each, '__html__') for each in found) else str(d)
    return d.join(found)


@async_variant(sync_do_join)
async def do_join(eval_ctx, value, d='', attribute=None):
    return sync_do_join(eval_ctx, await auto_to_list(value), d, attribute)


def _first(environment, found, which):
    for each in found:
        return each
    return environment.undefined(f'No {which} item, sequence was empty.')


@pass_environment
def sync_do_first(environment, seq):
    return _first(environment, seq, 'first')


@async_variant(sync_do_first)
async def do_first(environment, seq):
    async for each in auto_aiter(seq):
        return each
    return _first(environment, (), 'first')


@pass_environment
def do_last(environment, seq):
    return _first(environment, reversed(seq), 'last')


@pass_context
def do_random(context, seq):
    from random import choice
    try:
        return choice(seq)
    except IndexError:
        return _first(context.environment, (), 'random')


def sync_do_slice(value, slices, fill_with=None):
    found = list(value)
    each, longer = divmod(len(found), slices)
    start = 0
    for at in range(slices):
        end = start + each + (at < longer)
        part = found[start:end]
        if fill_with is not None and at >= longer:
            part.append(fill_with)
        yield part
        start = end


@async_variant(sync_do_slice)
async def do_slice(value, slices, fill_with=None):
    return sync_do_slice(await auto_to_list(value), slices, fill_with)


def do_batch(value, linecount, fill_with=None):
    part = []
    for item in value:
        if len(part) == linecount:
            yield part
            part = []
        part.append(item)
    if part:
        if fill_with is not None:
            part += [fill_with] * (linecount - len(part))
        yield part


class _GroupTuple(NamedTuple):
    grouper: object
    list: list

    def __repr__(self):
        return tuple.__repr__(self)

    def __str__(self):
        return tuple.__str__(self)


@pass_environment
def sync_do_groupby(environment, value, attribute, default=None, case_sensitive=False):
    key = make_attrgetter(environment, attribute, _case(case_sensitive), default)
    shown = make_attrgetter(environment, attribute, None, default)
    groups = [list(group) for _, group in groupby(sorted(value, key=key), key)]
    return [_GroupTuple(shown(group[0]), group) for group in groups]


@async_variant(sync_do_groupby)
async def do_groupby(environment, value, attribute, default=None, case_sensitive=False):
    return sync_do_groupby(environment, await auto_to_list(value), attribute, default, case_sensitive)


@pass_environment
def sync_do_sum(environment, iterable, attribute=None, start=0):
    return sum(iterable if attribute is None else map(make_attrgetter(environment, attribute), iterable), start)


@async_variant(sync_do_sum)
async def do_sum(environment, iterable, attribute=None, start=0):
    get = make_attrgetter(environment, attribute)
    async for item in auto_aiter(iterable):
        start += get(item)
    return start


def sync_do_list(value):
    return list(value)


@async_variant(sync_do_list)
async def do_list(value):
    return await auto_to_list(value)


def do_reverse(value):
    if isinstance(value, str):
        return value[::-1]
    try:
        return reversed(value)
    except TypeError:
        try:
            return list(value)[::-1]
        except TypeError as e:
            raise FilterArgumentError('argument must be iterable') from e


def _mapped(context, args, kwargs):
    """What map does with an item."""
    if not args and 'attribute' in kwargs:
        attribute, default = kwargs.pop('attribute'), kwargs.pop('default', None)
        if kwargs:
            raise FilterArgumentError(f'Unexpected keyword argument {next(iter(kwargs))!r}')
        return make_attrgetter(context.environment, attribute, default=default)
    if not args:
        raise FilterArgumentError('map requires a filter argument')
    name, *more = args
    return lambda item: context.environment.call_filter(name, item, more, kwargs, context=context)


@pass_context
def sync_do_map(context, value, *args, **kwargs):
    if value:
        function = _mapped(context, args, kwargs)
        for item in value:
            yield function(item)


@async_variant(sync_do_map)
async def do_map(context, value, *args, **kwargs):
    if value:
        function = _mapped(context, args, kwargs)
        async for item in auto_aiter(value):
            yield await auto_await(function(item))


def _chosen(context, args, kwargs, rejects, of_attribute):
    """Whether an item is to be kept."""
    get = None
    if of_attribute:
        if not args:
            raise FilterArgumentError('Missing parameter for attribute name')
        get, args = make_attrgetter(context.environment, args[0]), args[1:]

    def keeps(item):
        if get is not None:
            item = get(item)
        found = context.environment.call_test(args[0], item, args[1:], kwargs, context) if args else bool(item)
        return not found if rejects else found
    return keeps


def _choosing(name, rejects, of_attribute):
    def select_or_reject(context, value, args, kwargs):
        if value:
            keeps = _chosen(context, args, kwargs, rejects, of_attribute)
            for item in value:
                if keeps(item):
                    yield item

    async def async_select_or_reject(context, value, args, kwargs):
        if value:
            keeps = _chosen(context, args, kwargs, rejects, of_attribute)
            async for item in auto_aiter(value):
                if keeps(item):
                    yield item

    @pass_context
    def choose(context, value, *args, **kwargs):
        return select_or_reject(context, value, args, kwargs)

    async def async_choose(context, value, *args, **kwargs):
        return async_select_or_reject(context, value, args, kwargs)
    found = async_variant(choose)(async_choose)
    found.__name__ = found.__qualname__ = 'do_' + name
    for each in select_or_reject, async_select_or_reject:
        each.__qualname__ = each.__name__
    return found


do_select, do_reject = _choosing('select', False, False), _choosing('reject', True, False)
do_selectattr, do_rejectattr = _choosing('selectattr', False, True), _choosing('rejectattr', True, True)
