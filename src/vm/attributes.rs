//! Attribute access with inline caches.

use std::rc::Rc;

use super::core::Vm;
use super::eval::{peek, read, write};
use crate::bytecode::{Instr, reg};
use crate::objects::attribute::{self, MethodFound};
use crate::objects::class::epoch;
use crate::objects::code::{Cached, CodeObject};
use crate::objects::frame::{After, Frame};
use crate::objects::types::types;
use crate::objects::{Flow, PyResult, Value};

/// The serial of a value's class, for the kinds of values that methods are called on often; 0 for others.
#[inline(always)]
fn class_serial(value: &Value) -> u32 {
    match value {
        Value::Object(object) => object.with_class(|c| c.serial),
        Value::List(_) => types().list.serial,
        Value::Dict(_) => types().dict.serial,
        Value::Str(_) => types().str.serial,
        Value::Set(s) if !s.frozen => types().set.serial,
        _ => 0,
    }
}

/// `LoadAttr` of an instance's own attribute, found where it was found before.
#[inline(always)]
pub fn cached_attr(frame: &Frame, code: &CodeObject, i: Instr) -> Option<Value> {
    let site = &code.sites[i.c as usize];
    let cached = site.cached.get();
    match peek(frame, i.b) {
        Value::Object(object) if cached.class != 0 => {
            if object.with_class(|c| c.serial) != cached.class || epoch() != cached.epoch {
                return None;
            }
            object.attrs.borrow().at(cached.position as usize, site.name).cloned()
        }
        Value::Module(module) => module.namespace.names.borrow().at(cached.position as usize, site.name).cloned(),
        _ => None,
    }
}

pub fn load_attr(vm: &mut Vm, frame: &mut Frame, code: &Rc<CodeObject>, i: Instr) -> PyResult<Flow> {
    frame.after = After::Store(i.a);
    let object = read(frame, i.b);
    let site = &code.sites[i.c as usize];
    let flow = attribute::get_attr(vm, &object, site.name)?;
    if let Flow::Done(_) = &flow {
        match &object {
            Value::Object(o) if attribute::instance_attr_cacheable(&object, site.name) => {
                if let Some(position) = o.attrs.borrow().position(site.name) {
                    let class = o.with_class(|c| c.serial);
                    site.cached.set(Cached { class, epoch: epoch(), position: position as u32 });
                }
            }
            Value::Module(m) => {
                if let Some(position) = m.namespace.names.borrow().position(site.name) {
                    site.cached.set(Cached { class: 0, epoch: 0, position: position as u32 });
                }
            }
            _ => {}
        }
    }
    Ok(flow)
}

/// `LoadMethod` of a function found on the class before.
#[inline(always)]
pub fn cached_method(frame: &Frame, code: &CodeObject, i: Instr) -> Option<Value> {
    let site = &code.sites[i.c as usize];
    let cached = site.cached.get();
    if cached.class == 0 || cached.epoch != epoch() || class_serial(peek(frame, i.b)) != cached.class {
        return None;
    }
    Some(site.value.borrow().clone())
}

/// Prepares a method call; Some: the method is the flow's value, `frame.after` is set.
pub fn load_method(vm: &mut Vm, frame: &mut Frame, code: &Rc<CodeObject>, i: Instr) -> PyResult<Option<Flow>> {
    let object = read(frame, i.b);
    let site = &code.sites[i.c as usize];
    match attribute::get_method(vm, &object, site.name)? {
        MethodFound::Unbound { function, cacheable } => {
            let class = class_serial(&object);
            if cacheable && class != 0 {
                site.cached.set(Cached { class, epoch: epoch(), position: 0 });
                site.value.replace(function.clone());
            }
            write(frame, i.a, function);
            write(frame, i.a + 1, object);
            Ok(None)
        }
        MethodFound::With { function, receiver } => {
            write(frame, i.a, function);
            write(frame, i.a + 1, receiver);
            Ok(None)
        }
        MethodFound::Bound(callable) => {
            write(frame, i.a, callable);
            write(frame, i.a + 1, Value::Unset);
            Ok(None)
        }
        MethodFound::Flow(flow) => {
            frame.after = After::Method(i.a);
            Ok(Some(flow))
        }
    }
}

/// `StoreAttr` over an instance's own attribute, where it was before, or as the next attribute if it came at this place
/// in an instance before. Ok: the old value; Err: the value, not stored.
#[inline(always)]
pub fn cached_store(frame: &mut Frame, code: &CodeObject, i: Instr) -> Result<Value, Value> {
    let value = read(frame, i.b);
    let site = &code.sites[i.c as usize];
    let cached = site.cached.get();
    let result = match peek(frame, i.a) {
        Value::Object(object)
            if cached.class != 0 && object.with_class(|c| c.serial) == cached.class && cached.epoch == epoch() =>
        {
            let mut attrs = object.attrs.borrow_mut();
            let position = cached.position as usize;
            match attrs.replace_at(position, site.name, value) {
                Ok(old) => Ok(old),
                // A primitive is to be named in the trace.
                Err(value @ Value::Object(_)) => Err(value),
                // Instances of a class get their attributes in one order.
                Err(value) => attrs.add_at(position, site.name, value).map(|()| Value::Unset),
            }
        }
        _ => Err(value),
    };
    if result.is_ok() && i.a & reg::TAKE != 0 {
        write(frame, i.a & reg::SLOT, Value::Unset);
    }
    result
}

pub fn store_attr(vm: &mut Vm, frame: &mut Frame, code: &Rc<CodeObject>, i: Instr, value: Value) -> PyResult<Flow> {
    frame.after = After::Discard;
    let object = read(frame, i.a);
    let site = &code.sites[i.c as usize];
    super::names::note_binding(vm, site.name, &value);
    let flow = attribute::set_attr(vm, &object, site.name, value)?;
    if let (Flow::Done(_), Value::Object(o)) = (&flow, &object)
        && attribute::instance_attr_replaceable(&object, site.name)
        && let Some(position) = o.attrs.borrow().position(site.name)
    {
        let class = o.with_class(|c| c.serial);
        site.cached.set(Cached { class, epoch: epoch(), position: position as u32 });
    }
    Ok(flow)
}
