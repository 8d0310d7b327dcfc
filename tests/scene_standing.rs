//! Where tasks and threads stand at a step, what they hold, and what they are called.

use loopscope::scene::*;
use loopscope::session::Options;
use loopscope::trace::{Entry, Event};
use told::Told;

mod told;

/// At the step that prints this line of output: the lit line, and the frames of who printed it.
fn printed_at(told: &Told, number: usize) -> (u32, Vec<String>) {
    let stage = told.stage();
    let line = &told.recording.console()[number];
    let world = told.recording.world_at(stage.log, line.step);
    let lit = editor_marks(&stage, &world, line.step).lit.map_or(0, |lit| lit.line);
    let who = if line.task.is_some() { Who::Task(line.task) } else { Who::Thread(line.thread) };
    let frames = inspector(&stage, &world, who).map_or(Vec::new(), |inside| inside.frames);
    (lit, frames.iter().map(|frame| format!("{}:{}", frame.name, frame.line)).collect())
}

#[test]
fn back_from_a_function_the_line_that_called_it_is_lit() {
    let told = Told::of(
        "import asyncio
def double(n):
    return 2 * n
async def half(n):
    return n / 2
async def main():
    print(double(2))
    print(await half(2))
print(double(1))
asyncio.run(main())
",
    );
    assert_eq!(printed_at(&told, 0).0, 9);
    assert_eq!(printed_at(&told, 1), (7, vec!["main:7".to_string()]));
    assert_eq!(printed_at(&told, 2), (8, vec!["main:8".to_string()]));
}

#[test]
fn a_waiting_task_stands_at_its_await_even_if_that_line_called_a_function() {
    let told = Told::of(
        "import asyncio
def seconds():
    return 1
async def main():
    await asyncio.sleep(seconds())
asyncio.run(main())
",
    );
    let stage = told.stage();
    let lines = |step| {
        let marks = editor_marks(&stage, &told.recording.world_at(stage.log, step), step);
        (marks.chips.iter().map(|at| at.line).collect::<Vec<_>>(), marks.lit.map(|lit| lit.line))
    };
    let all: Vec<_> = (0..=told.recording.last_step()).map(lines).collect();
    assert!(all.contains(&(vec![5], Some(5))), "{all:?}");
    assert!(!all.contains(&(vec![3], None)), "{all:?}");
}

#[test]
fn where_another_thread_goes_on_the_line_at_which_it_stands_is_lit() {
    let told = Told::of(
        "import threading, time
def work():
    time.sleep(1)
    time.sleep(1)
thread = threading.Thread(target=work)
thread.start()
time.sleep(1.5)
thread.join()
",
    );
    let stage = told.stage();
    let told_of = |step| {
        let world = told.recording.world_at(stage.log, step);
        (sentence(&stage, &world, step).plain(), editor_marks(&stage, &world, step).lit.map(|lit| lit.line))
    };
    let all: Vec<_> = (0..=told.recording.last_step()).map(told_of).collect();
    assert!(all.iter().any(|(said, lit)| said.starts_with("MainThread runs now") && *lit == Some(7)), "{all:#?}");
}

#[test]
fn a_workers_chip_leaves_the_line_once_its_job_is_done() {
    let told = Told::of(
        "import asyncio
def job():
    return 1
async def main():
    await asyncio.to_thread(job)
    await asyncio.sleep(1)
asyncio.run(main())
",
    );
    let stage = told.stage();
    let at_line_3 = |step| {
        let marks = editor_marks(&stage, &told.recording.world_at(stage.log, step), step);
        marks.chips.iter().any(|at| at.line == 3)
    };
    let steps: Vec<u32> = (0..=told.recording.last_step()).filter(|step| at_line_3(*step)).collect();
    assert!(!steps.is_empty() && steps.len() < 4, "{steps:?}");
}

#[test]
fn a_place_of_a_semaphore_that_a_waiter_was_given_is_not_free() {
    let told = Told::of(
        "import asyncio
async def fetch(n, places):
    async with places:
        await asyncio.sleep(1)
async def main():
    places = asyncio.Semaphore(2)
    await asyncio.gather(*(fetch(n, places) for n in range(4)))
asyncio.run(main())
",
    );
    let stage = told.stage();
    let held = |step| {
        let views = objects(&stage, &told.recording.world_at(stage.log, step), step);
        let view = views.iter().find(|view| view.kind == "semaphore")?;
        let ObjectBody::Held { holders, places, .. } = &view.body else { return None };
        Some((places.map_or(0, |(left, _)| left) as usize, holders.total()))
    };
    let seen: Vec<_> = (0..=told.recording.last_step()).filter_map(held).collect();
    assert!(seen.iter().all(|(left, holders)| left + holders == 2), "{seen:?}");
    assert!(seen.contains(&(0, 2)), "{seen:?}");
}

