//! What functions of the library's texts do natively in their common cases: a table for each class, set when its text has
//! made it.

use crate::objects::Value;
use crate::objects::class::Class;
use crate::objects::code::Shortcut;
use crate::objects::descriptor::{ClassMethod, Property, StaticMethod};
use crate::objects::symbol::Symbol;

/// Sets shortcuts of a class's functions by their names: methods, class methods, static methods and properties.
pub fn install(class: &Class, shortcuts: &[(&str, Shortcut)]) {
    for (name, shortcut) in shortcuts {
        let found = class.attrs.borrow().get(Symbol::new(name)).cloned();
        set(&found.unwrap_or_default(), *shortcut);
    }
}

/// Sets the shortcut of a function, or of the one in a method's wrapper.
pub fn set(value: &Value, shortcut: Shortcut) {
    if let Value::Function(function) = value {
        function.code.set_shortcut(shortcut);
    } else if let Some(wrapped) = value.native::<ClassMethod>() {
        set(&wrapped.0.borrow(), shortcut);
    } else if let Some(wrapped) = value.native::<StaticMethod>() {
        set(&wrapped.0.borrow(), shortcut);
    } else if let Some(property) = value.native::<Property>() {
        set(&property.get.borrow(), shortcut);
    }
}
