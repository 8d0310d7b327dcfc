//! Writing: an encoder that keeps the containers it is in itself, so that `default` is called between two of its steps.

use std::rc::Rc;

use super::{AT_ONCE, DEPTH};
use crate::objects::args::Args;
use crate::objects::attribute::get_attr;
use crate::objects::builtin_types::sort::sort_items;
use crate::objects::containers::{Dict, List, Tuple};
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::float_repr;
use crate::objects::function::{Flow, SyncFn};
use crate::objects::str::{PyStr, Units};
use crate::objects::string::Str;
use crate::objects::symbol::known;
use crate::objects::{Exc, Interp, Value, ops, type_name, types};

/// json.encoder's functions that write one string.
pub(super) const QUOTING: [(&str, SyncFn); 2] =
    [("encode_basestring_ascii", |_, args| quoted(args, true)), ("encode_basestring", |_, args| quoted(args, false))];

fn quoted(args: Args, ascii: bool) -> PyResult {
    let [text] = args.exactly(if ascii { "py_encode_basestring_ascii" } else { "py_encode_basestring" })?;
    let Some(data) = text.as_str() else {
        return Err(type_error(format!("first argument must be a string, not {}", type_name(&text))));
    };
    let mut out = PyStr::new();
    push_quoted(&mut out, &data.data, ascii);
    Ok(out.into())
}

/// Appends a text in quotes, escaped.
fn push_quoted(out: &mut PyStr, text: &PyStr, ascii: bool) {
    fn is_plain(point: u32, ascii: bool) -> bool {
        point >= 0x20 && point != 0x22 && point != 0x5C && (!ascii || point < 0x7F)
    }
    out.push_str("\"");
    let mut at = 0;
    while at < text.len() {
        let run = match text.units() {
            Units::One(units) => units[at..].iter().take_while(|&&c| is_plain(c.into(), ascii)).count(),
            Units::Two(units) => units[at..].iter().take_while(|&&c| is_plain(c.into(), ascii)).count(),
            Units::Four(units) => units[at..].iter().take_while(|&&c| is_plain(c, ascii)).count(),
        };
        out.push_range(text, at, at + run);
        at += run;
        if at < text.len() {
            push_escape(out, text.at(at));
            at += 1;
        }
    }
    out.push_str("\"");
}

fn push_escape(out: &mut PyStr, point: u32) {
    let unit = |out: &mut PyStr, unit: u32| out.push_str(&format!("\\u{unit:04x}"));
    match point {
        0x22 => out.push_str("\\\""),
        0x5C => out.push_str("\\\\"),
        0x08 => out.push_str("\\b"),
        0x0C => out.push_str("\\f"),
        0x0A => out.push_str("\\n"),
        0x0D => out.push_str("\\r"),
        0x09 => out.push_str("\\t"),
        0x10000.. => {
            unit(out, 0xD800 | (point - 0x10000) >> 10);
            unit(out, 0xDC00 | (point - 0x10000) & 0x3FF);
        }
        _ => unit(out, point),
    }
}

/// An iterable's items that are still to be written.
enum Items {
    /// A list is looked at as it is now.
    List(Rc<List>),
    Tuple(Rc<Tuple>),
    Vec(Vec<Value>),
    Pairs(Vec<(Value, Value)>),
}

/// What is being written, innermost last.
struct Open {
    /// What it is, for circles; Unset for what `default` gave: it stands in its object's place.
    object: Value,
    /// None: the object is one that `default` was called for.
    items: Option<Items>,
    at: usize,
    /// Whether something has been written into it.
    any: bool,
    /// The line break and indentation before its parts.
    indent: Option<Rc<str>>,
}

/// How an encoder goes on.
enum Turn {
    Done,
    /// Writes next what `default` gives for this.
    Default(Value),
    /// The container's items are what it says itself: by `__iter__`, or by `items`, perhaps sorted.
    Ask(Value, Asked),
    Rest,
}

enum Asked {
    Iter,
    Items,
    /// These are sorted.
    Sort(Vec<(Value, Value)>),
}

struct Encoder {
    out: PyStr,
    open: Vec<Open>,
    default: Value,
    ascii: bool,
    indent: Option<Rc<Str>>,
    key_separator: Rc<Str>,
    item_separator: Rc<Str>,
    sort_keys: bool,
    skip_keys: bool,
    allow_nan: bool,
    check_circular: bool,
}

