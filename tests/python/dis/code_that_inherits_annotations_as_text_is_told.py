"""What `compile` makes within a module whose annotations stay text has that, too, for dis and for marshal."""
from __future__ import annotations

import dis
import marshal

text = 'total: int = 0\nfor i in range(3):\n    total += i\ndef f(a: 1 + 2, *b: list[int]) -> None:\n    c: 1 / 0 = a\n'
code = compile(text, filename='<string>', mode='exec')
for instruction in dis.Bytecode(code):
    print(f'{instruction.opname:<20} {instruction.argrepr}'.replace(repr(code.co_consts), '…').partition(' at 0x')[0])
names = {}
exec(marshal.loads(marshal.dumps(code)), names)
print(names['total'], names['f'].__annotations__, names['__annotations__'], hex(names['f'].__code__.co_flags))
apart = compile(text, '<string>', 'exec', dont_inherit=True)
print(hex(code.co_flags), hex(apart.co_flags))
names = {}
exec(marshal.loads(marshal.dumps(apart)), names)
print(names['f'].__annotations__, names['__annotations__'])
