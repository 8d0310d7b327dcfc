"""How records become texts."""
import logging  # where programs set `_defaultFormatter`
import time
import traceback

__name__ = 'logging'  # where what is here is said to be

BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'


class PercentStyle:  #: in logging/__init__.py
    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        name, closed, kind = self._fmt.partition('%(')[2].partition(')')
        if name.isidentifier() and kind[:1] in ('s', 'd'):
            return
        import re
        pattern = re.compile(r'%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]', re.I)
        if not pattern.search(self._fmt):  #: 460 if not «self.validation_pattern.search(self._fmt)»:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")  #: 461 raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def format(self, record):
        try:
            return self._format(record)  #: 472
        except KeyError as e:
            raise ValueError(f'Formatting field not found in record: {e}')  #: 474 raise ValueError('Formatting field not found in record: %s' % e)

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)  #: 468 return «self._fmt % values»


class StrFormatStyle(PercentStyle):
    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'

    def validate(self):
        import re
        from string import Formatter as Parser
        fields = set()
        try:
            for _, field, spec, conversion in Parser().parse(self._fmt):  #: 496 for _, fieldname, spec, conversion in «_str_formatter.parse(self._fmt)»:
                if field:
                    if not re.match(r'^(\d+|\w+)(\.\w+|\[[^]]+\])*$', field):
                        raise ValueError(f'invalid field name/expression: {field!r}')  #: 499 raise ValueError('invalid field name/expression: %r' % fieldname)
                    fields.add(field)
                if conversion and conversion not in 'rsa':
                    raise ValueError(f'invalid conversion: {conversion!r}')  #: 502 raise ValueError('invalid conversion: %r' % conversion)
                if spec and not re.match(r'^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$', spec, re.I):
                    raise ValueError(f'bad specifier: {spec!r}')  #: 504 raise ValueError('bad specifier: %r' % spec)
        except ValueError as e:
            raise ValueError(f'invalid format: {e}')  #: 506 raise ValueError('invalid format: %s' % e)
        if not fields:
            raise ValueError('invalid format: no fields')  #: 508

    def _format(self, record):
        return self._fmt.format(**self._values(record))  #: 490 return «self._fmt.format(**values)»


class StringTemplateStyle(PercentStyle):
    default_format = '${message}'
    asctime_format = asctime_search = '${asctime}'

    def usesTime(self):
        return '$asctime' in self._fmt or super().usesTime()

    def validate(self):
        from string import Template
        fields = False
        for piece in Template(self._fmt)._pieces():
            if isinstance(piece, tuple):
                if piece[0] is None:
                    raise ValueError("invalid format: bare '$' not allowed")  #: 534 raise ValueError('invalid format: bare \'$\' not allowed')
                fields = True
        if not fields:
            raise ValueError('invalid format: no fields')  #: 536

    def _format(self, record):
        from string import Template
        return Template(self._fmt).substitute(**self._values(record))  #: 543 return «self._tpl.substitute(**values)»


_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


class Formatter:
    """Makes text of records."""
    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError(f'Style must be one of: {",".join(_STYLES)}')  #: 618 raise ValueError('Style must be one of: %s' % ','.join(⏎                 _STYLES.keys()))
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()  #: 622
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)  #: 648 ct = self.converter(«record.created»)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        text = ''.join(traceback.format_exception(ei[0], ei[1], ei[2]))  #: 665 tb = «ei[2]»
        return text.removesuffix('\n')

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)  #: 683

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()  #: 711
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)  #: 714 s = «self.formatMessage(record)»
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = text.removesuffix('\n') + '\n' + record.exc_text
        if record.stack_info:
            text = text.removesuffix('\n') + '\n' + self.formatStack(record.stack_info)
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes one text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or logging._defaultFormatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        lines = ''.join(map(self.linefmt.format, records))
        return self.formatHeader(records) + lines + self.formatFooter(records)
