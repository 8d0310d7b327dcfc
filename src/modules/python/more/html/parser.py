"""Takes HTML apart: subclasses hear of tags, text and comments."""
import re as _re
from html import unescape as _unescape

__all__ = ['HTMLParser']
_RAW = ('script', 'style')
_ATTRIBUTE = _re.compile(r'([^\s/>][^\s/>=]*)(?:\s*=+\s*("[^"]*"|\'[^\']*\'|[^\s>"\'][^\s>]*)?)?')
_REFERENCE = _re.compile(r'&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*));?')
_START = _re.compile(r'<[a-zA-Z]')
_END_NAME = _re.compile(r'</([a-zA-Z][^\s/>]*)')
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
        if not text:
            return
        if self._raw is None and not self.convert_charrefs:
            self._references(text)
            return
        self.handle_data(text if self._raw is not None else _unescape(text))
        self._advance(text)

    def _references(self, text):
        at = 0
        for match in _REFERENCE.finditer(text):
            if match.start() > at:
                self.handle_data(text[at:match.start()])
                self._advance(text[at:match.start()])
            if match[1]:
                self.handle_charref(match[1])
            else:
                self.handle_entityref(match[2])
            at = match.end()
            self._advance(match[0])
        if at < len(text):
            self.handle_data(text[at:])
            self._advance(text[at:])

    def _run(self, end):
        try:
            self._read(end)
        finally:
            self.rawdata, self._offset = self.rawdata[self._offset:], 0

    def _read(self, end):
        while self._offset < len(self.rawdata):
            data, at = self.rawdata, self._offset
            if self._raw is not None:
                close = _re.compile(rf'</{self._raw}(?=[\s/>])', _re.I).search(data, at)
                if close is None:
                    if end:
                        self._text(data[at:])
                    return
                self._text(data[at:close.start()])
                self._raw = None
                continue
            mark = data.find('<', at)
            if mark < 0:
                amp = data.rfind('&', max(at, len(data) - 34))
                if not end and amp >= 0 and not _re.search(r'[\s;]', data[amp:]):
                    # A reference may go on in what is fed next.
                    if not self.convert_charrefs:
                        self._text(data[at:amp])
                    return
                self._text(data[at:])
                return
            if mark > at:
                self._text(data[at:mark])
                continue
            if not self._markup(data, at, end):
                if not end:
                    return
                self._text('<')

    def _markup(self, data, at, end):
        """Handles what begins with `<` there; false: it does not end yet, or is text."""
        if data.startswith('<!--', at):
            close = data.find('-->', at + 4)
            if close < 0:
                return False
            self.handle_comment(data[at + 4:close])
            after = close + 3
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
            close = data.find('>', at)
            if close < 0:
                return False
            self.handle_endtag(found[1].lower())
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
        elif len(data) > at + 1 or end:
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
        if rest[match.end() if attrs else 0:].strip().endswith('/'):
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
