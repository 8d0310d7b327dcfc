"""`python -m calendar`."""
import argparse
import calendar
import datetime
import sys

# Group, option, its type, what it is otherwise, what it may be, and its help.
_OPTIONS = (
    ('text', ('-w', '--width'), int, 2, None, 'width of date column (default 2)'),
    ('text', ('-l', '--lines'), int, 1, None, 'number of lines for each week (default 1)'),
    ('text', ('-s', '--spacing'), int, 6, None, 'spacing between months (default 6)'),
    ('text', ('-m', '--months'), int, 3, None, 'months per row (default 3)'),
    ('html', ('-c', '--css'), None, 'calendar.css', None, 'CSS to use for page'),
    ('', ('-L', '--locale'), None, None, None, 'locale to use for month and weekday names'),
    ('', ('-e', '--encoding'), None, None, None, 'encoding to use for output'),
    ('', ('-t', '--type'), None, 'text', ('text', 'html'), 'output type (text or html)'),
    ('', ('-f', '--first-weekday'), int, 0, None, 'weekday (0 is Monday, 6 is Sunday) to start each week (default 0)'),
)


def _parser():
    parser = argparse.ArgumentParser()
    groups = {'': parser, 'text': parser.add_argument_group('text only arguments'),
              'html': parser.add_argument_group('html only arguments')}
    for group, names, kind, default, choices, text in _OPTIONS:
        groups[group].add_argument(*names, type=kind, default=default, choices=choices, help=text)
    parser.add_argument('year', nargs='?', type=int, help='year number')
    parser.add_argument('month', nargs='?', type=int, help='month number (1-12, text only)')
    return parser


def run(args):
    parser = _parser()
    options = parser.parse_args(args)
    if options.locale and not options.encoding:
        parser.error('if --locale is specified --encoding is required')
    locale = options.locale, options.encoding
    year = datetime.date.today().year if options.year is None else options.year
    if options.type == 'html':
        if options.month:
            parser.error('incorrect number of arguments')
        made = calendar.LocaleHTMLCalendar(locale=locale) if options.locale else calendar.HTMLCalendar()
        made.setfirstweekday(options.first_weekday)
        sys.stdout.buffer.write(made.formatyearpage(year, encoding=options.encoding or sys.getdefaultencoding(), css=options.css))
        return
    made = calendar.LocaleTextCalendar(locale=locale) if options.locale else calendar.TextCalendar()
    made.setfirstweekday(options.first_weekday)
    if options.month is None:
        shown = made.formatyear(year, w=options.width, l=options.lines, c=options.spacing, m=options.months)
    else:
        shown = made.formatmonth(year, options.month, w=options.width, l=options.lines)
    if options.encoding:
        sys.stdout.buffer.write(shown.encode(options.encoding))
    else:
        sys.stdout.write(shown)
