//! Making `zip`, `map`, `filter`, `enumerate` and `reversed`; the methods that all iterators have.

use std::rc::Rc;

use super::iterators::{Enumerate, Iterators, Map, Zip, native};
use super::reversed::{reversed_exact, reversed_sequence};
use super::sifting::{Sieve, Sifted};
use crate::objects::args::Args;
use crate::objects::bind::unexpected_keyword;
use crate::objects::class::{Class, class_flag};
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, stop_iteration, type_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::iter::IterKind;
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, Next, special::own};
use crate::objects::symbol::known;
use crate::objects::types::{Types, type_name, type_of};
use crate::objects::value::Value;

/// The class in front of the arguments of a `__new__`.
pub fn class_of(args: &mut Args) -> PyResult<Rc<Class>> {
    match args.take_first() {
        Some(Value::Type(class)) => Ok(class),
        _ => Err(type_error("__new__(X): X is not a type object")),
    }
}

/// As [`class_of`], of a class that takes no keywords: those of a subclass are for an `__init__` of its own.
pub fn class_without_keywords(args: &mut Args) -> PyResult<Rc<Class>> {
    let class = class_of(args)?;
    if class.overrides(known::INIT) {
        args.drop_keywords();
    }
    Ok(class)
}

/// Makes something of the iterators of these values.
pub fn with_iterators(
    i: &mut dyn Interp,
    values: &[Value],
    make: impl FnOnce(Vec<Value>) -> Value + 'static,
) -> PyResult<Flow> {
    let mut iterators = Vec::with_capacity(values.len());
    match first_iterators(i, values, &mut iterators)? {
        None => Ok(Flow::Done(make(iterators))),
        Some(flow) => {
            let rest = values[iterators.len() + 1..].to_vec();
            Ok(other_iterators(i.cx(), iterators, flow, rest, Box::new(make)))
        }
    }
}

/// The iterators that are had at once; what comes to the first of the others, if there is one.
fn first_iterators(i: &mut dyn Interp, values: &[Value], iterators: &mut Vec<Value>) -> PyResult<Option<Flow>> {
    for value in values {
        match ops::iter(i, value)? {
            Flow::Done(iterator) => iterators.push(iterator),
            flow => return Ok(Some(flow)),
        }
    }
    Ok(None)
}

fn other_iterators(
    cx: Cx,
    mut iterators: Vec<Value>,
    flow: Flow,
    rest: Vec<Value>,
    make: Box<dyn FnOnce(Vec<Value>) -> Value>,
) -> Flow {
    Flow::frame(async move {
        iterators.push(cx.finish(Ok(flow)).await?);
        for value in rest {
            iterators.push(cx.run(|i| ops::iter(i, &value)).await?);
        }
        Ok(make(iterators))
    })
}

fn new_zip(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let mut strict = false;
    if args.keyword_count() > 1 {
        let given = args.keyword_count();
        return Err(type_error(format!("zip() takes at most 1 keyword argument ({given} given)")));
    }
    for (name, value) in args.keywords().map(|(n, v)| (n, v.clone())).collect::<Vec<_>>() {
        if &*name.text() != "strict" {
            return Err(unexpected_keyword("zip", &name.text(), &["strict"]));
        }
        strict = ops::is_true(i, &value)?;
    }
    let values = args.positional_values().to_vec();
    with_iterators(i, &values, move |iterators| native(&class, Zip { iterators: Iterators::from(iterators), strict }))
}

fn new_map(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    args.no_keywords("map")?;
    let [function, values @ ..] = args.positional_values() else {
        return Err(type_error("map() must have at least two arguments."));
    };
    if values.is_empty() {
        return Err(type_error("map() must have at least two arguments."));
    }
    let function = function.clone();
    with_iterators(i, values, move |iterators| native(&class, Map { function, iterators: Iterators::from(iterators) }))
}

fn new_filter(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_without_keywords(&mut args)?;
    let [function, iterable] = args.exactly("filter")?;
    with_iterators(i, &[iterable], move |mut iterators| {
        native(&class, Sifted::new(function, iterators.remove(0), Sieve::Accepted))
    })
}

fn new_enumerate(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    if !class.flag(class_flag::HEAP) {
        check_enumerate(&args)?;
    }
    let [iterable, start] = args.bind_in_c("enumerate", &["iterable", "start"], 1)?;
    let count = if start.is_unset() { Value::Int(0) } else { ops::to_int(i, &start)? };
    with_iterators(i, &[iterable], move |mut iterators| {
        native(&class, Enumerate { iterator: iterators.remove(0), count: Rc::new(count.into()) })
    })
}

/// What the class itself, which is called in a way of its own, says of its arguments (`enumerate_vectorcall`).
fn check_enumerate(args: &Args) -> PyResult<()> {
    let (given, names) = (args.positional_count(), args.keywords().map(|(name, _)| name.text()).collect::<Vec<_>>());
    let wanted: &[&str] = match (given, names.len()) {
        (_, 0) if matches!(given, 1 | 2) => return Ok(()),
        (0, 1) => &["iterable"],
        (1, 1) => &["start"],
        (0, 2) if &*names[0] == "start" => &["start", "iterable"],
        (0, 2) => &["iterable", "start"],
        (0, _) => return Err(type_error("enumerate() missing required argument 'iterable'")),
        (_, by_name) => {
            return Err(type_error(format!("enumerate() takes at most 2 arguments ({} given)", given + by_name)));
        }
    };
    match names.iter().zip(wanted).find(|(name, wanted)| ***name != ***wanted) {
        Some((name, _)) => Err(type_error(format!("'{name}' is an invalid keyword argument for enumerate()"))),
        None => Ok(()),
    }
}

