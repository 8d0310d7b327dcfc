//! Handles and timers as the program sees them, which it may make itself (Lib/asyncio/events.py).

use std::cmp::Ordering;
use std::rc::Rc;

use super::contextvars::context_for_call;
use super::events::loop_argument;
use super::handles::{Handle, HandleObject, handle_of};
use super::state::asyncio;
use super::waiting::seconds;
use super::{base_events, callbacks, py, turn};
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::look::look;
use crate::objects::native_class::{self, NativeClass};
use crate::objects::{Args, Flow, Interp, Object, Value, ops, type_name};
use crate::trace::{HandleId, HandleKind};

pub fn handle_class() -> Rc<Class> {
    NativeClass::new("Handle", "asyncio.events", &[], make)
        .sync("__init__", |i, args| {
            let parameters = ["self", "callback", "args", "loop", "context"];
            let [this, callback, args, owner, context] = args.bind::<5>("Handle.__init__", &parameters, 4)?;
            init(i, &this, None, (callback, args), &owner, &context)
        })
        .method("_run", |i, args| {
            let (handle, cx) = (handle_of(&args.values[0])?.clone(), i.cx());
            Ok(Flow::frame(async move { turn::run_handle(&cx, &handle).await.map(|()| Value::None) }))
        })
        .sync("cancel", |i, args| {
            native_class::alone_in_python(&args, "Handle.cancel")?;
            handle_of(&args.values[0])?.clone().cancel(i);
            Ok(Value::None)
        })
        .sync("cancelled", |_, args| {
            native_class::alone_in_python(&args, "Handle.cancelled")?;
            Ok(Value::Bool(handle_of(&args.values[0])?.cancelled.get()))
        })
        .sync("get_context", |i, args| {
            native_class::alone_in_python(&args, "Handle.get_context")?;
            context_of(i, &args.values[0])
        })
        .property(
            "_callback",
            |i, this| {
                let callback = handle_of(this)?.callback.borrow().clone();
                Ok(callback.map_or(Value::None, |c| callbacks::as_callable(i, c)))
            },
            |_, this, value| {
                handle_of(this)?.callback.replace(Some(callbacks::from_value(value)));
                Ok(())
            },
        )
        .property(
            "_args",
            |_, this| {
                let handle = handle_of(this)?;
                let gone = handle.cancelled.get() && look(&handle.callback).is_none();
                Ok(if gone { Value::None } else { Value::tuple(handle.args().values.to_vec()) })
            },
            |i, this, value| {
                let values = ops::to_vec(i, &value)?;
                handle_of(this)?.set_args(Args::positional(values));
                Ok(())
            },
        )
        .getter("_context", context_of)
        .property(
            "_cancelled",
            |_, this| Ok(Value::Bool(handle_of(this)?.cancelled.get())),
            |i, this, value| {
                let flag = ops::is_true(i, &value)?;
                handle_of(this)?.cancelled.set(flag);
                Ok(())
            },
        )
        .getter("_source_traceback", |i, this| Ok(handle_of(this)?.clone().source.value(i)?.unwrap_or(Value::None)))
        .getter("_loop", |_, this| Ok(Value::Object(handle_of(this)?.event_loop.clone())))
        .method("__repr__", |i, args| {
            let name = type_name(&args.values[0]);
            Ok(Value::from(handle_of(&args.values[0])?.clone().repr(i, &name)?).into())
        })
        .without_dict()
        .finish()
}

fn context_of(i: &mut dyn Interp, this: &Value) -> PyResult {
    let context = handle_of(this)?.context.borrow().clone().unwrap_or_default();
    Ok(asyncio(i).context_object(&context))
}

