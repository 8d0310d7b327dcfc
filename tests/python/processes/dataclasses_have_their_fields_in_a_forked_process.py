import multiprocessing
from dataclasses import MISSING, KW_ONLY, asdict, astuple, dataclass, field, fields, replace


@dataclass
class Job:
    name: str
    _: KW_ONLY
    size: int = 1
    tags: list = field(default_factory=list)


def work(job, out):
    out.put((asdict(job), astuple(job), replace(job, size=5)))
    out.put(([one.name for one in fields(Job)], fields(Job)[0].default is MISSING, fields(job)[2].default is MISSING))


if __name__ == "__main__":
    out = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(Job("a"), out))
    process.start()
    print(out.get())
    print(out.get())
    process.join()
