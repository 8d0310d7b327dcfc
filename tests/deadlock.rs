//! The report of a deadlock names what is waited for whether or not a trace was recorded.

use loopscope::session::{Options, Session, Status};

/// What a run that ends in a deadlock prints.
fn report(source: &str, trace: bool) -> String {
    let mut session = Session::new(source, Options { trace, ..Options::default() }).expect("the program compiles");
    while session.advance(100_000) == Status::Running {}
    session.take_output().into_iter().map(|piece| piece.text).collect()
}

const TASKS: &str = "
import asyncio

class Store:
    def __init__(self):
        self.changed = asyncio.Condition()

    async def wait(self):
        async with self.changed:
            await self.changed.wait()

async def main():
    lock = asyncio.Lock()
    jobs = asyncio.Queue()
    store = Store()
    await lock.acquire()
    await asyncio.gather(lock.acquire(), jobs.get(), asyncio.create_task(store.wait()))

asyncio.run(main())
";

const THREADS: &str = "
import threading
first, second = threading.Lock(), threading.Lock()
both = threading.Barrier(2)

def take(one, other):
    with one:
        both.wait()
        with other:
            pass

threads = [threading.Thread(target=take, args=pair) for pair in ((first, second), (second, first))]
for thread in threads: thread.start()
for thread in threads: thread.join()
";

const FORKS: &str = "
import asyncio

class Philosopher:
    def __init__(self, left, right):
        self.left, self.right = left, right

    async def eat(self):
        async with self.left:
            await asyncio.sleep(0)
            async with self.right:
                pass

async def dine(forks):
    await asyncio.gather(*(Philosopher(forks[n], forks[(n + 1) % 3]).eat() for n in range(3)))

async def keep(gate):
    await gate.acquire()

async def main():
    gate = asyncio.Condition()
    await asyncio.create_task(keep(gate))
    try:
        async with asyncio.timeout(1):
            await dine([asyncio.Lock() for _ in range(3)])
    except TimeoutError:
        await gate.acquire()

asyncio.run(main())
";

#[test]
fn who_holds_a_lock_is_told_also_of_tasks_that_have_ended() {
    let gate = "waits for lock of gate (asyncio.Condition), held by a task that has ended";
    assert!(report(FORKS, true).contains(gate), "{}", report(FORKS, true));
    let dining = FORKS.replace("asyncio.timeout(1)", "asyncio.timeout(None)");
    let forks = "lock of forks[1] (asyncio.Lock), held by Task-4";
    assert!(report(&dining, true).contains(forks), "{}", report(&dining, true));
}

/// The names that the trace gives to objects, in order.
fn names(source: &str) -> Vec<String> {
    let mut session = Session::new(source, Options::default()).expect("the program compiles");
    while session.advance(100_000) == Status::Running {}
    let log = session.log();
    let named = log.entries_from(0).filter_map(|(_, entry)| match entry.event {
        loopscope::trace::Event::ObjectNamed { name, .. } => Some(log.text(name).to_string()),
        _ => None,
    });
    named.collect()
}

#[test]
fn what_stands_in_a_container_is_named_by_its_place_there() {
    let appended = "
import asyncio, threading
locks = []
for n in range(3):
    locks.append(threading.Lock())
events = {name: asyncio.Event() for name in 'ab'}
async def main():
    queues = [asyncio.Queue() for n in range(2)]
    pair = asyncio.Event(), asyncio.Event()
    own = asyncio.Lock()
    queues.append(asyncio.Queue())
    left = queues[0]
asyncio.run(main())
";
    let wanted = "locks[0] locks[1] locks[2] events['a'] events['b'] queues[0] queues[1] pair[0] pair[1] own queues[2]";
    assert_eq!(names(appended).join(" "), wanted);
}

#[test]
fn a_report_names_the_same_objects_with_and_without_a_recording() {
    for source in [TASKS, THREADS, FORKS] {
        assert_eq!(report(source, false), report(source, true));
    }
    for name in ["lock (asyncio.Lock), held by Task-1", "jobs (asyncio.Queue)", "changed (asyncio.Condition)"] {
        assert!(report(TASKS, false).contains(name), "{name}: {}", report(TASKS, false));
    }
}

#[test]
fn who_pauses_waits_for_a_signal() {
    assert!(report("import signal\nsignal.pause()\n", true).contains("waits for signal (signal.pause)"));
}
