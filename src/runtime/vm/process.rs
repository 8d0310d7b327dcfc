//! One simulated process: starting the program, running its threads by the machine's word, and its end.

use crate::trace::sorted::SortedMap;
use std::rc::Rc;

use super::core::{Core, Finder, Vm, Written};
use super::processes::Setup;
use super::run::{Outcome, run};
use super::stack::{Inbox, Root, Stack};
use crate::bytecode::Code;
use crate::machine::{Machine, Next, Verdict, machine, set_machine};
use crate::objects::attribute;
use crate::objects::code::CodeObject;
use crate::objects::cx::Block;
use crate::objects::exception::runtime_error;
use crate::objects::frame::{AnyFrame, NativeFrame};
use crate::objects::generator::AsyncGenHooks;
use crate::objects::interp::{Interp, Stop};
use crate::objects::module::Module;
use crate::objects::{Args, Exc, PyResult, Symbol, Value, finalizer, known, types};
use crate::trace::{EndReason, EventId, Log, Outcome as Ended, ProcessId, Stream, TextId, ThreadId};

/// How a process is set up.
pub struct Options {
    pub file: Rc<str>,
    pub source: Rc<str>,
    pub log: Log,
    pub tracing: bool,
    /// Threads may be switched after any instruction: the code must be [`Code::interruptible`].
    pub switches_anywhere: bool,
    pub machine: crate::machine::Options,
    pub memory_limit: usize,
    pub finder: Finder,
}

/// Whether the process goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    Running,
    Ended { exit_code: i32 },
    Stopped(Stop),
}

/// The stacks of the threads that do not run now, and the process's state.
#[derive(Default)]
pub(super) struct Threads {
    pub(super) stacks: SortedMap<ThreadId, Stack>,
    main: ThreadId,
    pub(super) current: ThreadId,
    /// The machine was told of the cost up to here.
    told: u64,
    exit_code: i32,
    /// The main thread's code has ended.
    ending: bool,
    /// The names of the program's modules go.
    finalizing: bool,
    process: ProcessId,
    started: usize,
    /// How the main thread's code ended.
    outcome: Option<Ended>,
    /// Of the program, once it is over: how the run ends when the processes that it has left are through.
    pub(super) over: Option<Status>,
}

/// Instructions after which a thread that is to give way inside the library is asked again.
const LIBRARY_PATIENCE: u64 = 50;

/// How many threads a process may have had.
const MAX_THREADS: usize = 60_000;

impl Vm {
    /// An interpreter with nothing loaded; `builtins` and `sys` come through the finder.
    pub fn new(options: Options) -> Vm {
        let mut vm = Vm {
            core: Some(Core::new(Setup {
                log: options.log,
                finder: options.finder,
                memory_limit: options.memory_limit,
                tracing: options.tracing || options.switches_anywhere,
                switches_anywhere: options.switches_anywhere,
                file: options.file,
                source: options.source,
            })),
        };
        vm.maker.enter();
        set_machine(&mut vm, Machine::new(options.machine));
        super::class_body::install_body_runner(&mut vm);
        vm
    }

    /// Begins to run `code` as `__main__`.
    pub fn start(&mut self, code: Code) -> Result<(), Exc> {
        let file = self.main_file.clone();
        let main = self.make_main(&file)?;
        if let Some(doc) = &code.doc {
            main.set(known::DOC, Value::from(&**doc));
        }
        let code = CodeObject::new(Rc::new(code), &file);
        self.process = self.log.process_started(&file);
        let frame = self.new_frame(&code, &main.namespace);
        self.start_main_thread(AnyFrame::Python(frame), "MainThread");
        Ok(())
    }

    /// The process begins with this frame. `name`: of its first thread, in the trace.
    pub fn start_main_thread(&mut self, first: AnyFrame, name: &str) {
        let mut stack = Stack::default();
        stack.push_segment(vec![first], Root::Thread);
        self.start_main_stack(stack, name);
    }

    pub(super) fn start_main_stack(&mut self, stack: Stack, name: &str) {
        let (machine, process) = (machine(self), self.process);
        let thread = machine.start_thread(&mut self.log, process, name, false);
        self.states().set(Threads { main: thread, process, ..Threads::default() });
        self.threads().stacks.insert(thread, stack);
    }

