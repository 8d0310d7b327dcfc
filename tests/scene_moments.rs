//! Instructive moments of real programs: what comes next, and why, is what a beginner should take away.

use loopscope::scene::*;
use loopscope::trace::{TaskId, TextId};
use told::Told;

mod told;

/// What comes next, for each step that says so.
fn nexts(told: &Told) -> Vec<String> {
    let stage = told.stage();
    let next = |step| narrate(&stage, &told.recording.world_at(stage.log, step), step).next;
    (0..=told.recording.last_step()).filter_map(next).map(|sentence| sentence.plain()).collect()
}

/// The frames of the first task of this coroutine, `name:line` each, at every step at which it runs.
fn running_frames(told: &Told, coroutine: &str) -> Vec<String> {
    let stage = told.stage();
    let seen = |step| {
        let world = told.recording.world_at(stage.log, step);
        let task = world.running_task().filter(|task| stage.log.text(name_of(told, *task)) == coroutine)?;
        let frames = inspector(&stage, &world, Who::Task(task))?.frames;
        Some(frames.iter().map(|frame| format!("{}:{}", frame.name, frame.line)).collect::<Vec<_>>().join(" "))
    };
    (0..=told.recording.last_step()).filter_map(seen).collect()
}

fn name_of(told: &Told, task: TaskId) -> TextId {
    told.recording.facts().tasks.iter().find(|facts| facts.task == task).expect("the task is there").code
}

#[test]
fn a_blocked_loops_clock_moves_on_because_of_the_call_not_because_nothing_is_ready() {
    let told = Told::of(
        "import asyncio, time
async def main():
    time.sleep(2)
    for n in range(1):
        await asyncio.sleep(1)
asyncio.run(main())
",
    );
    let nexts = nexts(&told);
    let has = |wanted: &str| assert!(nexts.iter().any(|next| next == wanted), "{wanted}\n{nexts:#?}");
    has(
        "Next: the clock moves on to 2.000 s: then time.sleep(2) is over. Until then nothing else can run in this thread.",
    );
    has("Next: nothing is ready, so the clock moves on to 3.000 s.");
    has("Next: main runs line 4, for n in range(1).");
}

