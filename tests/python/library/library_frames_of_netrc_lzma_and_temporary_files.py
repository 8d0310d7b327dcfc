import os
import tempfile
import traceback


def t(f):
    try:
        print("ok", f())
    except BaseException as e:
        print("=" * 10)
        # Without the program's own lines.
        shown = "".join(traceback.format_exception(e)).replace(__file__, "FILE")
        print(shown)


os.chdir(tempfile.mkdtemp())
open("a.txt", "w").write("text")
import lzma
t(lambda: lzma.open('nofile'))
t(lambda: lzma.open('a.txt','q'))
t(lambda: lzma.open('a.txt','rbt'))
t(lambda: lzma.open('a.txt','rb',encoding='a'))
t(lambda: lzma.LZMAFile(3.5))
t(lambda: lzma.LZMAFile('a.txt','q'))
t(lambda: lzma.LZMAFile('a.txt',preset=3))
t(lambda: lzma.LZMAFile('a.txt',check=1))
import netrc
t(lambda: netrc.netrc('none'))
for text in ('machine','machine a login','foo','machine a login b foo','default login','macdef x\n','machine a login b password c\nmacdef init\nls\n'):
    open('rc','w').write(text)
    t(lambda: netrc.netrc('rc'))
t(lambda: tempfile.TemporaryFile(mode='x').close())
t(lambda: tempfile.NamedTemporaryFile(mode='x').close())
t(lambda: tempfile.NamedTemporaryFile(mode='q'))
t(lambda: tempfile.TemporaryFile(mode='q'))
f=tempfile.NamedTemporaryFile(mode='x')
print(f.mode, f.name==f.file.name, os.path.exists(f.name), f.write('abc'))
f.close()
print(os.path.exists(f.name))
f=tempfile.NamedTemporaryFile(mode='xb')
print(f.mode, f.write(b'abc'))
f.close()
