//! Real programs, run and told: their findings, their sentences, the laws of the player on their recordings.

use loopscope::player::{Granularity, World};
use loopscope::scene::*;
use loopscope::session::Options;
use told::Told;

mod told;

fn found(code: &str, fix: Option<&str>) -> (String, Option<String>) {
    (code.to_string(), fix.map(str::to_string))
}

#[test]
fn a_blocking_call_is_found_when_somebody_was_ready_and_not_otherwise() {
    let blocking = "import asyncio, time
async def other():
    await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(other())
    time.sleep(2)
    await task
asyncio.run(main())
";
    let told = Told::of(blocking);
    assert_eq!(told.findings(), [found("blocked-loop@6", Some("await asyncio.sleep("))]);
    told.says(
        "main calls time.sleep(2), which blocks the whole thread until 2.000 s: no other task can run meanwhile.",
    );
    let alone = "import asyncio, time
async def main():
    time.sleep(2)
asyncio.run(main())
";
    assert_eq!(Told::of(alone).findings(), []);
}

#[test]
fn a_signal_is_told_with_what_it_brings_about() {
    let interrupted = |source: &str| Told::with(source, Options { signals: vec![(1.0, 2)], ..Options::default() });
    let tasks = "import asyncio
async def work():
    await asyncio.sleep(10)
async def main():
    await asyncio.gather(work(), work())
asyncio.run(main())
";
    interrupted(tasks)
        .says("The signal SIGINT arrives, as Ctrl+C sends it, and asyncio cancels main, work #1, work #2.");
    let blocked = interrupted("import time\ntime.sleep(10)\n");
    blocked.says("The signal SIGINT arrives, as Ctrl+C sends it.");
    let own = "import os, signal
signal.signal(signal.SIGTERM, lambda *_: print('asked to end'))
os.kill(os.getpid(), signal.SIGTERM)
";
    Told::of(own).says("The signal SIGTERM arrives.");
}

#[test]
fn a_class_is_defined_and_its_body_runs() {
    let told = Told::of("class Bean:\n    kind = 'arabica'\n");
    told.says("The program defines the class Bean.");
    told.says("The program runs the body of the class Bean, line by line.");
}

#[test]
fn a_class_within_one_of_its_name_is_defined_before_its_body_runs() {
    let source = "@same\nclass Bean:\n    @same\n    class Bean:\n        kind = 'arabica'\n";
    let told = Told::of(&format!("def same(made): return made\n{source}"));
    let all = told.sentences();
    let of_beans: Vec<&str> = all.iter().filter(|said| said.contains("class Bean")).map(String::as_str).collect();
    let (defines, runs) =
        ("The program defines the class Bean.", "The program runs the body of the class Bean, line by line.");
    // Once more each, when the decorator has given the class that is bound.
    assert_eq!(of_beans, [defines, runs, defines, runs, defines, defines], "{all:#?}");
}

#[test]
fn a_wait_says_for_how_many_and_shield_who_has_left() {
    let told = Told::of(
        "import asyncio
async def work(delay):
    await asyncio.sleep(delay)
async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION, timeout=0.5)
    await asyncio.wait(tasks)
    await asyncio.wait(tasks[:1] + [asyncio.create_task(work(1))])
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(asyncio.create_task(work(2)))
    except TimeoutError:
        pass
    await asyncio.shield(asyncio.create_task(work(3)))
asyncio.run(main())
",
    );
    told.says("main waits in wait 1 until the first of its 3 tasks has ended.");
    told.says(
        "main waits in wait 2 until one of its 3 tasks fails, or all have ended. At 1.500 s it goes on in any case.",
    );
    told.says("main waits in wait 3 until all of its 3 tasks have ended.");
    told.says("shield notes that nobody waits any more; what it protects goes on.");
    told.says("shield passes on that work(3) #2 has ended, so main enters the ready queue.");
    told.says("shield has passed on what it protected, and tidies up.");
}

