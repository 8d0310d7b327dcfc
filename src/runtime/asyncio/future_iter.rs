//! The iterator of `await future` and `yield from future`, with the methods of a generator that it has.

use std::cell::RefCell;
use std::rc::Rc;

use super::futures::future;
use super::state::asyncio;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::gc_graph::{Edge, Visit};
use crate::objects::generator_methods::thrown;
use crate::objects::iter::{Advance, Iter, IterKind, NativeIter};
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, Next};
use crate::objects::{Args, Flow, Interp, Object, Value};

pub struct FutureIter {
    future: Rc<Object>,
    returned: Value,
}

impl FutureIter {
    pub fn make(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult {
        future(object).get_loop()?;
        let class = asyncio(i).classes.future_iter.clone();
        let iter = FutureIter { future: object.clone(), returned: Value::None };
        Ok(Iter::new(class, IterKind::Native(RefCell::new(Box::new(iter)))))
    }
}

impl NativeIter for FutureIter {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let future = future(&self.future);
        if !future.done() {
            future.begin_wait()?;
            return Ok(Advance::Item(Value::Object(self.future.clone())));
        }
        self.returned = future.get_result()?;
        Ok(Advance::End)
    }

    fn returned(&mut self) -> Value {
        self.returned.take()
    }

    fn edges(&self, visit: &mut Visit) {
        visit(Edge::Object(&self.future));
    }
}

pub fn future_iter_class() -> Rc<Class> {
    NativeClass::new("FutureIter", "_asyncio", &[], |_, _, _| Err(type_error("cannot create 'FutureIter' instances")))
        .method("__iter__", |_, args| Ok(Flow::Done(args.values.first().cloned().unwrap_or(Value::None))))
        .method("send", |i, args| {
            let [this, _] = args.exactly::<2>("send")?;
            match ops::next(i, &this)? {
                Next::Item(value) => Ok(Flow::Done(value)),
                Next::End => Err(ops::stopped(&this)),
                Next::Flow(flow) => Ok(flow),
            }
        })
        .method("throw", throw)
        .method("close", |_, args| {
            end(&args.values[0]);
            Ok(Value::None.into())
        })
        .finish()
}

/// It gives nothing any more.
fn end(this: &Value) {
    if let Value::Iter(iter) = this {
        iter.exhausted.set(true);
    }
}

fn throw(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let raisable = |value: &Value| match value {
        Value::Type(class) => class.is_exception(),
        value => Exc::from_value(value).is_some(),
    };
    if args.values.first().is_some_and(|given| !raisable(given)) {
        let text = "exceptions must be classes deriving BaseException or instances of such a class";
        return Err(type_error(text));
    }
    let raised = thrown(i, args, "throw")?;
    end(&this);
    let cx = i.cx();
    Ok(Flow::frame(async move { Err(crate::objects::generator_methods::raised(&cx, raised).await?) }))
}
