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
    let mut note = |place: &dyn Fn() -> Option<Box<str>>, item: &Value| {
        let is_unnamed = followed(item).is_some_and(|followed| !followed.is_named());
        if is_unnamed && let Some(place) = place() {
            unnamed.push((place, item.clone()));
        }
        is_unnamed
    };
    let mut numbered = |items: &[Value]| {
        if items.len() <= MOST {
            let _ = items.iter().enumerate().rev().all(|(at, item)| note(&|| Some(numbered_place(at)), item));
        }
    };
    match container {
        Value::List(list) => numbered(&list.items.borrow()),
        Value::Tuple(tuple) => numbered(&tuple.items),
        Value::Dict(dict) if dict.len() <= MOST => dict.visit_last(|key, item| note(&|| place_of(key), item)),
        _ => {}
    }
    for (place, item) in unnamed.iter().rev() {
        if let Some(followed) = followed(item) {
            followed.bound_to(&mut vm.log, &[&*name.text(), place].concat());
        }
    }
}

fn numbered_place(at: usize) -> Box<str> {
    format!("[{at}]").into()
}

/// What stands behind a dict's name for the value of a key, if the key says it shortly.
fn place_of(key: &Value) -> Option<Box<str>> {
    match key {
        Value::Str(text) if !text.text().contains(['\'', '\\', '\n']) => Some(format!("['{}']", text.text()).into()),
        Value::Int(number) => Some(format!("[{number}]").into()),
        _ => None,
    }
}

/// The items of a container, with what stands behind its name to say which: `[0]`, `['a']`.
pub fn items(container: &Value) -> Vec<(Box<str>, Value)> {
    let numbered = |items: &[Value]| {
        let places = items.iter().take(MOST).enumerate();
        places.map(|(at, item)| (numbered_place(at), item.clone())).collect()
    };
    match container {
        Value::List(list) => numbered(&list.items.borrow()),
        Value::Tuple(tuple) => numbered(&tuple.items),
        Value::Dict(dict) => {
            let entries = dict.entries().into_iter().take(MOST);
            entries.filter_map(|(key, item)| Some((place_of(&key)?, item))).collect()
        }
        _ => Vec::new(),
    }
}
