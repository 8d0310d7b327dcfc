//! Tuples whose places have names, made of a sequence and a dict of what is not shown: `time.struct_time`,
//! `sys.version_info`, `os.stat_result` (CPython's `Objects/structseq.c`).

use std::rc::Rc;

use crate::objects::class::{Class, class_flag};
use crate::objects::containers::Dict;
use crate::objects::descriptor::{self, Place};
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode};
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::object::{Object, Payload};
use crate::objects::{Args, Flow, Interp, Symbol, Value, known, ops, type_of, types};

/// The fields of such a class.
pub struct Fields {
    /// The class's name, with its module's.
    class: String,
    /// Of those that are items and have names, then of those that are attributes only.
    names: Vec<Symbol>,
    /// So many are items.
    shown: usize,
    /// So many of the items, the last ones, have no names.
    unnamed: usize,
}

impl Fields {
    /// `class`: with its module's name; the first `shown` of `names` are items, the others attributes only.
    pub fn new(class: &str, names: &[&str], shown: usize) -> Fields {
        Fields { class: class.into(), names: names.iter().map(|name| Symbol::new(name)).collect(), shown, unnamed: 0 }
    }

    fn named(&self) -> &[Symbol] {
        &self.names[..self.shown - self.unnamed]
    }

    fn hidden(&self) -> &[Symbol] {
        &self.names[self.shown - self.unnamed..]
    }

    fn size(&self) -> usize {
        self.names.len() + self.unnamed
    }

    /// The class; `open`: the program can make instances.
    pub fn class(self, doc: &str, open: bool) -> Rc<Class> {
        let (module, name) = self.class.rsplit_once('.').unwrap_or(("builtins", &self.class));
        let texts = |names: &[Symbol]| Value::tuple(names.iter().map(|name| name.value()).collect::<Vec<_>>());
        let count = |count: usize| Value::Int(count as i64);
        let class = NativeClass::new(name, module, &[&types().tuple], types().tuple.make.get())
            .constant("__match_args__", texts(self.named()))
            .constant("n_fields", count(self.size()))
            .constant("n_sequence_fields", count(self.shown))
            .constant("n_unnamed_fields", count(self.unnamed))
            .constant("__doc__", doc)
            .without_dict()
            .sealed()
            .finish();
        if self.class.contains('.') {
            class.set_flag(class_flag::EXTENSION);
        }
        let of_sys = module == "sys";
        let owner: Rc<str> = self.class.as_str().into();
        for (at, name) in self.names.iter().enumerate() {
            let place = if at < self.named().len() { Place::Item(at) } else { Place::ReadOnly };
            class.set(*name, descriptor::slot(&class, owner.clone(), *name, place));
        }
        let fields = Rc::new(self);
        let add = |name: &str, binding, code: fn(&mut dyn Interp, &Fields, Args) -> PyResult| {
            let fields = fields.clone();
            let code =
                BuiltinCode::Closure(Rc::new(move |i: &mut dyn Interp, args| code(i, &fields, args).map(Flow::Done)));
            class.set(Symbol::new(name), Builtin::new(name, &class.name(), binding, code));
        };
        add("__repr__", Binding::Method, repr);
        add("__reduce__", Binding::Method, |_, fields, args| Ok(fields.reduce(&args.values[0])));
        add("__replace__", Binding::Method, replace);
        add("__new__", Binding::Function, if open { make } else { refuse });
        class.set(known::INIT, Builtin::new("__init__", "object", Binding::Method, BuiltinCode::Sync(no_init)));
        if of_sys {
            class.set_flag(class_flag::FIXED);
        }
        class
    }

    /// The hidden fields by their names.
    fn hidden_dict(&self, this: &Value) -> Value {
        let dict = Dict::new();
        for name in self.hidden() {
            dict.set_str(*name, hidden(this, *name));
        }
        Value::Dict(dict)
    }

    fn reduce(&self, this: &Value) -> Value {
        let parts = Value::tuple([this.plain().clone(), self.hidden_dict(this)]);
        Value::tuple([Value::Type(type_of(this)), parts])
    }
}

fn refuse(_: &mut dyn Interp, fields: &Fields, _: Args) -> PyResult {
    Err(type_error(format!("cannot create '{}' instances", fields.class)))
}

fn no_init(_: &mut dyn Interp, _: Args) -> PyResult {
    Ok(Value::None)
}

/// An instance of `class`, of its items and hidden fields by name.
pub fn instance(class: &Rc<Class>, items: Vec<Value>, hidden: impl IntoIterator<Item = (Symbol, Value)>) -> Value {
    let made = Object::new(class.clone(), Payload::Builtin(Value::tuple(items)));
    for (name, value) in hidden {
        made.attrs.borrow_mut().set(name, value);
    }
    Value::Object(made)
}

/// A hidden field of an instance.
pub fn hidden(this: &Value, name: Symbol) -> Value {
    this.as_object().and_then(|o| o.attrs.borrow().get(name).cloned()).unwrap_or(Value::None)
}

