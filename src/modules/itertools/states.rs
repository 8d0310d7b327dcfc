//! How itertools' iterators are copied and pickled: `__reduce__` and `__setstate__`.

use std::cell::Cell;
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::containers::List;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::iter::{Iter, IterKind, Pieces};
use crate::objects::{Interp, Value, ops, type_name, types, warnings};

fn warn_of_copies(i: &mut dyn Interp) -> PyResult<()> {
    let text = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
    warnings::warn(i, &types().deprecation_warning, text, None)
}

/// What makes such an iterator again.
pub(super) fn pieces(value: &Value) -> Option<Vec<Value>> {
    let Value::Iter(iter) = value.plain() else { return None };
    let IterKind::Native(state) = &iter.kind else { return None };
    match state.try_borrow().ok()?.pieces() {
        Some(Pieces::Of(parts)) => Some(parts),
        _ => None,
    }
}

/// An iterator over these.
pub(super) fn iterator_over(items: Vec<Value>) -> Value {
    let kind = IterKind::List { list: List::new(items), index: Cell::new(0) };
    Iter::new(types().list_iterator.clone(), kind)
}

/// `__reduce__`
#[cold]
pub(super) fn reduce(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__reduce__")?;
    warn_of_copies(i)?;
    let cannot = || type_error(format!("cannot pickle '{}' object", type_name(&this)));
    let Value::Iter(iter) = this.plain() else { return Err(cannot()) };
    let parts = pieces(&this).ok_or_else(cannot)?;
    let state = match &iter.kind {
        IterKind::Native(state) => state.try_borrow().map_err(|_| cannot())?.state(),
        _ => None,
    };
    let class = Value::Type(iter.class.clone());
    let whole = [class, Value::tuple(parts)].into_iter().chain(state);
    Ok(Value::tuple(whole.collect::<Vec<_>>()))
}

/// That of `accumulate`: what stands before the iterator's items is put in front of them. `chain` and `islice` are the
/// classes of these names.
#[cold]
pub(super) fn reduce_accumulate(i: &mut dyn Interp, args: Args, chain: &Rc<Class>, islice: &Rc<Class>) -> PyResult {
    let reduced = reduce(i, args)?;
    let Value::Tuple(whole) = &reduced else { return Ok(reduced) };
    let [class, Value::Tuple(parts), state @ ..] = &*whole.items else { return Ok(reduced) };
    let mut chained = |first: &Value, iterator: &Value| {
        let parts = Args::positional([Value::tuple([first.clone()]), iterator.clone()]);
        i.call(&Value::Type(chain.clone()), parts)
    };
    match (&*parts.items, state) {
        ([iterator, function, initial], _) => {
            let iterator = chained(initial, iterator)?;
            Ok(Value::tuple([class.clone(), Value::pair(iterator, function.clone()), Value::None]))
        }
        ([iterator, function], [Value::None]) => {
            let iterator = chained(&Value::None, iterator)?;
            let again = i.call(class, Args::positional([iterator, function.clone()]))?;
            let parts = Value::tuple([again, Value::Int(1), Value::None]);
            Ok(Value::pair(Value::Type(islice.clone()), parts))
        }
        (_, []) => Ok(Value::tuple([class.clone(), Value::Tuple(parts.clone()), Value::None])),
        _ => Ok(reduced.clone()),
    }
}

/// `__setstate__`
#[cold]
pub(super) fn set_state(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, state] = args.exactly("__setstate__")?;
    warn_of_copies(i)?;
    if let Value::Iter(iter) = this.plain()
        && let IterKind::Native(native) = &iter.kind
        && let Ok(mut native) = native.try_borrow_mut()
    {
        native.set_state(i, &state)?;
        iter.exhausted.set(false);
    }
    Ok(Value::None)
}

/// The items of a state.
pub(super) fn tuple(state: &Value) -> PyResult<&[Value]> {
    match state.plain() {
        Value::Tuple(items) => Ok(&items.items),
        _ => Err(type_error("state is not a tuple")),
    }
}

/// A number that is not below zero.
pub(super) fn number(i: &mut dyn Interp, state: &Value) -> PyResult<usize> {
    match state.plain() {
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => Ok(ops::size(ops::ssize(i, state)?.max(0))),
        _ => Err(type_error("an integer is required")),
    }
}

pub(super) fn parts<const N: usize>(state: &Value) -> PyResult<[Value; N]> {
    let items = tuple(state)?;
    <[Value; N]>::try_from(items.to_vec()).map_err(|_| wrong_count(items.len(), N, N))
}

/// What is said of a state of so many items.
pub(super) fn wrong_count(given: usize, least: usize, most: usize) -> Exc {
    let (how, wanted) = match given {
        _ if least == most => ("exactly", most),
        _ if given < least => ("at least", least),
        _ => ("at most", most),
    };
    let ending = if wanted == 1 { "" } else { "s" };
    type_error(format!("function takes {how} {wanted} argument{ending} ({given} given)"))
}