/// `encode(object, default, ascii, indent, key_separator, item_separator, sort_keys, skip_keys, allow_nan,
/// check_circular)`: the text; `indent` is None or a str.
pub(super) fn encode(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, default, ascii, indent, key, item, sort_keys, skip_keys, allow_nan, check_circular] =
        args.exactly("encode")?;
    let text = |value: &Value, at: usize| match value.as_str() {
        Some(text) => Ok(text.clone()),
        None => Err(type_error(format!(
            "make_encoder() argument {at} must be str, not {}",
            crate::objects::types::argument_type(value)
        ))),
    };
    let mut encoder = Encoder {
        out: PyStr::new(),
        open: Vec::new(),
        default,
        ascii: ops::is_true(i, &ascii)?,
        indent: if indent.is_none() { None } else { Some(text(&indent, 4)?) },
        key_separator: text(&key, 5)?,
        item_separator: text(&item, 6)?,
        sort_keys: ops::is_true(i, &sort_keys)?,
        skip_keys: ops::is_true(i, &skip_keys)?,
        allow_nan: ops::is_true(i, &allow_nan)?,
        check_circular: ops::is_true(i, &check_circular)?,
    };
    let mut turn = encoder.run(i, Some(object))?;
    if let Turn::Done = turn {
        return Ok(Flow::Done(encoder.out.into()));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        loop {
            let mut next = None;
            match turn {
                Turn::Done => return Ok(encoder.out.into()),
                Turn::Default(object) => next = Some(cx.call(&encoder.default, Args::one(object)).await?),
                Turn::Ask(object, asked) => {
                    let items = ask(&cx, &object, asked, encoder.sort_keys).await?;
                    encoder.enter(object, items);
                }
                Turn::Rest => ops::breathe(&cx, AT_ONCE).await?,
            }
            turn = cx.enter(|i| encoder.run(i, next))?;
        }
    }))
}

/// The items of a container that are not plainly there.
async fn ask(cx: &Cx, object: &Value, asked: Asked, sort: bool) -> PyResult<Items> {
    let mut items: Vec<Value> = match asked {
        Asked::Iter => return Ok(Items::Vec(ops::collect(cx, object).await?)),
        Asked::Items => {
            let method = cx.run(|i| get_attr(i, object, known::ITEMS)).await?;
            let items = cx.call(&method, Args::none()).await?;
            ops::collect(cx, &items).await?
        }
        Asked::Sort(pairs) => pairs.into_iter().map(|(key, value)| Value::pair(key, value)).collect(),
    };
    if sort {
        sort_items(cx, &mut items, &Value::None, false).await?;
    }
    let pair = |item: Value| match item.plain() {
        Value::Tuple(t) if t.items.len() == 2 => Ok((t.items[0].clone(), t.items[1].clone())),
        _ => Err(value_error("items must return 2-tuples")),
    };
    Ok(Items::Pairs(items.into_iter().map(pair).collect::<PyResult<_>>()?))
}

impl Encoder {
    /// Writes an object, and goes on with what is open.
    fn run(&mut self, i: &mut dyn Interp, first: Option<Value>) -> PyResult<Turn> {
        let mut next = first;
        for _ in 0..AT_ONCE {
            let value = match next.take() {
                Some(value) => value,
                None => match self.next(i)? {
                    Some(value) => value,
                    None if self.open.is_empty() => return Ok(Turn::Done),
                    None => continue,
                },
            };
            if let Some(turn) = self.write(i, value)? {
                return Ok(turn);
            }
        }
        Ok(Turn::Rest)
    }

    /// The next part of the innermost container, what stands before it written; None: it is over, and has been left.
    fn next(&mut self, i: &mut dyn Interp) -> PyResult<Option<Value>> {
        let Some(mut open) = self.open.pop() else { return Ok(None) };
        let Some(items) = &open.items else { return Ok(None) };
        let at = open.at;
        let (part, is_dict) = match items {
            Items::List(list) => (list.items.borrow().get(at).cloned().map(|v| (None, v)), false),
            Items::Tuple(tuple) => (tuple.items.get(at).cloned().map(|v| (None, v)), false),
            Items::Vec(items) => (items.get(at).cloned().map(|v| (None, v)), false),
            Items::Pairs(pairs) => (pairs.get(at).cloned().map(|(k, v)| (Some(k), v)), true),
        };
        let Some((key, value)) = part else {
            if open.indent.is_some() {
                let outer = self.open.iter().rev().find_map(|open| open.indent.clone());
                self.push_break(outer);
            }
            self.out.push_str(if is_dict { "}" } else { "]" });
            return Ok(None);
        };
        open.at += 1;
        let key = match key {
            None => None,
            Some(key) => match self.key(i, &key)? {
                Some(key) => Some(key),
                None => {
                    self.open.push(open);
                    return Ok(None);
                }
            },
        };
        if open.any {
            self.out.push_py(&self.item_separator.data);
            if open.indent.is_some() {
                self.push_break(open.indent.clone());
            }
        }
        open.any = true;
        self.open.push(open);
        if let Some(key) = key {
            push_quoted(&mut self.out, &key.data, self.ascii);
            self.out.push_py(&self.key_separator.data);
        }
        Ok(Some(value))
    }

    fn push_break(&mut self, indent: Option<Rc<str>>) {
        self.out.push_str(indent.as_deref().unwrap_or("\n"));
    }

