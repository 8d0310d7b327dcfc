//! Reading: a scanner that keeps its open containers itself, so that hooks are called between two of its steps.

use std::rc::Rc;

use super::scan_string::{error, string};
use super::{AT_ONCE, DEPTH};
use crate::objects::args::Args;
use crate::objects::containers::Dict;
use crate::objects::exception::{PyResult, stop_iteration, type_error, value_error};
use crate::objects::float_parse;
use crate::objects::function::Flow;
use crate::objects::hasher::FastMap;
use crate::objects::int::{cost, parse_str};
use crate::objects::str::{PyStr, Units};
use crate::objects::string::Str;
use crate::objects::{Exc, Interp, Value, ops, type_name, types};

/// What calls for what has been read; None where nothing is called.
struct Hooks {
    object: Option<Value>,
    pairs: Option<Value>,
    float: Option<Value>,
    int: Option<Value>,
    constant: Value,
    strict: bool,
}

/// A container whose end has not been read.
enum Open {
    List(Vec<Value>),
    Dict(Rc<Dict>, Value),
    Pairs(Vec<Value>, Value),
}

/// What is known at a place of the text.
enum Known {
    /// A value begins there.
    Begins,
    /// It has just ended.
    Value(Value),
}

/// How a scanner goes on.
enum Turn {
    Done(Value),
    /// The value is that of this call.
    Call(Value, Args),
    /// Others have their turn; then with this.
    Rest(Known),
}

struct Scanner {
    text: Rc<Str>,
    at: usize,
    hooks: Hooks,
    open: Vec<Open>,
    /// Names that have been read: each is one object.
    names: FastMap<Box<[u8]>, Value>,
}

/// `scan(text, at, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict)`: the value that
/// begins there, and its end; StopIteration with the place where there should be one.
pub(super) fn scan(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [text, at, object, pairs, float, int, constant, strict] = args.exactly("scan")?;
    let Some(text) = text.as_str().cloned() else {
        return Err(type_error(format!("first argument must be a string, not {}", type_name(&text))));
    };
    let at = ops::index(i, &at)?;
    let at = ops::natural(at).ok_or_else(|| value_error("idx cannot be negative"))?;
    let hook = |value: Value| if value.is_none() { None } else { Some(value) };
    let other = |value: Value, class| if value.is(&Value::Type(class)) { None } else { Some(value) };
    let (float, int) = (other(float, types().float.clone()), other(int, types().int.clone()));
    let strict = ops::is_true(i, &strict)?;
    let hooks = Hooks { object: hook(object), pairs: hook(pairs), float, int, constant, strict };
    let mut scanner = Scanner { text, at, hooks, open: Vec::new(), names: FastMap::default() };
    let mut turn = match scanner.run(i, Known::Begins)? {
        Turn::Done(value) => return Ok(Flow::Done(scanner.result(value))),
        turn => turn,
    };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        loop {
            let known = match turn {
                Turn::Done(value) => return Ok(scanner.result(value)),
                Turn::Call(hook, args) => Known::Value(cx.call(&hook, args).await?),
                Turn::Rest(known) => {
                    ops::breathe(&cx, AT_ONCE).await?;
                    known
                }
            };
            turn = cx.enter(|i| scanner.run(i, known))?;
        }
    }))
}

/// `space(text, at)`: the place behind the whitespace that begins there.
pub(super) fn space(i: &mut dyn Interp, args: Args) -> PyResult {
    let [text, at] = args.exactly("space")?;
    let at = ops::index(i, &at)?;
    let Some(text) = text.as_str() else { return Err(not_text(&text)) };
    Ok(behind_space(&text.data, ops::size(at)).into())
}

/// A pattern's search says so, by which CPython finds the whitespace.
#[cold]
fn not_text(given: &Value) -> Exc {
    type_error(match given.plain() {
        Value::Bytes(_) => "cannot use a string pattern on a bytes-like object".into(),
        _ => format!("expected string or bytes-like object, got '{}'", type_name(given)),
    })
}

fn behind_space(text: &PyStr, mut at: usize) -> usize {
    let len = text.len();
    while at < len && matches!(text.at(at), 0x20 | 0x09 | 0x0A | 0x0D) {
        at += 1;
    }
    at
}

