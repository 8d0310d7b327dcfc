//! What programs do most often with patterns of str and their matches, at once; `re`'s text knows the rest, and words the
//! errors.

use std::rc::Rc;

use crate::modules::shortcuts::{self, Known, Text};
use crate::objects::builtin_types::iterators;
use crate::objects::code::Shortcut;
use crate::objects::containers::{Dict, Tuple};
use crate::objects::exception::PyResult;
use crate::objects::iter::{Advance, Iter, NativeIter};
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::types::types;
use crate::objects::{Args, Interp, Value};

/// What `re` gives: its classes first.
const PATTERN: usize = 0;
const MATCH: usize = 1;
/// Compiled patterns of str without flags.
const COMPILED: usize = 2;

/// Modes of `_sre.find`.
const SEARCH: i64 = 0;
const START: i64 = 1;
const WHOLE: i64 = 2;

/// What patterns and matches keep.
const NAMES: &[&str] = &["pattern", "_program", "groups", "_index", "re", "string", "pos", "endpos", "_spans"];
const SOURCE: usize = 0;
const PROGRAM: usize = 1;
const GROUPS: usize = 2;
const INDEX: usize = 3;
const RE: usize = 4;
const STRING: usize = 5;
const SPANS: usize = 8;

fn known(i: &mut dyn Interp) -> Option<Rc<Known>> {
    shortcuts::known(i, shortcuts::PATTERNS)
}

/// A match, as its groups are asked for.
struct Matched {
    known: Rc<Known>,
    pattern: Value,
    string: Rc<Str>,
    spans: Rc<Tuple>,
    /// How many groups there are, the whole included. Behind their places are those of repetitions.
    count: usize,
}

impl Matched {
    /// What a value is, if it is a match in a str.
    fn of(i: &mut dyn Interp, value: &Value) -> Option<Matched> {
        let known = known(i)?;
        let object = known.instance(value, MATCH)?;
        let pattern = known.own(object, RE)?;
        let count = known.kept(&pattern, PATTERN, GROUPS)?.as_int()? as usize + 1;
        match (known.own(object, STRING)?, known.own(object, SPANS)?) {
            (Value::Str(string), Value::Tuple(spans)) => Some(Matched { known, pattern, string, spans, count }),
            _ => None,
        }
    }

    /// Where a group stands; `None`: there is no such group, or it took no part (`Err`).
    fn span(&self, group: &Value) -> Option<Result<(usize, usize), ()>> {
        let number = match group {
            Value::Int(n) => usize::try_from(*n).ok()?,
            Value::Str(_) => {
                let Value::Dict(index) = self.known.kept(&self.pattern, PATTERN, INDEX)? else { return None };
                usize::try_from(index.get_simple(group)??.as_int()?).ok()?
            }
            _ => return None,
        };
        (number < self.count).then(|| place(&self.spans, number).ok_or(()))
    }

    fn text(&self, group: &Value, default: &Value) -> Option<Value> {
        Some(match self.span(group)? {
            Ok((start, end)) => part(&self.string, start, end),
            Err(()) => default.clone(),
        })
    }

    /// The names of the groups, and their numbers.
    fn index(&self) -> Option<Vec<(Value, Value)>> {
        match self.known.kept(&self.pattern, PATTERN, INDEX)? {
            Value::Dict(index) => Some(index.entries()),
            _ => None,
        }
    }

    /// The name of a group, or None.
    fn name_of(&self, group: i64) -> Option<Value> {
        let Value::Dict(index) = self.known.kept(&self.pattern, PATTERN, INDEX)? else { return None };
        let mut at = 0;
        while let Some((next, name, number)) = index.next_entry(at) {
            if number.as_int() == Some(group) {
                return Some(name);
            }
            at = next;
        }
        Some(Value::None)
    }

    /// The number of the group that ended last, if any took part.
    fn last(&self) -> Option<usize> {
        let mut last: Option<(usize, usize)> = None;
        for number in 1..self.count {
            if let Some((_, end)) = place(&self.spans, number)
                && last.is_none_or(|(best, _)| end > best)
            {
                last = Some((end, number));
            }
        }
        last.map(|(_, number)| number)
    }
}

/// `find(pattern, string, pos, endpos)`, by a mode of `_sre.find`.
fn find(i: &mut dyn Interp, args: &[Value], mode: i64) -> Option<Value> {
    let [pattern, string @ Value::Str(text), bounds @ ..] = args else { return None };
    let from = match bounds {
        [] => 0,
        [Value::Int(from)] => *from,
        _ => return None,
    };
    let (known, len) = (known(i)?, text.data.len());
    let program = known.kept(pattern, PATTERN, PROGRAM)?;
    let is_of_text = matches!(known.kept(pattern, PATTERN, SOURCE)?, Value::Str(_));
    if !(0..=len as i64).contains(&from) || !is_of_text {
        return None;
    }
    let given = [program, string.clone(), Value::Int(from), Value::None, Value::Int(mode)];
    let spans = super::find(i, Args::positional(given)).ok()?;
    if spans.is_none() {
        return Some(spans);
    }
    known.made(MATCH, RE, &[pattern.clone(), string.clone(), Value::Int(from), len.into(), spans])
}

