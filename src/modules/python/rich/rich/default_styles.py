"""The styles that have names from the start: their words, and the names behind them."""
_NAMED = '''
none: none inspect.equals log.level log.message rule.text prompt pretty table.cell traceback.text
none: traceback.exc_value progress.description tree tree.line
not bold not dim not italic not underline not blink not blink2 not reverse not conceal not strike default on default: reset
dim: dim inspect.doc logging.level.notset log.path
not dim: bright
bold: bold strong repr.brace repr.comma repr.tag_start repr.tag_end repr.attrib_equal json.brace table.header
bold: table.footer
bold reverse: code
italic: italic emphasize table.title
underline: underline
blink: blink
blink2: blink2
reverse: reverse
strike: strike
black: black
red: red prompt.invalid prompt.invalid.choice scope.equals traceback.border progress.data.speed
green: green inspect.value.border logging.level.debug progress.filesize progress.filesize.total progress.download
green: progress.spinner status.spinner
yellow: yellow logging.level.warning repr.ellipsis progress.elapsed iso8601.timezone
magenta: magenta repr.path traceback.group.border progress.percentage iso8601.time
cyan: cyan inspect.help progress.remaining
white: white
italic yellow: inspect.attr scope.key
dim italic yellow: inspect.attr.dunder scope.key.special
bold red: inspect.callable inspect.error live.ellipsis logging.level.error repr.error traceback.title
italic bright_cyan: inspect.async_def inspect.def inspect.class
not dim red: layout.tree.row
not dim blue: layout.tree.column
bold yellow: logging.keyword
blue: logging.level.info scope.border iso8601.date
bold reverse red: logging.level.critical
dim cyan: log.time
dim green: repr.indent
not bold not italic green: repr.str json.str
bold bright_green: repr.ipv4 repr.ipv6 repr.eui48 repr.eui64
bold bright_magenta: repr.tag_name
default: repr.tag_contents
not italic yellow: repr.attrib_name
not italic magenta: repr.attrib_value
bold not italic cyan: repr.number repr.number_complex json.number
italic bright_green: repr.bool_true json.bool_true
italic bright_red: repr.bool_false json.bool_false
italic magenta: repr.none json.null
not bold not italic underline bright_blue: repr.url
not bold bright_yellow: repr.uuid
bold magenta: repr.call prompt.choices
bright_magenta: repr.filename
bright_green: rule.line
bold blue: json.key
bold cyan: prompt.default
dim italic: table.caption
italic red: traceback.error
bright_red: traceback.border.syntax_error
bold bright_red: traceback.exc_type traceback.offset
bold underline: traceback.error_range
bold green: traceback.note
grey23: bar.back
rgb(249,38,114): bar.complete bar.pulse
rgb(114,156,31): bar.finished
'''
# Styles by name, as words: they are read when they are first asked for.
WORDS = {}
for _line in _NAMED.strip().splitlines():
    _words, _, _names = _line.partition(': ')
    WORDS.update(dict.fromkeys(_names.split(), _words))


def read_all(styles):
    """Makes styles of those that are still words."""
    from rich.style import Style
    for name, style in styles.items():
        if not isinstance(style, Style):
            styles[name] = Style.parse(style)
    return styles


def __getattr__(name):
    if name != 'DEFAULT_STYLES':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    globals()[name] = read_all(WORDS.copy())
    return globals()[name]
