"""What gives numbers, strings and names in a text their colours."""
import re
from abc import ABC, abstractmethod

from rich.text import Span, Text

_HEX = '[0-9A-Fa-f]'


def _combine_regex(*regexes):
    return '|'.join(regexes)


class Highlighter(ABC):
    """Puts styles over what it knows in a text."""

    def __call__(self, text):
        if isinstance(text, str):
            text = Text(text)
        elif isinstance(text, Text):
            text = text.copy()
        else:
            raise TypeError(f'str or Text instance required, not {text!r}')
        self.highlight(text)
        return text

    @abstractmethod
    def highlight(self, text):
        """Puts styles over the text itself."""


class NullHighlighter(Highlighter):
    """Leaves texts as they are."""

    def highlight(self, text):
        """There is nothing to do."""


class RegexHighlighter(Highlighter):
    """Styles what the named groups of patterns find; `base_style` stands before their names."""
    highlights = []
    base_style = ''

    def highlight(self, text):
        for pattern in self.highlights:
            text.highlight_regex(pattern, style_prefix=self.base_style)


class ReprHighlighter(RegexHighlighter):
    """Knows what stands in reprs."""
    base_style = 'repr.'
    highlights = [
        r'(?P<tag_start><)(?P<tag_name>[-\w.:|]*)(?P<tag_contents>[\w\W]*)(?P<tag_end>>)',
        r'(?P<attrib_name>[\w_]{1,50})=(?P<attrib_value>"?[\w_]+"?)?',
        r'(?P<brace>[][{}()])',
        _combine_regex(
            r'(?P<ipv4>[0-9]{1,3}(?:\.[0-9]{1,3}){3})',
            rf'(?P<ipv6>({_HEX}{{1,4}}::?){{1,7}}{_HEX}{{1,4}})',
            rf'(?P<eui64>(?:{_HEX}{{1,2}}-){{7}}{_HEX}{{1,2}}|(?:{_HEX}{{1,2}}:){{7}}{_HEX}{{1,2}}|(?:{_HEX}{{4}}\.){{3}}{_HEX}{{4}})',
            rf'(?P<eui48>(?:{_HEX}{{1,2}}-){{5}}{_HEX}{{1,2}}|(?:{_HEX}{{1,2}}:){{5}}{_HEX}{{1,2}}|(?:{_HEX}{{4}}\.){{2}}{_HEX}{{4}})',
            rf'(?P<uuid>{_HEX}{{8}}-(?:{_HEX}{{4}}-){{3}}{_HEX}{{12}})',
            r'(?P<call>[\w.]*?)\(',
            r'\b(?P<bool_true>True)\b|\b(?P<bool_false>False)\b|\b(?P<none>None)\b',
            r'(?P<ellipsis>\.\.\.)',
            r'(?P<number_complex>(?<!\w)(?:-?[0-9]+\.?[0-9]*(?:e[-+]?\d+?)?)(?:[-+](?:[0-9]+\.?[0-9]*(?:e[-+]?\d+)?))?j)',
            r'(?P<number>(?<!\w)-?[0-9]+\.?[0-9]*(e[-+]?\d+?)?\b|0x[0-9a-fA-F]*)',
            r'(?P<path>\B(/[-\w._+]+)*\/)(?P<filename>[-\w._+]*)?',
            r"(?<![\\\w])(?P<str>b?'''.*?(?<!\\)'''|b?'.*?(?<!\\)'|b?\"\"\".*?(?<!\\)\"\"\"|b?\".*?(?<!\\)\")",
            r'(?P<url>(file|https|http|ws|wss)://[-0-9a-zA-Z$_+!`(),.?/;:&=%#~@]*)',
        ),
    ]


class JSONHighlighter(RegexHighlighter):
    """Knows what stands in JSON."""
    JSON_STR = r'(?<![\\\w])(?P<str>b?\".*?(?<!\\)\")'
    base_style = 'json.'
    highlights = [_combine_regex(
        r'(?P<brace>[\{\[\(\)\]\}])', r'\b(?P<bool_true>true)\b|\b(?P<bool_false>false)\b|\b(?P<null>null)\b',
        r'(?P<number>(?<!\w)\-?[0-9]+\.?[0-9]*(e[\-\+]?\d+?)?\b|0x[0-9a-fA-F]*)', JSON_STR)]

    def highlight(self, text):
        super().highlight(text)
        for match in re.finditer(self.JSON_STR, text.plain):
            if text.plain[match.end():].lstrip(' \n\r\t').startswith(':'):
                text.spans.append(Span(*match.span(), 'json.key'))


class ISO8601Highlighter(RegexHighlighter):
    """Knows dates and times."""
    base_style = 'iso8601.'
    _DATE = r'(?P<date>[0-9]{4}-?(?:1[0-2]|0[1-9])-?(?:3[01]|0[1-9]|[12][0-9]))'
    _TIME = r'(?P<time>(?:2[0-3]|[01][0-9])(?::?[0-5][0-9]){1,2}(?:\.[0-9]+)?)'
    _ZONE = r'(?P<timezone>Z|[+-](?:2[0-3]|[01][0-9])(?::?[0-5][0-9])?)'
    highlights = [rf'^{_DATE}$', rf'^{_TIME}{_ZONE}?$', rf'^{_ZONE}$', rf'^{_DATE}[T ]{_TIME}{_ZONE}?$']
