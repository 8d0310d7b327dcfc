"""Functions that take a descriptor for a path name it in their error, those that take none but descriptors do not."""
import os

for function in (os.path.getsize, os.stat, os.listdir, os.utime, os.chdir, os.fstat, os.scandir, open):
    try:
        print(function(5000))
    except OSError as error:
        print(function.__name__, error, error.filename)
for function in (lambda: os.chmod(5000, 1), lambda: os.access(5000, 1)):
    try:
        print(function())
    except (OSError, TypeError) as error:
        print(error)
print(os.path.exists(5000), os.path.isdir(5000))
