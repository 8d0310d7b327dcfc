"""A temporary directory goes whatever its folders permit; rmtree says what it could not do."""
import os, tempfile, shutil, sys
if os.getuid() == 0:
    os.setgroups([]); os.setgid(1000); os.setuid(1000)
    os.environ['HOME'] = '/tmp'
def tree(mode):
    d = tempfile.TemporaryDirectory()
    base = d.name
    os.makedirs(base + '/a/b')
    for p in ('/f', '/a/f', '/a/b/f'):
        open(base + p, 'w').close()
    for root, dirs, files in os.walk(base, topdown=False):
        for n in dirs + files:
            os.chmod(os.path.join(root, n), mode)
    os.chmod(base, mode)
    return d
for mode in range(8):
    d = tree(mode << 6)
    try:
        d.cleanup()
        print(mode, 'cleaned', os.path.exists(d.name))
    except Exception as e:
        print(mode, type(e).__name__, str(e).replace(d.name, 'DIR'))
        os.chmod(d.name, 0o700)
for mode in range(8):
    d = tree(mode << 6)
    try:
        shutil.rmtree(d.name)
        print(mode, 'removed', os.path.exists(d.name))
    except Exception as e:
        print(mode, type(e).__name__, str(e).replace(d.name, 'DIR'))
    errs = []
    def onexc(f, p, e): errs.append((f.__name__, p.replace(d.name, 'DIR'), type(e).__name__))
    if os.path.exists(d.name):
        shutil.rmtree(d.name, onexc=onexc)
        print('  ', errs)
        shutil.rmtree(d.name, ignore_errors=True)
        print('  ', os.path.exists(d.name))
        os.chmod(d.name, 0o700)
    try: d.cleanup()
    except Exception as e: print(type(e).__name__)
