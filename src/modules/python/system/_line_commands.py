"""Programs of the simulated machine that number, break and mix lines: `nl`, `fold`, `shuf`."""
from _command_lines import Inputs, fail, number, options, put


def _nl(args):
    long = {'body-numbering': 'b', 'number-separator': 's', 'number-width': 'w', 'starting-line-number': 'v', 'line-increment': 'i',
            'number-format': 'n'}
    given, operands = options('nl', args, '', 'bswvin', long, 'dfhlp')
    style, gap, form = given.get('b', 't'), given.get('s', '\t'), given.get('n', 'rn')
    if style not in ('a', 't', 'n'):
        import _frames
        _frames.not_supported('nl with -bp', 'grep -n')
    width = number('nl', given.get('w', '6'), 'invalid line number field width')
    count = number('nl', given.get('v', '1'), 'invalid starting line number')
    step = number('nl', given.get('i', '1'), 'invalid line number increment')
    shape = {'ln': f'<{width}', 'rn': f'>{width}', 'rz': f'0{width}'}.get(form)
    if shape is None:
        fail('nl', f'invalid line numbering format: ‘{form}’')
    inputs = Inputs('nl', operands)
    for line in inputs.lines():
        if style == 'a' or style == 't' and line:
            put(f'{count:{shape}}{gap}{line}\n')
            count += step
        else:
            put(' ' * (width + len(gap)) + line + '\n')
    return inputs.status


def _fold(args):
    given, operands = options('fold', args, 'bs', 'w', {'bytes': 'b', 'spaces': 's', 'width': 'w'})
    width, inputs = number('fold', given.get('w', '80'), 'invalid number of columns'), Inputs('fold', operands)
    for _, file in inputs:
        for line in file.read().decode('utf-8', 'surrogateescape').splitlines(True):
            text = line.rstrip('\n')
            while len(text) > width:
                at = text.rfind(' ', 0, width) + 1 if 's' in given else 0
                put(text[:at or width] + '\n')
                text = text[at or width:]
            put(text + '\n' * line.endswith('\n'))
    return inputs.status


def _shuf(args):
    import random
    long = {'echo': 'e', 'input-range': 'i', 'head-count': 'n', 'repeat': 'r'}
    given, operands = options('shuf', args, 'r', 'in', {key: letter for key, letter in long.items() if letter != 'e'}, 'oz') \
        if not {'-e', '--echo'} & set(args) else ({'e': True}, [arg for arg in args if arg not in ('-e', '--echo')])
    if 'e' in given:
        lines, status = operands, 0
    elif 'i' in given:
        first, _, last = given['i'].partition('-')
        lines, status = [str(one) for one in range(number('shuf', first, 'invalid input range'), number('shuf', last, 'invalid input range') + 1)], 0
    else:
        inputs = Inputs('shuf', operands)
        lines, status = list(inputs.lines()), inputs.status
    count = number('shuf', given['n'], 'invalid line count') if 'n' in given else len(lines)
    chosen = random.choices(lines, k=count) if 'r' in given else random.sample(lines, min(count, len(lines)))
    put(''.join(line + '\n' for line in chosen))
    return status


PROGRAMS = {'nl': _nl, 'fold': _fold, 'shuf': _shuf}
