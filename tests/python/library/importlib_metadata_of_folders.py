"""importlib.metadata reads descriptions of libraries that lie on the path."""
import importlib.metadata as m
import os
import pathlib
import sys
import tempfile

d = tempfile.mkdtemp()
p = os.path.join(d, 'foo_bar-1.2.dist-info')
os.mkdir(p)
for name, text in {
        'METADATA': 'Metadata-Version: 2.1\nName: foo-bar\nVersion: 1.2\nSummary: hi\nLicense: a\n        b\nRequires-Dist: requests>=2\n'
                    "Requires-Dist: x; extra == 'dev'\nProvides-Extra: dev\nKeywords: a,b c\n\nbody text\n",
        'entry_points.txt': '# points\n[console_scripts]\nfoo = foo_bar:main\n\n[plug.in]\nx = foo_bar.x:Y.z [dev,more]\nw = foo_bar\n',
        'RECORD': 'foo_bar/__init__.py,sha256=abc,12\nfoo_bar-1.2.dist-info/METADATA,,\nnot_there.py,,\n',
        'direct_url.json': '{"url": "file:///x", "dir_info": {"editable": true}}',
        'top_level.txt': 'foo_bar\n'}.items():
    pathlib.Path(p, name).write_text(text)
os.mkdir(d + '/foo_bar')
pathlib.Path(d, 'foo_bar/__init__.py').write_text("def main():\n    return 'm'\n")
egg = pathlib.Path(d, 'Old.Egg-0.1-py3.13.egg-info')
egg.mkdir()
(egg / 'PKG-INFO').write_text('Metadata-Version: 1.0\nName: Old.Egg\nVersion: 0.1\n')
(egg / 'requires.txt').write_text('a>1\n\n[tests]\nb\n\n[:python_version<"3"]\nc\n\n[x:os_name=="nt"]\nd @ http://e\n')
sys.path.insert(0, d)

print(m.version('foo-bar'), m.version('foo_bar'), m.version('Foo.Bar'))
dist = m.distribution('foo_bar')
print(dist.name, dist.version, dist.requires, dist.metadata['Summary'], dist.metadata.get_all('Requires-Dist'))
print(dist.metadata.json)
print(list(dist.metadata), 'Name' in dist.metadata, repr(dist.metadata['License']))
print([(str(f), f.hash, f.size) for f in dist.files])
print(dist.files[0].read_text(), dist.files[0].locate() == pathlib.Path(d) / 'foo_bar/__init__.py', dist.files[0].read_binary()[:3])
print(dist.origin.url, dist.origin.dir_info.editable)
print(m.entry_points(group='console_scripts', name='foo'))
points = m.entry_points(group='plug.in')
point = points['x']
print(point, point.name, point.value, point.module, point.attr, point.extras, point.dist.name, points['w'].attr, points['w'].extras)
print(sorted(points), point.matches(name='foo'), points.names, points.groups, hash(point) == hash(points['x']))
print(m.entry_points(group='console_scripts')['foo'].load()())
for call in (lambda: points['nope'], lambda: setattr(point, 'name', 'n'), lambda: m.version('nope'), lambda: m.version('')):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print([x.name for x in m.distributions() if x.name == 'foo-bar'], [x.version for x in m.distributions(name='foo-bar', path=[d])])
print(m.requires('foo-bar'), m.packages_distributions()['foo_bar'], m.files('foo-bar')[0])
print(m.metadata('foo-bar').get_payload())
print(m.version('old-egg'), m.requires('Old.Egg'), m.files('old_egg'), m.distribution('old-egg').metadata.json)
print(m.Distribution.at(p).version, isinstance(dist, m.Distribution))


class Partly(m.Distribution):
    def read_text(self, filename):
        return 'Name: partly\nVersion: 7\n' if filename == 'METADATA' else None


print(Partly().version, Partly().entry_points, Partly().files, Partly().requires)
