"""zipfile.Path: as a pickle it is the archive's path and its own; folders that names imply can be written."""
import io
import os
import pickle
import tempfile
import zipfile

folder = tempfile.mkdtemp()
name = os.path.join(folder, 'a.zip')
with zipfile.ZipFile(name, 'w') as archive:
    archive.writestr('one/two/three.txt', 'three')
    archive.writestr('four.txt', 'four')
path = zipfile.Path(name, 'one/')
again = pickle.loads(pickle.dumps(path))
print(again.at, again.name, [p.name for p in again.iterdir()], (again / 'two' / 'three.txt').read_text())
print(zipfile.Path(name).root.namelist())

with zipfile.ZipFile(io.BytesIO(), 'w') as archive:
    archive.writestr('a/b/c.txt', '')
    print(zipfile._path.CompleteDirs.inject(archive).namelist())
try:
    pickle.dumps(zipfile.Path(zipfile.ZipFile(name)))
except (TypeError, AttributeError) as e:
    print(type(e).__name__)
