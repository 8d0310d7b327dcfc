# The exception of a task is raised anew by who runs the loop: what is handled there takes the place of its context.
import asyncio


def chain(error):
    told = []
    while error:
        told.append(repr(error))
        error = error.__context__
    return ' <- '.join(told)


async def fails():
    try:
        {}['missing']
    except KeyError:
        raise ValueError('wrong')


def attempt(run):
    try:
        run(fails())
    except ValueError as error:
        print(chain(error))


def with_a_runner(coroutine):
    with asyncio.Runner() as runner:
        runner.run(coroutine)


def with_a_loop(coroutine):
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(coroutine)
    finally:
        loop.close()


for run in asyncio.run, with_a_runner, with_a_loop:
    attempt(run)
    try:
        1 / 0
    except ZeroDivisionError:
        attempt(run)
