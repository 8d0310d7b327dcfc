import os
import shutil
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
os.mkdir('tree')
os.mkfifo('tree/pipe')
with open('tree/plain', 'w') as file:
    file.write('text')


def tell(what, *args):
    try:
        print(what(*args))
    except OSError as error:
        print(type(error).__name__, error)


tell(shutil.copyfile, 'tree/pipe', 'other')
tell(shutil.copyfile, 'tree/plain', 'tree/pipe')
tell(shutil.copy, 'tree/pipe', 'other')
tell(shutil.copytree, 'tree', 'copied')
print(os.listdir('copied'))
