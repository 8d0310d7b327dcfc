//! Setting a name of `__slots__`, and what is said where it cannot be set.

use super::descriptor::{Place, Slot};
use super::exception::{Exc, PyResult, attribute_error, type_error};
use super::function::Flow;
use super::gc;
use super::types::type_name;
use super::value::Value;

#[cold]
pub(super) fn not_writable(name: &str, owner: &str) -> Exc {
    attribute_error(format!("attribute '{name}' of '{owner}' objects is not writable"))
}

#[cold]
pub(super) fn not_of_slot(slot: &Slot, receiver: &Value) -> Exc {
    let (slot, owner, class) = (slot.name.text(), &slot.owner, type_name(receiver));
    type_error(format!("descriptor '{slot}' for '{owner}' objects doesn't apply to a '{class}' object"))
}

pub(super) fn set_slot(slot: &Slot, receiver: &Value, value: &Value) -> PyResult<Flow> {
    let Value::Object(target) = receiver else { return Err(not_of_slot(slot, receiver)) };
    if !slot.is_of(target) {
        return Err(not_of_slot(slot, receiver));
    }
    match slot.place {
        Place::Attribute => {}
        Place::Once { .. } if !value.is_unset() && !target.attrs.borrow().contains(slot.name) => {}
        Place::Once { member: false } => {
            let owner = slot.class.upgrade().map_or(slot.owner.clone(), |class| class.shown_name());
            return Err(not_writable(&slot.name.text(), &owner));
        }
        _ => return Err(attribute_error("readonly attribute")),
    }
    gc::link(target, value);
    let old = if value.is_unset() {
        target.attrs.borrow_mut().remove(slot.name)
    } else {
        Some(target.attrs.borrow_mut().set(slot.name, value.clone()).unwrap_or_default())
    };
    match old {
        Some(_) => Ok(Flow::Done(Value::None)),
        None => Err(attribute_error(slot.name.text().to_string())),
    }
}
