"""Selectors of CSS are read (`_selector_reader`), and elements are asked whether they are meant."""
from functools import lru_cache as _lru_cache


@_lru_cache(500)
def selectors(text):
    """Alternatives, each a list of steps: a combinator and the tests of one element."""
    from bs4._selector_reader import Reader
    return Reader(text).list()


def is_element(each):
    return hasattr(each, 'attrs') and each.name != '[document]'


def any_of(alternatives, tag, scope, anchor=None):
    return any(fits(tag, steps, scope, anchor) for steps in alternatives)


def fits(tag, steps, scope, anchor=None):
    """Whether the last step means the element, and those before what stands around it, up to the anchor if there is one."""
    combinator, tests = steps[-1]
    if not all(test(tag, scope) for test in tests):
        return False
    before = steps[:-1]
    if not before and anchor is None:
        return True
    if combinator == '>':
        others = [tag.parent] if tag.parent else []
    elif combinator in '+~':
        others = [each for each in tag.previous_siblings if is_element(each)]
        others = others[:1] if combinator == '+' else others
    else:
        others = tag.parents
    if not before:
        return any(other is anchor for other in others)
    return any(fits(other, before, scope, anchor) for other in others if is_element(other))


def chosen(selector, tag):
    """The elements within one that a selector means."""
    alternatives, scope = selectors(selector), scope_of(tag)
    return (each for each in tag.descendants if is_element(each) and any_of(alternatives, each, scope))


def scope_of(tag):
    """What `:scope` means: of a document its outermost element."""
    return tag if is_element(tag) else next(filter(is_element, tag.contents), None)


def has(alternatives, tag, scope):
    """`:has(…)`: whether something stands to the element as each alternative says."""
    for steps in alternatives:
        if steps[0][0] in '+~':
            around = [each for each in tag.next_siblings if is_element(each)]
            around += [within for each in around for within in each.descendants if is_element(within)]
        else:
            around = filter(is_element, tag.descendants)
        if any(fits(each, steps, scope, tag) for each in around):
            return True
    return False


def nth(tag, scope, step, first, from_end, same_name, of):
    """Whether the element's place among its siblings is one of `step * n + first`."""
    around = tag.parent.contents if tag.parent else [tag]
    alike = [each for each in around if is_element(each) and (not same_name or each.name == tag.name)
             and (of is None or any_of(of, each, scope))]
    if from_end:
        alike.reverse()
    place = next((n for n, each in enumerate(alike, 1) if each is tag), None)
    if place is None:
        return False
    return (place - first) % step == 0 and (place - first) // step >= 0 if step else place == first


def is_special(each):
    """A comment, a doctype and the like: no text of the page."""
    return bool(getattr(each, 'PREFIX', ''))


def is_blank(each):
    """Whether it is neither an element nor text that can be seen."""
    return not hasattr(each, 'attrs') and (is_special(each) or not each.strip(' \t\r\n\f'))


def is_root(tag):
    around = [tag] if tag.parent is None else tag.parent.contents
    return (tag.parent is None or not is_element(tag.parent)) and all(each is tag or is_blank(each) for each in around)


def contains(tag, texts, own):
    found = [str(each) for each in (tag.contents if own else tag.descendants)
             if not hasattr(each, 'attrs') and not is_special(each)]
    found = found if own else [''.join(found)]
    return any(text in each for text in texts for each in found)