    /// The module `__main__`, with what every module has.
    pub fn make_main(&mut self, file: &str) -> Result<Rc<Module>, Exc> {
        let builtins = self.import("builtins")?;
        if let Value::Module(module) = &builtins {
            self.builtins = module.namespace.clone();
            super::frame_builtins::install(self);
            super::function_class::install();
        }
        let main = Module::new("__main__");
        for name in [known::PACKAGE, known::LOADER, known::SPEC] {
            main.set(name, Value::None);
        }
        main.set(known::ANNOTATIONS, Value::Dict(crate::objects::containers::Dict::new()));
        main.set(known::BUILTINS, builtins);
        main.set(known::FILE, Value::from(file));
        main.set(Symbol::new("__cached__"), Value::None);
        self.add_module(known::MAIN, Value::Module(main.clone()));
        Ok(main)
    }

    /// The stack of a thread of this process that has not ended.
    pub fn stack_to_change(&mut self, thread: ThreadId) -> Option<&mut Stack> {
        if self.threads().current == thread {
            return Some(&mut self.stack);
        }
        self.threads().stacks.get_mut(&thread)
    }

    pub(super) fn threads(&mut self) -> &mut Threads {
        self.states.get::<Threads>()
    }

    /// Runs at most about `fuel` instructions' cost.
    pub fn advance(&mut self, fuel: u64) -> Status {
        self.fuel = fuel as i64;
        loop {
            if let Some(stop) = self.stop.clone() {
                if self.process_stopped(&stop) {
                    continue;
                }
                if stop == Stop::TimeLimit && self.is_over() {
                    return self.end_of_the_program();
                }
                return Status::Stopped(stop);
            }
            if self.threads().current.is_none() {
                self.halted |= self.halts_here();
                if self.halted {
                    return Status::Running;
                }
                if self.is_program() && self.threads().over.is_some() && !self.others_live() {
                    return self.end_of_the_program();
                }
                let machine = machine(self);
                match machine.next(&mut self.log) {
                    Next::Run { thread, woken } => {
                        self.enter_process(machine.process_of(thread).id);
                        self.switch_to(thread, woken);
                    }
                    Next::Deadlock if self.is_over() => return self.end_of_the_program(),
                    Next::Deadlock => self.deadlock(),
                    Next::TimeLimit => {
                        self.stop(Stop::TimeLimit);
                    }
                }
                continue;
            }
            if let Some(full) = self.log.full() {
                self.stop(if full == crate::trace::Full::Output { Stop::OutputLimit } else { Stop::EventLimit });
                continue;
            }
            let threads = self.threads();
            let is_main = threads.current == threads.main;
            let process = machine(self).process();
            if is_main && process.signals.is_pending() && !process.begins.get() {
                super::signals::deliver(self);
            }
            if self.stack.sent.is_some() {
                super::signals::raise_sent(self);
            }
            self.alarm = self.alarm.min(self.threads().told + machine(self).quantum());
            match run(self, 0) {
                Outcome::Done => self.thread_done(),
                Outcome::Stopped => {}
                Outcome::Blocked(block) => match self.tell_machine() {
                    Verdict::Busy(until) => {
                        self.stack.postponed = Some(block);
                        self.compute(until);
                    }
                    _ => self.block(block),
                },
                Outcome::Preempted => {
                    if self.cost >= self.alarm {
                        self.alarm = u64::MAX;
                        match self.tell_machine() {
                            Verdict::GiveWay => self.give_way(),
                            Verdict::Busy(until) => self.compute(until),
                            _ => {}
                        }
                    }
                    if self.fuel <= 0 {
                        return Status::Running;
                    }
                }
            }
        }
    }

    /// The running thread waits.
    fn block(&mut self, block: Block) {
        let machine = machine(self);
        self.stack.blocked = true;
        machine.block(&mut self.log, block.why, block.object, block.deadline, &block.label);
        if block.idle {
            machine.wake_when_idle(machine.current(), EventId::NONE);
        }
        self.leave_thread();
    }

    /// What the running thread has computed takes until then; other processes run meanwhile.
    fn compute(&mut self, until: u64) {
        machine(self).compute(until);
        self.stack.computed = true;
        self.leave_thread();
    }

    /// The quantum is over and others are runnable. The library's own code (the inside of a queue, a future) is not
    /// interrupted: its locks are then free for whoever runs it nested.
    fn give_way(&mut self) {
        let innermost = self.stack.frames().find_map(|frame| match frame {
            AnyFrame::Python(frame) => Some(frame.code.filename.starts_with('<')),
            AnyFrame::Native(_) => None,
        });
        if innermost == Some(true) {
            // Never in step with a loop of the program's: that would find it in the library each time.
            let odd = self.cost.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
            self.alarm = self.cost + 1 + odd % LIBRARY_PATIENCE;
            return;
        }
        let machine = machine(self);
        machine.give_way(&mut self.log);
        self.leave_thread();
    }

