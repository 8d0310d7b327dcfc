def handle(q, e=None):
    try:
        q.get()
    except (ValueError, KeyError) as e:
        return e
    except OSError:
        raise
    finally:
        q.close()


def groups(q):
    try:
        q()
    except* ValueError as group:
        print(group)


def managed(a, b):
    with a as x, b:
        return x
