# Operands of `and`, `or` and comparisons stand beside each other: how many there are is no depth.
from dataclasses import make_dataclass

made = make_dataclass('Row', [(f'field{n}', int, n) for n in range(700)], order=True)
print(made() == made(), made() == made(field699=1), made() < made(field699=1))

for text in [
    ' and '.join(['row.field1 + 1'] * 900),
    ' or '.join(['not row.field0.real'] * 500),
    ' < '.join(f'row.field{n}' for n in range(500)),
    ' in '.join(['row.names()'] * 450),
]:
    row = made()
    row.names = lambda: [row]
    print(type(compile(text, '<text>', 'eval')).__name__)
print(eval(' and '.join(f'row.field{n}.real == {n}' for n in range(600))))