#[test]
fn tasks_of_a_factory_and_lambdas_are_called_as_the_program_has_them() {
    let told = Told::of(
        "import asyncio
async def work(n):
    await asyncio.sleep(n)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    loop.call_later(1, lambda: None)
    await asyncio.gather(*tasks)
asyncio.run(main())
",
    );
    told.says("main creates the task work(1), which starts at once.");
    told.says("main sets a timer: the loop shall call <lambda> at 1.000 s.");
}

#[test]
fn a_gather_that_nobody_awaits_is_called_so_where_it_was_made() {
    let told = Told::of(
        "import asyncio
async def work(n):
    await asyncio.sleep(n)
async def main():
    asyncio.gather(work(1), work(2))
    await asyncio.sleep(0)
asyncio.run(main())
",
    );
    let all = diagnostics(&told.stage());
    let found = all.iter().find(|found| found.code == "never-retrieved").expect("CPython says so");
    assert_eq!((&*found.title, found.line), ("The exception of gather was never retrieved", 5));
}

#[test]
fn a_task_that_was_made_for_another_thread_has_no_line_of_creation() {
    let told = Told::of(
        "import asyncio, threading
async def work():
    await asyncio.sleep(1)
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
asyncio.run_coroutine_threadsafe(work(), loop).result()
",
    );
    let stage = told.stage();
    let world = told.recording.world_at(stage.log, told.recording.last_step());
    let task = told.recording.facts().tasks[0].task;
    let created = inspector(&stage, &world, Who::Task(task)).expect("the task is there").created.plain();
    assert_eq!(created, "A task that runs the coroutine work, created at 0.000 s.");
}

#[test]
fn what_a_line_does_after_a_function_of_its_own_has_returned_is_told_at_that_line() {
    let told = Told::of(
        "import asyncio
def twice(n):
    return 2 * n
async def wait(n):
    await asyncio.sleep(n)
async def main():
    task = asyncio.create_task(wait(twice(1)))
    await task
asyncio.run(main())
",
    );
    let stage = told.stage();
    let made = |entry: &&Entry| matches!(entry.event, Event::TaskCreated { .. });
    let lines: Vec<_> =
        stage.log.entries_from(0).map(|(_, entry)| entry).filter(made).map(|entry| entry.line).collect();
    // The last two are those with which run ends.
    assert_eq!(lines, [9, 7, 9, 9]);
}

#[test]
fn what_a_failed_callback_writes_is_told_at_the_callbacks_line() {
    let told = Told::of(
        "import asyncio
def fails():
    return 1 / 0
async def main():
    asyncio.get_running_loop().call_soon(fails)
    await asyncio.sleep(0)
asyncio.run(main())
",
    );
    assert_eq!(printed_at(&told, 0).0, 3);
}

#[test]
fn a_place_that_a_cancelled_waiter_gives_back_is_free() {
    let told = Told::of(
        "import asyncio
async def take(places):
    async with places:
        await asyncio.sleep(1)
async def main():
    places = asyncio.Semaphore(1)
    await places.acquire()
    waiter = asyncio.create_task(take(places))
    await asyncio.sleep(0)
    places.release()
    waiter.cancel()
    await asyncio.wait([waiter])
    await asyncio.sleep(1)
asyncio.run(main())
",
    );
    let stage = told.stage();
    let last = told.recording.last_step();
    let views = objects(&stage, &told.recording.world_at(stage.log, last), last);
    let view = views.iter().find(|view| view.kind == "semaphore").expect("a semaphore");
    let ObjectBody::Held { holders, places, .. } = &view.body else { panic!("{view:?}") };
    assert_eq!((holders.total(), *places), (0, Some((1, 1))), "{view:?}");
}

#[test]
fn a_loop_that_awaits_nothing_is_told_of_when_the_run_is_stopped() {
    let source = "import asyncio
done = False
async def worker():
    global done
    await asyncio.sleep(1)
    done = True
async def main():
    asyncio.create_task(worker())
    while not done:
        pass
asyncio.run(main())
";
    let told = Told::with(source, Options { limit: 2.0, ..Options::default() });
    assert_eq!(told.findings(), [("never-yields@9".to_string(), None)]);
    let text = diagnostics(&told.stage())[0].text.plain();
    assert!(text.contains("Line 9 computed for 2 s without an await"), "{text}");
    assert!(text.contains("although worker was ready or due"), "{text}");
}
