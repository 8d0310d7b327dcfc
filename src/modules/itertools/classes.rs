//! The classes of itertools, and the module.

use std::rc::Rc;

use super::states::pieces;
use super::{make, states};
use crate::objects::args::Args;
use crate::objects::builtin_types::iterator_types::iterator_methods;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, FlowFn};
use crate::objects::iter::IterKind;
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::{Interp, Symbol, Value, known, ops, types};

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
    let class = if WHOLE.contains(&name) { class } else { class.sync("__setstate__", states::set_state) };
    // Those that are younger than the others have never been pickled.
    match name {
        "batched" | "pairwise" => class,
        "accumulate" => class.sync("__reduce__", reduce_accumulate),
        _ => class.sync("__reduce__", states::reduce),
    }
}

fn finished(class: NativeClass) -> Rc<Class> {
    let class = class.finish();
    iterator_methods(&class);
    class
}

/// `count(10)`, `repeat('x', 3)`
fn repr(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("__repr__")?;
    let Value::Iter(iter) = this.plain() else { return Ok("".into()) };
    let mut made_of = pieces(&this).unwrap_or_default();
    if let [_, Value::Int(1)] = &*made_of
        && &*iter.class.name() == "count"
    {
        made_of.truncate(1);
    }
    let mut parts = Vec::new();
    for part in made_of {
        parts.push(ops::repr_text(i, &part)?.text().into_owned());
    }
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

/// Those that are made again by what they were made of alone.
const WHOLE: [&str; 9] =
    ["_grouper", "_tee", "batched", "compress", "count", "filterfalse", "pairwise", "repeat", "starmap"];

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
        all.push((name, finished(class)));
    }
    let grouper = finished(class("_grouper"));
    let groupby = class("groupby").finish();
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

fn reduce_accumulate(i: &mut dyn Interp, args: Args) -> PyResult {
    let all = &i.states().get_or(classes).0;
    let named = |wanted: &str| all.iter().find(|(name, _)| *name == wanted).map(|(_, class)| class.clone());
    let (Some(chain), Some(islice)) = (named("chain"), named("islice")) else { return states::reduce(i, args) };
    states::reduce_accumulate(i, args, &chain, &islice)
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