/// `find(pattern, string)`, a function of the module.
fn find_compiled(i: &mut dyn Interp, args: &[Value], mode: i64) -> Option<Value> {
    let [pattern, string] = args else { return None };
    let pattern = compiled(i, pattern)?;
    find(i, &[pattern, string.clone()], mode)
}

/// All that `_sre.find_all` finds in a text, and how many groups there are.
fn find_all(i: &mut dyn Interp, pattern: &Value, string: &Value) -> Option<(Vec<Rc<Tuple>>, usize)> {
    let known = known(i)?;
    let program = known.kept(pattern, PATTERN, PROGRAM)?;
    let groups = known.kept(pattern, PATTERN, GROUPS)?.as_int()? as usize;
    if !matches!((known.kept(pattern, PATTERN, SOURCE)?, string), (Value::Str(_), Value::Str(_))) {
        return None;
    }
    let given = [program, string.clone(), Value::Int(0), Value::None, Value::Int(0)];
    match super::find_all(i, Args::positional(given)).ok()? {
        Value::List(all) => {
            let spans = |spans| match spans {
                Value::Tuple(spans) => Some(spans),
                _ => None,
            };
            Some((all.items.take().into_iter().filter_map(spans).collect(), groups))
        }
        _ => None,
    }
}

/// Where a group stands; `None`: it took no part.
fn place(spans: &Tuple, group: usize) -> Option<(usize, usize)> {
    match (spans.items.get(group * 2)?, spans.items.get(group * 2 + 1)?) {
        (Value::Int(start), Value::Int(end)) if *end >= 0 => Some((*start as usize, *end as usize)),
        _ => None,
    }
}

fn part(text: &Rc<Str>, start: usize, end: usize) -> Value {
    text.data.slice(start, end).into()
}

/// `findall(string)`
fn all(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [pattern, string @ Value::Str(text)] = &*args else { return None };
    let (all, groups) = find_all(i, pattern, string)?;
    let text_of = |spans: &Tuple, group: usize| match place(spans, group) {
        Some((start, end)) => part(text, start, end),
        None => Value::from(""),
    };
    let found = all.iter().map(|spans| match groups {
        0 => text_of(spans, 0),
        1 => text_of(spans, 1),
        _ => Value::tuple((1..=groups).map(|group| text_of(spans, group)).collect::<Vec<Value>>()),
    });
    Some(Value::list(found.collect()))
}

/// `sub(replacement, string)` of a plain replacement.
fn sub(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (pattern, Value::Str(by), string @ Value::Str(text)) = (match &*args {
        [pattern, by, string] => (pattern, by, string),
        [pattern, by, string, count] if count.as_int() == Some(0) => (pattern, by, string),
        _ => return None,
    }) else {
        return None;
    };
    if by.data.points().any(|point| point == u32::from('\\')) {
        return None;
    }
    let (all, _) = find_all(i, pattern, string)?;
    if all.is_empty() {
        return Some(string.clone());
    }
    let (mut out, mut last) = (PyStr::new(), 0);
    for (start, end) in all.iter().filter_map(|spans| place(spans, 0)) {
        out.push_range(&text.data, last, start);
        out.push_py(&by.data);
        last = end;
    }
    out.push_range(&text.data, last, text.data.len());
    Some(out.into())
}

/// What `finditer` gives: a match for each place.
struct Matches {
    /// None: to be asked for, in the process that has it.
    known: Option<Rc<Known>>,
    pattern: Value,
    string: Value,
    spans: std::vec::IntoIter<Rc<Tuple>>,
}

impl NativeIter for Matches {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if self.known.is_none() {
            self.known = known(i);
        }
        let next = self
            .known
            .as_ref()
            .zip(self.spans.next())
            .and_then(|(known, spans)| match_at(known, &self.pattern, &self.string, Value::Tuple(spans)));
        Ok(next.map_or(Advance::End, Advance::Item))
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        let (pattern, string) = (copy(&self.pattern), self.string.clone());
        Some(Box::new(Matches { known: None, pattern, string, spans: self.spans.clone() }))
    }
}

/// `finditer(string)`
fn each(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [pattern, string @ Value::Str(_)] = &*args else { return None };
    let spans = find_all(i, pattern, string)?.0.into_iter();
    let (known, pattern, string) = (Some(known(i)?), pattern.clone(), string.clone());
    Some(iterators::native(&types().callable_iterator, Matches { known, pattern, string, spans }))
}