    /// Starts a thread that calls `function` and then ends. The new thread is the last of the runnable ones.
    pub fn start_thread(&mut self, function: Value, args: Args, name: &str, daemon: bool) -> PyResult<ThreadId> {
        let machine = machine(self);
        if self.threads().finalizing {
            let text = "can't create new thread at interpreter shutdown";
            return Err(Exc::new(&types().python_finalization_error, vec![text.into()]));
        }
        if self.threads().started >= MAX_THREADS {
            return Err(runtime_error("can't start new thread"));
        }
        self.threads().started += 1;
        let process = self.threads().process;
        let thread = machine.start_thread(&mut self.log, process, name, daemon);
        let cx = self.cx();
        let future = Box::pin(async move { cx.call(&function, args).await });
        let mut stack = Stack::default();
        let first = NativeFrame::new(future, "thread");
        stack.push_segment(vec![AnyFrame::Native(Box::new(first))], Root::Thread);
        self.threads().stacks.insert(thread, stack);
        Ok(thread)
    }

    /// `sys.is_finalizing()`
    pub fn is_finalizing(&mut self) -> bool {
        self.threads().finalizing
    }

    /// Tells the machine what has been computed since it was last told.
    fn tell_machine(&mut self) -> Verdict {
        let cost = self.cost - self.threads().told;
        self.threads().told = self.cost;
        let machine = machine(self);
        let verdict = machine.ran(&mut self.log, cost);
        if verdict == Verdict::TimeLimit {
            self.stop(Stop::TimeLimit);
        }
        verdict
    }

    fn switch_to(&mut self, thread: ThreadId, woken: bool) {
        let threads = self.threads();
        threads.current = thread;
        let mut stack = threads.stacks.remove(&thread).unwrap_or_default();
        // A thread that blocked gets its answer; one that was preempted or has not begun just goes on.
        if stack.blocked {
            stack.blocked = false;
            stack.inbox = Some(Inbox::Woken(woken));
        }
        self.states().set(std::mem::take(&mut stack.hooks));
        let computed = std::mem::take(&mut stack.computed);
        self.stack = stack;
        self.alarm = u64::MAX;
        if let Some(block) = self.stack.postponed.take() {
            self.block(block);
        } else if computed {
            // Others of its process may be waiting for the GIL.
            self.alarm = 0;
        }
    }

    fn leave_thread(&mut self) {
        let mut stack = std::mem::take(&mut self.stack);
        stack.hooks = std::mem::take(self.states().get::<AsyncGenHooks>());
        let threads = self.threads();
        let current = std::mem::replace(&mut threads.current, ThreadId::NONE);
        threads.stacks.insert(current, stack);
    }

    /// The thread's first code has ended, or, in the main thread, what comes after it.
    #[inline(never)]
    fn thread_done(&mut self) {
        self.tell_machine();
        let result = match self.stack.inbox.take() {
            Some(Inbox::Value(result)) => result,
            _ => Ok(Value::None),
        };
        let threads = self.threads();
        let is_main = threads.current == threads.main;
        let (mut outcome, mut text) = (Ended::Result, TextId::NONE);
        match result {
            Err(exc) => {
                outcome = Ended::Exception;
                if is_main {
                    let code = self.uncaught(&exc);
                    if !exc.is_a(&types().system_exit) {
                        self.last_exc = Some(exc);
                    }
                    // Python ends itself by the signal, as its parent sees.
                    let code = if code == 130 && !self.is_program() { -2 } else { code };
                    self.threads().exit_code = code;
                }
            }
            // What `Thread._bootstrap_inner` gives: the class of the exception that it reported.
            Ok(Value::Type(class)) => {
                outcome = Ended::Exception;
                text = self.log.intern(&class.name());
            }
            Ok(_) => {}
        }
        if is_main {
            if !std::mem::replace(&mut self.threads().ending, true) {
                super::finalize::drain(self);
                self.threads().outcome = Some(outcome);
                if self.push_shutdown() {
                    return;
                }
            }
            outcome = self.threads().outcome.take().unwrap_or(outcome);
            self.finish_program();
        }
        let machine = machine(self);
        machine.end(&mut self.log, outcome, text);
        self.threads().current = ThreadId::NONE;
        if is_main {
            let (process, exit_code) = (self.process, self.threads().exit_code);
            machine.abandon(&mut self.log, process);
            let left = std::mem::take(&mut self.threads().stacks);
            finalizer::discarding(|| drop(left));
            self.process_over(exit_code);
        }
    }

