//! What ends a beginner's program is found where it comes from, and what is right is not.

use loopscope::scene::*;
use told::Told;

mod told;

/// A program with the edit of its first finding that has one.
fn repaired(program: &str) -> Option<String> {
    let told = Told::of(program);
    let fix = diagnostics(&told.stage()).into_iter().find_map(|found| found.fix)?;
    let mut lines: Vec<String> = program.lines().map(str::to_string).collect();
    let (_, after) = edited_lines(program, &fix);
    lines.splice(fix.line as usize - 1..fix.end_line as usize, [after]);
    Some(lines.join("\n") + "\n")
}

#[test]
fn what_an_error_of_asyncio_s_comes_from_is_found_at_the_line_that_raised() {
    let programs = [
        (
            "closed-loop@7",
            "import asyncio
async def work():
    return 1
loop = asyncio.new_event_loop()
loop.run_until_complete(work())
loop.close()
loop.run_until_complete(work())
",
        ),
        (
            "loop-in-loop@6",
            "import asyncio
async def work():
    return 1
async def main():
    try:
        print(asyncio.run(work()))
    finally:
        print('over')
asyncio.run(main())
",
        ),
        (
            "loop-in-loop@5",
            "import asyncio
async def work():
    return 1
async def main():
    asyncio.get_running_loop().run_until_complete(work())
asyncio.run(main())
",
        ),
        (
            "no-running-loop@4",
            "import asyncio
async def work():
    return 1
task = asyncio.create_task(work())
",
        ),
        (
            "awaited-twice@7",
            "import asyncio
async def work():
    return 1
async def main():
    coroutine = work()
    await coroutine
    await coroutine
asyncio.run(main())
",
        ),
        (
            "other-loop@4",
            "import asyncio
event = asyncio.Event()
async def wait():
    await asyncio.wait_for(event.wait(), 1)
try:
    asyncio.run(wait())
except TimeoutError:
    asyncio.run(wait())
",
        ),
        (
            "no-running-loop@5",
            "import asyncio
async def work():
    return 1
def start():
    asyncio.create_task(work())
try:
    start()
except RuntimeError as error:
    raise
",
        ),
        (
            "awaited-twice@6",
            "import asyncio
async def work():
    return 1
async def again(coroutine):
    await coroutine
    await coroutine
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(again(work()))
asyncio.run(main())
",
        ),
        (
            "started-twice@4",
            "import threading
thread = threading.Thread(target=print)
thread.start()
thread.start()
",
        ),
        (
            "nothing-to-run@4",
            "import threading
def work(n):
    print(n)
threading.Thread(target=work(1)).start()
",
        ),
        (
            "nothing-to-run@5",
            "from multiprocessing import Process
def work(n):
    print(n)
process = Process(target=work(1))
process.start()
",
        ),
        (
            "not-callable@5",
            "from concurrent.futures import ThreadPoolExecutor
def work(n):
    print(n)
with ThreadPoolExecutor() as pool:
    pool.submit(work(1))
",
        ),
        (
            "not-called@4",
            "import asyncio
async def main():
    pass
asyncio.run(main)
",
        ),
        (
            "async-for@5",
            "import asyncio
async def numbers():
    yield 1
async def main():
    for number in numbers():
        print(number)
asyncio.run(main())
",
        ),
        (
            "plain-for@3",
            "import asyncio
async def main():
    async for number in [1]:
        print(number)
asyncio.run(main())
",
        ),
        (
            "async-with@3",
            "import asyncio
async def main():
    with asyncio.timeout(1):
        pass
asyncio.run(main())
",
        ),
        (
            "plain-with@3",
            "import asyncio
async def main():
    async with open('file', 'w'):
        pass
asyncio.run(main())
",
        ),
        (
            "not-acquired@3",
            "import threading
lock = threading.Lock()
lock.release()
",
        ),
        (
            "not-acquired@3",
            "import asyncio
async def main():
    asyncio.Lock().release()
asyncio.run(main())
",
        ),
    ];
    for (expected, program) in programs {
        let found = Told::of(program).findings();
        assert!(found.iter().any(|(code, _)| code == expected), "{program}\n{found:?}");
        assert!(!found.iter().any(|(code, _)| code.starts_with("never-awaited")), "{program}\n{found:?}");
        if let Some(repaired) = repaired(program) {
            assert_eq!(Told::of(&repaired).findings(), [], "{repaired}");
        }
    }
}

