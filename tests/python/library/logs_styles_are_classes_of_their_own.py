import logging
class F(logging.Formatter):
    FORMATS = {logging.DEBUG: 'DBG %(message)s', logging.ERROR: 'ERR %(lineno)d %(message)s'}
    def format(self, record):
        old = self._style._fmt
        self._style._fmt = self.FORMATS.get(record.levelno, old)
        try: return super().format(record)
        finally: self._style._fmt = old
h = logging.StreamHandler(); h.setFormatter(F('%(levelname)s %(message)s'))
l = logging.getLogger('a'); l.addHandler(h); l.setLevel(1)
l.debug('d'); l.info('i'); l.error('e')
f = logging.Formatter('{asctime} {message}', style='{', defaults={'x': 1})
print(print(type(f._style).__name__, f._style.usesTime(), f._fmt, f.datefmt)
print(logging._STYLES['%'][0].__name__, logging._STYLES['%'][1], logging.BASIC_FORMAT)
s = logging.PercentStyle('%(message)s'); s.validate(); print(s.usesTime(), s.default_format, s.asctime_format, s.asctime_search)
try: logging.PercentStyle('nothing').validate()
except ValueError as e: print(e)
try: logging.StrFormatStyle('{message!z}').validate()
except ValueError as e: print(e)
try: logging.StringTemplateStyle('${message} $').validate()
except ValueError as e: print(e)
print(isinstance(f._style, logging.StrFormatStyle), issubclass(logging.StrFormatStyle, logging.PercentStyle))
r = logging.makeLogRecord({'msg': 'm %d', 'args': (3,)})
r.message = r.getMessage()
print(logging.StrFormatStyle('<{message}>').format(r), logging.StringTemplateStyle('<$message>').format(r), s.format(r))
f.default_time_format; f.default_msec_format
print(f.default_time_format, f.default_msec_format)


class Shouting(logging.PercentStyle):
    def _format(self, record):
        return super()._format(record).upper()


loud = logging.Formatter('%(message)s')
loud._style = Shouting('%(levelname)s %(message)s', defaults={'extra': 1})
print(loud.format(logging.makeLogRecord({'msg': 'quiet %s', 'args': ('words',), 'levelname': 'info'})))
try:
    logging.Formatter('%(missing)s').format(r)
except ValueError as e:
    print(e)
