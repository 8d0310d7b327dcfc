"""`sed`, in small: addresses, blocks, `s`, and the commands that print, delete, add and jump."""
import sys
from _command_lines import Failed, fail, options, say, text_of

from _sed_script import _Script

_LONG = {'quiet': 'n', 'silent': 'n', 'expression': 'e', 'file': 'f', 'in-place': 'i', 'regexp-extended': 'E',
         'separate': 's', 'unbuffered': 'u', 'null-data': 'z'}


class _Editor:
    """What it has read, and what it is to write."""

    def __init__(self, script, files, given):
        self.script, self.files, self.given = script, files or ['-'], given
        self.quiet, self.separate = 'n' in given, 's' in given or 'i' in given
        self.end = '\0' if 'z' in given else '\n'
        self.hold, self.pattern, self.lacks, self.line, self.status = '', None, False, 0, 0
        self.queue, self.written, self.out, self.changed = [], {}, sys.stdout.buffer, False
        self.lines, self.following = self.read(), []

    def read(self):
        """Each line, whether it is the last of its file, and whether a line end is missing."""
        mark = self.end.encode()
        for name in self.files:
            try:
                data = sys.stdin.buffer.read() if name == '-' else open(name, 'rb').read()
            except OSError as error:
                words = f'read error on {name}' if error.errno == 21 else f"can't read {name}"
                say(f'sed: {words}: {error.strerror}')
                self.status = 2
                continue
            if 'i' in self.given and name != '-':
                import io
                self.out = io.BytesIO()
                self.lacks, self.line = False, 0
            whole, parts = data.endswith(mark), data.split(mark)
            parts = parts[:-1] if whole or not data else parts
            try:
                for at, part in enumerate(parts, 1):
                    yield text_of(part), at == len(parts), at == len(parts) and not whole
            finally:
                if 'i' in self.given and name != '-':
                    if kept := self.given['i']:
                        open(kept.replace('*', name) if '*' in kept else name + kept, 'wb').write(data)
                    open(name, 'wb').write(self.out.getvalue())

    def ahead(self):
        """Whether there is another line, which is read for that; not of the next file, where each stands alone."""
        if not self.following:
            self.following += [line for line in (next(self.lines, None),) if line]
        return bool(self.following)

    def next(self):
        if not (self.following or self.ahead()):
            return None
        text, self.ends_file, self.unended = self.following.pop()
        self.line += 1
        return text

    def is_last(self):
        if self.separate:
            return self.ends_file
        return not self.ahead()

    def put(self, text, end=True):
        data = text.encode('utf-8', 'surrogateescape')
        if self.lacks:
            data = self.end.encode() + data
        self.out.write(data + self.end.encode() * end)
        self.lacks = False

    def show(self):
        """Writes the pattern space; of a last line without an end none is made up."""
        lacking = self.unended
        self.put(self.pattern, not lacking)
        self.lacks = lacking

    def flush(self):
        for kind, what in self.queue:
            if kind == 'r':
                try:
                    what = text_of(open(what, 'rb').read())
                except OSError:
                    continue
            if what:
                self.put(what, False)
        self.queue.clear()

    def matches(self, address):
        if isinstance(address, int):
            return self.line == address
        if address == '$':
            return self.is_last()
        if isinstance(address, tuple):
            first, step = address
            return self.line == first if step == 0 else self.line >= first and (self.line - first) % step == 0
        return self.searched(address).search(self.pattern) is not None

    def searched(self, pattern):
        if pattern == '':
            if not hasattr(self, 'last_pattern'):
                fail('sed', '-e expression #1, char 0: no previous regular expression', hint=False)
            return self.last_pattern
        self.last_pattern = pattern
        return pattern

    def applies(self, command):
        first, last = command.first, command.last
        if first is None or last is None:
            found = first is None or self.matches(first)
        elif command.active:
            found = True
            if isinstance(last, tuple) or isinstance(last, int):
                end = command.end if isinstance(last, tuple) else last
                found, command.active = self.line <= end, self.line < end
            else:
                command.active = not self.matches(last)
        else:
            found = self.matches(first)
            if found:
                if isinstance(last, tuple):
                    sign, number = last
                    command.end = self.line + number if sign == '+' else -(-self.line // number) * number if number else 0
                    command.active = command.end > self.line
                else:
                    command.active = not isinstance(last, int) or last > self.line
        return found != command.negated

    def substitute(self, command):
        text, made, at, count = self.pattern, '', 0, 0
        before = -1
        for found in self.searched(command.pattern).finditer(text):
            if found.end() == found.start() == before:
                continue
            before = found.end()
            count += 1
            if count < command.number:
                continue
            made += text[at:found.start()] + _filled(command.parts, found)
            at = found.end()
            if not command.globally:
                break
        if count < command.number:
            return
        self.pattern, self.changed = made + text[at:], True
        if command.prints:
            self.put(self.pattern)
        if command.to:
            self.write(command.to)

    def write(self, name):
        if name in ('/dev/stdout', '/dev/stderr'):
            (self.put if name == '/dev/stdout' else say)(self.pattern)
            return
        self.written.setdefault(name, []).append(self.pattern + '\n')

    def cycle_ends(self):
        if not self.quiet:
            self.show()
        self.flush()

    def run(self):
        for command in self.script.commands:
            for name in (getattr(command, 'file', None) if command.letter == 'w' else None, getattr(command, 'to', None)):
                if name and not name.startswith('/dev/std'):
                    self.written[name] = []
        again = False
        try:
            while again or (text := self.next()) is not None:
                if not again:
                    self.pattern = text
                again = self.cycle()
        finally:
            for name, lines in self.written.items():
                with open(name, 'w', errors='surrogateescape') as file:
                    file.writelines(lines)
            # A file that is edited gets what has been written.
            self.lines.close()
        return self.status

    def cycle(self):
        """Runs the commands on the pattern space; whether they begin again without another line."""
        commands, at = self.script.commands, 0
        self.changed = False
        while at < len(commands):
            command, letter = commands[at], commands[at].letter
            at += 1
            if letter in '}:':
                continue
            if not self.applies(command):
                if letter == '{':
                    at = command.target
            elif letter == 's':
                self.substitute(command)
            elif letter == 'p':
                self.show()
            elif letter == 'd' or letter == 'D' and '\n' not in self.pattern:
                self.flush()
                return False
            elif letter == 'D':
                self.pattern = self.pattern.partition('\n')[2]
                self.flush()
                return True
            elif letter in 'ir':
                if letter == 'i':
                    self.put(command.text, False)
                else:
                    self.queue.append(('r', command.file))
            elif letter == 'a':
                self.queue.append(('a', command.text))
            elif letter == 'c':
                if not command.active or command.negated:
                    self.put(command.text, False)
                self.flush()
                return False
            elif letter in 'nN':
                if not self.ahead():
                    self.cycle_ends()
                    raise Failed(self.status)
                if letter == 'n':
                    self.cycle_ends()
                    self.pattern = self.next()
                else:
                    self.flush()
                    self.pattern += '\n' + self.next()
            elif letter in 'qQ':
                if letter == 'q':
                    self.cycle_ends()
                raise Failed(command.status)
            elif letter in 'bTt':
                jumps = letter == 'b' or self.changed == (letter == 't')
                if letter != 'b':
                    self.changed = False
                at = command.target if jumps else at
            elif letter == 'y':
                self.pattern = self.pattern.translate(command.table)
            elif letter == '=':
                self.put(str(self.line))
            elif letter == 'P':
                self.put(self.pattern.partition('\n')[0])
            elif letter == 'x':
                self.hold, self.pattern = self.pattern, self.hold
            elif letter in 'hH':
                self.hold = self.pattern if letter == 'h' else f'{self.hold}\n{self.pattern}'
            elif letter in 'gG':
                self.pattern = self.hold if letter == 'g' else f'{self.pattern}\n{self.hold}'
            elif letter == 'w':
                self.write(command.file)
        self.cycle_ends()
        return False


def _filled(parts, found):
    """A replacement with what was found, in the letters that it asks for."""
    made, case, once = '', None, None
    for at, part in enumerate(parts):
        if at % 2 and isinstance(part, str):
            if part in 'ul':
                once = part
            else:
                case, once = part, None
            continue
        text = (found[part] or '') if at % 2 else part
        text = text.upper() if case == 'U' else text.lower() if case == 'L' else text
        if once and text:
            text, once = (text[0].upper() if once == 'u' else text[0].lower()) + text[1:], None
        made += text
    return made


def sed(args):
    # The suffix of `-i` stands with it.
    kept = next((arg[2:] for arg in args if arg[:2] == '-i' and arg[:3] != '-in'), None)
    kept = next((arg.partition('=')[2] for arg in args if arg.startswith('--in-place')), kept)
    args = ['-i' if arg[:2] == '-i' or arg.startswith('--in-place') else arg for arg in args]
    given, operands = options('sed', args, 'nEriszu', 'ef', _LONG, 'l')
    if 'i' in given:
        given['i'] = kept or ''
    script = _Script(given.keys() & {'E', 'r'})
    if 'f' in given:
        try:
            with open(given['f'], errors='surrogateescape') as file:
                script.add(file.read())
        except OSError as error:
            fail('sed', f"couldn't open file {given['f']}: {error.strerror}", hint=False)
    for text in given.get('e', ()):
        script.add(text)
    if not given.keys() & {'e', 'f'}:
        if not operands:
            say('Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...')
            return 1
        script.add(operands.pop(0))
    script.finish()
    return _Editor(script, operands, given).run()


PROGRAMS = {'sed': sed}
