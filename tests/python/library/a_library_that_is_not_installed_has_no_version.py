"""importlib.metadata of a library that is not there: the search that found nothing is the context."""
from importlib.metadata import PackageNotFoundError, distribution, files, requires, version

for ask in (version, distribution, requires, files):
    try:
        ask('no-such-library')
    except PackageNotFoundError as error:
        print(error, error.name, repr(error.__context__))
try:
    version('')
except ValueError as error:
    print(error)
version('no-such-library')
