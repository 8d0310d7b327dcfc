//! Several processes: each is an interpreter with everything of its own. One runs at a time; the others are parked, and
//! what belongs to the run as a whole (the trace, its output, its fuel) moves with the turn.

use crate::trace::sorted::SortedMap;
use std::mem::{swap, take};
use std::rc::Rc;

use super::core::{Core, Finder, Output, Vm};
use super::process::Status;
use super::stack::Stack;
use crate::machine::pipe::{PipeEnd, close_ends, os_error};
use crate::machine::{Process, machine, set_machine};
use crate::objects::class::Maker;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::finalizer;
use crate::objects::gc;
use crate::objects::interp::{Interp, States, Stop};
use crate::objects::{Args, Symbol, Value, attribute};
use crate::trace::{self, Log, ProcessId, Stream, ThreadId};

/// The program itself.
const PROGRAM: ProcessId = ProcessId(1);

/// How many processes a run may have had.
const MAX_PROCESSES: u16 = 2_000;

/// What CPython's standard output gathers before it writes, if it is no terminal.
const BUFFER: usize = 8192;

/// What an interpreter begins with.
pub(super) struct Setup {
    pub log: Log,
    pub finder: Finder,
    pub memory_limit: usize,
    pub tracing: bool,
    pub switches_anywhere: bool,
    pub file: Rc<str>,
    pub source: Rc<str>,
}

/// What a new process is told.
pub struct Child {
    /// The file whose lines tracebacks show, and its text.
    pub file: Rc<str>,
    pub source: Rc<str>,
    /// As the trace names it.
    pub command: String,
    pub stdout: Output,
    pub stderr: Output,
}

impl Core {
    pub(super) fn new(setup: Setup) -> Box<Core> {
        Box::new(Core {
            log: setup.log,
            states: States::default(),
            mail: Rc::default(),
            handle: None,
            stack: Stack::default(),
            builtins: Rc::default(),
            modules: Rc::default(),
            finder: setup.finder,
            body_namespace: None,
            stop: None,
            fuel: 0,
            cost: 0,
            alarm: u64::MAX,
            recursion_limit: 1000,
            counted: Default::default(),
            native_depth: 0,
            nested: 0,
            memory_limit: setup.memory_limit,
            frames: None,
            ended: 0,
            base: 0,
            chain: Vec::new(),
            tracing: setup.tracing,
            switches_anywhere: setup.switches_anywhere,
            watched: setup.switches_anywhere,
            halt: super::inspect::Halt::NEVER,
            halted: false,
            written: Vec::new(),
            main_file: setup.file,
            source: setup.source,
            process: PROGRAM,
            maker: Maker::another(),
            outputs: [Stream::Stdout, Stream::Stderr].map(Output::Terminal),
            parked: SortedMap::new(),
            finalizers: Vec::new(),
            registry: gc::Registry::default(),
            last_exc: None,
            modules_go: false,
        })
    }
}

impl Vm {
    pub(super) fn is_program(&self) -> bool {
        self.process == PROGRAM
    }

    /// Another interpreter takes the turn; gives the one that had it.
    fn exchange(&mut self, mut next: Box<Core>) -> Box<Core> {
        next.maker.enter();
        let now = &mut **self;
        swap(&mut now.log, &mut next.log);
        swap(&mut now.written, &mut next.written);
        swap(&mut now.parked, &mut next.parked);
        swap(&mut now.stop, &mut next.stop);
        swap(&mut now.fuel, &mut next.fuel);
        (next.halt, next.halted) = (now.halt, now.halted);
        // The other may have a trace function.
        next.log.ask_lines();
        if finalizer::pending() {
            now.finalizers.extend(finalizer::take());
        }
        now.registry = gc::exchange(take(&mut next.registry));
        take(&mut next.finalizers).into_iter().for_each(finalizer::enqueue);
        self.core.replace(next).expect("an interpreter has the turn")
    }

    /// The process whose thread is to run takes the turn.
    pub(super) fn enter_process(&mut self, process: ProcessId) {
        if process == self.process {
            return;
        }
        if let Some(next) = self.parked.remove(&process) {
            let before = self.exchange(next);
            self.parked.insert(before.process, before);
        }
    }

    /// Starts a process. `begin` runs in its interpreter, where nothing is loaded yet, and gives the frame with which its
    /// main thread begins ([`Vm::start_main_thread`]).
    pub fn spawn(&mut self, child: Child, begin: impl FnOnce(&mut Vm) -> PyResult<()>) -> PyResult<Rc<Process>> {
        if self.parked.len() as u16 >= MAX_PROCESSES {
            return Err(runtime_error("can't start new process"));
        }
        let (machine, parent) = (machine(self), self.process);
        let id = self.log.child_started(&child.command, parent);
        let process = machine.add_process(id, machine.process_by_id(parent).pid.get());
        let mut core = Core::new(Setup {
            log: Log::new(trace::Options { record: false, ..trace::Options::default() }),
            finder: self.finder,
            memory_limit: self.memory_limit,
            tracing: self.tracing,
            switches_anywhere: self.switches_anywhere,
            file: child.file,
            source: child.source,
        });
        core.process = id;
        core.outputs = [child.stdout, child.stderr];
        let before = self.exchange(core);
        set_machine(self, machine);
        super::class_body::install_body_runner(self);
        let begun = begin(self);
        let core = self.exchange(before);
        begun?;
        self.parked.insert(id, core);
        Ok(process)
    }

