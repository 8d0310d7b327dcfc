//! What the trace calls an object: the program's first variable that holds it, or the place in a list, tuple or dict that
//! a variable holds (`forks[0]`). Futures and tasks are named by variables alone.

use super::core::Core;
use crate::objects::code::CodeObject;
use crate::objects::frame::Frame;
use crate::objects::object::Payload;
use crate::objects::{Symbol, Value, known};
use crate::trace::Followed;

/// So many items of a container are named at once.
const MOST: usize = 1000;

/// What the trace knows an object by, if it follows it.
pub fn followed(value: &Value) -> Option<&Followed> {
    let Value::Object(object) = value else { return None };
    let Payload::Native(native) = &object.payload else { return None };
    native.followed().filter(|followed| followed.id().is_some())
}

/// The program's first variable that holds a primitive, a task or a future names it in the trace; what the library's
/// code calls it is no name of the program's.
#[inline]
pub fn note_binding(vm: &mut Core, code: &CodeObject, name: Symbol, value: &Value) {
    let is_programs = || !code.filename.starts_with('<');
    match value {
        Value::Object(object) if vm.tracing && name != known::SELF => {
            if let Payload::Native(native) = &object.payload
                && is_programs()
            {
                native.bound_to(&mut vm.log, &name.text());
            }
        }
        Value::List(_) | Value::Tuple(_) | Value::Dict(_) if vm.tracing && is_programs() => {
            note_items(vm, name, value);
        }
        _ => {}
    }
}

/// The same for what a call left in a local variable, and for what a module has put into its lists.
#[cold]
pub fn note_locals(vm: &mut Core, frame: &Frame) {
    for (name, value) in frame.code.locals.iter().zip(frame.slots.iter()) {
        note_binding(vm, &frame.code, *name, value);
    }
    if &*frame.code.code.name == "<module>" {
        for (name, value) in frame.globals.names.borrow().iter() {
            note_items(vm, name, value);
        }
    }
}

/// The objects that stand last in a container and have no name yet: those before them have had their chance. In a long
/// one nothing is named.
#[inline(never)]
fn note_items(vm: &mut Core, name: Symbol, container: &Value) {
    let mut unnamed: Vec<(Box<str>, Value)> = Vec::new();
    visit_last(container, &mut |place, item| {
        let is_unnamed = followed(item).is_some_and(|followed| !followed.is_named());
        if is_unnamed && let Some(place) = place.shown() {
            unnamed.push((place, item.clone()));
        }
        is_unnamed
    });
    for (place, item) in unnamed.iter().rev() {
        if let Some(followed) = followed(item) {
            followed.bound_to(&mut vm.log, &[&*name.text(), place].concat());
        }
    }
}

/// Where an item stands in its container.
enum Place<'a> {
    Index(usize),
    Key(&'a Value),
}

impl Place<'_> {
    /// What stands behind the container's name to say it, if that is short.
    fn shown(&self) -> Option<Box<str>> {
        match self {
            Place::Index(at) => Some(format!("[{at}]").into()),
            Place::Key(Value::Int(number)) => Some(format!("[{number}]").into()),
            Place::Key(Value::Str(key)) if !key.text().contains(['\'', '\\', '\n']) => {
                Some(format!("['{}']", key.text()).into())
            }
            Place::Key(_) => None,
        }
    }
}

/// The first items of a list or tuple, and those of a dict that is not too long, the last one first, as long as `visit` says
/// so.
fn visit_last(container: &Value, visit: &mut dyn FnMut(Place, &Value) -> bool) {
    let mut numbered = |items: &[Value]| {
        let _ = items.iter().take(MOST).enumerate().rev().all(|(at, item)| visit(Place::Index(at), item));
    };
    match container {
        Value::List(list) => numbered(&list.items.borrow()),
        Value::Tuple(tuple) => numbered(&tuple.items),
        Value::Dict(dict) if dict.len() <= MOST => dict.visit_last(|key, item| visit(Place::Key(key), item)),
        _ => {}
    }
}

/// The items of a container, with what stands behind its name to say which: `[0]`, `['a']`.
pub fn items(container: &Value) -> Vec<(Box<str>, Value)> {
    let mut items = Vec::new();
    visit_last(container, &mut |place, item| {
        items.extend(place.shown().map(|place| (place, item.clone())));
        true
    });
    items.reverse();
    items
}
