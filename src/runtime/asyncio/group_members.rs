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

/// The set and the list that a program has got by `_tasks` and `_errors`: what it takes out there leaves the group.
#[derive(Default)]
pub struct Shown {
    tasks: RefCell<Option<Value>>,
    errors: RefCell<Option<Value>>,
}

impl Shown {
    /// What it holds.
    pub fn held(&self) -> [Option<Value>; 2] {
        [self.tasks.borrow().clone(), self.errors.borrow().clone()]
    }

    /// `self._tasks`
    pub fn tasks(&self, i: &mut dyn Interp, members: &RefCell<Members>) -> PyResult {
        if let Some(set) = self.tasks.borrow().clone() {
            return Ok(set);
        }
        let all = members.borrow().iter().cloned().collect();
        let set = own_dict::set_of(i, all)?;
        self.tasks.replace(Some(set.clone()));
        Ok(set)
    }

    /// `self._tasks = value`
    pub fn set_tasks(&self, i: &mut dyn Interp, members: &RefCell<Members>, value: Value) -> PyResult<()> {
        let mut new = Members::default();
        for task in ops::to_vec(i, &value)? {
            new.add(task);
        }
        members.replace(new);
        self.tasks.replace(Some(value));
        Ok(())
    }

    /// A task has come into the group, or has left it.
    pub fn tell(&self, i: &mut dyn Interp, method: &str, task: &Value) -> PyResult<()> {
        match self.tasks.borrow().clone() {
            Some(set) => py::call(i, &set, method, Args::one(task.clone())).map(drop),
            None => Ok(()),
        }
    }

    /// Takes out of the group the tasks that the program has taken out of the set.
    pub fn heed(&self, i: &mut dyn Interp, members: &RefCell<Members>) -> PyResult<()> {
        let Some(set) = self.tasks.borrow().clone() else { return Ok(()) };
        let left = ops::to_vec(i, &set)?;
        let left: BTreeSet<_> = left.iter().map(address_of).collect();
        let gone: Vec<Value> =
            members.borrow().iter().filter(|task| !left.contains(&address_of(task))).cloned().collect();
        for task in gone {
            let mut members = members.borrow_mut();
            if let Some(number) = members.number_of(&task) {
                members.remove(number);
            }
        }
        Ok(())
    }

    /// `self._errors`
    pub fn errors(&self, errors: &RefCell<Vec<Exc>>) -> Value {
        let make = || Value::list(errors.borrow().iter().map(Exc::value).collect());
        self.errors.borrow_mut().get_or_insert_with(make).clone()
    }

    /// `self._errors = value`
    pub fn set_errors(&self, value: Value) {
        self.errors.replace(Some(value).filter(|value| !value.is_none()));
    }

    /// The group has one more.
    pub fn failed(&self, i: &mut dyn Interp, exc: &Exc) -> PyResult<()> {
        match self.errors.borrow().clone() {
            Some(list) => py::call(i, &list, "append", Args::one(exc.value())).map(drop),
            None => Ok(()),
        }
    }

    /// Takes over the errors that the program has put into the list or taken out of it.
    pub fn heed_errors(&self, i: &mut dyn Interp, errors: &RefCell<Vec<Exc>>) -> PyResult<()> {
        let Some(list) = self.errors.borrow().clone() else { return Ok(()) };
        let all = ops::to_vec(i, &list)?;
        errors.replace(all.iter().filter_map(Exc::from_value).collect());
        Ok(())
    }
}
