//! Making classes: `__build_class__` and `type(name, bases, namespace)` (Python/bltinmodule.c `builtin___build_class__`,
//! Objects/typeobject.c `type_new`).

use std::rc::Rc;

use super::args::Args;
use super::attribute::{get_attr, lookup_special};
use super::attrs::Namespace;
use super::class::{Class, class_flag, linearize};
use super::class_layout::best_layout;
use super::class_slots::{define_dict_descriptors, define_slots};
use super::containers::Dict;
use super::cx::Cx;
use super::descriptor::{ClassMethod, Property, StaticMethod};
use super::exception::{Exc, PyResult, runtime_error, type_error};
use super::exception_types::add_note;
use super::interp::Interp;
use super::object::Object;
use super::several;
use super::symbol::{Symbol, known};
use super::types::{type_name, type_of, types};
use super::value::Value;

/// The VM's function that runs a class body: called with (function, namespace) it gives the `__class__` cell or None.
/// The namespace is a `Value::Namespace`, or the mapping that `__prepare__` gave. Stored in `States` by the VM.
#[derive(Clone)]
pub struct BodyRunner(pub Value);

/// `__build_class__(func, name, *bases, metaclass=None, **kwds)`.
pub async fn build_class(cx: Cx, args: Args) -> PyResult {
    let [function, name, bases @ ..] = args.positional_values() else {
        return Err(type_error("__build_class__: not enough arguments"));
    };
    let (function, name, given) = (function.clone(), name.clone(), bases.to_vec());
    let mut keywords: Vec<(Symbol, Value)> = args.keywords().map(|(n, v)| (n, v.clone())).collect();
    drop(args);
    let bases = resolve_bases(&cx, &given).await?;
    let replaced = bases.is_some();
    let bases = bases.unwrap_or_else(|| given.clone());
    let meta = match keywords.iter().position(|(n, _)| *n == known::METACLASS) {
        Some(at) => keywords.remove(at).1,
        None => bases.first().map_or_else(|| Value::Type(types().type_.clone()), |b| Value::Type(type_of(b))),
    };
    let meta = match meta {
        Value::Type(class) => Value::Type(winning_metaclass(&class, &bases)?),
        callable => callable,
    };
    let plain = matches!(&meta, Value::Type(c) if Rc::ptr_eq(c, &types().type_));
    let namespace =
        if plain { Value::Namespace(Rc::default()) } else { prepare(&cx, &meta, &name, &bases, &keywords).await? };
    let runner = cx.enter(|i| i.states().find::<BodyRunner>().map(|r| r.0.clone()));
    let runner = runner.ok_or_else(|| runtime_error("no way to run a class body"))?;
    let cell = cx.call(&runner, Args::from([function, namespace.clone()])).await?;
    if replaced {
        let key = known::ORIG_BASES;
        match &namespace {
            Value::Namespace(n) => drop(n.names.borrow_mut().set(key, Value::tuple(given))),
            mapping => {
                let mapping = mapping.clone();
                cx.run(|i| super::ops::set_item(i, &mapping, &key.value(), Value::tuple(given))).await?;
            }
        }
    }
    let made = if plain {
        let Value::Namespace(namespace) = &namespace else { unreachable!("made above") };
        let Some(name) = name.as_str() else {
            return Err(type_error("__build_class__: name is not a string"));
        };
        let entries = entries_of(namespace);
        new_class(cx.clone(), types().type_.clone(), name.text().into(), bases, entries, keywords).await?
    } else {
        let visible = match &namespace {
            Value::Namespace(n) => Value::Dict(Dict::view(n.clone())),
            mapping => mapping.clone(),
        };
        let args = Args::with_keywords([name, Value::tuple(bases), visible], keywords);
        cx.call(&meta, args).await?
    };
    if let (Value::Cell(cell), Value::Type(class)) = (&cell, &made) {
        check_class_cell(&cx, &cell.contents.borrow(), class)?;
    }
    Ok(made)
}

/// What a class body has defined. Who holds the namespace (`locals()` in the body) keeps it as it was in the end.
fn entries_of(namespace: &Rc<Namespace>) -> Vec<(Symbol, Value)> {
    let mut names = namespace.names.borrow_mut();
    let shared = Rc::strong_count(namespace) > 1;
    if shared { names.iter().map(|(n, v)| (n, v.clone())).collect() } else { names.take() }
}