#[test]
fn an_error_that_was_handled_and_work_that_is_done_are_no_findings() {
    let programs = [
        "import asyncio, logging, sys
async def work():
    return 1
coroutine = work()
try:
    asyncio.create_task(coroutine)
except RuntimeError:
    logging.exception('as expected')
coroutine.close()
sys.exit(1)
",
        "class Closed(Exception):
    pass
raise Closed('the peer said: RuntimeError: Event loop is closed')
",
        "import threading
class Job(threading.Thread):
    def __init__(self):
        super().__init__()
        self.run = lambda: print('ran')
Job().start()
",
        "class Door:
    pass
async def main():
    with Door():
        pass
import asyncio
asyncio.run(main())
",
    ];
    for program in programs {
        assert_eq!(Told::of(program).findings(), [], "{program}");
    }
}

#[test]
fn what_is_handed_over_again_and_again_without_being_a_function_is_found_once() {
    let told = Told::of(
        "from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    for number in range(50):
        pool.submit(number)
",
    );
    assert_eq!(told.findings(), [("not-callable@4".to_string(), None)]);
}

#[test]
fn what_ends_a_thread_a_task_or_a_callback_is_found_as_well() {
    let programs: [(&[&str], &str); 4] = [
        (
            &["no-running-loop@4"],
            "import asyncio, threading
async def work(): pass
def start():
    asyncio.get_event_loop().run_until_complete(work())
threading.Thread(target=start).start()
",
        ),
        (
            &["async-with@3", "never-retrieved@6"],
            "import asyncio
async def work():
    with asyncio.Lock():
        pass
async def main():
    asyncio.create_task(work())
    await asyncio.sleep(1)
asyncio.run(main())
",
        ),
        (
            &["loop-in-loop@4"],
            "import asyncio
async def work(): pass
def callback():
    asyncio.run(coroutine)
async def main():
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(1)
coroutine = work()
asyncio.run(main())
coroutine.close()
",
        ),
        (
            &["missing-file@3"],
            "from multiprocessing import Process
def work():
    open('names.txt')
process = Process(target=work)
process.start()
process.join()
",
        ),
    ];
    for (wanted, program) in programs {
        let mut found: Vec<String> = Told::of(program).findings().into_iter().map(|(found, _)| found).collect();
        found.sort();
        assert_eq!(found, wanted, "{program}");
    }
}

/// A job that fails, and what is done with it.
fn job(rest: &str) -> Vec<String> {
    let begin = "from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
";
    Told::of(&[begin, rest].concat()).findings().into_iter().map(|(found, _)| found).collect()
}

#[test]
fn the_error_of_a_job_whose_result_nobody_asks_for_is_found_where_it_was_handed_over() {
    let unseen = [
        "with ThreadPoolExecutor() as pool:
    for n in range(3): pool.submit(work, n % 2)
",
        "pool = ThreadPoolExecutor()
all = pool.map(work, [1, 0])
",
        "with ThreadPoolExecutor() as pool: wait([
        pool.submit(work, 0)])
",
        "with Pool(2) as pool:
    pool.apply_async(work, (0,)).wait()
",
        "with Pool(2) as pool:
    pool.map_async(work, [0, 1, 0]).wait()
",
        "with ProcessPoolExecutor() as pool:
    pool.submit(work, 0)
",
    ];
    for program in unseen {
        assert_eq!(job(program), ["unseen-error@7"], "{program}");
    }
    let seen = [
        "with ThreadPoolExecutor() as pool:
    print(pool.submit(work, 0).exception())
    pool.submit(work, 1)
",
        "with ThreadPoolExecutor() as pool:
    all = [pool.submit(work, n) for n in (0, 0, 1)]
    try: all[0].result()
    except ZeroDivisionError: print('no')
",
        "with ThreadPoolExecutor() as pool:
    pool.submit(work, 0).add_done_callback(lambda done: print(done.exception()))
",
        "async def main():
    try: await asyncio.to_thread(work, 0)
    except ZeroDivisionError: print('no')
asyncio.run(main())
",
        "with Pool(2) as pool:
    pool.apply_async(work, (0,), error_callback=print).wait()
    pool.apply_async(work, (1,)).wait()
",
    ];
    for program in seen {
        assert_eq!(job(program), [] as [&str; 0], "{program}");
    }
}
