"""`difflib.HtmlDiff`: two texts side by side, as a table of a page.

What has changed within a line stands between `\\0` with a sign (`+`, `-`, `^`) and `\\1` until the table is whole.
"""
import re as _re
from difflib import IS_CHARACTER_JUNK, ndiff

_RUNS = _re.compile(r'\++|-+|\^+')
_SPANS = {'\0+': '<span class="diff_add">', '\0-': '<span class="diff_sub">', '\0^': '<span class="diff_chg">',
          '\1': '</span>', '\t': '&nbsp;'}
_HEAD = '''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset={charset}" />
    <title></title>
    <style type="text/css">
        table.diff {{font-family:Courier; border:medium;}}
        .diff_header {{background-color:#e0e0e0}}
        td.diff_header {{text-align:right}}
        .diff_next {{background-color:#c0c0c0}}
        .diff_add {{background-color:#aaffaa}}
        .diff_chg {{background-color:#ffff77}}
        .diff_sub {{background-color:#ffaaaa}}
    </style>
</head>

<body>
    '''
_LEGEND = '''
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>
</body>

</html>'''


class _Pairs:
    """Lines of both sides beside each other: (number, text) each and whether they differ."""

    def __init__(self, delta):
        self._delta = list(delta)
        self._at = 0
        self._count = [0, 0]
        self._sides = [], []
        self._ahead = 0  # How many more lines were added than deleted, of those that have no partner yet.

    def __iter__(self):
        while self._at < len(self._delta):
            self._take()
            yield from self._matched()
        self._level()
        yield from self._matched()

    def _matched(self):
        first, second = self._sides
        while first and second:
            (one, a), (two, b) = first.pop(0), second.pop(0)
            yield one, two, a or b

    def _line(self, sign, side):
        """The next line for a side: all of it marked, parts as a `?` line says, or as it is."""
        text = self._delta[self._at]
        self._at += 1
        self._count[side] += 1
        if sign == '?':
            hints = self._delta[self._at]
            self._at += 1
            for run in reversed(list(_RUNS.finditer(hints))):
                begin, end = run.span()
                text = f'{text[:begin]}\0{run[0][0]}{text[begin:end]}\1{text[end:]}'
            text = text[2:]
        else:
            text = text[2:]
            if sign:
                text = f'\0{sign}{text or " "}\1'
        return self._count[side], text

    def _put(self, side, line, differs=True):
        self._sides[side].append((line, differs))

    def _level(self):
        """Gives lines without partners empty ones."""
        side = 0 if self._ahead > 0 else 1
        for _ in range(abs(self._ahead)):
            self._put(side, ('', '\n'))
        self._ahead = 0

    def _take(self):
        signs = ''.join(line[0] for line in self._delta[self._at:self._at + 4])
        if signs.startswith(('-?+?', '-?+', '-+?')):
            self._put(0, self._line('?' if signs[1] == '?' else None, 0))
            self._put(1, self._line('?' if signs[1] == '+' or signs[3:] == '?' else None, 1))
        elif signs.startswith('--++') or signs[0] == '-' and not signs.startswith(('--?+', '--+', '- ')):
            self._put(0, self._line('-', 0))
            self._ahead -= 1
        elif signs[0] == '-':
            line = self._line('-', 0)
            self._ahead -= 1
            self._level()
            self._put(0, line)
        elif signs.startswith(('+ ', '+-')) and not signs.startswith('+--'):
            line = self._line('+', 1)
            self._ahead += 1
            self._level()
            self._put(1, line)
        elif signs[0] == '+':
            self._put(1, self._line('+', 1))
            self._ahead += 1
        else:
            text = self._delta[self._at][2:]
            self._at += 1
            for side in (0, 1):
                self._count[side] += 1
                self._put(side, (self._count[side], text), False)


def _near(pairs, around):
    """The pairs that differ and `around` before and after; None stands between two places."""
    before, left, skipped = [], 0, False
    for pair in pairs:
        if pair[2]:
            if skipped:
                yield None
            yield from before
            before, skipped, left = [], False, around
            yield pair
        elif left:
            left -= 1
            yield pair
        else:
            before.append(pair)
            if len(before) > around:
                skipped = True
                before.pop(0)


