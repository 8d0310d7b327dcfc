//! Signal handlers of a loop (Lib/asyncio/unix_events.py).

use std::rc::Rc;

use super::base_events::{self, event_loop};
use super::callbacks::{self, NativeCallback};
use super::coroutines::is_coroutine_function;
use super::handles::Handle;
use super::library_sites as sites;
use super::loop_class::call_arguments;
use super::scheduling;
use super::source_traceback::DEBUG_STACK_DEPTH;
use crate::machine::pipe::os_error;
use crate::machine::signals;
use crate::objects::exception::{PyResult, runtime_error, type_error, value_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode};
use crate::objects::library_site::{Site, at, at_holding};
use crate::objects::look::look;
use crate::objects::{Args, Interp, Object, Symbol, Value, ops};
use crate::trace::{EventId, HandleId, HandleKind};

/// `_check_signal`: a signal's number. `asks`: where that is asked for.
fn signal_number(i: &mut dyn Interp, signal: &Value, asks: &'static Site) -> PyResult<i64> {
    let number = match signal.plain() {
        Value::Int(_) | Value::Bool(_) => ops::index(i, signal)?,
        _ => {
            let shown = ops::repr_text(i, signal)?;
            let error = at(&sites::SIGNAL_NO_INT)(type_error(format!("sig must be an int, not {}", shown.text())));
            return Err(at(asks)(error));
        }
    };
    if !(1..=64).contains(&number) || number == 32 || number == 33 {
        let error = at(&sites::SIGNAL_INVALID)(value_error(format!("invalid signal number {number}")));
        return Err(at(asks)(error));
    }
    Ok(number)
}

/// `signal.signal(number, handler)`
fn set_handler(i: &mut dyn Interp, number: i64, handler: Value) -> PyResult<()> {
    let module = i.import("signal")?;
    super::py::call(i, &module, "signal", Args::from([Value::Int(number), handler])).map(drop)
}

/// `loop.add_signal_handler(sig, callback, *args)`
pub fn add_signal_handler(i: &mut dyn Interp, mut args: Args) -> PyResult {
    if args.positional_count() < 2 {
        let function = "_UnixSelectorEventLoop.add_signal_handler";
        return Err(crate::objects::missing_arguments(function, "positional", &["sig", "callback"]));
    }
    let signal = args.values.remove(1);
    let call = call_arguments(args, "add_signal_handler", 0)?;
    if is_coroutine_function(i, &call.callback)? || super::named::is_coroutine(i, &call.callback)? {
        let refused = type_error("coroutines cannot be used with add_signal_handler()");
        return Err(at_holding(&sites::SIGNAL_COROUTINE, &call.callback)(refused));
    }
    let number = signal_number(i, &signal, &sites::SIGNAL_CHECK)?;
    event_loop(&call.owner).check_closed().map_err(at(&sites::SIGNAL_CLOSED))?;
    if !event_loop(&call.owner).state.machine.in_main_thread() {
        let why = "set_wakeup_fd only works in main thread of the main interpreter";
        let failed = runtime_error(why);
        failed.set_context(&at(&sites::SIGNAL_WAKEUP)(value_error(why)));
        return Err(at(&sites::SIGNAL_THREAD)(failed));
    }
    if number == 9 || number == 19 {
        let invalid = os_error(i, 22, "Invalid argument");
        let failed = runtime_error(format!("sig {number} cannot be caught"));
        failed.set_context(&at(&sites::SIGNAL_NOOP)(at(&signals::SIGNAL)(invalid)));
        return Err(at(&sites::SIGNAL_UNCAUGHT)(failed));
    }
    let handle = registered(i, &call.owner, call.callback, call.args);
    let owner = Rc::downgrade(&call.owner);
    let handler = BuiltinCode::Closure(Rc::new(move |i, _| {
        if let Some(owner) = owner.upgrade() {
            arrive(i, &owner, number)?;
        }
        Ok(Value::None.into())
    }));
    let handler = Builtin::new("_sighandler_noop", "asyncio.unix_events", Binding::Function, handler);
    set_handler(i, number, handler)?;
    let mut handlers = event_loop(&call.owner).signal_handlers.borrow_mut();
    match handlers.iter_mut().find(|(signal, _)| signal.as_int() == Some(number)) {
        Some((_, before)) => *before = handle,
        None => handlers.push((signal, handle)),
    }
    Ok(Value::None)
}

