"""In what two values differ that an assert has compared."""
import collections.abc
import dataclasses
import pprint
import unicodedata

from .approx import Approx
from .outcomes import Exit
from .pretty import first_safely, pformat_lines
from .saferepr import saferepr, saferepr_unlimited

# How many lines and characters of an explanation are shown, unless more is asked for.
MAX_LINES, MAX_CHARS = 8, 8 * 80
_CUT = "...Full output truncated, use '-vv' to show"
_FOOT_LINES, _FOOT_CHARS = 2, len('...') + len(_CUT)


class Budget:
    """How much of an explanation is of use; 0: all."""

    def __init__(self, lines=0, chars=0):
        self.lines, self.chars = lines, chars


def limits(config):
    if config.verbosity_of_asserts >= 2:
        return Budget()
    lines, chars = config.getini('truncation_limit_lines'), config.getini('truncation_limit_chars')
    return Budget(MAX_LINES if lines is None else int(lines), MAX_CHARS if chars is None else int(chars))


def explanation(config, op, left, right):
    """The lines that tell the difference; none if there is nothing to tell."""
    limit = limits(config)
    budget = Budget(limit.lines + _FOOT_LINES + 1 if limit.lines else 0, limit.chars + _FOOT_CHARS if limit.chars else 0)
    return cut(assertrepr_compare(op, left, right, config.verbosity_of_asserts, budget), limit)


def cut(lines, limit):
    if not limit.lines and not limit.chars:
        return list(lines)
    taken, chars, most = [], 0, limit.chars + _FOOT_CHARS
    for line in lines:
        taken.append(line)
        chars += len(line)
        if limit.lines and len(taken) > limit.lines + _FOOT_LINES or limit.chars and chars > most:
            break
    else:
        return taken
    if limit.lines and len(taken) > limit.lines + _FOOT_LINES:
        taken = taken[:limit.lines]
    elif not limit.chars or sum(map(len, taken)) <= most:
        return taken
    if limit.chars and sum(map(len, taken)) > most:
        left = limit.chars
        for number, line in enumerate(taken):
            if len(line) > left:
                taken = [*taken[:number], line[:left]]
                break
            left -= len(line)
    return [*taken[:-1], taken[-1] + '...', '', _CUT]


def assertrepr_compare(op, left, right, verbose, budget):
    both_text = isinstance(left, str) and isinstance(right, str)
    use_ascii = both_text and unicodedata.normalize('NFD', left) == unicodedata.normalize('NFD', right)
    if verbose > 1:
        shown = [saferepr_unlimited(value, use_ascii) for value in (left, right)]
    else:
        room = (80 - 15 - len(op) - 2) // 2
        shown = [saferepr(value, room, use_ascii) for value in (left, right)]
    summary, told = f'{shown[0]} {op} {shown[1]}', False
    try:
        if op == '==':
            lines = _equal(left, right, verbose, budget)
        elif op == 'not in' and both_text:
            lines = _not_in(left, right, verbose, budget)
        elif op in _SETS and isinstance(left, collections.abc.Set) and isinstance(right, collections.abc.Set):
            lines = _SETS[op](left, right)
        else:
            return
        for line in lines:
            if not told:
                yield summary
                if line != '':
                    yield ''
                told = True
            yield line
    except Exit:
        raise
    except Exception:
        from .excinfo import ExceptionInfo
        if not told:
            yield summary
            yield ''
        yield f'(pytest_assertion plugin: representation of details failed: {ExceptionInfo.from_current()._getreprcrash()}.'
        yield ' Probably an object has a faulty __repr__.)'


def _is_sequence(value):
    return isinstance(value, collections.abc.Sequence) and not isinstance(value, str)


def _is_named_tuple(value):
    return isinstance(value, tuple) and getattr(value, '_fields', None) is not None


def _is_iterable(value):
    try:
        iter(value)
    except Exception:
        return False
    return not isinstance(value, str)


def _has_default_eq(value):
    """Whether its class compares as dataclasses do by themselves."""
    if hasattr(value.__eq__, '__code__') and hasattr(value.__eq__.__code__, 'co_filename'):
        file = value.__eq__.__code__.co_filename
        if getattr(value, '__attrs_attrs__', None) is not None:
            return 'attrs generated ' in file
        return file == '<string>' or file.startswith('<stdlib>')
    return True


def _equal(left, right, verbose, budget):
    if isinstance(left, str) and isinstance(right, str):
        yield from _text(left, right, verbose, budget)
        return
    near = [pair for pair in ((right, left), (left, right)) if isinstance(pair[0], Approx)]
    if near:
        yield from near[0][0]._repr_compare(near[0][1])
    else:
        told = next((told for applies, told in _BY_KIND if applies(left, right)), None)
        yield from told(left, right, verbose, budget) if told else ()
    if _is_iterable(left) and _is_iterable(right):
        yield from _full(left, right, verbose, budget)


def _full(left, right, verbose, budget):
    if verbose <= 0:
        yield 'Use -v to get more diff'
        return
    import difflib
    lines = [pformat_lines(value, budget.lines or None, budget.chars or None) for value in (right, left)]
    yield ''
    yield 'Full diff: (-: missing in left side, +: extra in left side)'
    for line in difflib.ndiff(*lines):
        yield line.rstrip()


def _listed(title, found):
    return [title, *pprint.pformat(found).splitlines()]


def _alike(title, same, verbose):
    """What is the same in both."""
    if same and verbose < 2:
        return [f'Omitting {len(same)} identical items, use -vv to show']
    return _listed(title, same) if same else []


