# A forked process has the modules that the program has made, with their names, classes and functions.
import sys
import types
from multiprocessing import Process, Queue

TEXT = '''
import os
count = 1
items = [1, 2]

class Tool:
    made = 0
    def __init__(self, size):
        self.size = size
        Tool.made += 1
    def area(self):
        return self.size * count

def work(queue, tool):
    global count
    count += 10
    items.append(count)
    queue.put((tool.area(), Tool.made, items, isinstance(tool, Tool), os.getpid() > 1))
'''

tools = types.ModuleType("tools")
exec(compile(TEXT, "tools.py", "exec"), tools.__dict__)
sys.modules["tools"] = tools


def child(queue, tool):
    import tools as again
    from tools import work

    work(queue, tool)
    queue.put((again.__name__, again.Tool is type(tool), again.count))


if __name__ == "__main__":
    queue = Queue()
    for target in tools.work, child:
        process = Process(target=target, args=(queue, tools.Tool(3)))
        process.start()
        print(queue.get())
        process.join()
    print(queue.get(), tools.count, tools.items)
