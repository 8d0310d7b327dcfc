"""A program as a tree, so that parts of it can be taken out: a line is a text, a compound statement a list of clauses,
each a head and a body."""


class Clauses(list):
    """One compound statement: pairs of a head and a body."""


def block(head, *body):
    return Clauses([(head, list(body))])


def text_of(body, depth=0):
    lines = []
    for item in body:
        if isinstance(item, str):
            lines.extend('    ' * depth + line for line in item.split('\n'))
            continue
        for head, inner in item:
            lines.append('    ' * depth + head)
            lines.extend(text_of(inner, depth + 1).splitlines() or ['    ' * (depth + 1) + 'pass'])
    return ''.join(line + '\n' for line in lines)


def smaller(body):
    """Each program that this one becomes with a part taken out, largest parts first."""
    size = len(body)
    step = size // 2
    while step >= 2:
        for at in range(0, size, step):
            yield body[:at] + body[at + step:]
        step //= 2
    for at, item in enumerate(body):
        before, after = body[:at], body[at + 1:]
        yield before + after
        if isinstance(item, str):
            continue
        for number, (head, inner) in enumerate(item):
            if head.startswith(('with ', 'async with ', 'if ', 'for ', 'async for ', 'try', 'else', 'finally')):
                yield before + inner + after
            if len(item) > 1 and (len(item) > 2 or number == 0 and not head.startswith('try')):
                yield before + [Clauses(item[:number] + item[number + 1:])] + after
            for less in smaller(inner):
                yield before + [Clauses(item[:number] + [(head, less)] + item[number + 1:])] + after
