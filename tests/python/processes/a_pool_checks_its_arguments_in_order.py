from concurrent.futures import ProcessPoolExecutor


def attempt(*args, **kwargs):
    try:
        print(ProcessPoolExecutor(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


if __name__ == '__main__':
    attempt(1.5)
    attempt(1, 'x', [])
    attempt(1, None, [])
    attempt(0, 'x')
    attempt(1, None, None, (), max_tasks_per_child='x')
    attempt(1, max_tasks_per_child=0)