/// The `__class__` cell must have come to the class through the namespace that the metaclass was given.
fn check_class_cell(cx: &Cx, contents: &Value, class: &Rc<Class>) -> PyResult<()> {
    if matches!(contents, Value::Type(c) if Rc::ptr_eq(c, class)) {
        return Ok(());
    }
    let made = Value::Type(class.clone());
    let (name, repr) = (class.name(), cx.enter(|i| super::ops::repr_text(i, &made))?);
    if contents.is_unset() {
        return Err(runtime_error(format!(
            "__class__ not set defining '{name}' as {}. Was __classcell__ propagated to type.__new__?",
            repr.text()
        )));
    }
    let other = cx.enter(|i| super::ops::repr_text(i, contents))?;
    Err(type_error(format!("__class__ set to {} defining '{name}' as {}", other.text(), repr.text())))
}

/// `types.resolve_bases`: replaces bases that are no classes by what their `__mro_entries__` gives. `None`: no change.
pub async fn resolve_bases(cx: &Cx, bases: &[Value]) -> PyResult<Option<Vec<Value>>> {
    if bases.iter().all(|b| matches!(b, Value::Type(_))) {
        return Ok(None);
    }
    let (mut resolved, mut changed) = (Vec::new(), false);
    for base in bases {
        let entries = match base {
            Value::Type(_) => None,
            // An attribute of the object, not of its class: `typing.NamedTuple` is a function.
            Value::Function(f) => f.attrs.borrow().get(known::MRO_ENTRIES).cloned(),
            other => cx.enter(|i| lookup_special(i, other, known::MRO_ENTRIES))?,
        };
        let Some(entries) = entries else {
            resolved.push(base.clone());
            continue;
        };
        match cx.call(&entries, Args::one(Value::tuple(bases.to_vec()))).await? {
            Value::Tuple(more) => resolved.extend(more.items.iter().cloned()),
            _ => return Err(type_error("__mro_entries__ must return a tuple")),
        }
        changed = true;
    }
    Ok(changed.then_some(resolved))
}

/// The most derived of the metaclasses (`_PyType_CalculateMetaclass`).
pub(super) fn winning_metaclass(meta: &Rc<Class>, bases: &[Value]) -> PyResult<Rc<Class>> {
    let mut winner = meta.clone();
    for base in bases {
        let other = type_of(base);
        if winner.is_subclass_of(&other) {
            continue;
        }
        if !matches!(base, Value::Type(_)) && other.lookup(known::MRO_ENTRIES).is_some() {
            return Err(type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
        }
        if !other.is_subclass_of(&winner) {
            return Err(type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses \
                 of all its bases",
            ));
        }
        winner = other;
    }
    Ok(winner)
}

/// The namespace that the metaclass's `__prepare__` gives.
async fn prepare(cx: &Cx, meta: &Value, name: &Value, bases: &[Value], keywords: &[(Symbol, Value)]) -> PyResult {
    let hook = match meta {
        Value::Type(class) => {
            class.lookup(known::PREPARE).filter(|v| !matches!(v, Value::Builtin(b) if &*b.owner == "type"))
        }
        _ => None,
    };
    if matches!(meta, Value::Type(_)) && hook.is_none() {
        return Ok(Value::Namespace(Rc::default()));
    }
    let found = match cx.run(|i| get_attr(i, meta, known::PREPARE)).await {
        Err(e) if e.is_a(&types().attribute_error) => return Ok(Value::Namespace(Rc::default())),
        other => other?,
    };
    let args = Args::with_keywords([name.clone(), Value::tuple(bases.to_vec())], keywords.iter().cloned());
    let namespace = cx.call(&found, args).await?;
    let mapping = matches!(namespace.plain(), Value::Dict(_))
        || type_of(&namespace).lookup(known::GETITEM).is_some() && type_of(&namespace).lookup(known::SETITEM).is_some();
    if mapping {
        return Ok(namespace);
    }
    let what = match meta {
        Value::Type(class) => class.name(),
        _ => "<metaclass>".into(),
    };
    Err(type_error(format!("{what}.__prepare__() must return a mapping, not {}", type_name(&namespace))))
}

/// The names of a class body as a list, from the dict that `type.__new__` was given. Keys that are no names are dropped.
pub fn namespace_entries(namespace: &Dict) -> Vec<(Symbol, Value)> {
    let entries = namespace.entries();
    entries.into_iter().filter_map(|(k, v)| Some((Symbol::of(k.as_str()?)?, v))).collect()
}