/// The handle that a signal's callbacks are copies of: it has the context of now, and remembers who made it.
fn registered(i: &mut dyn Interp, owner: &Rc<Object>, callback: Value, args: Args) -> Rc<Handle> {
    let state = &event_loop(owner).state;
    let (callback, context) = (callbacks::from_value(callback), Some(state.copy_context()));
    let handle = Handle::new(state, HandleId::NONE, HandleKind::Callback, owner, callback, args, context, None);
    if event_loop(owner).debug.get() {
        handle.source.note(i, Some(DEBUG_STACK_DEPTH - 1), Some(&sites::SIGNAL_HANDLE));
    }
    handle
}

/// The loop hears of a signal by its self-pipe: the callback runs in the turn after the one that reads it.
fn arrive(i: &mut dyn Interp, owner: &Rc<Object>, number: i64) -> PyResult<()> {
    event_loop(owner).signals.borrow_mut().push(number);
    scheduling::write_to_self(i, owner, EventId::NONE);
    Ok(())
}

/// The selector finds the self-pipe readable if a signal has come: what reads it joins what is ready.
pub fn read_signals(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    if look(&event_loop(owner).signals).is_empty() {
        return Ok(());
    }
    let reader = NativeCallback::new("BaseSelectorEventLoop._read_from_self", None, {
        let owner = Rc::downgrade(owner);
        move |i, _| {
            let Some(owner) = owner.upgrade() else { return Ok(()) };
            let came = event_loop(&owner).signals.take();
            came.into_iter().try_for_each(|number| handle_signal(i, &owner, number))
        }
    });
    base_events::call_soon(i, owner, reader, Args::none(), None, EventId::NONE)?;
    Ok(())
}

/// `_handle_signal`: a signal whose handler has been removed meanwhile is forgotten, one whose handle is cancelled has
/// none from now on.
fn handle_signal(i: &mut dyn Interp, owner: &Rc<Object>, number: i64) -> PyResult<()> {
    let Some(handle) = registration(owner, number) else { return Ok(()) };
    let callback = handle.callback.borrow().clone();
    let (false, Some(callback)) = (handle.cancelled.get(), callback) else {
        return forget(i, owner, number).map(drop);
    };
    let (args, context) = (Args::clone(&handle.args()), handle.context.borrow().clone());
    let put = base_events::call_soon(i, owner, callback, args, context, EventId::NONE)?;
    put.source.copy(&handle.source);
    Ok(())
}

fn registration(owner: &Rc<Object>, number: i64) -> Option<Rc<Handle>> {
    let handlers = event_loop(owner).signal_handlers.borrow();
    handlers.iter().find(|(signal, _)| signal.as_int() == Some(number)).map(|(_, handle)| handle.clone())
}

/// `loop.remove_signal_handler(sig)`: whether there was one.
pub fn remove_signal_handler(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, signal] = args.bind("_UnixSelectorEventLoop.remove_signal_handler", &["self", "sig"], 2)?;
    let number = signal_number(i, &signal, &sites::SIGNAL_REMOVED)?;
    let Some(owner) = this.as_object().cloned() else { return Ok(Value::Bool(false)) };
    forget(i, &owner, number).map(Value::Bool)
}

/// Whether there was a handler.
fn forget(i: &mut dyn Interp, owner: &Rc<Object>, number: i64) -> PyResult<bool> {
    let handlers = &event_loop(owner).signal_handlers;
    let before = handlers.borrow().len();
    handlers.borrow_mut().retain(|(signal, _)| signal.as_int() != Some(number));
    if handlers.borrow().len() == before {
        return Ok(false);
    }
    restore(i, number)?;
    Ok(true)
}

fn restore(i: &mut dyn Interp, number: i64) -> PyResult<()> {
    let handler = if number == 2 {
        match i.import("signal")? {
            Value::Module(m) => m.get(Symbol::new("default_int_handler")).unwrap_or_default(),
            _ => Value::None,
        }
    } else {
        Value::Int(0)
    };
    set_handler(i, number, handler)
}

/// What `close()` does with them.
pub fn remove_all(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    for (signal, _) in event_loop(owner).signal_handlers.take() {
        let number = signal_number(i, &signal, &sites::SIGNAL_REMOVED)?;
        restore(i, number)?;
    }
    Ok(())
}
