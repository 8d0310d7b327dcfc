//! What `heapq` and `bisect` do with a list whose items must perhaps be asked which is less: their `__lt__` is called as
//! other functions are, in frames, and the work goes on where it returns.

use std::rc::Rc;

use crate::objects::containers::List;
use crate::objects::exception::{index_error, runtime_error, type_error};
use crate::objects::function::{Builtin, Flow, FlowFn};
use crate::objects::module::Module;
use crate::objects::ops::{self, Asked, CompareOp, ask, judge};
use crate::objects::then::{Then, in_frame};
use crate::objects::{Args, Interp, PyResult, Symbol, Value};

enum Work {
    /// An item finds its place in a heap (Modules/_heapqmodule.c `siftup`, `siftdown`).
    Sift { start: usize, at: usize, sinks: bool, largest: bool },
    /// The place of an item in a sorted list is looked for (Modules/_bisectmodule.c).
    Search { low: usize, high: usize, x: Value, right: bool },
}

struct Ordering {
    list: Rc<List>,
    /// How long it was.
    size: usize,
    work: Work,
    /// Which of them is asked whether it is less than the other.
    pair: (Value, Value),
}

impl Ordering {
    /// Which two are compared next; `None`: the work is done.
    fn question(&mut self) -> PyResult<Option<(Value, Value)>> {
        let mut items = self.list.items.borrow_mut();
        match &mut self.work {
            Work::Sift { .. } if items.len() != self.size => Err(runtime_error("list changed size during iteration")),
            Work::Sift { start, at, sinks, largest } => {
                let last = self.size - 1;
                if *sinks && *at * 2 + 1 == last {
                    // An only child is passed by without a question.
                    items.swap(*at, last);
                    *at = last;
                }
                *sinks &= *at * 2 + 1 < last;
                let (a, b) = match *sinks {
                    true => (*at * 2 + 1, *at * 2 + 2),
                    false if *at > *start => (*at, (*at - 1) / 2),
                    false => return Ok(None),
                };
                let (a, b) = if *largest { (b, a) } else { (a, b) };
                Ok(Some((items[a].clone(), items[b].clone())))
            }
            Work::Search { low, high, x, right } => {
                if *low >= *high {
                    return Ok(None);
                }
                let item = items.get((*low + *high) / 2).ok_or_else(|| index_error("list index out of range"))?;
                let (item, x) = (item.clone(), x.clone());
                Ok(Some(if *right { (x, item) } else { (item, x) }))
            }
        }
    }

    fn answer(&mut self, less: bool) {
        match &mut self.work {
            Work::Sift { start, at, sinks, .. } => {
                let mut items = self.list.items.borrow_mut();
                let to = match *sinks {
                    true => *at * 2 + 2 - less as usize,
                    false if less => (*at - 1) / 2,
                    false => {
                        *start = *at;
                        return;
                    }
                };
                // What has changed meanwhile is told of with the next question.
                if items.len() == self.size {
                    items.swap(*at, to);
                }
                *at = to;
            }
            Work::Search { low, high, right, .. } => match (*low + *high) / 2 {
                middle if less == *right => *high = middle,
                middle => *low = middle + 1,
            },
        }
    }

    /// Compares until a Python function is called.
    fn go_on(mut self: Box<Ordering>, i: &mut dyn Interp) -> PyResult<Flow> {
        while let Some((a, b)) = self.question()? {
            match ask(i, CompareOp::Lt, &a, &b)? {
                Asked::Known(less) => self.answer(less),
                Asked::Flow(flow) => {
                    self.pair = (a, b);
                    return flow.and_then(i, self);
                }
            }
        }
        Ok(match self.work {
            Work::Sift { .. } => Value::None,
            Work::Search { low, .. } => low.into(),
        }
        .into())
    }
}

impl Then for Ordering {
    fn value(mut self: Box<Ordering>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        match judge(i, CompareOp::Lt, answer, &self.pair.0, &self.pair.1)? {
            Asked::Known(less) => {
                self.answer(less);
                self.go_on(i)
            }
            Asked::Flow(flow) => flow.and_then(i, self),
        }
    }

    fn later(self: Box<Ordering>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// Begins such work with the list that is the first argument.
fn begin(i: &mut dyn Interp, args: &Args, work: Work) -> PyResult<Flow> {
    let Some(Value::List(list)) = args.values.first().map(Value::plain) else {
        return Err(type_error("expected a list"));
    };
    let (list, size) = (list.clone(), list.items.borrow().len());
    match work {
        Work::Sift { at, .. } if at >= size => Ok(Value::None.into()),
        work => Box::new(Ordering { list, size, work, pair: Default::default() }).go_on(i),
    }
}

fn place(i: &mut dyn Interp, args: &Args, at: usize) -> PyResult<usize> {
    Ok(ops::index(i, &args.values[at])?.max(0) as usize)
}

/// `sift(heap, start, at, sinks, largest)`: the item at `at` moves to its place above; if it `sinks`, down to a leaf before.
fn sift(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let (start, at) = (place(i, &args, 1)?, place(i, &args, 2)?);
    let [sinks, largest] = [3, 4].map(|at| matches!(args.values[at], Value::Bool(true)));
    begin(i, &args, Work::Sift { start, at, sinks, largest })
}

/// `search(list, x, low, high, right)`
fn search(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let (low, high) = (place(i, &args, 2)?, place(i, &args, 3)?);
    let right = matches!(args.values[4], Value::Bool(true));
    let x = args.values[1].clone();
    begin(i, &args, Work::Search { low, high, x, right })
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_order");
    const FUNCTIONS: [(&str, FlowFn); 2] = [("sift", sift), ("search", search)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::function(name, "_order", code));
    }
    Ok(module)
}
