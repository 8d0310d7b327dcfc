//! One simulated process: starting the program, its threads' beginning, and its end.

use crate::trace::sorted::SortedMap;
use std::rc::Rc;

use super::core::{Core, Finder, Output, Vm, Written};
use super::processes::Setup;
use super::stack::{Inbox, Root, Stack};
use crate::asyncio::pending_order::PendingOrder;
use crate::bytecode::Code;
use crate::machine::{Machine, machine, set_machine};
use crate::objects::attribute;
use crate::objects::code::CodeObject;
use crate::objects::exception::runtime_error;
use crate::objects::frame::{AnyFrame, NativeFrame};
use crate::objects::interp::{Interp, Stop};
use crate::objects::module::Module;
use crate::objects::{Args, Exc, PyResult, Symbol, Value, finalizer, known, types};
use crate::trace::{EndReason, Log, Outcome as Ended, ProcessId, Stream, TextId, ThreadId};

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
    /// Boxed: among thousands of threads each switch moves those entries that stand behind its own.
    pub(super) stacks: SortedMap<ThreadId, Box<Stack>>,
    pub(super) main: ThreadId,
    pub(super) current: ThreadId,
    /// Those that wait in a nested run ([`Vm::wait_nested`]), the innermost last.
    pub(super) nested: Vec<ThreadId>,
    /// The machine was told of the cost up to here.
    pub(super) told: u64,
    exit_code: i32,
    /// The main thread's code has ended.
    pub(super) ending: bool,
    /// The names of the program's modules go.
    pub(super) finalizing: bool,
    process: ProcessId,
    started: usize,
    /// How the main thread's code ended.
    outcome: Option<Ended>,
    /// Of the program, once it is over: how the run ends when the processes that it has left are through.
    pub(super) over: Option<Status>,
}

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
        self.threads().stacks.insert(thread, Box::new(stack));
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
        self.threads().stacks.get_mut(&thread).map(Box::as_mut)
    }

    pub(super) fn threads(&mut self) -> &mut Threads {
        self.states.get::<Threads>()
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
        super::monitor::inherit(self, &mut stack);
        let first = NativeFrame::new(future, "thread");
        stack.push_segment(vec![AnyFrame::Native(Box::new(first))], Root::Thread);
        self.threads().stacks.insert(thread, Box::new(stack));
        Ok(thread)
    }

    /// `sys.is_finalizing()`
    pub fn is_finalizing(&mut self) -> bool {
        self.threads().finalizing
    }

    /// The thread's first code has ended, or, in the main thread, what comes after it.
    #[inline(never)]
    pub(super) fn thread_done(&mut self) {
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
                    } else if code == 0 {
                        outcome = Ended::Result;
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
            super::explained::over(self);
            super::told_at_end::look(self);
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
        super::explained::failed(self, exc);
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
        let mut order = PendingOrder::default();
        if let Some(Value::Module(main)) = self.module(known::MAIN) {
            let names: Vec<Value> = main.namespace.names.borrow().iter().map(|(_, v)| v.clone()).collect();
            let exception = self.last_exc.as_ref().map(Exc::value);
            order = crate::asyncio::shutdown::at_exit_garbage(self, names.iter().chain(&exception).cloned().collect());
            let held = super::collect::held_by_last_exception(self);
            let has_finalizer = |value: &Value| matches!(value, Value::Type(class) if class.has_finalizer());
            let asks_late = names.iter().chain(&held).any(has_finalizer);
            drop((names, exception, held));
            super::collect::collect_at_end(self);
            crate::objects::warnings::path_is_gone(self);
            let held = super::collect::drop_last_exception(self);
            let had_exception = held.is_some();
            super::traceback::know_files(self);
            self.modules_go = true;
            crate::objects::warnings::modules_are_gone(self);
            if asks_late {
                super::finalize::forget_late_builtins(self);
            }
            // A daemon stays where it is, with its frames.
            let within = |f: &AnyFrame| matches!(f, AnyFrame::Python(f) if Rc::ptr_eq(&f.globals, &main.namespace));
            let has_daemon = self.threads().stacks.values().any(|stack| stack.frames().any(within));
            let is_held = crate::asyncio::shutdown::holds_the_program(self)
                || (asks_late || crate::objects::gc::matters() || super::collect::has_suspended(&main))
                    && super::lasting::leads_to(self, &main);
            if has_daemon || is_held {
                return super::collect::collect_module(self, None, held, &order);
            }
            crate::asyncio::shutdown::at_exit_loops(self);
            super::collect::collect_module(self, Some(&main), held, &order);
            super::finalize::clear_namespace(self, &main);
            // What natives held all along is garbage before the modules go, in CPython, unless the exception has held it.
            self.modules_go = had_exception;
        }
        super::collect::collect_at_end(self);
        self.modules_go = true;
        crate::asyncio::shutdown::at_exit(self, &order);
        self.modules_go = false;
        super::collect::finalize_the_rest(self);
    }

    #[inline(never)]
    pub(super) fn deadlock(&mut self) {
        let mut lines = SortedMap::new();
        self.waiting_lines(&mut lines);
        let known = super::waited::known(self);
        let report = crate::asyncio::deadlock::report(self, &lines, &known);
        let text = format!("deadlock: nothing can ever run again\n{report}\n");
        // Wherever the program has led its own stream.
        self.outputs[Stream::Stderr as usize] = Output::Terminal(Stream::Stderr);
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
