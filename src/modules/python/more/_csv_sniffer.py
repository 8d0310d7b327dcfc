"""What a table's text tells of its dialect."""
import csv
import re
from collections import Counter
from io import StringIO

_PREFERRED = ',', '\t', ';', ' ', ':'
# A quoted value between delimiters, at a line's start, at its end, alone.
_QUOTED = [re.compile(pattern, re.S | re.M) for pattern in (
    r'''(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["']).*?(?P=quote)(?P=delim)''',
    r'''(?:^|\n)(?P<quote>["']).*?(?P=quote)(?P<delim>[^\w\n"'])(?P<space> ?)''',
    r'''(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["']).*?(?P=quote)(?:$|\n)''',
    r'''(?:^|\n)(?P<quote>["']).*?(?P=quote)(?:$|\n)''')]


class Sniffer:
    """Guesses a table's dialect, and whether it has a header."""
    __module__ = 'csv'

    def __init__(self):
        self.preferred = list(_PREFERRED)

    def sniff(self, sample, delimiters=None):  #: in csv.py
        quote, doubled, delim, space = self._by_quotes(sample, delimiters)
        if not delim:
            delim, space = self._by_counts(sample, delimiters)
        if not delim:
            raise csv.Error('Could not determine delimiter')  #: 256 raise Error("Could not determine delimiter")

        class dialect(csv.Dialect):
            __module__ = 'csv'
            _name, lineterminator, quoting = 'sniffed', '\r\n', csv.QUOTE_MINIMAL
            delimiter, quotechar, doublequote, skipinitialspace = delim, quote or '"', doubled, space
        return dialect

    def _by_quotes(self, data, delimiters):
        for pattern in _QUOTED:
            if found := [match.groupdict() for match in pattern.finditer(data)]:
                break
        else:
            return '', False, None, 0
        quote = Counter(each['quote'] for each in found).most_common(1)[0][0]
        seen = [each['delim'] for each in found if each.get('delim')]
        delims = Counter(d for d in seen if delimiters is None or d in delimiters)
        delim, space = '', 0
        if delims:
            delim = delims.most_common(1)[0][0]
            space = delims[delim] == sum(bool(each.get('space')) and each.get('delim') is not None for each in found)
            delim = '' if delim == '\n' else delim
        d, q = re.escape(delim), quote
        doubled = re.search(rf'(({d})|^)\W*{q}[^{d}\n]*{q}[^{d}\n]*{q}\W*(({d})|$)', data, re.M) is not None
        return quote, doubled, delim, space

    def _by_counts(self, data, delimiters):
        """The character of which each line has as many."""
        lines = [line for line in data.split('\n') if line]
        found = {}
        for end in range(10, len(lines) + 10, 10):
            part, modes = lines[:end], {}
            for c in map(chr, range(127)):
                counts = Counter(line.count(c) for line in part)
                if len(counts) == 1 and 0 in counts:
                    continue
                often, lines_so = max(counts.items(), key=lambda pair: pair[1])
                modes[c] = often, 2 * lines_so - len(part)
            percent, found = 100, {}
            while not found and percent >= 90:
                found = {c: mode for c, mode in modes.items() if mode[0] > 0 and mode[1] > 0
                         and mode[1] * 100 >= percent * len(part) and (delimiters is None or c in delimiters)}
                percent -= 1
            if len(found) == 1:
                break
        if not found:
            return '', 0
        delim = next(iter(found))
        if len(found) > 1:
            preferred = (c for c in self.preferred if c in found)
            delim = next(preferred, None) or max((mode, c) for c, mode in found.items())[1]
        return delim, lines[0].count(delim) == lines[0].count(delim + ' ')

    def has_header(self, sample):
        rows = csv.reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > 20:
                break
            if len(row) != len(header):
                continue
            for at in list(kinds):
                try:
                    complex(row[at])
                    kind = complex
                except ValueError:
                    kind = len(row[at])
                if kind != kinds[at]:
                    if kinds[at] is None:
                        kinds[at] = kind
                    else:
                        del kinds[at]
        votes = 0
        for at, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[at]) != kind else -1
            else:
                try:
                    kind(header[at])
                    votes -= 1
                except (ValueError, TypeError):
                    votes += 1
        return votes > 0
