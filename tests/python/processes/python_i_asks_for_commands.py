# `python -i` asks on standard error for commands on its input, whatever that is, and shows what they give.
import asyncio
import subprocess
import sys
import tempfile


def run(options, text):
    done = subprocess.run([sys.executable, *options], input=text, capture_output=True, text=True)
    print(options[1].replace(place, 'FILE'), done.returncode, done.stdout.split('\n'))
    for line in done.stderr.replace(place, 'FILE').split('\n'):
        print('   ', line)


with tempfile.NamedTemporaryFile('w', suffix='.py', delete=False) as file:
    file.write('import sys\ndef f():\n    1/0\nprint(sys.argv[1:], __name__)\nf()\n')
place = file.name
run(['-i', '-q'], '1+1\ndef f(x):\n    return x * 2\n\nf(21)\n_ + 1\nNone\n"s"\n# nothing\n')
run(['-i', '-q'], 'for i in range(2):\n    print(i)\n')
run(['-i', '-q'], '1 +\n  x\nx = (1,\n2)\nx\ny = """a\nb"""\ny\n')
run(['-i', '-q'], 'def f():\n  raise KeyError(1)\n\ntry:\n  f()\nexcept KeyError as e:\n  raise ValueError from e\n\nprint("on")\n')
run(['-i', '-q'], 'import sys\nsys.argv, sys.flags.interactive, sys.flags.inspect, __name__\nsys.ps1 = "in> "\n5\nexit(3)\nprint(9)\n')
run(['-i', '-q'], 'import sys; sys.exit("bye")\n')
run(['-i', '-c', 'x = 1; raise ValueError(3)'], 'x\n')
run(['-i', '-c', 'import sys; sys.exit(4)'], 'print(5)')
run(['-i', place, 'a', 'b'], 'f()\n"__file__" in globals()\n')


async def talk():
    python = await asyncio.create_subprocess_exec(
        sys.executable, '-i', '-q', stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for command in 'x = 20', 'x + 1', 'print(x)':
        python.stdin.write(f'{command}\n'.encode())
        if command != 'x = 20':
            print(await python.stdout.readline())
    python.stdin.close()
    print(await python.wait())


asyncio.run(talk())
