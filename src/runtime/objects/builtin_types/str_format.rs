//! `str.format` and `str.format_map` (Objects/stringlib/unicode_format.h).

use std::rc::Rc;

use super::payload::str_receiver;
use crate::objects::args::Args;
use crate::objects::attribute;
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, index_error, key_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::symbol::Symbol;
use crate::objects::types::type_name;
use crate::objects::value::Value;

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

/// Where fields find their values.
struct Source {
    args: Args,
    /// `format_map`'s mapping.
    mapping: Option<Value>,
    /// The next automatic number; `None` once a number was given.
    next: usize,
    numbering: Numbering,
}

#[derive(PartialEq)]
enum Numbering {
    Undecided,
    Automatic,
    Manual,
}

/// A piece of a format: a text, and the field behind it.
struct Piece {
    literal: PyStr,
    field: Option<Field>,
}

struct Field {
    name: Vec<u32>,
    conversion: Option<u32>,
    spec: Vec<u32>,
}

/// Where there is nothing but literal text, it is the format itself that comes out.
pub(super) fn format(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let whole = args.values.first().cloned().unwrap_or_default();
    let s = str_receiver(&mut args, "format")?;
    if is_literal(&s.data) {
        return Ok(Flow::Done(whole));
    }
    if let Some(text) = at_once(i, &s.data, &args) {
        return Ok(Flow::Done(text));
    }
    start(i, &s, Source { args, mapping: None, next: 0, numbering: Numbering::Undecided })
}

/// The text where each field stands for an argument that is a number or a text. `None`: nothing has happened.
fn at_once(i: &mut dyn Interp, format: &PyStr, args: &Args) -> Option<Value> {
    let mut rest = format.as_ascii()?;
    let (mut out, mut next, mut numbered) = (PyStr::new(), 0, None);
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        let (field, after) = rest[at..].strip_prefix('{')?.split_once('}')?;
        let (name, spec) = field.split_once(':').unwrap_or((field, ""));
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        let value = if name.contains(['{', '[', '.', '!']) {
            return None;
        } else if !is_number {
            args.keyword(Symbol::new(name))?
        } else if *numbered.get_or_insert(!name.is_empty()) == name.is_empty() {
            return None;
        } else {
            next += 1;
            args.positional_values().get(if name.is_empty() { next - 1 } else { name.parse().ok()? })?
        };
        match value {
            Value::Str(text) if spec.is_empty() => out.push_py(&text.data),
            Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None if !spec.contains('{') => {
                let spec = Rc::new(Str::new(PyStr::from(spec)));
                match ops::format(i, value, &spec) {
                    Ok(Flow::Done(Value::Str(text))) => out.push_py(&text.data),
                    _ => return None,
                }
            }
            _ => return None,
        }
        rest = after;
    }
    out.push_str(rest);
    i.charge(format.len() as u64 / 8);
    Some(out.into())
}

pub(super) fn format_map(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let whole = args.values.first().cloned().unwrap_or_default();
    let s = str_receiver(&mut args, "format_map")?;
    let [mapping] = args.exactly("str.format_map")?;
    if is_literal(&s.data) {
        return Ok(Flow::Done(whole));
    }
    let source = Source { args: Args::none(), mapping: Some(mapping), next: 0, numbering: Numbering::Undecided };
    start(i, &s, source)
}

fn is_literal(format: &PyStr) -> bool {
    !format.is_empty() && !format.points().any(|point| matches!(point, OPEN | CLOSE))
}

fn start(i: &mut dyn Interp, s: &Rc<Str>, mut source: Source) -> PyResult<Flow> {
    let (cx, points) = (i.cx(), s.data.points().collect::<Vec<u32>>());
    i.charge(points.len() as u64 / 8);
    Ok(Flow::frame(async move { build(&cx, &points, &mut source, 2).await.map(Value::from) }))
}

