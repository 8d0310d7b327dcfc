"""What parsers of markup share: where they are, comments and marked sections."""
import re as _re
from _frames import not_supported as _not_supported

_NAME = _re.compile(r'[a-zA-Z][a-zA-Z0-9._-]*\s*')
_STANDARD, _OFFICE = ('temp', 'cdata', 'ignore', 'include', 'rcdata'), ('if', 'else', 'endif')
_commentclose = _re.compile(r'--\s*>')
_markedsectionclose, _msmarkedsectionclose = _re.compile(r'\]\s*\]\s*>'), _re.compile(r'\]\s*>')


class ParserBase:  #: in _markupbase.py
    """Has the text that is not read yet in `rawdata`; a method that reads gives where it ended, or -1 where the end is still to come."""

    def __init__(self):
        if type(self) is ParserBase:
            raise RuntimeError('_markupbase.ParserBase must be subclassed')  #: 29 raise RuntimeError(⏎    "_markupbase.ParserBase must be subclassed")

    def reset(self):
        self.lineno, self.offset = 1, 0

    def getpos(self):
        return self.lineno, self.offset

    def updatepos(self, i, j):
        """Counts the lines and columns of what lies between."""
        if i < j:
            if lines := self.rawdata.count('\n', i, j):
                self.lineno += lines
                self.offset = j - self.rawdata.rindex('\n', i, j) - 1
            else:
                self.offset += j - i
        return j

    def parse_declaration(self, i):
        _not_supported('_markupbase.ParserBase.parse_declaration', 'html.parser.HTMLParser.parse_html_declaration')

    def parse_marked_section(self, i, report=1):
        assert self.rawdata.startswith('<![', i), 'unexpected call to parse_marked_section()'  #: 143 assert rawdata[i:i+3] == '<![', "unexpected call to parse_marked_section()"
        name, after = self._scan_name(i + 3, i)  #: 144 sectName, j = «self._scan_name( i+3, i )»
        if after < 0:
            return -1
        if name not in _STANDARD + _OFFICE:
            raise AssertionError(f'unknown status keyword {self.rawdata[i + 3:after]!r} in marked section')  #: 154 raise AssertionError(⏎'unknown status keyword %r in marked section' % rawdata[i+3:j]⏎)
        close = (_markedsectionclose if name in _STANDARD else _msmarkedsectionclose).search(self.rawdata, i + 3)
        if close is None:
            return -1
        if report:
            self.unknown_decl(self.rawdata[i + 3:close.start()])  #: 161 self.unknown_decl(rawdata[i+3: j])
        return close.end()

    def parse_comment(self, i, report=1):
        if not self.rawdata.startswith('<!--', i):  #: 167 if «rawdata[i:i+4]» != '<!--':
            raise AssertionError('unexpected call to parse_comment()')  #: 168 raise AssertionError('unexpected call to parse_comment()')
        close = _commentclose.search(self.rawdata, i + 4)
        if close is None:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:close.start()])  #: 174 self.handle_comment(rawdata[i+4: j])
        return close.end()

    def _scan_name(self, i, declstartpos):
        """A declaration's name and where it ends."""
        if i == len(self.rawdata):
            return None, -1
        found = _NAME.match(self.rawdata, i)  #: 381 m = «_declname_match(rawdata, i)»
        if found is None:
            self.updatepos(declstartpos, i)
            raise AssertionError(f'expected name token at {self.rawdata[declstartpos:declstartpos + 20]!r}')  #: 390 raise AssertionError(⏎"expected name token at %r" % rawdata[declstartpos:declstartpos+20]⏎)
        if found.end() == len(self.rawdata):
            return None, -1
        return found[0].strip().lower(), found.end()

    def unknown_decl(self, data):
        pass
