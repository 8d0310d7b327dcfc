# exec and eval in dicts whose keys are not all texts: nothing of them is lost, and the names come back.
class Own(dict):
    pass


for make in (dict, Own):
    names = make({1: 'one', (2,): 'two', 'old': 0})
    exec('x = 3; y = x + 1; old += 5', names)
    print(sorted(map(str, names)), names['x'], names['y'], names['old'], names[1], type(names).__name__)
    exec('del x\ndef double(n): return n * factor\nfactor = 2\nz = double(y)', names)
    print('x' in names, names['z'], names['double'](21), names[2,])
    print(eval('z + old', names), len(names))
    names[5] = 'five'
    exec('w = 1', names)
    print(names[5], names['w'])
    try:
        exec('kept = 1; 1 / 0', names)
    except ZeroDivisionError:
        print(names['kept'], names[1])
    local = make({1: 'local'})
    exec('inner = 5', {}, local)
    print(local)
print(hasattr(len, '__get__'), hasattr(str.join, '__get__'))
