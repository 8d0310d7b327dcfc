import asyncio
import inspect
import warnings


@warnings.deprecated('use new')
def old():
    return 1


@warnings.deprecated('old class', category=FutureWarning)
class Old:
    pass


@warnings.deprecated('await new')
async def waits():
    return 2


def caller():
    return old()


caller()
Old()
print(inspect.iscoroutinefunction(waits), asyncio.run(waits()), old.__deprecated__)
with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    caller()
    Old()
print([(w.category.__name__, str(w.message), w.lineno) for w in found])
