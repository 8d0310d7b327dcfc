//! The graph that the cycle collector sees: which objects refer to which.
//!
//! A reference that is not visited here (a suspended native function's, a frame's on a stack) counts as one from outside
//! and keeps its object alive. None may be visited more often than it is counted.

use std::rc::Rc;

use super::attrs::Namespace;
use super::class::{Class, class_flag};
use super::containers::{Dict, List, Set, Tuple};
use super::dict::DictData;
use super::exception::{Exc, Traceback};
use super::finalizer;
use super::frame::{AnyFrame, FrameObject};
use super::generator::{Generator, GeneratorState};
use super::iter::IterKind;
use super::object::{Object, Payload};
use super::value::Value;
use super::weak::{self, Watchers};

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
    List(&'a Rc<List>),
    Dict(&'a Rc<Dict>),
    Set(&'a Rc<Set>),
    Class(&'a Rc<Class>),
    Generator(&'a Rc<Generator>),
    Traceback(&'a Rc<Traceback>),
    Frame(&'a Rc<FrameObject>),
    Names(&'a Rc<Namespace>),
    /// What stands there, of whatever kind it is.
    Address(usize),
}

pub type Visit<'a> = dyn FnMut(Edge) + 'a;

/// Visits each of these.
pub fn visit_all<'a>(values: impl IntoIterator<Item = &'a Value>, visit: &mut Visit) {
    values.into_iter().for_each(|value| visit(Edge::Value(value)));
}

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
        Value::Slice(s) => [&s.start, &s.stop, &s.step].into_iter().all(plain),
        Value::Range(_) | Value::Builtin(_) | Value::Module(_) | Value::Code(_) => true,
        _ => false,
    }
}

/// Where a value of the graph stands in memory: the same while it lives, for looking up, never for order. `None` if it is
/// none.
pub fn address_of(value: &Value) -> Option<usize> {
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
        Value::Slice(s) => address(s),
        Value::Object(o) => address(o),
        Value::Namespace(names) if names.header.is_tracked() => address(names),
        Value::Module(m) if m.namespace.header.is_tracked() => address(m),
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
            Edge::List(l) => address(l),
            Edge::Dict(d) => address(d),
            Edge::Set(s) => address(s),
            Edge::Class(c) if !c.flag(class_flag::HEAP) => return None,
            Edge::Class(c) => address(c),
            Edge::Generator(g) => address(g),
            Edge::Traceback(t) => address(t),
            Edge::Frame(f) => address(f),
            Edge::Names(names) if !names.header.is_tracked() => return None,
            Edge::Names(names) => address(names),
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
            Edge::List(l) => Node::Value(Value::List((*l).clone())),
            Edge::Dict(d) => Node::Value(Value::Dict((*d).clone())),
            Edge::Set(s) => Node::Value(Value::Set((*s).clone())),
            Edge::Class(c) => Node::Value(Value::Type((*c).clone())),
            Edge::Generator(g) => Node::Value(Value::Generator((*g).clone())),
            Edge::Traceback(t) => Node::Traceback((*t).clone()),
            Edge::Frame(f) => Node::Frame((*f).clone()),
            Edge::Names(names) => Node::Value(Value::Namespace((*names).clone())),
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

    pub(super) fn copy(&self) -> Node {
        match self {
            Node::Value(v) => Node::Value(v.clone()),
            Node::Traceback(t) => Node::Traceback(t.clone()),
            Node::Frame(f) => Node::Frame(f.clone()),
        }
    }

    /// References to it, the node's own left out.
    pub(super) fn references(&self) -> usize {
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
            Node::Value(Value::Slice(s)) => Rc::strong_count(s),
            Node::Value(Value::Object(o)) => Rc::strong_count(o),
            Node::Value(Value::Namespace(names)) => Rc::strong_count(names),
            Node::Value(Value::Module(m)) => Rc::strong_count(m),
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
                visit(Edge::Value(&frame.trace.borrow()));
                visit(Edge::Names(&frame.globals));
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
            Node::Value(Value::Generator(g)) => {
                drop(g.state.replace(GeneratorState::Closed));
                drop(g.given.change_made(|given| given.unbegun.take()));
            }
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
            Node::Value(Value::Namespace(names)) => {
                let names = names.names.borrow_mut().take();
                finalizer::release_all(names.into_iter().map(|(_, v)| v));
            }
            Node::Value(_) => {}
            Node::Traceback(traceback) => drop(traceback.next.take()),
            Node::Frame(frame) => frame.clear(),
        }
    }

    /// The weak references to it, which are no more afterwards.
    pub fn take_watchers(&self) -> Option<Rc<Watchers>> {
        match self {
            Node::Value(value) => weak::take_watchers(value),
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
            visit(Edge::Names(&f.globals));
            f.attrs.borrow().iter().chain(f.members.borrow().iter()).for_each(|(_, v)| visit(Edge::Value(v)));
        }
        Value::Method(m) => [&m.function, &m.receiver].into_iter().for_each(|v| visit(Edge::Value(v))),
        Value::Type(c) => c.visit(visit),
        Value::Generator(g) => visit_generator(g, visit),
        Value::Iter(i) => match &i.kind {
            IterKind::List { list, .. } => visit(Edge::List(list)),
            IterKind::Tuple { tuple, .. } => visit(Edge::Tuple(tuple)),
            IterKind::Dict { dict, .. } => visit(Edge::Dict(dict)),
            IterKind::Set { set, .. } => visit(Edge::Set(set)),
            IterKind::Native(native) => {
                if let Ok(native) = native.try_borrow() {
                    native.edges(visit);
                }
            }
            IterKind::Range { .. } | IterKind::Str { .. } => {}
        },
        Value::Cell(c) => {
            if let Ok(contents) = c.contents.try_borrow() {
                visit(Edge::Value(&contents));
            }
        }
        Value::Slice(s) => visit_all([&s.start, &s.stop, &s.step], visit),
        Value::Object(o) => visit_object(o, visit),
        Value::Namespace(names) => {
            if let Ok(names) = names.names.try_borrow() {
                names.iter().map(|(_, v)| v).chain(names.shared()).for_each(|v| visit(Edge::Value(v)));
            }
        }
        Value::Module(m) => {
            visit(Edge::Names(&m.namespace));
            if !m.is_plain() {
                visit(Edge::Class(&m.class()));
            }
        }
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
    if let Some(given) = generator.given.get() {
        visit(Edge::Value(&given.finalizer));
        visit(Edge::Value(&given.owner));
        given.unbegun.iter().for_each(|frame| visit_frame(frame, visit));
    }
    match &*generator.state.borrow() {
        GeneratorState::Created(frame) => visit_frame(frame, visit),
        state => state.chain().into_iter().flatten().for_each(|frame| visit_frame(frame, visit)),
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
            for held in [&frame.waits_for, &frame.owner].into_iter().flatten() {
                visit(Edge::Object(held));
                visit(Edge::Object(held));
            }
            frame.held.iter().for_each(|held| held.visit(&mut |v| visit(Edge::Value(v))));
            return;
        }
    };
    visit(Edge::Names(&frame.globals));
    frame.slots.iter().chain(&frame.namespace).chain([&frame.instance]).for_each(|v| visit(Edge::Value(v)));
    if let Some(Exc(handled)) = &frame.handled {
        visit(Edge::Object(handled));
    }
    if let Some(object) = &frame.object {
        visit(Edge::Frame(object));
    }
}