    /// Reports an exception that nothing caught; the exit status it means.
    fn uncaught(&mut self, exc: &Exc) -> i32 {
        if exc.is_a(&types().system_exit) {
            return self.exit_status(exc);
        }
        if let Some(exit) = super::report::uncaught(self, exc) {
            return self.exit_status(&exit);
        }
        super::report::missing(self, exc);
        if exc.is_a(&types().keyboard_interrupt) { 130 } else { 1 }
    }

    /// `sys.exit(code)`: an int (an enum's member too) is the status, None 0, anything else is printed.
    fn exit_status(&mut self, exc: &Exc) -> i32 {
        // A subclass may have an attribute of that name.
        let code = attribute::get_attr_now(self, &exc.value(), Symbol::new("code"));
        let code = code.unwrap_or_else(|_| exc.value());
        match code.plain() {
            Value::None => 0,
            Value::Int(n) => (n & 0xff) as i32,
            Value::Bool(b) => *b as i32,
            _ => {
                if let Ok(text) = crate::objects::ops::str_text(self, &code) {
                    super::report::to_stderr(self, &format!("{}\n", text.escaped()));
                }
                1
            }
        }
    }

    /// The order of CPython's end: threads and atexit functions are through; `__main__`'s names go, then what is left.
    #[inline(never)]
    fn finish_program(&mut self) {
        self.threads().finalizing = true;
        let mut order = Vec::new();
        if let Some(Value::Module(main)) = self.module(known::MAIN) {
            let mut values: Vec<Value> = main.namespace.names.borrow().iter().map(|(_, v)| v.clone()).collect();
            values.extend(super::collect::held_by_last_exception(self));
            order = crate::asyncio::shutdown::at_exit_garbage(self, &values);
            let has_finalizer = |value: &Value| matches!(value, Value::Type(class) if class.has_finalizer());
            let asks_late = values.iter().any(has_finalizer);
            drop(values);
            super::collect::collect_at_end(self);
            crate::objects::warnings::path_is_gone(self);
            let held = super::collect::drop_last_exception(self);
            self.modules_go = true;
            crate::objects::warnings::modules_are_gone(self);
            if asks_late {
                super::finalize::forget_late_builtins(self);
            }
            // A daemon stays where it is, with its frames.
            let within = |f: &AnyFrame| matches!(f, AnyFrame::Python(f) if Rc::ptr_eq(&f.globals, &main.namespace));
            let has_daemon = self.threads().stacks.values().any(|stack| stack.frames().any(within));
            if has_daemon || crate::asyncio::shutdown::holds_the_program(self) {
                return super::collect::collect_module(self, None, held);
            }
            crate::asyncio::shutdown::at_exit_loops(self);
            super::collect::collect_module(self, Some(&main), held);
            super::finalize::clear_namespace(self, &main);
            // What natives held all along is garbage before the modules go, in CPython.
            self.modules_go = false;
        }
        super::collect::collect_at_end(self);
        self.modules_go = true;
        crate::asyncio::shutdown::at_exit(self, &order);
        self.modules_go = false;
        super::collect::finalize_the_rest(self);
    }

    #[inline(never)]
    fn deadlock(&mut self) {
        let mut lines = SortedMap::new();
        self.waiting_lines(&mut lines);
        let report = crate::asyncio::deadlock::report(self, &lines);
        let text = format!("deadlock: nothing can ever run again\n{report}\n");
        self.write(Stream::Stderr, &text);
        self.stop(Stop::Deadlock(text));
    }

    /// The lines at which the threads of all processes wait.
    fn waiting_lines(&mut self, lines: &mut SortedMap<ThreadId, u32>) {
        let standing = |core: &mut Core, lines: &mut SortedMap<ThreadId, u32>| {
            for (id, stack) in core.states.get::<Threads>().stacks.iter() {
                if let Some(line) = own_line(stack) {
                    lines.insert(*id, line);
                }
            }
        };
        standing(self, lines);
        for other in self.parked.values_mut() {
            standing(other, lines);
        }
    }

    /// Output that the host has not taken yet.
    pub fn take_written(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.written)
    }

    /// Records the end of the run.
    pub fn record_end(&mut self, reason: EndReason, exit_code: i32, text: &str) {
        let text = self.log.intern(text);
        self.log.run_ended(reason, exit_code, text);
    }
}

/// The line of the program's own code at which a waiting thread stands.
fn own_line(stack: &Stack) -> Option<u32> {
    stack.frames().find_map(|frame| match frame {
        AnyFrame::Python(f) if !f.code.filename.starts_with('<') => Some(super::interp::standing_at(&f.code, f.pc)),
        _ => None,
    })
}
