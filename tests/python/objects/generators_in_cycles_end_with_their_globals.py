# A generator that is suspended deep within what a module's name holds is closed while the module's names still stand;
# recorded by hand: what is printed as the interpreter goes has no time in the oracle.
import json


def waiting():
    while True:
        try:
            yield
        except json.JSONDecodeError:
            pass


class Environment:
    def __init__(self):
        self.queue = []
        self.me = self


environment = Environment()
generator = waiting()
next(generator)
environment.queue.append([(1, generator)])
del generator


class Machine:
    def __init__(self, environment):
        self.environment = environment
        self.process = self.run()
        environment.queue.append((2, self.process))
        next(self.process)

    def run(self):
        try:
            yield 1
        finally:
            print('closed', json.__name__, type(self.environment).__name__)


machines = [Machine(environment) for _ in range(2)]
print('end')
