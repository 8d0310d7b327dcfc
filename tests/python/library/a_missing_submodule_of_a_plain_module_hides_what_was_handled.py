"""«is not a package» is raised from None: what was being handled is not told of. So it is in an import statement."""
import importlib
import sys
import traceback

for load in (lambda: __import__('sys.nowhere'), lambda: importlib.import_module('math.nowhere')):
    try:
        try:
            sys.nowhere
        except AttributeError:
            load()
    except ModuleNotFoundError as error:
        print(error, error.__suppress_context__, error.__cause__, type(error.__context__).__name__, error.name)



def first_json():
    import json.decoder.nowhere


def first_nowhere():
    import nowhere_at_all


for load in first_json, first_nowhere:
    try:
        try:
            {}['first']
        except KeyError:
            load()
    except ModuleNotFoundError:
        print(*(line for line in traceback.format_exc().splitlines() if not line.startswith(' ')), sep='\n')
