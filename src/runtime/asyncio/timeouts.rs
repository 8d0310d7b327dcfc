//! `timeout`, `timeout_at` and Timeout (Lib/asyncio/timeouts.py).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::base_events;
use super::callbacks::NativeCallback;
use super::coroutines::native_method;
use super::exceptions::is_cancelled;
use super::futures;
use super::handles::{Handle, handle_of};
use super::labels;
use super::library_sites as sites;
use super::named;
use super::overrides;
use super::own_dict::{self, Member};
use super::py::{self, payload};
use super::state::asyncio;
use super::waiting::{seconds, timeout_error_from};
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, runtime_error, type_error};
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::at;
use crate::objects::library_site::at_holding;
use crate::objects::module::{from_library, replaced};
use crate::objects::native_class::{self, NativeClass};
use crate::objects::object::Native;
use crate::objects::{Args, Cx, Interp, Object, Value, type_name, types};
use crate::trace::{Followed, FutureId, ObjectKind, Operation, TextId};

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Created,
    Entered,
    Expiring,
    Expired,
    Exited,
}

const STATES: [State; 5] = [State::Created, State::Entered, State::Expiring, State::Expired, State::Exited];

impl State {
    fn text(self) -> &'static str {
        match self {
            State::Created => "created",
            State::Entered => "active",
            State::Expiring => "expiring",
            State::Expired => "expired",
            State::Exited => "finished",
        }
    }
}

/// The payload of a Timeout.
pub struct Timeout {
    state: Cell<State>,
    /// None or a number of seconds on the loop's clock.
    when: RefCell<Value>,
    handler: RefCell<Option<Rc<Handle>>>,
    task: RefCell<Option<Rc<Object>>>,
    cancelling: Cell<i64>,
    followed: Followed,
    /// The delay as the program gave it.
    label: TextId,
}

impl Native for Timeout {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        self.task.borrow().iter().for_each(|task| visit(Edge::Object(task)));
    }

    fn clear(&self) {
        drop(self.task.take());
    }

    fn changes(&self) -> bool {
        true
    }

    fn copied_by_attributes(&self) -> bool {
        true
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.followed)
    }
}

impl Timeout {
    fn new(i: &mut dyn Interp, when: Value, label: TextId, constructor: &str) -> Timeout {
        Timeout {
            state: Cell::new(State::Created),
            when: RefCell::new(when),
            handler: RefCell::new(None),
            task: RefCell::new(None),
            cancelling: Cell::new(0),
            followed: Followed::new(i.log().object_labelled(ObjectKind::Timeout, 0, constructor)),
            label,
        }
    }

    /// `asyncio.timeout(delay)`; `constructor`: what the trace calls it.
    pub fn after(i: &mut dyn Interp, delay: &Value, constructor: &str) -> PyResult<Rc<Object>> {
        let owner = named::running_loop(i).map_err(at_holding(&sites::TIMEOUT_NO_LOOP, delay))?;
        let (when, label) = match delay {
            Value::None => (Value::None, TextId::NONE),
            delay => {
                let number = seconds(i, delay).map_err(at_holding(&sites::TIMEOUT_WHEN, delay))?;
                (overrides::later(i, &owner, delay, number)?.0, labels::short_id(i, delay))
            }
        };
        Ok(made(i, when, label, constructor))
    }
}

fn made(i: &mut dyn Interp, when: Value, label: TextId, constructor: &str) -> Rc<Object> {
    let timeout = Timeout::new(i, when, label, constructor);
    let class = asyncio(i).classes.timeout.clone();
    Object::of_native(class, timeout)
}

fn timeout_of(object: &Rc<Object>) -> &Timeout {
    object.native().expect("a timeout's object carries a Timeout")
}

/// `Timeout.__aenter__`
pub async fn enter(cx: &Cx, object: &Rc<Object>) -> PyResult<()> {
    let this = timeout_of(object);
    cx.enter(|i| {
        if this.state.get() != State::Created {
            return Err(at(&sites::TIMEOUT_ENTERED)(runtime_error("Timeout has already been entered")));
        }
        let Some(task) = named::current_task(i, None)? else {
            return Err(at(&sites::TIMEOUT_NO_TASK)(runtime_error("Timeout should be used inside a task")));
        };
        this.state.set(State::Entered);
        this.cancelling.set(overrides::cancelling(i, &task)?);
        this.task.replace(Some(task));
        i.log().object_used(this.followed.id(), Operation::Enter, 0, this.label, FutureId::NONE);
        let when = this.when.borrow().clone();
        match overrides::overridden(object, "reschedule") {
            Some(own) => i.call(&own, Args::one(when)).map(drop),
            None => reschedule(i, object, when),
        }
        .map_err(at(&sites::TIMEOUT_RESCHEDULE))
    })
}

