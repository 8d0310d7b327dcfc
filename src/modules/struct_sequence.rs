//! Tuples whose places have names, made of a sequence and a dict of what is not shown: `time.struct_time` (CPython's
//! `Objects/structseq.c`).

use std::rc::Rc;

use crate::objects::class::Class;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::object::{Object, Payload};
use crate::objects::{Args, Interp, Symbol, Value, ops, type_of};

/// The fields of such a class: those that are items, then those that are attributes only.
pub struct Fields {
    /// The class's name, with its module's.
    pub class: &'static str,
    pub items: &'static [&'static str],
    pub hidden: &'static [&'static str],
}

impl Fields {
    /// An instance of `class`; hidden fields that are not given are None.
    pub fn instance(&self, class: &Rc<Class>, items: Vec<Value>, hidden: Vec<Value>) -> Value {
        let made = Object::new(class.clone(), Payload::Builtin(Value::tuple(items)));
        let mut hidden = hidden.into_iter();
        for name in self.hidden {
            let value = hidden.next().unwrap_or(Value::None);
            made.attrs.borrow_mut().set(Symbol::new(name), value);
        }
        Value::Object(made)
    }

    /// `cls(sequence, dict)`: further items of the sequence, or what the dict has, are the hidden fields.
    pub fn make(&self, i: &mut dyn Interp, class: &Rc<Class>, args: Args) -> PyResult {
        let [sequence, dict] = args.bind_in_c("structseq", &["sequence", "dict"], 1)?;
        let Ok(mut items) = ops::to_vec(i, &sequence) else {
            return Err(type_error("constructor requires a sequence"));
        };
        let (shown, all, given) = (self.items.len(), self.items.len() + self.hidden.len(), items.len());
        if given < shown || given > all {
            let (bound, size) = match (shown == all, given < shown) {
                (true, _) => ("", shown),
                (false, true) => ("at least ", shown),
                (false, false) => ("at most ", all),
            };
            let article = if bound.is_empty() { "a" } else { "an" };
            let class = self.class;
            return Err(type_error(format!(
                "{class}() takes {article} {bound}{size}-sequence ({given}-sequence given)"
            )));
        }
        let mut hidden = items.split_off(shown);
        match dict.plain() {
            Value::Unset => {}
            Value::Dict(dict) => {
                let mut found = 0;
                for name in &self.hidden[given - shown..] {
                    let value = dict.get_str(Symbol::new(name));
                    found += value.is_some() as usize;
                    hidden.push(value.into());
                }
                if found < dict.len() {
                    return Err(type_error(format!("{}() got duplicate or unexpected field name(s)", self.class)));
                }
            }
            _ => return Err(type_error(format!("{}() takes a dict as second arg, if any", self.class))),
        }
        Ok(self.instance(class, items, hidden))
    }

    /// The hidden fields by their names.
    fn hidden_dict(&self, this: &Value) -> Value {
        let dict = crate::objects::containers::Dict::new();
        for name in self.hidden {
            dict.set_str(Symbol::new(name), hidden(this, name));
        }
        Value::Dict(dict)
    }

    /// `__reduce__()`
    pub fn reduce(&self, this: &Value) -> Value {
        let parts = Value::tuple([this.plain().clone(), self.hidden_dict(this)]);
        Value::tuple([Value::Type(type_of(this)), parts])
    }

    /// `__replace__(**changes)`
    pub fn replace(&self, i: &mut dyn Interp, args: Args) -> PyResult {
        if args.positional_count() > 1 {
            return Err(type_error("__replace__() takes no positional arguments"));
        }
        let this = args.values[0].clone();
        let Value::Tuple(tuple) = this.plain() else { return Ok(this) };
        let mut items = tuple.items.to_vec();
        let mut behind: Vec<Value> = self.hidden.iter().map(|name| hidden(&this, name)).collect();
        let mut unknown = Vec::new();
        let names = args.names.clone().unwrap_or_default();
        for (name, value) in names.iter().zip(&args.values[1..]) {
            let text = name.text();
            let place = |names: &[&str]| names.iter().position(|known| *known == &*text);
            match (place(self.items), place(self.hidden)) {
                (Some(at), _) => items[at] = value.clone(),
                (_, Some(at)) => behind[at] = value.clone(),
                _ => unknown.push(name.value()),
            }
        }
        if !unknown.is_empty() {
            let shown = ops::repr_text(i, &Value::list(unknown))?;
            return Err(type_error(format!("Got unexpected field name(s): {}", shown.text())));
        }
        Ok(self.instance(&type_of(&this), items, behind))
    }
}

/// A hidden field of an instance.
pub fn hidden(this: &Value, name: &str) -> Value {
    this.as_object().and_then(|o| o.attrs.borrow().get(Symbol::new(name)).cloned()).unwrap_or(Value::None)
}
