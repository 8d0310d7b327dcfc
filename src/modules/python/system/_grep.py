"""What grep does, and expressions as it has them."""
from _command_lines import Inputs, fail, number, options, put, say, text_of

# Options of `grep` without a letter: which files of a folder are read.
_CHOSEN = {'\1': 'include', '\2': 'exclude', '\3': 'exclude-dir'}
_GREP = {'ignore-case': 'i', 'invert-match': 'v', 'count': 'c', 'line-number': 'n', 'quiet': 'q', 'silent': 'q',
         'only-matching': 'o', 'files-with-matches': 'l', 'files-without-match': 'L', 'extended-regexp': 'E',
         'basic-regexp': 'G', 'fixed-strings': 'F', 'perl-regexp': 'P', 'word-regexp': 'w', 'line-regexp': 'x',
         'max-count': 'm', 'regexp': 'e', 'no-filename': 'h', 'with-filename': 'H', 'no-messages': 's', 'recursive': 'r',
         'after-context': 'A', 'before-context': 'B', 'context': 'C', 'file': 'f',
         'dereference-recursive': 'R', **{name: letter for letter, name in _CHOSEN.items()}}


def expression(text, extended):
    """A POSIX regular expression as Python writes it."""
    import re
    made, at, begins = '', 0, True
    while at < len(text):
        c = text[at]
        if c == '[':
            end = at + 1 + (text[at + 1:at + 2] == '^')
            end += text[end:end + 1] == ']'
            while text[end:end + 1] not in (']', ''):
                close = text.find(text[end + 1:end + 2] + ']', end + 2) if text[end:end + 2] in ('[:', '[.', '[=') else -1
                end = end + 1 if close < 0 else close + 2
            if end >= len(text):
                raise ValueError('Unmatched [, [^, [:, [., or [=' if extended else 'Invalid regular expression')
            made += _bracket(text[at + 1:end])
            at, begins = end + 1, False
            continue
        at += 1
        if c == '\\' and at < len(text):
            c, special = text[at], True
            at += 1
            if c in '<>':
                made += r'\b(?=\w)' if c == '<' else r'\b(?<=\w)'
            elif c in '(){}|+?':
                made += '\\' + c if extended else c
                begins = not extended and c in '(|'
                continue
            else:
                made += '\\' + c if c in 'wWsSbB123456789' or not c.isalnum() else c
        elif c == '^' and not extended and not begins or c == '$' and not extended and at < len(text) and text[at:at + 2] not in ('\\)', '\\|'):
            made += '\\' + c
        elif c == '*' and begins:
            made += '\\*' if not extended else ''
        elif c in '(){}|+?':
            made += c if extended else '\\' + c
            begins = extended and c in '(|'
            continue
        else:
            made += c if c in '.*^$' else re.escape(c)
        begins = c == '^' and begins
    return made


def _bracket(inner):
    classes = {'alpha': 'a-zA-Z', 'digit': '0-9', 'alnum': 'a-zA-Z0-9', 'upper': 'A-Z', 'lower': 'a-z', 'space': r'\s',
               'blank': ' \\t', 'punct': r'!-/:-@\[-`{-~', 'xdigit': '0-9A-Fa-f', 'cntrl': r'\x00-\x1f\x7f',
               'print': ' -~', 'graph': '!-~'}
    made = '^' if inner[:1] == '^' else ''
    inner = inner[len(made):].replace('\\', '\\\\')
    if inner[:1] == ']':
        inner = '\\' + inner
    for name, shown in classes.items():
        inner = inner.replace(f'[:{name}:]', f'\0{shown.replace("[", chr(1))}')
    return '[' + made + inner.replace('[', '\\[').replace('\0', '').replace('\1', '[') + ']'


