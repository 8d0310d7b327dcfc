//! Attribute access with inline caches.

use std::rc::Rc;

use super::call;
use super::cold::Cold;
use super::core::Vm;
use super::fast::{self, Fast, Lend};
use super::registers::{at, clear, forget, pair, peek, read, slot, slot_mut, write};
use crate::bytecode::{Instr, Op, reg};
use crate::objects::attribute::{self, MethodFound};
use crate::objects::class::{class_flag, epoch};
use crate::objects::code::{Cached, CodeObject, Site};
use crate::objects::descriptor::{Item, Property};
use crate::objects::frame::{After, Frame};
use crate::objects::gc;
use crate::objects::getattr_hook;
use crate::objects::look::{change, look};
use crate::objects::types::types;
use crate::objects::{Flow, PyResult, Value, known};

/// The serial of a value's class, for the kinds of values that methods are called on often; 0 for others.
#[inline(always)]
fn class_serial(value: &Value) -> u32 {
    match value {
        Value::Object(object) => object.class_serial(),
        Value::List(_) => types().list.serial,
        Value::Dict(_) => types().dict.serial,
        Value::Str(_) => types().str.serial,
        Value::Set(s) if !s.frozen => types().set.serial,
        _ => 0,
    }
}

/// `LoadAttr` of an instance's own attribute, or of a module's, found where it was found before.
struct Attribute<'a>(&'a Site);

impl Lend for Attribute<'_> {
    #[inline(always)]
    #[expect(clippy::manual_map, reason = "a call where the page is optimised for size")]
    fn lend<R>(&self, object: &Value, with: impl FnOnce(&Value) -> R) -> Option<R> {
        let cached = self.0.cached.get();
        let attrs = match object {
            Value::Object(object) => {
                if object.class_serial() != cached.class || epoch() != cached.epoch {
                    return None;
                }
                &object.attrs
            }
            Value::Module(module) => &module.namespace.names,
            _ => return None,
        };
        match look(attrs).at(cached.position as usize, self.0.name) {
            Some(value) => Some(with(value)),
            None => None,
        }
    }
}

#[inline(always)]
pub fn cached_attr(slots: &mut [Value], code: &CodeObject, i: Instr) -> Fast {
    fast::load_from(slots, i, Attribute(&code.sites[i.c as usize]))
}

