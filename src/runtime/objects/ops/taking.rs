//! What native functions do with all items of an iterable where these come of a generator of the program, the usual
//! argument of `sum`, `any`, `list` and `join`: they take them as they come ([`Taker`]).

use std::cell::RefCell;
use std::rc::Rc;

use super::iterate::CHUNK;
use super::next_item;
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::PyResult;
use crate::objects::generator::{GeneratorKind, Step};
use crate::objects::iter::IterKind;
use crate::objects::value::Value;

/// The next item that `taker` does not take, in native async code; `None` at the end. All items of what is no generator
/// of the program are such.
pub async fn next_not_taken<T: Taker + 'static>(cx: &Cx, iterator: &Value, taker: &Rc<T>) -> PyResult<Option<Value>> {
    match iterator {
        Value::Generator(generator) if generator.kind == GeneratorKind::Generator => {
            match cx.take(generator, taker.clone()).await {
                Step::Yield(item) => Ok(Some(item)),
                Step::Return(_) => Ok(None),
                Step::Raise(exc) => Err(exc),
            }
        }
        // What runs no Python.
        Value::Iter(iter) if !matches!(iter.kind, IterKind::Native(_)) => {
            for taken in 0..CHUNK {
                let Some(item) = iter.step()? else {
                    cx.enter(|i| i.charge(taken as u64 / 4));
                    return Ok(None);
                };
                if let Some(item) = taker.take(item) {
                    return Ok(Some(item));
                }
            }
            super::breathe(cx, CHUNK / 4).await?;
            next_item(cx, iterator).await
        }
        iterator => next_item(cx, iterator).await,
    }
}

/// All items that come.
#[derive(Default)]
struct Items(RefCell<Vec<Value>>);

impl Taker for Items {
    fn take(&self, item: Value) -> Option<Value> {
        self.0.borrow_mut().push(item);
        None
    }
}

/// What a generator still has.
pub(super) async fn all_of(cx: &Cx, generator: &Value) -> PyResult<Vec<Value>> {
    let items = Rc::new(Items::default());
    while let Some(item) = next_not_taken(cx, generator, &items).await? {
        items.take(item);
    }
    Ok(items.0.take())
}