pub fn timer_handle_class(handle: &Rc<Class>) -> Rc<Class> {
    NativeClass::new("TimerHandle", "asyncio.events", &[handle], make)
        .sync("__init__", |i, args| {
            let parameters = ["self", "when", "callback", "args", "loop", "context"];
            let [this, when, callback, args, owner, context] =
                args.bind::<6>("TimerHandle.__init__", &parameters, 5)?;
            // Nobody looks at what it is before two of them are compared.
            let number = seconds(i, &when).unwrap_or_default();
            init(i, &this, Some((when, number)), (callback, args), &owner, &context)
        })
        .sync("when", |_, args| {
            native_class::alone_in_python(&args, "TimerHandle.when")?;
            Ok(handle_of(&args.values[0])?.when.clone().map_or(Value::None, |(when, _)| when))
        })
        .getter("_when", |_, this| Ok(handle_of(this)?.when.clone().map_or(Value::None, |(when, _)| when)))
        .property(
            "_scheduled",
            |_, this| Ok(Value::Bool(handle_of(this)?.scheduled.get())),
            |i, this, value| {
                let flag = ops::is_true(i, &value)?;
                handle_of(this)?.scheduled.set(flag);
                Ok(())
            },
        )
        .sync("__hash__", |i, args| {
            let (when, _) = handle_of(&args.values[0])?.when.clone().unwrap_or_default();
            Ok(Value::Int(ops::hash(i, &when)?))
        })
        .sync("__eq__", |i, args| compare(i, args, Ordering::is_eq))
        .sync("__lt__", |i, args| compare(i, args, Ordering::is_lt))
        .sync("__le__", |i, args| compare(i, args, Ordering::is_le))
        .sync("__gt__", |i, args| compare(i, args, Ordering::is_gt))
        .sync("__ge__", |i, args| compare(i, args, Ordering::is_ge))
        .without_dict()
        .finish()
}

/// Timers are ordered by their times; of two with one time none is less, and they are equal if they call the same.
fn compare(i: &mut dyn Interp, args: Args, fits: fn(Ordering) -> bool) -> PyResult {
    let [this, other] = args.exactly::<2>("compare")?;
    let a = handle_of(&this)?;
    let Ok(b) = handle_of(&other) else { return Ok(Value::NotImplemented) };
    let (Some((_, a_time)), Some((_, b_time))) = (&a.when, &b.when) else { return Ok(Value::NotImplemented) };
    Ok(Value::Bool(match a_time.partial_cmp(b_time) {
        Some(Ordering::Equal) => fits(Ordering::Equal) && calls_the_same(i, a, b)?,
        order => order.is_some_and(fits),
    }))
}

fn calls_the_same(i: &mut dyn Interp, a: &Handle, b: &Handle) -> PyResult<bool> {
    if a.cancelled.get() != b.cancelled.get() {
        return Ok(false);
    }
    let shown = |i: &mut dyn Interp, handle: &Handle| {
        let callback = handle.callback.borrow().clone();
        let callable = callback.map_or(Value::None, |c| super::callbacks::as_callable(i, c));
        Value::tuple(vec![callable, Value::tuple(handle.args().values.to_vec())])
    };
    let (a, b) = (shown(i, a), shown(i, b));
    ops::equal(i, &a, &b)
}

fn make(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Object::with_native(class.clone(), HandleObject::default()))
}

/// `Handle.__init__` and `TimerHandle.__init__`: a handle that the program makes, as loops of its own do.
fn init(
    i: &mut dyn Interp,
    this: &Value,
    when: Option<(Value, f64)>,
    (callback, args): (Value, Value),
    owner: &Value,
    context: &Value,
) -> PyResult {
    let payload = py::payload::<HandleObject>(this, "Handle")?;
    if owner.native::<base_events::EventLoop>().is_none() {
        let get_debug = py::get(i, owner, "get_debug")?;
        i.call(&get_debug, Args::none())?;
    }
    let (owner, state) = (loop_argument(owner)?, asyncio(i));
    let context = context_for_call(context).unwrap_or_else(|| state.copy_context());
    let args = Args::positional(ops::to_vec(i, &args)?);
    let callback = callbacks::from_value(callback);
    let kind = HandleKind::Callback;
    let handle = Handle::new(&state, HandleId::NONE, kind, &owner, callback, args, Some(context), when);
    handle.taken.set(true);
    handle.note_origin(i, 1);
    if let Some(object) = this.as_object() {
        handle.made_as(object);
    }
    let _known = payload.0.set(handle);
    Ok(Value::None)
}
