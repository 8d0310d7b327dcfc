"""`awk`: a program is translated into functions; input is read record by record."""
import re
import sys
from _command_lines import Inputs, fail, put, say

from _awk_values import _Input, _Leaves, _is_true, _number, _text, _unescaped
from _awk_functions import Functions
from _awk_expressions import Expressions
from _awk_statements import Statements


class _Awk(Statements, Expressions, Functions):
    def __init__(self, source):
        self.tokens, self.at = self._tokens(source), 0
        self.begins, self.rules, self.ends, self.functions = [], [], [], {}
        self.vars = {'FS': ' ', 'OFS': ' ', 'ORS': '\n', 'RS': '\n', 'NR': 0, 'FNR': 0, 'FILENAME': None, 'SUBSEP': '\x1c',
                     'RSTART': 0, 'RLENGTH': -1, 'OFMT': '%.6g', 'CONVFMT': '%.6g'}
        self.locals, self.files, self.fields, self.record = [], {}, [], _Input('')
        self.patterns, self.random = {}, None
        self.program()

    frame = {}

    def split(self):
        if self.fields is None:
            parts = self.parts(self.record, _text(self.vars['FS']))
            self.fields = [_Input(part) for part in parts]
        return self.fields

    def field(self, number):
        if number == 0:
            return self.record
        if number < 0:
            fail('awk', f'attempt to access field {number}', 2, False)
        fields = self.split()
        return fields[number - 1] if number <= len(fields) else None

    def set_field(self, number, value):
        if number == 0:
            self.record, self.fields = _Input(_text(value)), None
            return value
        fields = self.split()
        fields += [_Input('')] * (number - len(fields))
        fields[number - 1] = value if isinstance(value, str) else _Input(_text(value))
        self.rebuild()
        return value

    def set_count(self, value):
        count, fields = int(_number(value)), self.split()
        self.fields = fields[:count] + [_Input('')] * (count - len(fields))
        self.rebuild()
        return value

    def rebuild(self):
        self.record = _Input(_text(self.vars['OFS']).join(map(_text, self.fields)))

    def write(self, values, way=None, where=None):
        shape = self.vars['OFMT']
        line = _text(self.vars['OFS']).join([_text(value, shape) for value in values]) if values else self.record
        self.out(line + _text(self.vars['ORS']), way, where)

    def out(self, text, way=None, where=None):
        if where is None:
            put(text)
            return
        name = _text(where())
        if name in ('/dev/stdout', '-'):
            put(text)
        elif name == '/dev/stderr':
            say(text, end='')
        else:
            if name not in self.files:
                self.files[name] = open(name, 'w' if way == '>' else 'a', newline='')
            self.files[name].write(text)

    def shaped(self, values):
        shape, values = _text(values[0]) if values else '', list(values[1:])

        def one(found):
            if found[0] == '%%':
                return '%'
            spec, letter = found[1], found[2]
            while '*' in spec:
                spec = spec.replace('*', str(int(_number(values.pop(0) if values else 0))), 1)
            value = values.pop(0) if values else None
            if letter == 'c':
                return f'%{spec}s' % (chr(int(value)) if type(value) in (int, float) else _text(value)[:1])
            if letter == 's':
                return f'%{spec}s' % _text(value)
            number = _number(value)
            if letter in 'dioxXu':
                return f'%{spec}{"d" if letter in "iu" else letter}' % int(number)
            return f'%{spec}{letter}' % number
        return re.sub(r'%(?:%|([-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?)([diouxXeEfFgGcs]))', one, shape)

    def set_given(self, text):
        name, _, value = text.partition('=')
        self.vars[name] = _Input(_unescaped(value))

    def run(self, operands):
        status = 0
        try:
            for act in self.begins:
                act()
            if self.rules or self.ends:
                status = self.read(operands)
        except _Leaves as leaves:
            status = int(_number(leaves.value))
        try:
            for act in self.ends:
                act()
        except _Leaves as leaves:
            if leaves.value is not None:
                status = int(_number(leaves.value))
        for file in self.files.values():
            file.close()
        return status

    def read(self, operands):
        files = [operand for operand in operands if not re.match(r'[A-Za-z_]\w*=', operand)]
        for operand in operands:
            if operand not in files:
                self.set_given(operand)
        inputs = Inputs('awk', files, 2)
        for name, file in inputs:
            self.vars['FILENAME'], self.vars['FNR'] = _Input('' if name == '-' else name), 0
            try:
                for line in self.records(file):
                    self.vars['NR'] += 1
                    self.vars['FNR'] += 1
                    self.record, self.fields = _Input(line), None
                    try:
                        self.apply()
                    except _Leaves as leaves:
                        if leaves.how != 'next':
                            raise
            except _Leaves as leaves:
                if leaves.how != 'nextfile':
                    raise
        return inputs.status

    def records(self, file):
        from _command_lines import text_of
        separator = _text(self.vars['RS'])
        if separator == '\n':
            while line := file.readline():
                yield text_of(line.removesuffix(b'\n'))
            return
        text = text_of(file.read())
        if separator == '':
            yield from (part for part in re.split(r'\n\n+', text.strip('\n')) if part)
            return
        parts = text.split(separator) if len(separator) == 1 else self.compiled(separator).split(text)
        yield from parts[:-1] if parts[-1] in ('', '\n') else parts

    def apply(self):
        for rule in self.rules:
            first, last, act, within = rule
            if last is None:
                if first is None or _is_true(first()):
                    act()
            elif within or _is_true(first()):
                rule[3] = not _is_true(last())
                act()


def _awk(args):
    args, given, separator, sources = list(args), [], None, []
    while args and args[0][:1] == '-' and args[0] != '-':
        option = args.pop(0)
        if option == '--':
            break
        if option[:2] not in ('-F', '-v', '-f'):
            fail('awk', f'not an option: {option}', 2, False)
        value = option[2:] or (args.pop(0) if args else fail('awk', f'option requires an argument -- {option[1]}', 2, False))
        if option[1] == 'F':
            separator = '\t' if value == 't' else _unescaped(value)
        elif option[1] == 'v':
            given.append(value)
        else:
            with open(value) as file:
                sources.append(file.read())
    if not sources and not args:
        print('usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]', file=sys.stderr)
        return 2
    awk = _Awk('\n'.join(sources) if sources else args.pop(0))
    if separator is not None:
        awk.vars['FS'] = separator
    for text in given:
        awk.set_given(text)
    awk.vars['ARGC'] = len(args) + 1
    awk.vars['ARGV'] = {str(at): _Input(arg) for at, arg in enumerate(['awk', *args])}
    awk.vars['ENVIRON'] = {name: _Input(value) for name, value in __import__('os').environ.items()}
    return awk.run(args)


PROGRAMS = {'awk': _awk}
