# recorded by hand: processes
# `python -m json.tool`, by its options.
import subprocess
import sys

for given, *options in (('{"b": [1, "é"], "a": null}',), ('{"b": 1, "a": 2}', '--sort-keys', '--indent', '2'), ('{"a": [1, 2]}', '--tab'),
                        ('{"a": [1, 2]}', '--no-indent'), ('{"a": [1, 2]}', '--compact'), ('{"a": 1}\n[2]\n', '--json-lines', '--compact'),
                        ('"é"', '--no-ensure-ascii'), ('{"a"',)):
    done = subprocess.run([sys.executable, '-m', 'json.tool', *options], input=given, capture_output=True, text=True)
    print(options, done.returncode, repr(done.stdout), repr(done.stderr))
