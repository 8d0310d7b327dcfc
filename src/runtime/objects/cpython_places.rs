//! Offsets in code as CPython counts them: `f_lasti`, `tb_lasti`, `co_code` and the tables of a code object are those of
//! the instructions that CPython makes of the source, as the library's `_dis_places` finds them. Where the source is not
//! known they are our own, two bytes for each instruction, that in front of a function's own included.

use std::rc::Rc;

use super::args::Args;
use super::attribute::get_attr_now;
use super::code::CodeObject;
use super::exception::{PyResult, Traceback, type_error};
use super::frame::FrameObject;
use super::frame_type::{self, frame_of, traceback_at, traceback_of};
use super::interp::Interp;
use super::symbol::Symbol;
use super::value::Value;

const TEXT: &str = "_dis_places";

/// What the library's function says of the code; `None` where the source is not known.
pub fn told(i: &mut dyn Interp, name: &str, code: &CodeObject, args: Vec<Value>) -> PyResult<Option<Value>> {
    let original = code.copied.as_ref().map_or(code, |copied| &copied.of);
    if original.filename.starts_with("<stdlib>") {
        return Ok(None);
    }
    let module = i.import(TEXT)?;
    let function = get_attr_now(i, &module, Symbol::new(name))?;
    let told = i.call_at_length(&function, Args::positional(args))?;
    Ok((!told.is_none()).then_some(told))
}

/// Where a frame stands: two for each instruction of ours, that in front of a function's own included.
pub fn offset_of_frame(i: &mut dyn Interp, frame: &Rc<FrameObject>) -> i64 {
    i.frame_now(frame).map_or(frame.pc.get(), |now| now.pc) as i64 * 2
}

/// As [`offset_of_frame`], of a traceback; of a frame that has not begun it is the instruction in front of its own.
pub fn offset_of_traceback(this: &Traceback) -> i64 {
    let has_begun = this.pc < this.frame.code.code.positions.len();
    if has_begun { (this.pc as i64 + 1) * 2 } else { 0 }
}

/// `f_lasti`
pub fn stands(i: &mut dyn Interp, value: &Value) -> PyResult {
    let frame = frame_type::frame(value)?;
    let own = Value::Int(offset_of_frame(i, &frame));
    let told = told(i, "stands", &frame.code, vec![Value::Code(frame.code.clone()), own.clone()])?;
    Ok(told.unwrap_or(own))
}

/// `tb_lasti`
pub fn raised(i: &mut dyn Interp, value: &Value) -> PyResult {
    let this = frame_type::traceback(value)?;
    let own = Value::Int(offset_of_traceback(&this));
    let told = told(i, "raised", &this.frame.code, vec![Value::Code(this.frame.code.clone()), own.clone()])?;
    Ok(told.unwrap_or(own))
}

/// `_frames.own_positions(code)`: of each instruction of ours.
pub fn own_positions(_: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly("own_positions")?;
    match &given {
        Value::Code(code) => Ok(Value::list(super::code_tables::own_positions(&code.code))),
        _ => Err(type_error("expected a code object")),
    }
}

/// `_frames.own_constants(code)`
pub fn own_constants(_: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly("own_constants")?;
    match &given {
        Value::Code(code) => Ok(Value::list(code.constants())),
        _ => Err(type_error("expected a code object")),
    }
}

/// `_frames.copied(code)`: what a copy is one of, and the constants that it has been given; of others None.
pub fn copied(_: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly("copied")?;
    let Value::Code(code) = &given else { return Err(type_error("expected a code object")) };
    Ok(code.copied.as_ref().map_or(Value::None, |copied| {
        Value::pair(Value::Code(copied.of.clone()), copied.constants.clone().unwrap_or(Value::None))
    }))
}

/// `_frames.own_offset(frame or traceback)`
pub fn own_offset(i: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly("own_offset")?;
    match (frame_of(&given), traceback_of(&given)) {
        (Some(frame), _) => Ok(Value::Int(offset_of_frame(i, &frame))),
        (_, Some(traceback)) => Ok(Value::Int(offset_of_traceback(&traceback))),
        _ => Err(type_error("expected a frame or a traceback")),
    }
}

/// `_frames.traceback(frame)`: where the frame stands.
pub fn traceback(i: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly("traceback")?;
    match frame_of(&given) {
        Some(frame) => Ok(traceback_at(i, &frame)),
        None => Err(type_error("expected a frame")),
    }
}
