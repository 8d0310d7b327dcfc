"""Makes a tree of what html.parser finds."""
import re as _re
from html.entities import html5 as _entities
from html.parser import HTMLParser as _HTMLParser

from bs4._tree import CData, Comment, Declaration, Doctype, KEPT, NavigableString, ProcessingInstruction, SILENT_KINDS, Tag, VOID

_SEVERAL = {'*': ('class', 'accesskey', 'dropzone'), 'a': ('rel', 'rev'), 'link': ('rel', 'rev'), 'td': ('headers',),
            'th': ('headers',), 'form': ('accept-charset',), 'object': ('archive',), 'area': ('rel',),
            'icon': ('sizes',), 'iframe': ('sandbox',), 'output': ('for',)}


class Builder(_HTMLParser):
    def __init__(self, soup, several=_SEVERAL, twice=None, only=None):
        super().__init__(convert_charrefs=False)
        self._several, self._twice, self._only = several or {}, twice, only
        self._soup, self._at, self._texts = soup, soup, []

    def _flush(self):
        text = ''.join(self._texts)
        self._texts = []
        if not text:
            return
        kept = any(each.name in KEPT for each in [self._at, *self._at.parents])
        if not kept and not text.strip(' \t\n\r\f\v'):
            text = '\n' if '\n' in text else ' '
        silent = next((SILENT_KINDS[each.name] for each in [self._at, *self._at.parents] if each.name in SILENT_KINDS), None)
        self._add((silent or NavigableString)(text))

    def _add(self, node):
        if self._only is not None and self._at is self._soup and not isinstance(node, Tag) and not self._only.matches(node):
            return
        node.parent = self._at
        self._at.contents.append(node)

    def handle_starttag(self, tag, attrs):
        self._flush()
        everywhere, here = self._several.get('*', ()), self._several.get(tag, ())
        values = {}
        for key, value in attrs:
            value = '' if value is None else value
            if key not in values or self._twice in (None, 'replace'):
                values[key] = value
            elif self._twice != 'ignore':
                self._twice(values, key, value)
        if self._only is not None and self._at is self._soup and not self._only.begins(tag, values):
            return
        values = {key: _re.findall(r'\S+', value) if (key in everywhere or key in here) and isinstance(value, str) else value
                  for key, value in values.items()}
        new = Tag(tag, values)
        new.sourceline, new.sourcepos = self.getpos()
        self._add(new)
        if tag not in VOID:
            self._at = new

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self._flush()
        for each in [self._at, *self._at.parents]:
            if each.name == tag and each is not self._soup:
                self._at = each.parent
                return

    def handle_data(self, data):
        self._texts.append(data)

    def handle_charref(self, name):
        number = int(name[1:], 16) if name[:1] in ('x', 'X') else int(name)
        if 0 < number < 256:
            text = bytes([number]).decode('cp1252', 'ignore') or chr(number)
        else:
            text = chr(number) if 0 < number < 0xd800 or 0xdfff < number < 0x110000 else '\ufffd'
        self.handle_data(text)

    def handle_entityref(self, name):
        self.handle_data(_entities.get(f'{name};', f'&{name}'))

    def _special(self, kind, text):
        self._flush()
        self._add(kind(text))

    def handle_comment(self, data):
        self._special(Comment, data)

    def handle_decl(self, decl):
        self._special(Doctype, decl[len('DOCTYPE '):] if decl.lower().startswith('doctype ') else decl)

    def handle_pi(self, data):
        self._special(ProcessingInstruction, data)

    def unknown_decl(self, data):
        if data.upper().startswith('CDATA['):
            self._special(CData, data[6:])
        else:
            self._special(Declaration, data)
