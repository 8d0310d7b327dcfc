//! What native code does with the value of a call: where a Python function is called it is done when that returns, or a
//! generator resumed when that yields, without a frame of the native code's own.

use super::args::Args;
use super::cx::Taker;
use super::exception::{Exc, PyResult, stop_iteration};
use super::function::Flow;
use super::interp::Interp;
use super::types::types;
use super::value::Value;

/// Goes on with the value of a flow. Any closure of the interpreter and the value is one.
pub trait Then {
    fn value(self: Box<Self>, i: &mut dyn Interp, value: Value) -> PyResult<Flow>;

    /// What becomes of an exception that ends the flow: it passes by, if nothing else is said.
    fn failed(self: Box<Self>, _: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        Err(exc)
    }

    /// What becomes of the end of a generator that was resumed, with the value that it has returned.
    fn ended(self: Box<Self>, i: &mut dyn Interp, returned: Value) -> PyResult<Flow> {
        self.failed(i, stop_iteration(returned))
    }

    /// Who takes the items that a resumed generator yields, which then goes on at once.
    fn taker(&self) -> Option<&dyn Taker> {
        None
    }

    /// Where the flow is neither a call of a Python function nor a generator's next item.
    fn later(self: Box<Self>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow>;
}

impl<F: FnOnce(&mut dyn Interp, Value) -> PyResult<Flow> + 'static> Then for F {
    fn value(self: Box<F>, i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        self(i, value)
    }

    fn later(self: Box<F>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// In a native frame, which stands until all is done.
pub fn in_frame(i: &mut dyn Interp, flow: Flow, then: Box<dyn Then>) -> Flow {
    let cx = i.cx();
    Flow::frame(async move {
        let result = cx.finish(Ok(flow)).await;
        cx.run(|i| go_on(i, then, result)).await
    })
}

/// What becomes of the end of a flow.
fn go_on(i: &mut dyn Interp, then: Box<dyn Then>, result: PyResult) -> PyResult<Flow> {
    match result {
        Ok(value) => then.value(i, value),
        Err(exc) => then.failed(i, exc),
    }
}

/// The one, and the other with what that comes to.
struct Both(Box<dyn Then>, Box<dyn Then>);

impl Then for Both {
    fn value(self: Box<Both>, i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        let flow = self.0.value(i, value);
        both(i, flow, self.1)
    }

    fn failed(self: Box<Both>, i: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        let flow = self.0.failed(i, exc);
        both(i, flow, self.1)
    }

    fn ended(self: Box<Both>, i: &mut dyn Interp, returned: Value) -> PyResult<Flow> {
        let flow = self.0.ended(i, returned);
        both(i, flow, self.1)
    }

    fn taker(&self) -> Option<&dyn Taker> {
        self.0.taker()
    }

    fn later(self: Box<Both>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        self.0.later(i, flow)?.and_then(i, self.1)
    }
}

/// `then`, after the first, if there is one.
fn after(first: Option<Box<dyn Then>>, then: Box<dyn Then>) -> Box<dyn Then> {
    match first {
        Some(first) => Box::new(Both(first, then)),
        None => then,
    }
}

fn both(i: &mut dyn Interp, flow: PyResult<Flow>, then: Box<dyn Then>) -> PyResult<Flow> {
    match flow {
        Ok(Flow::Done(value)) => then.value(i, value),
        Ok(flow) => flow.and_then(i, then),
        Err(exc) => then.failed(i, exc),
    }
}

/// What stands in place of an AttributeError that ends a flow.
struct Lacking<F>(F);

impl<F: FnOnce(&mut dyn Interp) -> PyResult<Flow> + 'static> Then for Lacking<F> {
    fn value(self: Box<Self>, _: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        Ok(value.into())
    }

    fn failed(self: Box<Self>, i: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        match exc.is_a(&types().attribute_error) {
            true => (self.0)(i),
            false => Err(exc),
        }
    }

    fn later(self: Box<Self>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// `otherwise`, if a flow ends with an AttributeError.
pub fn or_lacking(otherwise: impl FnOnce(&mut dyn Interp) -> PyResult<Flow> + 'static) -> Box<dyn Then> {
    Box::new(Lacking(otherwise))
}

/// A call of a Python function, in the box of the [`Flow::Call`] that it was, and what becomes of its value.
pub struct CallThen {
    pub call: Box<(Value, Args)>,
    pub then: Box<dyn Then>,
}

impl Flow {
    /// This, and `then` with its value.
    #[inline]
    pub fn then(
        self,
        i: &mut dyn Interp,
        then: impl FnOnce(&mut dyn Interp, Value) -> PyResult<Flow> + 'static,
    ) -> PyResult<Flow> {
        match self {
            Flow::Done(value) => then(i, value),
            flow => flow.and_then(i, Box::new(then)),
        }
    }

    /// This, or what `otherwise` gives in place of an AttributeError.
    pub fn or_lacking(
        self,
        i: &mut dyn Interp,
        otherwise: impl FnOnce(&mut dyn Interp) -> PyResult<Flow> + 'static,
    ) -> PyResult<Flow> {
        match self {
            Flow::Done(value) => Ok(value.into()),
            flow => flow.and_then(i, or_lacking(otherwise)),
        }
    }

    /// As [`Flow::then`], of what is not done yet.
    pub fn and_then(self, i: &mut dyn Interp, then: Box<dyn Then>) -> PyResult<Flow> {
        let mut call = match self {
            Flow::Then(mut call) => {
                call.then = Box::new(Both(call.then, then));
                return Ok(Flow::Then(call));
            }
            Flow::Enter(mut frame) => {
                frame.then = Some(after(frame.then.take(), then));
                frame.holds_more = true;
                return Ok(Flow::Enter(frame));
            }
            Flow::Resume(mut resuming) if resuming.default.is_none() => {
                resuming.then = Some(after(resuming.then.take(), then));
                return Ok(Flow::Resume(resuming));
            }
            Flow::Call(call) => call,
            flow => return then.later(i, flow),
        };
        match &call.0 {
            Value::Function(_) => {}
            Value::Method(method) if matches!(method.function, Value::Function(_)) => {
                call.1.insert_first(method.receiver.clone());
                call.0 = method.function.clone();
            }
            _ => return then.later(i, Flow::Call(call)),
        }
        Ok(Flow::Then(Box::new(CallThen { call, then })))
    }
}
