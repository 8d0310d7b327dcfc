"""How many cells of a terminal a text takes: what stays together in it, and how wide each of that is."""
import re
from functools import lru_cache

# Whatever is made of these alone takes a cell a character.
is_narrow = re.compile('[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2500-\u25fc\u2800-\u28ff]*').fullmatch
_JOINER, _AS_EMOJI = '\u200d', '\ufe0f'
# Of these there are no cells, one, or two, whatever their categories say.
_WIDTHS = {0: '1160-11ff 3164 d7b0-d7c6 d7cb-d7fb ffa0 1f3fb-1f3ff', 1: 'ad 600-605 6dd 70f 890-891 8e2 110bd 110cd',
           2: '2630-2637 268a-268f 4dc0-4dff 1d300-1d356 1d360-1d376'}
# These take one more when they are asked to look like emoji.
_WIDENED = '''
23 2a 30-39 a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 2328 23cf 23ed-23ef 23f1-23f2 23f8-23fa 24c2
25aa-25ab 25b6 25c0 25fb-25fc 2600-2604 260e 2611 2618 261d 2620 2622-2623 2626 262a 262e-262f 2638-263a 2640
2642 265f-2660 2663 2665-2666 2668 267b 267e 2692 2694-2697 2699 269b-269c 26a0 26a7 26b0-26b1 26c8 26cf 26d1
26d3 26e9 26f0-26f1 26f4 26f7-26f9 2702 2708-2709 270c-270d 270f 2712 2714 2716 271d 2721 2733-2734 2744 2747
2763-2764 27a1 2934-2935 2b05-2b07 1f170-1f171 1f17e-1f17f 1f321 1f324-1f32c 1f336 1f37d 1f396-1f397
1f399-1f39b 1f39e-1f39f 1f3cb-1f3ce 1f3d4-1f3df 1f3f3 1f3f5 1f3f7 1f43f 1f441 1f4fd 1f549-1f54a 1f56f-1f570
1f573-1f579 1f587 1f58a-1f58d 1f590 1f5a5 1f5a8 1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1
1f5e3 1f5e8 1f5ef 1f5f3 1f5fa 1f6cb 1f6cd-1f6cf 1f6e0-1f6e5 1f6e9 1f6f0 1f6f3
'''



def _within(code, ranges):
    """Whether a code is in one of the ranges of a text."""
    for written in ranges.split():
        first, _, last = written.partition('-')
        if int(first, 16) <= code <= int(last or first, 16):
            return True
    return False


@lru_cache(4096)
def width_of(character):
    """0, 1 or 2."""
    code = ord(character)
    if code < 32 or 127 <= code < 160:
        return 0
    if code < 0x300:
        return 1
    for width, ranges in _WIDTHS.items():
        if _within(code, ranges):
            return width
    from unicodedata import category, east_asian_width
    if category(character) in ('Mn', 'Me', 'Mc', 'Cf', 'Zl', 'Zp'):
        return 0
    return 2 if east_asian_width(character) in 'WF' else 1


@lru_cache(4096)
def _widened(character):
    """Whether it takes two cells when it is asked to look like an emoji."""
    return _within(ord(character), _WIDENED)


@lru_cache(4096)
def clusters(text):
    """What stays together: where it starts, where it ends, how many cells it takes."""
    found = []
    widest = None
    at = 0
    while at < len(text):
        character = text[at]
        at += 1
        start, width = at - 1, width_of(character)
        if character == _JOINER and found:
            at = min(at + 1, len(text))
            width = 0
        elif character == _AS_EMOJI:
            width = int(widest is not None and _widened(widest))
            widest = None
        elif width:
            widest = character
            found.append((start, at, width))
            continue
        if found:
            start, _, before = found.pop()
            width += before
        found.append((start, at, width))
    return found
