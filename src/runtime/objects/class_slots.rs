//! What a class adds to its instances: members of `__slots__`, a dict, room for weak references (Objects/typeobject.c
//! `type_new_slots`).

use std::rc::Rc;

use super::class::{Class, class_flag};
use super::class_creation::{has_dict, mangle};
use super::descriptor::{self, Place};
use super::exception::{PyResult, type_error, value_error};
use super::interp::Interp;
use super::ops;
use super::symbol::{Symbol, known};
use super::types::{type_name, types};
use super::value::Value;

/// Whether instances of a base can be referred to weakly: those of the program's classes that say so, and of the
/// built-in ones that have room for it.
fn has_weakref(base: &Rc<Class>) -> bool {
    const BUILT_IN: [&str; 7] = ["set", "frozenset", "deque", "OrderedDict", "function", "module", "type"];
    let own = |class: &Rc<Class>| match is_made_by_class_statement(class) {
        true => class.attrs.borrow().contains(known::WEAKREF),
        false => BUILT_IN.contains(&&*class.name()),
    };
    base.mro().iter().any(own)
}

fn is_made_by_class_statement(class: &Class) -> bool {
    class.flag(class_flag::HEAP) && !class.flag(class_flag::EXTENSION)
}

/// `__dict__` and `__weakref__` as CPython puts them into a class that adds them.
pub(super) fn define_dict_descriptors(class: &Rc<Class>) {
    let t = types();
    // What other bases have counts for nothing: it is the instances of this one that are added to.
    let Some(base) = class.base() else { return };
    let adds_dict = !has_dict(&base);
    // Of what has a `__dict__` it is known of exceptions alone that they have no room.
    let open = is_made_by_class_statement(&base) || base.is_exception() || !has_dict(&base);
    let sized = [&t.int, &t.tuple, &t.bytes].iter().any(|base| class.is_subclass_of(base));
    let adds_weakref = !sized && open && !has_weakref(&base);
    for (name, adds) in [(known::DICT, adds_dict), (known::WEAKREF, adds_weakref)] {
        if adds && !class.attrs.borrow().contains(name) {
            class.define(name, descriptor::own_attribute(class, name));
        }
    }
}

/// What `__slots__` adds to a class.
pub(super) fn define_slots(i: &mut dyn Interp, class: &Rc<Class>, name: &str, slots: &Value) -> PyResult<()> {
    let names = match slots.as_str() {
        Some(_) => vec![slots.clone()],
        None => ops::to_vec(i, slots)?,
    };
    let t = types();
    for base in [&t.int, &t.tuple, &t.bytes, &t.type_] {
        if !names.is_empty() && class.is_subclass_of(base) {
            let own = class.base().map_or_else(|| base.name(), |own| own.name());
            return Err(type_error(format!("nonempty __slots__ not supported for subtype of '{own}'")));
        }
    }
    let base_has_dict = class.bases.borrow().iter().any(|b| has_dict(b));
    let base_has_weakref = class.bases.borrow().iter().any(has_weakref);
    let (mut dict, mut weakref) = (base_has_dict, false);
    for slot in names {
        let Some(text) = slot.as_str() else {
            return Err(type_error(format!("__slots__ items must be strings, not '{}'", type_name(&slot))));
        };
        let (identifier, text) = (text.data.is_identifier(), text.text());
        match &*text {
            "__dict__" if base_has_dict => {
                return Err(type_error("__dict__ slot disallowed: we already got one"));
            }
            "__dict__" => {
                if dict {
                    return Err(type_error("__dict__ slot disallowed: we already got one"));
                }
                dict = true;
                class.define(known::DICT, descriptor::own_attribute(class, known::DICT));
                continue;
            }
            "__weakref__" if base_has_weakref || weakref => {
                return Err(type_error("__weakref__ slot disallowed: we already got one"));
            }
            "__weakref__" => {
                weakref = true;
                class.define(known::WEAKREF, descriptor::own_attribute(class, known::WEAKREF));
                continue;
            }
            _ => {}
        }
        if !identifier {
            return Err(type_error("__slots__ must be identifiers"));
        }
        let symbol = Symbol::new(&mangle(name, &text));
        let twice = class.attrs.borrow().get(symbol).is_some_and(|found| descriptor::is_slot(found, symbol));
        if !twice && class.attrs.borrow().contains(symbol) {
            return Err(value_error(format!("'{text}' in __slots__ conflicts with class variable")));
        }
        class.define(symbol, descriptor::slot(class, class.name(), symbol, Place::Attribute));
    }
    if !dict {
        class.set_flag(class_flag::NO_DICT);
    }
    Ok(())
}
