//! The graph that the cycle collector sees: which objects refer to which, and which of them nobody outside refers to
//! (Modules/gcmodule.c `deduce_unreachable`).
//!
//! A reference that is not visited here (a suspended native function's, a frame's on a stack) counts as one from outside
//! and keeps its object alive. None may be visited more often than it is counted.

use std::rc::Rc;

use super::attrs::AttrMap;
use super::class::{Class, class_flag};
use super::containers::{Dict, Tuple};
use super::dict::DictData;
use super::exception::{Exc, Traceback};
use super::finalizer;
use super::frame::{AnyFrame, FrameObject};
use super::gc;
use super::generator::{Generator, GeneratorState};
use super::hasher::FastMap;
use super::iter::IterKind;
use super::object::{Object, Payload};
use super::value::Value;
use super::weak::Watchers;

/// An object of the graph, with a count of its own.
pub enum Node {
    Value(Value),
    Traceback(Rc<Traceback>),
    Frame(Rc<FrameObject>),
}

/// A reference.
pub enum Edge<'a> {
    Value(&'a Value),
    Object(&'a Rc<Object>),
    Tuple(&'a Rc<Tuple>),
    Dict(&'a Rc<Dict>),
    Class(&'a Rc<Class>),
    Generator(&'a Rc<Generator>),
    Traceback(&'a Rc<Traceback>),
    Frame(&'a Rc<FrameObject>),
    /// What stands there, of whatever kind it is.
    Address(usize),
}

type Visit<'a> = dyn FnMut(Edge) + 'a;

fn address<T: ?Sized>(rc: &Rc<T>) -> usize {
    Rc::as_ptr(rc).cast::<()>() as usize
}

impl Value {
    /// Whether it is of a kind that refers to other objects.
    #[inline(always)]
    pub fn can_refer(&self) -> bool {
        use Value::*;
        matches!(
            self,
            Tuple(_)
                | List(_)
                | Dict(_)
                | Set(_)
                | Range(_)
                | Slice(_)
                | Function(_)
                | Builtin(_)
                | Method(_)
                | Type(_)
                | Module(_)
                | Generator(_)
                | Iter(_)
                | Cell(_)
                | Code(_)
                | Namespace(_)
                | Object(_)
        )
    }
}

/// Whether a reference to the value closes no cycle that would not be found: it leads nowhere as yet, or is registered.
pub fn is_leaf(value: &Value) -> bool {
    /// So many items are looked at.
    const FEW: usize = 4;
    let plain = |v: &Value| !v.can_refer();
    match value {
        Value::Tuple(t) => t.items.len() <= FEW && t.items.iter().all(plain),
        Value::List(l) => {
            l.header.is_tracked() || l.items.try_borrow().is_ok_and(|i| i.len() <= FEW && i.iter().all(plain))
        }
        Value::Dict(d) => d.header.is_tracked() || d.viewed().is_none() && d.is_empty(),
        Value::Set(s) => s.header.is_tracked() || s.is_empty(),
        Value::Function(f) => f.closure.is_none() && f.attrs.borrow().is_empty() && f.members.borrow().is_empty(),
        Value::Type(c) => c.header.is_tracked() || !c.flag(class_flag::HEAP),
        Value::Object(o) => {
            let few = |o: &Rc<Object>| {
                let attrs = o.attrs.borrow();
                attrs.len() <= FEW && attrs.shared().is_none() && attrs.iter().all(|(_, v)| plain(v))
            };
            o.header.is_tracked() || matches!(o.payload, Payload::None) && few(o)
        }
        Value::Cell(c) => c.header.is_tracked(),
        Value::Range(_) | Value::Slice(_) | Value::Builtin(_) | Value::Module(_) | Value::Code(_) => true,
        _ => false,
    }
}

/// Where a value of the graph stands; `None` if it is none.
pub(super) fn address_of(value: &Value) -> Option<usize> {
    Some(match value {
        Value::Tuple(t) if t.items.is_empty() => return None,
        Value::Tuple(t) => address(t),
        Value::List(l) => address(l),
        Value::Dict(d) => address(d),
        Value::Set(s) => address(s),
        Value::Function(f) => address(f),
        Value::Method(m) => address(m),
        Value::Type(c) if c.flag(class_flag::HEAP) => address(c),
        Value::Generator(g) => address(g),
        Value::Iter(i) => address(i),
        Value::Cell(c) => address(c),
        Value::Object(o) => address(o),
        _ => return None,
    })
}

impl Edge<'_> {
    pub fn address(&self) -> Option<usize> {
        Some(match self {
            Edge::Value(v) => return address_of(v),
            Edge::Object(o) => address(o),
            Edge::Tuple(t) if t.items.is_empty() => return None,
            Edge::Tuple(t) => address(t),
            Edge::Dict(d) => address(d),
            Edge::Class(c) if !c.flag(class_flag::HEAP) => return None,
            Edge::Class(c) => address(c),
            Edge::Generator(g) => address(g),
            Edge::Traceback(t) => address(t),
            Edge::Frame(f) => address(f),
            Edge::Address(at) => *at,
        })
    }

    /// What it leads to, also where that is no part of the graph.
    pub fn node(&self) -> Option<Node> {
        Some(match self {
            Edge::Value(Value::Unset) => return None,
            Edge::Value(v) => Node::Value((*v).clone()),
            Edge::Object(o) => Node::Value(Value::Object((*o).clone())),
            Edge::Tuple(t) => Node::Value(Value::Tuple((*t).clone())),
            Edge::Dict(d) => Node::Value(Value::Dict((*d).clone())),
            Edge::Class(c) => Node::Value(Value::Type((*c).clone())),
            Edge::Generator(g) => Node::Value(Value::Generator((*g).clone())),
            Edge::Traceback(t) => Node::Traceback((*t).clone()),
            Edge::Frame(f) => Node::Frame((*f).clone()),
            Edge::Address(_) => return None,
        })
    }
}

impl Node {
    pub fn address(&self) -> usize {
        match self {
            Node::Value(v) => address_of(v).unwrap_or(0),
            Node::Traceback(t) => address(t),
            Node::Frame(f) => address(f),
        }
    }

    fn copy(&self) -> Node {
        match self {
            Node::Value(v) => Node::Value(v.clone()),
            Node::Traceback(t) => Node::Traceback(t.clone()),
            Node::Frame(f) => Node::Frame(f.clone()),
        }
    }

    /// References to it, the node's own left out.
    fn references(&self) -> usize {
        let all = match self {
            Node::Value(Value::Tuple(t)) => Rc::strong_count(t),
            Node::Value(Value::List(l)) => Rc::strong_count(l),
            Node::Value(Value::Dict(d)) => Rc::strong_count(d),
            Node::Value(Value::Set(s)) => Rc::strong_count(s),
            Node::Value(Value::Function(f)) => Rc::strong_count(f),
            Node::Value(Value::Method(m)) => Rc::strong_count(m),
            Node::Value(Value::Type(c)) => Rc::strong_count(c),
            Node::Value(Value::Generator(g)) => Rc::strong_count(g),
            Node::Value(Value::Iter(i)) => Rc::strong_count(i),
            Node::Value(Value::Cell(c)) => Rc::strong_count(c),
            Node::Value(Value::Object(o)) => Rc::strong_count(o),
            Node::Value(_) => usize::MAX,
            Node::Traceback(t) => Rc::strong_count(t),
            Node::Frame(f) => Rc::strong_count(f),
        };
        all - 1
    }

    /// Visits the references that it holds.
    pub fn visit(&self, visit: &mut Visit) {
        match self {
            Node::Value(value) => visit_value(value, visit),
            Node::Traceback(traceback) => {
                visit(Edge::Frame(&traceback.frame));
                if let Some(next) = &*traceback.next.borrow() {
                    visit(Edge::Traceback(next));
                }
            }
            Node::Frame(frame) => {
                if let Ok(slots) = frame.slots.try_borrow() {
                    slots.iter().for_each(|v| visit(Edge::Value(v)));
                }
                if let Some(back) = &*frame.back.borrow() {
                    visit(Edge::Frame(back));
                }
            }
        }
    }

    /// Lets go of what it refers to, so that no cycle is left.
    pub fn clear(&self) {
        match self {
            Node::Value(Value::List(l)) => finalizer::release_all(l.items.take()),
            Node::Value(Value::Dict(d)) if d.viewed().is_none() => d.clear(),
            Node::Value(Value::Set(s)) => s.clear(),
            Node::Value(Value::Cell(c)) => finalizer::release(c.contents.take()),
            Node::Value(Value::Function(f)) => {
                let attrs = f.attrs.borrow_mut().take().into_iter().chain(f.members.borrow_mut().take());
                finalizer::release_all(attrs.map(|(_, v)| v));
                drop((f.defaults.take(), f.kwdefaults.take()));
            }
            Node::Value(Value::Type(c)) => c.clear(),
            Node::Value(Value::Generator(g)) => drop(g.state.replace(GeneratorState::Closed)),
            Node::Value(Value::Object(o)) => {
                o.finalized.set(true);
                let attrs = o.attrs.borrow_mut().take();
                finalizer::release_all(attrs.into_iter().map(|(_, v)| v));
                match &o.payload {
                    Payload::Exception(data) => {
                        drop((data.traceback.take(), data.context.take(), data.cause.take()));
                        let members = data.members.borrow_mut().take();
                        finalizer::release_all(members.into_iter().map(|(_, v)| v));
                    }
                    Payload::Native(native) => native.clear(),
                    Payload::None | Payload::Builtin(_) => {}
                }
            }
            Node::Value(_) => {}
            Node::Traceback(traceback) => drop(traceback.next.take()),
            Node::Frame(frame) => frame.clear(),
        }
    }

    /// The weak references to it, which are no more afterwards.
    pub fn take_watchers(&self) -> Option<Rc<Watchers>> {
        match self {
            Node::Value(Value::Object(o)) => o.weakrefs.take(),
            Node::Value(Value::Function(f)) => f.weakrefs.take(),
            Node::Value(Value::Type(c)) => c.weakrefs.take(),
            Node::Value(Value::Generator(g)) => g.weakrefs.take(),
            Node::Value(Value::Set(s)) => s.weakrefs.take(),
            _ => None,
        }
    }

    /// So many objects it is in CPython's eyes, which do not count what refers to nothing.
    pub fn weight(&self) -> usize {
        let refers = |v: &Value| v.can_refer();
        match self {
            Node::Value(Value::Dict(d)) => (d.keys().iter().any(refers) || d.values().iter().any(refers)) as usize,
            Node::Value(Value::Type(class)) => class.weight(),
            Node::Value(_) | Node::Traceback(_) | Node::Frame(_) => 1,
        }
    }
}

fn visit_value(value: &Value, visit: &mut Visit) {
    match value {
        // From the end, as CPython does.
        Value::Tuple(t) => t.items.iter().rev().for_each(|v| visit(Edge::Value(v))),
        Value::List(l) => {
            if let Ok(items) = l.items.try_borrow() {
                items.iter().rev().for_each(|v| visit(Edge::Value(v)));
            }
        }
        Value::Dict(d) => match d.data.try_borrow().as_deref() {
            Ok(DictData::Table(table)) => table.iter().for_each(|(key, value)| {
                visit(Edge::Value(key));
                visit(Edge::Value(value));
            }),
            Ok(DictData::View(owner)) => visit(Edge::Address(address(owner))),
            Err(_) => {}
        },
        Value::Set(s) => s.visit(&mut |v| visit(Edge::Value(v))),
        Value::Function(f) => {
            for tuple in [&f.closure, &*f.defaults.borrow()].into_iter().flatten() {
                visit(Edge::Tuple(tuple));
            }
            if let Some(dict) = &*f.kwdefaults.borrow() {
                visit(Edge::Dict(dict));
            }
            f.attrs.borrow().iter().chain(f.members.borrow().iter()).for_each(|(_, v)| visit(Edge::Value(v)));
        }
        Value::Method(m) => [&m.function, &m.receiver].into_iter().for_each(|v| visit(Edge::Value(v))),
        Value::Type(c) => c.visit(visit),
        Value::Generator(g) => visit_generator(g, visit),
        Value::Iter(i) => match &i.kind {
            IterKind::List { list, .. } => visit(Edge::Address(address(list))),
            IterKind::Tuple { tuple, .. } => visit(Edge::Tuple(tuple)),
            IterKind::Dict { dict, .. } => visit(Edge::Dict(dict)),
            IterKind::Set { set, .. } => visit(Edge::Address(address(set))),
            IterKind::Range { .. } | IterKind::Str { .. } | IterKind::Native(_) => {}
        },
        Value::Cell(c) => {
            if let Ok(contents) = c.contents.try_borrow() {
                visit(Edge::Value(&contents));
            }
        }
        Value::Object(o) => visit_object(o, visit),
        _ => {}
    }
}

fn visit_object(object: &Rc<Object>, visit: &mut Visit) {
    object.with_class(|class| visit(Edge::Class(class)));
    if let Ok(attrs) = object.attrs.try_borrow() {
        attrs.iter().map(|(_, v)| v).chain(attrs.shared()).for_each(|v| visit(Edge::Value(v)));
    }
    match &object.payload {
        Payload::None => {}
        Payload::Builtin(value) => visit(Edge::Value(value)),
        Payload::Exception(data) => {
            visit(Edge::Tuple(&data.args.borrow()));
            if let Some(traceback) = &*data.traceback.borrow() {
                visit(Edge::Traceback(traceback));
            }
            for Exc(other) in [&*data.context.borrow(), &*data.cause.borrow()].into_iter().flatten() {
                visit(Edge::Object(other));
            }
            data.members.borrow().iter().for_each(|(_, v)| visit(Edge::Value(v)));
        }
        Payload::Native(native) => native.edges(visit),
    }
}

fn visit_generator(generator: &Rc<Generator>, visit: &mut Visit) {
    visit(Edge::Value(&generator.finalizer.borrow()));
    match &*generator.state.borrow() {
        GeneratorState::Created(frame) => visit_frame(frame, visit),
        GeneratorState::Suspended(chain) => chain.iter().for_each(|frame| visit_frame(frame, visit)),
        GeneratorState::Chained(_) | GeneratorState::Running | GeneratorState::Closed => {}
    }
}

fn visit_frame(frame: &AnyFrame, visit: &mut Visit) {
    if let Some(generator) = frame.generator() {
        visit(Edge::Generator(generator));
    }
    let frame = match frame {
        AnyFrame::Python(frame) => frame,
        AnyFrame::Native(frame) => {
            // Once for the frame, once for its block.
            for future in frame.waits_for.iter().chain(&frame.waits_for) {
                visit(Edge::Object(future));
            }
            return;
        }
    };
    frame.slots.iter().chain(&frame.namespace).chain([&frame.instance]).for_each(|v| visit(Edge::Value(v)));
    if let Some(Exc(handled)) = &frame.handled {
        visit(Edge::Object(handled));
    }
    if let Some(object) = &frame.object {
        visit(Edge::Frame(object));
    }
}

type Places = FastMap<usize, u32>;

/// The objects that refer to one another and that nothing else refers to: the older ones first. With the names of a
/// module that is going, they and what they lead to are garbage as well, in the order in which they lead to it.
pub fn garbage(names: Option<&AttrMap>) -> Vec<Node> {
    let Graph { nodes, places, order } = graph(names);
    let named = || names.into_iter().flat_map(AttrMap::iter).map(|(_, value)| Edge::Value(value));
    let dead = unreachable(&nodes, &places, &mut |visit| named().for_each(visit));
    let mut sorted = Vec::new();
    let mut left = dead.clone();
    let mut find = |sorted: &mut Vec<usize>, edge: Edge| {
        if let Some(&place) = edge.address().and_then(|at| places.get(&at))
            && std::mem::take(&mut left[place as usize])
        {
            sorted.push(place as usize);
        }
    };
    named().for_each(|edge| find(&mut sorted, edge));
    let mut next = 0;
    while next < sorted.len() {
        nodes[sorted[next]].visit(&mut |edge| find(&mut sorted, edge));
        next += 1;
    }
    sorted.extend(order.into_iter().filter(|&place| left[place]));
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    sorted.into_iter().filter_map(|place| nodes[place].take()).collect()
}

/// All objects that the registered ones and these names lead to.
struct Graph {
    nodes: Vec<Node>,
    places: Places,
    /// The nodes, the older ones first, as far as that is known.
    order: Vec<usize>,
}

fn graph(names: Option<&AttrMap>) -> Graph {
    let mut nodes = gc::registered();
    for node in &nodes {
        if let Node::Value(Value::Type(class)) = node {
            class.forget_all();
        }
    }
    let named = || names.into_iter().flat_map(AttrMap::iter).map(|(_, value)| Edge::Value(value));
    let mut places: Places = nodes.iter().enumerate().map(|(place, node)| (node.address(), place as u32)).collect();
    add_new(&mut nodes, &mut places, &mut |visit| named().for_each(visit));
    let roots = nodes.len();
    // What a registered object refers to is mostly older than it is.
    let mut order = Vec::with_capacity(roots);
    for root in 0..roots {
        let (mut expanded, mut next) = (root, nodes.len());
        loop {
            let first = nodes.len();
            let node = nodes[expanded].copy();
            add_new(&mut nodes, &mut places, &mut |visit| node.visit(visit));
            order.extend(first..nodes.len());
            if next == nodes.len() {
                break;
            }
            (expanded, next) = (next, next + 1);
        }
        order.push(root);
    }
    Graph { nodes, places, order }
}

/// Adds what `visit` comes to and what is not there yet.
fn add_new(nodes: &mut Vec<Node>, places: &mut Places, visit: &mut dyn FnMut(&mut Visit)) {
    visit(&mut |edge| {
        if let Some(at) = edge.address()
            && !places.contains_key(&at)
            && let Some(node) = edge.node()
        {
            places.insert(at, nodes.len() as u32);
            nodes.push(node);
        }
    });
}

/// The objects that there are, as far as a program can see them.
pub fn objects(names: &AttrMap, more: Value) -> Vec<Node> {
    gc::register_value(&more);
    let Graph { nodes, order, .. } = graph(Some(names));
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| nodes[place].take()).collect()
}

/// Those of what was garbage that finalizers have not brought back.
pub fn still_garbage(nodes: Vec<Node>, names: Option<&AttrMap>) -> Vec<Node> {
    let places = nodes.iter().enumerate().map(|(place, node)| (node.address(), place as u32)).collect();
    let named = |visit: &mut Visit| names.into_iter().flat_map(AttrMap::iter).for_each(|(_, v)| visit(Edge::Value(v)));
    let dead = unreachable(&nodes, &places, &mut |visit| named(visit));
    nodes.into_iter().zip(dead).filter_map(|(node, dead)| dead.then_some(node)).collect()
}

/// Which of the nodes have references from among them only, directly and by way of others.
/// `more` visits references that count as theirs.
fn unreachable(nodes: &[Node], places: &Places, more: &mut dyn FnMut(&mut Visit)) -> Vec<bool> {
    let mut inside = vec![0usize; nodes.len()];
    let place = |edge: &Edge| edge.address().and_then(|at| places.get(&at)).map(|&place| place as usize);
    let mut count = |edge: Edge| {
        if let Some(place) = place(&edge) {
            inside[place] += 1;
        }
    };
    nodes.iter().for_each(|node| node.visit(&mut count));
    more(&mut count);
    let mut dead = vec![true; nodes.len()];
    let mut living: Vec<usize> = (0..nodes.len()).filter(|&at| nodes[at].references() > inside[at]).collect();
    living.iter().for_each(|&at| dead[at] = false);
    while let Some(at) = living.pop() {
        nodes[at].visit(&mut |edge| {
            if let Some(place) = place(&edge)
                && std::mem::replace(&mut dead[place], false)
            {
                living.push(place);
            }
        });
    }
    dead
}
