//! The exception classes' constructors and members, and what `raise` and `except` ask of them.

use super::args::Args;
use super::exception::{Exc, PyResult, type_error};
use super::function::Flow;
use super::instantiate::call_class;
use super::interp::Interp;
use super::symbol::known;
use super::value::Value;

/// What `raise value` raises.
pub enum Raised {
    Exc(Exc),
    /// The flow's result is the exception instance.
    Flow(Flow),
}

/// `raise value`: an instance, or a class that is called.
pub fn make_exception(i: &mut dyn Interp, value: &Value) -> PyResult<Raised> {
    match value {
        Value::Type(class) if class.is_exception() => match call_class(i, class, Args::none())? {
            Flow::Done(made) => check_made(value, made).map(Raised::Exc),
            flow => {
                let (cx, class) = (i.cx(), value.clone());
                Ok(Raised::Flow(Flow::frame(async move {
                    let made = cx.finish(Ok(flow)).await?;
                    check_made(&class, made).map(|e| e.value())
                })))
            }
        },
        _ => match Exc::from_value(value) {
            Some(exc) => Ok(Raised::Exc(exc)),
            None => Err(type_error("exceptions must derive from BaseException")),
        },
    }
}

fn check_made(class: &Value, made: Value) -> PyResult<Exc> {
    Exc::from_value(&made).ok_or_else(|| {
        let Value::Type(class) = class else { unreachable!("only classes are called") };
        type_error(format!(
            "calling <class '{}'> should have returned an instance of BaseException, not <class '{}'>",
            class.name(),
            super::types::type_name(&made)
        ))
    })
}

/// Whether `except pattern` catches `exc`.
pub fn exception_matches(i: &mut dyn Interp, exc: &Exc, pattern: &Value) -> PyResult<bool> {
    let _ = i;
    match pattern {
        Value::Type(class) if class.is_exception() => Ok(exc.is_a(class)),
        Value::Tuple(classes) => {
            for class in &classes.items {
                if !matches!(class, Value::Type(c) if c.is_exception()) {
                    return Err(not_catchable());
                }
            }
            Ok(classes.items.iter().any(|c| matches!(c, Value::Type(c) if exc.is_a(c))))
        }
        _ => Err(not_catchable()),
    }
}

#[cold]
fn not_catchable() -> Exc {
    type_error("catching classes that do not inherit from BaseException is not allowed")
}

/// `exc.add_note(note)`
pub fn add_note(exc: &Exc, note: Value) {
    let mut attrs = exc.0.attrs.borrow_mut();
    match attrs.get(known::NOTES) {
        Some(Value::List(notes)) => notes.items.borrow_mut().push(note),
        _ => drop(attrs.set(known::NOTES, Value::list(vec![note]))),
    }
}
