# get_stack: the outermost frame first, no more than the limit; print_stack: of a task that waits, that runs, that failed,
# that is done; to stdout and stderr, or whole to a file.
import asyncio
import io


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def fails():
    def deeper():
        raise ValueError("no")

    deeper()


def shown(task, **options):
    file = io.StringIO()
    task.print_stack(file=file, **options)
    return file.getvalue()


def names(frames):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in frames]


async def main():
    waiting = asyncio.create_task(outer(), name="waiting")
    print(names(waiting.get_stack()))
    await asyncio.sleep(0)
    print(names(waiting.get_stack()), names(waiting.get_stack(limit=1)), names(waiting.get_stack(limit=0)))
    print(shown(waiting).splitlines()[1:])
    waiting.print_stack()

    me = asyncio.current_task()
    print([name for name, _ in names(me.get_stack())][-1])
    print(shown(me).splitlines()[-2:])

    failing = asyncio.create_task(fails(), name="failing")
    await asyncio.wait([failing])
    print(names(failing.get_stack()), names(failing.get_stack(limit=1)))
    print(shown(failing).splitlines()[1:])
    failing.print_stack(limit=1)

    done = asyncio.create_task(asyncio.sleep(0), name="done")
    await done
    print(done.get_stack(), shown(done).startswith("No stack for <Task finished name='done'"))


asyncio.run(main())
