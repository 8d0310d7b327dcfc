//! The `name` and `obj` of an AttributeError that a program's own `__getattr__` or property has raised
//! (Objects/object.c `_PyObject_SetAttributeErrorContext`). CPython fills them in as the error passes the attribute
//! access; here they are found in its traceback when they are asked for, so that raising costs nothing.

use std::rc::Rc;

use super::exception::{Exc, Traceback};
use super::frame::FrameObject;
use super::symbol::{Symbol, known};
use super::types::types;
use super::value::Value;
use crate::bytecode::{CodeFlags, Op};

/// Sets both if neither is set and the error has passed an access; `imported` gives modules by their names.
pub fn fill(exc: &Exc, imported: &dyn Fn(&str) -> Option<Value>) {
    if !exc.is_a(&types().attribute_error) {
        return;
    }
    let [name, obj] = ["name", "obj"].map(Symbol::new);
    let unset = |members: &super::attrs::AttrMap| members.get(name).or(members.get(obj)).is_none();
    if !unset(&exc.data().members.borrow()) {
        return;
    }
    let Some(found) = innermost_access(exc, imported) else { return };
    let mut members = exc.data().members.borrow_mut();
    members.set(name, found.0);
    members.set(obj, found.1);
}

fn innermost_access(exc: &Exc, imported: &dyn Fn(&str) -> Option<Value>) -> Option<(Value, Value)> {
    let mut outer = exc.data().traceback.borrow().clone()?;
    let mut found = None;
    loop {
        let Some(inner) = outer.next.borrow().clone() else { return found };
        found = access(&outer, &inner.frame, imported).or(found);
        outer = inner;
    }
}

/// The attribute for which one frame has run another one.
fn access(outer: &Traceback, inner: &FrameObject, imported: &dyn Fn(&str) -> Option<Value>) -> Option<(Value, Value)> {
    let instr = outer.frame.code.instrs.get(outer.pc)?;
    let asked = match instr.op {
        Op::LoadAttr | Op::AddAttr | Op::LoadMethod => outer.frame.code.sites.get(instr.c as usize),
        _ => None,
    };
    let called = &*inner.code.code.name;
    let given = arguments(inner);
    let hook = ["__getattr__", "__getattribute__"].contains(&called);
    let name = match asked {
        // Such a method call is no access of CPython's.
        Some(_) if instr.op == Op::LoadMethod && !hook => return None,
        Some(site) => site.name.value(),
        // By way of getattr().
        None if hook => given.last()?.clone(),
        None => return None,
    };
    let obj = match (called, given.as_slice()) {
        ("__get__", [_, Value::None, owner, ..]) => owner.clone(),
        ("__get__", [_, obj, ..]) => obj.clone(),
        // A module's own.
        (_, [_]) if hook => {
            let name = inner.globals.names.borrow().get(known::NAME).cloned()?;
            let is_it =
                |found: &Value| matches!(found, Value::Module(module) if Rc::ptr_eq(&module.namespace, &inner.globals));
            imported(&name.text_or_empty()).filter(is_it).unwrap_or(Value::None)
        }
        (_, [obj, ..]) => obj.clone(),
        _ => return None,
    };
    Some((name, obj))
}

/// What a frame was called with, as far as that is still there.
fn arguments(frame: &FrameObject) -> Vec<Value> {
    let code = &frame.code.code;
    let slots = frame.slots.borrow();
    let named = code.params.positional as usize;
    let of_tuple = match slots.get(named + code.params.keyword_only as usize) {
        Some(Value::Tuple(rest)) if code.flags.has(CodeFlags::VARARGS) => rest.items.to_vec(),
        _ => Vec::new(),
    };
    slots.iter().take(named).cloned().chain(of_tuple).filter(|value| !value.is_unset()).collect()
}
