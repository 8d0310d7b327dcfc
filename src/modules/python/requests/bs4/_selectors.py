"""Which elements a selector of CSS chooses."""
import re as _re
from _frames import not_supported as _not_supported

_SIMPLE = _re.compile(r'''\s*(?P<combinator>[>+~,]|\s)?\s*(?P<simple>(?:\*|[\w-]+)?(?:\.[\w-]+|\#[\w-]+|
    \[\s*[\w:-]+\s*(?:[~|^$*]?=\s*(?:"[^"]*"|'[^']*'|[\w-]+)\s*)?\]|
    :(?:first-child|last-child|only-child|first-of-type|last-of-type|nth-(?:child|of-type)\(\s*\w+\s*\)))*)''', _re.X)
_PART = _re.compile(r'''(?P<tag>^(?:\*|[\w-]+))|\.(?P<class>[\w-]+)|\#(?P<id>[\w-]+)|:(?P<pseudo>[\w-]+)
    (?:\(\s*(?P<number>\w+)\s*\))?|\[\s*(?P<attr>[\w:-]+)\s*(?:(?P<op>[~|^$*]?=)\s*
    (?P<value>"[^"]*"|'[^']*'|[\w-]+)\s*)?\]''', _re.X)


def selectors(text):
    """Alternatives, each a list of (combinator, parts)."""
    alternatives, steps, at, text = [], [], 0, text.strip()
    while at < len(text):
        match = _SIMPLE.match(text, at)
        if not match or not match['simple']:
            _not_supported(f'bs4.Tag.select of {text!r}', 'find_all')
        combinator, at = match['combinator'], match.end()
        if combinator == ',':
            alternatives.append(steps)
            steps, combinator = [], None
        steps.append(((combinator or ' ').replace('\n', ' '), list(_PART.finditer(match['simple']))))
    return [*alternatives, steps]


def _is(tag, parts):
    for part in parts:
        if part['tag'] and part['tag'] not in ('*', tag.name):
            return False
        if part['class'] and part['class'] not in (tag.get('class') or ()):
            return False
        if part['id'] and part['id'] != tag.get('id'):
            return False
        if part['pseudo'] and not _pseudo(tag, part['pseudo'], part['number']):
            return False
        if part['attr']:
            value = tag.get(part['attr'])
            if value is None:
                return False
            value, wanted = ' '.join(value) if isinstance(value, list) else value, (part['value'] or '').strip('"\'')
            fits = {None: True, '=': value == wanted, '~=': wanted in value.split(), '^=': value.startswith(wanted),
                    '$=': value.endswith(wanted), '*=': wanted in value,
                    '|=': value == wanted or value.startswith(wanted + '-')}
            if not fits[part['op']]:
                return False
    return True


def _pseudo(tag, name, number):
    kind = tag.name if name.endswith('of-type') else None
    alike = [each for each in tag.parent.contents if hasattr(each, 'attrs') and kind in (None, each.name)]
    place = next(n for n, each in enumerate(alike, 1) if each is tag)
    if number is not None:
        return place % 2 == (number == 'odd') if number in ('odd', 'even') else place == int(number)
    return {'first': place == 1, 'last': place == len(alike), 'only': len(alike) == 1}[name.partition('-')[0]]


def chosen(tag, steps, root):
    combinator, parts = steps[-1]
    if not _is(tag, parts):
        return False
    before = steps[:-1]
    if not before:
        return combinator != '>' or tag.parent is root
    if combinator == '>':
        others = [tag.parent]
    elif combinator in '+~':
        others = [each for each in tag.previous_siblings if hasattr(each, 'attrs')]
        others = others[:1] if combinator == '+' else others
    else:
        others = tag.parents
    return any(chosen(other, before, root) for other in others if not other.name == '[document]')
