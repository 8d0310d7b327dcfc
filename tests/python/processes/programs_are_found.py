import os, shutil
for name in 'ls', 'sh':
    print(os.path.basename(shutil.which(name)), shutil.which('/bin/' + name))
print(shutil.which('no-such-program'), shutil.which('sh', path='/nowhere'), shutil.which('/bin/no-such-program'))
