"""Takes HTML apart: subclasses hear of tags, text and comments. A program may put other patterns in place of these."""
import re
import _markupbase
from html import unescape

__all__ = ['HTMLParser']

interesting_normal = re.compile('[&<]')
incomplete = re.compile('&[#a-zA-Z]')
# A reference is known by what follows it.
entityref = re.compile('&([a-zA-Z][a-zA-Z0-9.-]*)[^a-zA-Z0-9]')
charref = re.compile('&#(?:[xX][0-9a-fA-F]+|[0-9]+)[^0-9a-fA-F]')
starttagopen = re.compile('<[a-zA-Z]')
piclose = endendtag = re.compile('>')
commentclose = re.compile(r'--\s*>')
endtagfind = re.compile(r'</\s*([a-zA-Z][a-zA-Z0-9.:_-]*)\s*>')

_TAG, _NAME, _GAP = r'[a-zA-Z][^ \t\n\r\f/>\0]*', r'''(?<=[\s/"'])[^\s/>][^\s/=>]*''', r'(?:\s|/(?!>))*'
# A quoted value follows a `=`; elsewhere quotes are text as any other.
_VALUE = r'''"[^"]*"|'[^']*'|(?!["'])[^\s>]*'''
tagfind_tolerant = re.compile(rf'({_TAG}){_GAP}')
attrfind_tolerant = re.compile(rf'({_NAME})(\s*=+\s*({_VALUE}))?{_GAP}')
locatestarttagend_tolerant = re.compile(rf'<{_TAG}(?:[\s/]*(?:{_NAME}(?:\s*=+\s*(?:{_VALUE})\s*)?{_GAP})*)?\s*')
_REFERENCE_END = re.compile(r'[\s;]')


