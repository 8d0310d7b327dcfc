# Of the lines that did not run, trace marks those with which something can run, not those of docstrings.
import os
import trace


def tell(number):
    "Tells."
    total = 0
    for step in range(number):
        total += step
    if total > 99:
        """No comment,
        but a text."""
        total = 99
    return total


class Teller:
    """A class."""
    size = 1

    def tell(self):
        """Says
        it."""
        return 2


tracer = trace.Trace(count=1, trace=0)
tracer.runfunc(tell, 3)
tracer.results().write_results(show_missing=True, coverdir='/tmp/cover')
name = os.path.basename(__file__)[:-3]
with open(f'/tmp/cover/{name}.cover') as file:
    for line in file.read().splitlines()[5:28]:
        print(line)
