"""Finds lines whose indentation depends on how wide a tab is."""
import os
import sys
import tokenize

verbose = filename_only = 0
__version__ = '6'
__all__ = ['check', 'NannyNag', 'process_tokens']


def errprint(*args):
    sys.stderr.write(' '.join(map(str, args)) + '\n')
    sys.exit(1)


class NannyNag(Exception):
    """An indentation can be read in two ways."""

    def __init__(self, lineno, msg, line):
        self.line, self.lineno, self.msg = line, lineno, msg

    def get_lineno(self):
        return self.lineno

    def get_line(self):
        return self.line

    def get_msg(self):
        return self.msg


def check(file):
    """Tells of the first such line of a file, or of each file in a folder."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print(f'{file!r}: listing directory')
        for name in os.listdir(file):
            full = os.path.join(file, name)
            if os.path.isdir(full) and not os.path.islink(full) or os.path.normcase(name[-3:]) == '.py':
                check(full)
        return
    try:
        opened = tokenize.open(file)
    except OSError as error:
        errprint(f'{file!r}: I/O Error: {error}')
    if verbose > 1:
        print(f'checking {file!r} ...')
    with opened:
        try:
            process_tokens(tokenize.generate_tokens(opened.readline))
        except (tokenize.TokenError, SyntaxError) as error:
            kind = {tokenize.TokenError: 'Token', SyntaxError: 'Syntax'}.get(type(error), 'Indentation')
            errprint(f'{file!r}: {kind} Error: {error}')
        except NannyNag as nag:
            _tell(file, nag)
            return
    if verbose:
        print(f'{file!r}: Clean bill of health.')


def _tell(file, nag):
    if verbose:
        print(f'{file!r}: *** Line {nag.lineno}: trouble in tab city! ***')
        print(f'offending line: {nag.line!r}')
        print(nag.msg)
        return
    file = f'"{file}"' if ' ' in file else file
    print(file) if filename_only else print(file, nag.lineno, repr(nag.line))


class Whitespace:
    """The blanks and tabs that a line begins with."""

    def __init__(self, ws):
        self.raw, self.signs = ws, ws[:len(ws) - len(ws.lstrip(' \t'))]
        *self.tabbed, self.trailing = map(len, self.signs.split('\t'))

    def indent_level(self, tabsize):
        """How wide it is where tabs stop at each so many places."""
        return sum(blanks // tabsize + 1 for blanks in self.tabbed) * tabsize + self.trailing

    def _sizes(self, other):
        """The widths of a tab that tell two of them apart, if any does."""
        return range(1, max(*self.tabbed, self.trailing, *other.tabbed, other.trailing, 0) + 2)

    def _witnesses(self, other, is_so):
        pairs = ((size, self.indent_level(size), other.indent_level(size)) for size in self._sizes(other))
        return [found for found in pairs if is_so(found[1], found[2])]

    def not_equal_witness(self, other):
        return self._witnesses(other, lambda one, two: one != two)

    def not_less_witness(self, other):
        return self._witnesses(other, lambda one, two: one >= two)

    def equal(self, other):
        return not self.not_equal_witness(other)

    def less(self, other):
        return not self.not_less_witness(other)


def format_witnesses(w):
    return f'at tab size{"s" * (len(w) > 1)} ' + ', '.join(str(found[0]) for found in w)


def process_tokens(tokens):
    """Raises NannyNag at the first such line."""
    try:
        _process(tokens)
    except TabError as error:
        raise NannyNag(error.lineno, error.msg, error.text)


def _process(tokens):
    levels, at_line = [Whitespace('')], False
    for kind, text, start, _, line in tokens:
        if kind in (tokenize.NEWLINE, tokenize.DEDENT):
            at_line = True
            if kind == tokenize.DEDENT:
                levels.pop()
        elif kind == tokenize.INDENT:
            at_line = False
            here = Whitespace(text)
            if witness := levels[-1].not_less_witness(here):
                raise NannyNag(start[0], 'indent not greater e.g. ' + format_witnesses(witness), line)
            levels.append(here)
        elif at_line and kind not in (tokenize.COMMENT, tokenize.NL):
            at_line = False
            if witness := levels[-1].not_equal_witness(Whitespace(line)):
                raise NannyNag(start[0], 'indent not equal e.g. ' + format_witnesses(witness), line)


def main():
    global verbose, filename_only
    import getopt
    try:
        options, names = getopt.getopt(sys.argv[1:], 'qv')
    except getopt.error as error:
        errprint(error)
    filename_only += sum(option == '-q' for option, _ in options)
    verbose += sum(option == '-v' for option, _ in options)
    if not names:
        errprint('Usage:', sys.argv[0], '[-v] file_or_directory ...')
    for name in names:
        check(name)


if __name__ == '__main__':
    main()
