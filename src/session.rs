//! One run: source and options in, slices of work, trace and output out. The only door for what is above.

mod memory;

use crate::compiler::{self, Mode};
use crate::machine;
use crate::modules::{self, attached};
use crate::objects::finalizer;
use crate::objects::gc::{self, Registry};
use crate::objects::header::{Dealt, dealt_by_new_run, swap_dealt};
use crate::objects::interp::{Interp, Stop};
use crate::objects::str::names;
use crate::trace::{self, EndReason, Log, Stream, TaskId, ThreadId};
use crate::vm::explained::WithProgram;
use crate::vm::{self, Halt, Vm};
use memory::Memory;

pub use crate::compiler::SyntaxError;
pub use crate::modules::library::provide as provide_library;
pub use crate::modules::sections::{modules_of as library_modules_of, wanted_by as library_wanted_by};
pub use crate::objects::str::charset::set_host_decoder as provide_decoder;
pub use crate::objects::str::names::{provide as provide_names, wanted as spells_names};
pub use crate::vm::{FrameView, Written};

/// What a run is given besides its source.
#[derive(Clone, Debug)]
pub struct Options {
    /// The file's name, as tracebacks give it.
    pub file: String,
    /// `sys.argv[1:]`.
    pub args: Vec<String>,
    /// Record the trace.
    pub trace: bool,
    /// Of `random`, as by `random.seed(seed)`.
    pub seed: u64,
    /// Virtual seconds after which the run is stopped.
    pub limit: f64,
    /// Nanoseconds an instruction costs; `None`: the machine's own rules, `Some(0)`: nothing.
    pub cpu_cost: Option<u64>,
    /// Scales the quantum of threads, in seconds as `sys.setswitchinterval`; `None`: 5 ms; 0: threads may be switched
    /// after any instruction.
    pub switch_interval: Option<f64>,
    /// Seconds until an outside host answers, unless the request's path says so itself; `None`: 0.2.
    pub latency: Option<f64>,
    /// What stands beside the program, for its imports; `None`: nothing does.
    pub beside: Option<modules::Beside>,
    /// Files in the working directory, beside those that come in one text with the program.
    pub files: Vec<attached::Attached>,
    /// The lines that `input()` reads.
    pub stdin: Vec<String>,
    /// End the run where a line is wanted and none is left; see [`Session::wants_input`].
    pub asks: bool,
    /// Signals that come: when, in virtual seconds, and which, by number.
    pub signals: Vec<(f64, i32)>,
    /// Bytes that the program may use: at once for one object, and by the meter in all.
    pub memory: usize,
    /// What says how many bytes the host has in use; looked at before each slice. `None`: only single objects count.
    pub meter: Option<fn() -> usize>,
    /// Bounds of the recorded events and lines.
    pub events: trace::Options,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            file: "main.py".to_string(),
            args: Vec::new(),
            trace: true,
            seed: 42,
            limit: 10_000.0,
            cpu_cost: None,
            switch_interval: None,
            latency: None,
            beside: None,
            files: Vec::new(),
            stdin: Vec::new(),
            asks: false,
            signals: Vec::new(),
            memory: 512 << 20,
            #[cfg(target_arch = "wasm32")]
            meter: Some(|| core::arch::wasm32::memory_size::<0>() << 16),
            #[cfg(not(target_arch = "wasm32"))]
            meter: None,
            events: trace::Options::default(),
        }
    }
}

/// How a run stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    Running,
    Ended(Ending),
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    pub reason: EndReason,
    /// CPython's exit status; 70 for a deadlock, 124 for a limit.
    pub exit_code: i32,
    /// Why, for a run that did not end by itself.
    pub stop: Option<Stop>,
}