/// `type.__new__(meta, name, bases, namespace, **keywords)`.
pub async fn new_class(
    cx: Cx,
    meta: Rc<Class>,
    name: Rc<str>,
    bases: Vec<Value>,
    entries: Vec<(Symbol, Value)>,
    keywords: Vec<(Symbol, Value)>,
) -> PyResult {
    let meta = winning_metaclass(&meta, &bases)?;
    let class = cx.enter(|i| assemble(i, meta, name, &bases, entries))?;
    own_order(&cx, &class).await?;
    set_names(&cx, &class).await?;
    let parent = class.lookup_after(&class, known::INIT_SUBCLASS);
    match parent {
        None => {}
        Some(Value::Builtin(hook)) if keywords.is_empty() && &*hook.owner == "object" => {}
        Some(hook) => {
            let own = class.clone();
            let bound = cx.run(|i| super::attribute::bind(i, &hook, &Value::Unset, &own)).await?;
            cx.call(&bound, Args::with_keywords([], keywords)).await?;
        }
    }
    Ok(Value::Type(class))
}

/// The resolution order as the metaclass's own `mro` gives it, if it has one.
async fn own_order(cx: &Cx, class: &Rc<Class>) -> PyResult<()> {
    let hook = class.metaclass().and_then(|m| m.lookup(Symbol::new("mro")));
    let Some(hook @ Value::Function(_)) = hook else { return Ok(()) };
    let order = cx.call(&hook, Args::one(Value::Type(class.clone()))).await?;
    let (mut ancestors, mut empty) = (Vec::new(), true);
    for entry in super::ops::collect(cx, &order).await? {
        let Value::Type(other) = entry else {
            return Err(type_error(format!("mro() returned a non-class ('{}')", type_name(&entry))));
        };
        // What lays out its instances must lay out those of the class (`mro_check`).
        if let Some(layout) = other.layout()
            && !class.layout().is_some_and(|own| own.is_subclass_of(&layout))
        {
            let name = other.shown_name();
            return Err(type_error(format!("mro() returned base with unsuitable layout ('{name}')")));
        }
        empty = false;
        if !Rc::ptr_eq(&other, class) {
            ancestors.push(other);
        }
    }
    if empty {
        return Err(type_error("type MRO must not be empty"));
    }
    class.ancestors.replace(ancestors);
    super::class::next_epoch();
    Ok(())
}

/// The class without its hooks being called.
fn assemble(
    i: &mut dyn Interp,
    meta: Rc<Class>,
    name: Rc<str>,
    bases: &[Value],
    entries: Vec<(Symbol, Value)>,
) -> PyResult<Rc<Class>> {
    let bases = base_classes(bases)?;
    let mixed = bases.len() > 1 && several::mix(&bases);
    let layout = if mixed { None } else { best_layout(&bases)? };
    let ancestors = linearize(&bases).map_err(|heads| no_order(&heads))?;
    let make = if mixed { several::make } else { layout.as_ref().unwrap_or(&types().object).make.get() };
    let metaclass = (!Rc::ptr_eq(&meta, &types().type_)).then_some(meta);
    let class = Class::new(&name, bases, ancestors, metaclass, make, class_flag::HEAP);
    if mixed {
        class.set_flag(class_flag::LAYOUT | class_flag::MIXES);
    }
    let (mut cell, mut namespace) = (None, None);
    let mut slots = None;
    for (key, value) in entries {
        let value = match key {
            known::CLASSCELL => {
                cell = Some(value);
                continue;
            }
            known::CLASSDICTCELL => {
                namespace = Some(value);
                continue;
            }
            known::QUALNAME => {
                let Some(text) = value.as_str() else {
                    return Err(type_error(format!("type __qualname__ must be a str, not {}", type_name(&value))));
                };
                class.qualname.replace(text.text().into());
                continue;
            }
            known::NEW if matches!(value, Value::Function(_)) => {
                Object::with_native(types().staticmethod.clone(), StaticMethod(value.into()))
            }
            known::INIT_SUBCLASS | known::CLASS_GETITEM if matches!(value, Value::Function(_)) => {
                Object::with_native(types().classmethod.clone(), ClassMethod(value.into()))
            }
            known::SLOTS => {
                slots = Some(value.clone());
                value
            }
            _ => value,
        };
        if !value.is_unset() {
            class.define(key, value);
        }
    }
    if !class.attrs.borrow().contains(known::MODULE) {
        let module = i.place().globals.and_then(|g| g.names.borrow().get(known::NAME).cloned());
        if let Some(module) = module {
            class.define(known::MODULE, module);
        }
    }
    match slots {
        Some(slots) => define_slots(i, &class, &name, &slots)?,
        None => define_dict_descriptors(&class),
    }
    if !class.attrs.borrow().contains(known::DOC) {
        class.define(known::DOC, Value::None);
    }
    let (eq, hash) = (class.attrs.borrow().contains(known::EQ), class.attrs.borrow().contains(known::HASH));
    if eq && !hash {
        class.define(known::HASH, Value::None);
    }
    match cell {
        Some(Value::Cell(cell)) => drop(cell.contents.replace(Value::Type(class.clone()))),
        Some(other) => {
            let kind = super::ops::repr_text(i, &Value::Type(type_of(&other)))?;
            return Err(type_error(format!("__classcell__ must be a nonlocal cell, not {}", kind.text())));
        }
        None => {}
    }
    // What its aliases and generic methods look up later, they find in the class.
    if let Some(Value::Cell(cell)) = namespace {
        drop(cell.contents.replace(Value::Dict(Dict::view(class.clone()))));
    }
    Ok(class)
}

