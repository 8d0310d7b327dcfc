//! The source that `eval`, `exec` and `compile` are given: a text, or bytes with a declaration of their encoding.

use crate::compiler::{declared_encoding, is_utf8, undecodable};
use crate::objects::builtin_types::{bytes_like, codec};
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::str::codec::{Encoding, Errors, MARK};
use crate::objects::{Args, Interp, Symbol, Value, ops, types};

/// The text of `value`, which was given to `function`; `file`: what errors call it.
pub fn source_text(i: &mut dyn Interp, value: &Value, function: &str, file: &str) -> PyResult<String> {
    let text = match value.plain() {
        Value::Str(s) => {
            if s.data.to_utf8().is_err() {
                codec::encode_built_in(s, Encoding::Utf8, Errors::Strict)?;
            }
            s.text().into_owned()
        }
        _ => match bytes_like::lent(i, value)? {
            Some(data) if data.contains(&0) => return Err(null_bytes()),
            Some(data) => decoded(i, &data, file, function != "eval")?,
            None => {
                let other = if function == "compile" { "AST" } else { "code" };
                return Err(type_error(format!("{function}() arg 1 must be a string, bytes or {other} object")));
            }
        },
    };
    if text.contains('\0') { Err(null_bytes()) } else { Ok(text) }
}

fn null_bytes() -> Exc {
    let message = Value::from("source code string cannot contain null bytes");
    let exc = Exc::new(&types().syntax_error, vec![message.clone()]);
    exc.data().members.borrow_mut().set(Symbol::new("msg"), message);
    exc
}

/// PEP 263, as `Parser/tokenizer/string_tokenizer.c` has it.
fn decoded(i: &mut dyn Interp, data: &[u8], file: &str, whole: bool) -> PyResult<String> {
    let (marked, rest) = data.strip_prefix(MARK).map_or((false, data), |rest| (true, rest));
    let declared = declared_encoding(rest).filter(|name| !is_utf8(name));
    if let Some(name) = &declared {
        let known = Encoding::by_name(name);
        if marked {
            let name = if known == Some(Encoding::Latin1) { "iso-8859-1" } else { name };
            return Err(wrong(i, format!("encoding problem: {name} with BOM"), file)?);
        }
        if known.is_none() {
            return Err(wrong(i, format!("unknown encoding: {name}"), file)?);
        }
    }
    let encoding = declared.as_deref().unwrap_or("utf-8");
    let refusal = match codec::decode(i, rest, &encoding.into(), &Value::Unset, "decode") {
        Ok(text) => return Ok(text.text_or_empty().to_string()),
        Err(exc) => ops::str_text(i, &exc.value())?.text().into_owned(),
    };
    if declared.is_some() {
        return Err(wrong(i, refusal, file)?);
    }
    let Some(place) = undecodable(rest, whole) else { return Ok(String::from_utf8_lossy(rest).into_owned()) };
    let refusal = match codec::decode(i, &rest[place.part], &"utf-8".into(), &Value::Unset, "decode") {
        Ok(_) => refusal,
        Err(exc) => ops::str_text(i, &exc.value())?.text().into_owned(),
    };
    let end = place.end_offset.map_or(-1, |end| end as i64);
    let numbers = [i64::from(place.end_line), end].map(Value::Int);
    let begin = [file.into(), Value::Int(place.line.into()), place.offset.into(), place.text.into()];
    let place = Value::tuple(begin.into_iter().chain(numbers).collect::<Vec<_>>());
    Err(refused(i, format!("(unicode error) {refusal}"), place)?)
}

/// A SyntaxError of no place.
fn wrong(i: &mut dyn Interp, message: String, file: &str) -> PyResult<Exc> {
    let place = Value::tuple([file.into(), Value::Int(0), Value::Int(-1), Value::None]);
    refused(i, message, place)
}

fn refused(i: &mut dyn Interp, message: String, place: Value) -> PyResult<Exc> {
    let made = i.call(&Value::Type(types().syntax_error.clone()), Args::from([message.into(), place]))?;
    Ok(Exc::from_value(&made).unwrap_or_else(|| type_error("exceptions must derive from BaseException")))
}