def _fields(left, right, verbose, budget):
    if dataclasses.is_dataclass(left):
        names = [field.name for field in dataclasses.fields(left) if field.compare]
    elif getattr(left, '__attrs_attrs__', None) is not None:
        names = [field.name for field in left.__attrs_attrs__ if field.eq]
    else:
        names = left._fields
    if not _has_default_eq(left):
        return
    same = [name for name in names if getattr(left, name) == getattr(right, name)]
    differing = [name for name in names if name not in same]
    if same or differing:
        yield ''
    yield from _alike('Matching attributes:', same, verbose)
    if differing:
        yield from _listed('Differing attributes:', differing)
    for name in differing:
        ours, theirs = getattr(left, name), getattr(right, name)
        yield ''
        yield f'Drill down into differing attribute {name}:'
        yield f'  {name}: {ours!r} != {theirs!r}'
        for line in _equal(ours, theirs, verbose, Budget()):
            yield '  ' + line


def _sequences(left, right, verbose, budget):
    of_bytes = isinstance(left, bytes) and isinstance(right, bytes)
    for i in range(min(len(left), len(right))):
        if left[i] != right[i]:
            ours, theirs = (left[i:i + 1], right[i:i + 1]) if of_bytes else (left[i], right[i])
            yield f'At index {i} diff: {ours!r} != {theirs!r}'
            break
    more = len(left) - len(right)
    if of_bytes or not more:
        return
    side, longer, at = ('Left', left, len(right)) if more > 0 else ('Right', right, len(left))
    if abs(more) == 1:
        yield f'{side} contains one more item: {saferepr(longer[at])}'
    else:
        yield f'{side} contains {abs(more)} more items, first extra item: {saferepr(longer[at])}'


def _one_sided(side, has, lacks):
    extra = has - lacks
    if extra:
        yield f'Extra items in the {side} set:'
        for item in extra:
            yield saferepr(item)


def _sets(left, right, verbose, budget):
    yield from _one_sided('left', left, right)
    yield from _one_sided('right', right, left)


def _equal_sets(left, right):
    yield 'Both sets are equal'


def _strictly(side):
    def told(left, right):
        if left == right:
            yield from _equal_sets(left, right)
        else:
            yield from _one_sided('left', left, right) if side == 'left' else _one_sided('right', right, left)
    return told


_SETS = {'!=': _equal_sets, '>=': lambda left, right: _one_sided('right', right, left),
         '<=': lambda left, right: _one_sided('left', left, right), '>': _strictly('right'), '<': _strictly('left')}


def _mappings(left, right, verbose, budget):
    common = left.keys() & right.keys()
    same = {key: left[key] for key in common if left[key] == right[key]}
    yield from _alike('Common items:', same, verbose)
    differing = {key for key in common if left[key] != right[key]}
    if differing:
        yield 'Differing items:'
        for key in differing:
            yield f'{saferepr({key: left[key]})} != {saferepr({key: right[key]})}'
    for side, has, keys in ('Left', left, left.keys() - right.keys()), ('Right', right, right.keys() - left.keys()):
        if keys:
            yield f'{side} contains {len(keys)} more item{"" if len(keys) == 1 else "s"}:'
            if not budget.lines or len(keys) <= budget.lines:
                yield from pprint.pformat({key: has[key] for key in keys}).splitlines()
            else:
                for key in first_safely(budget.lines, keys):
                    yield saferepr({key: has[key]})


def _both(is_kind):
    return lambda left, right: is_kind(left) and is_kind(right)


def _is_of_fields(value):
    return dataclasses.is_dataclass(value) or getattr(value, '__attrs_attrs__', None) is not None or _is_named_tuple(value)


# Which two values are told of in which way.
_BY_KIND = ((lambda left, right: type(left) is type(right) and _is_of_fields(left), _fields), (_both(_is_sequence), _sequences),
            (_both(lambda value: isinstance(value, collections.abc.Set)), _sets),
            (_both(lambda value: isinstance(value, collections.abc.Mapping)), _mappings))


def _first_difference(left, right):
    """Where two texts differ first; the last place that both have if they do not."""
    last = max(0, min(len(left), len(right)) - 1)
    return next((at for at, (ours, theirs) in enumerate(zip(left, right)) if ours != theirs), last)


def _text(left, right, verbose, budget):
    from difflib import ndiff
    for side, step, before in (('leading', 1, 0), ('trailing', -1, 1)) if verbose < 1 else ():
        if before and len(left) != len(right):
            break
        same = _first_difference(left[::step], right[::step]) + before
        if same > 42:
            yield f'Skipping {same - 10} identical {side} characters in diff, use -v to show'
            left, right = (text[::step][same - 10:][::step] for text in (left, right))
    if left.isspace() or right.isspace():
        left, right = repr(str(left)), repr(str(right))
        yield 'Strings contain only whitespace, escaping them using repr()'
    texts = [(text[:budget.chars] if budget.chars else text).splitlines(True) for text in (right, left)]
    if budget.lines:
        texts = [lines[:budget.lines] for lines in texts]
    yield from '\n'.join(line.strip('\n') for line in ndiff(*texts)).splitlines()


def _not_in(term, text, verbose, budget):
    at = text.find(term)
    yield f'{saferepr(term, maxsize=42)} is contained here:'
    for line in _text(text, text[:at] + text[at + len(term):], verbose, budget):
        if line.startswith('Skipping') or line.startswith('- '):
            continue
        yield '  ' + line[2:] if line.startswith('+ ') else line
