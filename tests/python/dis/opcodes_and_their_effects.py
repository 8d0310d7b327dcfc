# The module opcode: numbers, kinds, and what each instruction does to the stack.
import dis
import opcode

print(sorted(dis.__all__), opcode.__all__)
print(opcode.opmap)
print(len(opcode.opname), opcode.opname[3], opcode.opname[85], opcode.cmp_op, opcode.HAVE_ARGUMENT, opcode.EXTENDED_ARG)
for kind in opcode.__all__:
    if kind.startswith("has"):
        print(kind, getattr(opcode, kind))
for name, number in opcode.opmap.items():
    effects = []
    for arg in None, 0, 1, 3, 258:
        for jump in None, True, False:
            try:
                effects.append(dis.stack_effect(number, arg, jump=jump))
            except ValueError as error:
                effects.append(str(error))
    print(name, *dict.fromkeys(effects))
for arguments in ((300,), ("LOAD",), (85, "x")):
    try:
        dis.stack_effect(*arguments)
    except (ValueError, TypeError) as error:
        print(error)
