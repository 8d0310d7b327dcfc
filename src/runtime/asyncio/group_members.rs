//! The tasks and errors of a TaskGroup, and what a program sees of them.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};

use super::{own_dict, py};
use crate::objects::exception::{Exc, PyResult};
use crate::objects::gc_graph::address_of;
use crate::objects::{Args, Interp, Value, ops};

/// The tasks of a group that are not done, in order of creation. Each is taken out by its number, at once.
#[derive(Default)]
pub struct Members {
    /// `Unset` where one has been taken out; never so at the front.
    tasks: VecDeque<Value>,
    /// The number of the one at the front.
    first: usize,
    pub left: usize,
}

impl Members {
    pub fn add(&mut self, task: Value) -> usize {
        self.left += 1;
        self.tasks.push_back(task);
        self.first + self.tasks.len() - 1
    }

    pub fn remove(&mut self, number: usize) {
        let Some(task) = number.checked_sub(self.first).and_then(|at| self.tasks.get_mut(at)) else { return };
        *task = Value::Unset;
        self.left -= 1;
        while self.tasks.front().is_some_and(Value::is_unset) {
            self.tasks.pop_front();
            self.first += 1;
        }
    }

    /// The number of a task that is in.
    pub fn number_of(&self, task: &Value) -> Option<usize> {
        self.tasks.iter().position(|member| member.is(task)).map(|at| self.first + at)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.tasks.iter().filter(|task| !task.is_unset())
    }
}

fn len_of(i: &mut dyn Interp, value: &Value) -> PyResult<usize> {
    let flow = ops::len(i, value)?;
    Ok(i.finish(flow)?.as_int().and_then(|len| usize::try_from(len).ok()).unwrap_or_default())
}

/// The members of a group, and the set that a program has got by `_tasks`: from then on that says which tasks there are.
#[derive(Default)]
pub struct Tasks {
    members: RefCell<Members>,
    shown: RefCell<Option<Value>>,
}

impl Tasks {
    /// What it holds.
    pub fn held(&self) -> Vec<Value> {
        self.members.borrow().iter().chain(self.shown.borrow().iter()).cloned().collect()
    }

    /// `self._tasks`
    pub fn get(&self, i: &mut dyn Interp) -> PyResult {
        if let Some(set) = self.shown.borrow().clone() {
            return Ok(set);
        }
        let all = self.members.borrow().iter().cloned().collect();
        let set = own_dict::set_of(i, all)?;
        self.shown.replace(Some(set.clone()));
        Ok(set)
    }

    /// `self._tasks = value`
    pub fn set(&self, value: Value) {
        self.shown.replace(Some(value));
    }

    /// `len(self._tasks)`, if there are any.
    pub fn len(&self, i: &mut dyn Interp) -> PyResult<usize> {
        let Some(set) = self.shown.borrow().clone() else { return Ok(self.members.borrow().left) };
        if ops::is_true(i, &set)? { len_of(i, &set) } else { Ok(0) }
    }

    /// `not self._tasks`
    #[inline]
    pub fn is_empty(&self, i: &mut dyn Interp) -> PyResult<bool> {
        let Some(set) = self.shown.borrow().clone() else { return Ok(self.members.borrow().left == 0) };
        ops::is_true(i, &set).map(|any| !any)
    }

    /// `self._tasks.add(task)`; gives its number.
    pub fn add(&self, i: &mut dyn Interp, task: &Value) -> PyResult<usize> {
        let number = self.members.borrow_mut().add(task.clone());
        self.tell(i, "add", task).map(|()| number)
    }

    /// Whether the program has got or set it.
    pub fn is_shown(&self) -> bool {
        self.shown.borrow().is_some()
    }

    /// How many the group has made that are not done.
    pub fn left(&self) -> usize {
        self.members.borrow().left
    }

    /// The number of a task that is in, if the group has made it.
    pub fn number_of(&self, task: &Value) -> Option<usize> {
        self.members.borrow().number_of(task)
    }

    /// `self._tasks.discard(task)`, of a task of that number if it is in.
    pub fn discard(&self, i: &mut dyn Interp, task: &Value, number: Option<usize>) -> PyResult<()> {
        if let Some(number) = number {
            self.members.borrow_mut().remove(number);
        }
        self.tell(i, "discard", task)
    }

    fn tell(&self, i: &mut dyn Interp, method: &str, task: &Value) -> PyResult<()> {
        match self.shown.borrow().clone() {
            Some(set) => py::call(i, &set, method, Args::one(task.clone())).map(drop),
            None => Ok(()),
        }
    }

    /// The tasks: those that the group has made come first, in order of creation.
    pub fn all(&self, i: &mut dyn Interp) -> PyResult<Vec<Value>> {
        let own: Vec<Value> = self.members.borrow().iter().cloned().collect();
        let Some(set) = self.shown.borrow().clone() else { return Ok(own) };
        let all = ops::to_vec(i, &set)?;
        let addresses = |tasks: &[Value]| tasks.iter().map(address_of).collect::<BTreeSet<_>>();
        let (known, left) = (addresses(&own), addresses(&all));
        let added = all.into_iter().filter(|task| !known.contains(&address_of(task)));
        Ok(own.iter().filter(|task| left.contains(&address_of(task))).cloned().chain(added).collect())
    }
}

/// The errors of a group: its own list until the program has got or set `_errors`.
#[derive(Default)]
pub struct Errors {
    own: RefCell<Vec<Exc>>,
    shown: RefCell<Option<Value>>,
}

impl Errors {
    /// `self._errors`
    pub fn get(&self) -> Value {
        let make = || Value::list(self.own.take().iter().map(Exc::value).collect());
        self.shown.borrow_mut().get_or_insert_with(make).clone()
    }

    /// `self._errors = value`
    pub fn set(&self, value: Value) {
        let _before = (self.own.take(), self.shown.replace(Some(value)));
    }

    /// `self._errors.append(exc)`
    pub fn push(&self, i: &mut dyn Interp, exc: &Exc) -> PyResult<()> {
        let shown = self.shown.borrow().clone();
        match shown {
            Some(list) => py::call(i, &list, "append", Args::one(exc.value())).map(drop),
            None => {
                self.own.borrow_mut().push(exc.clone());
                Ok(())
            }
        }
    }

    /// `not self._errors`
    pub fn is_empty(&self, i: &mut dyn Interp) -> PyResult<bool> {
        let Some(list) = self.shown.borrow().clone() else { return Ok(self.own.borrow().is_empty()) };
        ops::is_true(i, &list).map(|any| !any)
    }

    /// `len(self._errors)`, if there are any.
    pub fn len(&self, i: &mut dyn Interp) -> PyResult<usize> {
        let Some(list) = self.shown.borrow().clone() else { return Ok(self.own.borrow().len()) };
        if ops::is_true(i, &list)? { len_of(i, &list) } else { Ok(0) }
    }

    /// What it holds of the program's.
    pub fn held(&self) -> Option<Value> {
        self.shown.borrow().clone()
    }
}
