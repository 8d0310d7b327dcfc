//! `sorted`, `min`, `max`.

use std::cell::RefCell;
use std::rc::Rc;

use super::Code::{self, Flow as F};
use super::iteration::truth;
use super::ranked;
use crate::objects::args::Args;
use crate::objects::bind::unexpected_keyword;
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, CompareOp};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::types;
use crate::objects::value::Value;

pub(super) const FUNCTIONS: &[(&str, Code)] = &[("sorted", F(sorted)), ("min", F(min)), ("max", F(max))];

/// A sorted list of these items.
pub(super) async fn sort(cx: &Cx, items: Vec<Value>) -> PyResult {
    let list = Value::list(items);
    let method = types().list.lookup(Symbol::new("sort")).unwrap_or_default();
    cx.call(&method, Args::one(list.clone())).await?;
    Ok(list)
}

fn sorted(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let given = args.positional_count();
    let iterable = match args.take_first() {
        Some(iterable) if given == 1 => iterable,
        _ => return Err(type_error(format!("sorted expected 1 argument, got {given}"))),
    };
    let keywords: Vec<(Symbol, Value)> = args.keywords().map(|(n, v)| (n, v.clone())).collect();
    ops::gather(i, &iterable, move |i, items| {
        let unknown = keywords.iter().find(|(name, _)| *name != known::KEY && *name != known::REVERSE);
        if let Some((name, _)) = unknown
            && keywords.len() <= 2
        {
            return Err(unexpected_keyword("sort", &name.text(), &["key", "reverse"]));
        }
        let list = Value::list(items);
        let method = types().list.lookup(Symbol::new("sort")).unwrap_or_default();
        let flow = ops::call_now(i, &method, Args::with_keywords([list.clone()], keywords))?;
        flow.then(i, move |_, _| Ok(list.into()))
    })
}

fn min(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    extreme(i, args, "min", CompareOp::Lt)
}

fn max(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    extreme(i, args, "max", CompareOp::Gt)
}

/// Whether values compare without Python code and in small time.
fn is_simple(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Str(_))
}

fn extreme(i: &mut dyn Interp, args: Args, name: &'static str, op: CompareOp) -> PyResult<Flow> {
    let given = args.positional_values();
    if given.is_empty() {
        return Err(type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    let named = args.keywords().count();
    if named > 2 {
        return Err(type_error(format!("{name}() takes at most 2 keyword arguments ({named} given)")));
    }
    let (mut key, mut default) = (Value::None, Value::Unset);
    for (keyword, value) in args.keywords() {
        match keyword {
            known::KEY => key = value.clone(),
            known::DEFAULT => default = value.clone(),
            other => {
                return Err(unexpected_keyword(name, &other.text(), &["key", "default"]));
            }
        }
    }
    let several = given.len() > 1;
    if several && !default.is_unset() {
        return Err(type_error(format!("Cannot specify a default for {name}() with multiple positional arguments")));
    }
    if key.is_none() {
        let simple = match given {
            [Value::List(list)] => {
                let items = list.items.borrow();
                if items.iter().all(is_simple) { best_of(i, &items, op)? } else { None }
            }
            [Value::Tuple(tuple)] if tuple.items.iter().all(is_simple) => best_of(i, &tuple.items, op)?,
            items if several && items.iter().all(is_simple) => best_of(i, items, op)?,
            _ => None,
        };
        if let Some(best) = simple {
            return Ok(Flow::Done(best));
        }
    }
    let source = if several { Value::tuple(given.to_vec()) } else { given[0].clone() };
    if !key.is_none() || matches!(source, Value::List(_) | Value::Tuple(_)) {
        return Ok(Flow::frame(ranked::extreme(i.cx(), source, key, default, name, op)));
    }
    ops::iter(i, &source)?.then(i, move |i, iterator| {
        drop(source);
        let best = Rc::new(Best { op, rank: RefCell::default() });
        ops::take_all(i, iterator.clone(), best.clone(), move |i, next| match next {
            None => best.rank.take().map_or_else(|| none(name, default), Ok).map(Flow::Done),
            Some(item) => Ok(Flow::frame(best_on(i.cx(), iterator, item, best))),
        })
    })
}

/// The best of those so far, of `next`, which must be asked, and of what follows.
async fn best_on(cx: Cx, iterator: Value, next: Value, best: Rc<Best>) -> PyResult {
    let mut next = Some(next);
    while let Some(item) = next {
        let top = best.rank.borrow().clone();
        let better = match &top {
            None => true,
            Some(top) => match cx.enter(|i| ops::compare(i, best.op, &item, top))? {
                Flow::Done(Value::Bool(better)) => better,
                flow => {
                    let answer = cx.finish(Ok(flow)).await?;
                    truth(&cx, &answer).await?
                }
            },
        };
        if better {
            best.rank.replace(Some(item));
        }
        next = ops::next_not_taken(&cx, &iterator, &best).await?;
    }
    Ok(best.rank.take().unwrap_or_default())
}

/// What there is where nothing has come.
pub(super) fn none(name: &str, default: Value) -> PyResult {
    match default.is_unset() {
        true => Err(value_error(format!("{name}() iterable argument is empty"))),
        false => Ok(default),
    }
}

/// The best item so far. Takes an item that is a number, or a text, as the best one is.
struct Best {
    op: CompareOp,
    rank: RefCell<Option<Value>>,
}

impl Taker for Best {
    fn take(&self, item: Value) -> Option<Value> {
        let mut best = self.rank.borrow_mut();
        let order = match (&*best, &item) {
            (None, _) => {
                *best = Some(item);
                return None;
            }
            (Some(Value::Int(top)), Value::Int(n)) => Some(n.cmp(top)),
            (Some(Value::Float(top)), Value::Float(x)) => x.partial_cmp(top),
            (Some(Value::Str(top)), Value::Str(text)) => Some(text.data.cmp(&top.data)),
            _ => return Some(item),
        };
        if order.is_some_and(|order| self.op.judge(order)) {
            *best = Some(item);
        }
        None
    }
}

/// The first of the best of simple values; `None`: there are none, or they do not compare at once.
fn best_of(i: &mut dyn Interp, items: &[Value], op: CompareOp) -> PyResult<Option<Value>> {
    let Some((mut best, rest)) = items.split_first() else { return Ok(None) };
    i.charge(items.len() as u64);
    for item in rest {
        match ops::compare(i, op, item, best)? {
            Flow::Done(Value::Bool(true)) => best = item,
            Flow::Done(Value::Bool(false)) => {}
            _ => return Ok(None),
        }
    }
    Ok(Some(best.clone()))
}