/// Formats `points`; specifications are formatted themselves, `depth` - 1 deep.
fn build<'a>(
    cx: &'a Cx,
    points: &'a [u32],
    source: &'a mut Source,
    depth: u32,
) -> std::pin::Pin<Box<dyn Future<Output = PyResult<PyStr>> + 'a>> {
    Box::pin(async move {
        if depth == 0 {
            return Err(value_error("Max string recursion exceeded"));
        }
        let mut out = PyStr::new();
        let mut at = 0;
        while let Some(piece) = next_piece(points, &mut at)? {
            out.push_py(&piece.literal);
            let Some(Field { name, conversion, spec }) = piece.field else { continue };
            let value = field_value(cx, &name, source).await?;
            let value = match conversion {
                None => value,
                Some(c) => cx.run(|i| convert(i, c, &value)).await?,
            };
            let spec = if spec.contains(&OPEN) {
                build(cx, &spec, source, depth - 1).await?
            } else {
                PyStr::from_points(spec)
            };
            let spec = Rc::new(Str::new(spec));
            let text = cx.run(|i| ops::format(i, &value, &spec)).await?;
            if let Some(text) = text.as_str() {
                out.push_py(&text.data);
            }
        }
        Ok(out)
    })
}

fn convert(i: &mut dyn Interp, conversion: u32, value: &Value) -> PyResult<Flow> {
    match char::from_u32(conversion) {
        Some('r') => ops::repr(i, value),
        Some('s') => ops::str_of(i, value),
        Some('a') => ops::ascii(i, value),
        c => Err(value_error(match c {
            Some(c @ '!'..='~') => format!("Unknown conversion specifier {c}"),
            _ => format!("Unknown conversion specifier \\x{conversion:x}"),
        })),
    }
}

/// The next piece from `at` on (`MarkupIterator_next`).
fn next_piece(points: &[u32], at: &mut usize) -> PyResult<Option<Piece>> {
    let rest = &points[*at..];
    let end = rest.iter().position(|&c| c == OPEN || c == CLOSE).unwrap_or(rest.len());
    let mut literal = PyStr::from_points(rest[..end].iter().copied());
    *at += end + 1;
    let field = match rest[end..] {
        [] if end == 0 => return Ok(None),
        [] => {
            *at -= 1;
            None
        }
        [brace, again, ..] if brace == again => {
            *at += 1;
            literal.push(brace);
            None
        }
        [CLOSE, ..] => return Err(value_error("Single '}' encountered in format string")),
        [_] => return Err(value_error("Single '{' encountered in format string")),
        [_, ..] => Some(field(points, at).map_err(value_error)?),
    };
    Ok(Some(Piece { literal, field }))
}

/// For `string.Formatter`: the pieces of a text, each as (literal, name, spec, conversion), and the exception at what follows
/// them, or None.
pub fn pieces(i: &mut dyn Interp, args: Args) -> PyResult {
    let [text] = args.exactly::<1>("pieces")?;
    let Some(text) = text.as_str() else { return Err(type_error(format!("expected str, got {}", type_name(&text)))) };
    let points: Vec<u32> = text.data.points().collect();
    i.charge(points.len() as u64 / 8);
    let value = |points: Vec<u32>| Value::from(PyStr::from_points(points));
    let (mut pieces, mut at) = (Vec::new(), 0);
    let error = loop {
        match next_piece(&points, &mut at) {
            Ok(Some(Piece { literal, field })) => {
                let [name, spec, conversion] = field.map_or([const { Value::None }; 3], |field| {
                    let conversion = field.conversion.map_or(Value::None, |c| PyStr::from_point(c).into());
                    [value(field.name), value(field.spec), conversion]
                });
                pieces.push(Value::tuple([literal.into(), name, spec, conversion]));
            }
            Ok(None) => break Value::None,
            Err(error) => break error.value(),
        }
    };
    Ok(Value::pair(Value::list(pieces), error))
}

