//! Collecting cycles: what CPython's collector does to garbage, in its order (Modules/gcmodule.c `gc_collect_main`).

use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use super::core::{Vm, vm_of};
use super::finalize::{self, Told};
use crate::asyncio::pending_order::PendingOrder;
use crate::asyncio::shutdown::{report_task_of, tasks_before_coroutines};
use crate::objects::class::{Class, class_flag};
use crate::objects::gc;
use crate::objects::gc_garbage::{garbage, still_garbage};
use crate::objects::gc_graph::{Edge, Node};
use crate::objects::module::Module;
use crate::objects::{Exc, Interp, Object, PyResult, Value};
use crate::trace::sorted::{distinct, sort_by_key};

/// So many objects with `__del__` are looked after as others go, and so many items looked at.
const MANY: usize = 500;

/// Finds what only refers to itself: tells its weak references, finalizes it, and takes it apart. Gives how many objects
/// it was.
pub fn collect(vm: &mut Vm) -> usize {
    finalize::drain(vm);
    vm.forget_ended_frames();
    gc::forget_sites();
    finish(vm, garbage(None, &[]), None, &PendingOrder::default())
}

/// Collects once there may be enough garbage. Tasks that are not done are none as a rule, nor are their coroutines: many of
/// them are no reason to look.
pub fn collect_if_due(vm: &mut Vm) {
    let state = vm.states.find::<Rc<crate::asyncio::Asyncio>>();
    if gc::take_due(|| state.map_or(0, |state| 2 * state.tasks.borrow().len())) {
        collect(vm);
    }
}

/// The first warning that hints at tracemalloc imports it, which makes so many objects that CPython's collector comes
/// before the warning is written.
pub fn before_hint(vm: &mut Vm) {
    if crate::objects::warnings::imports_tracemalloc(vm) {
        collect(vm);
        if let Some(state) = vm.states.find::<Rc<crate::asyncio::Asyncio>>() {
            state.collected.set(state.numbers.get());
        }
    }
}

/// As [`collect`], at the end of the program: what lives may hold coroutines that were never awaited.
pub fn collect_at_end(vm: &mut Vm) {
    finalize::drain(vm);
    if gc::has_any() {
        collect(vm);
    }
}

/// What the frames hold that the exception with which the program ended has passed, and those that it came of.
pub fn held_by_last_exception(vm: &Vm) -> Vec<Value> {
    let (mut held, mut seen) = (Vec::new(), BTreeSet::new());
    let mut chain: Vec<Exc> = vm.last_exc.iter().cloned().collect();
    while let Some(exc) = chain.pop() {
        if !seen.insert(Node::Value(exc.value()).address()) {
            continue;
        }
        let mut passed = exc.data().traceback.borrow().clone();
        while let Some(traceback) = passed {
            held.extend(traceback.frame.slots.borrow().iter().cloned());
            passed = traceback.next.borrow().clone();
        }
        chain.extend(exc.data().cause.borrow().clone());
        chain.extend(exc.data().context.borrow().clone());
    }
    held
}

/// That exception goes. `None`: there was none; else what its frames held and what is still there.
pub fn drop_last_exception(vm: &mut Vm) -> Option<Vec<Weak<Object>>> {
    let held = held_by_last_exception(vm);
    let held = held.into_iter().filter_map(|value| Some(Rc::downgrade(value.as_object()?))).collect();
    let had_exception = vm.last_exc.take().is_some();
    finalize::drain(vm);
    had_exception.then_some(held)
}