#[test]
fn perfetto_gets_what_threads_and_processes_do() {
    let told = Told::of(
        "import threading, time, multiprocessing
def work():
    time.sleep(2)
if __name__ == '__main__':
    thread = threading.Thread(target=work)
    thread.start()
    process = multiprocessing.Process(target=work)
    process.start()
    thread.join()
    process.join()
",
    );
    let json = trace_events(&told.stage());
    let slept = |pid, tid| {
        let slice = format!("\"pid\":{pid},\"tid\":{tid},\"ts\":0.000,\"dur\":2000000.000,\"name\":\"time.sleep(2)\"");
        assert!(json.contains(&slice), "{slice}\n{json}");
    };
    slept(1, 2);
    slept(2, 3);
    assert!(json.contains("\"pid\":2,\"name\":\"process_name\",\"args\":{\"name\":\"Process-1\"}"), "{json}");
    assert_eq!(json.lines().count(), json.matches("{\"ph\":").count() + 2, "an event a line");
}

#[test]
fn a_forgotten_await_is_found_where_the_coroutine_was_made() {
    let told = Told::of(
        "import asyncio
async def work():
    pass
async def main():
    work()
    asyncio.sleep(1)
asyncio.run(main())
",
    );
    assert_eq!(
        told.findings(),
        [found("never-awaited@5", Some("await ")), found("never-awaited@6", None)].map(|(code, fix)| {
            let fix = if code.ends_with('6') { Some("await ".to_string()) } else { fix };
            (code, fix)
        })
    );
    told.says("Line 5 calls the coroutine function work: that only makes a coroutine object");
}

