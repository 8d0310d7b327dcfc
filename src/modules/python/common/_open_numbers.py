"""`/proc/self/fd`: the numbers of what is open, each a link to it."""
import _descriptors
import _files
import _processes


def processes():
    """What is told of processes: of the one that asks."""
    own = _files.directory()
    own.entries['fd'] = _files.Listed(lambda folder: _links())
    return {'self': own, str(_processes.getpid()): own}


def _links():
    _descriptors._number_loops()
    numbers = {*_descriptors.table, *[n for numbers in _descriptors._of_loops.values() for n in numbers], *{0, 1, 2}.difference(_descriptors.closed)}
    # Who lists them has a number while he does.
    numbers.add(next(n for n in range(len(numbers) + 1) if n not in numbers))
    return {str(number): _files.Node(0o120700, target=_target(number)) for number in sorted(numbers)}


def _target(number):
    thing = _descriptors.table.get(number)
    node = getattr(thing, 'node', None)
    if node is None:
        kind = 'pipe' if 'ipe' in type(thing).__name__ else 'socket'
        return f'{kind}:[{20000 + number}]' if thing is not None else '/dev/null' if number < 3 else 'anon_inode:[eventpoll]'
    for name, each in _files.root.entries.items():
        if name != 'proc' and (found := f'/{name}' if each is node else each.is_dir() and _files.place_of(node, f'/{name}', each)):
            return found
    return '(deleted)'