class HTMLParser(_markupbase.ParserBase):
    """Calls a method for each thing that it finds. A method that reads from `i` on gives where that ends, or -1 where its end is to come."""
    CDATA_CONTENT_ELEMENTS = ('script', 'style')
    __starttag_text = None

    def __init__(self, *, convert_charrefs=True):
        super().__init__()
        self.convert_charrefs = convert_charrefs
        self.reset()  #: 94

    def reset(self):
        self.rawdata, self.lasttag = '', '???'
        self.interesting, self.cdata_elem = interesting_normal, None
        super().reset()

    def feed(self, data):
        self.rawdata = self.rawdata + data  #: 110
        self.goahead(0)  #: 111

    def close(self):
        self.goahead(1)  #: 115

    def get_starttag_text(self):
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        """Until the end of this element all is text."""
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf'</\s*{self.cdata_elem}\s*>', re.I)

    def clear_cdata_mode(self):
        self.interesting, self.cdata_elem = interesting_normal, None

    def goahead(self, end):  #: -
        data, at, goes_on = self.rawdata, 0, True
        while goes_on and at < len(data):
            stop = self._text_end(data, at)
            if stop < 0:
                break
            if at < stop:
                self._text(data[at:stop])
            at = self.updatepos(at, stop)
            if at < len(data):
                at, goes_on = (self._markup if data[at] == '<' else self._reference)(data, at, end)
        if end and at < len(data) and not self.cdata_elem:
            self._text(data[at:])
            at = self.updatepos(at, len(data))
        self.rawdata = data[at:]

    def _text_end(self, data, at):  #: -
        if self.cdata_elem or not self.convert_charrefs:
            found = self.interesting.search(data, at)
            return found.start() if found else -1 if self.cdata_elem else len(data)
        stop = data.find('<', at)
        if stop < 0:
            # A reference may go on in what is fed next.
            mark = data.rfind('&', max(at, len(data) - 34))
            stop = -1 if mark >= 0 and not _REFERENCE_END.search(data, mark) else len(data)
        return stop

    def _text(self, text):  #: in html/parser.py goahead
        if self.convert_charrefs and not self.cdata_elem:
            self.handle_data(unescape(text))  #: 163 self.handle_data(unescape(rawdata[i:j]))
        else:
            self.handle_data(text)  #: 165 self.handle_data(rawdata[i:j])

    def _markup(self, data, at, end):  #: -
        """Handles what begins with `<` there: where it ends, and whether reading goes on."""
        after = self._markup_end(data, at)
        if after < 0:
            if not end:
                return at, False
            after = data.find('>', at + 1) + 1 or max(data.find('<', at + 1), at + 1)
            self._text(data[at:after])
        return self.updatepos(at, after), True

    def _markup_end(self, data, i):  #: in html/parser.py goahead
        if starttagopen.match(data, i):
            return self.parse_starttag(i)  #: 171 k = «self.parse_starttag(i)»
        if data.startswith('</', i):
            return self.parse_endtag(i)  #: 173 k = «self.parse_endtag(i)»
        if data.startswith('<!--', i):
            return self.parse_comment(i)  #: 175 k = «self.parse_comment(i)»
        if data.startswith('<?', i):
            return self.parse_pi(i)  #: 177 k = «self.parse_pi(i)»
        if data.startswith('<!', i):
            return self.parse_html_declaration(i)  #: 179 k = «self.parse_html_declaration(i)»
        if i + 1 == len(data):
            return -1
        self.handle_data('<')  #: 181 self.handle_data("<")
        return i + 1

    def _reference(self, data, i, end):  #: in html/parser.py goahead
        """The same for what begins with `&`."""
        if data.startswith('&#', i):
            found = charref.match(data, i)
            if found is None:
                if ';' not in data[i:]:
                    return i, False
                self.handle_data('&#')  #: 212 self.handle_data(rawdata[i:i+2])
                return self.updatepos(i, i + 2), False
            self.handle_charref(found[0][2:-1])  #: 204 self.handle_charref(name)
        else:
            assert data[i] == '&', 'interesting.search() lied'  #: 243 assert 0, "interesting.search() lied"
            found = entityref.match(data, i)
            if found is None:
                return self._ampersand(data, i, end)
            self.handle_entityref(found[1])  #: 219 self.handle_entityref(name)
        after = found.end()
        return self.updatepos(i, after if data.startswith(';', after - 1) else after - 1), True

    def _ampersand(self, data, i, end):  #: in html/parser.py goahead
        if begun := incomplete.match(data, i):
            return self.updatepos(i, i + 1) if end and begun.end() == len(data) else i, False
        if i + 1 == len(data):
            return i, False
        self.handle_data('&')  #: 238 self.handle_data("&")
        return self.updatepos(i, i + 1), True

    def parse_html_declaration(self, i):
        data = self.rawdata
        assert data.startswith('<!', i), 'unexpected call to parse_html_declaration()'
        if data.startswith('<!--', i):
            return self.parse_comment(i)  #: 262
        if data.startswith('<![', i):
            return self.parse_marked_section(i)  #: 264
        if data[i:i + 9].lower() != '<!doctype':
            return self.parse_bogus_comment(i)  #: 273
        close = data.find('>', i + 9)
        if close >= 0:
            self.handle_decl(data[i + 2:close])  #: 270 self.handle_decl(rawdata[i+2:gtpos])
        return close + 1 or -1

    def parse_bogus_comment(self, i, report=1):
        """What HTML takes for a comment, though none was written."""
        data = self.rawdata
        assert data[i:i + 2] in ('<!', '</'), 'unexpected call to parse_comment()'
        close = data.find('>', i + 2)
        if close >= 0 and report:
            self.handle_comment(data[i + 2:close])  #: 285 self.handle_comment(rawdata[i+2:pos])
        return close + 1 or -1

    def parse_pi(self, i):
        data = self.rawdata
        assert data.startswith('<?', i), 'unexpected call to parse_pi()'
        close = piclose.search(data, i + 2)
        if close is None:
            return -1
        self.handle_pi(data[i + 2:close.start()])  #: 296 self.handle_pi(rawdata[i+2: j])
        return close.end()

    def parse_starttag(self, i):
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        data = self.rawdata
        self.__starttag_text = data[i:end]
        found = tagfind_tolerant.match(data, i + 1)
        assert found, 'unexpected call to parse_starttag()'  #: 312 assert match, 'unexpected call to parse_starttag()'
        self.lasttag = tag = found[1].lower()
        attrs, at = [], found.end()
        while at < end and (found := attrfind_tolerant.match(data, at)):
            name, given, value = found.group(1, 2, 3)
            if not given:
                value = None
            elif value and value[0] in '"\'' and value[0] == value[-1]:
                value = value[1:-1]
            attrs.append((name.lower(), unescape(value) if value else value))
            at = found.end()
        rest = data[at:end].strip()
        if rest not in ('>', '/>'):
            self.handle_data(data[i:end])  #: 332 self.handle_data(rawdata[i:endpos])
        elif rest == '/>':
            self.handle_startendtag(tag, attrs)  #: 336
        else:
            self.handle_starttag(tag, attrs)  #: 338
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)  #: 340
        return end

    def check_for_whole_start_tag(self, i):
        data = self.rawdata
        found = locatestarttagend_tolerant.match(data, i)  #: 347 m = «locatestarttagend_tolerant.match(rawdata, i)»
        if found is None:
            raise AssertionError('we should not get here!')  #: 376 raise AssertionError("we should not get here!")
        end = found.end()
        following = data[end:end + 1]
        if following == '>':
            return end + 1
        if data.startswith('/>', end):
            return end + 2
        if following in ('', '/', '=') or following.isascii() and following.isalpha():
            return -1
        return max(end, i + 1)

    def parse_endtag(self, i):
        data = self.rawdata
        assert data.startswith('</', i), 'unexpected call to parse_endtag'  #: 381 assert rawdata[i:i+2] == "</", "unexpected call to parse_endtag"
        close = endendtag.search(data, i + 1)
        if close is None:
            return -1
        end, found = close.end(), endtagfind.match(data, i)
        tag = found[1].lower() if found else None
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(data[i:end])  #: 411 self.handle_data(rawdata[i:gtpos])
            return end
        if tag is not None:
            self.handle_endtag(tag)  #: 414 self.handle_endtag(elem)
            self.clear_cdata_mode()
            return end
        found = tagfind_tolerant.match(data, i + 2)
        if found is None:
            return i + 3 if data.startswith('</>', i) else self.parse_bogus_comment(i)  #: 398 return «self.parse_bogus_comment(i)»
        # What else stands in an end tag is nothing.
        end = data.find('>', found.end()) + 1
        self.handle_endtag(found[1].lower())  #: 405 self.handle_endtag(tagname)
        return end

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
