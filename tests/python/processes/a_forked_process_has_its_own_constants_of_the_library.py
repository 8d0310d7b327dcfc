import argparse
import multiprocessing
import typing
from dataclasses import MISSING, KW_ONLY, asdict, astuple, dataclass, field, fields, replace


@dataclass
class Job:
    name: str
    _: KW_ONLY
    size: int = 1
    tags: list = field(default_factory=list)


HINTS = [typing.Union[int, str], typing.ClassVar[int], typing.Self]
PARSER = argparse.ArgumentParser(prog="job")
PARSER.add_argument("--size", type=int, default=1)


def work(job, out):
    out.put((asdict(job), astuple(job), replace(job, size=5)))
    origins = [typing.get_origin(hint) for hint in HINTS]
    out.put((origins[0] is typing.Union, origins[1] is typing.ClassVar, HINTS[2] is typing.Self, PARSER.parse_args([])))
    out.put(([one.name for one in fields(Job)], fields(Job)[0].default is MISSING, fields(job)[2].default is MISSING))


if __name__ == "__main__":
    out = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(Job("a"), out))
    process.start()
    for _ in range(3):
        print(out.get())
    process.join()