/// `cls(sequence, dict)`: further items of the sequence, or what the dict has, are the hidden fields; those that are not
/// given are None. The first ones stand for items that have no names, and are those items then (`statresult_new` of
/// CPython's `Modules/posixmodule.c`).
fn make(i: &mut dyn Interp, fields: &Fields, mut args: Args) -> PyResult {
    let Some(Value::Type(class)) = args.take_first() else { return Err(type_error("structseq.__new__(X)")) };
    let [sequence, dict] = args.bind_in_c("structseq", &["sequence", "dict"], 1)?;
    let Ok(mut items) = ops::to_vec(i, &sequence) else {
        return Err(type_error("constructor requires a sequence"));
    };
    let (shown, all, given) = (fields.shown, fields.size(), items.len());
    let name = &fields.class;
    if !matches!(dict.plain(), Value::Unset | Value::Dict(_)) {
        return Err(type_error(format!("{name}() takes a dict as second arg, if any")));
    }
    if given < shown || given > all {
        let (bound, size) = match (shown == all, given < shown) {
            (true, _) => ("a ", shown),
            (false, true) => ("an at least ", shown),
            (false, false) => ("an at most ", all),
        };
        return Err(type_error(format!("{name}() takes {bound}{size}-sequence ({given}-sequence given)")));
    }
    let mut behind = items.split_off(shown);
    if let Value::Dict(dict) = dict.plain() {
        let before = behind.len();
        let found = fields.hidden()[before..].iter().map(|name| dict.get_str(*name));
        behind.extend(found.map(|value| value.unwrap_or_default()));
        let count = behind[before..].iter().filter(|value| !value.is_unset()).count();
        if count < dict.len() {
            return Err(type_error(format!("{name}() got duplicate or unexpected field name(s)")));
        }
    }
    behind.resize(fields.hidden().len(), Value::Unset);
    let unnamed = items[shown - fields.unnamed..].to_vec();
    let stand_in = unnamed.into_iter().chain(std::iter::repeat(Value::None));
    let hidden = behind.into_iter().zip(stand_in).map(|(value, other)| match value {
        Value::Unset | Value::None => other,
        value => value,
    });
    Ok(instance(&class, items, fields.hidden().iter().copied().zip(hidden)))
}

/// `__repr__()`: the items by name, those without with the names of what stands for them.
fn repr(i: &mut dyn Interp, fields: &Fields, args: Args) -> PyResult {
    let Value::Tuple(items) = args.values[0].plain() else { return Ok(Value::None) };
    let mut parts = Vec::new();
    for (name, value) in fields.names.iter().zip(&items.items) {
        parts.push(format!("{}={}", name.text(), ops::repr_text(i, value)?.text()));
    }
    Ok(format!("{}({})", fields.class, parts.join(", ")).into())
}

/// `__replace__(**changes)`
fn replace(i: &mut dyn Interp, fields: &Fields, args: Args) -> PyResult {
    if args.positional_count() > 1 {
        return Err(type_error("__replace__() takes no positional arguments"));
    }
    let this = args.values[0].clone();
    if fields.unnamed > 0 {
        let class = &fields.class;
        return Err(type_error(format!("__replace__() is not supported for {class} because it has unnamed field(s)")));
    }
    let Value::Tuple(tuple) = this.plain() else { return Ok(this) };
    let mut items = tuple.items.to_vec();
    let mut behind: Vec<Value> = fields.hidden().iter().map(|name| hidden(&this, *name)).collect();
    let mut unknown = Vec::new();
    let names = args.names.clone().unwrap_or_default();
    for (name, value) in names.iter().zip(&args.values[1..]) {
        match fields.names.iter().position(|known| known == name) {
            Some(at) if at < items.len() => items[at] = value.clone(),
            Some(at) => behind[at - items.len()] = value.clone(),
            _ => unknown.push(name.value()),
        }
    }
    if !unknown.is_empty() {
        let shown = ops::repr_text(i, &Value::list(unknown))?;
        return Err(type_error(format!("Got unexpected field name(s): {}", shown.text())));
    }
    Ok(instance(&type_of(&this), items, fields.hidden().iter().copied().zip(behind)))
}

/// `make(class, names, doc, shown=len(names), unnamed=0)`: such a class, for modules that are texts.
fn make_class(i: &mut dyn Interp, args: Args) -> PyResult {
    let [class, names, doc, shown, unnamed] = args.between("make", 3)?;
    let names: Vec<_> = ops::to_vec(i, &names)?.iter().map(|name| Symbol::new(&name.text_or_empty())).collect();
    let shown = shown.as_int().map_or(names.len(), |count| count as usize);
    let unnamed = unnamed.as_int().unwrap_or(0) as usize;
    let fields = Fields { class: class.text_or_empty().to_string(), names, shown, unnamed };
    Ok(Value::Type(fields.class(&doc.text_or_empty(), true)))
}

/// Module `_struct_sequence`.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_struct_sequence");
    module.set(Symbol::new("make"), Builtin::sync("make", "_struct_sequence", make_class));
    Ok(module)
}
