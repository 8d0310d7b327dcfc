//! Signals reach the main thread between two instructions: the program's handler runs there, or what the signal does
//! by itself happens.

use super::core::Vm;
use super::stack::Inbox;
use crate::asyncio::runners;
use crate::bytecode::Op;
use crate::machine::machine;
use crate::objects::exception::PyResult;
use crate::objects::frame::AnyFrame;
use crate::objects::interp::Stop;
use crate::objects::{Args, Exc, Interp, Symbol, Value, ops, types};

const SIGINT: i32 = 2;

/// What `signal._deliver` gives where the system's own default holds.
const BY_SYSTEM: i64 = 2;

/// Numbers of signals that do nothing by themselves: SIGCHLD, SIGCONT, SIGURG, SIGWINCH.
const HARMLESS: [i32; 4] = [17, 18, 23, 28];

/// Linux's names, by number.
const NAMES: [&str; 32] = [
    "0",
    "SIGHUP",
    "SIGINT",
    "SIGQUIT",
    "SIGILL",
    "SIGTRAP",
    "SIGABRT",
    "SIGBUS",
    "SIGFPE",
    "SIGKILL",
    "SIGUSR1",
    "SIGSEGV",
    "SIGUSR2",
    "SIGPIPE",
    "SIGALRM",
    "SIGTERM",
    "SIGSTKFLT",
    "SIGCHLD",
    "SIGCONT",
    "SIGSTOP",
    "SIGTSTP",
    "SIGTTIN",
    "SIGTTOU",
    "SIGURG",
    "SIGXCPU",
    "SIGXFSZ",
    "SIGVTALRM",
    "SIGPROF",
    "SIGWINCH",
    "SIGIO",
    "SIGPWR",
    "SIGSYS",
];

/// Whether an exception can be raised where the running thread stands: in a Python frame, or in what blocked it.
fn can_interrupt(vm: &mut Vm) -> bool {
    let native = matches!(vm.stack.frames().next(), Some(AnyFrame::Native(_)));
    matches!((&vm.stack.inbox, native), (None, false) | (Some(Inbox::Woken(_)), _))
}

/// Delivers the signals that have come to the main thread, which is the one that runs.
#[cold]
#[inline(never)]
pub fn deliver(vm: &mut Vm) {
    let process = machine(vm).process();
    while process.signals.is_pending() && can_interrupt(vm) && vm.stop.is_none() {
        let Some(signal) = process.signals.take() else { break };
        let inbox = vm.stack.inbox.take();
        let handled = handle(vm, signal);
        vm.stack.inbox = match handled {
            Ok(()) => inbox,
            Err(exc) => Some(Inbox::Value(Err(exc))),
        };
    }
}

/// Whether the frame of Python on top enters a `with` block: CPython looks for no exceptions there.
fn enters_with(vm: &Vm) -> bool {
    let python = vm.stack.frames().find_map(|frame| match frame {
        AnyFrame::Python(frame) => Some(frame),
        AnyFrame::Native(_) => None,
    });
    let instr = python.and_then(|frame| frame.code.code.instrs.get(frame.pc.saturating_sub(1)));
    instr.is_some_and(|instr| instr.op == Op::BeforeWith)
}

/// Raises what another thread has for the one that runs, as soon as it is between two instructions: behind what blocked
/// it, else at the next back-edge or call.
#[cold]
#[inline(never)]
pub fn raise_sent(vm: &mut Vm) {
    let ready = match &vm.stack.inbox {
        None => can_interrupt(vm),
        Some(Inbox::Woken(_)) => !enters_with(vm),
        Some(_) => false,
    };
    if ready {
        let sent = vm.stack.sent.take();
        vm.stack.inbox = sent.map(|exc| Inbox::Value(Err(exc)));
    } else {
        vm.alarm = 0;
    }
}

/// A signal that the program sends to itself: what it does happens at once in the main thread, and is left for it in
/// others.
pub fn raise(vm: &mut Vm, signal: i32) -> PyResult<()> {
    let machine = machine(vm);
    if machine.in_main_thread() {
        return handle(vm, signal);
    }
    machine.process().signals.send(signal);
    Ok(())
}

/// Does what a signal does: the handler that the program has set, else asyncio.run's, else the default.
pub fn handle(vm: &mut Vm, signal: i32) -> PyResult<()> {
    if !HARMLESS.contains(&signal) {
        let name = NAMES.get(signal as usize).copied().unwrap_or("real-time");
        vm.log.signal(signal as u16, name);
    }
    if let Some(Value::Module(module)) = vm.module(Symbol::new("signal"))
        && let Some(deliver) = module.get(Symbol::new("_deliver"))
    {
        let done = vm.call(&deliver, Args::one(Value::Int(signal.into())))?;
        if done.as_int() == Some(BY_SYSTEM) {
            return Err(vm.stop(Stop::Killed(signal)));
        }
        if ops::is_true(vm, &done)? {
            return Ok(());
        }
    }
    if signal == SIGINT {
        if runners::interrupt(vm)? {
            return Ok(());
        }
        return Err(Exc::new(&types().keyboard_interrupt, vec![]));
    }
    if !HARMLESS.contains(&signal) {
        return Err(vm.stop(Stop::Killed(signal)));
    }
    Ok(())
}
