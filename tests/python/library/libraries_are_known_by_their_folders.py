"""Entry points of libraries on the path are found, also where no metadata say what a library is called."""
import importlib.metadata as metadata
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for name, text in (('bare.egg-info', '[greeters]\nhello = bare:hello\n'), ('half-1.0.dist-info', '[greeters]\nbye = half:bye\n[other]\nx = y\n'),
                       ('Whole_Thing-2.1.dist-info', '[greeters]\nhi = whole:hi [fast]\n')):
        os.mkdir(os.path.join(folder, name))
        with open(os.path.join(folder, name, 'entry_points.txt'), 'w') as file:
            file.write(text)
    with open(os.path.join(folder, 'Whole_Thing-2.1.dist-info', 'METADATA'), 'w') as file:
        file.write('Metadata-Version: 2.1\nName: whole.thing\nVersion: 2.1\n')
    sys.path.insert(0, folder)
    found = metadata.entry_points(group='greeters')
    for point in sorted(found, key=lambda point: point.name):
        print(point.name, point.value, point.module, point.attr, point.extras)
    print(metadata.version('whole-thing'), metadata.distribution('WHOLE_thing').name)
    print(sorted(metadata.entry_points(group='greeters', name='hi').names))
    try:
        metadata.version('nothing-of-the-kind')
    except metadata.PackageNotFoundError as error:
        print(error)
