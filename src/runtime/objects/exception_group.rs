//! Exception groups: `split`, `subgroup`, `derive`, and what `except*` needs (Objects/exceptions.c).
//! A predicate or a `derive` of the program's own runs nested.

use std::rc::Rc;

use super::args::Args;
use super::attribute::get_attr_now;
use super::class::Class;
use super::exception::{Exc, PyResult, type_error, value_error};
use super::exception_types::{self, check_classes, receiver};
use super::function::{Flow, is_callable};
use super::interp::{Interp, recursing};
use super::native_class::NativeClass;
use super::ops;
use super::symbol::{Symbol, known};
use super::types::{Types, argument_type, type_name, types};
use super::value::Value;

fn exceptions_symbol() -> Symbol {
    Symbol::new("exceptions")
}

/// The exceptions of a group; `None`: it is no group.
pub fn exceptions_of(exc: &Exc) -> Option<Vec<Exc>> {
    if !exc.is_a(&types().base_exception_group) {
        return None;
    }
    match exc.data().members.borrow().get(exceptions_symbol()) {
        Some(Value::Tuple(items)) => Some(items.items.iter().filter_map(Exc::from_value).collect()),
        _ => Some(Vec::new()),
    }
}

/// A group of `class` (`ExceptionGroup(message, exceptions)`), which is not empty.
pub fn new_group(class: &Rc<Class>, message: Value, exceptions: Vec<Exc>) -> Exc {
    let items: Vec<Value> = exceptions.iter().map(Exc::value).collect();
    let exc = Exc::new(class, vec![message.clone(), Value::list(items.clone())]);
    {
        let mut members = exc.data().members.borrow_mut();
        members.set(known::MESSAGE, message);
        members.set(exceptions_symbol(), Value::tuple(items));
    }
    exc
}

/// The group's class for these exceptions: ExceptionGroup if all are Exceptions.
pub fn group_class(exceptions: &[Exc]) -> &'static Rc<Class> {
    let t = types();
    if exceptions.iter().all(|e| e.is_a(&t.exception)) { &t.exception_group } else { &t.base_exception_group }
}

