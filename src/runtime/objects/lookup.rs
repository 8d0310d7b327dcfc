//! What is done with a key of a dict, or a member of a set, whose `__hash__` or `__eq__` is the program's: they are called
//! as other functions are, in frames, and the lookup goes on where they return.

use std::rc::Rc;

use super::args::Args;
use super::containers::{Dict, List, Set};
use super::dict::{DictData, same};
use super::dict_table::{Candidate, Found, Same};
use super::exception::{PyResult, key_error};
use super::function::Flow;
use super::interp::Interp;
use super::ops::asking::{Asked, ask_equal, ask_hash, judge_equal, may_ask};
use super::ops::{self, special::call_found};
use super::symbol::known;
use super::then::{Then, in_frame};
use super::types::type_of;
use super::value::Value;

/// Where a key is looked up.
#[derive(Clone)]
pub enum Table {
    Dict(Rc<Dict>),
    Set(Rc<Set>),
}

/// What for.
pub enum Use {
    /// `object[key]`, of a dict or what carries one.
    Item(Value),
    /// `d.get(key, default)`
    Get(Value),
    /// `key in …`
    Contains,
    /// `d[key] = value`
    Put(Value),
    SetDefault(Value),
    /// `del d[key]`
    Delete,
    /// `d.pop(key, default)`, without a default: `Unset`.
    Pop(Value),
    Add,
    Discard,
    Remove,
}

/// A lookup that has asked something.
struct Lookup {
    table: Table,
    key: Value,
    hash: i64,
    /// The entry of which it is asked whether it is the key's, and its own key. `None`: the key is asked for its hash.
    asked: Option<(Candidate, Value)>,
    /// Keys that moved within the dict while they were asked keep what they answered.
    moved: Vec<(Value, Same)>,
    purpose: Use,
}

/// Whether a lookup is to go this way.
#[inline]
pub fn asks(table: &Dict, key: &Value) -> bool {
    may_ask(key) && matches!(&*table.data.borrow(), DictData::Table(_))
}

/// As [`asks_member`], of any of a list's items.
pub fn asks_one_of(list: &List) -> bool {
    let plain = |item: &Value| matches!(item, Value::Int(_) | Value::Str(_));
    list.items.borrow().iter().any(|item| !plain(item) && asks_member(item))
}

/// As [`asks`], of a member of a set: sets within others are looked for as frozensets.
#[inline]
pub fn asks_member(key: &Value) -> bool {
    may_ask(key) && !matches!(key.plain(), Value::Set(_))
}

/// Looks a key up and does with its place what is to be done.
pub fn begin(i: &mut dyn Interp, table: Table, key: &Value, purpose: Use) -> PyResult<Flow> {
    let asked = ask_hash(i, key)?;
    if let Asked::Known(hash) = asked {
        match table.find(hash, |other| same(other, key)) {
            Found::At(at) => return done(i, &table, key.clone(), hash, purpose, Some(at)),
            Found::Absent => return done(i, &table, key.clone(), hash, purpose, None),
            Found::Ask(_) => {}
        }
    }
    let mut lookup = Box::new(Lookup { table, key: key.clone(), hash: 0, asked: None, moved: Vec::new(), purpose });
    match asked {
        Asked::Known(hash) => {
            lookup.hash = hash;
            lookup.search(i)
        }
        Asked::Flow(flow) => flow.and_then(i, lookup),
    }
}

impl Table {
    fn find(&self, hash: i64, known: impl Fn(&Value) -> Same) -> Found {
        match self {
            Table::Dict(dict) => dict.with_table(|table| table.find(hash, known)).unwrap_or(Found::Absent),
            Table::Set(set) => set.with_table(|table| table.find(hash, known)),
        }
    }

    fn key(&self, at: usize) -> Value {
        match self {
            Table::Dict(dict) => dict.with_table(|table| table.key(at).cloned()).flatten(),
            Table::Set(set) => set.with_table(|table| table.key(at).cloned()),
        }
        .unwrap_or_default()
    }

