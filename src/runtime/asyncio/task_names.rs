//! Names of tasks: `Task-N`, or what the program gives.

use std::rc::Rc;

use super::futures::future;
use super::labels;
use super::tasks::{Task, task};
use crate::objects::exception::PyResult;
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::{Interp, Object, Value, ops};

impl Task {
    /// Its name, a str; None before `__init__`. As in `_asyncio`, `Task-N` is worded when it is first asked for.
    pub fn name(&self) -> Value {
        if self.name.borrow().is_none() && self.name_number.get() > 0 {
            let mut name = String::new();
            write_default(self.name_number.get(), &mut name);
            self.name.replace(Some(Rc::new(Str::new(PyStr::from(&*name)))));
        }
        self.name.borrow().clone().map(Value::Str).into()
    }
}

/// Appends the name of a task to which none was given.
pub fn write_default(number: u32, out: &mut String) {
    out.push_str("Task-");
    labels::push_number(number.into(), out);
}

/// `Task.set_name`
pub fn set_name(i: &mut dyn Interp, object: &Rc<Object>, name: &Value) -> PyResult<()> {
    let text = ops::str_text(i, name)?;
    let log = i.log();
    let id = log.intern(&text.text());
    log.task_named(future(object).id.get().as_task(), !name.is_none(), id);
    task(object).name.replace(Some(text));
    Ok(())
}
