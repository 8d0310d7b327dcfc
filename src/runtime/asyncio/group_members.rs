//! The tasks of a TaskGroup.

use std::collections::VecDeque;

use crate::objects::Value;

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
