//! asyncio's exception classes (Lib/asyncio/exceptions.py, and those of queues.py).

use std::cell::Cell;
use std::rc::Rc;

use crate::objects::class::{Class, linearize};
use crate::objects::containers::Tuple;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::function::SyncFn;
use crate::objects::native_class::NativeClass;
use crate::objects::symbol::known;
use crate::objects::{Args, Interp, Symbol, Value, ops, type_of, types};

/// The classes; like the built-in ones shared by all sessions of a thread.
pub struct Exceptions {
    pub cancelled: Rc<Class>,
    pub invalid_state: Rc<Class>,
    pub send_file_not_available: Rc<Class>,
    pub incomplete_read: Rc<Class>,
    pub limit_overrun: Rc<Class>,
    pub broken_barrier: Rc<Class>,
    pub queue_empty: Rc<Class>,
    pub queue_full: Rc<Class>,
    pub queue_shut_down: Rc<Class>,
}

impl Exceptions {
    fn build() -> Exceptions {
        let t = types();
        Exceptions {
            cancelled: class("CancelledError", EXCEPTIONS, &t.base_exception),
            invalid_state: class("InvalidStateError", EXCEPTIONS, &t.exception),
            send_file_not_available: class("SendfileNotAvailableError", EXCEPTIONS, &t.runtime_error),
            incomplete_read: with_init("IncompleteReadError", &t.eof_error, incomplete_read),
            limit_overrun: with_init("LimitOverrunError", &t.exception, limit_overrun),
            broken_barrier: class("BrokenBarrierError", EXCEPTIONS, &t.runtime_error),
            queue_empty: class("QueueEmpty", "asyncio.queues", &t.exception),
            queue_full: class("QueueFull", "asyncio.queues", &t.exception),
            queue_shut_down: class("QueueShutDown", "asyncio.queues", &t.exception),
        }
    }
}

const EXCEPTIONS: &str = "asyncio.exceptions";

fn class(name: &str, module: &str, base: &Rc<Class>) -> Rc<Class> {
    let bases = vec![base.clone()];
    let ancestors = linearize(&bases).ok().expect("one base has an order");
    let class = Class::new(name, bases, ancestors, None, base.make.get(), 0);
    class.set(known::MODULE, module.into());
    class
}

fn with_init(name: &str, base: &Rc<Class>, init: SyncFn) -> Rc<Class> {
    NativeClass::extend(&class(name, EXCEPTIONS, base)).sync("__init__", init).sync("__reduce__", reduce).finish()
}

/// The class and what it was made with: what was read of how much; the message and what was consumed.
fn reduce(i: &mut dyn Interp, args: Args) -> PyResult {
    let this = &args.values[0];
    let made_with = match super::py::get(i, this, "partial") {
        Ok(partial) => [partial, super::py::get(i, this, "expected")?],
        Err(_) => {
            let message = Exc::from_value(this).map(|exc| exc.first_arg()).unwrap_or_default();
            [message, super::py::get(i, this, "consumed")?]
        }
    };
    Ok(Value::tuple([Value::Type(type_of(this)), Value::tuple(made_with)]))
}

/// `exc.args = (message,)`, and its attributes.
fn initialize(this: &Value, message: Value, attributes: &[(&str, Value)]) -> PyResult {
    if let Some(exc) = Exc::from_value(this) {
        exc.data().args.replace(Tuple::new(vec![message]));
        for (name, value) in attributes {
            drop(exc.0.set_own(Symbol::new(name), value.clone()));
        }
    }
    Ok(Value::None)
}

fn incomplete_read(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, partial, expected] =
        args.bind::<3>("IncompleteReadError.__init__", &["self", "partial", "expected"], 3)?;
    let read = ops::length(i, &partial)?;
    let wanted = match &expected {
        Value::None => "undefined".to_string(),
        expected => super::py::repr(i, expected)?,
    };
    let message = format!("{read} bytes read on a total of {wanted} expected bytes");
    initialize(&this, message.into(), &[("partial", partial), ("expected", expected)])
}

fn limit_overrun(_: &mut dyn Interp, args: Args) -> PyResult {
    let [this, message, consumed] =
        args.bind::<3>("LimitOverrunError.__init__", &["self", "message", "consumed"], 3)?;
    initialize(&this, message, &[("consumed", consumed)])
}

thread_local! {
    static CLASSES: Cell<Option<&'static Exceptions>> = const { Cell::new(None) };
}

/// asyncio's exception classes.
pub fn exceptions() -> &'static Exceptions {
    CLASSES.get().unwrap_or_else(|| {
        let built: &'static Exceptions = Box::leak(Box::new(Exceptions::build()));
        CLASSES.set(Some(built));
        built
    })
}

pub fn is_cancelled(exc: &Exc) -> bool {
    exc.is_a(&exceptions().cancelled)
}

/// KeyboardInterrupt and SystemExit: they leave the loop at once.
pub fn is_exit(exc: &Exc) -> bool {
    exc.is_a(&types().keyboard_interrupt) || exc.is_a(&types().system_exit)
}

/// CancelledError, with the message given to `cancel` unless that is None.
pub fn cancelled_error(message: &Value) -> Exc {
    let args = if message.is_none() || message.is_unset() { vec![] } else { vec![message.clone()] };
    Exc::new(&exceptions().cancelled, args)
}

#[cold]
pub fn invalid_state(text: impl Into<Value>) -> Exc {
    Exc::message(&exceptions().invalid_state, text)
}
