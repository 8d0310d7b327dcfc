//! What the methods of all built-in types share: their receivers, and making instances of their subclasses.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::class::{Class, class_flag};
use crate::objects::containers::{Dict, List, Range, Set, Tuple};
use crate::objects::error_text::ErrorText;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::interp::Interp;
use crate::objects::native_class::wrong_receiver;
use crate::objects::object::{Object, Payload};
use crate::objects::ops;
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::value::Value;

/// The value itself for the built-in class, an instance that carries it for a subclass.
pub fn make_with(class: &Rc<Class>, value: Value) -> Value {
    if class.flag(class_flag::IMMUTABLE) {
        return value;
    }
    Value::Object(Object::new(class.clone(), Payload::Builtin(value)))
}

/// Takes the receiver, of which `$variant` is the payload.
macro_rules! receiver_of {
    ($name:ident, $variant:ident, $data:ty, $class:literal) => {
        pub(super) fn $name(args: &mut Args, method: &str) -> PyResult<Rc<$data>> {
            match args.take_receiver() {
                Value::$variant(data) => Ok(data),
                this => match this.plain() {
                    Value::$variant(data) => Ok(data.clone()),
                    _ => Err(wrong_receiver(&this, $class, method)),
                },
            }
        }
    };
}

receiver_of!(list_receiver, List, List, "list");
receiver_of!(tuple_receiver, Tuple, Tuple, "tuple");
receiver_of!(dict_receiver, Dict, Dict, "dict");
receiver_of!(set_receiver, Set, Set, "set");
receiver_of!(str_receiver, Str, Str, "str");
receiver_of!(range_receiver, Range, Range, "range");

/// TypeError for more than `n` arguments, keywords included, as argument clinic words it.
pub(super) fn at_most(args: &Args, function: &str, n: usize) -> PyResult<()> {
    let given = args.values.len();
    if given <= n {
        return Ok(());
    }
    let plural = if n == 1 { "" } else { "s" };
    let kind = if args.positional_count() == 0 { "keyword " } else { "" };
    Err(type_error(format!("{function}() takes at most {n} {kind}argument{plural} ({given} given)")))
}

/// The error of reading a number from `text`, which `value` of a subclass of str carries: it shows what that is by its
/// own `repr`.
#[cold]
pub(super) fn with_repr(i: &mut dyn Interp, error: ErrorText, text: &PyStr, value: &Value) -> PyResult<Exc> {
    let Some(words) = error.text.strip_suffix(&*text.repr().to_text()) else { return Ok(error.into()) };
    Ok(value_error(format!("{words}{}", ops::repr_text(i, value)?.text())))
}