/// The field that begins at `at`, behind its brace (`parse_field`).
fn field(points: &[u32], at: &mut usize) -> Result<Field, &'static str> {
    const COLON: u32 = b':' as u32;
    const CONVERTS: u32 = b'!' as u32;
    let mut next = || {
        *at += 1;
        points.get(*at - 1).copied()
    };
    let mut name = Vec::new();
    let mut within = false;
    let mut mark = loop {
        match next().ok_or("expected '}' before end of string")? {
            OPEN if !within => return Err("unexpected '{' in field name"),
            mark @ (CLOSE | COLON | CONVERTS) if !within => break mark,
            // What an index holds ends no name.
            c => {
                within = c == u32::from(b'[') || within && c != u32::from(b']');
                name.push(c);
            }
        }
    };
    let mut conversion = None;
    if mark == CONVERTS {
        conversion = Some(next().ok_or("end of string while looking for conversion specifier")?);
        mark = next().ok_or("unmatched '{' in format spec")?;
        if mark != CLOSE && mark != COLON {
            return Err("expected ':' after conversion specifier");
        }
    }
    let (mut spec, mut depth) = (Vec::new(), u32::from(mark == COLON));
    while depth > 0 {
        let c = next().ok_or("unmatched '{' in format spec")?;
        depth = depth + u32::from(c == OPEN) - u32::from(c == CLOSE);
        spec.push(c);
    }
    // With the brace that ends the field.
    spec.pop();
    Ok(Field { name, conversion, spec })
}

/// The value of `name.attribute[index]…`
async fn field_value(cx: &Cx, name: &[u32], source: &mut Source) -> PyResult {
    let end = name.iter().position(|&c| c == u32::from(b'.') || c == u32::from(b'[')).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let first = PyStr::from_points(first.iter().copied());
    let mut value = first_value(cx, first, source).await?;
    while let [mark, tail @ ..] = rest {
        if *mark == u32::from(b'.') {
            let end = tail.iter().position(|&c| c == u32::from(b'.') || c == u32::from(b'[')).unwrap_or(tail.len());
            if end == 0 {
                return Err(value_error("Empty attribute in format string"));
            }
            let text = PyStr::from_points(tail[..end].iter().copied());
            let name = Symbol::new(&text.to_text());
            value = cx.run(|i| attribute::get_attr(i, &value, name)).await?;
            rest = &tail[end..];
        } else if *mark == u32::from(b'[') {
            let Some(end) = tail.iter().position(|&c| c == u32::from(b']')) else {
                return Err(value_error("Missing ']' in format string"));
            };
            if end == 0 {
                return Err(value_error("Empty attribute in format string"));
            }
            let text = PyStr::from_points(tail[..end].iter().copied());
            let key = number(&text)?.map_or_else(|| Value::from(text), Value::from);
            value = cx.run(|i| ops::get_item(i, &value, &key)).await?;
            rest = &tail[end + 1..];
        } else {
            return Err(value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok(value)
}

fn number(text: &PyStr) -> PyResult<Option<usize>> {
    match text.as_ascii() {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
            let number = digits.parse::<i64>().ok().and_then(|n| usize::try_from(n).ok());
            number.map(Some).ok_or_else(|| value_error("Too many decimal digits in format string"))
        }
        _ => Ok(None),
    }
}

async fn first_value(cx: &Cx, first: PyStr, source: &mut Source) -> PyResult {
    let numbered = number(&first)?;
    if first.is_empty() || numbered.is_some() {
        let wanted = if first.is_empty() { Numbering::Automatic } else { Numbering::Manual };
        match (&source.numbering, &wanted) {
            (Numbering::Undecided, _) => source.numbering = wanted,
            (Numbering::Automatic, Numbering::Manual) => {
                let text = "cannot switch from automatic field numbering to manual field specification";
                return Err(value_error(text));
            }
            (Numbering::Manual, Numbering::Automatic) => {
                let text = "cannot switch from manual field specification to automatic field numbering";
                return Err(value_error(text));
            }
            _ => {}
        }
        let at = numbered.unwrap_or_else(|| {
            source.next += 1;
            source.next - 1
        });
        if source.mapping.is_some() {
            return Err(value_error("Format string contains positional fields"));
        }
        return source
            .args
            .positional_values()
            .get(at)
            .cloned()
            .ok_or_else(|| index_error(format!("Replacement index {at} out of range for positional args tuple")));
    }
    if let Some(mapping) = source.mapping.clone() {
        let key = Value::from(first);
        return cx.run(|i| ops::get_item(i, &mapping, &key)).await;
    }
    let name = Symbol::new(&first.to_text());
    source.args.keyword(name).cloned().ok_or_else(|| key_error(first.into()))
}
