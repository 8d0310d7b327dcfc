//! Arbitrary logs: every kind of event in any order, for laws that hold whatever the engine does.

use loopscope::trace::*;
use proptest::prelude::*;

/// How many kinds of number there are.
pub const KINDS: u8 = 44;

/// The codes of findings that the interpreter records.
fn log_codes() -> &'static [&'static str] {
    &["never-awaited", "never-retrieved", "destroyed-pending", "closed-loop", "not-awaitable", "something-new"]
}

fn finding(code: &'static str, line: u32, text: TextId) -> Diagnostic {
    Diagnostic { code, severity: Severity::Warning, line, args: vec![text] }
}

/// An empty log with a thread and a loop.
pub fn begun_log() -> Log {
    let mut log = Log::new(Options { events: 5_000, lines_per_stretch: 5, lines: 200, ..Options::default() });
    let process = log.process_started("main.py");
    let main = log.thread_started(process, "MainThread", false);
    log.thread_running(main);
    log.code("main", "main", "main.py", 1);
    log.loop_created();
    log
}

/// A log from arbitrary numbers.
pub fn any_log(numbers: &[(u8, u8, u8)]) -> Log {
    let mut log = begun_log();
    emit(&mut log, numbers);
    log.run_ended(EndReason::Finished, 0, TextId::NONE);
    log
}

/// Every kind of event, in any order, with ids that may or may not exist.
pub fn emit(log: &mut Log, numbers: &[(u8, u8, u8)]) {
    let (process, event_loop, code, none) = (ProcessId(1), LoopId(1), CodeId(1), TextId::NONE);
    let text = log.intern("text");
    let mut clock = log.now();
    for (what, a, b) in numbers {
        let (a, b) = (*a as u32 % 24 + 1, *b as u32 % 24 + 1);
        let (task, future, handle, object) = (TaskId(a), FutureId(b), HandleId(a), ObjectId(b % 6 + 1));
        let thread = ThreadId(a as u16 % 3 + 1);
        match what % KINDS {
            0..4 => log.line(code, a),
            4 => drop(log.task_created(event_loop, text, none, text, a % 2 == 0)),
            5 => drop(log.future_created(Purpose::ALL[a as usize], ObjectId(b % 7), text)),
            6 | 7 => {
                let handle = log.new_handle();
                let kind = HandleKind::ALL[a as usize % 3];
                log.handle_pushed(handle, event_loop, kind, task, text, EventId(b));
            }
            8 => {
                let handle = log.new_handle();
                log.timer_set(handle, event_loop, HandleKind::Internal, clock + b as u64, text);
            }
            9 => drop(log.timer_fired(handle)),
            10 | 11 => drop(log.handle_taken(handle)),
            12 => drop(log.handle_done(handle)),
            13 => drop(log.handle_cancelled(handle)),
            14 | 15 => drop(log.step_began(task, handle, Resume::ALL[b as usize % 4])),
            16 | 17 => {
                log.step_ended(task, StepEnd::ALL[b as usize % 5], future, ChainId::NONE, text);
            }
            18 => drop(log.future_done(future, Outcome::ALL[a as usize % 3], text)),
            19 => drop(log.cancel_requested(future, none)),
            20 => {
                clock += b as u64 * 1_000_000;
                log.clock_advanced(clock);
            }
            21 => drop(log.object_created(ObjectKind::ALL[a as usize % ObjectKind::ALL.len()], b as i32, text)),
            22 | 23 => {
                let operation = Operation::ALL[a as usize % Operation::ALL.len()];
                log.object_used(object, operation, b as i32 - 2, text, future);
            }
            24 => drop(log.output_written(Stream::ALL[a as usize % 2], ["a\n", "b", "", "c\nd\n"][b as usize % 4])),
            25 => drop(log.thread_started(process, "worker", false)),
            26 => drop(log.thread_running(thread)),
            27 => drop(log.thread_blocked(thread, Purpose::ALL[a as usize], object, When::new(b as u64), text)),
            28 => drop(log.thread_ready(thread, EventId(a))),
            29 => drop(log.turn_began(event_loop, a, b)),
            30 => drop(log.task_named(task, a % 2 == 0, text)),
            31 => drop(log.future_named(future, text)),
            32 => drop(log.object_named(object, text)),
            33 => drop(log.exception_raised(text)),
            34 => drop(log.exception_caught(text)),
            35 => drop(log.signal(2, "SIGINT")),
            36 => drop(log.input_asked(text)),
            37 => drop(log.input_given(text)),
            38 => drop(log.loop_started(event_loop)),
            39 => drop(log.loop_stopped(event_loop)),
            40 => drop(log.loop_closed(event_loop)),
            41 => drop(log.thread_ended(thread, Outcome::ALL[b as usize % 3], text)),
            42 => drop(log.process_ended(process, b as i32)),
            _ => drop(log.diagnose(finding(log_codes()[a as usize % log_codes().len()], a, text))),
        }
    }
}

/// What an arbitrary log is made from.
pub fn numbers() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec(any::<(u8, u8, u8)>(), 0..400)
}