#[test]
fn a_deadlock_is_told_with_its_circle() {
    let told = Told::of(
        "import asyncio
async def take(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            pass
async def main():
    x, y = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(take(x, y), take(y, x))
asyncio.run(main())
",
    );
    assert_eq!(told.findings(), [found("deadlock@5", None)]);
    let text = diagnostics(&told.stage())[0].text.plain();
    assert!(text.contains("take #1 waits for y, held by take #2; take #2 waits for x, held by take #1"), "{text}");
    told.says("Deadlock at 1.000 s: everybody waits, and nothing can wake anybody.");
}

#[test]
fn a_pool_whose_threads_wait_for_its_own_jobs_is_too_small() {
    let told = Told::of(
        "from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
def inner():
    return 1
def outer():
    return pool.submit(inner).result()
pool.submit(outer).result()
",
    );
    assert_eq!(told.findings(), [found("pool-too-small@6", None), found("deadlock@7", None)]);
    let all = diagnostics(&told.stage());
    let text = all[0].text.plain();
    let words = "Each busy thread of pool (1) waits for the result of a job that is still in the queue";
    assert!(text.contains(words), "{text}");
    let text = all[1].text.plain();
    assert!(text.contains("MainThread waits for outer; ThreadPoolExecutor-0_0 waits for inner"), "{text}");
}

#[test]
fn a_task_that_blocks_its_thread_in_a_deadlock_is_told_by_its_name() {
    let told = Told::of(
        "import asyncio, threading
lock = threading.Lock()
async def a():
    with lock:
        await asyncio.sleep(1)
async def b():
    with lock:
        pass
async def main():
    await asyncio.gather(a(), b())
asyncio.run(main())
",
    );
    let all = diagnostics(&told.stage());
    assert_eq!(all[0].code, "loop-held");
    let text = all[1].text.plain();
    assert!(text.contains("a waits for sleep(1); b waits for lock, held by a"), "{text}");
}

#[test]
fn a_cancellation_that_is_swallowed_and_a_task_left_over_are_found() {
    let told = Told::of(
        "import asyncio
async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        pass
async def for_ever():
    while True:
        await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(stubborn())
    left = asyncio.create_task(for_ever())
    await asyncio.sleep(0.5)
    task.cancel()
    await task
asyncio.run(main())
",
    );
    assert_eq!(told.findings(), [found("swallowed-cancel@4", None), found("orphan-task@12", None)]);
    told.says("main asks stubborn to be cancelled: its wait ends, and it enters the ready queue.");
    told.says("The main coroutine has ended, so asyncio.run cancels what is left: for_ever.");
}

#[test]
fn awaiting_a_number_is_found() {
    let told = Told::of("import asyncio\nasync def main():\n    x = 1\n    await 42\nasyncio.run(main())\n");
    assert_eq!(told.findings(), [found("not-awaitable@4", None)]);
    told.says("The program has ended after 0.000 s with exit status 1: the end of stderr says why.");
}

#[test]
fn a_correct_program_has_no_findings() {
    let told = Told::of(
        "import asyncio
async def worker(name, queue, results):
    while True:
        item = await queue.get()
        if item is None:
            return
        await asyncio.sleep(0.1)
        results.append((name, item))
        queue.task_done()
async def main():
    queue, results = asyncio.Queue(2), []
    async with asyncio.TaskGroup() as group:
        for name in 'ab':
            group.create_task(worker(name, queue, results))
        for item in range(5):
            await queue.put(item)
        await queue.join()
        for _ in 'ab':
            await queue.put(None)
    try:
        async with asyncio.timeout(0.5):
            await asyncio.Event().wait()
    except TimeoutError:
        print(results)
asyncio.run(main())
",
    );
    assert_eq!(told.findings(), []);
    told.says("worker(\"b\") waits for queue, which is empty.");
    told.says("main waits at the end of group until its tasks have ended.");
}

#[test]
fn asyncio_tidying_up_makes_no_stops() {
    let told = Told::of("import asyncio\nasync def main():\n    print(1)\nasyncio.run(main())\n");
    let all = told.sentences();
    assert!(all.iter().all(|said| !said.contains("shutdown")), "{all:#?}");
    assert_eq!(all.last().map(String::as_str), Some("The program has ended after 0.000 s, exit status 0."));
}

#[test]
fn on_a_real_recording_forward_and_back_are_inverse_and_seeking_is_folding() {
    let told = Told::of(
        "import asyncio
async def work(n):
    for i in range(n):
        await asyncio.sleep(0.1 * n)
        print(n, i)
async def main():
    await asyncio.gather(*(work(n) for n in range(1, 6)))
asyncio.run(main())
",
    );
    let (log, recording) = (told.session.log(), &told.recording);
    let mut folded = World::default();
    for step in 0..=recording.last_step() {
        recording.advance(log, &mut folded, step);
        assert_eq!(recording.world_at(log, step), folded, "step {step}");
    }
    for grain in [Granularity::Line, Granularity::Switch, Granularity::Turn] {
        let mut step = 0;
        while step < recording.last_step() {
            let next = recording.step_after(step, grain);
            assert_eq!(recording.step_before(next, grain), step);
            step = next;
        }
    }
    for line in recording.console() {
        let world = recording.world_at(log, line.step);
        assert_eq!((world.running_task(), world.clock), (Some(line.task), line.ns));
    }
}

const SEQUENTIAL: &str = "import asyncio
async def fetch(page):
    await asyncio.sleep(2)
    return page
async def main():
    a = await fetch('A')
    b = await fetch('B')
    print(a, b)
asyncio.run(main())
";

#[test]
fn waits_that_could_overlap_get_a_hint_with_the_line_that_does_it() {
    let fix = "a, b = await asyncio.gather(fetch('A'), fetch('B'))";
    assert_eq!(Told::of(SEQUENTIAL).findings(), [found("sequential-awaits@6", Some(fix))]);
    let repaired = SEQUENTIAL.replace("    a = await fetch('A')\n    b = await fetch('B')\n", &format!("    {fix}\n"));
    let told = Told::of(&repaired);
    assert!(told.findings().is_empty());
    assert_eq!(told.session.log().now(), 2_000_000_000);
    let needed = SEQUENTIAL.replace("fetch('B')", "fetch(a)");
    assert!(Told::of(&needed).findings().is_empty(), "the second needs the first");
}

#[test]
fn the_last_sentences_are_those_of_the_stops_before_the_newest_first() {
    let told = Told::of(SEQUENTIAL);
    let all = told.sentences();
    let before = told_before(&told.stage(), 9, 4);
    let said: Vec<String> = before.iter().map(|because| because.sentence.plain()).collect();
    assert_eq!(before.iter().map(|because| because.step).collect::<Vec<_>>(), [9, 8, 7, 6, 5]);
    assert_eq!(said, all[5..=9].iter().rev().cloned().collect::<Vec<_>>());
}

#[test]
fn who_runs_next_is_the_task_whose_step_begins_next() {
    let told = Told::of(&SEQUENTIAL.replace(
        "    a = await fetch('A')\n    b = await fetch('B')\n",
        "    a, b = await asyncio.gather(fetch('A'), fetch('B'))\n",
    ));
    let stage = told.stage();
    for step in 0..told.recording.last_step() {
        let world = told.recording.world_at(stage.log, step);
        let Some((task, at)) = runs_next(&stage, &world, step) else { continue };
        let then = told.recording.world_at(stage.log, at);
        assert!(at > step && then.running_task() == Some(task), "step {step}");
        assert!((step + 1..at).all(|between| {
            let running = told.recording.world_at(stage.log, between).running_task();
            running.is_none() || running == world.running_task()
        }));
    }
}

#[test]
fn a_plan_up_to_a_step_holds_nothing_of_what_comes() {
    let told = Told::of(SEQUENTIAL);
    let plan = timeline_plan(&told.stage(), AxisKind::Clock, &[]);
    for step in 0..=plan.steps {
        let past = plan_until(&plan, step);
        let lanes = past.rows.iter().filter_map(|row| if let Row::Lane(lane) = row { Some(lane) } else { None });
        assert!(lanes.flat_map(|lane| lane.segments.iter()).all(|segment| segment.to <= step));
        assert!(past.ticks.iter().all(|tick| tick.step <= step));
    }
}

#[test]
fn steps_are_numbered_along_their_axis_if_no_time_passes() {
    let marks = |source: &str| {
        let plan = timeline_plan(&Told::of(source).stage(), AxisKind::Steps, &[]);
        plan.ticks.iter().map(|tick| (tick.label.to_string(), tick.step)).collect::<Vec<_>>()
    };
    let still = marks("for n in range(20):\n    print(n)\n");
    assert_eq!(still[..3], [("0".to_string(), 0), ("5".to_string(), 5), ("10".to_string(), 10)]);
    assert!(still.len() <= 17);
    assert_eq!(marks("import time\ntime.sleep(1)\n").iter().map(|(label, _)| &**label).collect::<Vec<_>>(), ["+1 s"]);
}

#[test]
fn two_runs_on_one_clock_have_their_instants_at_the_same_places() {
    let (slow, fast) = (Told::of(SEQUENTIAL), Told::of("import time\ntime.sleep(1)\nprint()\n"));
    let instants = |told: &Told| clock_instants(told.session.log(), &told.recording);
    let upper = timeline_plan_beside(&slow.stage(), AxisKind::Clock, &[], &instants(&fast));
    let lower = timeline_plan_beside(&fast.stage(), AxisKind::Clock, &[], &instants(&slow));
    let places = |plan: &TimelinePlan| plan.ticks.iter().map(|tick| (tick.label.clone(), tick.x)).collect::<Vec<_>>();
    assert_eq!(places(&upper), places(&lower));
    assert_eq!(places(&upper).len(), 4);
}

#[test]
fn the_table_has_a_row_for_each_stretch_of_a_task() {
    let told = Told::of(SEQUENTIAL);
    let table = timeline_table(&told.stage());
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 7));
    assert!(rows.iter().any(|row| row[..4] == ["main", "waiting", "sleep(2)", "2.000 s"]), "{table}");
}

