//! What several threads do to one variable, by where they are switched.

use loopscope::session::{Options, Session, Status};
use loopscope::trace::{self, Event, Operation, Purpose, ThreadId};

/// stdout of a run in which threads are switched by that interval.
fn printed(source: &str, interval: Option<f64>) -> String {
    let options = Options { switch_interval: interval, ..Options::default() };
    let mut session = Session::new(source, options).expect("the program compiles");
    while session.advance(100_000) == Status::Running {}
    session.take_output().into_iter().map(|piece| piece.text).collect()
}

const COUNTING: &str = "
import threading
counter = 0
lock = threading.Lock()

def unsafe():
    global counter
    for _ in range(500):
        counter += 1

def safe():
    global counter
    for _ in range(500):
        with lock:
            counter += 1

def both(function):
    global counter
    counter = 0
    threads = [threading.Thread(target=function) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    print(counter)
";

fn counted(function: &str, interval: Option<f64>) -> String {
    printed(&format!("{COUNTING}\nboth({function})\n"), interval).trim().to_string()
}

#[test]
fn without_a_lock_an_update_is_lost_if_threads_switch_after_any_instruction() {
    let count: u32 = counted("unsafe", Some(0.0)).parse().expect("a number");
    assert!(count < 1000, "{count}");
}

#[test]
fn where_cpython_switches_no_update_of_that_kind_is_lost() {
    for interval in [None, Some(1e-8), Some(1e-6), Some(1e-4)] {
        assert_eq!(counted("unsafe", interval), "1000");
    }
}

#[test]
fn with_a_lock_no_update_is_lost_whatever_the_quantum() {
    for quantum in [0, 1, 2, 3, 5, 7, 11, 30] {
        let interval = quantum as f64 * 0.005 / 400_000.0;
        assert_eq!(counted("safe", Some(interval)), "1000", "after {quantum} instructions");
    }
}

#[test]
fn queues_and_executors_keep_their_promises_whatever_the_quantum() {
    let source = "
import queue, threading
from concurrent.futures import ThreadPoolExecutor
q = queue.Queue(2)
def put(n):
    for i in range(5): q.put((n, i))
def take():
    return [q.get() for _ in range(5)]
with ThreadPoolExecutor(4) as pool:
    for n in range(2): pool.submit(put, n)
    got = [pool.submit(take) for _ in range(2)]
    print(sorted(got[0].result() + got[1].result()))
";
    let expected = printed(source, None);
    assert!(expected.contains("(1, 4)]"), "{expected}");
    for quantum in [0, 1, 2, 3, 4, 5, 6, 9, 13, 21] {
        let interval = quantum as f64 * 0.005 / 400_000.0;
        assert_eq!(printed(source, Some(interval)), expected, "after {quantum} instructions");
    }
}

#[test]
fn a_loop_that_only_calls_the_library_gives_way_to_who_waits_at_a_socket() {
    let source = r#"
import asyncio, socket, threading
server = socket.create_server(('127.0.0.1', 0))
def serve():
    connection, _ = server.accept()
    connection.close()
async def main():
    thread = threading.Thread(target=serve)
    thread.start()
    reader, writer = await asyncio.open_connection(*server.getsockname())
    count = 0
    try:
        while count < 300_000:
            count += 1
            writer.write(b'more')
            await writer.drain()
    except ConnectionError as e:
        print(type(e).__name__)
    thread.join()
    server.close()
asyncio.run(main())
"#;
    assert_eq!(printed(source, None).trim(), "ConnectionResetError");
}

const HELD: &str = "
import threading, time
lock = threading.Lock()

def often():
    for _ in range(1000):
        with lock:
            pass
    with lock:
        time.sleep(1)

threads = [threading.Thread(target=often) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print('done')
";

#[test]
fn a_crowded_log_tells_of_a_lock_once_another_thread_waits_for_it() {
    let events = trace::Options { events: 400, ..trace::Options::default() };
    let mut session = Session::new(HELD, Options { events, ..Options::default() }).expect("the program compiles");
    while session.advance(100_000) == Status::Running {}
    assert_eq!(session.take_output().into_iter().map(|piece| piece.text).collect::<String>(), "done\n");
    let log = session.log();
    let entries: Vec<trace::Entry> = log.entries_from(0).map(|(_, entry)| *entry).collect();
    let waits = |entry: &trace::Entry| matches!(entry.event, Event::ThreadBlocked { why: Purpose::Lock, .. });
    let waiter = entries.iter().position(waits).expect("one waits for the lock");
    let taken = entries[waiter - 1];
    assert!(matches!(taken.event, Event::ObjectUsed { operation: Operation::Acquire, .. }));
    assert_eq!((taken.thread, taken.line), (ThreadId(2), 9));
    assert_eq!(entries[waiter].thread, ThreadId(3));
    let later = entries[waiter..].iter().filter(|entry| matches!(entry.event, Event::ObjectUsed { .. }));
    assert!(later.count() > 0, "its release is told");
}
