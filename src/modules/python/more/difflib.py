"""Differences of sequences."""
from collections import namedtuple as _namedtuple

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'unified_diff', 'context_diff', 'Match',
           'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'diff_bytes', 'HtmlDiff']
Match = _namedtuple('Match', 'a b size')
Match.__module__ = 'difflib'


class SequenceMatcher:
    """Longest common blocks of two sequences."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk, self.autojunk, self.a, self.b = isjunk, autojunk, None, None
        self.set_seqs(a, b)  #: 182

    def set_seqs(self, a, b):
        self.set_seq1(a)  #: 193
        self.set_seq2(b)  #: 194

    def set_seq1(self, a):
        self.a, self._blocks, self._codes = a, None, None

    def set_seq2(self, b):
        self.b, self._blocks, self._codes = b, None, None
        places = {}
        for at, item in enumerate(b):
            places.setdefault(item, []).append(at)
        self.bjunk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            self.bpopular = {item for item, found in places.items() if len(found) > len(b) // 100 + 1}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        best_a, best_b, size, lengths = alo, blo, 0, {}
        for i in range(alo, ahi):  #: 374
            new = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                new[j] = k = lengths.get(j - 1, 0) + 1
                if k > size:
                    best_a, best_b, size = i - k + 1, j - k + 1, k
            lengths = new
        for wants_junk in False, True:
            while best_a > alo and best_b > blo and (b[best_b - 1] in junk) == wants_junk \
                    and a[best_a - 1] == b[best_b - 1]:
                best_a, best_b, size = best_a - 1, best_b - 1, size + 1
            while best_a + size < ahi and best_b + size < bhi and (b[best_b + size] in junk) == wants_junk \
                    and a[best_a + size] == b[best_b + size]:
                size += 1
        return Match(best_a, best_b, size)

    def get_matching_blocks(self):
        if self._blocks is None:
            todo, found = [(0, len(self.a), 0, len(self.b))], []  #: 442 la, lb = «len(self.a)», len(self.b)
            while todo:
                alo, ahi, blo, bhi = todo.pop()
                i, j, k = block = self.find_longest_match(alo, ahi, blo, bhi)
                if k:
                    found.append(block)
                    if alo < i and blo < j:
                        todo.append((alo, i, blo, j))
                    if i + k < ahi and j + k < bhi:
                        todo.append((i + k, ahi, j + k, bhi))
            joined, last = [], (0, 0, 0)
            for i, j, k in sorted(found):
                if last[0] + last[2] == i and last[1] + last[2] == j:
                    last = last[0], last[1], last[2] + k
                else:
                    if last[2]:
                        joined.append(Match(*last))
                    last = i, j, k
            if last[2]:
                joined.append(Match(*last))
            self._blocks = [*joined, Match(len(self.a), len(self.b), 0)]
        return self._blocks

    def get_opcodes(self):
        if self._codes is None:
            i = j = 0
            self._codes = codes = []
            for ai, bj, size in self.get_matching_blocks():  #: 525
                tag = 'replace' if i < ai and j < bj else 'delete' if i < ai else 'insert' if j < bj else ''
                if tag:
                    codes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    codes.append(('equal', ai, i, bj, j))
        return self._codes

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2  #: 578 codes[0] = tag, max(i1, «i2-n»), i2, max(j1, j2-n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        total = len(self.a) + len(self.b)
        return 2.0 * sum(block[2] for block in self.get_matching_blocks()) / total if total else 1.0

    def quick_ratio(self):
        left, total = {}, len(self.a) + len(self.b)
        for item in self.b:
            left[item] = left.get(item, 0) + 1
        matches = 0
        for item in self.a:
            if left.get(item, 0) > 0:
                matches += 1
                left[item] -= 1
        return 2.0 * matches / total if total else 1.0

    def real_quick_ratio(self):
        a, b = len(self.a), len(self.b)  #: 658 la, lb = «len(self.a)», len(self.b)
        return 2.0 * min(a, b) / (a + b) if a + b else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:  #: 695 if not «n >  0»:
        raise ValueError(f'n must be > 0: {n!r}')  #: 696 raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')  #: 698 raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for other in possibilities:  #: 702 for x in «possibilities»:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:  #: 704 if «s.real_quick_ratio()» >= cutoff and \
            ratio = matcher.ratio()
            if ratio >= cutoff:
                found.append((ratio, other))
    return [other for _, other in sorted(found, reverse=True)[:n]]


def _marks(line, tags):
    """The marks below a line: a tab stays a tab, so that they stand below what they mark."""
    return ''.join(c if t == ' ' and c.isspace() else t for c, t in zip(line, tags)).rstrip()


class Differ:
    """Lines that differ, with what differs in similar ones."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():  #: 860 for tag, alo, ahi, blo, bhi in «cruncher.get_opcodes()»:
            if tag == 'replace':
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from ('- ' + line for line in a[alo:ahi])
            elif tag == 'insert':
                yield from ('+ ' + line for line in b[blo:bhi])
            else:
                yield from ('  ' + line for line in a[alo:ahi])

    def _plain(self, a, alo, ahi, b, blo, bhi):
        first = ['- ' + line for line in a[alo:ahi]]
        second = ['+ ' + line for line in b[blo:bhi]]
        yield from second + first if bhi - blo < ahi - alo else first + second

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        best, cutoff, place, equal = 0.74, 0.75, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, place = matcher.ratio(), (i, j)
        if best < cutoff:
            if equal is None:
                yield from self._plain(a, alo, ahi, b, blo, bhi)
                return
            place = equal
        else:
            equal = None
        i, j = place
        yield from self._between(a, alo, i, b, blo, j)
        if equal is None:
            yield from self._similar(a[i], b[j])
        else:
            yield '  ' + a[i]
        yield from self._between(a, i + 1, ahi, b, j + 1, bhi)

    def _between(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replaced(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from ('- ' + line for line in a[alo:ahi])
        else:
            yield from ('+ ' + line for line in b[blo:bhi])

    def _similar(self, one, two):
        above = below = ''
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, one, two).get_opcodes():
            above += {'replace': '^', 'delete': '-', 'insert': '', 'equal': ' '}[tag] * (i2 - i1)
            below += {'replace': '^', 'delete': '', 'insert': '+', 'equal': ' '}[tag] * (j2 - j1)
        above, below = _marks(one, above), _marks(two, below)
        yield '- ' + one
        if above:
            yield f'? {above}\n'
        yield '+ ' + two
        if below:
            yield f'? {below}\n'


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws  #: 1077


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)  #: 1338


