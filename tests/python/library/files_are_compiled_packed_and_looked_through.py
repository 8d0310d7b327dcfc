import py_compile, compileall, tabnanny, pyclbr, zipapp, os, sys, io, contextlib, tempfile
d=tempfile.mkdtemp(); os.chdir(d); d=os.getcwd()
open('good.py','w').write('x = 1\nprint(x)\n'); open('bad.py','w').write('def f(:\n  pass\n'); os.makedirs('pkg/sub'); open('pkg/__init__.py','w').write(''); open('pkg/sub/m.py','w').write('y=2\n')
print(py_compile.compile('good.py')); print(os.path.exists('__pycache__/good.cpython-313.pyc'), open('__pycache__/good.cpython-313.pyc','rb').read(16)[:8])
print(py_compile.compile('good.py', cfile='out.pyc'), py_compile.compile('good.py', optimize=2), py_compile.compile('good.py', invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH))
print(open('__pycache__/good.cpython-313.pyc','rb').read(16))
try: py_compile.compile('bad.py', doraise=True)
except py_compile.PyCompileError as e: print(e); print(e.exc_type_name, e.file, repr(e.exc_value))
sys.stderr=sys.stdout
print(py_compile.compile('bad.py')); print(py_compile.compile('bad.py', quiet=2, doraise=True))
try: py_compile.compile('nope.py')
except OSError as e: print(e)

print(compileall.compile_dir('.', force=True)); print(compileall.compile_dir('pkg', quiet=1)); print(compileall.compile_file('good.py', quiet=0, force=True), compileall.compile_file('bad.py', quiet=1)); print(compileall.compile_dir('none')); print(compileall.compile_dir('pkg', legacy=True, maxlevels=0, force=True), sorted(os.listdir('pkg')))
for n,src in (('t1.py','if 1:\n\tx=1\n        \ty=2\n'),('t2.py','if 1:\n    x=1\n\ty=2\n'),('t3.py','if 1:\n    if 2:\n\tx=1\n'),('t4.py','def f():\n  if 1:\n\tpass\n'),('t 5.py','if 1:\n        x=1\n\tif 2:\n\t  y\n'),('t6.py','x = (\n'),('t7.py','if 1:\n  x\n y\n')):
    open(n,'w').write(src)
    for v in (0,1,2):
        tabnanny.verbose=v
        try: tabnanny.check(n)
        except SystemExit as e: print('exit', e.code)
tabnanny.verbose=1; os.mkdir('q'); open('q/ok.py','w').write('a\n'); tabnanny.check('q'); tabnanny.check('q/ok.py'); tabnanny.filename_only=1; tabnanny.verbose=0; tabnanny.check('t4.py')
open('shapes.py','w').write('''import os
from base import Base as B
class A(B, object, os.PathLike):
    x = 1
    def m(self): pass
    async def am(self):
        def inner(): pass
    class In(A): pass
class C(A): pass
def f(): 
    class L: pass
async def g(): pass
if 1:
    def h(): pass
''')
open('base.py','w').write('class Base: \n  def q(s): pass\nclass _P: pass\n')
sys.path.insert(0,d)
def show(t,l=0):
    for n,o in t.items():
        if isinstance(o,list): print(n, [os.path.basename(x) for x in o]); continue
        print(' '*l, n, type(o).__name__, o.module, o.name, os.path.basename(o.file), o.lineno, o.end_lineno, o.parent and o.parent.name, [getattr(s,'name',s) for s in getattr(o,'super',[])], getattr(o,'methods',None), getattr(o,'is_async',None)); show(o.children,l+2)
show(pyclbr.readmodule_ex('shapes')); print(list(pyclbr.readmodule('shapes'))); show(pyclbr.readmodule_ex('pkg')); show(pyclbr.readmodule_ex('pkg.sub.m')) if os.path.exists('pkg/sub/__init__.py') else None
for n in ('nomod','good.x'):
    try: print(pyclbr.readmodule(n))
    except ImportError as e: print(type(e).__name__, e)
print(pyclbr.readmodule_ex('sys'))
os.mkdir('app'); open('app/cli.py','w').write('def main(): print("hi")\n')
zipapp.create_archive('app', main='cli:main', interpreter='/usr/bin/env python3'); print(os.path.exists('app.pyz'), zipapp.get_interpreter('app.pyz'), open('app.pyz','rb').readline())
import zipfile; z=zipfile.ZipFile('app.pyz'); print(z.namelist(), z.read('__main__.py'))
for k in (dict(source='zz'), dict(source='app'), dict(source='app', main='bad'), dict(source='pkg', main='1x:2')):
    try: zipapp.create_archive(**k)
    except zipapp.ZipAppError as e: print(e)
b=io.BytesIO(); zipapp.create_archive('app', b, main='cli:main', compressed=True, filter=lambda p: p.suffix=='.py'); print(b.getvalue()[:2])
zipapp.create_archive('app.pyz','copy.pyz','python'); print(zipapp.get_interpreter('copy.pyz'), zipapp.get_interpreter(io.BytesIO(b'PK')))