pub fn load_attr(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Flow> {
    frame.after = After::Store(i.a);
    let object = read(frame, i.b);
    let site = &code.sites[i.c as usize];
    let flow = attribute::get_attr(vm, &object, site.name)?;
    if let Flow::Done(_) = &flow {
        match &object {
            Value::Object(o) if attribute::instance_attr_cacheable(&object, site.name) => {
                if let Some(position) = o.attrs.borrow().position(site.name) {
                    let class = o.class_serial();
                    site.cached.set(Cached { class, epoch: epoch(), position: position as u32 });
                }
            }
            Value::Object(o) if matches!(o.builtin(), Some(Value::Tuple(_))) => {
                note_property(frame, &object, code, i.c)
            }
            Value::Module(m) if m.is_plain() => {
                if let Some(position) = m.namespace.names.borrow().position(site.name) {
                    site.cached.set(Cached { class: 0, epoch: 0, position: position as u32 });
                }
            }
            _ => {}
        }
    } else {
        note_property(frame, &object, code, i.c);
    }
    Ok(flow)
}

/// In place of an attribute's position: a property or a named tuple's member has been found, which the site holds.
const PROPERTY: u32 = u32::MAX;

/// As [`PROPERTY`], of a class with a `__getattr__`: that answers where the property's function raises AttributeError.
const PROPERTY_OR_GETATTR: u32 = PROPERTY - 1;

/// A property that was found before: the frame of its function, if nothing is to be bound. A named tuple's member: done.
#[inline(never)]
pub fn cached_property(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> Option<Cold> {
    let site = &code.sites[i.c as usize];
    let (cached, Value::Object(object)) = (site.cached.get(), peek(frame, i.b)) else { return None };
    if cached.position < PROPERTY_OR_GETATTR || object.class_serial() != cached.class || cached.epoch != epoch() {
        return None;
    }
    let found = site.value.borrow();
    let Some(property) = found.native::<Property>() else {
        let at = found.native::<Item>()?.at;
        let Some(Value::Tuple(tuple)) = object.builtin() else { return None };
        let item = tuple.items.get(at)?.clone();
        read(frame, i.b);
        write(frame, i.a, item);
        return Some(Cold::Next);
    };
    let getter = property.get.borrow();
    let Value::Function(getter) = &*getter else { return None };
    let code: &Rc<CodeObject> = &getter.code;
    if code.enters_with.get() != 1 || code.shortcut.get().is_some() || vm.at_limit() {
        return None;
    }
    let mut called = vm.new_frame(code, &getter.globals);
    let object = read(frame, i.b);
    if cached.position == PROPERTY_OR_GETATTR {
        called.then = Some(getattr_hook::or_getattr(object.clone(), site.name));
        called.holds_more = true;
    }
    call::pass(&mut called, getter, &mut [object], 1);
    frame.after = After::Store(i.a);
    Some(Cold::Enter(called))
}

/// Notes a property whose function is to be called, or a named tuple's member, if nothing else has a say.
fn note_property(frame: &Frame, object: &Value, code: &CodeObject, at: u16) {
    let Value::Object(object) = object else { return };
    let site = &code.sites[at as usize];
    object.with_class(|class| {
        let noted = |found: &Value| found.native::<Property>().is_some() || found.native::<Item>().is_some();
        let Some(property) = class.lookup(site.name).filter(noted) else { return };
        if class.flag(class_flag::GETATTRIBUTE) {
            return;
        }
        let position = if class.lookup(known::GETATTR).is_some() { PROPERTY_OR_GETATTR } else { PROPERTY };
        site.cached.set(Cached { class: class.serial, epoch: epoch(), position });
        hold(frame, code, at, property);
    });
}

/// `LoadMethod` of a function found on the class before.
#[inline(always)]
pub fn cached_method(slots: &mut [Value], code: &CodeObject, i: Instr) -> bool {
    let site = &code.sites[i.c as usize];
    let cached = site.cached.get();
    let object = slot(slots, at(i.b));
    if cached.class == 0 || class_serial(object) != cached.class || cached.epoch != epoch() {
        return false;
    }
    // Both places are temporaries, empty or taken from now.
    match pair(slots, at(i.b), i.a as usize + 1) {
        Some((object, place)) if i.b & reg::TAKE != 0 => place.take_from(object),
        Some((object, place)) => place.assign(object),
        None => false,
    };
    slot_mut(slots, i.a as usize).assign(&look(&site.value));
    true
}

/// A cache holds this from now on. If the names that its function runs in may become garbage, a collection empties it.
pub(super) fn hold(frame: &Frame, code: &CodeObject, site: u16, value: Value) {
    let runs_in = |function: &Value| matches!(function, Value::Function(f) if f.globals.header.is_tracked());
    let may_go = |value: &Value| match value.native::<Property>() {
        Some(property) => runs_in(&property.get.borrow()),
        None => runs_in(value),
    };
    let place = &code.sites[site as usize].value;
    if may_go(&value) && !may_go(&look(place)) && std::ptr::eq(&*frame.code, code) {
        gc::site_filled(&frame.code, site);
    }
    place.replace(value);
}

/// Prepares a method call.
pub fn load_method(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Cold> {
    let object = read(frame, i.b);
    let site = &code.sites[i.c as usize];
    match attribute::get_method(vm, &object, site.name)? {
        MethodFound::Unbound { function, cacheable } => {
            let class = class_serial(&object);
            if cacheable && class != 0 {
                site.cached.set(Cached { class, epoch: epoch(), position: 0 });
                hold(frame, code, i.c, function.clone());
            }
            write(frame, i.a, function);
            write(frame, i.a + 1, object);
            Ok(Cold::Next)
        }
        MethodFound::With { function, receiver } => {
            write(frame, i.a, function);
            write(frame, i.a + 1, receiver);
            Ok(Cold::Next)
        }
        MethodFound::Bound(callable) => {
            write(frame, i.a, callable);
            write(frame, i.a + 1, Value::Unset);
            Ok(Cold::Next)
        }
        MethodFound::Flow(flow) => {
            frame.after = After::Method(i.a);
            Ok(Cold::Flow(flow))
        }
    }
}

/// `StoreAttr` over an instance's own attribute, where it was before, or as the next attribute if it came at this place
/// in an instance before.
#[inline(always)]
pub fn cached_store(slots: &mut [Value], code: &CodeObject, i: Instr) -> Fast {
    let Value::Object(object) = slot(slots, at(i.a)) else { return Fast::No };
    let site = &code.sites[i.c as usize];
    let cached = site.cached.get();
    if object.class_serial() != cached.class || cached.epoch != epoch() {
        return Fast::No;
    }
    let value = slot(slots, at(i.b));
    match change(&object.attrs).at_mut(cached.position as usize, site.name) {
        Some(place) if place.is_inline() && value.is_inline() => {
            place.assign(value);
        }
        _ => return Fast::No,
    }
    forget(slots, i.b);
    Fast::done(clear(slots, i.a))
}

/// `x.name += y` of numbers: does the operator at `pc` and the `StoreAttr` after it, too, and gives what they cost.
/// 0: nothing has happened.
#[inline(always)]
pub fn add_in_place(slots: &[Value], code: &CodeObject, pc: usize) -> i64 {
    let (Some(operator), Some(store)) = (code.instrs.get(pc), code.instrs.get(pc + 1)) else { return 0 };
    let (Value::Object(object), Some(site)) = (slot(slots, at(store.a)), code.sites.get(store.c as usize)) else {
        return 0;
    };
    let cached = site.cached.get();
    if object.class_serial() != cached.class || cached.epoch != epoch() {
        return 0;
    }
    let mut attrs = change(&object.attrs);
    let Some(place) = attrs.at_mut(cached.position as usize, site.name) else { return 0 };
    // Not by way of a `Value` for the number: it would stand in memory, and be dropped by a call.
    let (number, cost) = match operator.op {
        Op::AddInt => (operator.c as i16 as i64, 3),
        _ => match (&*place, slot(slots, at(operator.c))) {
            (Value::Float(a), Value::Float(b)) => {
                let sum = a + b;
                place.set(Value::Float(sum));
                return 2;
            }
            (_, Value::Int(n)) => (*n, 2),
            _ => return 0,
        },
    };
    let Value::Int(a) = &*place else { return 0 };
    let Some(sum) = a.checked_add(number) else { return 0 };
    place.set(Value::Int(sum));
    cost
}

/// As [`cached_store`], of counted references and of attributes that the instance does not have yet.
fn cached_store_any(frame: &mut Frame, code: &CodeObject, i: Instr) -> Result<(), Value> {
    let value = read(frame, i.b);
    let site = &code.sites[i.c as usize];
    let cached = site.cached.get();
    let Value::Object(object) = peek(frame, i.a) else { return Err(value) };
    if cached.class == 0 || object.class_serial() != cached.class || cached.epoch != epoch() {
        return Err(value);
    }
    gc::link(object, &value);
    let mut attrs = change(&object.attrs);
    let position = cached.position as usize;
    let old = match attrs.replace_at(position, site.name, value) {
        Ok(old) => old,
        // A primitive is to be named in the trace.
        Err(value @ Value::Object(_)) => return Err(value),
        // Instances of a class get their attributes in one order.
        Err(value) => attrs.add_at(position, site.name, value).map(|()| Value::Unset)?,
    };
    drop(attrs);
    drop(old);
    clear(&mut frame.slots, i.a);
    Ok(())
}

pub fn store_attr(vm: &mut Vm, frame: &mut Frame, code: &CodeObject, i: Instr) -> PyResult<Flow> {
    let value = match cached_store_any(frame, code, i) {
        Ok(()) => return Ok(Flow::Done(Value::None)),
        Err(value) => value,
    };
    frame.after = After::Discard;
    let object = read(frame, i.a);
    let site = &code.sites[i.c as usize];
    super::naming::note_binding(vm, code, site.name, &value);
    let flow = attribute::set_attr(vm, &object, site.name, value)?;
    if let (Flow::Done(_), Value::Object(o)) = (&flow, &object)
        && attribute::instance_attr_replaceable(&object, site.name)
        && let Some(position) = o.attrs.borrow().position(site.name)
    {
        let class = o.class_serial();
        site.cached.set(Cached { class, epoch: epoch(), position: position as u32 });
    }
    Ok(flow)
}