def restore(delta, which):
    mark = {1: '- ', 2: '+ '}[int(which)]  #: 2042 tag = {1: "- ", 2: "+ "}[«int(which)»]
    return (line[2:] for line in delta if line[:2] in ('  ', mark))


def _range(start, stop, context=False):
    begin, length = start + 1, stop - start
    if context:
        begin -= not length
        return str(begin) if length <= 1 else f'{begin},{begin + length - 1}'
    if length == 1:
        return str(begin)
    return f'{begin - (not length)},{length}'


def _headed(name, date):
    return f'{name}\t{date}' if date else name


def _all_text(a, b, *words):  #: in difflib.py _check_types
    if a and not isinstance(a[0], str):  #: 1263
        raise TypeError('lines to compare must be str, not %s (%r)' % (type(a[0]).__name__, a[0]))  #: 1264 raise TypeError('lines to compare must be str, not %s (%r)' %⏎                (type(a[0]).__name__, a[0]))
    if b and not isinstance(b[0], str):  #: 1266
        raise TypeError('lines to compare must be str, not %s (%r)' % (type(b[0]).__name__, b[0]))  #: 1267 raise TypeError('lines to compare must be str, not %s (%r)' %⏎                (type(b[0]).__name__, b[0]))
    for word in words:
        if not isinstance(word, str):
            raise TypeError('all arguments must be str, not: %r' % (word,))  #: 1271 raise TypeError('all arguments must be str, not: %r' % (arg,))


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _all_text(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)  #: 1136 _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'--- {_headed(fromfile, fromfiledate)}{lineterm}'
            yield f'+++ {_headed(tofile, tofiledate)}{lineterm}'
        first, last = group[0], group[-1]
        yield f'@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag in ('replace', 'delete'):
                yield from ('-' + line for line in a[i1:i2])
            if tag in ('replace', 'insert'):
                yield from ('+' + line for line in b[j1:j2])


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """The lines of `dfunc` for bytes, whatever encoding they are in."""
    def text(line):
        try:
            return line.decode('ascii', 'surrogateescape')
        except AttributeError as err:
            raise TypeError('all arguments must be bytes, not %s (%r)' % (type(line).__name__, line)) from err
    words = map(text, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc([*map(text, a)], [*map(text, b)], *words, n, text(lineterm)):  #: 1291 a = list(«map(decode, a)»)
        yield line.encode('ascii', 'surrogateescape')


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _all_text(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)  #: 1224 _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks, started = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}, False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'*** {_headed(fromfile, fromfiledate)}{lineterm}'
            yield f'--- {_headed(tofile, tofiledate)}{lineterm}'
        first, last = group[0], group[-1]
        yield '*' * 15 + lineterm
        yield f'*** {_range(first[1], last[2], True)} ****{lineterm}'
        if any(code[0] in ('replace', 'delete') for code in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    yield from (marks[tag] + line for line in a[i1:i2])
        yield f'--- {_range(first[3], last[4], True)} ----{lineterm}'
        if any(code[0] in ('replace', 'insert') for code in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    yield from (marks[tag] + line for line in b[j1:j2])


def __getattr__(name):
    if name == 'HtmlDiff':
        global HtmlDiff
        from _html_diff import HtmlDiff
        return HtmlDiff
    raise AttributeError(f"module 'difflib' has no attribute '{name}'")