#[test]
fn at_the_end_of_a_deadlock_it_is_said_who_waits_for_whom() {
    let told = Told::of(
        "import asyncio
async def move(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            pass
async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(move(left, right), move(right, left))
asyncio.run(main())
",
    );
    let last = nexts(&told).pop().unwrap_or_default();
    assert_eq!(last, "move #1 waits for right, held by move #2; move #2 waits for left, held by move #1.");
}

#[test]
fn the_frames_around_the_one_that_runs_keep_their_lines_as_long_as_they_stand() {
    let told = Told::of(
        "import asyncio
async def read(n):
    try:
        await asyncio.sleep(1)
    finally:
        print(n)
async def load():
    await read(1)
    await read(2)
async def main():
    await asyncio.create_task(load())
asyncio.run(main())
",
    );
    let frames = running_frames(&told, "load");
    assert!(frames.contains(&"load:8 read:6".to_string()), "{frames:#?}");
    assert!(frames.contains(&"load:9 read:6".to_string()), "{frames:#?}");
    // Between them `load` has moved on: where it stands is not known until it is suspended again.
    assert!(frames.contains(&"load:0 read:3".to_string()), "{frames:#?}");
}

#[test]
fn a_scope_within_another_stands_in_it() {
    let told = Told::of(
        "import asyncio
async def slow():
    async with asyncio.timeout(2):
        await asyncio.sleep(1)
async def main():
    async with asyncio.timeout(10):
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
    async with asyncio.timeout(5):
        await asyncio.sleep(1)
asyncio.run(main())
",
    );
    let stage = told.stage();
    let depths = |step| {
        let all = objects(&stage, &told.recording.world_at(stage.log, step), step);
        all.iter().map(|object| (object.kind, object.depth)).collect::<Vec<_>>()
    };
    let seen: Vec<_> = (0..=told.recording.last_step()).map(depths).collect();
    assert!(seen.contains(&vec![("timeout", 0), ("taskgroup", 1), ("timeout", 2)]), "{seen:#?}");
    assert!(seen.iter().any(|all| all.last() == Some(&("timeout", 0)) && all.len() < 3), "{seen:#?}");
}

#[test]
fn a_wait_within_a_library_is_called_as_the_function_that_the_program_called() {
    let told = Told::of(
        "import asyncio, redis.asyncio as redis
async def take(server):
    await server.blpop('jobs')
async def wait(future):
    await future
async def main():
    server = redis.Redis()
    taking = asyncio.create_task(take(server))
    waiting = asyncio.create_task(wait(asyncio.Future()))
    await asyncio.sleep(1)
    await server.rpush('jobs', 1)
    await taking
    waiting.cancel()
asyncio.run(main())
",
    );
    told.says("take waits for execute_command to get its result.");
    told.says("wait waits for future to get its result.");
}

#[test]
fn whose_call_the_clock_waits_for_is_said_where_there_are_several_threads() {
    let told = Told::of(
        "import asyncio, threading, time
async def tick():
    await asyncio.sleep(1)
async def main():
    other = asyncio.create_task(tick())
    working = asyncio.create_task(asyncio.to_thread(time.sleep, 2))
    await asyncio.sleep(0.5)
    time.sleep(1)
    await asyncio.gather(other, working)
asyncio.run(main())
thread = threading.Thread(target=time.sleep, args=(3,), name='sleeper')
thread.start()
thread.join()
",
    );
    let nexts = nexts(&told);
    let has = |wanted: &str| assert!(nexts.iter().any(|next| next == wanted), "{wanted}\n{nexts:#?}");
    has(
        "Next: the clock moves on to 1.500 s: then time.sleep(1) of main is over. Until then its event loop can run nothing else.",
    );
    has("Next: the clock moves on to 2.000 s: then time.sleep(2) of asyncio_0 is over.");
    has("Next: the clock moves on to 5.000 s: then time.sleep(3) of sleeper is over.");
}

#[test]
fn what_a_function_of_the_library_gathers_is_called_as_that_function() {
    let told = Told::of(
        "import asyncio
async def answer(reader, writer):
    writer.close()
async def main():
    server = await asyncio.start_server(answer, '127.0.0.1', 8000)
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    server.close()
asyncio.run(main())
",
    );
    told.says("main starts the task _create_server_getaddrinfo with start_server, and waits until it has ended.");
    told.says("main starts 2 tasks with gather, sleep #1, sleep #2, and waits until all have ended.");
}

#[test]
fn why_a_threads_call_does_not_return_yet_is_said() {
    let told = Told::of(
        "import threading, time, queue
items, ready, changed, start = queue.Queue(1), threading.Event(), threading.Condition(), threading.Barrier(2)
def work():
    items.get()
    ready.wait()
    with changed:
        changed.wait()
    start.wait()
    time.sleep(1)
    items.put(2)
    items.put(3)
    items.task_done()
worker = threading.Thread(target=work)
worker.start()
time.sleep(1)
items.put(1)
time.sleep(1)
ready.set()
time.sleep(1)
with changed:
    changed.notify()
time.sleep(1)
start.wait()
time.sleep(2)
items.get()
items.get()
time.sleep(1)
worker.join()
for _ in range(2):
    threading.Timer(1, items.task_done).start()
items.join()
",
    );
    for said in [
        "Thread-1 (work) is blocked by items.get. The queue is empty.",
        "Thread-1 (work) is blocked by ready.wait. The event is not set yet.",
        "Thread-1 (work) is blocked by changed.wait. It has given the lock back, until it is notified.",
        "Thread-1 (work) is blocked by start.wait. 1 of 2 are there.",
        "Thread-1 (work) is blocked by items.put. The queue is full: 1 of 1.",
        "MainThread is blocked by items.join. Unfinished items: 2.",
    ] {
        told.says(said);
    }
}

#[test]
fn requests_to_hosts_outside_are_told_by_their_addresses() {
    let told = Told::of(
        "import asyncio, aiohttp, requests
async def fetch(session, url):
    async with session.get(url) as response:
        await response.text()
async def blocks():
    requests.get('https://example.com/delay/1')
async def main():
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(fetch(session, f'https://example.com/{n}') for n in 'ab'), blocks())
asyncio.run(main())
requests.get('https://example.com/end')
",
    );
    let request = "GET example.com/delay/1";
    for said in [
        "fetch(\"…/a\") sends GET example.com/a: the answer comes at 0.200 s. Until then the loop is free for others.",
        "blocks sends GET example.com/delay/1 and waits for the answer, which blocks the whole thread until 1.000 s",
        &format!("The clock moves on by 1 s to 1.000 s: the answer to {request} of blocks has come."),
        "the answer to GET example.com/a has come, so fetch(\"…/a\") enters the ready queue.",
        "fetch(\"…/a\") goes on: the answer to GET example.com/a has come.",
        "The program sends GET example.com/end and is blocked until 1.200 s, when the answer comes.",
    ] {
        told.says(said);
    }
    let plan = timeline_plan(&told.stage(), AxisKind::Clock, &[]);
    assert!(plan.labels.iter().any(|label| &**label == "GET example.com/b"), "{:?}", plan.labels);
    let repaired = "await asyncio.to_thread(requests.get, ";
    assert_eq!(told.findings(), [("blocked-loop@6".to_string(), Some(repaired.to_string()))]);
}

#[test]
fn what_a_pool_and_those_who_use_it_wait_for_is_said() {
    let told = Told::of(
        "import asyncio, time
from concurrent.futures import ThreadPoolExecutor
def work():
    time.sleep(1)
async def main():
    pool.submit(work).result()
with ThreadPoolExecutor() as pool:
    pool.submit(work).result()
    asyncio.run(main())
",
    );
    for said in [
        "MainThread starts the thread ThreadPoolExecutor-0_0, and waits until it runs.",
        "MainThread is blocked until the result of work is there.",
        "ThreadPoolExecutor-0_0 has nothing to do and waits for a job.",
        "main waits for the result of work, which blocks the whole thread: no other task can run meanwhile.",
    ] {
        told.says(said);
    }
}