#[test]
fn a_sleep_that_is_over_is_not_said_to_be_due_when_another_tasks_is() {
    let told = Told::of(
        "import asyncio
async def nap(seconds):
    await asyncio.sleep(seconds)
async def main():
    await asyncio.gather(nap(1), nap(2))
asyncio.run(main())
",
    );
    let stage = told.stage();
    let one = told.recording.facts().tasks[1].task;
    let says = |step| {
        let seen =
            inspector(&stage, &told.recording.world_at(stage.log, step), Who::Task(one)).expect("the task is there");
        seen.waiting.map(|sentence| sentence.plain()).unwrap_or_default()
    };
    let all: Vec<String> = (0..=told.recording.last_step()).map(says).collect();
    assert!(all.iter().any(|said| said == "Waits for sleep(1), due at 1.000 s."), "{all:#?}");
    assert!(all.iter().any(|said| said == "Waits for sleep(1)."), "{all:#?}");
    assert!(!all.iter().any(|said| said.contains("2.000 s")), "{all:#?}");
}

#[test]
fn a_loops_thread_waits_while_the_clock_moves_and_runs_at_its_instants() {
    let told = Told::of(
        "import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    await asyncio.sleep(2)\nasyncio.run(main())\n",
    );
    let stage = told.stage();
    let plan = timeline_plan(&stage, AxisKind::Clock, &[]);
    let Some(Row::Thread(main)) = plan.rows.first() else { panic!("the main thread's row") };
    let states: Vec<ThreadState> = main.segments.iter().map(|segment| segment.state).collect();
    use ThreadState::{Done, Running, Waiting};
    assert_eq!(states, [Running, Waiting, Running, Waiting, Running, Done]);
    let time = |step| told.recording.time_of(stage.log, step);
    let waits: Vec<_> = main.segments.iter().filter(|segment| segment.state == Waiting).collect();
    assert_eq!(
        waits.iter().map(|wait| time(wait.to) - time(wait.from)).collect::<Vec<_>>(),
        [1_000_000_000, 2_000_000_000]
    );
}

