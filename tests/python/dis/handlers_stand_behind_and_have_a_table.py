# try, finally, with and except*: cold blocks at the end, and the table of exceptions.
import dis


def handlers(path):
    try:
        value = int(path)
    except (ValueError, TypeError) as error:
        return str(error)
    except KeyError:
        raise RuntimeError from None
    else:
        value += 1
    finally:
        print("end")
    return value


def managers(lock, path):
    for line in path:
        with lock, open(path) as file:
            if line:
                continue
            return file.read(1)


def groups():
    try:
        work()
    except* OSError as group:
        print(group)
    except* ValueError:
        pass


def leaving(n):
    while n:
        try:
            break
        finally:
            n.close()


for function in handlers, managers, groups, leaving:
    dis.dis(function)
    print()
