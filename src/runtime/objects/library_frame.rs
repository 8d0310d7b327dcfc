//! Frames of the library in tracebacks: where CPython has a Python frame and we have native code.

use std::cell::RefCell;
use std::rc::Rc;

use super::code::CodeObject;
use super::exception::{Exc, Traceback};
use super::frame::FrameObject;
use super::gc;
use super::value::Value;
use crate::bytecode::{Code, Position};

/// The code object of a library function, as far as a traceback shows it: one place in it.
pub fn library_code(file: &str, function: &str, lines: (u32, u32), columns: (u16, u16)) -> Rc<CodeObject> {
    let position = Position { line: lines.0, end_line: lines.1, column: columns.0, end_column: columns.1 };
    let code = Code {
        name: function.into(),
        qualname: function.into(),
        first_line: lines.0,
        positions: vec![position],
        ..Code::default()
    };
    CodeObject::new(Rc::new(code), &file.into())
}

/// The code object of a library function that has not begun: the line of its `def`.
pub fn library_function(file: &str, function: &str, line: u32) -> Rc<CodeObject> {
    let code = Code { name: function.into(), qualname: function.into(), first_line: line, ..Code::default() };
    CodeObject::new(Rc::new(code), &file.into())
}

/// The exception has passed through the place that `code` stands for.
pub fn pass_through(exc: &Exc, code: &Rc<CodeObject>, line: u32, held: Option<Value>) {
    let frame = FrameObject::new(code, &Rc::default(), line, held.into_iter().collect());
    gc::link_all(&frame, &frame.slots.borrow());
    let next = exc.data().traceback.take();
    let entry = Traceback { header: Default::default(), frame, pc: 0, line, next: RefCell::new(next) };
    exc.data().traceback.replace(Some(Rc::new(entry)));
}
