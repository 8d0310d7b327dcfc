//! The dict's data, and the dict as native code uses it.

use std::cell::RefCell;
use std::rc::Rc;

use super::attrs::{HasAttrs, Namespace};
use super::containers::Dict;
use super::dict_table::{DictTable, Found, Same};
use super::exception::PyResult;
use super::finalizer;
use super::gc;
use super::header::Header;
use super::interp::{Interp, not_supported};
use super::iter::DictPart;
use super::ops::{self, CompareOp};
use super::symbol::Symbol;
use super::value::Value;

/// Entries of a dict: a table of its own, or a view of a namespace (`obj.__dict__`, `globals()`).
pub enum DictData {
    Table(DictTable<Value, Value>),
    View(Rc<dyn HasAttrs>),
}

impl Default for DictData {
    fn default() -> DictData {
        DictData::Table(DictTable::new())
    }
}

/// What a table with that many entries is charged for the last of them, in bytes: it grows by doubling.
#[inline]
pub(super) fn growth(entries: usize) -> usize {
    if entries >= 512 && entries.is_power_of_two() { entries * 100 } else { 0 }
}

/// What can be said of two keys without running Python.
#[inline]
pub(super) fn same(a: &Value, b: &Value) -> Same {
    match (a, b) {
        (Value::Str(x), Value::Str(y)) if Rc::ptr_eq(x, y) || x.data == y.data => Same::Yes,
        (Value::Str(_), Value::Str(_)) => Same::No,
        (Value::Int(x), Value::Int(y)) if x == y => Same::Yes,
        (Value::Int(_), Value::Int(_)) => Same::No,
        _ if a.is(b) => Same::Yes,
        _ => match ops::simple(CompareOp::Eq, a, b) {
            Some(true) => Same::Yes,
            Some(false) => Same::No,
            None => Same::Ask,
        },
    }
}

impl Dict {
    pub fn new() -> Rc<Dict> {
        Rc::new(Dict { header: Header::default(), data: RefCell::default() })
    }

    pub fn with_capacity(entries: usize) -> Rc<Dict> {
        Dict::of_table(DictTable::with_capacity(entries))
    }

    pub(super) fn of_table(table: DictTable<Value, Value>) -> Rc<Dict> {
        Rc::new(Dict { header: Header::default(), data: RefCell::new(DictData::Table(table)) })
    }

    /// A dict of names.
    pub fn of_names(names: impl IntoIterator<Item = (Symbol, Value)>) -> Rc<Dict> {
        let dict = Dict::new();
        for (name, value) in names {
            dict.set_str(name, value);
        }
        dict
    }

    /// Whether both are views of one namespace: `globals() is globals()`, though each call makes a view.
    pub fn is_same_view(&self, other: &Dict) -> bool {
        match (&*self.data.borrow(), &*other.data.borrow()) {
            (DictData::View(a), DictData::View(b)) => std::ptr::addr_eq(Rc::as_ptr(a), Rc::as_ptr(b)),
            _ => false,
        }
    }

    /// Whether it is a view of this namespace.
    pub fn is_view_of(&self, namespace: &Rc<Namespace>) -> bool {
        self.viewed().is_some_and(|owner| std::ptr::addr_eq(Rc::as_ptr(&owner), Rc::as_ptr(namespace)))
    }

    /// The dict that reads and writes the attributes of `owner`.
    pub fn view(owner: Rc<dyn HasAttrs>) -> Rc<Dict> {
        Rc::new(Dict { header: Header::default(), data: RefCell::new(DictData::View(owner)) })
    }

    /// It is a view no more: from now on the entries are its own.
    pub fn settle(self: &Rc<Dict>, entries: &[(Symbol, Value)]) {
        self.data.replace(DictData::default());
        for (name, value) in entries {
            self.set_str(*name, value.clone());
        }
    }

    /// The namespace that this dict is a view of, if it is one.
    pub fn viewed(&self) -> Option<Rc<dyn HasAttrs>> {
        match &*self.data.borrow() {
            DictData::View(owner) => Some(owner.clone()),
            DictData::Table(_) => None,
        }
    }

