//! What `raise` and `except` ask of exceptions; the methods and attributes of BaseException.

use std::rc::Rc;

use super::args::Args;
use super::attribute::get_attr_now;
use super::class::Class;
use super::containers::Tuple;
use super::exception::{Exc, ExceptionData, PyResult, type_error};
use super::frame_type::{traceback_of, traceback_value};
use super::function::{Binding, Builtin, BuiltinCode, Flow};
use super::instantiate::call_class;
use super::interp::{Interp, recursing};
use super::native_class::{NativeClass, wrong_receiver};
use super::object::{Object, Payload};
use super::ops;
use super::symbol::known;
use super::types::{Types, type_name, type_of, types};
use super::value::Value;

/// What `raise value` raises.
pub enum Raised {
    Exc(Exc),
    /// The flow's result is the exception instance.
    Flow(Flow),
}

/// `raise value`: an instance, or a class that is called.
pub fn make_exception(i: &mut dyn Interp, value: &Value) -> PyResult<Raised> {
    instance_or_call(i, value, "exceptions must derive from BaseException")
}

/// `raise … from value`, `value` not None.
pub fn make_cause(i: &mut dyn Interp, value: &Value) -> PyResult<Raised> {
    instance_or_call(i, value, "exception causes must derive from BaseException")
}

fn instance_or_call(i: &mut dyn Interp, value: &Value, otherwise: &str) -> PyResult<Raised> {
    match value {
        Value::Type(class) if class.is_exception() => match call_class(i, class, Args::none())? {
            Flow::Done(made) => check_made(class, made).map(Raised::Exc),
            flow => {
                let (cx, class) = (i.cx(), class.clone());
                Ok(Raised::Flow(Flow::frame(async move {
                    let made = cx.finish(Ok(flow)).await?;
                    check_made(&class, made).map(|e| e.value())
                })))
            }
        },
        _ => match Exc::from_value(value) {
            Some(exc) => Ok(Raised::Exc(exc)),
            None => Err(type_error(otherwise)),
        },
    }
}

fn check_made(class: &Rc<Class>, made: Value) -> PyResult<Exc> {
    Exc::from_value(&made).ok_or_else(|| {
        let (class, other) = (Value::Type(class.clone()), Value::Type(super::types::type_of(&made)));
        type_error(format!(
            "calling {} should have returned an instance of BaseException, not {}",
            class_repr(&class),
            class_repr(&other)
        ))
    })
}

fn class_repr(class: &Value) -> String {
    match class {
        Value::Type(c) => format!("<class '{}'>", super::object_methods::full_name(c)),
        _ => String::new(),
    }
}

/// Whether `except pattern` catches `exc`.
pub fn exception_matches(_: &mut dyn Interp, exc: &Exc, pattern: &Value) -> PyResult<bool> {
    match pattern {
        Value::Type(class) if class.is_exception() => Ok(exc.is_a(class)),
        Value::Tuple(classes) => {
            check_classes(pattern)?;
            Ok(classes.items.iter().any(|c| matches!(c, Value::Type(c) if exc.is_a(c))))
        }
        _ => check_classes(pattern).map(|()| false),
    }
}

/// TypeError unless the pattern is an exception class or a tuple of them.
pub fn check_classes(pattern: &Value) -> PyResult<()> {
    let good = |v: &Value| matches!(v, Value::Type(c) if c.is_exception());
    let all = match pattern {
        Value::Tuple(classes) => classes.items.iter().all(good),
        other => good(other),
    };
    if all {
        return Ok(());
    }
    Err(type_error("catching classes that do not inherit from BaseException is not allowed"))
}

/// `exc.add_note(note)`: its class may have a list of notes, which then gets it.
pub fn add_note(i: &mut dyn Interp, exc: &Exc, note: Value) -> PyResult<()> {
    let found = get_attr_now(i, &exc.value(), known::NOTES);
    match found {
        Ok(notes) => match notes.plain() {
            Value::List(notes) => notes.items.borrow_mut().push(note),
            _ => return Err(type_error("Cannot add note: __notes__ is not a list")),
        },
        Err(e) if e.is_a(&types().attribute_error) => drop(exc.0.set_own(known::NOTES, Value::list(vec![note]))),
        Err(e) => return Err(e),
    }
    Ok(())
}