#[test]
fn what_the_callbacks_of_connections_are_for_is_said() {
    let told = Told::of(
        "import asyncio
async def answer(reader, writer):
    writer.write(await reader.readline())
    writer.close()
async def ask(n):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8000)
    writer.write(b'hi\\n')
    await reader.readline()
    writer.close()
async def main():
    server = await asyncio.start_server(answer, '127.0.0.1', 8000)
    await asyncio.gather(ask(1), ask(2))
    server.close()
asyncio.run(main())
",
    );
    for said in [
        "It accepts who wants to connect. Server._accept_connection creates 2 tasks: Server._accept_connection2 #1, Server._accept_connection2 #2.",
        "The connection stands.",
        "It tells the protocol that the connection stands.",
        "From now on the loop watches the socket for bytes.",
        "Bytes have come in, or their end.",
        "It closes the socket and tells the protocol that the connection is lost.",
    ] {
        told.says(said);
    }
}

#[test]
fn objects_of_one_name_are_numbered() {
    let told = Told::of(
        "import asyncio
class Account:
    def __init__(self):
        self.lock = asyncio.Lock()
async def move(source, target):
    async with source.lock:
        await asyncio.sleep(1)
        async with target.lock:
            pass
async def main():
    a, b = Account(), Account()
    await asyncio.gather(move(a, b), move(b, a))
asyncio.run(main())
",
    );
    let last = nexts(&told).pop().unwrap_or_default();
    assert_eq!(last, "move #1 waits for lock #2, held by move #2; move #2 waits for lock #1, held by move #1.");
}

#[test]
fn long_arguments_keep_their_ends_which_tell_tasks_apart() {
    let told = Told::of(
        "import asyncio
class Session: pass
async def fetch(session, url, limit): pass
async def main():
    urls = [f'https://jsonplaceholder.typicode.com/posts/{n}' for n in range(2)]
    paths = ['/srv/data/measurements/of-the-year/2026/' + 'deep/' * 10 + name for name in ('a.csv', 'b.csv')]
    await asyncio.gather(*(fetch(Session(), url, asyncio.Semaphore(2)) for url in urls))
    await asyncio.gather(*(fetch(Session(), path, None) for path in paths))
asyncio.run(main())
",
    );
    for said in ["/posts/1\") ends.", "b.csv\") ends."] {
        told.says(said);
    }
}

#[test]
fn locks_that_a_library_makes_for_itself_are_no_objects_of_the_program_s() {
    let told = Told::of(
        "import requests, threading
from rich.console import Console
from collections import defaultdict
own, again, many = threading.Lock(), threading.RLock(), defaultdict(threading.Lock)
key = many['key']
with own, again, key:
    Console().print(requests.get('https://example.com').status_code)
",
    );
    let last = told.recording.last_step();
    let shown = objects(&told.stage(), &told.recording.world_at(told.session.log(), last), last);
    assert_eq!(shown.iter().map(|object| &*object.name).collect::<Vec<_>>(), ["own", "again", "key"]);
}

#[test]
fn a_dataclass_says_its_fields_and_an_enumeration_its_member_without_being_asked() {
    let told = Told::of(
        "import asyncio, enum
from dataclasses import dataclass, field
class Color(enum.Enum):
    RED = 1
class Level(enum.IntEnum):
    HIGH = 1
@dataclass(slots=True)
class Job:
    number: int
    colour: Color
    secret: str = field(default='', repr=False)
    def __repr__(self):
        raise ValueError
async def main():
    queue = asyncio.Queue()
    queue.put_nowait(Job(1, Color.RED))
    queue.put_nowait(Level.HIGH)
    await asyncio.sleep(1)
asyncio.run(main())
",
    );
    let last = told.recording.last_step();
    let shown = objects(&told.stage(), &told.recording.world_at(told.session.log(), last), last);
    let ObjectBody::Queue { items, .. } = &shown[0].body else { panic!("{shown:?}") };
    assert_eq!(items.first.iter().map(|item| &**item).collect::<Vec<_>>(), ["Job(1, Color.RED)", "Level.HIGH"]);
}

#[test]
fn a_function_in_one_line_is_defined_and_runs() {
    let told = Told::of("def double(n): return 2 * n\ndouble(1)\n");
    let all = told.sentences();
    assert_eq!(all.iter().filter(|said| said.contains("defines the function double")).count(), 1, "{all:#?}");
    told.says("The program runs line 1: def double(n): return 2 * n");
}

#[test]
fn what_the_callbacks_of_own_sockets_and_of_partial_are_for_is_said() {
    let told = Told::of(
        "import asyncio, functools, socket
def greet(name):
    pass
async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    loop.call_soon(functools.partial(greet, 'you'))
    loop.call_later(1, theirs.send, b'bytes')
    print(await loop.sock_recv(ours, 100))
asyncio.run(main())
",
    );
    told.says("main puts the callback greet into the ready queue.");
    told.says("The socket is ready, so it does what the socket was waited for.");
    told.says("The loop need not watch that socket any more.");
}
