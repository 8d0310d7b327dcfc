# A hook is given the exception that the warning has become, with the frame of `warnings`.
import sys
import traceback
import warnings


async def forgotten():
    pass


def hook(unraisable):
    print(unraisable.object.__name__, unraisable.exc_value)
    for line in traceback.format_exception(unraisable.exc_value):
        print(line.rpartition('/')[2], end='')


sys.unraisablehook = hook
warnings.simplefilter('error')
forgotten()
