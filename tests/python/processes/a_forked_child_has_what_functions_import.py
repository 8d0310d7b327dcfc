"""A module that only a function of the program has imported is there in a forked child, as the parent left it."""
# recorded by hand: a virtual clock of one process does not see what its forked children do
import multiprocessing
import os
import sys
import tempfile


def child(queue):
    import counted
    import parts.inner
    queue.put((counted.count(5), parts.inner.seen, 'counted' in sys.modules))


def main():
    import counted
    import parts.inner
    counted.count(1)
    parts.inner.seen.append('parent')
    context = multiprocessing.get_context('fork')
    queue = context.SimpleQueue()
    process = context.Process(target=child, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    with context.Pool(1) as pool:
        print(pool.map(counted.count, [3]))
    print(counted.counts, parts.inner.seen)


if __name__ == '__main__':
    folder = tempfile.mkdtemp()
    sys.path.insert(0, folder)
    with open(os.path.join(folder, 'counted.py'), 'w') as file:
        file.write('print("imported")\ncounts = []\n\n\ndef count(x):\n    counts.append(x)\n    return list(counts)\n')
    os.mkdir(os.path.join(folder, 'parts'))
    for name, text in ('__init__', 'print("package")\n'), ('inner', 'print("inner")\nseen = []\n'):
        with open(os.path.join(folder, 'parts', name + '.py'), 'w') as file:
            file.write(text)
    main()