    /// Where `key` stands in the table; its `__eq__` runs nested.
    pub(super) fn find(&self, i: &mut dyn Interp, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        // Keys that moved within the dict while they were asked keep what they answered.
        let mut moved: Vec<(Value, Same)> = Vec::new();
        'search: loop {
            let known = |other: &Value| match moved.iter().find(|(asked, _)| asked.is(other)) {
                Some((_, answer)) => *answer,
                None => same(other, key),
            };
            let mut found = match &*self.data.borrow() {
                DictData::Table(table) => table.find(hash, known),
                DictData::View(_) => return Ok(None),
            };
            loop {
                let candidate = match found {
                    Found::At(at) => return Ok(Some(at)),
                    Found::Absent => return Ok(None),
                    Found::Ask(candidate) => candidate,
                };
                let other = self.with_table(|t| t.key(candidate.entry).cloned()).flatten().unwrap_or_default();
                let equal = ops::equal(i, &other, key)?;
                let next = self.with_table(|table| {
                    if !table.still_there(candidate) {
                        None
                    } else if equal {
                        Some(Found::At(candidate.entry))
                    } else {
                        table.resume(candidate, hash, known)
                    }
                });
                match next.flatten() {
                    Some(next) => found = next,
                    None => {
                        moved.push((other, if equal { Same::Yes } else { Same::No }));
                        continue 'search;
                    }
                }
            }
        }
    }

    pub(super) fn with_table<R>(&self, f: impl FnOnce(&DictTable<Value, Value>) -> R) -> Option<R> {
        match &*self.data.borrow() {
            DictData::Table(table) => Some(f(table)),
            DictData::View(_) => None,
        }
    }

    pub(super) fn with_table_mut<R>(&self, f: impl FnOnce(&mut DictTable<Value, Value>) -> R) -> Option<R> {
        match &mut *self.data.borrow_mut() {
            DictData::Table(table) => Some(f(table)),
            DictData::View(_) => None,
        }
    }

    /// The name that a key of a viewed namespace is.
    fn name(&self, key: &Value) -> Option<Symbol> {
        key.as_str().and_then(Symbol::of)
    }

    /// The value of `key`; TypeError if it is unhashable.
    #[inline]
    pub fn get(&self, i: &mut dyn Interp, key: &Value) -> PyResult<Option<Value>> {
        let hash = ops::hash(i, key)?;
        self.get_hashed(i, key, hash)
    }

    /// As [`Dict::get`], the hash being known.
    pub fn get_hashed(&self, i: &mut dyn Interp, key: &Value, hash: i64) -> PyResult<Option<Value>> {
        match &*self.data.borrow() {
            DictData::Table(table) => match table.find(hash, |other| same(other, key)) {
                Found::At(at) => return Ok(table.value(at).cloned()),
                Found::Absent => return Ok(None),
                Found::Ask(_) => {}
            },
            DictData::View(owner) => {
                return Ok(self.name(key).and_then(|name| owner.attrs().borrow().get(name).cloned()));
            }
        }
        match self.find(i, key, hash)? {
            Some(at) => Ok(self.with_table(|t| t.value(at).cloned()).flatten()),
            None => Ok(None),
        }
    }

    pub fn contains(&self, i: &mut dyn Interp, key: &Value) -> PyResult<bool> {
        Ok(self.get(i, key)?.is_some())
    }

    pub fn set(self: &Rc<Dict>, i: &mut dyn Interp, key: Value, value: Value) -> PyResult<()> {
        let hash = ops::hash(i, &key)?;
        self.set_hashed(i, key, hash, value)
    }

    /// As [`Dict::set`], the hash being known.
    pub fn set_hashed(self: &Rc<Dict>, i: &mut dyn Interp, key: Value, hash: i64, value: Value) -> PyResult<()> {
        gc::link(self, &value);
        gc::link(self, &key);
        if let Some(owner) = self.viewed() {
            if let Some(name) = self.name(&key) {
                gc::register_value(&value);
                let old = owner.attrs().borrow_mut().set(name, value);
                finalizer::release(old.unwrap_or_default());
                return Ok(());
            }
            if !owner.hand_over(self) {
                return Err(not_supported(i, "a namespace's key that is no str", Some("use a dict of your own")));
            }
        }
        let found = self.find(i, &key, hash)?;
        self.set_at(i, key, hash, value, found)
    }

    /// As [`Dict::set_hashed`] of a table, where it is known where the key stands.
    pub(super) fn put(
        self: &Rc<Dict>,
        i: &mut dyn Interp,
        key: Value,
        hash: i64,
        value: Value,
        found: Option<usize>,
    ) -> PyResult<()> {
        gc::link(self, &value);
        gc::link(self, &key);
        self.set_at(i, key, hash, value, found)
    }

    fn set_at(&self, i: &mut dyn Interp, key: Value, hash: i64, value: Value, found: Option<usize>) -> PyResult<()> {
        match found {
            Some(at) => {
                let old = self.with_table_mut(|t| t.value_mut(at).map(|place| std::mem::replace(place, value)));
                finalizer::release(old.flatten().unwrap_or_default());
            }
            None => self.insert(i, key, hash, value)?,
        }
        Ok(())
    }

    /// Adds a key that is not there.
    fn insert(&self, i: &mut dyn Interp, key: Value, hash: i64, value: Value) -> PyResult<()> {
        let len = self.with_table_mut(|t| {
            t.insert_new(hash, key, value);
            t.len()
        });
        match growth(len.unwrap_or_default()) {
            0 => Ok(()),
            bytes => i.reserve(bytes),
        }
    }

    /// Removes `key`; gives its value.
    pub fn remove(&self, i: &mut dyn Interp, key: &Value) -> PyResult<Option<Value>> {
        let hash = ops::hash(i, key)?;
        self.remove_hashed(i, key, hash)
    }

    /// As [`Dict::remove`], of a key whose hash is known.
    pub fn remove_hashed(&self, i: &mut dyn Interp, key: &Value, hash: i64) -> PyResult<Option<Value>> {
        if let DictData::View(owner) = &*self.data.borrow() {
            let removed = self.name(key).and_then(|name| owner.attrs().borrow_mut().remove(name));
            return Ok(removed);
        }
        match self.find(i, key, hash)? {
            Some(at) => Ok(self.remove_at(at)),
            None => Ok(None),
        }
    }

    /// Removes the entry that stands there; gives its value.
    pub(super) fn remove_at(&self, at: usize) -> Option<Value> {
        self.with_table_mut(|t| t.remove(at)).flatten().map(|(_, value)| value)
    }

    /// As [`Dict::get_hashed`] of a table, and the key's entry is the last one from now on.
    pub fn get_and_renew(&self, i: &mut dyn Interp, key: &Value, hash: i64) -> PyResult<Option<Value>> {
        let Some(at) = self.find(i, key, hash)? else { return Ok(None) };
        let renewed = self.with_table_mut(|table| {
            let (key, value) = table.remove(at)?;
            table.insert_new(hash, key, value.clone());
            Some(value)
        });
        Ok(renewed.flatten())
    }

    /// Takes out the entry that has been there longest; a view of a namespace gives none.
    pub fn remove_first(&self) -> Option<(Value, Value)> {
        self.with_table_mut(|table| table.next_from(0).map(|first| first.0).and_then(|at| table.remove(at))).flatten()
    }

    /// The value of a name. Keys that only a Python `__eq__` makes equal to the name are not found.
    pub fn get_str(&self, name: Symbol) -> Option<Value> {
        match &*self.data.borrow() {
            DictData::Table(table) => table.value(Dict::find_str(table, &name.value())?).cloned(),
            DictData::View(owner) => owner.attrs().borrow().get(name).cloned(),
        }
    }

    fn find_str(table: &DictTable<Value, Value>, key: &Value) -> Option<usize> {
        let Value::Str(text) = key else { return None };
        match table.find(text.data.hash(), |other| if same(other, key) == Same::Yes { Same::Yes } else { Same::No }) {
            Found::At(at) => Some(at),
            _ => None,
        }
    }

    /// Sets a name.
    pub fn set_str(self: &Rc<Dict>, name: Symbol, value: Value) {
        gc::link(self, &value);
        let old = match &mut *self.data.borrow_mut() {
            DictData::Table(table) => {
                let key = name.value();
                match Dict::find_str(table, &key) {
                    Some(at) => table.value_mut(at).map(|place| std::mem::replace(place, value)),
                    None => {
                        if let Value::Str(text) = &key {
                            table.insert_new(text.data.hash(), key.clone(), value);
                        }
                        None
                    }
                }
            }
            DictData::View(owner) => owner.attrs().borrow_mut().set(name, value),
        };
        drop(old);
    }

    /// Removes a name; gives its value.
    pub fn remove_str(&self, name: Symbol) -> Option<Value> {
        match &mut *self.data.borrow_mut() {
            DictData::Table(table) => {
                let at = Dict::find_str(table, &name.value())?;
                table.remove(at).map(|(_, value)| value)
            }
            DictData::View(owner) => owner.attrs().borrow_mut().remove(name),
        }
    }

    #[inline]
    pub fn len(&self) -> usize {
        match &*self.data.borrow() {
            DictData::Table(table) => table.len(),
            DictData::View(owner) => owner.attrs().borrow().len(),
        }
    }

    /// Changes with what is added or goes: the number of entries, that of their places, how often those were renumbered.
    pub fn shape(&self) -> (usize, usize, u32) {
        match &*self.data.borrow() {
            DictData::Table(table) => (table.len(), table.end(), table.rebuilds()),
            DictData::View(owner) => (owner.attrs().borrow().len(), 0, 0),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry at or after raw place `from`, with the place after it: for iteration that survives changes.
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value, Value)> {
        match &*self.data.borrow() {
            DictData::Table(table) => table.next_from(from).map(|(at, k, v)| (at + 1, k.clone(), v.clone())),
            DictData::View(owner) => {
                owner.attrs().borrow().next_from(from).map(|(after, name, v)| (after, name.value(), v.clone()))
            }
        }
    }

    /// The value of `key` in another dict, of the entry here with `after` behind it, whose hash is known.
    pub fn get_of_entry(&self, i: &mut dyn Interp, after: usize, key: &Value, other: &Dict) -> PyResult<Option<Value>> {
        let hash = self.hash_of_entry(i, after, key)?;
        other.get_hashed(i, key, hash)
    }

    /// The hash of the key of the entry before `after`, which is not asked again.
    pub fn hash_of_entry(&self, i: &mut dyn Interp, after: usize, key: &Value) -> PyResult<i64> {
        match self.with_table(|table| table.hash_at(after - 1)).flatten() {
            Some(hash) => Ok(hash),
            None => ops::hash(i, key),
        }
    }

    /// As [`Dict::next_entry`]: the key, the value, or a tuple of both.
    pub fn next_part(&self, from: usize, what: DictPart) -> Option<(usize, Value)> {
        if let DictData::Table(table) = &*self.data.borrow() {
            let (at, key, value) = table.next_from(from)?;
            return Some((at + 1, part(what, key, value)));
        }
        let (after, key, value) = self.next_entry(from)?;
        Some((after, part(what, &key, &value)))
    }

    /// The last entry before raw place `before`, and its place (`reversed`); start with `usize::MAX`.
    pub fn previous_part(&self, before: usize, what: DictPart) -> Option<(usize, Value)> {
        match &*self.data.borrow() {
            DictData::Table(table) => {
                let (at, key, value) = table.next_back_from(before.min(table.end()))?;
                Some((at, part(what, key, value)))
            }
            DictData::View(owner) => {
                let attrs = owner.attrs().borrow();
                let before = before.min(attrs.len());
                let (name, value) = attrs.iter().nth(before.checked_sub(1)?)?;
                Some((before - 1, part(what, &name.value(), value)))
            }
        }
    }

    /// All entries, in order.
    pub fn entries(&self) -> Vec<(Value, Value)> {
        match &*self.data.borrow() {
            DictData::Table(table) => table.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
            DictData::View(owner) => owner.attrs().borrow().iter().map(|(n, v)| (n.value(), v.clone())).collect(),
        }
    }

    /// Shows the entries that were inserted last, the last one first, for as long as `visit` says so; none of a view.
    pub fn visit_last(&self, mut visit: impl FnMut(&Value, &Value) -> bool) {
        if let DictData::Table(table) = &*self.data.borrow() {
            let _ = table.iter().rev().all(|(key, value)| visit(key, value));
        }
    }

    /// All keys, values or items, in order.
    pub fn parts(&self, what: DictPart) -> Vec<Value> {
        match &*self.data.borrow() {
            DictData::Table(table) => {
                let mut parts = Vec::with_capacity(table.len());
                parts.extend(table.iter().map(|(k, v)| part(what, k, v)));
                parts
            }
            DictData::View(owner) => owner.attrs().borrow().iter().map(|(n, v)| part(what, &n.value(), v)).collect(),
        }
    }

    pub fn keys(&self) -> Vec<Value> {
        self.parts(DictPart::Keys)
    }

    pub fn values(&self) -> Vec<Value> {
        self.parts(DictPart::Values)
    }

    pub fn clear(&self) {
        let old = match &mut *self.data.borrow_mut() {
            DictData::View(owner) => {
                let old = owner.attrs().borrow_mut().take();
                old.into_iter().map(|(name, value)| (name.value(), value)).collect::<Vec<_>>()
            }
            DictData::Table(table) => table.take().into_entries().collect(),
        };
        finalizer::release_all(old.into_iter().flat_map(|(k, v)| [k, v]));
    }

    /// Removes the entry that was inserted last and gives it.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        match &mut *self.data.borrow_mut() {
            DictData::Table(table) => table.pop_last(),
            DictData::View(owner) => {
                let mut attrs = owner.attrs().borrow_mut();
                let name = attrs.iter().next_back()?.0;
                attrs.remove(name).map(|value| (name.value(), value))
            }
        }
    }

    /// The keys with their hashes, in order; `None`: those of a namespace.
    pub fn hashed_keys(&self) -> Option<Vec<(i64, Value)>> {
        let DictData::Table(table) = &*self.data.borrow() else { return None };
        Some(table.iter_hashed().map(|(hash, key, _)| (hash, key.clone())).collect())
    }
}

fn part(what: DictPart, key: &Value, value: &Value) -> Value {
    match what {
        DictPart::Keys => key.clone(),
        DictPart::Values => value.clone(),
        DictPart::Items => Value::pair(key.clone(), value.clone()),
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        if let DictData::Table(table) = self.data.get_mut() {
            for (key, value) in table.take().into_entries() {
                finalizer::release(key);
                finalizer::release(value);
            }
        }
    }
}
