# Lines of a source may end in \r\n or \r: in its strings they are newlines all the same.
print(repr(eval('"""a\rb\r\nc"""')), repr(eval(b'"""a\r\nb"""')), repr(eval(r'"a\r\n"')))
exec('print(1)\r\nprint("""a\r\nb""")\rprint(2)\r\n')
code = compile('if True:\r\n    text = """one\r\ntwo"""\r\n\r\nfail = 1 / 0\r\n', 'windows.py', 'exec')
names = {}
try:
    exec(code, names)
except ZeroDivisionError as e:
    print(repr(names['text']), e.__traceback__.tb_next.tb_lineno)
try:
    compile('a = 1\r\nb = (\r\n', 'windows.py', 'exec')
except SyntaxError as e:
    print(e, repr(e.text))
import ast
print(ast.dump(ast.parse('x = "a\\\r\nb"\r\n')))