/// `BaseException.__new__`: an instance with the positional arguments.
pub fn make(_: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let data = ExceptionData::new(args.positional_values().to_vec());
    Ok(Value::Object(Object::new(class.clone(), Payload::Exception(Box::new(data)))))
}

/// The exception that a method or attribute of BaseException was asked of.
pub fn exception_of(value: &Value) -> PyResult<Exc> {
    Exc::from_value(value).ok_or_else(|| {
        let text = format!("descriptor for 'BaseException' objects doesn't apply to a '{}' object", type_name(value));
        type_error(text)
    })
}

/// The receiver of a method of BaseException, and the rest of the arguments.
pub fn receiver_of(mut args: Args, method: &str) -> PyResult<(Exc, Args)> {
    let this = args.take_receiver();
    let exc = Exc::from_value(&this).ok_or_else(|| wrong_receiver(&this, "BaseException", method))?;
    Ok((exc, args))
}

/// The receiver of another class's method, which has looked at it already, and the rest of the arguments.
pub fn receiver(mut args: Args) -> PyResult<(Exc, Args)> {
    let this = args.take_receiver();
    Ok((exception_of(&this)?, args))
}

/// TypeError if there are keywords: «ValueError() takes no keyword arguments».
pub fn no_keywords(exc: &Exc, args: &Args) -> PyResult<()> {
    match args.names {
        Some(_) => Err(type_error(format!("{}() takes no keyword arguments", exc.class().name()))),
        None => Ok(()),
    }
}

/// `BaseException.__init__(self, *args)`
pub fn init(_: &mut dyn Interp, args: Args) -> PyResult {
    let (exc, args) = receiver_of(args, "__init__")?;
    no_keywords(&exc, &args)?;
    exc.data().args.replace(Tuple::new(args.values.to_vec()));
    Ok(Value::None)
}

/// `BaseException.__str__`
pub fn str_(i: &mut dyn Interp, exc: &Exc) -> PyResult<Flow> {
    let args = exc.data().args.borrow().clone();
    match &*args.items {
        [] => Ok(Flow::Done(known::EMPTY.value())),
        [one] => recursing(i, " while getting the str of an object", |i| ops::str_of(i, one)),
        _ => ops::str_of(i, &Value::Tuple(args)),
    }
}

fn repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let (exc, _) = receiver_of(args, "__repr__")?;
    let (name, args) = (exc.class().name(), exc.data().args.borrow().clone());
    let text = match &*args.items {
        [one] => format!("{name}({})", ops::repr_text(i, one)?.text()),
        _ => format!("{name}{}", ops::repr_text(i, &Value::Tuple(args.clone()))?.text()),
    };
    Ok(Value::from(text))
}

fn set_link(
    value: &Value,
    new: Value,
    what: &str,
    words: &str,
    place: fn(&ExceptionData) -> &std::cell::RefCell<Option<Exc>>,
) -> PyResult<()> {
    let exc = exception_of(value)?;
    let new =
        match &new {
            Value::Unset => return Err(type_error(format!("{what} may not be deleted"))),
            Value::None => None,
            other => {
                let found = Exc::from_value(other);
                Some(found.ok_or_else(|| {
                    type_error(format!("exception {words} must be None or derive from BaseException"))
                })?)
            }
        };
    place(exc.data()).replace(new);
    Ok(())
}

fn set_traceback(value: &Value, new: &Value) -> PyResult<()> {
    let traceback = match new {
        Value::Unset => return Err(type_error("__traceback__ may not be deleted")),
        Value::None => None,
        other => Some(traceback_of(other).ok_or_else(|| type_error("__traceback__ must be a traceback or None"))?),
    };
    exception_of(value)?.data().traceback.replace(traceback);
    Ok(())
}