/// One run of a program.
pub struct Session {
    vm: Option<Vm>,
    /// The count of identities dealt, while this session is not running.
    ids: Dealt,
    /// What its cycle collector knows.
    registry: Registry,
    ending: Option<Ending>,
    /// A name of a character was asked for that has not been fetched.
    lacks_names: bool,
    stopping: bool,
    memory: Option<Memory>,
}

impl Session {
    /// Compiles `source`, behind which may be files for it ([`attached`]). Err: it does not compile; the error's text and
    /// place are CPython's.
    pub fn new(source: &str, options: Options) -> Result<Session, Box<SyntaxError>> {
        let (source, mut files) = attached::parted(source, &options.file);
        let shown = files.iter().filter(|file| file.numbered);
        let with_program = WithProgram(shown.map(|file| (file.place(), file.text.as_str().into())).collect());
        files.extend(options.files.iter().cloned());
        let source = &*source;
        let compiled =
            compiler::compile_with_warnings(source, &options.file, Mode::Module, compiler::Options::default());
        let (mut code, warnings) = compiled.map_err(Box::new)?;
        let switches_anywhere = options.switch_interval == Some(0.0);
        if switches_anywhere {
            code = code.interruptible();
        }
        let memory = options.meter.map(|meter| Memory::new(meter, options.memory));
        let mut session = Session {
            vm: None,
            ids: Dealt::default(),
            registry: Registry::default(),
            ending: None,
            lacks_names: false,
            stopping: false,
            memory,
        };
        let before = (swap_dealt(dealt_by_new_run()), gc::exchange(Registry::default()));
        let mut events = options.events;
        events.record = options.trace;
        let mut limits = machine::Options {
            limit: machine::to_ns(options.limit),
            cpu_cost: options.cpu_cost,
            ..machine::Options::default()
        };
        if let Some(seconds) = options.switch_interval {
            limits.quantum = machine::quantum_of(seconds);
        }
        let mut vm = Vm::new(vm::Options {
            file: options.file.as_str().into(),
            source: source.into(),
            log: Log::new(events),
            tracing: options.trace,
            switches_anywhere,
            machine: limits,
            memory_limit: options.memory,
            finder: modules::FINDER,
        });
        vm.states.set(with_program);
        modules::configure(
            &mut vm,
            modules::RunOptions {
                args: options.args.clone(),
                seed: options.seed,
                stdin: options.stdin.clone(),
                asks: options.asks,
                latency: options.latency,
                beside: attached::beside(&files, options.beside),
                attached: files.into(),
            },
        );
        for (at, signal) in &options.signals {
            machine::machine(&mut vm).process().signals.schedule(machine::to_ns(*at), *signal);
        }
        if let Err(exc) = vm.start(code) {
            let text = vm::format_exception(&mut vm, &exc, true);
            unreachable!("the builtins cannot be loaded: {text}");
        }
        for warning in warnings {
            vm.write(Stream::Stderr, &warning.shown(&options.file));
        }
        session.vm = Some(vm);
        session.leave(before);
        Ok(session)
    }

    fn vm(&mut self) -> &mut Vm {
        self.vm.as_mut().expect("a session keeps its interpreter until it is dropped")
    }

    /// What the thread has for one run is this run's from now on; gives the other's.
    fn enter(&mut self) -> (Dealt, Registry) {
        self.vm().maker.enter();
        (swap_dealt(self.ids), gc::exchange(std::mem::take(&mut self.registry)))
    }

    fn leave(&mut self, (ids, registry): (Dealt, Registry)) {
        self.ids = swap_dealt(ids);
        self.registry = gc::exchange(registry);
    }