/// `Timeout.reschedule(when)`
fn reschedule(i: &mut dyn Interp, object: &Rc<Object>, when: Value) -> PyResult<()> {
    let this = timeout_of(object);
    match this.state.get() {
        State::Entered => {}
        State::Created => {
            return Err(at(&sites::RESCHEDULE_UNENTERED)(runtime_error("Timeout has not been entered")));
        }
        other => {
            let error = runtime_error(format!("Cannot change state of {} Timeout", other.text()));
            return Err(at(&sites::RESCHEDULE_LATE)(error));
        }
    }
    this.when.replace(when.clone());
    if let Some(handler) = this.handler.take() {
        handler.cancel(i);
    }
    if when.is_none() {
        return Ok(());
    }
    let owner = named::running_loop(i)?;
    let number = seconds(i, &when).map_err(|_| {
        let text = format!("'<=' not supported between instances of '{}' and 'float'", type_name(&when));
        at(&sites::RESCHEDULE_COMPARE)(type_error(text))
    })?;
    let expire = NativeCallback::new("Timeout._on_timeout", None, {
        let object = object.clone();
        move |i, _| on_timeout(i, &object)
    });
    let handler = if number <= overrides::time(i, &owner)? {
        base_events::call_soon(i, &owner, expire, Args::none(), None, Default::default())?
    } else {
        let label = match this.label {
            TextId::NONE => i.log().intern("timeout"),
            delay => labels::call_id(i.log(), "timeout", delay),
        };
        base_events::call_at(i, &owner, (when, number), expire, Args::none(), None, label)?
    };
    this.handler.replace(Some(handler));
    Ok(())
}