def _below(operands, given):
    """The files that `grep -r` reads: those named, and those in the folders named."""
    import os
    from fnmatch import fnmatchcase

    def left_out(name, is_folder):
        if is_folder:
            return '\3' in given and fnmatchcase(name, given['\3'])
        return '\2' in given and fnmatchcase(name, given['\2']) or '\1' in given and not fnmatchcase(name, given['\1'])

    def inside(folder):
        for entry in os.scandir(folder or '.'):
            path, is_folder = os.path.join(folder, entry.name), entry.is_dir(follow_symlinks='R' in given)
            if left_out(entry.name, is_folder) or entry.is_symlink() and 'R' not in given:
                continue
            if is_folder:
                yield from inside(path)
            elif entry.is_file():
                yield path
    found = []
    for operand in operands:
        found += inside(operand) if not operand or os.path.isdir(operand) else [operand]
    return found or ['/dev/null']


def _grep(args):
    import os
    import re
    name = 'grep'
    numbered = [f'-C{a[1:]}' if a[:1] == '-' and a[1:].isdigit() else a for a in args]
    given, operands = options(name, numbered, 'ivcnqolLEGFPwxhHsyrR', 'meABC' + ''.join(_CHOSEN), _GREP, 'fzaIUZTbdD', 2)
    if 'e' not in given and not operands:
        say("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.")
        return 2
    patterns = '\n'.join(given['e'] if 'e' in given else [operands.pop(0)]).split('\n')
    try:
        made = [re.escape(p) if 'F' in given else p if 'P' in given else expression(p, 'E' in given) for p in patterns]
        pattern = '|'.join(f'(?:{p})' for p in made)
        if 'x' in given:
            pattern = f'(?:{pattern})$'
        elif 'w' in given:
            pattern = rf'(?<!\w)(?:{pattern})(?!\w)'
        pattern = re.compile(pattern, re.IGNORECASE if given.keys() & {'i', 'y'} else 0)
    except ValueError as exc:
        fail(name, exc, 2, False)
    except re.error as exc:
        what = {'missing ), unterminated subpattern': 'Unmatched ( or \\(', 'unbalanced parenthesis': 'Unmatched ) or \\)'}
        fail(name, what.get(exc.msg, 'Invalid regular expression'), 2, False)
    matches = pattern.match if 'x' in given else pattern.search
    deep = bool(given.keys() & {'r', 'R'})
    inputs, any_found = Inputs(name, _below(operands or [''], given) if deep else operands, 2), False
    context = number(name, given.get('C', '0'), 'invalid context length argument')
    after, before = (number(name, given.get(letter, str(context)), 'invalid context length argument') for letter in 'AB')
    limit = number(name, given['m'], 'invalid max count') if 'm' in given else -1
    many = len(operands) > 1 or deep and (not operands or os.path.isdir(operands[0]))
    with_names = 'H' in given or many and 'h' not in given
    for shown, file in inputs:
        shown = '(standard input)' if shown == '-' else shown
        count, left, recent, last, at = 0, 0, [], 0, 0

        def show(number, mark, text):
            put((shown + mark if with_names else '') + (f'{number}{mark}' if 'n' in given else '') + text + '\n')
        silent = given.keys() & {'c', 'q', 'l', 'L'}
        while (count != limit or left) and (line := file.readline()):
            at += 1
            text = text_of(line.removesuffix(b'\n'))
            if count != limit and bool(matches(text)) != ('v' in given):
                count += 1
                if 'q' in given:
                    return 0
                if silent:
                    continue
                if 'o' in given:
                    for found in () if 'v' in given else pattern.finditer(text):
                        if found[0]:
                            show(at, ':', found[0])
                    continue
                if (after or before) and last and at - len(recent) > last + 1:
                    put('--\n')
                for number_before, old in recent:
                    show(number_before, '-', old)
                show(at, ':', text)
                recent, last, left = [], at, after
            elif left:
                left -= 1
                last = at
                show(at, '-', text)
            elif before:
                recent = [*recent, (at, text)][-before:]
        any_found = any_found or bool(count)
        if given.keys() & {'l', 'L'}:
            if bool(count) != ('L' in given):
                put(shown + '\n')
        elif 'c' in given:
            put((f'{shown}:' if with_names else '') + f'{count}\n')
    return inputs.status or int(not any_found)


PROGRAMS = {'grep': _grep, 'egrep': lambda args: _grep(['-E', *args]), 'fgrep': lambda args: _grep(['-F', *args])}
