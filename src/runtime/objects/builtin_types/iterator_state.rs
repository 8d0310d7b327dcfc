//! How the built-ins' iterators are copied and pickled: `__reduce__` and `__setstate__`.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::containers::Range;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::interp::Interp;
use crate::objects::iter::{Iter, IterKind, Pieces};
use crate::objects::ops;
use crate::objects::types::{type_name, types};
use crate::objects::value::Value;

/// What a fresh iterator of the same class would go over, and what this one has left.
fn pieces(iter: &Rc<Iter>) -> Option<Pieces> {
    let at = |sequence: Value, index: usize| Some(Pieces::At(sequence, index));
    match &iter.kind {
        IterKind::List { list, index } => at(Value::List(list.clone()), index.get()),
        IterKind::Tuple { tuple, index } => at(Value::Tuple(tuple.clone()), index.get()),
        IterKind::Str { string, index } => at(Value::Str(string.clone()), index.get()),
        IterKind::Range { next, step, left } => {
            let (start, step) = (next.get(), *step);
            let stop = start.saturating_add((left.get() as i64).saturating_mul(step));
            Some(Pieces::Rest(Value::Range(Rc::new(Range { header: Default::default(), start, stop, step }))))
        }
        IterKind::Dict { dict, what, index, left, .. } => {
            let (mut rest, mut at) = (Vec::new(), index.get());
            while rest.len() < left.get()
                && let Some((next, item)) = dict.next_part(at, *what)
            {
                rest.push(item);
                at = next;
            }
            Some(Pieces::Items(rest))
        }
        IterKind::Set { set, index, .. } => {
            let (mut rest, mut at) = (Vec::new(), index.get());
            while let Some((next, item)) = set.next_item(at) {
                rest.push(item);
                at = next;
            }
            Some(Pieces::Items(rest))
        }
        IterKind::Native(state) => state.try_borrow().ok()?.pieces(),
    }
}

/// An empty one of what it went over.
fn nothing(iter: &Iter) -> Value {
    match &iter.kind {
        IterKind::List { .. } | IterKind::Dict { .. } | IterKind::Set { .. } => Value::list(Vec::new()),
        IterKind::Str { .. } => "".into(),
        _ if Rc::ptr_eq(&iter.class, &types().list_reverse_iterator) => Value::list(Vec::new()),
        _ if iter.class.name().starts_with("dict") => Value::list(Vec::new()),
        _ => Value::tuple([]),
    }
}

/// `__reduce__`
#[cold]
#[inline(never)]
pub fn reduce(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__reduce__")?;
    let Value::Iter(iter) = this.plain() else { return Err(cannot(&this)) };
    let found = pieces(iter);
    // One that has ended may have let go of what it went over.
    let Some(pieces) = found.or_else(|| iter.exhausted.get().then(|| Pieces::Items(Vec::new()))) else {
        return Err(cannot(&this));
    };
    let backwards = [&types().list_reverse_iterator, &types().reversed].iter().any(|c| Rc::ptr_eq(c, &iter.class));
    let maker = match backwards {
        true => Value::Type(types().reversed.clone()),
        false => crate::objects::module::from_library(i, "builtins", "iter")?,
    };
    Ok(match pieces {
        Pieces::Of(parts) => Value::tuple([Value::Type(iter.class.clone()), Value::tuple(parts)]),
        Pieces::Strict(parts) => {
            Value::tuple([Value::Type(iter.class.clone()), Value::tuple(parts), Value::Bool(true)])
        }
        Pieces::Rest(range) => Value::tuple([maker, Value::tuple([range]), Value::None]),
        _ if iter.exhausted.get() => Value::tuple([maker, Value::tuple([nothing(iter)])]),
        Pieces::At(sequence, index) => Value::tuple([maker, Value::tuple([sequence]), index.into()]),
        Pieces::Backwards(_, 0) => Value::tuple([maker, Value::tuple([nothing(iter)])]),
        Pieces::Backwards(sequence, end) => Value::tuple([maker, Value::tuple([sequence]), (end - 1).into()]),
        Pieces::Items(items) => Value::tuple([maker, Value::tuple([Value::list(items)])]),
        Pieces::Call(callable, sentinel) => Value::tuple([maker, Value::pair(callable, sentinel)]),
    })
}

fn cannot(value: &Value) -> crate::objects::Exc {
    type_error(format!("cannot pickle '{}' object", type_name(value)))
}

/// `__setstate__`: where the next item stands.
#[cold]
#[inline(never)]
pub(super) fn set_state(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, state] = args.exactly("__setstate__")?;
    let Value::Iter(iter) = this.plain() else { return Ok(Value::None) };
    if Rc::ptr_eq(&iter.class, &types().zip) {
        let strict = ops::is_true(i, &state)?;
        if let IterKind::Native(native) = &iter.kind {
            native.borrow_mut().set_place(strict as i64);
        }
        return Ok(Value::None);
    }
    let at = ops::ssize(i, &state)?;
    let clamped = |len: usize| usize::try_from(at).unwrap_or(0).min(len);
    match &iter.kind {
        IterKind::List { list, index } => index.set(clamped(list.items.borrow().len())),
        IterKind::Tuple { tuple, index } => index.set(clamped(tuple.items.len())),
        IterKind::Str { string, index } => index.set(clamped(string.data.len())),
        IterKind::Range { next, step, left } => {
            let steps = (at.max(0) as u64).min(left.get());
            next.set(next.get().wrapping_add(steps as i64 * step));
            left.set(left.get() - steps);
        }
        IterKind::Native(native) => native.borrow_mut().set_place(at),
        IterKind::Dict { .. } | IterKind::Set { .. } => {}
    }
    Ok(Value::None)
}