fn new_reversed(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    class_without_keywords(&mut args)?;
    let [value] = args.between("reversed", 1)?;
    reversed(i, &value)
}

/// `reversed(value)`
pub fn reversed(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    if let Some(iterator) = reversed_exact(value) {
        return Ok(Flow::Done(iterator));
    }
    let class = type_of(value);
    match own(&class, known::REVERSED) {
        Some(Value::None) => {}
        Some(method) if ops::special::is_wrapper(&method) => {
            if let Some(iterator) = reversed_exact(value.plain()) {
                return Ok(Flow::Done(iterator));
            }
        }
        Some(method) => return ops::special::call_found(i, &method, value, Args::none()),
        None if ops::has_items(&class) && !matches!(value.plain(), Value::Dict(_)) => {
            let (cx, value) = (i.cx(), value.clone());
            return match ops::len(i, &value)? {
                Flow::Done(len) => Ok(Flow::Done(reversed_sequence(&value, ops::size(len.as_int().unwrap_or(0))))),
                flow => Ok(Flow::frame(async move {
                    let len = cx.finish(Ok(flow)).await?;
                    Ok(reversed_sequence(&value, ops::size(len.as_int().unwrap_or(0))))
                })),
            };
        }
        None => {}
    }
    Err(type_error(format!("'{}' object is not reversible", type_name(value))))
}

fn next(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this] = args.exactly("__next__")?;
    match this.plain() {
        own @ Value::Iter(_) => match ops::next(i, own)? {
            Next::Item(item) => Ok(Flow::Done(item)),
            Next::End => Err(stop_iteration(Value::None)),
            Next::Flow(flow) => Ok(flow),
        },
        _ => Err(type_error(format!("'{}' object is not an iterator", type_name(&this)))),
    }
}

/// `__length_hint__`
pub fn length_hint(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__length_hint__")?;
    if let Value::Iter(iter) = this.plain()
        && let IterKind::Native(native) = &iter.kind
        && let Ok(Some(sequence)) = native.try_borrow().map(|native| native.outlasts().cloned())
    {
        let flow = ops::len(i, &sequence)?;
        let long = i.finish(flow)?.as_int().unwrap_or_default();
        let left = if iter.exhausted.get() { Some(0) } else { ops::iterate::remaining(iter) };
        return Ok(left.filter(|left| *left as i64 <= long).unwrap_or(0).into());
    }
    Ok(match this.plain() {
        Value::Iter(iter) => ops::iterate::remaining(iter).map_or(Value::NotImplemented, Value::from),
        _ => Value::NotImplemented,
    })
}

/// Gives a class of iterators `__iter__` and `__next__`.
pub fn iterator_methods(class: &Rc<Class>) {
    NativeClass::extend(class)
        .method("__iter__", |_, mut args| Ok(Flow::Done(args.take_receiver())))
        .method("__next__", next);
}

/// Fills the classes of iterators.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    for class in [
        &t.list_iterator,
        &t.list_reverse_iterator,
        &t.tuple_iterator,
        &t.range_iterator,
        &t.longrange_iterator,
        &t.str_iterator,
        &t.str_ascii_iterator,
        &t.bytes_iterator,
        &t.bytearray_iterator,
        &t.dict_key_iterator,
        &t.dict_value_iterator,
        &t.dict_item_iterator,
        &t.dict_reverse_key_iterator,
        &t.dict_reverse_value_iterator,
        &t.dict_reverse_item_iterator,
        &t.odict_iterator,
        &t.set_iterator,
        &t.sequence_iterator,
        &t.callable_iterator,
        &t.enumerate,
        &t.zip,
        &t.map,
        &t.filter,
        &t.reversed,
    ] {
        iterator_methods(class);
        let name = class.name();
        let knows_its_rest =
            !matches!(&*name, "callable_iterator" | "odict_iterator" | "enumerate" | "zip" | "map" | "filter");
        let mut methods = NativeClass::extend(class).sync("__reduce__", super::iterator_state::reduce);
        if knows_its_rest {
            methods = methods.sync("__length_hint__", length_hint);
        }
        if knows_its_rest && !name.starts_with("dict") && !name.starts_with("set") || &*name == "zip" {
            methods.sync("__setstate__", super::iterator_state::set_state);
        }
    }
    iterator_methods(&t.memory_iterator);
    for class in [&t.context_keys, &t.context_values, &t.context_items] {
        iterator_methods(class);
        NativeClass::extend(class).method("__len__", |i, mut args| ops::len(i, &args.take_receiver()));
    }
    NativeClass::extend(&t.zip).new_method(new_zip);
    NativeClass::extend(&t.map).new_method(new_map);
    NativeClass::extend(&t.filter).new_method(new_filter);
    NativeClass::extend(&t.enumerate).new_method(new_enumerate);
    NativeClass::extend(&t.reversed).new_method(new_reversed);
}
