# PEP 709: comprehensions are part of the code around, with their variables set aside; generator expressions are not.
import dis

dis.dis('''
def local(rows, n):
    squares = [n * n for n in rows if n > 1 if n]
    table = {k: [v for v in row] for k, row in rows}
    return {x + y for x in rows for y in [n]}, squares, table

def cells(rows):
    return [lambda: row for row in rows]

class Body:
    size = 3
    names = [size for size in range(2)]
    lazily = (size for _ in names)

total = sum(n for n in (1, 2) if n)
kept = [(last := n) for n in range(3)]
''')
