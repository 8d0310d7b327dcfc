"""Takes HTML apart: subclasses hear of tags, text and comments."""
import re as _re
from html import unescape as _unescape

__all__ = ['HTMLParser']
_RAW = ('script', 'style')
_ATTRIBUTE = _re.compile(r'([^\s/>][^\s/>=]*)(?:\s*=+\s*("[^"]*"|\'[^\']*\'|[^\s>"\'][^\s>]*)?)?')
# A reference is known by what follows it.
_NUMBER = _re.compile(r'&#([0-9]+|[xX][0-9a-fA-F]+)(?=[^0-9a-fA-F]);?')
_NAME = _re.compile(r'&([a-zA-Z][-.a-zA-Z0-9]*)(?=[^a-zA-Z0-9]);?')
_COMMENT_END = _re.compile(r'--\s*>')
_OPENING, _MARK = _re.compile('<'), _re.compile('[&<]')
_START = _re.compile(r'<[a-zA-Z]')
_END_NAME = _re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)(?=\s*>)|</([a-zA-Z][^\t\n\r\f />\0]*)(?:\s|/(?!>))*')
# A quoted value follows a `=`; elsewhere quotes are text as any other.
_TAG_END = _re.compile(r'[^\s/>]+(?:[\s/]|(?<=[\s/"\'])[^\s/>][^\s/>=]*(?:\s*=+\s*(?:"[^"]*"|\'[^\']*\'|(?!["\'])[^>\s]*))?)*+>')


class HTMLParser:
    """Calls a method for each thing that it finds."""
    CDATA_CONTENT_ELEMENTS = _RAW

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()  #: 94

    def reset(self):
        self.rawdata, self.lasttag, self._offset = '', '???', 0
        self.lineno, self.offset, self._raw, self._tag = 1, 0, None, None

    def feed(self, data):
        self.rawdata = self.rawdata + data  #: 110
        self._run(False)

    def close(self):
        self._run(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._tag

    def _advance(self, text):
        """Goes past this text; what was read stays in rawdata until the end of a feed."""
        lines = text.count('\n')
        if lines:
            self.lineno += lines
            self.offset = len(text) - text.rindex('\n') - 1
        else:
            self.offset += len(text)
        self._offset += len(text)

    def _text(self, text):
        if text:
            self.handle_data(_unescape(text) if self.convert_charrefs and self._raw is None else text)
            self._advance(text)

    def _reference(self, data, at, end):
        """Handles what begins with `&` there; false: what is there waits for what is fed next."""
        if found := _NUMBER.match(data, at):
            self.handle_charref(found[1])
        elif data.startswith('&#', at):
            if ';' in data[at:]:
                self._text('&#')
            return False
        elif found := _NAME.match(data, at):
            self.handle_entityref(found[1])
        elif len(data) == at + 1:
            return False
        elif data[at + 1].isascii() and data[at + 1].isalpha():
            if end and len(data) == at + 2:
                self._advance('&')
            return False
        else:
            self._text('&')
            return True
        self._advance(found[0])
        return True

    def _run(self, end):
        try:
            self._read(end)
            if end and self._raw is None:
                self._text(self.rawdata[self._offset:])
        finally:
            self.rawdata, self._offset = self.rawdata[self._offset:], 0

    def _read(self, end):
        while self._offset < len(self.rawdata):
            data, at = self.rawdata, self._offset
            if self._raw is not None:
                close = _re.compile(rf'</\s*{self._raw}\s*>', _re.I).search(data, at)
                if close is None:
                    return
                self._text(data[at:close.start()])
                self.handle_endtag(self._raw)
                self._raw = None
                self._advance(close[0])
                continue
            found = (_OPENING if self.convert_charrefs else _MARK).search(data, at)
            mark = found.start() if found else len(data)
            if found is None and self.convert_charrefs:
                amp = data.rfind('&', max(at, len(data) - 34))
                if amp >= 0 and not _re.search(r'[\s;]', data[amp:]):
                    # A reference may go on in what is fed next.
                    return
            if mark > at:
                self._text(data[at:mark])
            elif data[at] == '&':
                if not self._reference(data, at, end):
                    return
            elif not self._markup(data, at):
                if not end:
                    return
                close = data.find('>', at + 1) + 1 or max(data.find('<', at + 1), at + 1)
                self._text(data[at:close])

    def _markup(self, data, at):
        """Handles what begins with `<` there; false: it does not end yet, or is text."""
        if data.startswith('<!--', at):
            close = _COMMENT_END.search(data, at + 4)
            if close is None:
                return False
            self.handle_comment(data[at + 4:close.start()])
            after = close.end()
        elif data.startswith('<!', at):
            close = data.find('>', at)
            if close < 0:
                return False
            opening = data[at:at + 9].lower()
            if opening.startswith('<![') and opening != '<![cdata[':
                self.unknown_decl(data[at + 3:close].rstrip(']'))
            elif opening == '<!doctype':
                self.handle_decl(data[at + 2:close])
            elif data.startswith('<![CDATA[', at):
                close = data.find(']]>', at)
                if close < 0:
                    return False
                self.unknown_decl(data[at + 3:close])
                close += 2
            else:
                self.handle_comment(data[at + 2:close])
            after = close + 1
        elif data.startswith('<?', at):
            close = data.find('>', at)
            if close < 0:
                return False
            self.handle_pi(data[at + 2:close])
            after = close + 1
        elif found := _END_NAME.match(data, at):
            close = data.find('>', found.end())
            if close < 0:
                return False
            self.handle_endtag((found[1] or found[2]).lower())
            after = close + 1
        elif _START.match(data, at):
            found = _TAG_END.match(data, at)
            if found is None:
                return False
            self._start(found[0])
            after = found.end()
        elif data.startswith('</', at):
            close = data.find('>', at)
            if close < 0:
                return False
            if close > at + 2:
                self.handle_comment(data[at + 2:close])
            after = close + 1
        elif len(data) > at + 1:
            self._text('<')
            return True
        else:
            return False
        self._advance(data[at:after])
        return True

    def _start(self, text):
        self._tag = text
        name = _re.match(r'<([^\s/>]+)', text)[1]
        self.lasttag = tag = name.lower()
        attrs, rest = [], text[1 + len(name):-1]
        for match in _ATTRIBUTE.finditer(rest):
            value = match[2]
            if value is None:
                value = None if '=' not in match[0][len(match[1]):] else ''
            else:
                value = _unescape(value[1:-1] if value[0] in '"\'' and value[-1] == value[0] and len(value) > 1 else value)
            attrs.append((match[1].lower(), value))
        if rest[match.end() if attrs else 0:].endswith('/'):
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