    /// Runs at most about `fuel` instructions' cost.
    pub fn advance(&mut self, fuel: u64) -> Status {
        if let Some(ending) = &self.ending {
            return Status::Ended(ending.clone());
        }
        let before = self.enter();
        let status = if self.stopping {
            vm::Status::Stopped(Stop::Stopped)
        } else if self.memory.as_ref().is_some_and(Memory::is_full) {
            vm::Status::Stopped(Stop::MemoryLimit)
        } else {
            // What was asked before is another session's.
            names::asked_in_vain();
            if self.memory.as_mut().is_some_and(Memory::presses) {
                gc::hasten();
            }
            let status = self.vm().advance(fuel);
            self.lacks_names |= names::asked_in_vain();
            status
        };
        let status = match status {
            vm::Status::Running => Status::Running,
            vm::Status::Ended { exit_code } => self.end(EndReason::Finished, exit_code, None),
            vm::Status::Stopped(stop) => {
                let (reason, exit_code) = match &stop {
                    Stop::NotSupported { .. } => (EndReason::NotSupported, 1),
                    Stop::TimeLimit => (EndReason::TimeLimit, 124),
                    Stop::EventLimit => (EndReason::EventLimit, 124),
                    Stop::OutputLimit => (EndReason::OutputLimit, 124),
                    Stop::MemoryLimit => (EndReason::MemoryLimit, 124),
                    Stop::StepLimit => (EndReason::StepLimit, 124),
                    Stop::Killed(signal) => (EndReason::Finished, 128 + signal),
                    Stop::Exited(status) => (EndReason::Finished, *status),
                    Stop::Deadlock(_) => (EndReason::Deadlock, 70),
                    Stop::Stopped => (EndReason::Stopped, 130),
                };
                self.end(reason, exit_code, Some(stop))
            }
        };
        self.leave(before);
        status
    }

    fn end(&mut self, reason: EndReason, exit_code: i32, stop: Option<Stop>) -> Status {
        let text = stop.as_ref().map(describe).unwrap_or_default();
        if !self.vm().states().get::<modules::LineWanted>().0 {
            self.vm().record_end(reason, exit_code, &text);
        }
        if stop.is_none() {
            self.vm().warm_up();
        }
        // What a stop has left waiting is not another session's, and does not outlive this one.
        finalizer::discarding(|| drop(finalizer::take()));
        let ending = Ending { reason, exit_code, stop };
        self.ending = Some(ending.clone());
        Status::Ended(ending)
    }

    /// The run has ended because a text of this section of the library has not been fetched. After [`provide_library`]
    /// the program can run from its start.
    pub fn wants_library(&mut self) -> Option<&'static str> {
        self.ending.as_ref()?;
        self.vm().states().get::<modules::library::Wanted>().0
    }

    /// The run has asked for the name of a character and the names have not been fetched. After [`provide_names`] the
    /// program can run from its start.
    pub fn wants_names(&self) -> bool {
        self.ending.is_some() && self.lacks_names
    }

    /// The run has ended because `input()` found no line left. With one more it can run from its start.
    pub fn wants_input(&mut self) -> bool {
        self.ending.is_some() && self.vm().states().get::<modules::LineWanted>().0
    }

    /// Ends the run at its next slice.
    pub fn stop(&mut self) {
        self.stopping = true;
    }

    /// Lets the run halt before the first line after so many events and lines of its trace, or where all threads wait
    /// before that. It stays there, whatever
    /// fuel it gets, until another place is given.
    pub fn halt_after(&mut self, events: u32, lines: u32) {
        let vm = self.vm();
        vm.halt = Halt { events: events as usize, lines: lines as usize };
        vm.halted = false;
        vm.log.ask_lines();
    }

    /// It stands where it shall halt.
    pub fn has_halted(&mut self) -> bool {
        self.vm().halted
    }

    /// Drops a small part of what the program has made, where nothing of it is wanted any more; false: what is left goes
    /// quickly.
    pub fn let_go(&mut self) -> bool {
        const OBJECTS: usize = 64;
        let before = self.enter();
        let more = finalizer::discarding(|| gc::take_apart(OBJECTS));
        self.leave(before);
        more
    }

    /// The frames of a living task with their locals, outermost first.
    pub fn frames_of(&mut self, task: TaskId) -> Vec<FrameView> {
        let before = self.enter();
        let frames = self.vm().frames_of(task);
        self.leave(before);
        frames
    }

    /// The program's own frames in a living thread, outermost first.
    pub fn frames_of_thread(&mut self, thread: ThreadId) -> Vec<FrameView> {
        let before = self.enter();
        let frames = self.vm().frames_of_thread(thread);
        self.leave(before);
        frames
    }

    /// The trace so far.
    pub fn log(&self) -> &Log {
        &self.vm.as_ref().expect("a session keeps its interpreter until it is dropped").log
    }

    /// The trace alone; the interpreter and all that the program made go.
    pub fn into_log(mut self) -> Log {
        let nothing = Log::new(trace::Options { record: false, ..trace::Options::default() });
        std::mem::replace(&mut self.vm().log, nothing)
    }

    /// Output that has not been taken yet, in order.
    pub fn take_output(&mut self) -> Vec<Written> {
        self.vm().take_written()
    }

    /// Virtual ns since the start of the run.
    pub fn now(&mut self) -> u64 {
        machine::machine(self.vm()).now()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let before = self.enter();
        finalizer::discarding(|| {
            self.vm = None;
            vm::collect::discard();
        });
        self.leave(before);
    }
}

