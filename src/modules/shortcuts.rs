//! What functions of the library's texts do natively in their common cases: a table for each text, which it sets once its
//! classes are made.

mod counting;
mod enums;
mod ordered;

use std::cell::Cell;
use std::rc::Rc;

use crate::objects::class::Class;
use crate::objects::code::Shortcut;
use crate::objects::descriptor::{ClassMethod, Property, StaticMethod};
use crate::objects::exception::PyResult;
use crate::objects::function::BuiltinCode;
use crate::objects::look::{change, look};
use crate::objects::object::{Object, Payload};
use crate::objects::{Args, Interp, Symbol, Value, ops};

/// A text's shortcuts.
pub struct Text {
    /// Under which names its instances keep what they are.
    pub names: &'static [&'static str],
    /// By the place of a class among what the text gives: methods, class methods, static methods and properties by their
    /// names. Of a function the table has one entry.
    pub tables: &'static [(usize, &'static [(&'static str, Shortcut)])],
}

/// The texts, in the order of their numbers.
const TEXTS: [&Text; 16] = [
    &super::dates_quick::TEXT,
    &super::regex::TEXT,
    &super::decimals::TEXT,
    &super::streams::MEMORY,
    &super::streams::FILES,
    &super::tables::TEXT,
    &super::heaps::HEAPS,
    &super::heaps::SORTED,
    &super::arrays::TEXT,
    &super::elements::TEXT,
    &enums::TEXT,
    &super::deflate::TEXT,
    &enums::DEFAULTS,
    &super::hashes::TEXT,
    &ordered::TEXT,
    &counting::TEXT,
];
pub const DATES: usize = 0;
pub const PATTERNS: usize = 1;
pub const DECIMALS: usize = 2;
pub const MEMORY: usize = 3;
pub const FILES: usize = 4;
pub const TABLES: usize = 5;
pub const ARRAYS: usize = 8;
pub const ELEMENTS: usize = 9;
pub const ENUMS: usize = 10;
pub const DEFAULTS: usize = 12;
pub const HASHES: usize = 13;

/// What a text has given, its classes first, and its names.
pub struct Known {
    pub given: Vec<Value>,
    pub names: Vec<Symbol>,
    /// Where each name was found last: an object of the same kind has it there as well.
    places: Vec<Cell<usize>>,
}

#[derive(Default)]
struct State([Option<Rc<Known>>; TEXTS.len()]);

/// What a text has given; `None`: nothing yet.
pub fn known(i: &mut dyn Interp, text: usize) -> Option<Rc<Known>> {
    i.states().find::<State>()?.0[text].clone()
}

impl Known {
    /// The place of a value's class, if it is just that of an instance.
    pub fn place(&self, object: &Object) -> Option<usize> {
        let serial = object.class_serial();
        self.given.iter().position(|given| matches!(given, Value::Type(class) if class.serial == serial))
    }

    /// The object that a value is, if its class is just that at a place.
    pub fn instance<'a>(&self, value: &'a Value, place: usize) -> Option<&'a Rc<Object>> {
        let object = value.as_object()?;
        matches!(self.given.get(place), Some(Value::Type(class)) if class.serial == object.class_serial())
            .then_some(object)
    }

    /// What an object keeps under a name.
    pub fn own(&self, object: &Object, name: usize) -> Option<Value> {
        let (attrs, place, name) = (look(&object.attrs), &self.places[name], self.names[name]);
        if let Some(value) = attrs.at(place.get(), name) {
            return Some(value.clone());
        }
        place.set(attrs.position(name)?);
        attrs.at(place.get(), name).cloned()
    }

    /// Sets a number that an object keeps under a name.
    pub fn set_own(&self, object: &Rc<Object>, name: usize, number: Value) {
        let (place, name) = (&self.places[name], self.names[name]);
        let old = change(&object.attrs).replace_at(place.get(), name, number);
        if let Err(number) = old {
            object.set_own(name, number);
        }
    }

    /// What a plain instance of the class at a place keeps.
    pub fn kept(&self, value: &Value, place: usize, name: usize) -> Option<Value> {
        self.own(self.instance(value, place)?, name)
    }

    /// An instance of the class at a place that keeps these values, the first one under the name `first`.
    pub fn made(&self, place: usize, first: usize, values: &[Value]) -> Option<Value> {
        let Some(Value::Type(class)) = self.given.get(place) else { return None };
        Some(self.made_of(class, first, values))
    }

    pub fn made_of(&self, class: &Rc<Class>, first: usize, values: &[Value]) -> Value {
        let made = Object::new(class.clone(), Payload::None);
        change(&made.attrs).fill(self.names[first..].iter().copied().zip(values.iter().cloned()));
        Value::Object(made)
    }
}

/// Sets the shortcut of a function, or of the one in a method's wrapper.
fn set(value: &Value, shortcut: Shortcut) {
    if let Value::Function(function) = value {
        function.code.set_shortcut(shortcut);
    } else if let Value::Builtin(builtin) = value
        && let BuiltinCode::Text(function) = &builtin.code
    {
        function.code.set_shortcut(shortcut);
    } else if let Some(wrapped) = value.native::<ClassMethod>() {
        set(&wrapped.0.borrow(), shortcut);
    } else if let Some(wrapped) = value.native::<StaticMethod>() {
        set(&wrapped.0.borrow(), shortcut);
    } else if let Some(property) = value.native::<Property>() {
        set(&property.get.borrow(), shortcut);
    }
}

/// `_frames.shortcuts(text, *given)`
pub fn install(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let number = ops::index(i, &args.take_first().unwrap_or_default())? as usize % TEXTS.len();
    let (text, given) = (TEXTS[number], args.values.to_vec());
    for (place, table) in text.tables {
        for (name, shortcut) in *table {
            match given.get(*place) {
                Some(Value::Type(class)) => {
                    let found = class.attrs.borrow().get(Symbol::new(name)).cloned();
                    set(&found.unwrap_or_default(), *shortcut);
                }
                Some(function) => set(function, *shortcut),
                None => {}
            }
        }
    }
    let names: Vec<Symbol> = text.names.iter().map(|name| Symbol::new(name)).collect();
    let places = vec![Cell::new(0); names.len()];
    i.states().get::<State>().0[number] = Some(Rc::new(Known { given, names, places }));
    Ok(Value::None)
}
