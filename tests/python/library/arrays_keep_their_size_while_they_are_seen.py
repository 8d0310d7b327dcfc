from array import array


def tried(numbers, change):
    try:
        exec(change)
        print(change, numbers)
    except (BufferError, IndexError, ValueError) as e:
        print(change, type(e).__name__, e)


numbers = array('i', [1, 2, 3])
with memoryview(numbers):
    for change in (
            'numbers *= 1', 'numbers *= 2', 'numbers *= 0', 'numbers += array("i")', 'numbers += numbers',
            'numbers.extend([])', 'numbers.extend([1])', 'numbers.fromlist([])', 'numbers.frombytes(b"")',
            'numbers.frombytes(bytes(4))', 'numbers.insert(0, 1)', 'numbers.pop()', 'numbers.clear()',
            'numbers[0:0] = array("i")', 'numbers[0:1] = array("i", [5])', 'numbers[::2] = array("i", [6, 7])',
            'numbers[::-2] = array("i", [6, 7])', 'numbers[::2] = array("i", [8])', 'numbers[0:1] = array("i")',
            'del numbers[0:0]', 'del numbers[::2]', 'del numbers[0]', 'del numbers[9]', 'del numbers[5:]'):
        tried(numbers, change)
numbers.append(4)
print(numbers)
nothing = array('i')
with memoryview(nothing):
    for change in 'numbers *= 2', 'numbers += numbers', 'numbers.clear()', 'numbers.append(1)':
        tried(nothing, change)
