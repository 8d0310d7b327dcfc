import sys
from multiprocessing import Process


class Held:
    def __del__(self):
        print("gone", file=sys.stderr)


async def job():
    pass


def main():
    held, jobs = Held(), [job()]
    raise ValueError(len(jobs))


if __name__ == "__main__":
    process = Process(target=main)
    process.start()
    process.join()
    print(process.exitcode)
