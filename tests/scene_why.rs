//! «Why here?»: the chain of causes of real programs names what was the cause, and nothing of the library's inside.

use loopscope::scene::*;
use told::Told;

mod told;

/// The chain of each line of output, as text.
fn why(told: &Told, row: u32) -> Vec<String> {
    why_output(&told.stage(), row).iter().map(|link| link.sentence.plain()).collect()
}

fn has(chain: &[String], sentence: &str) {
    assert!(chain.iter().any(|said| said.contains(sentence)), "{sentence}\n{chain:#?}");
}

#[test]
fn a_sleep_that_came_due_while_the_thread_was_blocked_was_due_before() {
    let told = Told::of(
        "import asyncio, time
async def tick():
    await asyncio.sleep(0.5)
    print('tick')
async def heavy():
    time.sleep(2)
    print('heavy')
async def main():
    await asyncio.gather(tick(), heavy())
asyncio.run(main())
",
    );
    has(
        &why(&told, 2),
        "sleep(0.5) of tick was due at 0.500 s, but time.sleep(2) of heavy held the thread until 2.000 s.",
    );
    has(&why(&told, 1), "time.sleep(2) of heavy was over at 2.000 s.");
    told.says("The timer of tick was due at 0.500 s; only now does the loop come to it");
}

#[test]
fn lines_of_one_instant_say_who_was_in_the_ready_queue_first() {
    let told = Told::of(
        "import asyncio
async def say(word):
    await asyncio.sleep(1)
    print(word)
async def main():
    await asyncio.gather(say('a'), say('b'))
asyncio.run(main())
",
    );
    has(&why(&told, 1), "say(\"b\") was put into the ready queue after that.");
    has(&why(&told, 2), "say(\"a\") was put into the ready queue before that.");
}

#[test]
fn a_member_of_a_task_group_is_cancelled_because_its_sister_failed() {
    let told = Told::of(
        "import asyncio
async def fails():
    await asyncio.sleep(1)
    raise ValueError
async def waits():
    try:
        await asyncio.sleep(9)
    finally:
        print('tidied')
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(waits())
        group.create_task(fails())
asyncio.run(main())
",
    );
    let chain = why(&told, 1);
    has(&chain, "fails failed, so waits, of the same task group, was cancelled.");
    has(&chain, "sleep(1) of fails came due at 1.000 s.");
}

#[test]
fn what_asyncio_run_cancels_was_left() {
    let told = Told::of(
        "import asyncio
async def waits():
    try:
        await asyncio.sleep(9)
    finally:
        print('tidied')
async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(0)
asyncio.run(main())
",
    );
    has(&why(&told, 1), "The main coroutine had ended, so asyncio.run cancelled what was left: waits.");
}

#[test]
fn threads_run_because_a_call_is_over_a_lock_is_free_or_they_were_started() {
    let told = Told::of(
        "import threading, time
lock = threading.Lock()
def work(name):
    with lock:
        time.sleep(1)
    print(name)
a = threading.Thread(target=work, args=('a',), name='A')
b = threading.Thread(target=work, args=('b',), name='B')
a.start()
b.start()
a.join()
b.join()
print('all')
",
    );
    let (first, second, last) = (why(&told, 1), why(&told, 2), why(&told, 3));
    has(&first, "time.sleep(1) of A was over at 1.000 s.");
    has(&first, "A began time.sleep(1) at 0.000 s, in line 5.");
    has(&first, "MainThread started A in line 9.");
    has(&second, "time.sleep(1) of B was over at 2.000 s.");
    has(&second, "A ended the wait of B for lock.");
    has(&last, "MainThread waited for B, which ended.");
    told.says("MainThread starts the thread A, and waits until it runs.");
}