#[test]
fn a_module_or_file_that_is_not_there_is_found_where_it_is_wanted() {
    let told = Told::of("import asyncio\n\ndef load():\n    from util.timing import timed\n\nload()\n");
    assert_eq!(told.findings(), [found("missing-package@4", Some("\n-- util/timing.py --\n"))]);
    assert!(diagnostics(&told.stage())[0].text.plain().contains("imports util, which is not in Python's library"));
    let told = Told::of("import util\n-- util.py --\nwith open('names.txt') as file:\n    pass\n");
    assert_eq!(told.findings(), [found("missing-file@3", Some("\n-- names.txt --\n"))]);
    let told = Told::of("try:\n    import numpy\nexcept ImportError:\n    numpy = None\n");
    assert_eq!(told.findings(), []);
}

#[test]
fn sockets_are_called_what_the_program_calls_them_and_not_what_the_library_does() {
    let told = Told::of(
        "import asyncio, socket
server = socket.create_server(('127.0.0.1', 9000))
client = socket.create_connection(server.getsockname())
accepted, address = server.accept()
async def main():
    await (await asyncio.start_server(print, '127.0.0.1', 9001)).start_serving()
asyncio.run(main())
",
    );
    let last = told.recording.last_step();
    let shown = objects(&told.stage(), &told.recording.world_at(told.session.log(), last), last);
    let names: Vec<_> = shown.iter().filter(|object| object.kind == "socket").map(|object| &*object.name).collect();
    assert_eq!(names, ["server", "client", "accepted", "socket"]);
}
