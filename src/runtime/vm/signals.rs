//! Signals reach the main thread between two instructions: the program's handler runs there, or what the signal does
//! by itself happens.

use super::core::{Vm, vm_of};
use super::stack::Inbox;
use crate::asyncio::runners;
use crate::bytecode::Op;
use crate::machine::machine;
use crate::machine::signals::SIGINT;
use crate::objects::cx::{Block, Cx};
use crate::objects::exception::PyResult;
use crate::objects::frame::{AnyFrame, NativeFrame};
use crate::objects::interp::Stop;
use crate::objects::{Args, Exc, Flow, Interp, Symbol, Value, ops, types};
use crate::trace::Purpose;
use crate::trace::sorted::sort_by_key;

/// What `signal._deliver` gives where the system's own default holds.
const BY_SYSTEM: i64 = 2;

/// Numbers of signals that do nothing by themselves: SIGCHLD, SIGCONT, SIGURG, SIGWINCH.
const HARMLESS: [i32; 4] = [17, 18, 23, 28];

/// Those that stop a process: SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU.
const STOPPING: [i32; 4] = [19, 20, 21, 22];

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

/// Delivers the signals that have come to the main thread, which is the one that runs: a frame above what they
/// interrupt calls their handlers, one after the other.
#[cold]
#[inline(never)]
pub fn deliver(vm: &mut Vm) {
    let process = machine(vm).process();
    if !can_interrupt(vm) || vm.stop.is_some() || vm.stack.frames().next().is_none() {
        return;
    }
    // Those that have come meanwhile are handled by their numbers.
    let mut come = Vec::from(process.signals.take());
    sort_by_key(&mut come, |(signal, _)| *signal);
    let woken = match vm.stack.inbox.take() {
        Some(Inbox::Woken(woken)) => Some(woken),
        _ => None,
    };
    let cx = vm.cx();
    let handling = async move {
        for (done, (signal, _)) in come.iter().enumerate() {
            // One that has come again before it was looked at calls its handler once.
            let again = come[..done].iter().any(|(before, _)| before == signal);
            if let Err(exc) = cx.run(|i| act(vm_of(i), *signal, again)).await {
                process.signals.put_back(&come[done + 1..]);
                return Err(exc);
            }
        }
        cx.leave(woken).await
    };
    vm.stack.push(AnyFrame::Native(Box::new(NativeFrame::new(Box::pin(handling), "signal handler"))));
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
/// others. `own`: a thread sends it to itself. That interrupts no call of the system in another thread, so what the main
/// thread waits for goes on, but where the signal is written to a descriptor or is the system's to act on.
pub fn raise(vm: &mut Vm, signal: i32, own: bool) -> PyResult<Flow> {
    if machine(vm).in_main_thread() {
        return act(vm, signal, false);
    }
    let wakes = match vm.module(Symbol::new("signal")) {
        _ if !own => true,
        Some(Value::Module(module)) => match module.get(Symbol::new("_wakes")) {
            Some(wakes) => {
                let wakes = vm.call(&wakes, Args::one(Value::Int(signal.into())))?;
                ops::is_true(vm, &wakes)?
            }
            None => true,
        },
        _ => signal != SIGINT,
    };
    let signals = &machine(vm).process().signals;
    if wakes {
        signals.send(signal)
    } else {
        signals.leave(signal)
    }
    Ok(Value::None.into())
}

/// What a signal does, nested.
pub fn handle(vm: &mut Vm, signal: i32) -> PyResult<()> {
    let flow = act(vm, signal, false)?;
    vm.finish(flow).map(drop)
}

/// What a signal does: the handler that the program has set, else asyncio.run's, else the default; nothing but a byte for
/// the wakeup descriptor where it comes `again`.
fn act(vm: &mut Vm, signal: i32, again: bool) -> PyResult<Flow> {
    if !HARMLESS.contains(&signal) {
        let name = NAMES.get(signal as usize).copied().unwrap_or("real-time");
        vm.log.signal(signal as u16, name);
    }
    if let Some(Value::Module(module)) = vm.module(Symbol::new("signal"))
        && let Some(deliver) = module.get(Symbol::new("_deliver"))
    {
        let cx = vm.cx();
        return Ok(Flow::frame(async move {
            let args = Args::positional([Value::Int(signal.into()), Value::Bool(again)]);
            let done = cx.call(&deliver, args).await?;
            let handled = cx.enter(|i| {
                if done.as_int() == Some(BY_SYSTEM) {
                    return Err(vm_of(i).stop(Stop::Killed(signal)));
                }
                ops::is_true(i, &done)
            })?;
            if !handled && !again { by_default(&cx, signal).await } else { Ok(Value::None) }
        }));
    }
    if again {
        return Ok(Value::None.into());
    }
    let cx = vm.cx();
    Ok(Flow::frame(async move { by_default(&cx, signal).await }))
}

/// What a signal does by itself; a thread whose process it stops stands here until the process goes on.
async fn by_default(cx: &Cx, signal: i32) -> PyResult {
    if !STOPPING.contains(&signal) {
        cx.enter(|i| act_by_default(vm_of(i), signal))?;
        return Ok(Value::None);
    }
    let now = cx.enter(|i| {
        let machine = machine(i);
        machine.process().set_stopped(i, Some(signal));
        machine.now()
    });
    cx.block(Block::new(Some(now), Purpose::Process, NAMES.get(signal as usize).copied().unwrap_or_default())).await?;
    Ok(Value::None)
}

/// What a signal does that the program has no handler for.
fn act_by_default(vm: &mut Vm, signal: i32) -> PyResult<()> {
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