    /// What follows an answer; `None`: the table is another one by now.
    fn resume(&self, candidate: Candidate, hash: i64, equal: bool, known: impl Fn(&Value) -> Same) -> Option<Found> {
        match (self, equal) {
            (Table::Dict(dict), true) => dict.with_table(|table| table.still_there(candidate))?,
            (Table::Set(set), true) => set.with_table(|table| table.still_there(candidate)),
            (Table::Dict(dict), false) => return dict.with_table(|table| table.resume(candidate, hash, known))?,
            (Table::Set(set), false) => return set.with_table(|table| table.resume(candidate, hash, known)),
        }
        .then_some(Found::At(candidate.entry))
    }
}

impl Lookup {
    fn known(&self, other: &Value) -> Same {
        match self.moved.iter().find(|(asked, _)| asked.is(other)) {
            Some((_, answer)) => *answer,
            None => same(other, &self.key),
        }
    }

    /// Searches from the start.
    fn search(self: Box<Lookup>, i: &mut dyn Interp) -> PyResult<Flow> {
        let found = self.table.find(self.hash, |other| self.known(other));
        self.go_on(i, found)
    }

    fn go_on(mut self: Box<Lookup>, i: &mut dyn Interp, mut found: Found) -> PyResult<Flow> {
        loop {
            let candidate = match found {
                Found::At(at) => return self.done(i, Some(at)),
                Found::Absent => return self.done(i, None),
                Found::Ask(candidate) => candidate,
            };
            let other = self.table.key(candidate.entry);
            let asked = ask_equal(i, &other, &self.key)?;
            self.asked = Some((candidate, other));
            found = match asked {
                Asked::Known(equal) => self.answered(equal),
                Asked::Flow(flow) => return flow.and_then(i, self),
            };
        }
    }

    /// What follows from the answer of the key that was asked.
    fn answered(&mut self, equal: bool) -> Found {
        let Some((candidate, other)) = self.asked.take() else { return Found::Absent };
        match self.table.resume(candidate, self.hash, equal, |other| self.known(other)) {
            Some(found) => found,
            None => {
                if let Table::Dict(_) = self.table {
                    self.moved.push((other, if equal { Same::Yes } else { Same::No }));
                }
                self.table.find(self.hash, |other| self.known(other))
            }
        }
    }

    fn done(self, i: &mut dyn Interp, found: Option<usize>) -> PyResult<Flow> {
        let Lookup { table, key, hash, purpose, .. } = self;
        done(i, &table, key, hash, purpose, found)
    }
}

impl Then for Lookup {
    fn value(mut self: Box<Lookup>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        let Some((_, other)) = &self.asked else {
            self.hash = ops::judge_hash(&answer)?;
            return self.search(i);
        };
        match judge_equal(i, answer, other, &self.key)? {
            Asked::Known(equal) => {
                let found = self.answered(equal);
                self.go_on(i, found)
            }
            Asked::Flow(flow) => flow.and_then(i, self),
        }
    }

