//! What sets' methods do with iterables whose items are not at hand: each is dealt with as it comes, so that a generator
//! sees what became of those before it, and these stay if it fails.

use std::rc::Rc;

use super::set::add_common;
use crate::objects::containers::Set;
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::lookup::{self, Table, Use};
use crate::objects::ops::{self, BinaryOp};
use crate::objects::value::Value;

/// The set that takes items whose hash is plain.
struct Adding(Rc<Set>);

impl Taker for Adding {
    fn take(&self, item: Value) -> Option<Value> {
        (!self.0.add_plain(&item)).then_some(item)
    }
}

/// Adds what an iterator gives to a set and makes something of it.
pub(super) fn add_all(
    i: &mut dyn Interp,
    set: Rc<Set>,
    iterator: Value,
    then: Box<dyn FnOnce(Rc<Set>) -> Value>,
) -> PyResult<Flow> {
    let adding = Rc::new(Adding(set.clone()));
    ops::take_all(i, iterator.clone(), adding.clone(), move |i, next| {
        if next.is_none() {
            return Ok(then(set).into());
        }
        let cx = i.cx();
        Ok(Flow::frame(async move {
            add_on(&cx, &adding, &iterator, next).await?;
            Ok(then(set))
        }))
    })
}

/// Adds the item that is given, and the rest of them.
async fn add_on(cx: &Cx, adding: &Rc<Adding>, iterator: &Value, mut next: Option<Value>) -> PyResult<()> {
    while let Some(item) = next {
        cx.run(|i| lookup::begin(i, Table::Set(adding.0.clone()), &item, Use::Add)).await?;
        next = ops::next_not_taken(cx, iterator, adding).await?;
    }
    Ok(())
}

/// A new set of what an iterable gives.
pub(super) async fn set_of(cx: &Cx, iterable: &Value) -> PyResult<Rc<Set>> {
    let iterator = cx.run(|i| ops::iter(i, iterable)).await?;
    let adding = Rc::new(Adding(Set::new(false)));
    let first = ops::next_not_taken(cx, &iterator, &adding).await?;
    add_on(cx, &adding, &iterator, first).await?;
    Ok(adding.0.clone())
}

/// `update` (`Or`), `intersection` (`And`) and `difference_update` (`Sub`) of one operand: gives the set that comes to be.
pub(super) async fn combine(cx: &Cx, set: &Rc<Set>, iterable: &Value, op: BinaryOp) -> PyResult<Rc<Set>> {
    let iterator = cx.run(|i| ops::iter(i, iterable)).await?;
    let result = if op == BinaryOp::And { Set::new(set.frozen) } else { set.clone() };
    while let Some(item) = ops::next_item(cx, &iterator).await? {
        let goes_on = cx.enter(|i| {
            let hash = ops::hash(i, &item)?;
            match op {
                BinaryOp::And => return add_common(i, set, &result, item, hash),
                BinaryOp::Sub => result.remove_hashed(i, &item, hash)?,
                _ => result.add_hashed(i, item, hash)?,
            };
            Ok(true)
        })?;
        if !goes_on {
            break;
        }
    }
    if op == BinaryOp::Sub {
        result.drop_dummies();
    }
    Ok(result)
}