#[test]
fn a_job_of_an_executor_is_told_without_asyncios_inside() {
    let told = Told::of(
        "import asyncio, time
def work(n):
    time.sleep(n)
async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(loop.run_in_executor(None, work, 1), loop.run_in_executor(None, work, 2))
    print('both')
asyncio.run(main())
",
    );
    let chain = why(&told, 1);
    has(&chain, "main waited for gather, and work(2) ended.");
    has(&chain, "asyncio_1 had done the job, and told the loop.");
    has(&chain, "time.sleep(2) of asyncio_1 was over at 2.000 s.");
    let last = told.recording.last_step();
    let shown = objects(&told.stage(), &told.recording.world_at(told.session.log(), last), last);
    assert!(shown.iter().all(|object| &*object.name != "timeout"), "asyncio.run's own timeout\n{shown:#?}");
}

#[test]
fn a_callback_prints_and_runs_next_by_its_own_name() {
    let told = Told::of(
        "import asyncio
def hello():
    print('hello')
async def main():
    asyncio.get_running_loop().call_later(1, hello)
    await asyncio.sleep(2)
asyncio.run(main())
",
    );
    has(&why(&told, 1), "“hello”: printed by line 3, run by hello.");
    let stage = told.stage();
    let next = |step| narrate(&stage, &told.recording.world_at(stage.log, step), step).next;
    let nexts: Vec<String> =
        (0..=told.recording.last_step()).filter_map(next).map(|sentence| sentence.plain()).collect();
    has(&nexts, "Next: hello runs line 3, print('hello').");
}

#[test]
fn a_connection_is_told_without_a_line_that_is_none() {
    let told = Told::of(
        "import asyncio
async def serve(reader, writer):
    print((await reader.readline()).decode().strip())
    writer.close()
async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 8888)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    writer.write(b'hello\\n')
    await reader.read()
    writer.close()
    server.close()
asyncio.run(main())
",
    );
    let chain = why(&told, 1);
    has(&chain, "The loop saw that a socket was ready");
    told.says("_read_ready sets the result of read, so serve enters the ready queue.");
    let said = told.sentences();
    assert!(said.iter().all(|said| !said.contains("_read_ready into the ready queue")), "{said:#?}");
    let stage = told.stage();
    for step in 0..=told.recording.last_step() {
        let world = told.recording.world_at(stage.log, step);
        for link in world.running_task().map(|task| why_running(&stage, task, step)).unwrap_or_default() {
            let said = link.sentence.plain();
            assert!(!said.contains("line 0") && !said.contains("_read_ready ended"), "{said}");
        }
    }
}

#[test]
fn a_gather_is_shown_until_it_has_been_told_of_the_last_end() {
    let told = Told::of(
        "import asyncio
async def brew(seconds):
    await asyncio.sleep(seconds)
async def main():
    await asyncio.gather(brew(1), brew(2))
    await asyncio.sleep(1)
asyncio.run(main())
",
    );
    let stage = told.stage();
    let shown: Vec<bool> = (0..=told.recording.last_step())
        .map(|step| {
            let world = told.recording.world_at(stage.log, step);
            objects(&stage, &world, step).iter().any(|object| object.kind == "gather")
        })
        .collect();
    assert_eq!(shown.windows(2).filter(|pair| pair[0] != pair[1]).count(), 2, "it comes once and goes once {shown:?}");
}

#[test]
fn what_a_step_does_is_said_exactly() {
    let told = Told::of(
        "import asyncio
loop = asyncio.new_event_loop()
async def waits(event):
    await event.wait()
async def main():
    event = asyncio.Event()
    tasks = [loop.create_task(waits(event)) for n in range(2)]
    await asyncio.sleep(0)
    event.set()
    print(sum(n for n in range(2)))
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError:
        pass
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                pass
    except TimeoutError:
        pass
    await asyncio.gather(*tasks)
loop.run_until_complete(main())
",
    );
    told.says("The program makes an event loop.");
    told.says("loop.run_until_complete(main()) runs the event loop and makes, of the coroutine, the task main");
    told.says("main sets event: that puts waits #1, waits #2 into the ready queue.");
    told.says("main runs the generator expression of line 10: print(sum(n for n in range(2)))");
    told.says("main leaves timeout 1, whose time was up: CancelledError becomes TimeoutError.");
    told.says("main leaves timeout 2.");
}