fn base_classes(bases: &[Value]) -> PyResult<Vec<Rc<Class>>> {
    if bases.is_empty() {
        return Ok(vec![types().object.clone()]);
    }
    let mut classes: Vec<Rc<Class>> = Vec::with_capacity(bases.len());
    for base in bases {
        let Value::Type(class) = base else { return Err(type_error("bases must be types")) };
        if class.flag(class_flag::FINAL) {
            return Err(type_error(format!("type '{}' is not an acceptable base type", class.shown_name())));
        }
        classes.push(class.clone());
    }
    for (at, class) in classes.iter().enumerate() {
        if classes[..at].iter().any(|c| Rc::ptr_eq(c, class)) {
            return Err(type_error(format!("duplicate base class {}", class.name())));
        }
    }
    Ok(classes)
}

#[cold]
pub(super) fn no_order(bases: &[Rc<Class>]) -> Exc {
    let names: Vec<Rc<str>> = bases.iter().map(|b| b.name()).collect();
    let names: Vec<&str> = names.iter().map(|n| &**n).collect();
    type_error(format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", ")))
}

/// Whether instances of a class have a `__dict__`.
pub fn has_dict(class: &Class) -> bool {
    class.is_exception()
        || class.is_subclass_of(&types().type_)
        || !class.flag(class_flag::NO_DICT) && !class.flag(class_flag::IMMUTABLE)
}

/// A private name as it is inside class `class`: `__x` becomes `_C__x`.
pub fn mangle(class: &str, name: &str) -> String {
    let stripped = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || stripped.is_empty() {
        return name.to_string();
    }
    format!("_{stripped}{name}")
}

/// Calls `__set_name__` of the attributes that have one.
async fn set_names(cx: &Cx, class: &Rc<Class>) -> PyResult<()> {
    let entries: Vec<(Symbol, Value)> = {
        let attrs = class.attrs.borrow();
        attrs.iter().filter(|(_, v)| matches!(v, Value::Object(_))).map(|(n, v)| (n, v.clone())).collect()
    };
    for (name, value) in entries {
        if let Some(property) = value.native::<Property>() {
            property.name.replace(name.value());
        }
        let hook = cx.enter(|i| lookup_special(i, &value, known::SET_NAME))?;
        let Some(hook) = hook else { continue };
        if matches!(&hook, Value::Method(m) if matches!(m.function, Value::Builtin(_)) && value.native::<Property>().is_some())
        {
            continue;
        }
        let args = Args::from([Value::Type(class.clone()), name.value()]);
        if let Err(exc) = cx.call(&hook, args).await {
            let text = format!(
                "Error calling __set_name__ on '{}' instance '{}' in '{}'",
                type_name(&value),
                name.text(),
                class.name()
            );
            return Err(cx.enter(|i| add_note(i, &exc, text.into())).err().unwrap_or(exc));
        }
    }
    Ok(())
}

/// The dict that `type.__new__` reads: the value itself, or the dict that an instance of a subclass carries.
pub fn namespace_dict(value: &Value) -> Option<Rc<Dict>> {
    match value.plain() {
        Value::Dict(d) => Some(d.clone()),
        Value::Namespace(n) => Some(Dict::view(n.clone())),
        _ => None,
    }
}
