//! `AttrMap`: an insertion-ordered map from names to values, for instances, classes' and modules' namespaces.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::containers::Dict;
use super::hasher::FastMap;
use super::header::Header;
use super::symbol::{Symbol, known};
use super::value::Value;

/// Above this many entries an index is kept; below, a scan is faster.
const INDEXED_FROM: usize = 17;

/// Names and values in order of insertion. A place (`position`) stays valid until an entry is removed and others
/// are added; whoever caches one checks the name there ([`AttrMap::at`]).
#[derive(Default)]
pub struct AttrMap {
    /// A removed entry keeps its place with `Value::Unset` until the map is compacted.
    entries: Vec<(Symbol, Value)>,
    more: Option<Box<More>>,
    removed: u32,
    /// Changes whenever a name is added or removed.
    version: u32,
}

/// What few maps have.
#[derive(Default)]
struct More {
    index: Option<FastMap<Symbol, u32>>,
    /// The dict that holds an instance's names instead of the map (`obj.__dict__ = dict`); else `Unset`.
    shared: Value,
    /// The dict that was last handed out as a view of this map.
    view: Weak<Dict>,
}

impl AttrMap {
    fn more(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }

    #[inline]
    fn index(&self) -> Option<&FastMap<Symbol, u32>> {
        self.more.as_ref().and_then(|more| more.index.as_ref())
    }

    /// The dict that holds an instance's names instead of this map, if one was assigned to its `__dict__`.
    #[inline]
    pub fn shared(&self) -> Option<&Value> {
        self.more.as_ref().map(|more| &more.shared).filter(|dict| !dict.is_unset())
    }

    /// From now on `dict` holds the names. No place is left at which a name could be added here ([`AttrMap::add_at`]).
    pub fn share(&mut self, dict: Value) {
        self.entries.resize_with(INDEXED_FROM, || (known::EMPTY, Value::Unset));
        self.removed = INDEXED_FROM as u32;
        *self.more() = More { shared: dict, ..More::default() };
    }

    /// The dict that was last handed out as a view, if anybody holds it still.
    pub fn view(&self) -> Option<Rc<Dict>> {
        self.more.as_ref().and_then(|more| more.view.upgrade())
    }

    pub fn set_view(&mut self, view: &Rc<Dict>) {
        self.more().view = Rc::downgrade(view);
    }

    /// The place of `name`, if it is in the map.
    #[inline]
    pub fn position(&self, name: Symbol) -> Option<usize> {
        match self.index() {
            Some(index) => index.get(&name).map(|&at| at as usize),
            None => self.entries.iter().position(|(n, v)| *n == name && !v.is_unset()),
        }
    }

    /// The value at a cached place, if `name` still stands there.
    #[inline(always)]
    pub fn at(&self, position: usize, name: Symbol) -> Option<&Value> {
        match self.entries.get(position) {
            Some((n, v)) if *n == name && !v.is_unset() => Some(v),
            _ => None,
        }
    }

    /// As [`AttrMap::at`], to change it.
    #[inline(always)]
    pub fn at_mut(&mut self, position: usize, name: Symbol) -> Option<&mut Value> {
        match self.entries.get_mut(position) {
            Some((n, v)) if *n == name && !v.is_unset() => Some(v),
            _ => None,
        }
    }

    /// Replaces the value at a cached place, if `name` still stands there; gives the new value back if not.
    #[inline(always)]
    pub fn replace_at(&mut self, position: usize, name: Symbol, value: Value) -> Result<Value, Value> {
        match self.entries.get_mut(position) {
            Some((n, v)) if *n == name && !v.is_unset() => Ok(std::mem::replace(v, value)),
            _ => Err(value),
        }
    }

    /// Adds `name`, which was added at this place in a map like this one before; gives the value back if the place is
    /// not the next one or the name is here already.
    #[inline(always)]
    pub fn add_at(&mut self, position: usize, name: Symbol, value: Value) -> Result<(), Value> {
        let next = self.entries.len() == position && position + 1 < INDEXED_FROM;
        if !next || self.entries.iter().any(|(n, _)| *n == name) {
            return Err(value);
        }
        self.version += 1;
        self.entries.push((name, value));
        Ok(())
    }

    #[inline]
    pub fn get(&self, name: Symbol) -> Option<&Value> {
        self.position(name).map(|at| &self.entries[at].1)
    }

