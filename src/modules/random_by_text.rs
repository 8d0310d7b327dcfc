//! Where `random.Random`'s methods leave a wish to their Python text (`_random_methods`), and the arguments that they know.

use std::rc::Rc;

use crate::asyncio::py;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::PyResult;
use crate::objects::module::from_library;
use crate::objects::{Args, Flow, Interp, Symbol, Value, ops};

/// What a method does with arguments that it does not know: its text does it, and words the errors.
#[cold]
#[inline(never)]
pub(super) fn by_text(i: &mut dyn Interp, method: &str, values: &[&Value], named: &[(&str, &Value)]) -> PyResult<Flow> {
    let methods = from_library(i, "_random_methods", "_Methods")?;
    let method = py::get(i, &methods, method)?;
    let values = values.iter().filter(|value| !value.is_unset()).map(|value| (*value).clone());
    let named = named.iter().filter(|(_, value)| !value.is_unset());
    let args = Args::with_keywords(values, named.map(|(name, value)| (Symbol::new(name), (*value).clone())));
    Ok(Flow::call(method, args))
}

/// What the methods' texts call of the generator.
const CALLED: [&str; 8] =
    ["random", "getrandbits", "_randbelow", "randrange", "sample", "normalvariate", "gammavariate", "binomialvariate"];

/// Whether the program has put a function in the place of one of these, on this generator or on its class.
pub(super) fn draws_by_own(args: &Args) -> bool {
    let Some(Value::Object(this)) = args.values.first() else { return false };
    let replaces = |class: &Rc<Class>| CALLED.iter().any(|name| class.overrides(Symbol::new(name)));
    if this.with_class(|class| class.flag(class_flag::PATCHED) && replaces(class)) {
        return true;
    }
    let attributes = this.attrs.borrow();
    let none = attributes.is_empty() && attributes.shared().is_none();
    !none && {
        drop(attributes);
        CALLED.iter().any(|name| this.own(Symbol::new(name)).is_some())
    }
}

/// As [`by_text`], with the arguments as they came.
#[cold]
#[inline(never)]
pub(super) fn by_text_alone(i: &mut dyn Interp, method: &str, args: Args) -> PyResult<Flow> {
    let methods = from_library(i, "_random_methods", "_Methods")?;
    Ok(Flow::call(py::get(i, &methods, method)?, args))
}

/// The numbers of a list or a tuple; None: it is something else, or has something else.
pub(super) fn numbers(i: &mut dyn Interp, given: &Value) -> PyResult<Option<Vec<f64>>> {
    if !matches!(given.plain(), Value::List(_) | Value::Tuple(_)) {
        return Ok(None);
    }
    let given = ops::to_vec(i, given)?;
    Ok(given.iter().map(|value| float(value, f64::NAN)).collect())
}

/// A number, or what stands in place of one that is not given; None: something else.
pub(super) fn float(given: &Value, absent: f64) -> Option<f64> {
    match given {
        Value::Unset => Some(absent),
        Value::Int(n) => Some(*n as f64),
        Value::Float(x) => Some(*x),
        _ => None,
    }
}