impl Scanner {
    fn result(&self, value: Value) -> Value {
        Value::pair(value, self.at.into())
    }

    /// The character at the scanner's place; 0 at the end.
    fn here(&self) -> u8 {
        self.peek(self.at)
    }

    fn peek(&self, at: usize) -> u8 {
        if at < self.text.data.len() { u8::try_from(self.text.data.at(at)).unwrap_or(0) } else { 0 }
    }

    fn skip_space(&mut self) {
        self.at = behind_space(&self.text.data, self.at);
    }

    fn error(&self, i: &mut dyn Interp, message: &str, at: usize) -> Exc {
        error(i, message, &self.text.data, at)
    }

    fn run(&mut self, i: &mut dyn Interp, mut known: Known) -> PyResult<Turn> {
        for _ in 0..AT_ONCE {
            let turn = match known {
                Known::Begins => self.begin(i)?,
                Known::Value(value) if self.open.is_empty() => return Ok(Turn::Done(value)),
                Known::Value(value) => self.take(i, value)?,
            };
            match turn {
                Turn::Rest(next) => known = next,
                turn => return Ok(turn),
            }
        }
        Ok(Turn::Rest(known))
    }

    /// A value begins here.
    fn begin(&mut self, i: &mut dyn Interp) -> PyResult<Turn> {
        let at = self.at;
        let name = match self.here() {
            b'"' => {
                let (found, end) = string(i, &self.text.data, at + 1, self.hooks.strict)?;
                self.at = end;
                return Ok(Turn::Rest(Known::Value(found.into())));
            }
            b'{' => return self.begin_dict(i),
            b'[' => {
                self.nest("array")?;
                self.skip_space();
                if self.here() == b']' {
                    self.at += 1;
                    return Ok(Turn::Rest(Known::Value(Value::list(Vec::new()))));
                }
                self.open.push(Open::List(Vec::new()));
                return Ok(Turn::Rest(Known::Begins));
            }
            b'n' if self.word("null") => return Ok(Turn::Rest(Known::Value(Value::None))),
            b't' if self.word("true") => return Ok(Turn::Rest(Known::Value(Value::Bool(true)))),
            b'f' if self.word("false") => return Ok(Turn::Rest(Known::Value(Value::Bool(false)))),
            b'N' if self.word("NaN") => "NaN",
            b'I' if self.word("Infinity") => "Infinity",
            b'-' if self.word("-Infinity") => "-Infinity",
            _ => return self.number(i),
        };
        Ok(Turn::Call(self.hooks.constant.clone(), Args::one(name.into())))
    }

    /// Goes into a container, over its first character.
    fn nest(&mut self, what: &str) -> PyResult<()> {
        self.at += 1;
        if self.open.len() < DEPTH {
            return Ok(());
        }
        let text = format!("maximum recursion depth exceeded while decoding a JSON {what} from a unicode string");
        Err(Exc::message(&types().recursion_error, text))
    }

    /// Whether this word stands here; goes behind it.
    fn word(&mut self, word: &str) -> bool {
        let found = word.bytes().enumerate().all(|(n, byte)| self.peek(self.at + n) == byte);
        if found {
            self.at += word.len();
        }
        found
    }

    fn number(&mut self, i: &mut dyn Interp) -> PyResult<Turn> {
        let begin = self.at;
        let digits = |scanner: &Scanner, mut at: usize| {
            while scanner.peek(at).is_ascii_digit() {
                at += 1;
            }
            at
        };
        let first = begin + usize::from(self.here() == b'-');
        let mut end = if self.peek(first) == b'0' { first + 1 } else { digits(self, first) };
        if end == first {
            return Err(stop_iteration(begin.into()));
        }
        let whole = end;
        if self.peek(end) == b'.' && self.peek(end + 1).is_ascii_digit() {
            end = digits(self, end + 1);
        }
        if matches!(self.peek(end), b'e' | b'E') {
            let first = end + 1 + usize::from(matches!(self.peek(end + 1), b'+' | b'-'));
            if self.peek(first).is_ascii_digit() {
                end = digits(self, first);
            }
        }
        self.at = end;
        let text = self.text.data.slice(begin, end);
        let value = match (end > whole, &self.hooks) {
            (true, Hooks { float: Some(hook), .. }) | (false, Hooks { int: Some(hook), .. }) => {
                return Ok(Turn::Call(hook.clone(), Args::one(text.into())));
            }
            (true, _) => Value::Float(float_parse::parse_str(&text)?),
            (false, _) => match text.as_ascii().map(str::parse) {
                Some(Ok(small)) => Value::Int(small),
                _ => {
                    let limit = ops::max_str_digits(i, cost::bits_of(text.len()))?;
                    parse_str(&text, 10, limit)?.into()
                }
            },
        };
        Ok(Turn::Rest(Known::Value(value)))
    }

