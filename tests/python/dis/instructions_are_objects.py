# Instruction, Bytecode, code_info: fields, offsets with caches, labels, other first lines.
import dis
import io


def work(items, default=None):
    """Adds up."""
    total = 0
    for item in items:
        try:
            total += item.value
        except AttributeError:
            total += default or 1
    return total


code = dis.Bytecode(work, first_line=50)
for instr in code:
    print(tuple(instr)[:-2], tuple(instr.positions), instr.cache_info)
    print(instr.oparg, instr.baseopname, instr.baseopcode, instr.jump_target, instr.is_jump_target, instr.end_offset)
print(code.codeobj is work.__code__, code.first_line, code.current_offset)
print(code.dis())
print([(i.offset, i.label, i.line_number) for i in dis.get_instructions(work, first_line=7) if i.label or i.starts_line])
print(next(iter(code)))
print([(offset, line) for offset, line in dis.findlinestarts(work.__code__)])
print(*dis.code_info(work).splitlines()[2:], sep="\n")
output = io.StringIO()
dis.dis(work, file=output, show_caches=True, show_offsets=True)
print(output.getvalue())
dis.show_code("x = [y, 1]")
print(dis.Positions(1, 2), dis.Instruction._fields)
