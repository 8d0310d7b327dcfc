"""What a program puts into linecache.cache for code that it makes itself stands in the tracebacks of that code."""
import linecache
import traceback

source = 'def twice(x):\n    return x * x.two\n'
space = {}
exec(compile(source, '<made here>', 'exec'), space)


def show():
    try:
        space['twice'](3)
    except AttributeError as error:
        print(*traceback.format_exception(error))


show()
linecache.cache['<made here>'] = len(source), None, source.splitlines(True), '<made here>'
print(linecache.getline('<made here>', 2), end='')
show()
linecache.cache['<made here>'] = 5, None, ['\n', '    other words\n'], '<made here>'
show()
linecache.clearcache()
show()
