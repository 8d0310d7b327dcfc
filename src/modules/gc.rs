//! `_gc`: what `gc` asks of the interpreter.

use std::rc::Rc;

use crate::objects::containers::Dict;
use crate::objects::exception::PyResult;
use crate::objects::frame_type::{frame_value, traceback_value};
use crate::objects::function::Builtin;
use crate::objects::gc;
use crate::objects::gc_garbage::objects;
use crate::objects::gc_graph::{Edge, Node};
use crate::objects::module::Module;
use crate::objects::{Args, Interp, Symbol, Value, known};
use crate::vm::collect::{collect_now, unreachable_now};
use crate::vm::vm_of;

/// The objects that the program's names, `more` and what can be part of a cycle lead to.
pub(super) fn all(i: &mut dyn Interp, more: Value) -> Vec<Node> {
    match i.imported(&known::MAIN.text()) {
        Some(Value::Module(main)) => objects(&main.namespace.names.borrow(), more),
        _ => Vec::new(),
    }
}

fn value_of(node: &Node) -> Value {
    match node {
        Node::Value(Value::Namespace(names)) => Value::Dict(Dict::view(names.clone())),
        Node::Value(value) => value.clone(),
        Node::Traceback(traceback) => traceback_value(traceback),
        Node::Frame(frame) => frame_value(frame),
    }
}

fn get_objects(i: &mut dyn Interp, args: Args) -> PyResult {
    let [more] = args.exactly("get_objects")?;
    Ok(Value::list(all(i, more).iter().map(value_of).collect()))
}

fn get_referrers(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let more = args.take_first().unwrap_or_default();
    let sought: Vec<usize> = args.values.iter().map(|v| Node::Value(v.clone()).address()).collect();
    let refers = |node: &&Node| {
        let mut found = false;
        node.visit(&mut |edge: Edge| found |= edge.address().is_some_and(|at| sought.contains(&at)));
        found
    };
    let mut found: Vec<Value> = all(i, more).iter().filter(refers).map(value_of).collect();
    // The program's names are no object of the graph.
    if let Some(Value::Module(main)) = i.imported(&known::MAIN.text()) {
        let names = main.namespace.names.borrow();
        if names.iter().any(|(_, value)| args.values.iter().any(|v| v.is(value))) {
            found.push(Value::Dict(crate::objects::containers::Dict::view(main.namespace.clone())));
        }
    }
    Ok(Value::list(found))
}

fn get_referents(_: &mut dyn Interp, args: Args) -> PyResult {
    let mut found = Vec::new();
    for value in &args.values {
        Node::Value(value.clone()).visit(&mut |edge: Edge| found.extend(edge.node().as_ref().map(value_of)));
    }
    Ok(Value::list(found))
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_gc");
    let functions = [
        Builtin::sync("enable", "gc", |_, _| {
            gc::set_enabled(true);
            Ok(Value::None)
        }),
        Builtin::sync("disable", "gc", |_, _| {
            gc::set_enabled(false);
            Ok(Value::None)
        }),
        Builtin::sync("collect", "gc", |i, _| collect_now(i)),
        // What would be ended by a collection.
        Builtin::sync("unreachable", "gc", |i, _| {
            Ok(Value::list(unreachable_now(vm_of(i)).iter().map(value_of).collect()))
        }),
        Builtin::sync("isenabled", "gc", |_, _| Ok(Value::Bool(gc::is_enabled()))),
        Builtin::sync("get_objects", "gc", get_objects),
        Builtin::sync("is_finalized", "gc", |_, args| {
            let [object] = args.exactly("gc.is_finalized")?;
            Ok(Value::Bool(match &object {
                Value::Object(object) => object.finalized.get(),
                Value::Generator(generator) => generator.finalized.get(),
                _ => false,
            }))
        }),
        Builtin::sync("get_referrers", "gc", get_referrers),
        Builtin::sync("get_referents", "gc", get_referents),
    ];
    for function in functions {
        if let Value::Builtin(builtin) = &function {
            module.set(Symbol::new(&builtin.name), function.clone());
        }
    }
    Ok(module)
}
