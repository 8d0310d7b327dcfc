# recorded by hand: a process that is spawned does not run under the virtual clock
# A spawned process takes over its parent's sys.path, what the parent has added while it ran included.
import multiprocessing
import os
import sys
import tempfile


def tell():
    import unit_of_work
    print('child', unit_of_work.double(21), sys.path[-1].endswith('plugins'))


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as folder:
        plugins = os.path.join(folder, 'plugins')
        os.mkdir(plugins)
        with open(os.path.join(plugins, 'unit_of_work.py'), 'w') as file:
            file.write('def double(x):\n    return 2 * x\n')
        sys.path.append(plugins)
        import unit_of_work
        print('parent', unit_of_work.double(4))
        spawn = multiprocessing.get_context('spawn')
        process = spawn.Process(target=tell)
        process.start()
        process.join()
        print(process.exitcode)
        with spawn.Pool(1) as pool:
            print(pool.map(unit_of_work.double, [1, 2]))