    fn later(self: Box<Lookup>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// Does with the place of a key what it was looked up for.
fn done(
    i: &mut dyn Interp,
    table: &Table,
    key: Value,
    hash: i64,
    purpose: Use,
    found: Option<usize>,
) -> PyResult<Flow> {
    let value = match table {
        Table::Dict(dict) => return done_in_dict(i, dict, key, hash, purpose, found),
        Table::Set(set) => match (purpose, found) {
            (Use::Contains, found) => Value::Bool(found.is_some()),
            (Use::Add, None) => {
                set.insert(i, key, hash)?;
                Value::None
            }
            (Use::Remove, None) => return Err(key_error(key)),
            (Use::Discard | Use::Remove, Some(slot)) => {
                set.remove_at(slot);
                Value::None
            }
            _ => Value::None,
        },
    };
    Ok(value.into())
}

fn done_in_dict(
    i: &mut dyn Interp,
    dict: &Rc<Dict>,
    key: Value,
    hash: i64,
    purpose: Use,
    found: Option<usize>,
) -> PyResult<Flow> {
    let value = |at: usize| dict.with_table(|table| table.value(at).cloned()).flatten().unwrap_or_default();
    Ok(match (purpose, found) {
        (Use::Contains, found) => Value::Bool(found.is_some()),
        (Use::Item(_) | Use::Get(_) | Use::SetDefault(_), Some(at)) => value(at),
        (Use::Item(holder), None) => return missing(i, &holder, key),
        (Use::Get(default), None) => default,
        (Use::Put(value), found) => {
            dict.put(i, key, hash, value, found)?;
            Value::None
        }
        (Use::SetDefault(default), None) => {
            dict.put(i, key, hash, default.clone(), None)?;
            default
        }
        (Use::Delete, Some(at)) => {
            drop(dict.remove_at(at));
            Value::None
        }
        (Use::Pop(_), Some(at)) => dict.remove_at(at).unwrap_or_default(),
        (Use::Delete | Use::Pop(Value::Unset), None) => return Err(key_error(key)),
        (Use::Pop(default), None) => default,
        (Use::Add | Use::Discard | Use::Remove, _) => Value::None,
    }
    .into())
}

/// What `holder[key]` is where the key is not there: what the `__missing__` of a subclass says, or KeyError.
pub(super) fn missing(i: &mut dyn Interp, holder: &Value, key: Value) -> PyResult<Flow> {
    match holder {
        Value::Object(_) if let Some(missing) = type_of(holder).lookup(known::MISSING) => {
            call_found(i, &missing, holder, Args::one(key))
        }
        _ => Err(key_error(key)),
    }
}

/// Enters keys with their values into a new dict, or items into a set, one after the other.
pub struct Filling {
    table: Table,
    rest: Rest,
    then: Box<dyn FnOnce() -> Value>,
}

/// What is still to be entered.
enum Rest {
    /// Of a dict, keys, each with its value behind it.
    Items(std::vec::IntoIter<Value>),
    /// From this place on a list, which those who are asked may change, and the value of all keys.
    List(Rc<List>, usize, Value),
}

impl Rest {
    fn next(&mut self) -> Option<Value> {
        match self {
            Rest::Items(items) => items.next(),
            Rest::List(list, at, _) => {
                *at += 1;
                list.item(*at - 1)
            }
        }
    }

    /// The value of the key that came last.
    fn value(&mut self) -> Value {
        match self {
            Rest::Items(items) => items.next().unwrap_or_default(),
            Rest::List(_, _, value) => value.clone(),
        }
    }
}

impl Filling {
    /// Of a dict, `items` are keys, each with its value behind it. The flow's value is what `then` gives.
    pub fn begin(
        i: &mut dyn Interp,
        table: Table,
        items: Vec<Value>,
        then: impl FnOnce() -> Value + 'static,
    ) -> PyResult<Flow> {
        Box::new(Filling { table, rest: Rest::Items(items.into_iter()), then: Box::new(then) }).go_on(i)
    }

    /// With what a list holds, in a dict all with the same value.
    pub fn from_list(
        i: &mut dyn Interp,
        table: Table,
        list: Rc<List>,
        value: Value,
        then: impl FnOnce() -> Value + 'static,
    ) -> PyResult<Flow> {
        Box::new(Filling { table, rest: Rest::List(list, 0, value), then: Box::new(then) }).go_on(i)
    }

    fn go_on(mut self: Box<Filling>, i: &mut dyn Interp) -> PyResult<Flow> {
        while let Some(key) = self.rest.next() {
            let purpose = match self.table {
                Table::Dict(_) => Use::Put(self.rest.value()),
                Table::Set(_) => Use::Add,
            };
            match begin(i, self.table.clone(), &key, purpose)? {
                Flow::Done(_) => {}
                flow => return flow.and_then(i, self),
            }
        }
        Ok((self.then)().into())
    }
}

impl Then for Filling {
    fn value(self: Box<Filling>, i: &mut dyn Interp, _: Value) -> PyResult<Flow> {
        self.go_on(i)
    }

    fn later(self: Box<Filling>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}