class HtmlDiff:
    """Makes a page, or the table alone, that shows two texts side by side with what has changed."""
    _default_prefix = 0

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize, self._wrapcolumn, self._linejunk, self._charjunk = tabsize, wrapcolumn, linejunk, charjunk

    def make_file(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *, charset='utf-8'):
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = _HEAD.format(charset=charset) + table + _LEGEND
        return page.encode(charset, 'xmlcharrefreplace').decode(charset)

    def make_table(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5):
        self._prefix = f'from{HtmlDiff._default_prefix}_', f'to{HtmlDiff._default_prefix}_'
        HtmlDiff._default_prefix += 1
        delta = ndiff(self._untabbed(fromlines), self._untabbed(tolines), self._linejunk, self._charjunk)
        rows = iter(_Pairs(delta))
        if context:
            rows = _near(rows, numlines)
        if self._wrapcolumn:
            rows = self._wrapped(rows)
        rows = [row and (self._cell(0, *row[0]), self._cell(1, *row[1]), row[2]) for row in rows]
        ids, links, rows = self._links(rows, context, numlines)
        body = ''
        for at, row in enumerate(rows):
            if row:
                body += (f'            <tr><td class="diff_next"{ids[at]}>{links[at]}</td>{row[0]}'
                         f'<td class="diff_next">{links[at]}</td>{row[1]}</tr>\n')
            elif at:
                body += '        </tbody>        \n        <tbody>\n'
        head = ''
        if fromdesc or todesc:
            next, title = '<th class="diff_next"><br /></th>', '<th colspan="2" class="diff_header">%s</th>'
            head = f'<thead><tr>{next}{title % fromdesc}{next}{title % todesc}</tr></thead>'
        group = '<colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>'
        table = f'''
    <table class="diff" id="difflib_chg_{self._prefix[1]}_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        {group}
        {group}
        {head}
        <tbody>
{body}        </tbody>
    </table>'''
        for mark, tag in _SPANS.items():
            table = table.replace(mark, tag)
        return table

    def _untabbed(self, lines):
        """Lines in which tabs stand for each blank that a tab makes."""
        return [line.replace(' ', '\0').expandtabs(self._tabsize).replace(' ', '\t').replace('\0', ' ').rstrip('\n')
                for line in lines]

    def _wrapped(self, rows):
        for row in rows:
            if row is None:
                yield row
                continue
            sides = [list(self._pieces(*side)) for side in row[:2]]
            for at in range(max(map(len, sides))):
                one, two = (side[at] if at < len(side) else ('', ' ') for side in sides)
                yield one, two, row[2]

    def _pieces(self, number, text):
        """A line in pieces of the column's width; a mark that one ends in goes on in the next."""
        while number and len(text) - text.count('\0') * 3 > self._wrapcolumn:
            at = width = 0
            mark = ''
            while width < self._wrapcolumn and at < len(text):
                if text[at] == '\0':
                    mark = text[at + 1]
                    at += 2
                elif text[at] == '\1':
                    mark = ''
                    at += 1
                else:
                    at += 1
                    width += 1
            yield number, text[:at] + ('\1' if mark else '')
            number, text = '>', (f'\0{mark}' if mark else '') + text[at:]
        yield number, text

    def _cell(self, side, number, text):
        place = f' id="{self._prefix[side]}{number}"' if isinstance(number, int) else ''
        text = text.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;').replace(' ', '&nbsp;').rstrip()
        return f'<td class="diff_header"{place}>{number}</td><td nowrap="nowrap">{text}</td>'

    def _links(self, rows, context, numlines):
        """Anchors some lines before each change, and links from each to the next."""
        name = f'difflib_chg_{self._prefix[1]}_'
        if not rows:
            said = 'No Differences Found' if context else 'Empty File'
            cell = f'<td></td><td>&nbsp;{said}&nbsp;</td>'
            rows = [(cell, cell, False)]
        ids, links = [''] * len(rows), [''] * len(rows)
        count = last = 0
        within = False
        for at, row in enumerate(rows):
            differs = bool(row and row[2])
            if differs and not within:
                ids[max(0, at - numlines)] = f' id="{name}{count}"'
                count += 1
                last = at
                links[at] = f'<a href="#{name}{count}">n</a>'
            within = differs
        if not (rows[0] and rows[0][2]):
            links[0] = f'<a href="#{name}0">f</a>'
        links[last] = f'<a href="#{name}top">t</a>'
        return ids, links, rows


HtmlDiff.__module__ = 'difflib'
