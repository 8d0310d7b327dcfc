"""Takes HTML apart: subclasses hear of tags, text and comments."""
import re as _re
from html import unescape as _unescape

__all__ = ['HTMLParser']
_RAW = ('script', 'style')
_ATTRIBUTE = _re.compile(r'([^\s/>=][^\s/>=]*)(?:\s*=\s*("[^"]*"|\'[^\']*\'|[^\s>"\'][^\s>]*)?)?')
_TAG_END = _re.compile(r'(?:[^>"\']|"[^"]*"|\'[^\']*\')*?>')


class HTMLParser:
    """Calls a method for each thing that it finds."""
    CDATA_CONTENT_ELEMENTS = _RAW

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()  #: 94

    def reset(self):
        self.rawdata, self.lasttag, self._at = '', '???', 0
        self._line, self._column, self._raw, self._tag = 1, 0, None, None

    def feed(self, data):
        self.rawdata += data
        self._run(False)

    def close(self):
        self._run(True)

    def getpos(self):
        return self._line, self._column

    def get_starttag_text(self):
        return self._tag

    def _advance(self, text):
        lines = text.count('\n')
        if lines:
            self._line += lines
            self._column = len(text) - text.rindex('\n') - 1
        else:
            self._column += len(text)
        self.rawdata = self.rawdata[len(text):]

    def _text(self, text):
        if not text:
            return
        if self.convert_charrefs and self._raw is None:
            self.handle_data(_unescape(text))
        elif self._raw is not None:
            self.handle_data(text)
        else:
            self._references(text)
        self._advance(text)

    def _references(self, text):
        at = 0
        for match in _re.finditer(r'&(?:#([xX]?[0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*));?', text):
            if match.start() > at:
                self.handle_data(text[at:match.start()])
            if match[1]:
                self.handle_charref(match[1])
            else:
                self.handle_entityref(match[2])
            at = match.end()
        if at < len(text):
            self.handle_data(text[at:])

    def _run(self, end):
        while self.rawdata:
            data = self.rawdata
            if self._raw is not None:
                close = _re.search(rf'</{self._raw}(?=[\s/>])', data, _re.I)
                if close is None:
                    if end:
                        self._text(data)
                    return
                self._text(data[:close.start()])
                self._raw = None
                continue
            mark = data.find('<')
            if mark < 0:
                amp = data.rfind('&', max(0, len(data) - 34))
                if not end and amp >= 0 and not _re.search(r'[\s;]', data[amp:]):
                    self._text(data[:amp])
                    return
                self._text(data)
                return
            if mark:
                self._text(data[:mark])
                continue
            size = self._markup(data, end)
            if size == 0:
                if not end:
                    return
                self._text('<')

    def _markup(self, data, end):
        """Handles what begins with `<`; 0: it does not end yet, or is text."""
        if data.startswith('<!--'):
            close = data.find('-->', 4)
            if close < 0:
                return 0
            self.handle_comment(data[4:close])
            size = close + 3
        elif data.startswith('<!'):
            close = data.find('>')
            if close < 0:
                return 0
            if data.startswith('<![') and not data.lower().startswith('<![cdata['):
                self.unknown_decl(data[3:close].rstrip(']'))
            elif data[:9].lower() == '<!doctype':
                self.handle_decl(data[2:close])
            elif data.startswith('<![CDATA['):
                close = data.find(']]>')
                if close < 0:
                    return 0
                self.unknown_decl(data[3:close])
                close += 2
            else:
                self.handle_comment(data[2:close])
            size = close + 1
        elif data.startswith('<?'):
            close = data.find('>')
            if close < 0:
                return 0
            self.handle_pi(data[2:close])
            size = close + 1
        elif _re.match(r'</[a-zA-Z]', data):
            close = data.find('>')
            if close < 0:
                return 0
            self.handle_endtag(_re.match(r'</([^\s/>]+)', data)[1].lower())
            size = close + 1
        elif _re.match(r'<[a-zA-Z]', data):
            found = _TAG_END.match(data)
            if found is None:
                return 0
            self._start(found[0])
            size = found.end()
        elif data.startswith('</'):
            close = data.find('>')
            if close < 0:
                return 0
            if close > 2:
                self.handle_comment(data[2:close])
            size = close + 1
        elif len(data) > 1 or end:
            self._text('<')
            return 1
        else:
            return 0
        self._advance(data[:size])
        return size

    def _start(self, text):
        self._tag = text
        name = _re.match(r'<([^\s/>]+)', text)[1]
        self.lasttag = tag = name.lower()
        attrs = []
        for match in _ATTRIBUTE.finditer(text[1 + len(name):-1]):
            value = match[2]
            if value is None:
                value = None if '=' not in match[0] else ''
            else:
                value = _unescape(value[1:-1] if value[0] in '"\'' and value[-1] == value[0] and len(value) > 1 else value)
            attrs.append((match[1].lower(), value))
        if text.endswith('/>'):
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self._raw = tag

    # What subclasses replace.

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)  #: 420
        self.handle_endtag(tag)  #: 421

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