/// `split(string)`
fn split(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (pattern, string @ Value::Str(text)) = (match &*args {
        [pattern, string] => (pattern, string),
        [pattern, string, most] if most.as_int() == Some(0) => (pattern, string),
        _ => return None,
    }) else {
        return None;
    };
    let (all, groups) = find_all(i, pattern, string)?;
    let (mut parts, mut last) = (Vec::new(), 0);
    for spans in &all {
        let (start, end) = place(spans, 0)?;
        parts.push(part(text, last, start));
        let of_group = |group| place(spans, group).map(|(start, end)| part(text, start, end));
        parts.extend((1..=groups).map(|group| Value::from(of_group(group))));
        last = end;
    }
    parts.push(part(text, last, text.data.len()));
    Some(Value::list(parts))
}

/// `_compile(pattern, 0)`
fn compiled(i: &mut dyn Interp, pattern: &Value) -> Option<Value> {
    let known = known(i)?;
    match pattern {
        Value::Str(_) => match known.given.get(COMPILED)? {
            Value::Dict(compiled) => compiled.get_simple(pattern)?,
            _ => None,
        },
        _ => known.kept(pattern, PATTERN, PROGRAM).map(|_| pattern.clone()),
    }
}

/// `_match(pattern, string, spans, pos, endpos)`
fn matched(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [pattern, string, spans, Value::Int(0), Value::None] = &*args else { return None };
    match_at(&*known(i)?, pattern, string, spans.clone())
}

/// A match in all of a text.
fn match_at(known: &Known, pattern: &Value, string: &Value, spans: Value) -> Option<Value> {
    let Value::Str(text) = string else { return None };
    known.made(MATCH, RE, &[pattern.clone(), string.clone(), Value::Int(0), text.data.len().into(), spans])
}

fn group(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, groups) = args.split_first()?;
    let matched = Matched::of(i, this)?;
    match groups {
        [] => matched.text(&Value::Int(0), &Value::None),
        [group] => matched.text(group, &Value::None),
        groups => {
            let texts: Option<Vec<Value>> = groups.iter().map(|group| matched.text(group, &Value::None)).collect();
            Some(Value::tuple(texts?))
        }
    }
}

fn groups(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, rest) = args.split_first()?;
    let matched = Matched::of(i, this)?;
    let default = rest.first().unwrap_or(&Value::None);
    let texts: Option<Vec<Value>> = (1..matched.count).map(|number| matched.text(&number.into(), default)).collect();
    Some(Value::tuple(texts?))
}

fn span(i: &mut dyn Interp, args: &mut [Value], of: fn(i64, i64) -> Value) -> Option<Value> {
    let (this, rest) = args.split_first()?;
    let (start, end) = match Matched::of(i, this)?.span(rest.first().unwrap_or(&Value::Int(0)))? {
        Ok((start, end)) => (start as i64, end as i64),
        Err(()) => (-1, -1),
    };
    Some(of(start, end))
}

fn named_groups(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, rest) = args.split_first()?;
    let (matched, made) = (Matched::of(i, this)?, Dict::new());
    let default = rest.first().unwrap_or(&Value::None);
    for (name, number) in matched.index()? {
        let text = matched.text(&number, default)?;
        made.set(i, name, text).ok()?;
    }
    Some(Value::Dict(made))
}

fn last_index(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let last = Matched::of(i, args.first()?)?.last();
    Some(last.map(Value::from).into())
}

fn last_group(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let matched = Matched::of(i, args.first()?)?;
    let Some(last) = matched.last() else { return Some(Value::None) };
    matched.name_of(last as i64)
}

const OF_PATTERNS: [(&str, Shortcut); 7] = [
    ("findall", all),
    ("finditer", each),
    ("sub", sub),
    ("split", split),
    ("search", |i, args| find(i, args, SEARCH)),
    ("match", |i, args| find(i, args, START)),
    ("fullmatch", |i, args| find(i, args, WHOLE)),
];

const OF_MATCHES: [(&str, Shortcut); 9] = [
    ("group", group),
    ("__getitem__", group),
    ("groups", groups),
    ("groupdict", named_groups),
    ("lastindex", last_index),
    ("lastgroup", last_group),
    ("span", |i, args| span(i, args, |start, end| Value::pair(start.into(), end.into()))),
    ("start", |i, args| span(i, args, |start, _| start.into())),
    ("end", |i, args| span(i, args, |_, end| end.into())),
];

/// Given: Pattern, Match, compiled, search, match, fullmatch, _compile, _match.
pub const TEXT: Text = Text {
    names: NAMES,
    tables: &[
        (PATTERN, &OF_PATTERNS),
        (MATCH, &OF_MATCHES),
        (3, &[("search", |i, args| find_compiled(i, args, SEARCH))]),
        (4, &[("match", |i, args| find_compiled(i, args, START))]),
        (5, &[("fullmatch", |i, args| find_compiled(i, args, WHOLE))]),
        (
            6,
            &[("_compile", |i, args| match args {
                [pattern, flags] if flags.as_int() == Some(0) => compiled(i, pattern),
                _ => None,
            })],
        ),
        (7, &[("_match", matched)]),
    ],
};
