//! What is handed to an executor, as the trace calls it: the call that another thread or process makes.

use super::labels::{self, callable_name};
use super::py;
use crate::objects::object::Payload;
use crate::objects::{Interp, Value};
use crate::trace::TextId;

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
    let call = unwrapped(i, Call { function: function.clone(), values: values.to_vec(), keywords });
    let mut text = i.log().blank();
    text.push_str(&callable_name(&call.function));
    text.push('(');
    labels::write_call(i, &call.values, &call.keywords, &mut text);
    text.push(')');
    i.log().intern_blank(text)
}

fn unwrapped(i: &mut dyn Interp, mut call: Call) -> Call {
    loop {
        let is_native = matches!(&call.function, Value::Object(o) if matches!(o.payload, Payload::Native(_)));
        if !is_native || &*crate::objects::type_of(&call.function).name() != "partial" {
            return call;
        }
        let [function, values, keywords] =
            ["func", "args", "keywords"].map(|name| py::get(i, &call.function, name).unwrap_or_default());
        if function.is_unset() {
            return call;
        }
        if let Value::Tuple(first) = &values {
            call.values.splice(0..0, first.items.iter().cloned());
        }
        if let Value::Dict(first) = &keywords {
            call.keywords.splice(0..0, labels::named(first));
        }
        call.function = function;
        if !call.values.is_empty() && callable_name(&call.function) == "run" {
            call.function = call.values.remove(0);
        }
    }
}
