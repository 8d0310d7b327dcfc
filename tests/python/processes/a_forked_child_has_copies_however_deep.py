# A long chain of objects is the child's own down to its end: what it changes there the parent does not see.
import multiprocessing


class Node:
    def __init__(self, following):
        self.following, self.seen = following, 0


class Deep(list):
    pass


def chain(count, of):
    made = None
    for _ in range(count):
        made = of(made)
    return made


def end(value, step):
    while step(value) is not None:
        value = step(value)
    return value


nodes = chain(3000, Node)
lists = chain(3000, lambda inner: [inner])
dicts = chain(3000, lambda inner: {'in': inner})
deep = chain(3000, lambda inner: Deep([inner]))
steps = [(nodes, lambda value: value.following), (lists, lambda value: value[0]), (dicts, lambda value: value['in']),
         (deep, lambda value: value[0])]


def change(answers):
    ends = [end(value, step) for value, step in steps]
    ends[0].seen = 1
    ends[1].append('child')
    ends[2]['child'] = 1
    ends[3].append('child')
    answers.put([ends[0].seen, ends[1], ends[2], list(ends[3])])


if __name__ == '__main__':
    multiprocessing.set_start_method('fork')
    answers = multiprocessing.Queue()
    child = multiprocessing.Process(target=change, args=(answers,))
    child.start()
    print('child', answers.get())
    child.join()
    ends = [end(value, step) for value, step in steps]
    print('parent', ends[0].seen, ends[1], ends[2], list(ends[3]))
