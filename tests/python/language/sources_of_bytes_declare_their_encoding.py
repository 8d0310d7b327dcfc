# eval, exec and compile read bytes as their first lines declare, else as UTF-8.
print(eval(b"# -*- coding: latin-1 -*-\n'\xe9'"))
exec('# coding: gbk\nprint("中文")'.encode('gbk'))
for source in (b'1 # coding: gbk', b"\xef\xbb\xbf'\xc3\xa9'", b'# coding: nosuch\n1', b'\xef\xbb\xbf# coding: latin-1\n1',
               b"# vim: set fileencoding=ascii :\n'\xe9'", b"\n# coding: latin-1\n'\xe9'", memoryview(b'1+1'),
               bytearray(b'2+2'), "# coding: latin-1\n'é'", b"# coding: utf-8\r\n'\xc3\xa9'"):
    try:
        print(eval(compile(source, 'source.py', 'eval')))
    except SyntaxError as e:
        print(e, e.args)
try:
    compile(b"x = 1\ny = '\xff'\n", 'source.py', 'exec')
except SyntaxError as e:
    print(e.msg.partition(' in ')[0], e.filename, e.lineno)