    /// The main thread of the process whose turn it is has ended.
    #[inline(never)]
    pub(super) fn process_over(&mut self, exit_code: i32) {
        for stream in [Stream::Stdout, Stream::Stderr] {
            self.send_on(stream);
        }
        let machine = machine(self);
        let process = machine.process_by_id(self.process);
        process.leaves(&machine);
        if self.is_program() {
            return self.program_over(Status::Ended { exit_code }, exit_code);
        }
        close_ends(self);
        self.enter_process(PROGRAM);
        self.bury(&process, exit_code);
    }

    /// Whether processes live that the program has started.
    pub(super) fn others_live(&mut self) -> bool {
        machine(self).living_processes().iter().any(|process| process.id != PROGRAM)
    }

    /// The program has ended; what it has started goes on without it, as with Unix.
    fn program_over(&mut self, status: Status, exit_code: i32) {
        self.threads().over = Some(status);
        if self.others_live() {
            close_ends(self);
            let process = machine(self).process_by_id(PROGRAM);
            process.ended(self, exit_code);
        }
    }

    /// The program has ended, and processes that it has started have gone on.
    pub(super) fn is_over(&mut self) -> bool {
        machine(self).process_by_id(PROGRAM).exit_code().is_some()
    }

    /// How the program has ended, which is how the run does.
    pub(super) fn end_of_the_program(&mut self) -> Status {
        self.stop = None;
        self.enter_process(PROGRAM);
        self.threads().over.clone().expect("the program is over")
    }

    /// The program has stopped by itself at once, and processes that it has started go on.
    fn program_stopped(&mut self, stop: &Stop, exit_code: i32) {
        self.stop = None;
        let machine = machine(self);
        machine.abandon(&mut self.log, PROGRAM);
        let running = take(&mut self.stack);
        let threads = self.threads();
        threads.current = ThreadId::NONE;
        let left = (running, take(&mut threads.stacks));
        finalizer::discarding(|| drop(left));
        self.program_over(Status::Stopped(stop.clone()), exit_code);
    }

    /// Frees what a process leaves, and tells who waits for its end. Its turn is over.
    fn bury(&mut self, process: &Process, exit_code: i32) {
        if let Some(left) = self.parked.remove(&process.id) {
            finalizer::discarding(|| take_apart(left));
        }
        self.log.process_ended(process.id, exit_code);
        process.ended(self, exit_code);
    }

    /// A process has stopped by itself: the others go on. False: the stop is the run's.
    #[inline(never)]
    pub(super) fn process_stopped(&mut self, stop: &Stop) -> bool {
        let exit_code = match stop {
            Stop::Killed(signal) => -signal,
            Stop::Exited(status) => *status,
            _ => return false,
        };
        if self.is_program() {
            let others = self.others_live();
            if others {
                self.program_stopped(stop, exit_code);
            }
            return others;
        }
        self.stop = None;
        let process = machine(self).process_by_id(self.process);
        self.enter_process(PROGRAM);
        self.end_process(&process, exit_code);
        true
    }

    /// Ends a process, not the program's own, whose turn it is not.
    fn end_process(&mut self, process: &Process, exit_code: i32) {
        let Some(core) = self.parked.remove(&process.id) else { return };
        let before = self.exchange(core);
        close_ends(self);
        let core = self.exchange(before);
        self.parked.insert(process.id, core);
        machine(self).abandon(&mut self.log, process.id);
        self.bury(process, exit_code);
    }

    /// What a program writes by the stream's number: as `write_elsewhere`, but it hears that nobody reads any more.
    pub fn put(&mut self, stream: Stream, bytes: &[u8]) -> PyResult<bool> {
        match &self.outputs[stream as usize] {
            Output::Pipe { end, .. } if end.is_broken() => Err(os_error(self, 32, "Broken pipe")),
            _ => Ok(self.write_elsewhere(stream, bytes)),
        }
    }

    /// Bytes for a stream that is not the run's output; false if it is.
    pub fn write_elsewhere(&mut self, stream: Stream, bytes: &[u8]) -> bool {
        let (end, buffer) = match &mut self.outputs[stream as usize] {
            Output::Pipe { end, buffer } => (end.clone(), buffer),
            Output::File(file) => {
                let (file, data) = (file.clone(), Value::bytes(bytes));
                let write = attribute::get_attr_now(self, &file, Symbol::new("write"));
                // A file in memory takes everything.
                let _ = write.and_then(|write| self.call(&write, Args::one(data)));
                return true;
            }
            Output::Nowhere => return true,
            Output::Terminal(_) => return false,
        };
        match buffer {
            None => end.write_all_now(self, bytes),
            Some(waiting) => {
                waiting.extend(bytes);
                if waiting.len() > BUFFER {
                    self.send_on(stream);
                }
            }
        }
        true
    }

    /// Sends on what a stream holds back.
    pub(super) fn send_on(&mut self, stream: Stream) {
        let Output::Pipe { end, buffer: Some(waiting) } = &mut self.outputs[stream as usize] else { return };
        let (end, waiting): (Rc<PipeEnd>, Vec<u8>) = (end.clone(), take(waiting));
        end.write_all_now(self, &waiting);
    }
}

/// Drops an interpreter with what its modules and its objects hold in circles.
fn take_apart(mut core: Box<Core>) {
    for (_, module) in core.modules.names.borrow().iter() {
        if let Value::Module(module) = module {
            drop(module.namespace.names.take());
        }
    }
    let own = take(&mut core.registry);
    drop(core);
    let others = gc::exchange(own);
    super::collect::discard();
    drop(gc::exchange(others));
}