/// Whether a program that stops so says nothing more on stderr: a deadlock has said so itself; `os._exit` says nothing,
/// nor does what a signal ends, as its shell would.
pub fn is_silent(stop: &Stop) -> bool {
    matches!(stop, Stop::Deadlock(_) | Stop::Exited(_) | Stop::Killed(_))
}

/// A stop in a sentence, for stderr and the trace.
pub fn describe(stop: &Stop) -> String {
    match stop {
        Stop::NotSupported { what, instead, file, line } => {
            let way = instead.as_ref().map(|i| format!("; {i}")).unwrap_or_default();
            // What a program of the machine lacks stands in no line of the user's.
            let place = if *line == 0 { file.to_string() } else { format!("{file}, line {line}") };
            format!("not supported in Loopscope: {what} ({place}){way}")
        }
        Stop::TimeLimit => "stopped at the limit of virtual time".to_string(),
        Stop::EventLimit => "stopped at the limit of recorded events".to_string(),
        Stop::OutputLimit => "stopped at the limit of output".to_string(),
        Stop::MemoryLimit => "stopped at the limit of memory".to_string(),
        Stop::StepLimit => "stopped: a built-in operation, or code that it calls, takes too long".to_string(),
        Stop::Killed(signal) => format!("ended by signal {signal}"),
        Stop::Exited(status) => format!("ended with status {status}"),
        Stop::Deadlock(report) => report.clone(),
        Stop::Stopped => "stopped".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local!(static IN_USE: Cell<usize> = const { Cell::new(0) });

    #[test]
    fn a_run_that_fills_the_memory_ends_with_a_notice_and_a_small_one_does_not() {
        let run = |growth: usize| {
            IN_USE.set(7 << 30);
            let meter: fn() -> usize = || IN_USE.get();
            let options = Options { meter: Some(meter), memory: 1 << 20, limit: 0.05, ..Options::default() };
            let mut session = Session::new("while True: pass", options).unwrap();
            loop {
                IN_USE.set(IN_USE.get() + growth);
                if let Status::Ended(ending) = session.advance(1_000_000) {
                    return (ending.reason, ending.exit_code);
                }
            }
        };
        assert_eq!(run(300 << 10), (EndReason::MemoryLimit, 124));
        assert_eq!(run(1), (EndReason::TimeLimit, 124));
    }

    #[test]
    fn where_memory_is_short_garbage_is_looked_for() {
        let source =
            "import weakref\nclass A: pass\na = A()\na.me = a\nseen = weakref.ref(a)\ndel a\nwhile seen(): pass";
        let run = |growth: usize| {
            IN_USE.set(1 << 30);
            let meter: fn() -> usize = || IN_USE.get();
            let options = Options { meter: Some(meter), memory: 1 << 20, limit: 0.05, ..Options::default() };
            let mut session = Session::new(source, options).unwrap();
            session.advance(100_000);
            IN_USE.set(IN_USE.get() + growth);
            loop {
                if let Status::Ended(ending) = session.advance(1_000_000) {
                    return ending.reason;
                }
            }
        };
        assert_eq!(run(300 << 10), EndReason::Finished);
        assert_eq!(run(100 << 10), EndReason::TimeLimit);
    }

    #[test]
    fn runs_in_turn_know_each_their_own_subclasses() {
        let source = "class A: pass\nfor n in range(300): pass\nclass B(A): pass\nfor n in range(300): pass\nprint(A.__subclasses__(), len([c for c in object.__subclasses__() if c.__name__ == 'A']))";
        let mut runs = [0, 1].map(|_| Session::new(source, Options::default()).unwrap());
        while runs.iter_mut().filter_map(|run| (run.advance(100) == Status::Running).then_some(())).count() > 0 {}
        for mut run in runs {
            let printed: String = run.take_output().iter().map(|w| w.text.clone()).collect();
            assert_eq!(printed, "[<class '__main__.B'>] 1\n");
        }
    }

    #[test]
    fn a_run_let_go_of_piece_by_piece_leaves_another_as_it_was() {
        let source = "import asyncio\nclass Named:\n    def __init__(self, name): self.name = name\nasync def wait(named):\n    await asyncio.sleep(9)\n    print(named.name)\nasync def main():\n    tasks = [asyncio.create_task(wait(Named(n))) for n in range(300)]\n    await asyncio.gather(*tasks)\nasyncio.run(main())";
        let begun = || Session::new(source, Options::default()).unwrap();
        let (mut gone, mut other) = (begun(), begun());
        while gone.log().len() < 900 && gone.advance(1_000) == Status::Running {}
        while other.log().len() < 900 && other.advance(1_000) == Status::Running {}
        let mut pieces = 1;
        while gone.let_go() {
            pieces += 1;
        }
        drop(gone);
        assert!(pieces > 5, "{pieces}");
        while other.advance(1_000) == Status::Running {}
        let printed: String = other.take_output().iter().map(|w| w.text.clone()).collect();
        assert_eq!(printed, (0..300).map(|n| format!("{n}\n")).collect::<String>());
    }

    /// What outlives a run (interned strings, built-in classes) has another identity in the next, as new objects have.
    #[test]
    fn what_a_stop_leaves_to_be_finalized_is_no_other_sessions() {
        let source = "import threading\nclass Named:\n    def __init__(self, child): self.child = child\n    def __repr__(self):\n        threading.Event().wait()\n    def __del__(self):\n        print([self])\nchain = None\nfor _ in range(300):\n    chain = [Named(chain)]\ndel chain";
        let run = |source: &str| {
            let mut session = Session::new(source, Options::default()).unwrap();
            while session.advance(1 << 20) == Status::Running {}
            (session.ending.clone().unwrap().reason, session.take_output().len())
        };
        assert_eq!(run(source).0, EndReason::Deadlock);
        assert_eq!(run("print(1)"), (EndReason::Finished, 1));
    }

    #[test]
    fn identities_are_the_same_in_each_run_and_no_two_objects_share_one() {
        let source = "a, b = 'name', [1]\nprint(id(a), id(int), id(b), id(a), id(b) not in (id(a), id(int)))";
        let printed = || {
            let mut session = Session::new(source, Options::default()).unwrap();
            while session.advance(1_000) == Status::Running {}
            session.take_output().iter().map(|w| w.text.clone()).collect::<String>()
        };
        let first = printed();
        assert!(first.ends_with("True\n"), "{first}");
        assert_eq!(first, printed());
    }
}
