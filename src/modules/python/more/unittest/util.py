"""What the modules of unittest share: values as text, short enough for a message."""
__unittest = True

_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < _MAX_LENGTH else text[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def _shorten(text, head, tail):
    skipped = len(text) - head - tail
    return f'{text[:head]}[{skipped} chars]{text[len(text) - tail:]}' if skipped > 12 else text


def _common_shorten_repr(*args):
    """Values as text, cut where they agree for long, so that about 80 characters of each are left."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    common = 0
    while all(common < len(text) and text[common] == texts[0][common] for text in texts):
        common += 1
    room = _MAX_LENGTH - (longest - common + 5 + 12)
    if room > 5:
        head = _shorten(texts[0][:common], 5, room)
        return tuple(head + text[common:] for text in texts)
    head = _shorten(texts[0][:common], 5, 5)
    return tuple(head + _shorten(text[common:], 41, 5) for text in texts)


def _count_diff_all_purpose(actual, expected):
    """Items of which the two have different numbers: (in the first, in the second, the item)."""
    try:
        counts = [{}, {}]
        for items, count in zip((actual, expected), counts):
            for item in items:
                count[item] = count.get(item, 0) + 1
        one, two = counts
        return [(n, m, item) for item in {**one, **two} if (n := one.get(item, 0)) != (m := two.get(item, 0))]
    except TypeError:  # Something has no hash.
        pass
    seen, differences = [], []
    for item in [*actual, *expected]:
        if item not in seen:
            seen.append(item)
            one, two = actual.count(item), expected.count(item)
            if one != two:
                differences.append((one, two, item))
    return differences


def sorted_list_difference(expected, actual):
    missing = [item for item in expected if item not in actual]
    unexpected = [item for item in actual if item not in expected]
    return list(dict.fromkeys(missing)), list(dict.fromkeys(unexpected))