    /// Writes a value, or goes into it.
    fn write(&mut self, i: &mut dyn Interp, value: Value) -> PyResult<Option<Turn>> {
        match value.plain() {
            Value::None => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Str(text) => push_quoted(&mut self.out, &text.data, self.ascii),
            Value::Int(n) => self.out.push_py(&PyStr::from_int(*n)),
            n @ Value::BigInt(_) => self.out.push_py(&ops::repr_text(i, n)?.data),
            Value::Float(x) => {
                let text = self.float(*x)?;
                self.out.push_str(&text);
            }
            Value::List(_) | Value::Tuple(_) => return self.begin_list(value),
            Value::Dict(dict) => {
                let dict = dict.clone();
                return self.begin_dict(value, &dict);
            }
            _ => {
                self.nest(&value)?;
                self.open.push(Open { object: value.clone(), items: None, at: 0, any: false, indent: None });
                return Ok(Some(Turn::Default(value)));
            }
        }
        Ok(None)
    }

    fn begin_list(&mut self, value: Value) -> PyResult<Option<Turn>> {
        let items = match &value {
            Value::List(list) if list.items.borrow().is_empty() => None,
            Value::List(list) => Some(Items::List(list.clone())),
            Value::Tuple(tuple) if tuple.items.is_empty() => None,
            Value::Tuple(tuple) => Some(Items::Tuple(tuple.clone())),
            // A subclass says itself what is in it.
            _ => {
                self.nest(&value)?;
                return Ok(Some(Turn::Ask(value, Asked::Iter)));
            }
        };
        match items {
            None => self.out.push_str("[]"),
            Some(items) => {
                self.nest(&value)?;
                self.enter(value, items);
            }
        }
        Ok(None)
    }

    fn begin_dict(&mut self, value: Value, dict: &Rc<Dict>) -> PyResult<Option<Turn>> {
        if dict.is_empty() {
            self.out.push_str("{}");
            return Ok(None);
        }
        self.nest(&value)?;
        if !matches!(value, Value::Dict(_)) {
            return Ok(Some(Turn::Ask(value, Asked::Items)));
        }
        let entries = dict.entries();
        if self.sort_keys && entries.len() > 1 {
            return Ok(Some(Turn::Ask(value, Asked::Sort(entries))));
        }
        self.enter(value, Items::Pairs(entries));
        Ok(None)
    }

    /// Before going into an object: not into one that is open, and not too deep.
    fn nest(&self, object: &Value) -> PyResult<()> {
        if self.check_circular && self.open.iter().any(|open| open.object.is(object)) {
            return Err(value_error("Circular reference detected"));
        }
        if self.open.len() >= DEPTH {
            let text = "maximum recursion depth exceeded while encoding a JSON object";
            return Err(Exc::message(&types().recursion_error, text));
        }
        Ok(())
    }

    fn enter(&mut self, object: Value, items: Items) {
        let is_dict = matches!(items, Items::Pairs(_));
        if let Items::Vec(items) = &items
            && items.is_empty()
        {
            self.out.push_str("[]");
            return;
        }
        self.out.push_str(if is_dict { "{" } else { "[" });
        let indent = self.indent.as_ref().map(|indent| {
            let outer = self.open.iter().rev().find_map(|open| open.indent.as_deref()).unwrap_or("\n");
            Rc::from(format!("{outer}{}", indent.text()))
        });
        if indent.is_some() {
            self.push_break(indent.clone());
        }
        self.open.push(Open { object, items: Some(items), at: 0, any: false, indent });
    }

    fn float(&self, value: f64) -> PyResult<String> {
        let text = match value {
            x if x.is_finite() => return Ok(float_repr::repr(x)),
            x if x.is_nan() => "NaN",
            x if x > 0.0 => "Infinity",
            _ => "-Infinity",
        };
        if self.allow_nan {
            return Ok(text.to_string());
        }
        let shown = float_repr::repr(value);
        Err(value_error(format!("Out of range float values are not JSON compliant: {shown}")))
    }

    /// A member's name; None: it is skipped.
    fn key(&self, i: &mut dyn Interp, key: &Value) -> PyResult<Option<Rc<Str>>> {
        let text = |text: &str| Ok(Some(Rc::new(Str::new(PyStr::from(text)))));
        match key.plain() {
            Value::Str(name) => Ok(Some(name.clone())),
            Value::Float(x) => text(&self.float(*x)?),
            Value::Bool(true) => text("true"),
            Value::Bool(false) => text("false"),
            Value::None => text("null"),
            n @ (Value::Int(_) | Value::BigInt(_)) => ops::repr_text(i, n).map(Some),
            _ if self.skip_keys => Ok(None),
            _ => {
                let name = type_name(key);
                Err(type_error(format!("keys must be str, int, float, bool or None, not {name}")))
            }
        }
    }
}
