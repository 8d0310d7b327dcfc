//! Tracebacks and frames as objects of the program: `e.__traceback__`, `tb.tb_frame`.

use std::rc::Rc;

use super::exception::Traceback;
use super::frame::FrameObject;
use super::object::{Native, Object};
use super::types::types;
use super::value::Value;

/// A traceback object.
pub struct TracebackRef(pub Rc<Traceback>);

impl Native for TracebackRef {}

/// A frame object.
pub struct FrameRef(pub Rc<FrameObject>);

impl Native for FrameRef {}

/// A traceback as a value; None if there is none.
pub fn traceback_value(traceback: Option<Rc<Traceback>>) -> Value {
    traceback.map_or(Value::None, |t| Object::with_native(types().traceback.clone(), TracebackRef(t)))
}

/// A frame as a value; None if there is none.
pub fn frame_value(frame: Option<Rc<FrameObject>>) -> Value {
    frame.map_or(Value::None, |f| Object::with_native(types().frame.clone(), FrameRef(f)))
}
