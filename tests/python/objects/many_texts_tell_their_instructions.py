# Each of many texts that are executed tells of its own instructions, in a time that grows as their number does.
import dis

sizes = set()
for n in range(300):
    code = compile(f'x = {n}\ndef f(): return x + {n}\n', f'<text {n}>', 'exec')
    sizes.add((len(code.co_code), len(code.co_consts[1].co_code)))
print(sizes)
print([i.opname for i in dis.get_instructions(code)])