fn on_timeout(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult<()> {
    let this = timeout_of(object);
    i.log().object_used(this.followed.id(), Operation::Expire, 0, TextId::NONE, FutureId::NONE);
    let task = this.task.borrow().clone();
    if let Some(task) = task {
        futures::cancel(i, &task, Value::None).map_err(at(&sites::TIMEOUT_CANCEL))?;
    }
    this.state.set(State::Expiring);
    this.handler.take();
    Ok(())
}

/// `Timeout.__aexit__`: the error with which the body ended, if any. An error of its own replaces that.
pub async fn exit(cx: &Cx, object: &Rc<Object>, error: Option<&Exc>) -> PyResult<()> {
    let this = timeout_of(object);
    cx.enter(|i| {
        if let Some(handler) = this.handler.take() {
            handler.cancel(i);
        }
        let left = |i: &mut dyn Interp, raises: bool| {
            let id = this.followed.id();
            i.log().object_used(id, Operation::Leave, i32::from(raises), TextId::NONE, FutureId::NONE);
        };
        match this.state.get() {
            State::Expiring => {
                this.state.set(State::Expired);
                let Some(task) = this.task.borrow().clone() else {
                    left(i, false);
                    return Ok(());
                };
                // There are no other requests: this cancellation was ours.
                let ours = overrides::uncancel(i, &task)? <= this.cancelling.get();
                left(i, ours && error.is_some_and(is_cancelled));
                if ours && let Some(exc) = error {
                    if is_cancelled(exc) {
                        let own = Value::Object(object.clone());
                        return Err(at_holding(&sites::TIMEOUT_EXIT, &own)(timeout_error_from(exc)));
                    }
                    insert_timeout_error(exc);
                    if exc.is_a(&types().exception_group) {
                        let members = py::get(i, &exc.value(), "exceptions")?;
                        for member in crate::objects::ops::to_vec(i, &members)? {
                            if let Some(member) = Exc::from_value(&member) {
                                insert_timeout_error(&member);
                            }
                        }
                    }
                }
            }
            State::Entered => {
                left(i, false);
                this.state.set(State::Exited);
            }
            _ => left(i, false),
        }
        Ok(())
    })
}

/// Puts a TimeoutError between an error and the CancelledError in whose handling it arose.
fn insert_timeout_error(exc: &Exc) {
    let mut exc = exc.clone();
    loop {
        let Some(context) = exc.data().context.borrow().clone() else { return };
        if is_cancelled(&context) {
            let error = Exc::new(&types().timeout_error, vec![]);
            error.data().context.replace(Some(context.clone()));
            error.data().cause.replace(Some(context));
            error.data().suppress_context.set(true);
            exc.data().context.replace(Some(error));
            return;
        }
        exc = context;
    }
}

fn object_of(value: &Value) -> PyResult<Rc<Object>> {
    payload::<Timeout>(value, "Timeout")?;
    Ok(value.as_object().cloned().expect("a payload is an object's"))
}

/// The module's `timeout(delay)`
pub fn timeout(i: &mut dyn Interp, args: Args) -> PyResult {
    let [delay] = args.bind::<1>("timeout", &["delay"], 1)?;
    let made = Timeout::after(i, &delay, "asyncio.timeout")?;
    of_own_class(i, made)
}

/// The module's `timeout_at(when)`
pub fn timeout_at(i: &mut dyn Interp, args: Args) -> PyResult {
    let [when] = args.bind::<1>("timeout_at", &["when"], 1)?;
    let made = made(i, when, TextId::NONE, "asyncio.timeout_at");
    of_own_class(i, made)
}

/// `Timeout(when)` of the class that a program has put in place of asyncio's, if any.
fn of_own_class(i: &mut dyn Interp, made: Rc<Object>) -> PyResult {
    match replaced(i, "asyncio.timeouts", "Timeout") {
        Some(class) => {
            let when = timeout_of(&made).when.borrow().clone();
            i.call(&class, Args::one(when))
        }
        None => Ok(Value::Object(made)),
    }
}

/// What asyncio's functions are to call as `timeouts.timeout`, where it is not as it was.
pub fn replaced_by(i: &mut dyn Interp) -> Option<Value> {
    match replaced(i, "asyncio.timeouts", "timeout") {
        None if replaced(i, "asyncio.timeouts", "Timeout").is_some() => {
            from_library(i, "asyncio.timeouts", "timeout").ok()
        }
        own => own,
    }
}

const MEMBERS: &[Member] = &[
    (
        "_state",
        |i, this| own_dict::state(i, "Timeout", of(this)?.state.get().text()),
        Some(|i, this, value| {
            of(this)?.state.set(own_dict::state_of(i, &value, &STATES, State::text)?);
            Ok(())
        }),
    ),
    (
        "_timeout_handler",
        |i, this| {
            let handler = of(this)?.handler.borrow().clone();
            Ok(handler.map_or(Value::None, |handler| handler.object(&asyncio(i))))
        },
        Some(|_, this, value| {
            of(this)?.handler.replace(handle_of(&value).ok().cloned());
            Ok(())
        }),
    ),
    (
        "_task",
        |_, this| own_dict::object_or_none(&of(this)?.task),
        Some(|_, this, value| {
            of(this)?.task.replace(own_dict::future_or_none(&value));
            Ok(())
        }),
    ),
    (
        "_when",
        |_, this| Ok(of(this)?.when.borrow().clone()),
        Some(|_, this, value| {
            of(this)?.when.replace(value);
            Ok(())
        }),
    ),
    (
        "_cancelling",
        |_, this| {
            let timeout = of(this)?;
            let entered = timeout.state.get() != State::Created;
            Ok(if entered { Value::Int(timeout.cancelling.get()) } else { Value::Unset })
        },
        Some(|i, this, value| {
            of(this)?.cancelling.set(crate::objects::ops::index(i, &value)?);
            Ok(())
        }),
    ),
];

fn of(this: &Value) -> PyResult<&Timeout> {
    payload(this, "Timeout")
}

pub fn timeout_class() -> Rc<Class> {
    let make = |i: &mut dyn Interp, class: &Rc<Class>, _: &Args| {
        let timeout = Timeout::new(i, Value::None, TextId::NONE, "asyncio.Timeout");
        Ok(Object::with_native(class.clone(), timeout))
    };
    let class = NativeClass::new("Timeout", "asyncio.timeouts", &[], make)
        .sync("__init__", |_, args| {
            let [this, when] = args.bind::<2>("Timeout.__init__", &["self", "when"], 2)?;
            timeout_of(&object_of(&this)?).when.replace(when);
            Ok(Value::None)
        })
        .sync("when", |_, args| {
            native_class::alone_in_python(&args, "Timeout.when")?;
            Ok(timeout_of(&object_of(&args.values[0])?).when.borrow().clone())
        })
        .sync("expired", |_, args| {
            native_class::alone_in_python(&args, "Timeout.expired")?;
            let state = timeout_of(&object_of(&args.values[0])?).state.get();
            Ok(Value::Bool(matches!(state, State::Expiring | State::Expired)))
        })
        .sync("reschedule", |i, args| {
            let [this, when] = args.bind::<2>("Timeout.reschedule", &["self", "when"], 2)?;
            let object = object_of(&this)?;
            let text = labels::short_id(i, &when);
            reschedule(i, &object, when)?;
            let id = timeout_of(&object).followed.id();
            i.log().object_used(id, Operation::Reschedule, 0, text, FutureId::NONE);
            Ok(Value::None)
        })
        .method("__aenter__", |i, args| {
            let object = object_of(&args.values[0])?;
            Ok(native_method(i, "Timeout.__aenter__", async move |cx| {
                enter(&cx, &object).await?;
                Ok(Value::Object(object))
            }))
        })
        .method("__aexit__", |i, args| {
            const QUALNAME: &str = "Timeout.__aexit__";
            let [this, _, error, _] = args.bind(QUALNAME, &["self", "exc_type", "exc_val", "exc_tb"], 4)?;
            let object = object_of(&this)?;
            let error = Exc::from_value(&error);
            Ok(native_method(i, QUALNAME, async move |cx| {
                exit(&cx, &object, error.as_ref()).await?;
                Ok(Value::None)
            }))
        })
        .method("__repr__", |i, args| {
            let object = object_of(&args.values[0])?;
            let this = timeout_of(&object);
            let mut text = format!("<Timeout [{}]", this.state.get().text());
            if this.state.get() == State::Entered {
                let when = this.when.borrow().clone();
                let when = match when {
                    Value::None => Value::None,
                    when => {
                        let builtins = i.import("builtins")?;
                        py::call(i, &builtins, "round", Args::from([when, Value::Int(3)]))?
                    }
                };
                text.push_str(&format!(" when={}", py::text(i, &when)?));
            }
            Ok(Value::from(format!("{text}>")).into())
        });
    own_dict::fields(class, MEMBERS).finish()
}
