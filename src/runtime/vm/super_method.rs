//! `super().name(…)`: the method is found without an object of `super` being made.

use std::rc::Rc;

use super::attributes::hold;
use super::core::Vm;
use super::lines;
use crate::bytecode::{Instr, Op, reg};
use crate::objects::class::{Class, epoch};
use crate::objects::code::Cached;
use crate::objects::exception::{Exc, runtime_error};
use crate::objects::frame::Frame;
use crate::objects::look::look;
use crate::objects::object::Object;
use crate::objects::{Value, attribute, known};

/// Marks the class in a site's cache as that of the receiver of `super`: no other lookup takes it for its own.
const SUPER: u32 = 1 << 31;

/// Does `call`, which is that of `super` without arguments, and the `LoadMethod` of its value that stands next. False:
/// nothing has happened.
#[inline(never)]
pub fn load(vm: &mut Vm, frame: &mut Frame, call: Instr) -> bool {
    let code = frame.code.clone();
    let instrs = if vm.tracing { lines::marked(vm, &code) } else { &code.instrs };
    let Some(load) = instrs.get(frame.pc) else { return false };
    if load.op != Op::LoadMethod || load.b != call.a | reg::TAKE || call.a != call.b {
        return false;
    }
    let Some((Value::Type(after), Value::Object(receiver))) = arguments(frame) else { return false };
    let Some(method) = found(frame, load.c, &after, &receiver) else { return false };
    for (slot, value) in [(call.b, Value::Unset), (call.b + 1, Value::Unset), (load.a, method)] {
        frame.slots[slot as usize] = value;
    }
    frame.slots[load.a as usize + 1] = Value::Object(receiver);
    true
}

/// The error of `super()` where the first argument is gone: `super().name` reads that like any local variable.
#[cold]
pub fn no_receiver(frame: &Frame) -> Exc {
    let code = &frame.code;
    let call = frame.pc.checked_sub(1).map(|at| code.instrs[at]);
    let next = code.instrs.get(frame.pc).zip(call);
    match next {
        Some((load, call)) if matches!(load.op, Op::LoadMethod | Op::LoadAttr) && load.b == call.a | reg::TAKE => {
            super::names::unbound_local(code, 0)
        }
        _ => runtime_error("super(): arg[0] deleted"),
    }
}

/// What `super` takes from the frame that calls it: the class around it and the first argument.
fn arguments(frame: &Frame) -> Option<(Value, Value)> {
    let contents = |slot: usize| match &frame.slots[slot] {
        Value::Cell(cell) => cell.contents.borrow().clone(),
        other => other.clone(),
    };
    let code = &frame.code;
    if code.code.params.positional == 0 {
        return None;
    }
    let at = code.code.free.iter().position(|name| &**name == "__class__")?;
    Some((contents(code.first_free + at), contents(0)))
}

/// The method behind `after` in the order of the receiver's class.
fn found(frame: &Frame, at: u16, after: &Rc<Class>, receiver: &Object) -> Option<Value> {
    let site = &frame.code.sites[at as usize];
    let (class, position, cached) = (receiver.class_serial() | SUPER, after.serial, site.cached.get());
    if cached.class == class && cached.position == position && cached.epoch == epoch() {
        return Some(look(&site.value).clone());
    }
    let noted = Cached { class, epoch: epoch(), position };
    let class = receiver.class();
    if site.name == known::CLASS || !class.is_subclass_of(after) {
        return None;
    }
    let method = class.lookup_after(after, site.name).filter(attribute::is_plain_method)?;
    site.cached.set(noted);
    hold(frame, &frame.code, at, method.clone());
    Some(method)
}
