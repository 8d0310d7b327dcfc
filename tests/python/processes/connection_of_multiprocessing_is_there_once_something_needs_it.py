import multiprocessing


def main():
    try:
        print(multiprocessing.connection)
    except AttributeError as exc:
        print(exc)
    multiprocessing.Lock()
    print(hasattr(multiprocessing, 'connection'))
    one, other = multiprocessing.Pipe()
    print(hasattr(multiprocessing, 'connection'))
    other.send(1)
    print(multiprocessing.connection.wait([one]) == [one], one.recv())


if __name__ == '__main__':
    main()