    pub fn contains(&self, name: Symbol) -> bool {
        self.position(name).is_some()
    }

    /// Sets `name`; gives the old value.
    pub fn set(&mut self, name: Symbol, value: Value) -> Option<Value> {
        if let Some(at) = self.position(name) {
            return Some(std::mem::replace(&mut self.entries[at].1, value));
        }
        if self.removed as usize > 8 + self.entries.len() / 2 {
            self.compact();
        }
        self.version += 1;
        self.entries.push((name, value));
        let at = self.entries.len() - 1;
        match self.more.as_mut().and_then(|more| more.index.as_mut()) {
            Some(index) => {
                index.insert(name, at as u32);
            }
            None if self.entries.len() >= INDEXED_FROM => self.reindex(),
            None => {}
        }
        None
    }

    /// Sets a few names, each of them once, where there are none.
    pub fn fill(&mut self, entries: impl ExactSizeIterator<Item = (Symbol, Value)>) {
        debug_assert!(self.entries.is_empty() && entries.len() < INDEXED_FROM);
        self.version += entries.len() as u32;
        self.entries.reserve_exact(entries.len());
        self.entries.extend(entries);
    }

    /// Removes `name`; gives the value.
    pub fn remove(&mut self, name: Symbol) -> Option<Value> {
        let at = self.position(name)?;
        if let Some(index) = self.more.as_mut().and_then(|more| more.index.as_mut()) {
            index.remove(&name);
        }
        self.removed += 1;
        self.version += 1;
        Some(std::mem::replace(&mut self.entries[at].1, Value::Unset))
    }

    fn compact(&mut self) {
        self.entries.retain(|(_, v)| !v.is_unset());
        self.removed = 0;
        if self.index().is_some() {
            self.reindex();
        }
    }

    fn reindex(&mut self) {
        let mut index = FastMap::with_capacity_and_hasher(self.entries.len() * 2, Default::default());
        for (at, (name, value)) in self.entries.iter().enumerate() {
            if !value.is_unset() {
                index.insert(*name, at as u32);
            }
        }
        self.more().index = Some(index);
    }

    pub fn len(&self) -> usize {
        self.entries.len() - self.removed as usize
    }

    /// Changes whenever a name is added or removed: a name that was absent is still absent in the same version.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entries in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Symbol, &Value)> {
        self.entries.iter().filter(|(_, v)| !v.is_unset()).map(|(n, v)| (*n, v))
    }

    /// The first entry at or after raw place `from`, with the place after it: for iteration while the map may change.
    pub fn next_from(&self, from: usize) -> Option<(usize, Symbol, &Value)> {
        let at = (from..self.entries.len()).find(|&at| !self.entries[at].1.is_unset())?;
        Some((at + 1, self.entries[at].0, &self.entries[at].1))
    }

    pub fn clear(&mut self) {
        self.take();
    }

    /// All entries, leaving the map empty. A dict that holds its names goes as well.
    pub fn take(&mut self) -> Vec<(Symbol, Value)> {
        let mut old = std::mem::take(self);
        self.version = old.version + 1;
        if let Some(more) = old.more.take() {
            if !more.shared.is_unset() {
                old.entries.push((known::DICT, more.shared));
            }
            // Who holds a view of an object that lives on goes on looking at it.
            if more.view.strong_count() > 0 {
                self.more().view = more.view;
            }
        }
        old.entries
    }
}

/// Whatever has a namespace that a dict can be a view of (`obj.__dict__`, `globals()`).
pub trait HasAttrs {
    fn attrs(&self) -> &RefCell<AttrMap>;

    /// Lets `dict`, a view of the names, hold them from now on, so that keys that are no names have a place as well.
    fn hand_over(self: Rc<Self>, _view: &Rc<Dict>) -> bool {
        false
    }

    /// The namespace that code can run in, if this is one.
    fn namespace(self: Rc<Self>) -> Option<Rc<Namespace>> {
        None
    }
}

/// A namespace of its own: a module's globals, a class body under construction. One that may become garbage is registered
/// with the collector when it is made; the library's and the program's own are not.
#[derive(Default)]
pub struct Namespace {
    pub header: Header,
    pub names: RefCell<AttrMap>,
}

impl HasAttrs for Namespace {
    fn attrs(&self) -> &RefCell<AttrMap> {
        &self.names
    }

    fn namespace(self: Rc<Self>) -> Option<Rc<Namespace>> {
        Some(self)
    }
}
