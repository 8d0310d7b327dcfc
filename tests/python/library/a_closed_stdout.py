import sys
print('a')
out = sys.stdout
out.close()
for use in (lambda: print('b'), lambda: out.write('c'), out.flush, out.fileno, lambda: print('d', file=out)):
    try:
        use()
    except ValueError as e:
        sys.stderr.write(repr(e) + '\n')
sys.stderr.write(f'{out.closed} {out.close()}\n')
sys.stdout = sys.stderr
print('e')