/// `BaseExceptionGroup.__new__(class, message, exceptions)`
fn make(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let t = types();
    let [message, given] = args.positional_values() else {
        let given = args.positional_count();
        return Err(type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)")));
    };
    if message.as_str().is_none() {
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {}", argument_type(message));
        return Err(type_error(text));
    }
    let class_of_given = super::types::type_of(given);
    let sequence = matches!(given.plain(), Value::List(_) | Value::Tuple(_))
        || !matches!(given.plain(), Value::Dict(_) | Value::Set(_)) && class_of_given.lookup(known::GETITEM).is_some();
    if !sequence {
        return Err(type_error("second argument (exceptions) must be a sequence"));
    }
    let items = ops::to_vec(i, given)?;
    if items.is_empty() {
        return Err(value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut exceptions = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let Some(exc) = Exc::from_value(item) else {
            return Err(value_error(format!("Item {at} of second argument (exceptions) is not an exception")));
        };
        exceptions.push(exc);
    }
    let mut class = class;
    if !std::ptr::eq(group_class(&exceptions), &t.exception_group) {
        if Rc::ptr_eq(class, &t.exception_group) {
            return Err(type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if class.is_subclass_of(&t.exception) {
            return Err(type_error(format!("Cannot nest BaseExceptions in '{}'", class.name())));
        }
    } else if Rc::ptr_eq(class, &t.base_exception_group) {
        class = &t.exception_group;
    }
    let exc = new_group(class, message.clone(), exceptions);
    exc.data().args.replace(super::containers::Tuple::new(vec![message.clone(), given.clone()]));
    Ok(exc.value())
}

/// What a group is split by.
enum Matcher<'a> {
    Classes(&'a Value),
    Predicate(&'a Value),
    /// The leaves of these exceptions.
    Leaves(&'a [Exc]),
}

impl Matcher<'_> {
    fn new(condition: &Value) -> PyResult<Matcher<'_>> {
        if check_classes(condition).is_ok() {
            return Ok(Matcher::Classes(condition));
        }
        let callable = !matches!(condition, Value::Type(_) | Value::Tuple(_)) && is_callable(condition);
        if callable {
            return Ok(Matcher::Predicate(condition));
        }
        Err(type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)"))
    }

    fn matches(&self, i: &mut dyn Interp, exc: &Exc) -> PyResult<bool> {
        match self {
            Matcher::Classes(classes) => exception_types::exception_matches(i, exc, classes),
            Matcher::Predicate(function) => {
                let answer = i.call(function, Args::one(exc.value()))?;
                ops::is_true(i, &answer)
            }
            Matcher::Leaves(leaves) => Ok(leaves.iter().any(|l| l.is_same(exc))),
        }
    }
}

/// The parts of `exc` that match and that do not (`exceptiongroup_split_recursive`).
fn split(i: &mut dyn Interp, exc: &Exc, by: &Matcher) -> PyResult<(Option<Exc>, Option<Exc>)> {
    // The leaves of a projection are never groups.
    let inner = exceptions_of(exc);
    if !(matches!(by, Matcher::Leaves(_)) && inner.is_some()) && by.matches(i, exc)? {
        return Ok((Some(exc.clone()), None));
    }
    let Some(inner) = inner else { return Ok((None, Some(exc.clone()))) };
    let (mut matched, mut rest) = (Vec::new(), Vec::new());
    recursing(i, " in exceptiongroup_split_recursive", |i| {
        for exc in &inner {
            let (m, r) = split(i, exc, by)?;
            matched.extend(m);
            rest.extend(r);
        }
        Ok(())
    })?;
    Ok((subset(i, exc, matched)?, subset(i, exc, rest)?))
}

/// A group like `original` with some of its exceptions (`exceptiongroup_subset`).
fn subset(i: &mut dyn Interp, original: &Exc, exceptions: Vec<Exc>) -> PyResult<Option<Exc>> {
    if exceptions.is_empty() {
        return Ok(None);
    }
    let list = Value::list(exceptions.iter().map(Exc::value).collect());
    let derive = get_attr_now(i, &original.value(), Symbol::new("derive"))?;
    let made = i.call(&derive, Args::one(list))?;
    let derived = Exc::from_value(&made).filter(|e| e.is_a(&types().base_exception_group));
    let derived = derived.ok_or_else(|| type_error("derive must return an instance of BaseExceptionGroup"))?;
    let (from, to) = (original.data(), derived.data());
    to.traceback.replace(from.traceback.borrow().clone());
    to.context.replace(from.context.borrow().clone());
    to.cause.replace(from.cause.borrow().clone());
    // As `PyException_SetCause` does it, whatever the cause.
    to.suppress_context.set(true);
    let notes = get_attr_now(i, &original.value(), known::NOTES);
    if let Ok(notes @ (Value::List(_) | Value::Tuple(_))) = notes {
        let notes = Value::list(ops::to_vec(i, &notes)?);
        drop(derived.0.set_own(known::NOTES, notes));
    }
    Ok(Some(derived))
}

fn optional(exc: Option<Exc>) -> Value {
    exc.map(|e| e.value()).into()
}

/// The part of `exc` that `except* pattern` catches and the rest; `None` for an empty part. What is no group itself
/// comes wrapped in one.
pub fn match_group(i: &mut dyn Interp, exc: &Exc, pattern: &Value) -> PyResult<(Value, Value)> {
    check_classes(pattern)?;
    let group = &types().base_exception_group;
    let catches_group = |v: &Value| matches!(v, Value::Type(c) if c.is_subclass_of(group));
    let wrong = match pattern {
        Value::Tuple(classes) => classes.items.iter().any(catches_group),
        other => catches_group(other),
    };
    if wrong {
        return Err(type_error("catching ExceptionGroup with except* is not allowed. Use except instead."));
    }
    let is_group = exc.is_a(group);
    if exception_types::exception_matches(i, exc, pattern)? {
        if is_group {
            return Ok((exc.value(), Value::None));
        }
        let only = vec![exc.clone()];
        let wrapped = new_group(group_class(&only), known::EMPTY.value(), only);
        let items = Value::tuple([exc.value()]);
        wrapped.data().args.replace(super::containers::Tuple::new(vec![known::EMPTY.value(), items]));
        return Ok((wrapped.value(), Value::None));
    }
    if !is_group {
        return Ok((Value::None, exc.value()));
    }
    let method = get_attr_now(i, &exc.value(), Symbol::new("split"))?;
    match i.call(&method, Args::one(pattern.clone()))? {
        Value::Tuple(pair) if pair.items.len() >= 2 => Ok((pair.items[0].clone(), pair.items[1].clone())),
        Value::Tuple(pair) => Err(type_error(format!(
            "{}.split must return a 2-tuple, got tuple of size {}",
            exc.class().name(),
            pair.items.len()
        ))),
        other => {
            Err(type_error(format!("{}.split must return a tuple, not {}", exc.class().name(), type_name(&other))))
        }
    }
}

/// What is raised after the `except*` clauses: `raised` holds what they raised and what they left over. None: nothing.
/// (`_PyExc_PrepReraiseStar`)
pub fn prep_reraise_star(i: &mut dyn Interp, original: &Exc, raised: &[Value]) -> PyResult {
    let given: Vec<Exc> = raised.iter().filter_map(Exc::from_value).collect();
    if given.is_empty() {
        return Ok(Value::None);
    }
    if !original.is_a(&types().base_exception_group) {
        // What was caught was no group: at most one exception comes out.
        return Ok(given[0].value());
    }
    let (reraised, mut new): (Vec<Exc>, Vec<Exc>) = given.into_iter().partition(|e| same_origin(e, original));
    let mut leaves = Vec::new();
    for exc in &reraised {
        collect_leaves(exc, &mut leaves);
    }
    let back = if reraised.is_empty() { None } else { split(i, original, &Matcher::Leaves(&leaves))?.0 };
    if new.is_empty() {
        return Ok(optional(back));
    }
    new.extend(back);
    if let [one] = new.as_slice() {
        return Ok(one.value());
    }
    Ok(new_group(group_class(&new), known::EMPTY.value(), new).value())
}

/// Whether a part was split off the original and raised again as it is (`is_same_exception_metadata`).
fn same_origin(exc: &Exc, original: &Exc) -> bool {
    if !exc.is_a(&types().base_exception_group) {
        return false;
    }
    let (a, b) = (exc.data(), original.data());
    let same_link = |x: &Option<Exc>, y: &Option<Exc>| match (x, y) {
        (None, None) => true,
        (Some(x), Some(y)) => x.is_same(y),
        _ => false,
    };
    let same_traceback = match (&*a.traceback.borrow(), &*b.traceback.borrow()) {
        (None, None) => true,
        (Some(x), Some(y)) => Rc::ptr_eq(x, y),
        _ => false,
    };
    same_traceback
        && same_link(&a.context.borrow(), &b.context.borrow())
        && same_link(&a.cause.borrow(), &b.cause.borrow())
}

fn collect_leaves(exc: &Exc, leaves: &mut Vec<Exc>) {
    match exceptions_of(exc) {
        Some(inner) => inner.iter().for_each(|e| collect_leaves(e, leaves)),
        None => leaves.push(exc.clone()),
    }
}

fn method(args: Args, name: &str) -> PyResult<(Exc, Value)> {
    let (exc, args) = receiver(args)?;
    let [argument] = args.exactly(&format!("BaseExceptionGroup.{name}"))?;
    Ok((exc, argument))
}

/// Fills BaseExceptionGroup.
#[inline(never)]
pub fn install(t: &'static Types) {
    t.base_exception_group.make.set(make);
    t.exception_group.make.set(make);
    super::exception_members::group_members(t);
    NativeClass::extend(&t.base_exception_group)
        .sync("__init__", |_, args| {
            let (exc, args) = receiver(args)?;
            exception_types::no_keywords(&exc, &args)?;
            super::exception_members::set_args(&exc, &args);
            Ok(Value::None)
        })
        .sync("__str__", |i, args| {
            let (exc, _) = receiver(args)?;
            let message = exc.data().members.borrow().get(known::MESSAGE).cloned().unwrap_or(Value::None);
            let count = exceptions_of(&exc).map_or(0, |e| e.len());
            let plural = if count == 1 { "" } else { "s" };
            let text = ops::str_text(i, &message)?;
            let mut shown = text.data.clone();
            shown.push_py(&format!(" ({count} sub-exception{plural})").into());
            Ok(shown.into())
        })
        .sync("derive", |i, args| {
            let (exc, exceptions) = method(args, "derive")?;
            let message = exc.data().members.borrow().get(known::MESSAGE).cloned().unwrap_or(Value::None);
            make(i, &types().base_exception_group, &Args::from([message, exceptions]))
        })
        .sync("split", |i, args| {
            let (exc, condition) = method(args, "split")?;
            let (matched, rest) = split(i, &exc, &Matcher::new(&condition)?)?;
            Ok(Value::tuple([optional(matched), optional(rest)]))
        })
        .sync("subgroup", |i, args| {
            let (exc, condition) = method(args, "subgroup")?;
            Ok(optional(split(i, &exc, &Matcher::new(&condition)?)?.0))
        })
        .class_method("__class_getitem__", |_, args| Ok(Flow::Done(args.values[0].clone())));
}