/// A module is going: so are its names and what they lead to. `held`: what [`drop_last_exception`] gave. `order`: that of
/// the pending tasks before their loops were closed.
#[inline(never)]
pub fn collect_module(vm: &mut Vm, module: Option<&Module>, held: Option<Vec<Weak<Object>>>, order: &PendingOrder) {
    let needed = held.is_some() || gc::matters() || module.is_some_and(has_suspended);
    if !needed && !gc::has_callbacks() {
        return;
    }
    let held: Vec<Value> = held.iter().flatten().filter_map(Weak::upgrade).map(Value::Object).collect();
    let nodes = garbage(module.map(|module| module.namespace.names.borrow()).as_deref(), &held);
    drop(held);
    // Weak references tell nothing if they go with the module, as part of a cycle: its functions close one.
    if !needed && !module.is_some_and(|module| nodes.iter().any(|node| is_function_of(module, node))) {
        return;
    }
    finish(vm, nodes, module, order);
}

/// Whether a name leads to a generator that stands where it has still something to do; of much, not all is looked at.
#[inline(never)]
pub fn has_suspended(module: &Module) -> bool {
    let mut values: Vec<Value> = module.namespace.names.borrow().iter().map(|(_, v)| v.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(value) = values.pop() {
        match &value {
            Value::Generator(generator) if generator.needs_finalizer() => return true,
            Value::List(list) if list.items.borrow().len() > MANY => continue,
            Value::Dict(dict) if dict.len() > MANY => continue,
            Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Object(_) | Value::Type(_) => {}
            _ => continue,
        }
        let node = Node::Value(value);
        if seen.len() < MANY && seen.insert(node.address()) {
            node.visit(&mut |edge| {
                if let Edge::Value(value) = edge {
                    values.push(value.clone());
                }
            });
        }
    }
    false
}

/// Whether it is a function that the module's code has defined.
pub fn is_function_of(module: &Module, node: &Node) -> bool {
    matches!(node, Node::Value(Value::Function(f)) if Rc::ptr_eq(&f.globals, &module.namespace))
}

fn finish(vm: &mut Vm, mut nodes: Vec<Node>, module: Option<&Module>, order: &PendingOrder) -> usize {
    if nodes.is_empty() {
        return 0;
    }
    let count = nodes.iter().map(Node::weight).sum();
    let inbox = vm.stack.inbox.take();
    // What is finalized with it has nothing to tell.
    let own = distinct(nodes.iter().map(Node::address));
    let mut told = Told::new();
    for watchers in nodes.iter().filter_map(Node::take_watchers) {
        told.extend(finalize::lost(&watchers));
    }
    told.retain(|(reference, _)| {
        let address = Node::Value(Value::Object(reference.clone())).address();
        own.binary_search(&address).is_err()
    });
    let mut ran = !told.is_empty();
    finalize::nested(vm, |cx| async move { finalize::tell(&cx, told).await });
    let tasks = module.map(|module| tasks_before_coroutines(vm, &module.namespace.names.borrow())).unwrap_or_default();
    let waiting = nodes.iter().filter_map(|node| match node {
        Node::Value(Value::Object(object)) if object.needs_finalizer() => Some(object.clone()),
        _ => None,
    });
    // Of many it would take long to ask each time.
    let waiting: Vec<Rc<Object>> = waiting.take(MANY).collect();
    let mut sorted = by_age(&nodes, module.is_none());
    sort_pending(&mut sorted, order);
    for node in sorted {
        if let Node::Value(Value::Generator(coroutine)) = node {
            ran |= report_task_of(vm, &tasks, coroutine);
        }
        if finalize_node(vm, node) {
            ran = true;
            // What only it has held goes with it.
            let gone = waiting.iter().filter(|one| Rc::strong_count(one) == 2 && one.needs_finalizer());
            gone.for_each(|one| _ = finalize_object(vm, one));
        }
    }
    drop(waiting);
    if ran {
        let names = module.map(|module| module.namespace.names.borrow());
        nodes = still_garbage(nodes, names.as_deref());
    }
    nodes.iter().for_each(Node::clear);
    drop(nodes);
    finalize::drain(vm);
    vm.stack.inbox = inbox;
    count
}

/// The nodes, generators among the objects with something to do where they were made, if `sorted`.
fn by_age(nodes: &[Node], sorted: bool) -> Vec<&Node> {
    let mut order: Vec<&Node> = nodes.iter().collect();
    if sorted && nodes.iter().any(|node| matches!(node, Node::Value(Value::Generator(_)))) {
        let numbers = gc::numbers();
        let mut last = 0;
        let mut age = |node: &&Node| {
            last = match node {
                Node::Value(Value::Generator(generator)) => generator.number,
                node => numbers.get(&node.address()).copied().unwrap_or(last),
            };
            last
        };
        let ages: Vec<u32> = order.iter().map(&mut age).collect();
        let mut places: Vec<usize> = (0..order.len()).collect();
        sort_by_key(&mut places, |place| ages[*place]);
        order = places.into_iter().map(|place| &nodes[place]).collect();
    }
    order
}

/// Pending tasks and their coroutines change places, so that they come in `order`.
fn sort_pending(nodes: &mut [&Node], order: &PendingOrder) {
    let place = |node: &Node| match node {
        Node::Value(value @ (Value::Generator(_) | Value::Object(_))) => order.place(value),
        _ => None,
    };
    let placed = nodes.iter().enumerate().filter_map(|(at, &node)| Some((at, (place(node)?, node))));
    let (at, mut sorted): (Vec<_>, Vec<_>) = placed.unzip();
    sort_by_key(&mut sorted, |(place, _)| *place);
    for (at, (_, node)) in at.into_iter().zip(sorted) {
        nodes[at] = node;
    }
}

/// What `tp_finalize` does; whether there was anything to do.
fn finalize_node(vm: &mut Vm, node: &Node) -> bool {
    match node {
        Node::Value(Value::Object(object)) => finalize_object(vm, object),
        Node::Value(Value::Type(class)) => finalize_class(vm, class),
        Node::Value(Value::Generator(generator))
            if !generator.finalized.get() && (generator.needs_finalizer() || generator.is_suspended_coroutine()) =>
        {
            if generator.is_created() {
                // It stays as it is while others hold it.
                generator.finalized.set(true);
                super::report::never_awaited(vm, generator);
            } else {
                let generator = generator.clone();
                finalize::nested(vm, |cx| async move { finalize::finalize_generator(&cx, generator).await });
            }
            true
        }
        _ => false,
    }
}

fn finalize_object(vm: &mut Vm, object: &Rc<Object>) -> bool {
    if !object.needs_finalizer() {
        return false;
    }
    object.finalized.set(true);
    let object = Value::Object(object.clone());
    finalize::nested(vm, |cx| async move { finalize::call_del(&cx, &object).await });
    true
}

fn finalize_class(vm: &mut Vm, class: &Rc<Class>) -> bool {
    if !class.needs_finalizer() {
        return false;
    }
    class.set_flag(class_flag::FINALIZED);
    let class = Value::Type(class.clone());
    finalize::nested(vm, |cx| async move { finalize::call_del(&cx, &class).await });
    true
}

/// At the very end: what native functions still hold is finalized where it is.
#[inline(never)]
pub fn finalize_the_rest(vm: &mut Vm) {
    finalize::drain(vm);
    for value in gc::unfinished() {
        finalize_node(vm, &Node::Value(value));
    }
    finalize::drain(vm);
}

/// `gc.collect()`
pub fn collect_now(i: &mut dyn Interp) -> PyResult {
    Ok(Value::Int(collect(vm_of(i)) as i64))
}

/// What [`collect`] would take apart, left as it is.
pub fn unreachable_now(vm: &mut Vm) -> Vec<Node> {
    finalize::drain(vm);
    vm.forget_ended_frames();
    gc::forget_sites();
    let found = garbage(None, &[]);
    // It is looked for again.
    found.iter().for_each(|node| {
        if let Node::Value(value) = node {
            gc::register_value(value);
        }
    });
    found
}

/// Takes apart what is left of a run, without a word.
pub fn discard() {
    garbage(None, &[]).iter().for_each(Node::clear);
}
