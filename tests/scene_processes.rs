//! Threads and processes as the page shows them: rows, colours, and what processes share.

use loopscope::scene::*;
use told::Told;

mod told;

#[test]
fn the_threads_of_several_processes_stand_under_their_process() {
    let told = Told::of(
        "import multiprocessing
def work():
    print('working')
if __name__ == '__main__':
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
",
    );
    let plan = timeline_plan(&told.stage(), AxisKind::Clock, &[]);
    let names: Vec<String> = plan
        .rows
        .iter()
        .map(|row| match row {
            Row::Process(process) => process.name.to_string(),
            Row::Thread(thread) => format!("  {}", thread.name),
            _ => String::new(),
        })
        .collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names[0].starts_with("Process 4242: ") && names[2].starts_with("Process 4243: "), "{names:?}");
}

/// Each row of threads with its colour.
fn coloured(source: &str) -> Vec<(String, Option<u8>)> {
    let told = Told::of(source);
    let rows = timeline_plan(&told.stage(), AxisKind::Clock, &[]).rows;
    let threads = rows.iter().filter_map(|row| if let Row::Thread(thread) = row { Some(thread) } else { None });
    threads.map(|thread| (thread.name.to_string(), thread.colour)).collect()
}

#[test]
fn the_start_and_the_end_of_a_process_are_told_and_its_name_has_one_line() {
    let told = Told::of(
        "import subprocess, sys
child = subprocess.Popen([sys.executable, '-c', 'import sys\\nsys.exit(3)'])
child.wait()
",
    );
    let name = "/usr/bin/python3 -c import sys sys.exit(3)";
    for said in [
        format!("MainThread starts the process {name}."),
        format!("{name} has run to its end and winds up."),
        format!("{name} ends."),
        format!("MainThread is blocked by process {name}."),
    ] {
        told.says(&said);
    }
}

#[test]
fn a_line_has_the_colour_of_the_thread_that_printed_it() {
    let told = Told::of("import threading\nprint(1)\nthreading.Thread(target=print, args=(2,)).start()\n");
    let lines = console(&told.stage(), 0, 9);
    assert_eq!(lines.iter().map(|line| line.chip.colour).collect::<Vec<_>>(), [None, Some(0)]);
}

#[test]
fn threads_have_colours_where_no_tasks_have() {
    let two = "import threading, time
threads = [threading.Thread(target=time.sleep, args=(1,), name=name) for name in 'ab']
for thread in threads:
    thread.start()
";
    let named =
        |all: &[(&str, Option<u8>)]| all.iter().map(|(name, colour)| (name.to_string(), *colour)).collect::<Vec<_>>();
    assert_eq!(coloured(two), named(&[("MainThread", None), ("a", Some(0)), ("b", Some(1))]));
    let beside_a_task = "import asyncio, time
async def main():
    await asyncio.to_thread(time.sleep, 1)
asyncio.run(main())
";
    let beside = coloured(beside_a_task);
    assert!(beside.len() > 1 && beside.iter().all(|(_, colour)| colour.is_none()), "{beside:?}");
}

#[test]
fn what_processes_share_is_shown_with_who_waits_for_it() {
    let told = Told::of(
        "import multiprocessing, time
def work(jobs, done, lock):
    while (job := jobs.get()) is not None:
        with lock:
            time.sleep(1)
        done.put(job)
if __name__ == '__main__':
    jobs, done, lock = multiprocessing.Queue(1), multiprocessing.Queue(), multiprocessing.Lock()
    workers = [multiprocessing.Process(target=work, args=(jobs, done, lock)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for job in (1, 2, 3, 4, None, None):
        jobs.put(job)
    for _ in range(4):
        print(done.get())
",
    );
    let stage = told.stage();
    let moments = (0..=told.recording.last_step()).map(|step| {
        let shown = objects(&stage, &told.recording.world_at(stage.log, step), step);
        let names =
            |few: &Few<Waiter>| few.first.iter().map(|waiter| waiter.chip.label.to_string()).collect::<Vec<_>>();
        let one = |object: &ObjectView| match &object.body {
            ObjectBody::Queue { items, putters, getters, .. } => {
                format!("{} {:?} {:?} {:?}", object.name, items.first, names(putters), names(getters))
            }
            ObjectBody::Held { holders, waiters, .. } => {
                let holders: Vec<_> = holders.first.iter().map(|holder| &*holder.label).collect();
                format!("{} {holders:?} {:?}", object.name, names(waiters))
            }
            _ => String::new(),
        };
        shown.iter().map(one).collect::<Vec<_>>().join("; ")
    });
    let moments: Vec<_> = moments.collect();
    let has = |wanted: &str| assert!(moments.iter().any(|moment| moment.contains(wanted)), "{wanted}\n{moments:#?}");
    has(r#"jobs ["3"] ["MainThread"] []"#);
    has(r#"lock ["Process-1"] ["Process-2"]"#);
    has(r#"done [] [] ["MainThread"]"#);
}

#[test]
fn what_the_engine_records_in_english_is_told_in_the_page_s_language() {
    let told = Told::of(
        "import multiprocessing, socket, time
server = socket.create_server(('127.0.0.1', 8000))
process = multiprocessing.Process(target=time.sleep, args=(1,))
process.start()
process.join()
server.close()
",
    );
    let mut stage = told.stage();
    let mut seen = |lang| {
        stage.lang = lang;
        let mut all = Vec::new();
        for step in 0..=told.recording.last_step() {
            let world = told.recording.world_at(stage.log, step);
            all.push(sentence(&stage, &world, step).plain());
            for view in objects(&stage, &world, step) {
                if let ObjectBody::State(words) = view.body {
                    all.push(words.to_string());
                }
            }
            all.extend(threads(&stage, &world).blocked.first.iter().map(|thread| thread.by.to_string()));
        }
        all
    };
    let chinese = seen(Lang::Zh);
    for (en, zh) in
        [("listens at port 8000", "正在监听端口 8000"), ("closed", "已关闭"), ("process Process-1", "进程 Process-1")]
    {
        assert!(chinese.iter().any(|said| said == zh), "{zh}: {chinese:#?}");
        assert!(!chinese.iter().any(|said| said.contains(en)), "{en}: {chinese:#?}");
    }
    assert!(seen(Lang::En).iter().any(|said| said == "listens at port 8000"));
}

#[test]
fn a_pool_of_processes_is_called_one() {
    let told = Told::of(
        "from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(2) as pool:
    print(list(pool.map(abs, [-1, -2])))
ProcessPoolExecutor(1).submit(abs, -3).result()
",
    );
    let mut stage = told.stage();
    stage.lang = Lang::Zh;
    let last = told.recording.last_step();
    let views = objects(&stage, &told.recording.world_at(stage.log, last), last);
    let pools: Vec<_> =
        views.iter().filter(|view| view.kind == "executor").map(|view| (&*view.name, &*view.title)).collect();
    assert_eq!(pools, [("pool", "ProcessPoolExecutor"), ("进程池", "ProcessPoolExecutor")]);
}
