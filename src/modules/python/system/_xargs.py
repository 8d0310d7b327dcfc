"""What xargs does."""
import sys
from _command_lines import fail, number, options, say, text_of


def _xargs_words(text, given):
    """The arguments in the text of the input."""
    if '0' in given:
        return text.removesuffix('\0').split('\0') if text else []
    if 'd' in given:
        mark = given['d'].replace('\\n', '\n').replace('\\t', '\t')
        return text.removesuffix(mark).split(mark) if text else []
    if 'I' in given:
        return [line.lstrip() for line in text.split('\n') if line.strip()]
    words, word, quote, escaped = [], None, '', False
    for c in text + '\n':
        if escaped:
            word, escaped = (word or '') + c, False
        elif quote:
            if c == '\n':
                kind = 'single' if quote == "'" else 'double'
                fail('xargs', f'unmatched {kind} quote; by default quotes are special to xargs unless you use the -0 '
                     'option', hint=False)
            word, quote = (word, '') if c == quote else (word + c, quote)
        elif c in '\'"':
            word, quote = word or '', c
        elif c == '\\':
            escaped = True
        elif c.isspace():
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or '') + c
    return words


def _xargs(args):
    import subprocess
    # What follows the command is the command's.
    count = 0
    while count < len(args) and args[count][:1] == '-':
        count += 2 if args[count] in ('-n', '-I', '-d', '-L', '-P', '-s') else 1
    long = {'null': '0', 'max-args': 'n', 'replace': 'I', 'no-run-if-empty': 'r', 'verbose': 't', 'delimiter': 'd',
            'max-procs': 'P'}
    given, _ = options('xargs', args[:count], '0rt', 'nIdP', long, 'LsEpxoa')
    command = args[count:] or ['echo']
    words = _xargs_words(text_of(sys.stdin.buffer.read()), given)
    size = number('xargs', given['n'], 'invalid number for -n option') if 'n' in given else len(words) or 1
    if 'I' in given:
        runs = [[part.replace(given['I'], word) for part in command] for word in words]
    else:
        runs = [command + words[at:at + size] for at in range(0, len(words), size)]
        if not words and 'r' not in given:
            runs = [command]
    status = 0
    for run in runs:
        if 't' in given:
            say(*run)
        try:
            code = subprocess.call(run, stdin=subprocess.DEVNULL)
        except OSError as exc:
            say(f'xargs: {run[0]}: {exc.strerror}')
            return 127 if exc.errno == 2 else 126
        if code == 255 or code < 0:
            say(f'xargs: {run[0]}: ' + ('exited with status 255; aborting' if code > 0 else f'terminated by signal {-code}'))
            return 124 if code > 0 else 125
        status = 123 if code else status
    return status


PROGRAMS = {'xargs': _xargs}
