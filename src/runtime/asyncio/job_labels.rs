//! What is handed to an executor, as the trace calls it: the call that another thread or process makes.

use std::rc::Rc;

use super::labels::{self, callable_name};
use super::{contextvars, py};
use crate::objects::class::{Class, class_flag};
use crate::objects::object::Payload;
use crate::objects::{Interp, Symbol, Value};
use crate::trace::TextId;

/// Arguments beyond these have no room in a label.
const MOST_SHOWN: usize = 100;

/// A function with its arguments, out of the `functools.partial`s around it.
struct Call {
    function: Value,
    values: Vec<Value>,
    keywords: Vec<(String, Value)>,
}

/// `fetch('a', timeout=3)`: of `partial(function)` the function's call, also of `to_thread`'s
/// `partial(context.run, function)`. Nothing is worded if nothing is recorded.
pub fn job(i: &mut dyn Interp, function: &Value, values: &[Value], keywords: Vec<(String, Value)>) -> TextId {
    if !i.log().records() {
        return TextId::NONE;
    }
    let call = unwrapped(
        i,
        Call { function: function.clone(), values: values.iter().take(MOST_SHOWN).cloned().collect(), keywords },
    );
    let mut text = i.log().blank();
    text.push_str(&callable_name(&call.function));
    text.push('(');
    labels::write_call(i, &call.values, &call.keywords, &mut text);
    text.push(')');
    i.log().intern_blank(text)
}

/// The function itself that a job calls.
pub fn function_of(i: &mut dyn Interp, function: &Value) -> Value {
    unwrapped(i, Call { function: function.clone(), values: Vec::new(), keywords: Vec::new() }).function
}

/// Out of the partials, as long as they are functools' own: what a class of the program makes of them is its code.
fn unwrapped(i: &mut dyn Interp, mut call: Call) -> Call {
    loop {
        if runs_in_context(&call.function) && !call.values.is_empty() {
            call.function = call.values.remove(0);
            continue;
        }
        if !is_partial(&call.function) {
            return call;
        }
        let [function, values, keywords] =
            ["func", "args", "keywords"].map(|name| py::get(i, &call.function, name).unwrap_or_default());
        if function.is_unset() {
            return call;
        }
        if let Value::Tuple(first) = &values {
            call.values.splice(0..0, first.items.iter().take(MOST_SHOWN).cloned());
        }
        if let Value::Dict(first) = &keywords {
            let given = std::mem::take(&mut call.keywords);
            let mut all = labels::named(first);
            all.retain(|(name, _)| !given.iter().any(|(other, _)| other == name));
            all.extend(given);
            call.keywords = all;
        }
        call.function = function;
    }
}

/// `functools.partial`, or one of a class derived from it that reads its parts no other way.
fn is_partial(function: &Value) -> bool {
    let Value::Object(object) = function else { return false };
    let class = object.class();
    let is_own = |owner: Rc<Class>| &*owner.name() == "partial" && !owner.flag(class_flag::HEAP);
    let native = matches!(object.payload, Payload::Native(_)) && !class.flag(class_flag::GETATTRIBUTE);
    native && ["func", "args", "keywords"].iter().all(|name| class.owner_of(Symbol::new(name)).is_some_and(is_own))
}

/// `context.run`
fn runs_in_context(function: &Value) -> bool {
    matches!(function, Value::Method(method) if contextvars::context_of(&method.receiver).is_ok())
        && callable_name(function) == "run"
}
