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

#[test]
fn a_report_names_the_same_objects_with_and_without_a_recording() {
    for source in [TASKS, THREADS] {
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
