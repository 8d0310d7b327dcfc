//! What native code does with the value of a call: where a Python function is called it is done when that returns, without
//! a frame of the native code's own.

use super::args::Args;
use super::exception::PyResult;
use super::function::Flow;
use super::interp::Interp;
use super::value::Value;

/// Goes on with the value of a flow. An exception passes it by. Any closure of the interpreter and the value is one.
pub trait Then {
    fn value(self: Box<Self>, i: &mut dyn Interp, value: Value) -> PyResult<Flow>;

    /// Where the flow is no call of a Python function.
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
fn in_frame(i: &mut dyn Interp, flow: Flow, then: Box<dyn Then>) -> Flow {
    let cx = i.cx();
    Flow::frame(async move {
        let value = cx.finish(Ok(flow)).await?;
        cx.run(|i| then.value(i, value)).await
    })
}

/// The one, and the other with what that comes to.
struct Both(Box<dyn Then>, Box<dyn Then>);

impl Then for Both {
    fn value(self: Box<Both>, i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        match self.0.value(i, value)? {
            Flow::Done(value) => self.1.value(i, value),
            flow => flow.and_then(i, self.1),
        }
    }

    fn later(self: Box<Both>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        self.0.later(i, flow)?.and_then(i, self.1)
    }
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

    /// As [`Flow::then`], of what is not done yet.
    pub fn and_then(self, i: &mut dyn Interp, then: Box<dyn Then>) -> PyResult<Flow> {
        let mut call = match self {
            Flow::Then(mut call) => {
                call.then = Box::new(Both(call.then, then));
                return Ok(Flow::Then(call));
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
