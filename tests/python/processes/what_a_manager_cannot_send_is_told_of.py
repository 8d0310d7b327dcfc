# recorded by hand: the oracle starts no processes; CPython 3.13 printed it.
# A manager's object that gives what no pickle holds, itself or another: who asked hears of the pickling.
from multiprocessing.managers import BaseManager


class Numbers:
    def __init__(self):
        self.left = (number for number in range(3))

    def __iter__(self):
        return self

    def itself(self):
        return self

    def function(self):
        return lambda: 1

    def failure(self):
        raise ValueError(self.left)


class Manager(BaseManager):
    pass


Manager.register("Numbers", Numbers, exposed=("__iter__", "itself", "function", "failure"))


def told(call):
    try:
        print("got", call())
    except Exception as error:
        for line in str(error).splitlines():
            print(line.replace(line[line.find('"'):line.find("multiprocessing")], '"…/') if "File" in line else line)


if __name__ == "__main__":
    with Manager() as manager:
        numbers = manager.Numbers()
        told(numbers.itself)
        told(lambda: iter(numbers))
        told(numbers.function)
        told(numbers.failure)
