//! Taking all items of an iterable.

use std::rc::Rc;

use super::item::{asks_length, length_asked};
use super::iterate::{at_once, is_iterator, iter};
use super::special::has_methods;
use super::taking::{Items, next_not_taken, take_all};
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::value::Value;

/// All items of an iterable, in native async code.
pub async fn collect(cx: &Cx, iterable: &Value) -> PyResult<Vec<Value>> {
    if let Some(items) = cx.enter(|i| at_once(i, iterable))? {
        return Ok(items);
    }
    if let Value::Range(range) = iterable {
        cx.enter(|i| super::reserve(i, range.len().saturating_mul(16)))?;
    }
    let iterator = cx.run(|i| iter(i, iterable)).await?;
    collect_rest(cx, &iterator).await
}

/// All items of an iterable, as where CPython makes a list or a tuple of them: a program's class is asked how many there
/// are (`list_extend`).
pub async fn collect_sized(cx: &Cx, iterable: &Value) -> PyResult<Vec<Value>> {
    if !super::special::has_methods(iterable) {
        return collect(cx, iterable).await;
    }
    let iterator = cx.run(|i| iter(i, iterable)).await?;
    super::item::ask_length(cx, iterable).await?;
    collect_rest(cx, &iterator).await
}

/// What an iterator still has, in native async code.
pub async fn collect_rest(cx: &Cx, iterator: &Value) -> PyResult<Vec<Value>> {
    let items = Rc::new(Items::default());
    while let Some(item) = next_not_taken(cx, iterator, &items).await? {
        items.take(item);
    }
    Ok(items.0.take())
}

/// What is made of the items. One kind for all that collect, so that what collects exists once.
type Make = Box<dyn FnOnce(&mut dyn Interp, Vec<Value>) -> PyResult<Flow>>;

/// What is made of all items of an iterable, which are collected as by [`collect_sized`]: at once if none of them takes
/// Python code.
pub fn gather(
    i: &mut dyn Interp,
    iterable: &Value,
    make: impl FnOnce(&mut dyn Interp, Vec<Value>) -> PyResult<Flow> + 'static,
) -> PyResult<Flow> {
    if let Some(items) = at_once(i, iterable)? {
        return make(i, items);
    }
    gather_one_by_one(i, iterable, Box::new(make))
}

fn gather_one_by_one(i: &mut dyn Interp, iterable: &Value, make: Make) -> PyResult<Flow> {
    if !has_methods(iterable) {
        return gather_rest(i, iterable, make);
    }
    let asked = asks_length(iterable).then(|| iterable.clone());
    iter(i, iterable)?.then(i, move |i, iterator| match asked {
        None => gather_rest(i, &iterator, make),
        Some(asked) => length_asked(i, &asked, Box::new(move |i| gather_rest(i, &iterator, make))),
    })
}

/// As [`gather`], where nobody is asked how many there are.
pub fn gather_unsized(
    i: &mut dyn Interp,
    iterable: &Value,
    make: impl FnOnce(&mut dyn Interp, Vec<Value>) -> PyResult<Flow> + 'static,
) -> PyResult<Flow> {
    if let Some(items) = at_once(i, iterable)? {
        return make(i, items);
    }
    let make: Make = Box::new(make);
    iter(i, iterable)?.then(i, |i, iterator| gather_rest(i, &iterator, make))
}

/// As [`gather`], of what is not all at hand.
fn gather_rest(i: &mut dyn Interp, iterable: &Value, make: Make) -> PyResult<Flow> {
    if has_methods(iterable) || is_iterator(iterable) {
        let items = Rc::new(Items::default());
        return take_all(i, iterable.clone(), items.clone(), move |i, _| make(i, items.0.take()));
    }
    let (cx, iterable) = (i.cx(), iterable.clone());
    Ok(Flow::frame(async move {
        let items = collect_sized(&cx, &iterable).await?;
        cx.run(|i| make(i, items)).await
    }))
}