/// Fills BaseException and the classes derived from it.
#[inline(never)]
pub fn install(t: &'static Types) {
    for class in t.all() {
        if class.is_exception() {
            class.make.set(make);
        }
    }
    // Those whose instances have members of their own cannot be bases of one class together.
    for class in [
        &t.base_exception_group,
        &t.stop_iteration,
        &t.system_exit,
        &t.os_error,
        &t.import_error,
        &t.syntax_error,
        &t.attribute_error,
        &t.name_error,
        &t.unicode_error,
    ] {
        class.set_flag(super::class::class_flag::LAYOUT);
    }
    t.base_exception.define(known::DICT, super::descriptor::own_attribute(&t.base_exception, known::DICT));
    NativeClass::extend(&t.base_exception)
        .sync("__init__", init)
        .method("__str__", |i, args| str_(i, &receiver_of(args, "__str__")?.0))
        .sync("__repr__", repr)
        .sync("with_traceback", |_, mut args| {
            let this = args.take_receiver();
            if Exc::from_value(&this).is_none() {
                return Err(wrong_receiver(&this, "BaseException", "with_traceback"));
            }
            let [traceback] = args.exactly("BaseException.with_traceback")?;
            set_traceback(&this, &traceback)?;
            Ok(this)
        })
        .sync("add_note", |i, args| {
            let (exc, args) = receiver_of(args, "add_note")?;
            let [note] = args.exactly("BaseException.add_note")?;
            if note.as_str().is_none() {
                return Err(type_error(format!("note must be a str, not '{}'", type_name(&note))));
            }
            add_note(i, &exc, note)?;
            Ok(Value::None)
        })
        .property(
            "args",
            |_, v| Ok(Value::Tuple(exception_of(v)?.data().args.borrow().clone())),
            |i, v, new| {
                if new.is_unset() {
                    return Err(type_error("args may not be deleted"));
                }
                let items = ops::to_vec(i, &new)?;
                exception_of(v)?.data().args.replace(Tuple::new(items));
                Ok(())
            },
        )
        .property(
            "__traceback__",
            |_, v| Ok(exception_of(v)?.data().traceback.borrow().as_ref().map(traceback_value).into()),
            |_, v, new| set_traceback(v, &new),
        )
        .property(
            "__context__",
            |_, v| Ok(exception_of(v)?.data().context.borrow().as_ref().map(Exc::value).into()),
            |_, v, new| set_link(v, new, "__context__", "context", |d| &d.context),
        )
        .property(
            "__cause__",
            |_, v| Ok(exception_of(v)?.data().cause.borrow().as_ref().map(Exc::value).into()),
            |_, v, new| {
                set_link(v, new, "__cause__", "cause", |d| &d.cause)?;
                exception_of(v)?.data().suppress_context.set(true);
                Ok(())
            },
        )
        .property(
            "__suppress_context__",
            |_, v| Ok(Value::Bool(exception_of(v)?.data().suppress_context.get())),
            |_, v, new| match new {
                Value::Bool(b) => {
                    exception_of(v)?.data().suppress_context.set(b);
                    Ok(())
                }
                _ => Err(type_error("attribute value type must be bool")),
            },
        );
    super::exception_members::install(t);
    super::exception_group::install(t);
    for class in t.all() {
        if class.is_exception() && !Rc::ptr_eq(&class, &t.base_exception) {
            inherit_init(&class);
            check_receivers(&class);
        }
    }
}

/// Each exception class but `ExceptionGroup` has an `__init__` for its own instances.
fn inherit_init(class: &Rc<Class>) {
    if class.attrs.borrow().contains(known::INIT) || Rc::ptr_eq(class, &types().exception_group) {
        return;
    }
    let Some(Value::Builtin(found)) = class.lookup(known::INIT) else { return };
    let base = match &found.code {
        BuiltinCode::Inherited(_, base) => base.clone(),
        _ => found,
    };
    let code = BuiltinCode::Inherited(Rc::downgrade(class), base);
    class.define(known::INIT, Builtin::of(known::INIT.text(), class.name(), Binding::Method, None, code));
}

/// Has the class's methods refuse a receiver of another class.
fn check_receivers(class: &Rc<Class>) {
    let methods = class.attrs.borrow().iter().map(|(name, value)| (name, value.clone())).collect::<Vec<_>>();
    for (name, value) in methods {
        let Value::Builtin(method) = value else { continue };
        if method.binding != Binding::Method || matches!(method.code, BuiltinCode::Inherited(..)) {
            continue;
        }
        let (owner, shown) = (Rc::downgrade(class), method.owner.clone());
        let checked = move |i: &mut dyn Interp, args: Args| match owner.upgrade() {
            Some(owner) if !type_of(&args.values[0]).is_subclass_of(&owner) => {
                Err(wrong_receiver(&args.values[0], &owner.name(), &name.text()))
            }
            _ => method.invoke(i, args),
        };
        class.define(
            name,
            Builtin::of(name.text(), shown, Binding::Method, None, BuiltinCode::Closure(Rc::new(checked))),
        );
    }
}
