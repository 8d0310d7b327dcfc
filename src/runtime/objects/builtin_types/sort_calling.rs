//! Sorting by a `__lt__` of the program: each comparison begins where the one before has returned.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::sort::Sorted;
use super::timsort::Timsort;
use crate::objects::cx::Cx;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, CompareOp};
use crate::objects::then::Then;
use crate::objects::types::type_of;
use crate::objects::value::Value;

/// A sort and where it stands.
struct Sorting {
    sort: RefCell<Timsort>,
    keys: Vec<Value>,
    /// All are of one class: a method that does not know is then asked once more (`unsafe_object_compare`).
    alike: bool,
    /// The comparison that is made now.
    pair: Cell<(usize, usize)>,
    compared: Cell<usize>,
    left: Cell<Left>,
}

/// Why the comparing has stopped.
#[derive(Default)]
enum Left {
    #[default]
    Sorted,
    /// Others are to have their turn.
    Pause,
    /// The truth of what this comes to is the answer.
    Answer(Flow),
}

/// Takes the answers.
struct Comparing(Rc<Sorting>);

impl Comparing {
    fn stop(&self, left: Left) -> PyResult<Flow> {
        self.0.left.set(left);
        Ok(Value::None.into())
    }

    /// Compares until a Python function is called.
    fn go_on(self: Box<Comparing>, i: &mut dyn Interp) -> PyResult<Flow> {
        loop {
            let question = self.0.sort.borrow_mut().question();
            let Some((a, b)) = question else { return self.stop(Left::Sorted) };
            self.0.pair.set((a, b));
            let compared = self.0.compared.get() + 1;
            self.0.compared.set(compared);
            if compared.is_multiple_of(ops::iterate::CHUNK) {
                return self.stop(Left::Pause);
            }
            let (a, b) = (&self.0.keys[a], &self.0.keys[b]);
            // A Python function is called as it stands.
            if let Some(first) = ops::first_comparison(CompareOp::Lt, a, b) {
                return Flow::of_positional(i, &first, [a.clone(), b.clone()]).and_then(i, self);
            }
            match ops::compare(i, CompareOp::Lt, a, b)? {
                Flow::Done(Value::Bool(less)) => self.0.sort.borrow_mut().answer(less),
                flow @ (Flow::Then(_) | Flow::Enter(_)) => return flow.and_then(i, self),
                flow => return self.stop(Left::Answer(flow)),
            }
        }
    }
}

impl Then for Comparing {
    fn value(self: Box<Comparing>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        let less = match answer {
            Value::Bool(less) => less,
            Value::NotImplemented => {
                let (a, b) = self.0.pair.get();
                let (a, b) = (&self.0.keys[a], &self.0.keys[b]);
                let flow = match self.0.alike {
                    true => ops::compare(i, CompareOp::Lt, a, b)?,
                    false => ops::compare_otherwise(i, CompareOp::Lt, a, b)?,
                };
                return self.stop(Left::Answer(flow));
            }
            answer => match ops::truth_of(i, answer)? {
                Flow::Done(Value::Bool(less)) => less,
                flow => return self.stop(Left::Answer(flow)),
            },
        };
        self.0.sort.borrow_mut().answer(less);
        self.go_on(i)
    }

    fn later(self: Box<Comparing>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        let (a, b) = self.0.pair.get();
        let (a, b) = (self.0.keys[a].clone(), self.0.keys[b].clone());
        let flow = flow.then(i, move |i, answer| match answer {
            Value::NotImplemented => ops::compare_otherwise(i, CompareOp::Lt, &a, &b),
            answer => Ok(answer.into()),
        })?;
        self.stop(Left::Answer(flow))
    }
}

/// Sorts by `__lt__`, which may be Python code.
pub(super) async fn merge_sort(cx: &Cx, keys: &[Value], reverse: bool) -> Sorted {
    let sorting = Rc::new(Sorting {
        sort: RefCell::new(Timsort::new(keys.len(), reverse)),
        keys: keys.to_vec(),
        alike: keys.windows(2).all(|two| Rc::ptr_eq(&type_of(&two[0]), &type_of(&two[1]))),
        pair: Cell::default(),
        compared: Cell::new(0),
        left: Cell::default(),
    });
    let result = go_on(cx, &sorting).await;
    let finished = sorting.sort.replace(Timsort::new(0, false));
    (finished.order(), result)
}

async fn go_on(cx: &Cx, sorting: &Rc<Sorting>) -> PyResult<()> {
    loop {
        let comparing = Box::new(Comparing(sorting.clone()));
        cx.run(|i| comparing.go_on(i)).await?;
        let flow = match sorting.left.take() {
            Left::Sorted => return Ok(()),
            Left::Answer(flow) => flow,
            Left::Pause => {
                ops::breathe(cx, ops::iterate::CHUNK).await?;
                let (a, b) = sorting.pair.get();
                cx.enter(|i| ops::compare(i, CompareOp::Lt, &sorting.keys[a], &sorting.keys[b]))?
            }
        };
        let answer = cx.finish(Ok(flow)).await?;
        let less = cx.run(|i| ops::truth_of(i, answer)).await?;
        sorting.sort.borrow_mut().answer(matches!(less, Value::Bool(true)));
    }
}
