import getopt
print(getopt.getopt('-a -b -cfoo -d bar a1 a2'.split(), 'abc:d:'), getopt.gnu_getopt('a1 -x --foo=3 b --bar'.split(), 'x', ['foo=', 'bar']))
for a in (['-z'], ['--zz'], ['-c'], ['--foo'], ['--bar=1'], ['--ba']):
    try: print(getopt.getopt(a, 'c:', ['foo=', 'bar', 'baz']))
    except getopt.GetoptError as e: print(e, e.opt, e.msg)