    fn begin_dict(&mut self, i: &mut dyn Interp) -> PyResult<Turn> {
        self.nest("object")?;
        self.skip_space();
        match self.here() {
            b'}' => {
                self.at += 1;
                let open = match self.hooks.pairs {
                    Some(_) => Open::Pairs(Vec::new(), Value::Unset),
                    None => Open::Dict(Dict::new(), Value::Unset),
                };
                Ok(self.finish(open))
            }
            b'"' => {
                let name = self.name(i)?;
                self.open.push(match self.hooks.pairs {
                    Some(_) => Open::Pairs(Vec::new(), name),
                    None => Open::Dict(Dict::new(), name),
                });
                Ok(Turn::Rest(Known::Begins))
            }
            _ => Err(self.error(i, "Expecting property name enclosed in double quotes", self.at)),
        }
    }

    /// A member's name and the colon; behind them its value begins.
    fn name(&mut self, i: &mut dyn Interp) -> PyResult {
        let (name, end) = string(i, &self.text.data, self.at + 1, self.hooks.strict)?;
        self.at = end;
        self.skip_space();
        if self.here() != b':' {
            return Err(self.error(i, "Expecting ':' delimiter", self.at));
        }
        self.at += 1;
        self.skip_space();
        match name.units() {
            Units::One(units) => match self.names.get(units) {
                Some(known) => Ok(known.clone()),
                None => {
                    let key: Box<[u8]> = units.into();
                    let name = Value::from(name);
                    self.names.insert(key, name.clone());
                    Ok(name)
                }
            },
            _ => Ok(name.into()),
        }
    }

    /// Puts a value where it belongs, and looks what follows.
    fn take(&mut self, i: &mut dyn Interp, value: Value) -> PyResult<Turn> {
        match self.open.last_mut() {
            Some(Open::List(items)) => items.push(value),
            Some(Open::Dict(dict, name)) => dict.set(i, name.take(), value)?,
            Some(Open::Pairs(items, name)) => items.push(Value::pair(name.take(), value)),
            None => {}
        }
        let is_list = matches!(self.open.last(), Some(Open::List(_)));
        let end = if is_list { b']' } else { b'}' };
        self.skip_space();
        if self.here() == end {
            self.at += 1;
            let open = self.open.pop().unwrap_or(Open::List(Vec::new()));
            return Ok(self.finish(open));
        }
        if self.here() != b',' {
            return Err(self.error(i, "Expecting ',' delimiter", self.at));
        }
        let comma = self.at;
        self.at += 1;
        self.skip_space();
        if is_list {
            if self.here() == end {
                return Err(self.error(i, "Illegal trailing comma before end of array", comma));
            }
            return Ok(Turn::Rest(Known::Begins));
        }
        match self.here() {
            b'"' => {}
            b'}' => return Err(self.error(i, "Illegal trailing comma before end of object", comma)),
            _ => return Err(self.error(i, "Expecting property name enclosed in double quotes", self.at)),
        }
        let next = self.name(i)?;
        if let Some(Open::Dict(_, name) | Open::Pairs(_, name)) = self.open.last_mut() {
            *name = next;
        }
        Ok(Turn::Rest(Known::Begins))
    }

    /// What a container comes to, all of it read.
    fn finish(&self, open: Open) -> Turn {
        let (value, hook) = match open {
            Open::List(items) => (Value::list(items), &None),
            Open::Dict(dict, _) => (Value::Dict(dict), &self.hooks.object),
            Open::Pairs(items, _) => (Value::list(items), &self.hooks.pairs),
        };
        match hook {
            Some(hook) => Turn::Call(hook.clone(), Args::one(value)),
            None => Turn::Rest(Known::Value(value)),
        }
    }
}
