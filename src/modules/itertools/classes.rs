//! The classes of itertools, and the module.

use std::cell::RefCell;
use std::rc::Rc;

use super::make;
use crate::objects::args::Args;
use crate::objects::builtin_types::iterator_state;
use crate::objects::builtin_types::iterator_types::iterator_methods;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, FlowFn};
use crate::objects::iter::{Iter, IterKind, Pieces};
use crate::objects::module::{Module, from_library};
use crate::objects::native_class::NativeClass;
use crate::objects::{Interp, Symbol, Value, known, ops, type_of, types, warnings};

const CLASSES: [(&str, FlowFn); 18] = [
    ("accumulate", make::accumulate),
    ("batched", make::batched),
    ("chain", make::chain),
    ("combinations", make::combinations),
    ("combinations_with_replacement", make::with_replacement),
    ("compress", make::compress),
    ("count", make::count),
    ("cycle", make::cycle),
    ("dropwhile", make::dropwhile),
    ("filterfalse", make::filterfalse),
    ("islice", make::islice),
    ("pairwise", make::pairwise),
    ("permutations", make::permutations),
    ("product", make::product),
    ("repeat", make::repeat),
    ("starmap", make::starmap),
    ("takewhile", make::takewhile),
    ("zip_longest", make::zip_longest),
];

fn class(name: &str) -> NativeClass {
    let like = types().list_iterator.make.get();
    let class = NativeClass::new(name, "itertools", &[], like).without_dict();
    // Those that are younger than the others have never been pickled.
    if matches!(name, "batched" | "pairwise") { class } else { class.sync("__reduce__", reduce) }
}

fn finished(class: NativeClass) -> Rc<Class> {
    let class = class.finish();
    iterator_methods(&class);
    class
}

/// What makes such an iterator again.
fn pieces(value: &Value) -> Vec<Value> {
    let Value::Iter(iter) = value.plain() else { return Vec::new() };
    let IterKind::Native(state) = &iter.kind else { return Vec::new() };
    match state.try_borrow().ok().and_then(|state| state.pieces()) {
        Some(Pieces::Of(parts)) => parts,
        _ => Vec::new(),
    }
}

/// `count(10)`, `repeat('x', 3)`
fn repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__repr__")?;
    let mut parts = Vec::new();
    for part in pieces(&this) {
        parts.push(ops::repr_text(i, &part)?.text().into_owned());
    }
    let Value::Iter(iter) = this.plain() else { return Ok("".into()) };
    Ok(format!("{}({})", iter.class.name(), parts.join(", ")).into())
}

/// `repeat.__length_hint__`
fn left(_: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__length_hint__")?;
    let left = match this.plain() {
        Value::Iter(iter) => match &iter.kind {
            IterKind::Native(state) => state.try_borrow().ok().and_then(|state| state.length_hint()),
            _ => None,
        },
        _ => None,
    };
    left.map(Value::from).ok_or_else(|| type_error("len() of unsized object"))
}

fn warn_of_copies(i: &mut dyn Interp) -> PyResult<()> {
    let text = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
    warnings::warn(i, &types().deprecation_warning, text, None)
}

fn reduce(i: &mut dyn Interp, args: Args) -> PyResult {
    warn_of_copies(i)?;
    iterator_state::reduce(i, args)
}

/// Those of which there is another one at the same place, over the same iterators or over copies of them.
const COPIED: [&str; 14] = [
    "accumulate",
    "chain",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "cycle",
    "dropwhile",
    "filterfalse",
    "islice",
    "permutations",
    "product",
    "starmap",
    "takewhile",
    "zip_longest",
];

fn shallow_copy(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__copy__")?;
    warn_of_copies(i)?;
    another(&this, &mut |part| Ok(part.clone()))
}

fn deep_copy(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, memo] = args.exactly("__deepcopy__")?;
    warn_of_copies(i)?;
    let copy = from_library(i, "copy", "deepcopy")?;
    another(&this, &mut |part| i.call(&copy, Args::from([part.clone(), memo.clone()])))
}

fn another(this: &Value, copy: &mut dyn FnMut(&Value) -> PyResult) -> PyResult {
    let cannot = || type_error(format!("cannot pickle '{}' object", type_of(this).shown_name()));
    let Value::Iter(iter) = this.plain() else { return Err(cannot()) };
    let IterKind::Native(state) = &iter.kind else { return Err(cannot()) };
    let mut failed = None;
    let state = state.try_borrow().map_err(|_| cannot())?.forked(&mut |part| {
        copy(part).unwrap_or_else(|exc| {
            failed = Some(exc);
            Value::None
        })
    });
    if let Some(exc) = failed {
        return Err(exc);
    }
    let copy = Iter::new(iter.class.clone(), IterKind::Native(RefCell::new(state.ok_or_else(cannot)?)));
    if let Value::Iter(copy) = &copy {
        copy.exhausted.set(iter.exhausted.get());
    }
    Ok(copy)
}

fn copy(_: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__copy__")?;
    Ok(make::copied(&this).unwrap_or(this))
}

/// The classes of an interpreter, which it keeps.
struct Made(Vec<(&'static str, Rc<Class>)>, Rc<Class>);

fn classes() -> Made {
    let mut all = Vec::new();
    for (name, new) in CLASSES {
        let mut class = class(name).static_method("__new__", new);
        match name {
            "chain" => {
                class = class
                    .class_method("from_iterable", make::from_iterable)
                    .class_method("__class_getitem__", crate::objects::builtin_types::generic_alias::class_getitem);
            }
            "count" => class = class.sync("__repr__", repr),
            "repeat" => class = class.sync("__repr__", repr).sync("__length_hint__", left),
            _ => {}
        }
        if COPIED.contains(&name) {
            class = class.sync("__copy__", shallow_copy).sync("__deepcopy__", deep_copy);
        }
        all.push((name, finished(class)));
    }
    let grouper = finished(class("_grouper"));
    let groupby = class("groupby").sync("__copy__", shallow_copy).sync("__deepcopy__", deep_copy).finish();
    let of = grouper.clone();
    let new = move |i: &mut dyn Interp, args: Args| make::groupby(i, args, of.clone());
    let new =
        Builtin::of("__new__".into(), "groupby".into(), Binding::Function, None, BuiltinCode::Closure(Rc::new(new)));
    groupby.set(known::NEW, new);
    iterator_methods(&groupby);
    let tee = finished(class("_tee").static_method("__new__", make::tee_object).sync("__copy__", copy));
    tee.set_flag(class_flag::FINAL);
    all.extend([("_grouper", grouper), ("_tee", tee.clone()), ("groupby", groupby)]);
    Made(all, tee)
}

/// Module `itertools`.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("itertools");
    let made = i.states().get_or(classes);
    for (name, class) in &made.0 {
        module.set(Symbol::new(name), Value::Type(class.clone()));
    }
    let class = made.1.clone();
    let tee = move |i: &mut dyn Interp, args: Args| -> PyResult<Flow> { make::tee(i, args, &class) };
    let tee = BuiltinCode::Closure(Rc::new(tee));
    module.set(Symbol::new("tee"), Builtin::of("tee".into(), "itertools".into(), Binding::Function, None, tee));
    module.set(known::DOC, "Functional tools for creating and using iterators.".into());
    Ok(module)
}
