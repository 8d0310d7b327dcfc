import io
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
import cProfile
def boom(*a): raise ValueError('x')
t(lambda: cProfile.run('1/0'))
t(lambda: cProfile.runctx('1/0',{},{}))
t(lambda: cProfile.Profile().run('1/0'))
t(lambda: cProfile.Profile().runcall(boom,1))
t(lambda: cProfile.Profile().runctx('boom()',globals(),{}))
import code, codeop
t(lambda: codeop.compile_command('a b'))
t(lambda: codeop.compile_command('x = "abc'))
t(lambda: codeop.Compile()('a b','f','exec'))
t(lambda: codeop.CommandCompiler()('1 +* 2'))
t(lambda: code.compile_command('a b'))
class IC(code.InteractiveInterpreter):
    def write(self,d): raise OSError(d[:5])
t(lambda: IC().runsource('1/0'))
t(lambda: IC().runsource('a b'))
t(lambda: IC().runcode(compile('raise SystemExit(3)','a','exec')))
class C2(code.InteractiveConsole):
    def raw_input(self,p=''): boom()
t(lambda: C2().interact(banner=''))
t(lambda: code.InteractiveConsole().push(3))
import doctest
t(lambda: doctest.testfile('nofile'))
t(lambda: doctest.testfile('nofile',module_relative=False))
open('a.txt','w').write('>>> 1\n2\n')
t(lambda: doctest.testfile('a.txt',module_relative=False,raise_on_error=True))
t(lambda: doctest.testfile('a.txt',module_relative=False,package='a'))
t(lambda: doctest.testmod(3))
import wave
t(lambda: wave.open('nofile'))
t(lambda: wave.open('a.txt'))
t(lambda: wave.open('a.txt','x'))
t(lambda: wave.open(io.BytesIO(b'RIFF\0\0\0\0WAVX')))
w=wave.open(io.BytesIO(),'wb')
t(lambda: w.setnchannels(0))
t(lambda: w.getnchannels())
t(lambda: w.setsampwidth(9))
t(lambda: w.getsampwidth())
t(lambda: w.setframerate(0))
t(lambda: w.getframerate())
t(lambda: w.setcomptype('a','b'))
t(lambda: w.getparams())
t(lambda: w.writeframes(b'12'))
t(lambda: w.writeframesraw(b'12'))
t(lambda: w.setparams((1,2)))
t(lambda: w.tell())
t(lambda: w.close())
b=io.BytesIO(); w2=wave.open(b,'wb'); w2.setnchannels(1); w2.setsampwidth(2); w2.setframerate(8000); w2.writeframes(b'1234')
t(lambda: w2.setnchannels(2))
t(lambda: w2.setparams((1,2,3,4,5,6)))
w2.close(); b.seek(0)
r=wave.open(b)
t(lambda: r.setpos(99))
